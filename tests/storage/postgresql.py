"""Debian's PostgreSQL for the tests: started in a folder of its own, on a free port of this machine."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

MISSING = (
    "PostgreSQL is not installed (looked in /usr/lib/postgresql/*/bin), so the storage runs on SQLite only."
)


def find_programs() -> Path | None:
    """The folder of initdb and pg_ctl of the newest version."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: float(folder.parent.name))
    return next((folder for folder in reversed(folders) if (folder / "initdb").exists()), None)


def require_programs() -> Path:
    programs = find_programs()
    if programs is None:
        if os.environ.get("CI") == "true":
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    return programs


@contextmanager
def running_server() -> Iterator[str]:
    """The URL of a server that lives as long as the tests, without the name of a database."""
    programs = require_programs()
    folder, port = Path(tempfile.mkdtemp(prefix="karani-pg-")), find_free_port()
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        data, log = folder / "data", folder / "log"
        start = ["-l", str(log), "-o", f"-h 127.0.0.1 -p {port} -k {folder} -F"]
        run(programs / "initdb", "-D", str(data), "-U", "karani", "-A", "trust", "--no-sync")
        run(programs / "pg_ctl", "-D", str(data), "-w", *start, "start")
        try:
            yield f"postgresql+psycopg://karani@127.0.0.1:{port}"
        finally:
            run(programs / "pg_ctl", "-D", str(data), "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def run(program: Path, *arguments: str) -> None:
    # PostgreSQL refuses to run as root.
    as_postgres = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    command = [*as_postgres, str(program), *arguments]
    done = subprocess.run(command, cwd="/", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    assert done.returncode == 0, done.stdout.decode()


def find_free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def create_database(server: str) -> str:
    """A new, empty database; returns its URL."""
    name = f"karani_{uuid4().hex}"
    plain = server.replace("+psycopg", "")
    with psycopg.connect(f"{plain}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0".encode())
    return f"{server}/{name}"
