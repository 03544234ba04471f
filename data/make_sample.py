"""Make data/sample.sqlite from the workbooks beside it, and pack it for `asnkarier init --sample`: `python data/make_sample.py`.

The file is made as an officer makes it, by `asnkarier init` and `asnkarier import`; only the clock and the name of who does it
are given, so that the same code and the same workbooks always make the same file. Needs asnkarier installed.
"""

from __future__ import annotations

import json
import lzma
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

from asnkarier.commands.intake import import_
from asnkarier.commands.office import init
from asnkarier.core.access import Access, Actor, silent
from asnkarier.store.database import open_database

HERE = Path(__file__).parent
SAMPLE = HERE / "sample.sqlite"
STORY_DAY = date(2026, 6, 30)
ACTOR = Actor("BKPSDM Kota Sukamaju", datetime(2026, 7, 1, 8, 0, tzinfo=UTC))
"""Who enters it and when: the day after the registers end, at an hour that is on this day in every Indonesian time zone."""


def workbooks(folder: Path = HERE) -> list[Path]:
    """The workbooks, in the order of their numbers: who has left comes before who is here."""
    return sorted([*folder.glob("*.xlsx"), *folder.glob("*.csv")])


def make(target: Path) -> None:
    """Make the database at `target`; SystemExit where a finding stands against a workbook."""
    init.run(path=str(target), actor=ACTOR, as_of=STORY_DAY, name="Kota Sukamaju")
    with open_database(str(target), Access.WRITE) as db:
        result = import_.run(db=db, actor=ACTOR, progress=silent, files=workbooks(), covers_until=STORY_DAY)
    if result.exit_code:
        document = result.document()
        raise SystemExit(json.dumps(document["findings"] if isinstance(document, dict) else None, indent=1))
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("VACUUM")


def packed(content: bytes) -> bytes:
    """The packed bytes; the same content gives the same bytes."""
    return lzma.compress(content, preset=9 | lzma.PRESET_EXTREME)


def main() -> None:
    """Make the sample anew, and the package's copy of it."""
    SAMPLE.unlink(missing_ok=True)
    make(SAMPLE)
    SAMPLE.chmod(0o644)
    init.SAMPLE.write_bytes(packed(SAMPLE.read_bytes()))
    for path in (SAMPLE, init.SAMPLE):
        print(f"{path.relative_to(HERE.parent)}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
