"""Bringing a database to the tables of this version; safe when two processes open it at once."""

from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, Engine, inspect, text

from karani.errors import StorageError
from karani.storage.database import place_of

HEAD = "0001"
"""The newest migration. Kept here so that an up-to-date database opens without loading Alembic."""
FOLDER = Path(__file__).parent / "migrations"
LOCK = 0x6B6172616E69  # any number that all Karani processes share on PostgreSQL
ONE_AT_A_TIME = Lock()
"""Alembic keeps the running migration in its module, so threads take turns."""


def migrate(engine: Engine) -> None:
    with engine.connect() as connection:
        if found_revision(connection) == HEAD:
            return
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        upgrade(connection, place_of(engine.url))


def found_revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def upgrade(connection: Connection, place: str) -> None:
    """Look again, now that no other process can be at it, then run what is missing."""
    found = found_revision(connection)
    if found is None and inspect(connection).get_table_names():
        raise StorageError(
            f"{place} belongs to another program: it has tables, but none of Karani's. Name another database."
        )
    if found not in {None, *known_revisions()}:
        raise StorageError(
            f"The journal in {place} was written by a newer Karani (its tables are {found}); update Karani."
        )
    run_alembic(connection)


def known_revisions() -> set[str]:
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - only a database that is behind pays for it

    return {script.revision for script in ScriptDirectory(str(FOLDER)).walk_revisions()}


def run_alembic(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - as above
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    with ONE_AT_A_TIME:
        command.upgrade(config, "head")
