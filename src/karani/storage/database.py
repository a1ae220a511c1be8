"""Opening a database: SQLite as a file (WAL) or in memory, or PostgreSQL by URL."""

import sqlite3
from pathlib import Path
from time import sleep

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from karani.errors import StorageError

BUSY_MS, TRY_AGAIN_MS = 5000, 20
"""How long one process waits for another that is writing, and how often it looks."""


def open_engine(url: str) -> Engine:
    parsed = parse_url(url)
    if parsed.get_backend_name() == "postgresql":
        return open_postgresql(parsed)
    return open_sqlite(parsed)


def parse_url(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError:
        parsed = None
    if parsed is None or parsed.drivername not in {"sqlite", "postgresql+psycopg"}:
        raise StorageError(
            f"{kind_of(url)!r} is not a database that Karani can use; "
            "give sqlite:///FILE or postgresql+psycopg://USER@HOST/NAME."
        )
    return parsed


def kind_of(url: str) -> str:
    """The part of a URL that holds no password."""
    return url.split(":", 1)[0]


def open_postgresql(url: URL) -> Engine:
    try:
        return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": BUSY_MS // 1000})
    except ModuleNotFoundError:
        raise StorageError("PostgreSQL needs one more package: install karani[postgresql].") from None


def open_sqlite(url: URL) -> Engine:
    if url.database and url.database != ":memory:":
        make_private(Path(url.database))
        return with_pragmas(create_engine(url))
    # One connection that all threads take in turn: in memory, a second one would be another database.
    alone = create_engine(
        url, poolclass=QueuePool, pool_size=1, max_overflow=0, connect_args={"check_same_thread": False}
    )
    return with_pragmas(alone)


def make_private(file: Path) -> None:
    """Health answers are nobody else's: make the file readable for its owner only."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file.touch(mode=0o600, exist_ok=True)
    except OSError as error:
        raise StorageError(f"The journal cannot be kept in {file}: {error.strerror}.") from None


def with_pragmas(engine: Engine) -> Engine:
    event.listen(engine, "connect", prepare_connection)
    event.listen(engine, "begin", begin)
    return engine


def prepare_connection(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # pysqlite would begin late and leave DDL out; `begin` does it
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA secure_delete=ON")  # what a person deletes is overwritten, not only unlinked
    keep_write_ahead_log(cursor)
    cursor.close()


def keep_write_ahead_log(cursor: sqlite3.Cursor) -> None:
    """SQLite does not wait by itself when two processes turn a new file to WAL at once, so we do."""
    tries = BUSY_MS // TRY_AGAIN_MS
    for tried in range(tries + 1):
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or tried == tries:
                raise
            sleep(TRY_AGAIN_MS / 1000)
        else:
            return


def begin(connection: Connection) -> None:
    # A transaction that will write takes its lock at once: SQLite does not wait when a reader turns writer.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def sentence_of(error: SQLAlchemyError | sqlite3.Error, engine: Engine) -> StorageError:
    """What a person can act on, in place of the driver's message."""
    reason = str(getattr(error, "orig", error)).strip().splitlines()[0].rstrip(".")
    place = place_of(engine.url)
    if "locked" in reason:
        return StorageError(
            f"The journal in {place} is being used by another program; close it and try again."
        )
    if "not a database" in reason or "malformed" in reason:
        return StorageError(
            f"{place} is not a journal of Karani: {reason}. Move it away, or name another file with KARANI_DATABASE_URL."
        )
    return StorageError(f"The journal in {place} could not be used: {reason}.")


def place_of(url: URL) -> str:
    if url.get_backend_name() == "sqlite":
        return url.database or "memory"
    return url.render_as_string(hide_password=True)
