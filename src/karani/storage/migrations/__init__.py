"""Alembic migrations, run by `karani.storage.migrate` when a database is opened."""
