"""How long forecasts over everyone take, as ratios to fetching the rows they need and doing nothing with them.

    python -m benchmarks.forecasts [--staff 100000] [--runs 3] [--keep FILE] [--hardest] [--only NAME]

Ratios are of the processors' seconds, which waiting does not stretch. In each run the anchor comes before, between and after the answer as a
table and as JSON; both are compared with the median of all of the anchor's runs.

The city of `benchmarks.records`: half in functional posts and most of those with a PAK, a quarter PPPK, four years of evaluations.
`--hardest` measures what no city is: everyone functional, twenty years of evaluations, and no PAK.
"""

import argparse
import os
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.decisions import ANCHOR, PEOPLE, RECORDS
from benchmarks.imports import worked
from benchmarks.records import AS_OF, HARDEST, Mix, city

POSTS = (
    "SELECT person_id, since, until, stated, position_id FROM person_post",
    "SELECT person_id, since, until, position, position_key, position_kind, echelon, job_family, id FROM history",
)
EVALUATIONS = (
    "SELECT person_id, year, period, started_on, ended_on, work_result, behaviour, predicate, score, new_idea, id"
    " FROM evaluation"
)
DISCIPLINE = "SELECT person_id, level, decided_on, effective_on, ends_on, annulled_on, sanction, id FROM discipline"
STAFF = (
    PEOPLE.replace("p.name,", "p.name, p.title_front, p.title_back, p.last_pay_step,").replace(
        "k.employee_kind,", "k.employee_kind, k.contract_ends_on,"
    ),
    "SELECT * FROM position",
    "SELECT * FROM unit",
)
RANKS = (
    *STAFF,
    *POSTS,
    EVALUATIONS,
    DISCIPLINE,
    "SELECT person_id, education, field_of_study, graduated, mark, id FROM education",
    "SELECT person_id, exam, target_key, taken_on, result, valid_until, id FROM exam",
    "SELECT person_id, decided_on, kind, amount, cumulative, period_to, level, id FROM credit",
)
RECENT = f"{EVALUATIONS} WHERE year >= {AS_OF.year - 2}"
"""A pay step looks back on the two years before the one it is due in."""
WORK: dict[str, tuple[tuple[str, ...], float]] = {
    "retirements": (STAFF, 3),
    "contracts": (STAFF, 3),
    "pay-steps": ((*STAFF, RECENT, DISCIPLINE), 3),
    "ranks": (RANKS, 3),
    "vacancies": ((*STAFF, *RECORDS[1:]), 3),
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--staff", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--hardest", action="store_true")
    parser.add_argument("--only")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        file = asked.keep or Path(made) / "city.sqlite"
        if not file.exists():
            city(file, asked.staff, HARDEST if asked.hardest else Mix())
        print(f"{asked.staff} staff, median of {asked.runs} alternating runs, load {os.getloadavg()[0]:.1f}")
        print(f"{'':24} {'wall':>9}  {'processor':>9}  {'anchor':>9}  {'ratio':>7}  {'memory':>9}")
        for name, (rows, most) in WORK.items():
            if asked.only not in (None, name):
                continue
            command = ["forecast", name, "--db", str(file), "--as-of", AS_OF.isoformat(), "-o", os.devnull]
            fetching = [sys.executable, "-c", ANCHOR, str(file), *rows]
            times: dict[str, list[tuple[float, float, float]]] = {"table": [], "json": []}
            theirs = []
            for _ in range(asked.runs):
                for form, ours in times.items():
                    theirs.append(worked(fetching)[1])
                    ours.append(worked([sys.executable, "-m", "asnkarier", *command, "--format", form]))
                theirs.append(worked(fetching)[1])
            anchor = statistics.median(theirs)
            for form, ours in times.items():
                wall, used = (statistics.median(one[place] for one in ours) for place in (0, 1))
                memory = max(one[2] for one in ours)
                print(
                    f"{name + ', ' + form:24} {wall:7.2f} s  {used:7.2f} s  {anchor:7.2f} s"
                    f"  {used / anchor:5.2f} × (at most {most})  {memory:5.0f} MiB",
                    flush=True,
                )


if __name__ == "__main__":
    main()
