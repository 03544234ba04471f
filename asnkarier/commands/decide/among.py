"""A list of NIPs that someone made: one a line, or the columns of a csv file."""

import re
from pathlib import Path

from asnkarier.core.errors import Stopped
from asnkarier.store.database import Database
from asnkarier.store.queries import staff

_NIP = re.compile(r"(?<!\d)(?:\d[ .]?){17}\d(?!\d)")


def people_in(path: Path, db: Database) -> frozenset[int]:
    """Return the people whose NIPs the file names; Stopped where it names none, Usage for a NIP nobody has."""
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    nips = [re.sub(r"[ .]", "", found) for found in _NIP.findall(text)]
    if not nips:
        raise Stopped("among_empty", {"path": str(path)})
    return frozenset(staff.find(db, nip) for nip in nips)
