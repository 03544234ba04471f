"""How long reports take: `python benchmarks/reports.py [staff]` makes a city of that many people out of the sample and reports it.

The targets: `report annual` of 20,000 staff under 20 s and 500 MiB; 50 personal sheets a second.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLE = Path(__file__).parents[1] / "data" / "sample.sqlite"
DAY = "2026-06-30"
LEFT_ALONE = {"change", "selection"}


def city(path: Path, staff: int) -> int:
    """Copy the sample's people until there are `staff`; the copies have NIPs of other centuries. Return how many there are."""
    shutil.copy(SAMPLE, path)
    db = sqlite3.connect(path)
    db.execute("PRAGMA foreign_keys = OFF")
    tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    columns = {table: [row[1] for row in db.execute(f"PRAGMA table_info({table})")] for table in tables}
    people = db.execute("SELECT MAX(id) FROM person").fetchone()[0]
    assessments = db.execute("SELECT MAX(id) FROM assessment").fetchone()[0]
    for copy in range(1, -(-staff // people)):
        away, further = copy * people, copy * assessments
        for table, names in columns.items():
            rest = ", ".join(name for name in names if name not in ("id", "person_id"))
            if table == "person":
                db.execute(
                    f"INSERT INTO person (id, {rest}) SELECT id + {away}, {rest} FROM person WHERE id <= {people}"
                )
            elif table == "person_nip":
                db.execute(
                    "INSERT INTO person_nip (nip, person_id, since, until)"
                    f" SELECT '{20 + copy}' || substr(nip, 3), person_id + {away}, since, until"
                    f" FROM person_nip WHERE person_id <= {people}"
                )
            elif table == "assessment":
                db.execute(
                    f"INSERT INTO assessment (id, person_id, {rest}) SELECT id + {further}, person_id + {away}, {rest}"
                    f" FROM assessment WHERE id <= {assessments}"
                )
                db.execute(
                    "INSERT INTO assessment_level (assessment_id, competency_id, level) SELECT assessment_id +"
                    f" {further}, competency_id, level FROM assessment_level WHERE assessment_id <= {assessments}"
                )
            elif "person_id" in names and table not in LEFT_ALONE:
                db.execute(
                    f"INSERT INTO {table} (person_id, {rest}) SELECT person_id + {away}, {rest} FROM {table}"
                    f" WHERE person_id <= {people}"
                )
    db.commit()
    count: int = db.execute("SELECT COUNT(*) FROM person").fetchone()[0]
    db.close()
    return count


def timed(*arguments: object) -> tuple[float, int]:
    """Run a command; return its seconds and the most memory it held, in MiB (0 where the system does not tell)."""
    before = time.monotonic()
    command = [sys.executable, "-m", "asnkarier", *map(str, arguments), "--as-of", DAY, "--quiet"]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    if not hasattr(os, "wait4"):
        if child.wait():
            raise SystemExit("the command failed")
        return time.monotonic() - before, 0
    _pid, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit("the command failed")
    return time.monotonic() - before, used.ru_maxrss // 1024


def main() -> None:
    """Print one line a command."""
    staff = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        count = city(place / "city.sqlite", staff)
        db = ("--db", place / "city.sqlite")
        print(f"{count} people on record")
        seconds, memory = timed("report", "annual", 2025, "-o", place / "annual", *db)
        print(f"report annual            {seconds:6.1f} s  {memory} MiB")
        seconds, memory = timed("report", "persons", "-o", place / "sheets", *db)
        sheets = sum(1 for _ in (place / "sheets").iterdir())
        print(f"report persons           {seconds:6.1f} s  {memory} MiB  {sheets / seconds:.0f} a second")


if __name__ == "__main__":
    main()
