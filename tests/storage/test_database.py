"""Opening a database: what is wrong is said in one sentence, and nobody waits in vain."""

import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from karani.errors import StorageError
from karani.storage import Storage, open_storage
from karani.storage.migrate import HEAD, known_revisions
from karani.storage.tables import Table
from tests.storage.sessions import ASHA_CALMED_DOWN, another

OPEN_AND_SAVE = """
import sys
from karani.storage import open_storage, session_from_dict
import json
storage = open_storage(sys.argv[1])
storage.save_session(session_from_dict(json.loads(sys.argv[2])))
print(storage.count_sessions())
"""


def test_what_was_saved_is_there_when_it_is_opened_again(url: str) -> None:
    if url == "sqlite://":
        pytest.skip("what lies in memory ends with it")
    first = open_storage(url)
    first.save_session(ASHA_CALMED_DOWN)
    first.close()
    second = open_storage(url)
    assert second.list_sessions() == (ASHA_CALMED_DOWN,)
    second.close()


def test_the_migrations_make_the_tables_that_the_code_expects(storage: Storage) -> None:
    with storage.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Table.metadata) == []


def test_the_newest_migration_is_the_one_that_an_open_database_is_held_to() -> None:
    from alembic.script import ScriptDirectory

    from karani.storage.migrate import FOLDER

    assert ScriptDirectory(str(FOLDER)).get_heads() == [HEAD]
    assert HEAD in known_revisions()


def test_sqlite_keeps_a_write_ahead_log_and_its_foreign_keys(tmp_path: Path) -> None:
    storage = open_storage(f"sqlite:///{tmp_path / 'journal.db'}")
    with storage.engine.connect() as connection:
        pragmas = [
            connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "foreign_keys", "busy_timeout")
        ]
    storage.close()
    assert pragmas == ["wal", 1, 5000]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_journal_is_readable_for_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "karani" / "journal.db"
    open_storage(f"sqlite:///{file}").close()
    assert file.stat().st_mode & 0o077 == 0
    assert file.parent.stat().st_mode & 0o077 == 0


def test_several_processes_may_open_a_new_database_at_once(tmp_path: Path) -> None:
    import json

    from karani.storage import session_to_dict

    url = f"sqlite:///{tmp_path / 'journal.db'}"
    sessions = [json.dumps(session_to_dict(another(ASHA_CALMED_DOWN))) for _ in range(4)]
    running = [
        subprocess.Popen([sys.executable, "-c", OPEN_AND_SAVE, url, session], stderr=subprocess.PIPE)
        for session in sessions
    ]
    errors = [process.communicate()[1].decode() for process in running]
    assert errors == [""] * 4
    storage = open_storage(url)
    assert storage.count_sessions() == 4
    storage.close()


def test_threads_that_open_the_same_database_at_once_do_not_trip_over_each_other(url: str) -> None:
    if url == "sqlite://":
        pytest.skip("each would open a memory of its own")
    with ThreadPoolExecutor(4) as pool:
        opened = list(pool.map(open_storage, [url] * 4))
    for storage in opened:
        assert storage.list_sessions() == ()
        storage.close()


def test_threads_that_send_the_same_session_at_once_record_it_once(storage: Storage) -> None:
    with ThreadPoolExecutor(4) as pool:
        saved = list(pool.map(storage.save_session, [ASHA_CALMED_DOWN] * 8))
    assert saved == [ASHA_CALMED_DOWN] * 8
    assert storage.list_sessions() == (ASHA_CALMED_DOWN,)


def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "letter.db"
    file.write_text("Dear Asha, " * 200)
    with pytest.raises(StorageError, match=r"letter\.db is not a journal of Karani"):
        open_storage(f"sqlite:///{file}")
    assert file.read_text() == "Dear Asha, " * 200


def test_a_database_of_another_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "photos.db"
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE photo (id INTEGER)")
    with pytest.raises(StorageError, match="belongs to another program"):
        open_storage(f"sqlite:///{file}")
    with sqlite3.connect(file) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("photo",)]


def test_a_database_of_a_newer_karani_is_refused(url: str) -> None:
    if url == "sqlite://":
        pytest.skip("what lies in memory cannot be opened again")
    storage = open_storage(url)
    with storage.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    storage.close()
    with pytest.raises(StorageError, match="written by a newer Karani"):
        open_storage(url)


def test_a_locked_database_is_told_as_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("karani.storage.database.BUSY_MS", 50)
    file = tmp_path / "journal.db"
    storage = open_storage(f"sqlite:///{file}")
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError, match="being used by another program"):
        storage.save_session(ASHA_CALMED_DOWN)
    holder.close()
    storage.save_session(ASHA_CALMED_DOWN)
    assert storage.count_sessions() == 1
    storage.close()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="cannot be kept in"):
        open_storage(f"sqlite:///{tmp_path / 'file' / 'journal.db'}")


@pytest.mark.parametrize(
    "wrong", ["", "journal.db", "mysql://asha@host/journal", "postgresql://host/x", "sqlite+aiosqlite://"]
)
def test_a_url_of_another_kind_is_answered_with_what_would_be_right(wrong: str) -> None:
    with pytest.raises(StorageError, match=r"give sqlite:///FILE or postgresql\+psycopg://"):
        open_storage(wrong)


def test_a_password_is_never_told() -> None:
    with pytest.raises(StorageError) as told:
        open_storage("postgresql+psycopg://asha:moonlight@127.0.0.1:1/journal")
    assert "moonlight" not in str(told.value)
    with pytest.raises(StorageError) as told:
        open_storage("mysql://asha:moonlight@127.0.0.1/journal")
    assert "moonlight" not in str(told.value)


def test_what_was_deleted_is_not_left_in_the_file(tmp_path: Path) -> None:
    storage = open_storage(f"sqlite:///{tmp_path / 'journal.db'}")
    unforgotten = "I wept, and it was good"
    for _ in range(30):
        storage.save_session(replace(another(ASHA_CALMED_DOWN), note=unforgotten))
    storage.delete_all_sessions()
    files = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    storage.close()
    assert unforgotten.encode() not in files
