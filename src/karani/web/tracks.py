"""Tracks: rendered once in a process of their own, kept in the cache folder by what they were made of."""

import asyncio
import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from pathlib import Path
from threading import Lock

import karani.sound
from karani.errors import SoundError
from karani.practice import Script, script_to_dict
from karani.sound import Levels, SilentVoice, Voice
from karani.web.track_files import TrackFile, find_track, render_track
from karani.web.track_worker import Worker, start_worker

MakeVoice = Callable[[], Voice]
"""A class or plain function, so that another process can call it too."""


class Tracks:
    """Who asks for a track that is being rendered waits for the same job."""

    def __init__(self, folder: Path, make_voice: MakeVoice = SilentVoice) -> None:
        self.folder = usable(folder)
        self.make_voice = make_voice
        self.jobs: dict[str, Future[None]] = {}
        self.lock = Lock()
        self.worker: Worker | None = None

    def digest(self, script: Script, levels: Levels) -> str:
        """The name of the track: the script, the levels, the voice, and the code that makes sound of them."""
        voice = f"{self.make_voice.__module__}.{self.make_voice.__qualname__}"
        made_of = [script_to_dict(script), levels.tones, levels.bed, voice, digest_of_sound()]
        return hashlib.sha256(json.dumps(made_of, sort_keys=True).encode()).hexdigest()

    def find(self, digest: str) -> TrackFile | None:
        return find_track(self.folder, digest)

    async def prepare(self, script: Script, levels: Levels) -> TrackFile:
        """The track, rendered now if it is not kept. SoundError where it cannot be made."""
        digest = await asyncio.to_thread(self.digest, script, levels)
        found = await asyncio.to_thread(self.find, digest)
        if found is None:
            await self._rendered(digest, script, levels)
            found = await asyncio.to_thread(self.find, digest)
        if found is None:
            raise SoundError(f"The track could not be kept in {self.folder}.")
        return found

    async def _rendered(self, digest: str, script: Script, levels: Levels) -> None:
        try:
            # One who stops waiting must not stop the job for the others.
            await asyncio.shield(asyncio.wrap_future(self._job(digest, script, levels)))
        except BrokenProcessPool:
            self.close()
            raise SoundError("The sound stopped while it was being made; begin once more.") from None
        except OSError as error:
            raise SoundError(f"The track could not be written to {self.folder}: {error.strerror}.") from None

    def _job(self, digest: str, script: Script, levels: Levels) -> Future[None]:
        with self.lock:
            job = self.jobs.get(digest)
            if job is None:
                job = self._started().executor.submit(
                    render_track, self.folder, digest, script, self.make_voice, levels
                )
                self.jobs[digest] = job
                job.add_done_callback(lambda _: self.jobs.pop(digest, None))
            return job

    def warm(self) -> None:
        """Start the rendering process now, so that who begins next does not wait for it."""
        with self.lock:
            self._started()

    def _started(self) -> Worker:
        if self.worker is None:
            self.worker = start_worker()
        return self.worker

    def close(self) -> None:
        with self.lock:
            worker, self.worker = self.worker, None
        if worker is not None:
            worker.end()


def usable(folder: Path) -> Path:
    """The folder, or one for this run only where it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.mkdtemp(prefix="karani-"))
    return folder if os.access(folder, os.W_OK) else Path(tempfile.mkdtemp(prefix="karani-"))


@cache
def digest_of_sound() -> str:
    """A track is made anew when the code that renders it has changed."""
    digest = hashlib.sha256()
    for file in sorted(Path(karani.sound.__path__[0]).glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()
