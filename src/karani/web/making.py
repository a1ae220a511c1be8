"""A track while it is made, in the rendering process: how far it is, and parts of it to begin with.

A part is a whole track in which only so much is spoken yet. The server reads how far it is from a file beside the track,
so that it may be asked by many, and from anywhere.
"""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from threading import Thread

from karani.practice.script import Script
from karani.sound import Levels, VoiceWish, render, speak_ahead
from karani.sound.parts import BOUNDS_S, list_until
from karani.sound.voices import KeptVoice
from karani.speech.natural import NaturalVoice
from karani.web.track_files import forget_old_tracks, save_track
from karani.web.whole_files import write_whole


@dataclass(frozen=True, slots=True)
class Progress:
    """Sentences spoken, of how many: of the first part until one may begin, then of the whole.

    `first` is the digest of a track to begin with, or to go on with: the one with the most words so far.
    """

    done: int = 0
    of: int = 0
    first: str | None = None


def progress_file(folder: Path, digest: str) -> Path:
    return folder / f"{digest}.progress"


def read_progress(folder: Path, digest: str) -> Progress:
    with suppress(OSError, ValueError, TypeError):
        return Progress(**json.loads(progress_file(folder, digest).read_bytes()))
    return Progress()


def render_track(folder: Path, digest: str, script: Script, wish: VoiceWish, levels: Levels) -> None:
    voice = wish.open()
    parts = Parts(folder, digest, script, voice, levels) if isinstance(voice, NaturalVoice) else None
    speak_ahead(voice, script, parts.tell if parts else None)
    save_track(folder, digest, render(script, voice, levels=levels))
    if parts:
        parts.end()
    forget_old_tracks(folder)


@dataclass(slots=True)
class Parts:
    """Makes each part as soon as it is spoken, while the voice speaks on."""

    folder: Path
    digest: str
    script: Script
    voice: NaturalVoice
    levels: Levels
    progress: Progress = field(default_factory=Progress)
    made: list[str] = field(default_factory=list)
    waiting: list[float] = field(default_factory=lambda: list(BOUNDS_S))
    rendering: Thread | None = None

    def tell(self, done: int, of: int) -> None:
        """Called before the first sentence and after each."""
        said, first = self._count(BOUNDS_S[0])
        self.progress = Progress(done, of, self.made[-1]) if self.made else Progress(said, first)
        self._write()
        if done < of and not self._is_rendering() and self._reach():
            self.rendering = Thread(target=self._render)
            self.rendering.start()

    def end(self) -> None:
        """The whole is there: parts are the first tracks to be thrown away."""
        self.wait()
        for digest in self.made:
            with suppress(OSError):
                os.utime(self.folder / f"{digest}.mp3", (0, 0))
        progress_file(self.folder, self.digest).unlink(missing_ok=True)

    def wait(self) -> None:
        if self.rendering is not None:
            self.rendering.join()

    def _is_rendering(self) -> bool:
        return self.rendering is not None and self.rendering.is_alive()

    def _reach(self) -> bool:
        """Take away the parts that are spoken; whether there is a new one."""
        before = len(self.waiting)
        while self.waiting and self._is_said(self.waiting[0]):
            self.waiting.pop(0)
        return len(self.waiting) < before

    def _is_said(self, bound_s: float) -> bool:
        said, of = self._count(bound_s)
        return said == of

    def _count(self, bound_s: float) -> tuple[int, int]:
        texts = dict.fromkeys(list_until(self.script, bound_s))
        return sum(map(self.voice.has_said, texts)), len(texts)

    def _render(self) -> None:
        track = render(self.script, KeptVoice(self.voice), levels=self.levels)
        digest = sha256(track.audio).hexdigest()
        save_track(self.folder, digest, track)
        self.made.append(digest)
        self.progress = Progress(self.progress.done, self.progress.of, digest)
        self._write()

    def _write(self) -> None:
        write_whole(progress_file(self.folder, self.digest), json.dumps(asdict(self.progress)).encode())
