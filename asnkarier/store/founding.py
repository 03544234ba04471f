"""A new file: its schema, the institution's name and the competencies that every post asks."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from asnkarier.core.access import Access, Actor
from asnkarier.core.errors import StoreError
from asnkarier.core.names import folded
from asnkarier.store.database import create, open_database
from asnkarier.store.intake.log import ChangeLog


class Common(NamedTuple):
    """A competency that every post asks, and its group."""

    name: str
    group: str


def found(target: str, actor: Actor, institution: str | None, competencies: Sequence[Common]) -> None:
    """Create `target` and write into it what every file begins with."""
    create(target)
    try:
        _begin(target, actor, institution, competencies)
    except BaseException:
        # Half a beginning would be refused as one that is there already.
        if not target.startswith("postgresql"):
            Path(target).unlink(missing_ok=True)
        raise


def _begin(target: str, actor: Actor, institution: str | None, competencies: Sequence[Common]) -> None:
    with open_database(target, Access.WRITE) as db:
        if institution:
            db.execute("INSERT INTO setting (name, value) VALUES ('institution', ?)", (institution,))
        log = ChangeLog(db, actor, "init")
        for rank, competency in enumerate(competencies, start=1):
            number = db.next_id("competency")
            values = {
                "name": competency.name,
                "name_key": folded(competency.name),
                "grp": competency.group,
                "rank": rank,
            }
            db.execute(
                "INSERT INTO competency (id, name, name_key, grp, rank) VALUES (?, ?, ?, ?, ?)",
                (number, *values.values()),
            )
            log.inserted("competency", number, values, key=competency.name)
        log.close()


def place(target: str, content: bytes) -> None:
    """Put a ready-made file in its place, readable by its owner alone; StoreError where something is there already."""
    path = Path(target)
    if target.startswith("postgresql"):
        raise StoreError("sample_needs_file", {"path": target.partition("@")[2] or target})
    if not path.absolute().parent.is_dir():
        raise StoreError("folder_missing", {"path": str(path.absolute().parent)})
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
    except FileExistsError as error:
        raise StoreError("database_exists", {"path": str(path)}) from error
    except OSError as error:
        raise StoreError("folder_readonly", {"path": str(path), "reason": error.strerror or ""}) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
    except KeyboardInterrupt:
        path.unlink(missing_ok=True)
        raise
    except OSError as error:
        path.unlink(missing_ok=True)
        raise StoreError("disk_full", {"path": str(path), "reason": error.strerror or ""}) from error
