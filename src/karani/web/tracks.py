"""Tracks: rendered once in a process of their own, kept in the cache folder by what they were made of."""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from pathlib import Path
from threading import Lock

import karani.sound
import karani.speech
from karani.errors import SoundError
from karani.practice import Script, script_to_dict
from karani.sound import SILENT, Levels, VoiceWish, silent_wish
from karani.web.ahead import get_ready, speak_first_words
from karani.web.making import Progress, read_progress, render_track
from karani.web.names import name_file, render_name
from karani.web.track_files import TrackFile, find_track
from karani.web.track_worker import Worker, start_worker
from karani.web.whole_files import usable

SILENTLY = silent_wish()
LOOK_EVERY_S = 0.2


class Tracks:
    """Who asks for a track that is being rendered waits for the same job."""

    def __init__(self, folder: Path) -> None:
        self.folder = usable(folder)
        self.jobs: dict[str, Future[None]] = {}
        self.lock = Lock()
        self.worker: Worker | None = None
        self.ahead: Future[None] | None = None

    def digest(self, script: Script, levels: Levels, voice: VoiceWish = SILENTLY) -> str:
        """The name of the track: the script, the levels, the voice, and the code that makes sound of them."""
        spoken_by = [voice.slug, voice.speed]
        made_of = [script_to_dict(script), levels.tones, levels.bed, spoken_by, digest_of_sound()]
        return hashlib.sha256(json.dumps(made_of, sort_keys=True).encode()).hexdigest()

    def find(self, digest: str) -> TrackFile | None:
        return find_track(self.folder, digest)

    def is_being_made(self, digest: str) -> bool:
        with self.lock:
            return digest in self.jobs

    async def prepare(self, script: Script, levels: Levels, voice: VoiceWish = SILENTLY) -> TrackFile:
        """The track, rendered now if it is not kept. SoundError where it cannot be made, VoiceMissing without its voice."""
        digest = await asyncio.to_thread(self.digest, script, levels, voice)
        found = await asyncio.to_thread(self.find, digest)
        if found is None:
            await self._finished(watch(self._job(digest, script, levels, voice)))
            found = await asyncio.to_thread(self.find, digest)
        if found is None:
            raise SoundError(f"The track could not be kept in {self.folder}.")
        return found

    async def prepare_first(
        self, script: Script, levels: Levels, voice: VoiceWish = SILENTLY, after: str = ""
    ) -> tuple[TrackFile, bool]:
        """A track to begin with as soon as there is one (another than `after`), and whether it is the whole."""
        digest = await asyncio.to_thread(self.digest, script, levels, voice)
        async for progress in self.follow(script, levels, voice):
            first = self.find(progress.first) if progress.first not in (None, after) else None
            if first is not None and self.find(digest) is None:
                return first, False
        return await self.prepare(script, levels, voice), True

    async def follow(
        self, script: Script, levels: Levels, voice: VoiceWish = SILENTLY
    ) -> AsyncIterator[Progress]:
        """How far the track is, again and again while it is made; it ends when the track is there, or with the error."""
        digest = await asyncio.to_thread(self.digest, script, levels, voice)
        if await asyncio.to_thread(self.find, digest) is not None:
            return
        job = self._job(digest, script, levels, voice)
        over = watch(job)
        while not over.done():
            yield read_progress(self.folder, digest)
            await asyncio.wait([over], timeout=LOOK_EVERY_S)
        await self._finished(over)

    async def _finished(self, job: asyncio.Future[None]) -> None:
        try:
            # One who stops waiting must not stop the job for the others.
            await asyncio.shield(job)
        except BrokenProcessPool:
            self.close()
            raise SoundError("The sound stopped while it was being made; begin once more.") from None
        except OSError as error:
            raise SoundError(f"The track could not be written to {self.folder}: {error.strerror}.") from None

    def _job(self, digest: str, script: Script, levels: Levels, voice: VoiceWish = SILENTLY) -> Future[None]:
        with self.lock:
            job = self.jobs.get(digest)
            if job is None:
                worker = self._started()
                worker.next_turn()
                job = worker.executor.submit(render_track, self.folder, digest, script, voice, levels)
                self.jobs[digest] = job
                job.add_done_callback(lambda _: self.jobs.pop(digest, None))
            return job

    async def name(self, sanskrit_name: str, voice: VoiceWish) -> Path:
        """The file in which a Sanskrit name is said, spoken now if it is not kept."""
        file = name_file(self.folder, sanskrit_name, voice, digest_of_sound())
        if not file.exists():
            with self.lock:
                job = self._started().executor.submit(render_name, file, sanskrit_name, voice)
            await self._finished(watch(job))
        return file

    def speak_first_words(self, script: Script, voice: VoiceWish) -> None:
        """In advance, for who looks at a practice and may begin it; nothing waits for it."""
        if voice.slug == SILENT or self.jobs:
            return
        with self.lock:
            worker = self._started()
            if self.ahead is not None:
                self.ahead.cancel()
            self.ahead = worker.executor.submit(speak_first_words, script, voice, worker.next_turn())

    def warm(self) -> None:
        """Start the rendering process now, so that who begins next does not wait for it."""
        with self.lock:
            self._started()

    def _started(self) -> Worker:
        if self.worker is None:
            self.worker = start_worker(first=get_ready)
        return self.worker

    def close(self) -> None:
        with self.lock:
            worker, self.worker = self.worker, None
        if worker is not None:
            worker.end()


def watch(job: Future[None]) -> asyncio.Future[None]:
    """The job as this loop's own; nobody need be there any more when it fails."""
    future = asyncio.wrap_future(job)
    future.add_done_callback(lambda over: over.cancelled() or over.exception())
    return future


@cache
def digest_of_sound() -> str:
    """A track is made anew when the code that renders it, or the way its words are said, has changed."""
    digest = hashlib.sha256()
    code = [
        path for package in (karani.sound, karani.speech) for path in Path(package.__path__[0]).glob("*.py")
    ]
    for file in sorted([*code, *(Path(karani.__path__[0]) / "content" / "speech").glob("*.toml")]):
        digest.update(file.read_bytes())
    return digest.hexdigest()
