"""Decisions that were sealed."""

import base64
import json
import zlib
from collections.abc import Iterable
from typing import NamedTuple

from asnkarier.core.errors import Usage
from asnkarier.store.database import Database

_COLUMNS = "s.id, s.position_id, s.as_of, s.decree, s.note, s.sealed_by, s.sealed_at, s.sha256, p.name"
LARGEST = 2 << 30
"""Bytes of a document that are ever read."""


class Sealed(NamedTuple):
    """One sealed decision as the file lists it."""

    id: int
    position_id: int
    as_of: str
    decree: str | None
    note: str | None
    sealed_by: str
    sealed_at: str
    sha256: str
    position: str | None


def every(db: Database) -> list[Sealed]:
    """Return every sealed decision, the oldest first."""
    rows = db.rows(f"SELECT {_COLUMNS} FROM seal s LEFT JOIN position p ON p.id = s.position_id ORDER BY s.id")
    return [Sealed(*row) for row in rows]


def find(db: Database, number: int) -> Sealed:
    """Return one sealed decision; Usage where there is none of this number."""
    found = every(db)
    for sealed in found:
        if sealed.id == number:
            return sealed
    raise Usage("seal_unknown", {"seal": number, "known": [str(sealed.id) for sealed in found] or ["–"]})


def document(db: Database, number: int) -> bytes:
    """Return the sealed document, byte for byte as it was sealed; b'' where what is kept cannot be unpacked."""
    row = db.one("SELECT document FROM seal WHERE id = ?", (number,))
    return unpacked(str(row[0])) if row else b""


def packed(content: bytes) -> str:
    """Return a document as the file keeps it."""
    return base64.b64encode(zlib.compress(content, 6)).decode("ascii")


def unpacked(text: str) -> bytes:
    """Return the document that is kept as `text`; b'' where it is damaged."""
    try:
        return zlib.decompressobj().decompress(base64.b64decode(text, validate=True), LARGEST)
    except (ValueError, zlib.error):
        return b""


def logged(db: Database, number: int) -> str | None:
    """Return the digest that the change log holds of a sealed decision; None where it holds none."""
    row = db.one(
        "SELECT fields FROM change WHERE tbl = 'seal' AND record_id = ? AND op = 'I' ORDER BY id DESC LIMIT 1",
        (number,),
    )
    return None if row is None else str(json.loads(row[0]).get("sha256"))


class Gone(NamedTuple):
    """A decision that the log has, and the file no longer: when it was sealed, by whom, its decree and its digest."""

    number: int
    sealed_at: str
    sealed_by: str
    decree: str | None
    sha256: str


def gone(db: Database) -> list[Gone]:
    """Return the decisions that the log says were sealed and that are not there: no command takes one out."""
    kept = {sealed.id for sealed in every(db)}
    found = []
    for number, fields, at, by in db.rows(
        "SELECT c.record_id, c.fields, b.entered_at, b.entered_by FROM change c JOIN batch b ON b.id = c.batch_id"
        " WHERE c.tbl = 'seal' AND c.op = 'I' ORDER BY c.id"
    ):
        if number not in kept:
            told = json.loads(fields)
            found.append(Gone(number, at, by, told.get("decree"), str(told.get("sha256"))))
    return found


def last_entry(db: Database) -> dict[str, object]:
    """Return the newest batch of the change log and its digest: everything after it came after the decision."""
    row = db.one("SELECT id, digest FROM batch ORDER BY id DESC LIMIT 1")
    return {"batch": row[0], "digest": row[1]} if row else {"batch": 0, "digest": ""}


def batches(db: Database, numbers: Iterable[int]) -> list[dict[str, object]]:
    """Return these batches: when, who, which command, which files with their hashes."""
    files: dict[int, dict[str, str]] = {}
    for batch, file, hashed in db.rows("SELECT batch_id, file, sha256 FROM batch_sheet ORDER BY id"):
        files.setdefault(batch, {})[file] = hashed
    wanted = set(numbers)
    return [
        {
            "batch": number,
            "entered_at": at,
            "entered_by": by,
            "command": command,
            "digest": chained,
            "files": [{"file": file, "sha256": hashed} for file, hashed in files.get(number, {}).items()],
        }
        for number, at, by, command, chained in db.rows(
            "SELECT id, entered_at, entered_by, command, digest FROM batch ORDER BY id"
        )
        if number in wanted
    ]
