"""The server as a person starts it: a process of its own."""

import json
import os
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from karani.cli.serve import HOST, ServeError, data_file, database_url, listen_from, listen_on

Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start `karani serve`; what still runs at the end is stopped."""
    started: list[subprocess.Popen[str]] = []

    def _start(
        *options: str, database: str = f"sqlite:///{tmp_path / 'journal.sqlite3'}"
    ) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "karani", "serve", "--no-browser", *options]
        environment = os.environ | {"KARANI_DATABASE_URL": database}
        process = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        started.append(process)
        return process

    yield _start
    for process in started:
        process.kill()
        process.communicate()


def address_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    line = process.stdout.readline()
    found = re.fullmatch(r"Karani is at (http://127\.0\.0\.1:\d+) \(Ctrl\+C stops it\)\.\n", line)
    assert found, line
    return found[1]


def test_it_says_where_it_is_answers_there_and_ends_with_ctrl_c(start: Start, tmp_path: Path) -> None:
    process = start("--port", "0")
    address = address_of(process)
    with urllib.request.urlopen(f"{address}/api/health", timeout=20) as answer:  # noqa: S310 - our own address
        assert json.load(answer)["status"] == "ok"
    assert (tmp_path / "journal.sqlite3").exists()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (0, "", "")


def test_a_second_start_on_a_port_that_was_asked_for_is_one_sentence(start: Start) -> None:
    port = address_of(start("--port", "0")).rsplit(":", 1)[1]
    out, err = (second := start("--port", port)).communicate(timeout=20)
    assert (second.returncode, out) == (2, "")
    assert err.startswith(f"Port {port} is in use, perhaps by Karani itself;")
    assert err.count("\n") == 1


@pytest.mark.parametrize("database", ["mysql://nobody", "sqlite:////dev/null/journal.sqlite3"])
def test_a_database_that_cannot_be_is_one_sentence(start: Start, database: str) -> None:
    process = start("--port", "0", database=database)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out) == (2, "")
    assert err.count("\n") == 1
    assert "Traceback" not in err


def test_the_next_free_port_is_taken() -> None:
    with listen_on(0) as taken:
        number = taken.getsockname()[1]
        with listen_from(number) as listener:
            assert number < listener.getsockname()[1] < number + 50


def test_only_this_machine_can_reach_it() -> None:
    with listen_on(0) as listener:
        assert listener.getsockname()[0] == HOST == "127.0.0.1"


def test_a_port_in_use_is_named() -> None:
    with listen_on(0) as taken, pytest.raises(ServeError, match=f"Port {taken.getsockname()[1]} is in use"):
        listen_on(taken.getsockname()[1])


def test_the_journal_lies_in_the_platforms_data_folder_unless_a_database_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("KARANI_DATABASE_URL", raising=False)
    assert database_url() == f"sqlite:///{data_file()}"
    assert Path(data_file()).parent.name == "karani"
    monkeypatch.setenv("KARANI_DATABASE_URL", "sqlite:///elsewhere")
    assert database_url() == "sqlite:///elsewhere"
