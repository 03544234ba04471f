"""SQLite: creating the file and the one connection profile.

Rollback journal with synchronous=FULL: write-ahead logs corrupt on network shares and gain nothing for one writer.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from asnkarier.core.access import Access
from asnkarier.core.errors import StoreError

APPLICATION_ID = 0x41534E4B
SCHEMA_VERSION = 1
BUSY_SECONDS = 5.0
IntegrityError = sqlite3.IntegrityError
_HEADER = b"SQLite format 3\0"


def uri(path: Path, mode: str) -> str:
    """Return the address under which SQLite opens `path` in `mode` (ro, rw)."""
    return f"file:{quote(str(path.absolute()))}?mode={mode}"


def _profile(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA secure_delete=ON")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA temp_store=MEMORY")
    connection.execute("PRAGMA cache_size=-65536")


def refuse_strangers(path: Path) -> None:
    """StoreError where `path` is not an asnkarier database of this schema."""
    version = version_of(path)
    if version < SCHEMA_VERSION:
        raise StoreError("database_older", {"path": str(path), "found": version, "known": SCHEMA_VERSION})


def version_of(path: Path) -> int:
    """Return the version of the schema of an asnkarier database; StoreError where it is none, or a newer one."""
    if not path.exists():
        raise StoreError("database_missing", {"path": str(path)})
    if path.is_dir():
        raise StoreError("database_is_folder", {"path": str(path)})
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except PermissionError as error:
        raise StoreError("database_unreadable", {"path": str(path)}) from error
    if head[:16] != _HEADER:
        raise StoreError("database_not_sqlite", {"path": str(path)})
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise StoreError("database_of_another_program", {"path": str(path)})
    version = int.from_bytes(head[60:64], "big")
    if version > SCHEMA_VERSION:
        raise StoreError("database_newer", {"path": str(path), "found": version, "known": SCHEMA_VERSION})
    return version


def _roll_back_interrupted(path: Path) -> None:
    """Let SQLite undo a write that was cut off, which a read-only connection cannot do."""
    journal = path.with_name(path.name + "-journal")
    if journal.exists() and journal.stat().st_size > 0 and os.access(path, os.W_OK):
        with closing(sqlite3.connect(uri(path, "rw"), uri=True, timeout=BUSY_SECONDS)) as connection:
            connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()


@contextmanager
def connect(target: str, access: Access) -> Iterator[sqlite3.Connection]:
    """Open the file for reading, or for one writing transaction."""
    path = Path(target)
    refuse_strangers(path)
    _roll_back_interrupted(path)
    mode = "rw" if access is Access.WRITE else "ro"
    try:
        with closing(
            sqlite3.connect(uri(path, mode), uri=True, timeout=BUSY_SECONDS, isolation_level=None, factory=Connection)
        ) as connection:
            _profile(connection)
            if access is not Access.WRITE:
                connection.execute("PRAGMA query_only=ON")
                connection.execute("BEGIN")
                yield connection
                return
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.execute("ROLLBACK")
                raise
            if connection.in_transaction:
                _commit(connection)
    except sqlite3.OperationalError as error:
        raise told(error, path) from error
    except sqlite3.DatabaseError as error:
        raise StoreError("database_damaged", {"path": str(path), "reason": str(error)}) from error


class Connection(sqlite3.Connection):
    """A connection that knows whether what was written through it is in the file."""

    committed = False


def _commit(connection: Connection) -> None:
    """Commit; a Ctrl-C that comes when everything is written comes too late and is let go, for nothing is taken back then."""
    try:
        connection.execute("COMMIT")
    except KeyboardInterrupt:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
            raise
    connection.committed = True


def told(error: sqlite3.OperationalError, path: Path) -> StoreError:
    """Return the refusal that SQLite's own error means."""
    text = str(error)
    if "locked" in text or "busy" in text:
        return StoreError("database_locked", {"path": str(path), "seconds": int(BUSY_SECONDS)})
    if "readonly" in text or "read-only" in text:
        return StoreError("database_readonly", {"path": str(path)})
    if "is full" in text or "disk I/O" in text:
        return StoreError("disk_full", {"path": str(path), "reason": text})
    if "unable to open" in text:
        return StoreError("database_unreadable", {"path": str(path)})
    return StoreError("database_damaged", {"path": str(path), "reason": text})


def create(target: str) -> None:
    """Create a new file, readable by its owner alone, with the whole schema in one transaction."""
    path = Path(target)
    if path.exists():
        raise StoreError("database_exists", {"path": str(path)})
    if not path.absolute().parent.is_dir():
        raise StoreError("folder_missing", {"path": str(path.absolute().parent)})
    from . import schema

    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise StoreError("folder_readonly", {"path": str(path), "reason": error.strerror or ""}) from error
    try:
        with closing(sqlite3.connect(uri(path, "rw"), uri=True, isolation_level=None)) as connection:
            _profile(connection)
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute("BEGIN IMMEDIATE")
            for statement in schema.statements("sqlite"):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version={SCHEMA_VERSION}")
            connection.execute("COMMIT")
    except BaseException:
        path.unlink(missing_ok=True)
        raise
