"""Which open solver plans best: the same exact program through each one that is installed: `python -m benchmarks.solvers`.

    python -m venv peers && peers/bin/pip install highspy numpy ortools pyscipopt mip
    peers/bin/python -m benchmarks.solvers [--people 60 200] [--seconds 60]

The program is the one that `training plan` solves for a small city: who goes where, which classes are held. Each solver has two threads
and the same time. Weight is what its packages and theirs take on disk; all of them need numpy or nothing besides.
"""

import argparse
import json
import math
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, distribution
from typing import NamedTuple

THREADS = 2
WHOLE = 10_000
"""What a row is multiplied by where a solver takes whole numbers only."""


Row = tuple[list[int], list[float], float, float]
"""Columns, values, lower and upper bound."""


class Program(NamedTuple):
    """max cost·x under rows, x whole and from 0 to `upper`."""

    cost: list[float]
    upper: list[float]
    rows: list[Row]


class Answer(NamedTuple):
    """What a solver found and proved."""

    objective: float
    bound: float


def highs(program: Program, seconds: float) -> Answer:
    """Solve with HiGHS, as the product does."""
    from asnkarier.optimise.linear import Program as Ours

    ours = Ours()
    for cost, upper in zip(program.cost, program.upper, strict=True):
        ours.column(cost, upper)
    for row in program.rows:
        ours.row(*row)
    found = ours.solve(integer=True, seconds=seconds, absolute_gap=0.9)
    return Answer(found.objective if len(found.values) else math.nan, found.bound)


def cp_sat(program: Program, seconds: float) -> Answer:
    """Solve with CP-SAT of OR-tools."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    columns = [model.new_int_var(0, round(upper), "") for upper in program.upper]
    for places, values, low, high in program.rows:
        factor = 1 if all(float(v).is_integer() for v in values) else WHOLE
        total = sum(columns[c] * round(v * factor) for c, v in zip(places, values, strict=True))
        if low > -math.inf:
            model.add(total >= math.ceil(low * factor - 1e-6))
        if high < math.inf:
            model.add(total <= math.floor(high * factor + 1e-6))
    model.maximize(sum(column * round(cost) for column, cost in zip(columns, program.cost, strict=True) if cost))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = THREADS
    status = solver.solve(model)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return Answer(solver.objective_value if found else math.nan, solver.best_objective_bound)


def scip(program: Program, seconds: float) -> Answer:
    """Solve with SCIP."""
    from pyscipopt import Model as Scip
    from pyscipopt import quicksum

    model = Scip()
    model.hideOutput()
    model.setParam("limits/time", seconds)
    model.setParam("limits/absgap", 0.9)
    columns = [model.addVar(vtype="I", lb=0, ub=upper) for upper in program.upper]
    for places, values, low, high in program.rows:
        total = quicksum(v * columns[c] for c, v in zip(places, values, strict=True))
        if low > -math.inf:
            model.addCons(total >= low)
        if high < math.inf:
            model.addCons(total <= high)
    model.setObjective(quicksum(k * c for k, c in zip(program.cost, columns, strict=True) if k), "maximize")
    model.optimize()
    return Answer(model.getObjVal() if model.getNSols() else math.nan, model.getDualbound())


def cbc(program: Program, seconds: float) -> Answer:
    """Solve with CBC, through python-mip."""
    import mip

    model = mip.Model(sense=mip.MAXIMIZE, solver_name=mip.CBC)
    model.verbose = 0
    model.threads = THREADS
    model.max_mip_gap_abs = 0.9
    columns = [model.add_var(var_type=mip.INTEGER, lb=0, ub=upper) for upper in program.upper]
    for places, values, low, high in program.rows:
        total = mip.xsum(v * columns[c] for c, v in zip(places, values, strict=True))
        if low > -math.inf:
            model += total >= low
        if high < math.inf:
            model += total <= high
    model.objective = mip.xsum(k * c for k, c in zip(program.cost, columns, strict=True) if k)
    model.optimize(max_seconds=seconds)
    return Answer(model.objective_value if model.num_solutions else math.nan, model.objective_bound)


SOLVERS: dict[str, tuple[Callable[[Program, float], Answer], tuple[str, ...]]] = {
    "HiGHS": (highs, ("highspy",)),
    "CP-SAT": (cp_sat, ("ortools", "absl-py", "protobuf", "pandas", "python-dateutil", "immutabledict")),
    "SCIP": (scip, ("pyscipopt",)),
    "CBC": (cbc, ("mip", "cbcbox", "cffi")),
}


def weight(packages: tuple[str, ...]) -> float | None:
    """Return the MiB of packages on disk; None where the first of them is not installed."""
    total = 0
    for place, name in enumerate(packages):
        try:
            files = distribution(name).files or []
        except PackageNotFoundError:
            if not place:
                return None
            continue
        for file in files:
            with suppress(OSError):
                total += file.locate().stat().st_size  # type: ignore[union-attr]
    return total / 2**20


def small_city(people: int) -> Program:
    """Return the product's program for a plan solved exactly: seats and money in proportion, two absences a unit and month."""
    from asnkarier.optimise.exact import Model
    from benchmarks.plan import problem

    whole = problem(people, 60, 20, 400_000 * people)
    offers = tuple(o._replace(seats=max(3, people // 8), seats_min=min(o.seats_min, 3)) for o in whole.offers)
    learners = tuple(learner._replace(unit=learner.person_id % (people // 10 + 1)) for learner in whole.learners)
    model = Model(whole._replace(offers=offers, learners=learners, absences=2))
    for column, gain in model.count:
        model.program.cost[column] += float(gain)
    return Program(model.program.cost, model.program.upper, list(model.program.rows()))


def child(name: str, seconds: float) -> None:
    """Solve the program on stdin with one solver: two of them in one process get at each other's libraries."""
    cost, upper, rows = json.load(sys.stdin)
    wall, busy = time.perf_counter(), time.process_time()
    found = SOLVERS[name][0](Program(cost, upper, rows), seconds)
    took = time.perf_counter() - wall, time.process_time() - busy
    print(json.dumps({**found._asdict(), "wall": took[0], "cpu": took[1]}))


def main() -> None:
    """Solve each size with each solver, each in a process of its own."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, nargs="+", default=[60, 200, 600])
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--child", choices=list(SOLVERS), help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.child:
        child(asked.child, asked.seconds)
        return
    print("| people | columns | solver | MiB | wall s | CPU s | closes | below its bound |")
    print("|---|---|---|---|---|---|---|---|")
    for people in asked.people:
        program = small_city(people)
        for name, (_, needs) in SOLVERS.items():
            mib = weight(needs)
            if mib is None:
                continue
            command = [sys.executable, "-m", "benchmarks.solvers", "--child", name, "--seconds", str(asked.seconds)]
            done = subprocess.run(command, input=json.dumps(program), capture_output=True, text=True, check=False)
            if done.returncode:
                print(
                    f"| {people} | {len(program.cost):,} | {name} | {mib:,.0f} | – | – | {done.stderr[-60:].strip()!r} | – |"
                )
                continue
            told = json.loads(done.stdout.splitlines()[-1])
            below = 100 * (told["bound"] - told["objective"]) / told["bound"] if told["bound"] else math.nan
            print(
                f"| {people} | {len(program.cost):,} | {name} | {mib:,.0f} | {told['wall']:.1f} | {told['cpu']:.1f}"
                f" | {told['objective']:,.0f} | {below:.2f} % |",
                flush=True,
            )


if __name__ == "__main__":
    main()
