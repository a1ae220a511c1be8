"""The one place where pages have heavy work done.

At most two processes, started with the first piece of work, carry it out; the event loop never waits in it. Results are
kept on the disk by their key. Equal work asked for twice is done once. Of what a client asks for under one name, only
the last counts: what still waits in the queue is dropped, what runs is finished and kept, and its asker hears Outdated.
Work for which nobody waits yet ("spare") takes one process at most and comes after all other.
"""

import asyncio
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from threading import RLock

from karani.web.computing.carrying_out import Outcome, carry_out
from karani.web.computing.errors import ComputingError, ComputingStopped, Outdated
from karani.web.computing.job import NOW, SPARE, Job
from karani.web.computing.results import Results
from karani.web.computing.work import Work
from karani.web.track_worker import Worker, start_worker
from karani.web.whole_files import usable

SIDE_BY_SIDE = 2
SPARE_SIDE_BY_SIDE = 1
POLITE = 5
"""How far the processes stand back behind the server itself."""
STOPPED = "The computation stopped in the middle; load the page once more."
MOST_FAILURES = 1000


class Computing:
    """Safe to be called from any thread."""

    def __init__(self, folder: Path) -> None:
        self.results = Results(usable(folder))
        self.lock = RLock()
        self.jobs: dict[str, Job] = {}
        self.waiting: list[Job] = []
        self.running: list[Job] = []
        self.latest: dict[str, Job] = {}
        self.failures: dict[str, str] = {}
        self.asked = 0
        self.worker: Worker | None = None
        self.closed = False

    def find(self, work: Work) -> bytes | None:
        """The kept result; a few tenths of a millisecond."""
        return self.results.find(work.key)

    def failure(self, work: Work) -> str:
        """Why it cannot be computed, where that is known already; else empty."""
        return self.failures.get(work.key, "")

    def ask(self, work: Work, rank: int = SPARE) -> None:
        """Have it done, when nothing else is to do if not ranked higher; whoever wants the result later finds it."""
        if not self.results.has(work.key):
            self._submit(work, "", rank)

    async def result(self, work: Work, client: str = "", rank: int = NOW) -> bytes:
        """The result, computed now if it is not kept.

        `client` names a place of one asker where only the last wish counts (a slider of one page).
        `rank` is NOW, or SOON for what a page can be read without.
        Errors: ComputingError with one sentence; Outdated for a wish that is no longer the client's last.
        """
        # Up to the first await all happens in the order of the calls: the last of them is the last wish.
        if self.results.has(work.key):
            self._supersede(client, None)
            kept = await asyncio.to_thread(self.find, work)
            if kept is not None:
                return kept
        job = self._submit(work, client, rank)
        # One who stops waiting must not stop the work for the others.
        result = await asyncio.shield(asyncio.wrap_future(job.future))
        job.check_wanted(client)
        return result

    def warm(self) -> None:
        """Start a process now, so that who asks first does not wait for it."""
        with self.lock:
            self._started()

    def close(self) -> None:
        with self.lock:
            self.closed = True
            for job in self.waiting:
                self.jobs.pop(job.work.key, None)
                job.future.set_exception(ComputingStopped(STOPPED))
            self.waiting.clear()
            self._stop(self.worker)

    def _submit(self, work: Work, client: str, rank: int) -> Job:
        with self.lock:
            job = self.jobs.get(work.key) or self._add(work)
            job.want(client, rank)
            self._supersede(client, job)
            self._dispatch()
            return job

    def _add(self, work: Work) -> Job:
        self.asked += 1
        job = Job(work, self.asked)
        if self.closed:
            job.future.set_exception(ComputingStopped(STOPPED))
        elif work.key in self.failures:
            job.future.set_exception(ComputingError(self.failures[work.key]))
        else:
            self.jobs[work.key] = job
            self.waiting.append(job)
        return job

    def _supersede(self, client: str, job: Job | None) -> None:
        if not client:
            return
        with self.lock:
            before = self.latest.pop(client, None)
            if job is not None and not job.future.done():
                self.latest[client] = job
            if before is not None and before is not job:
                before.give_up(client)
                if before.unwanted:
                    self._drop(before)

    def _drop(self, job: Job) -> None:
        self.waiting.remove(job)
        del self.jobs[job.work.key]
        job.future.set_exception(Outdated("Something newer is wanted by now."))

    def _dispatch(self) -> None:
        while self.waiting and len(self.running) < SIDE_BY_SIDE:
            job = min(self.waiting, key=lambda each: each.place)
            if job.spare and sum(each.spare for each in self.running) >= SPARE_SIDE_BY_SIDE:
                return
            self.waiting.remove(job)
            self._start(job)

    def _start(self, job: Job) -> None:
        job.running = True
        self.running.append(job)
        work, file, worker = job.work, self.results.file(job.work.key), self._started()
        try:
            doing = worker.executor.submit(carry_out, work.run, work.arguments, file)
        except BrokenProcessPool:
            self._finish(job, ComputingStopped(STOPPED))
            self._stop(worker)
        else:
            doing.add_done_callback(lambda done: self._done(job, done, worker))

    def _done(self, job: Job, done: Future[Outcome], worker: Worker) -> None:
        """Runs in a thread of the pool."""
        with self.lock:
            mistake = self._mistake(job, done)
            self._finish(job, mistake)
            if isinstance(mistake, ComputingStopped):
                self._stop(worker)
            if not self.closed:
                self._dispatch()

    def _mistake(self, job: Job, done: Future[Outcome]) -> ComputingError | None:
        if done.cancelled() or done.exception() is not None:
            return ComputingStopped(STOPPED)
        outcome = done.result()
        if not outcome.sentence:
            return None
        if outcome.lasting:
            if len(self.failures) >= MOST_FAILURES:
                self.failures.clear()
            self.failures[job.work.key] = outcome.sentence
        return ComputingError(outcome.sentence)

    def _finish(self, job: Job, mistake: ComputingError | None) -> None:
        self.running.remove(job)
        self.jobs.pop(job.work.key, None)
        for client in job.clients:
            if self.latest.get(client) is job:
                del self.latest[client]
        content = None if mistake else self.results.find(job.work.key)
        if content is None:
            job.future.set_exception(mistake or ComputingStopped(STOPPED))
        else:
            job.future.set_result(content)
            self.results.one_more()

    def _started(self) -> Worker:
        if self.worker is None:
            self.worker = start_worker(POLITE)
        return self.worker

    def _stop(self, worker: Worker | None) -> None:
        """Its other work hears of it by itself; what waits goes to a new one."""
        if worker is not None and worker is self.worker:
            self.worker = None
            worker.end()
