"""How long commands over everyone take, as ratios to fetching the rows they need and doing nothing with them.

python -m benchmarks.reading [--staff 100000] [--runs 3] [--db FILE]
"""

import argparse
import os
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.full import DAY, build
from benchmarks.imports import timed

FETCH = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
for sql in sys.argv[2:]:
    db.execute(sql).fetchall()
"""
LEVELS = (
    "SELECT a.person_id, a.assessed_on, l.competency_id, l.level FROM assessment a"
    " JOIN assessment_level l ON l.assessment_id = a.id"
)
PEOPLE = (
    "SELECT * FROM person",
    "SELECT * FROM person_nip",
    "SELECT * FROM person_post",
    "SELECT * FROM person_unit",
    "SELECT * FROM person_golongan",
    "SELECT * FROM person_status",
    "SELECT * FROM person_kind",
)
RECORD = ("SELECT * FROM evaluation", "SELECT * FROM training", "SELECT * FROM discipline")
EVERYTHING = (*PEOPLE, *RECORD, LEVELS, "SELECT * FROM history", "SELECT * FROM education")
RANKS = (
    *PEOPLE,
    *RECORD,
    "SELECT * FROM history",
    "SELECT * FROM education",
    "SELECT * FROM exam",
    "SELECT * FROM credit",
)
WORK: tuple[tuple[str, tuple[str, ...], tuple[str, ...], float], ...] = (
    ("gap", ("gap", "--format", "json"), (LEVELS,), 2.5),
    ("talent", ("talent", "--format", "json"), (*PEOPLE, *RECORD, LEVELS, "SELECT * FROM history"), 3),
    ("ip-asn", ("ip-asn", "2025", "--format", "json"), (*PEOPLE, *RECORD), 3),
    ("forecast retirements", ("forecast", "retirements", "--months", "12"), PEOPLE, 3),
    ("forecast ranks", ("forecast", "ranks", "--months", "12"), RANKS, 3),
    ("shortlist", ("shortlist", "Kepala Dinas Contoh"), EVERYTHING, 4),
    ("fairness", ("fairness",), EVERYTHING, 4),
)


def main() -> None:
    """Measure and print; a command that this version does not have is left out."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--staff", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--only")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        db = asked.db or Path(made) / "kota.sqlite"
        if not db.exists():
            build(db, asked.staff)
        sys.stdout.write(f"{asked.staff} staff, median of {asked.runs} alternating runs\n")
        for name, command, rows, limit in WORK:
            if asked.only and asked.only != name:
                continue
            ours, theirs = [], []
            memory = 0.0
            try:
                for _ in range(asked.runs):
                    theirs.append(timed([sys.executable, "-c", FETCH, str(db), *rows])[0])
                    arguments = [*command, "--db", str(db), "--as-of", DAY, "-o", os.devnull]
                    seconds, most = timed([sys.executable, "-m", "asnkarier", *arguments])
                    ours.append(seconds)
                    memory = max(memory, most)
            except SystemExit as error:
                sys.stdout.write(f"{name:22} not measured: {error}\n")
                continue
            anchor, mine = statistics.median(theirs), statistics.median(ours)
            sys.stdout.write(
                f"{name:22} {mine:7.2f} s   anchor {anchor:6.2f} s   {mine / anchor:5.2f} × (at most {limit})  {memory:5.0f} MiB\n"
            )
            sys.stdout.flush()


if __name__ == "__main__":
    main()
