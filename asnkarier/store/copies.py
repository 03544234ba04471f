"""Copies of the file: made while others read and write, checked before they count, and put back without losing what was there."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from asnkarier.core.access import Progress, silent
from asnkarier.core.errors import StoreError
from asnkarier.store import sqlite
from asnkarier.store.database import Database

_PAGES = 1024


def backup(db: Database, path: Path, progress: Progress = silent) -> int:
    """Copy the database to a new file at `path`, readable by its owner alone; return its size in bytes."""
    if not db.is_file:
        raise StoreError("copy_needs_file", {})
    with _new_file(path) as temporary:
        with closing(sqlite3.connect(temporary)) as copy:
            db.connection.backup(copy, pages=_PAGES, progress=lambda _, left, all: progress(all - left, all, "write"))
        _refuse_damaged(temporary, path)
    return path.stat().st_size


def restore(copy: Path, target: Path, aside: Path, progress: Progress = silent) -> bool:
    """Put the database in `copy` in the place of `target`; what was there is moved to `aside`. Return whether there was something."""
    sqlite.refuse_strangers(copy)
    _refuse_damaged(copy, copy)
    with _new_file(target, replacing=aside if target.exists() else None) as temporary:
        _fill(temporary, copy, progress)
        existed = target.exists()
        if existed:
            _refuse_busy(target)
    return existed


def copy(original: Path, path: Path, progress: Progress = silent) -> None:
    """Copy a database of any version to a new file at `path`."""
    with _new_file(path) as temporary:
        _fill(temporary, original, progress)


def _fill(temporary: Path, original: Path, progress: Progress) -> None:
    with (
        closing(sqlite3.connect(sqlite.uri(original, "ro"), uri=True, timeout=sqlite.BUSY_SECONDS)) as source,
        closing(sqlite3.connect(temporary)) as made,
    ):
        source.backup(made, pages=_PAGES, progress=lambda _, left, all: progress(all - left, all, "write"))
    _refuse_damaged(temporary, original)


@contextmanager
def _new_file(path: Path, replacing: Path | None = None) -> Iterator[Path]:
    """Give an empty file of 0600 beside `path` that takes its place once it is whole."""
    if path.exists() and replacing is None:
        raise StoreError("copy_exists", {"path": str(path)})
    if not path.absolute().parent.is_dir():
        raise StoreError("folder_missing", {"path": str(path.absolute().parent)})
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise StoreError("folder_readonly", {"path": str(path), "reason": error.strerror or ""}) from error
    try:
        yield temporary
        if replacing is not None:
            _move_aside(path, replacing)
        temporary.replace(path)
    except sqlite3.DatabaseError as error:
        raise StoreError("copy_failed", {"path": str(path), "reason": str(error)}) from error
    except OSError as error:
        raise StoreError("copy_failed", {"path": str(path), "reason": error.strerror or ""}) from error
    finally:
        temporary.unlink(missing_ok=True)


def _move_aside(path: Path, aside: Path) -> None:
    """Move a database with its journal: a journal left behind would be played into whatever comes after."""
    if aside.exists():
        raise StoreError("copy_exists", {"path": str(aside)})
    journal = path.with_name(path.name + "-journal")
    path.replace(aside)
    if journal.exists():
        journal.replace(aside.with_name(aside.name + "-journal"))


def _refuse_busy(path: Path) -> None:
    """Wait for whoever works in the file; a damaged one cannot be worked in."""
    try:
        with closing(
            sqlite3.connect(sqlite.uri(path, "rw"), uri=True, timeout=sqlite.BUSY_SECONDS, isolation_level=None)
        ) as connection:
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            seconds = int(sqlite.BUSY_SECONDS)
            raise StoreError("database_locked", {"path": str(path), "seconds": seconds}) from error
    except sqlite3.DatabaseError:
        return


def _refuse_damaged(path: Path, shown: Path) -> None:
    try:
        with closing(sqlite3.connect(sqlite.uri(path, "ro"), uri=True)) as connection:
            said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise StoreError("copy_damaged", {"path": str(shown), "reason": str(error)}) from error
    if said != "ok":
        raise StoreError("copy_damaged", {"path": str(shown), "reason": said})
