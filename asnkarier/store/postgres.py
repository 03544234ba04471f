"""PostgreSQL: the same schema and the same SQL, where one file no longer suffices."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from asnkarier.core.access import Access
from asnkarier.core.errors import StoreError

SCHEMA_VERSION = 1
LOCK = 0x41534E4B
"""The advisory lock that lets in one writer at a time, as SQLite's BEGIN IMMEDIATE does."""


def _driver() -> Any:
    try:
        import psycopg
    except ImportError as error:
        raise StoreError("postgres_missing") from error
    return psycopg


def integrity_error() -> type[Exception]:
    """Return what the driver raises where a constraint stands against a statement."""
    error: type[Exception] = _driver().IntegrityError
    return error


def _address(target: str) -> str:
    return target.replace("postgresql+psycopg://", "postgresql://", 1)


def open_server(target: str) -> Any:
    """Connect; StoreError where the server does not answer."""
    psycopg = _driver()
    try:
        connection = psycopg.connect(_address(target), connect_timeout=10)
    except psycopg.OperationalError as error:
        # Only the last part of the address is told: the rest may hold a password.
        raise StoreError("server_unreachable", {"database": target.rsplit("/", 1)[-1]}) from error
    # PostgreSQL's SUM of whole numbers is of type numeric; the file holds no other numerics.
    connection.adapters.register_loader("numeric", _whole_numbers())
    return connection


def _whole_numbers() -> Any:
    from psycopg.adapt import Loader

    class WholeNumber(Loader):
        def load(self, data: Any) -> int:
            return int(bytes(data))

    return WholeNumber


@contextmanager
def connect(target: str, access: Access) -> Iterator[Any]:
    """Open the database for reading, or for one writing transaction."""
    psycopg = _driver()
    connection = open_server(target)
    try:
        found = connection.execute("SELECT to_regclass('setting')").fetchone()
        if found is None or found[0] is None:
            raise StoreError("database_missing", {"path": target.rsplit("/", 1)[-1]})
        version = connection.execute("SELECT value FROM setting WHERE name = 'schema_version'").fetchone()
        number = int(version[0]) if version else 0
        if number != SCHEMA_VERSION:
            code = "database_newer" if number > SCHEMA_VERSION else "database_older"
            raise StoreError(code, {"path": target.rsplit("/", 1)[-1], "found": number, "known": SCHEMA_VERSION})
        if access is Access.WRITE:
            connection.execute("SELECT pg_advisory_xact_lock(%s)", (LOCK,))
        else:
            connection.execute("SET TRANSACTION READ ONLY")
        yield connection
        connection.commit()
        connection.committed = True
    except psycopg.Error as error:
        connection.rollback()
        raise StoreError("database_damaged", {"path": target.rsplit("/", 1)[-1], "reason": str(error)}) from error
    except BaseException:
        connection.rollback()
        raise
    finally:
        connection.close()


def create(target: str) -> None:
    """Create the schema in an empty database."""
    from . import schema

    connection = open_server(target)
    try:
        found = connection.execute("SELECT to_regclass('setting')").fetchone()
        if found is not None and found[0] is not None:
            raise StoreError("database_exists", {"path": target.rsplit("/", 1)[-1]})
        for statement in schema.statements("postgresql"):
            connection.execute(statement)
        connection.execute("INSERT INTO setting (name, value) VALUES ('schema_version', %s)", (str(SCHEMA_VERSION),))
        connection.commit()
    finally:
        connection.close()
