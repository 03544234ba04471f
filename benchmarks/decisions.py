"""How long decisions over everyone take, as a ratio to fetching the rows they need and nothing else.

    python -m benchmarks.decisions [--staff 100000] [--runs 3] [--keep FILE]

The anchors are programs of their own with the driver's fetchall, run before and after each run of a command; ratios are of the
processors' seconds, so that other work on the machine does not count, medians of all runs.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.imports import worked
from benchmarks.records import AS_OF, POST, city

LEVELS = (
    "SELECT a.person_id, a.assessed_on, l.competency_id, l.level FROM assessment a"
    " JOIN assessment_level l ON l.assessment_id = a.id"
)
_SPAN = " LEFT JOIN {0} {1} ON {1}.person_id = p.id AND {1}.since <= '{2}' AND {1}.until >= '{2}'"
PEOPLE = (
    "SELECT p.id, n.nip, p.name, p.birth_date, p.appointed_on, p.education, p.field_of_study, k.employee_kind, s.status,"
    " g.golongan, o.position_id, o.since, u.unit_id FROM person p"
    " JOIN person_nip n ON n.person_id = p.id AND n.until = '9999-12-31'"
    + "".join(
        _SPAN.format(table, name, AS_OF)
        for table, name in (
            ("person_status", "s"),
            ("person_kind", "k"),
            ("person_golongan", "g"),
            ("person_unit", "u"),
            ("person_post", "o"),
        )
    )
)
RECORDS = (
    PEOPLE,
    LEVELS,
    "SELECT person_id, since, until, stated, position_id FROM person_post",
    "SELECT person_id, since, until, position, position_key, position_kind, echelon, job_family, id FROM history",
    "SELECT person_id, year, period, started_on, work_result, behaviour, predicate, id FROM evaluation WHERE year > 2022",
    "SELECT person_id, year, ended_on, jp, title, id FROM training",
    "SELECT person_id, level, decided_on, effective_on, ends_on, annulled_on, sanction, id FROM discipline",
    "SELECT person_id, education, field_of_study, graduated, mark, id FROM education",
)
ANCHOR = (
    "import sqlite3, sys\nc = sqlite3.connect(sys.argv[1])\nfor q in sys.argv[2:]:\n    rows = c.execute(q).fetchall()"
)
AT_MOST = {
    "gap": 2.5,
    "shortlist": 4.0,
    "shortlist (json)": 4.0,
    "stability": 4.0,
    "fairness": 4.0,
    "fairness --for": 4.0,
}
PER_VARIANT = 0.3
"""`stability` may take this much more for each neighbour of the policy."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--staff", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--only", help="the measurements whose name begins so")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        file = asked.keep or Path(made) / "city.sqlite"
        if not file.exists():
            city(file, asked.staff)
        print(
            f"{asked.staff} staff, median of {asked.runs} runs, load {os.getloadavg()[0]:.1f}: wall, processor, anchor, ratio, memory"
        )
        program = [sys.executable, "-m", "asnkarier"]
        common = ["--db", str(file), "--as-of", AS_OF.isoformat()]
        anchors = {"gap": (LEVELS,)}
        commands = {
            "gap": ["gap", *common, "--format", "json"],
            "shortlist": ["shortlist", POST, *common],
            "shortlist (json)": ["shortlist", POST, *common, "--format", "json"],
            "stability": ["stability", POST, *common],
            "fairness": ["fairness", *common],
            "fairness --for": ["fairness", "--for", POST, *common],
            "policy compare": ["policy", "compare", "umum", "kepka-bkn-411-2025", *common],
        }
        for name, command in commands.items():
            if asked.only and not name.startswith(asked.only):
                continue
            fetching = [sys.executable, "-c", ANCHOR, str(file), *anchors.get(name, RECORDS)]
            theirs, ours = [worked(fetching)[1]], []
            for _ in range(asked.runs):
                ours.append(worked([*program, *command, "-o", os.devnull]))
                theirs.append(worked(fetching)[1])
            base = statistics.median(theirs)
            wall, taken = (statistics.median(one[place] for one in ours) for place in (0, 1))
            memory = max(one[2] for one in ours)
            most = AT_MOST.get(name)
            if name == "stability" and most is not None:
                answer = subprocess.run([*program, *command, "--format", "json"], check=True, stdout=subprocess.PIPE)
                most += PER_VARIANT * len(json.loads(answer.stdout)["variants"])
            limit = f" (at most {most:.1f} ×)" if most is not None else ""
            print(
                f"{name:18} {wall:6.2f} s  {taken:6.2f} s  anchor {base:5.2f} s  {taken / base:4.2f} ×{limit}  {memory:5.0f} MiB",
                flush=True,
            )


if __name__ == "__main__":
    main()
