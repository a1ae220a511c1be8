"""A track while it is made, in the rendering process: how far it is, and a first part to begin with.

The server reads how far it is from a file beside the track, so that it may be asked by many, and from anywhere.
"""

import json
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from threading import Thread

from karani.practice.script import Script
from karani.sound import Levels, Voice, VoiceWish, render, speak_ahead
from karani.sound.voices import KeptVoice, list_first
from karani.speech.natural import NaturalVoice
from karani.web.track_files import forget_old_tracks, save_track
from karani.web.whole_files import write_whole


@dataclass(frozen=True, slots=True)
class Progress:
    """Sentences spoken, of how many; `first` is the digest of a track whose first minutes are spoken, once there is one."""

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
    making = Making(folder, digest, script, voice, levels)
    speak_ahead(voice, script, making.tell)
    making.wait_for_first()
    save_track(folder, digest, render(script, voice, levels=levels))
    progress_file(folder, digest).unlink(missing_ok=True)
    forget_old_tracks(folder)


@dataclass(slots=True)
class Making:
    folder: Path
    digest: str
    script: Script
    voice: Voice
    levels: Levels
    progress: Progress = field(default_factory=Progress)
    first: Thread | None = None

    def tell(self, done: int, of: int) -> None:
        """Called after each sentence."""
        self.progress = Progress(done, of, self.progress.first)
        self._write()
        if self.first is None and done < of and self._first_is_spoken():
            self.first = Thread(target=self._render_first)
            self.first.start()

    def wait_for_first(self) -> None:
        if self.first is not None:
            self.first.join()

    def _first_is_spoken(self) -> bool:
        return isinstance(self.voice, NaturalVoice) and all(map(self.voice.has_said, list_first(self.script)))

    def _render_first(self) -> None:
        assert isinstance(self.voice, NaturalVoice)
        track = render(self.script, KeptVoice(self.voice), levels=self.levels)
        digest = sha256(track.audio).hexdigest()
        save_track(self.folder, digest, track)
        self.progress = Progress(self.progress.done, self.progress.of, digest)
        self._write()

    def _write(self) -> None:
        content = json.dumps({name: getattr(self.progress, name) for name in Progress.__slots__})
        write_whole(progress_file(self.folder, self.digest), content.encode())
