"""Bringing a file of an older schema up to date: a copy first, then every missing step in one transaction."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from asnkarier.core.access import Progress, silent
from asnkarier.core.errors import StoreError
from asnkarier.store import copies, postgres, sqlite

MIGRATIONS = Path(__file__).parent / "migrations"


class Upgraded(NamedTuple):
    """From which version to which, and the copy of the file as it was; None where there was nothing to do."""

    before: int
    after: int
    copy: Path | None


def upgrade(target: str, progress: Progress = silent) -> Upgraded:
    """Bring `target` to the version this program knows; a newer one is refused."""
    if target.startswith("postgresql"):
        with _server(target) as connection:
            before = _server_version(connection)
            _step_up(connection, before, postgres.SCHEMA_VERSION, progress)
            connection.exec_driver_sql(
                "UPDATE setting SET value = %s WHERE name = 'schema_version'", (str(postgres.SCHEMA_VERSION),)
            )
        return Upgraded(before, postgres.SCHEMA_VERSION, None)
    path = Path(target)
    before = sqlite.version_of(path)
    if before == sqlite.SCHEMA_VERSION:
        return Upgraded(before, before, None)
    copy = path.with_name(f"{path.stem}-schema-{before}{path.suffix}")
    copies.copy(path, copy, progress)
    with _file(path) as connection:
        found = connection.exec_driver_sql("PRAGMA user_version").scalar()
        if found != before:
            raise StoreError("database_locked", {"path": target, "seconds": 0})
        _step_up(connection, before, sqlite.SCHEMA_VERSION, progress)
        lost = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if lost:
            raise StoreError("upgrade_loses", {"table": str(lost[0][0]), "count": len(lost)})
        connection.exec_driver_sql(f"PRAGMA user_version={sqlite.SCHEMA_VERSION}")
    return Upgraded(before, sqlite.SCHEMA_VERSION, copy)


def _step_up(connection: Any, before: int, after: int, progress: Progress) -> None:
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from alembic.script import ScriptDirectory

    scripts = reversed(list(ScriptDirectory(str(MIGRATIONS)).walk_revisions()))
    steps = [script for script in scripts if before < int(script.revision) <= after]
    for done, script in enumerate(steps):
        progress(done, len(steps), "write")
        with Operations.context(MigrationContext.configure(connection)):
            script.module.upgrade()


@contextmanager
def _file(path: Path) -> Iterator[Any]:
    """Open a transaction on a file; the references of tables being rebuilt are looked at before it ends."""
    from sqlalchemy import create_engine, event
    from sqlalchemy.exc import DBAPIError

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            sqlite.uri(path, "rw"), uri=True, timeout=sqlite.BUSY_SECONDS, isolation_level=None
        )
        connection.execute("PRAGMA synchronous=FULL")
        return connection

    engine = create_engine("sqlite://", creator=connect)
    # Without this the driver would leave DDL outside the transaction.
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        with engine.begin() as connection:
            yield connection
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.OperationalError):
            raise sqlite.told(error.orig, path) from error
        raise StoreError("database_damaged", {"path": str(path), "reason": str(error.orig)}) from error
    finally:
        engine.dispose()


@contextmanager
def _server(target: str) -> Iterator[Any]:
    from sqlalchemy import create_engine

    engine = create_engine("postgresql+psycopg://", creator=lambda: postgres.open_server(target))
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(%s)", (postgres.LOCK,))
            yield connection
    finally:
        engine.dispose()


def _server_version(connection: Any) -> int:
    row = connection.exec_driver_sql("SELECT value FROM setting WHERE name = 'schema_version'").fetchone()
    return int(row[0]) if row else 0
