"""Heavy work of the pages: done once, kept, in processes of its own."""

import asyncio
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pytest

from karani.web.computing import LATER, Computing, ComputingError, ComputingStopped, Outdated, Work
from karani.web.computing.results import Results, forget_old_results, keep_result
from karani.web.computing.work import name_value
from karani.web.track_worker import start_worker
from tests.web import heavy
from tests.web.test_tracks import is_gone_soon

Result = TypeVar("Result")


@dataclass(frozen=True)
class Measures:
    height_cm: float
    names: frozenset[str]


@pytest.fixture
def computing(tmp_path: Path) -> Iterator[Computing]:
    opened = Computing(tmp_path / "kept")
    yield opened
    opened.close()


def work(folder: Path, name: str) -> Work:
    return Work("test", heavy.count, (folder, name))


def waiting(folder: Path, name: str) -> Work:
    return Work("test", heavy.wait_for, (folder, name))


def run(coroutine: Coroutine[Any, Any, Result]) -> Result:
    """A test that would wait for ever fails instead."""
    return asyncio.run(asyncio.wait_for(coroutine, 60))


def done(folder: Path) -> list[str]:
    return (folder / "done.txt").read_text().split()


async def begun(folder: Path, name: str) -> None:
    while not (folder / f"{name}.begun").exists():  # noqa: ASYNC110 - another process makes the file
        await asyncio.sleep(0.01)


def test_equal_values_have_one_key_and_others_another() -> None:
    one, other = Measures(170, frozenset("abcdefgh")), Measures(170, frozenset("hgfedcba"))
    assert Work("a", heavy.fail, (one,)).key == Work("a", heavy.fail, (other,)).key
    keys = {
        Work("a", heavy.fail, (one,)).key,
        Work("b", heavy.fail, (one,)).key,
        Work("a", heavy.die, (one,)).key,
        Work("a", heavy.fail, (Measures(170.1, one.names),)).key,
        Work("a", heavy.fail, (one,), ("another version",)).key,
    }
    assert len(keys) == 5


def test_every_number_of_an_array_counts_in_a_key() -> None:
    array = np.zeros(5000)
    other = array.copy()
    other[2500] = 1e-12
    assert name_value({"x": array}) != name_value({"x": other})
    assert name_value({"x": array}) == name_value({"x": array.copy()})


def test_a_key_refuses_what_is_no_data() -> None:
    with pytest.raises(TypeError, match="function"):
        name_value([heavy.fail])


def test_work_is_done_once_and_kept_for_the_next_start(tmp_path: Path, computing: Computing) -> None:
    async def ask_often() -> list[bytes]:
        return await asyncio.gather(*(computing.result(work(tmp_path, "a")) for _ in range(5)))

    assert run(ask_often()) == [b"a"] * 5
    computing.close()
    again = Computing(tmp_path / "kept")
    assert again.find(work(tmp_path, "a")) == b"a"
    assert again.worker is None
    assert done(tmp_path) == ["a"]


def test_of_what_a_client_wants_only_the_last_is_done(tmp_path: Path, computing: Computing) -> None:
    async def slide() -> list[bytes | BaseException]:
        blockers = [asyncio.create_task(computing.result(waiting(tmp_path, name))) for name in ("x", "y")]
        await begun(tmp_path, "x")
        await begun(tmp_path, "y")
        wishes = []
        for value in "abc":
            wishes.append(asyncio.create_task(computing.result(work(tmp_path, value), client="slider")))
            await asyncio.sleep(0.05)
        (tmp_path / "x").touch()
        (tmp_path / "y").touch()
        await asyncio.gather(*blockers)
        return await asyncio.gather(*wishes, return_exceptions=True)

    first, second, last = run(slide())
    assert isinstance(first, Outdated)
    assert isinstance(second, Outdated)
    assert last == b"c"
    assert sorted(done(tmp_path)) == ["c", "x", "y"]


def test_work_that_runs_already_is_kept_but_its_asker_hears_that_it_is_outdated(
    tmp_path: Path, computing: Computing
) -> None:
    async def slide() -> bytes:
        first = asyncio.create_task(computing.result(waiting(tmp_path, "x"), client="slider"))
        await begun(tmp_path, "x")
        second = await computing.result(work(tmp_path, "b"), client="slider")
        (tmp_path / "x").touch()
        with pytest.raises(Outdated):
            await first
        return second

    assert run(slide()) == b"b"
    assert computing.find(waiting(tmp_path, "x")) == b"x"


def test_one_client_does_not_take_from_another_what_both_want(tmp_path: Path, computing: Computing) -> None:
    async def both() -> bytes:
        shared = waiting(tmp_path, "x")
        mine = asyncio.create_task(computing.result(shared, client="me"))
        yours = asyncio.create_task(computing.result(shared, client="you"))
        await begun(tmp_path, "x")
        await computing.result(work(tmp_path, "b"), client="me")
        (tmp_path / "x").touch()
        with pytest.raises(Outdated):
            await mine
        return await yours

    assert run(both()) == b"x"


def test_spare_work_takes_one_process_and_lets_others_go_first(tmp_path: Path, computing: Computing) -> None:
    async def pass_by() -> None:
        for name in ("x", "y"):
            computing.ask(waiting(tmp_path, name))
        await begun(tmp_path, "x")
        assert await computing.result(work(tmp_path, "now")) == b"now"
        assert not (tmp_path / "y.begun").exists()
        (tmp_path / "x").touch()
        (tmp_path / "y").touch()
        await asyncio.gather(*(computing.result(waiting(tmp_path, name)) for name in "xy"))

    run(pass_by())
    assert done(tmp_path)[0] == "now"
    assert sorted(done(tmp_path)) == ["now", "x", "y"]


def test_what_a_page_waits_for_goes_before_what_nobody_looks_for(
    tmp_path: Path, computing: Computing
) -> None:
    async def pass_by() -> None:
        computing.ask(waiting(tmp_path, "x"))
        await begun(tmp_path, "x")
        computing.ask(work(tmp_path, "spare"))
        computing.ask(work(tmp_path, "later"), LATER)
        (tmp_path / "x").touch()
        for name in ("later", "spare"):
            await computing.result(work(tmp_path, name), rank=LATER)

    run(pass_by())
    assert done(tmp_path) == ["x", "later", "spare"]


def test_a_refusal_is_one_sentence_and_is_remembered(tmp_path: Path, computing: Computing) -> None:
    refused = Work("test", heavy.refuse, (tmp_path, "No body is 3 m tall."))
    for _ in range(2):
        with pytest.raises(ComputingError, match=r"^No body is 3 m tall\.$"):
            run(computing.result(refused))
    assert computing.failure(refused) == "No body is 3 m tall."
    assert done(tmp_path) == ["refused"]


def test_a_mistake_of_ours_is_a_sentence_too(computing: Computing) -> None:
    with pytest.raises(ComputingError, match="mistake of ours"):
        run(computing.result(Work("test", heavy.fail, ())))


def test_after_a_process_died_the_next_work_is_done(tmp_path: Path, computing: Computing) -> None:
    with pytest.raises(ComputingStopped):
        run(computing.result(Work("test", heavy.die, ())))
    assert run(computing.result(work(tmp_path, "a"))) == b"a"


def test_when_the_server_ends_who_waits_is_told(tmp_path: Path, computing: Computing) -> None:
    async def close() -> None:
        names = "xyz"
        wishes = [asyncio.create_task(computing.result(waiting(tmp_path, name))) for name in names]
        await begun(tmp_path, "x")
        computing.close()
        for wish in wishes:
            with pytest.raises(ComputingStopped):
                await wish

    run(close())


def test_the_longest_unused_results_go_first(tmp_path: Path) -> None:
    for age, name in enumerate("abc"):
        keep_result(tmp_path / f"{name}.result", b"1234")
        os.utime(tmp_path / f"{name}.result", (1000 - age, 1000 - age))
    assert Results(tmp_path).find("c") == b"1234"  # used
    forget_old_results(tmp_path, most_bytes=8)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.result", "c.result"]


SERVE = """
import sys, time
from pathlib import Path
from karani.web.computing import Computing
if __name__ == "__main__":
    computing = Computing(Path(sys.argv[1]))
    computing.warm()
    print(computing.worker.executor.submit(__import__("os").getpid).result(), flush=True)
    time.sleep(60)
"""


def test_the_process_ends_with_its_server(tmp_path: Path) -> None:
    script = tmp_path / "serve.py"
    script.write_text(SERVE)
    server = subprocess.Popen([sys.executable, str(script), str(tmp_path)], stdout=subprocess.PIPE)
    assert server.stdout is not None
    process = int(server.stdout.readline())
    server.kill()
    server.wait()
    server.stdout.close()
    assert is_gone_soon(process)


def wait_until(so: Callable[[], bool], most_s: float = 30) -> None:
    until = time.monotonic() + most_s
    while not so() and time.monotonic() < until:
        time.sleep(0.02)
    assert so()


def test_closing_with_work_in_the_queue_leaves_no_thread_failing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed: list[str] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: failed.append(repr(args.exc_value)))
    worker = start_worker()
    queued = [worker.executor.submit(heavy.wait_for, tmp_path, name) for name in "abcdef"]
    wait_until((tmp_path / "a.begun").exists)
    worker.end()
    wait_until(lambda: all(one.done() for one in queued))
    for thread in threading.enumerate():
        if type(thread).__module__.startswith("concurrent"):
            thread.join(10)
    assert not failed
    assert all(isinstance(one.exception(), BrokenProcessPool) for one in queued)


def test_a_frozen_value_is_named_by_what_it_holds() -> None:
    one, same, other = (asked_for(name) for name in ("a", "a", "b"))
    assert name_value(one) == name_value(one) == name_value(same) != name_value(other)
    assert name_value((one, other)) != name_value((other, one))


@dataclass(frozen=True)
class Asked:
    names: tuple[str, ...]


def asked_for(name: str) -> Asked:
    return Asked((name,))
