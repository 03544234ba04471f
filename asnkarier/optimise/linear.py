"""Linear and mixed-integer programs through HiGHS: rows are added as they come, everything is handed over at once."""

import math
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import highspy
import numpy as np

THREADS = 2
WORK = 20_000_000
"""Columns times nodes of the search tree after which an integer program stops with what it has."""
LEAST_NODES = 500
GUARD = 600.0
"""Seconds after which a program is given up, whatever it has: far behind what any should take."""


class Solved(NamedTuple):
    """What the solver found: values, bound, duals (of a linear program), and whether it is proved to be the best."""

    values: Any
    objective: float
    bound: float
    duals: Any
    optimal: bool


class Program:
    """max c·x under rows of lower ≤ a·x ≤ upper."""

    def __init__(self) -> None:
        """Begin without columns and rows."""
        self.cost: list[float] = []
        self.upper: list[float] = []
        self.lower: list[float] = []
        self._starts: list[int] = [0]
        self._columns: list[int] = []
        self._values: list[float] = []
        self._low: list[float] = []
        self._high: list[float] = []

    def column(self, cost: float, upper: float = 1.0) -> int:
        """Add a column between 0 and `upper`; return its place."""
        self.cost.append(cost)
        self.upper.append(upper)
        self.lower.append(0.0)
        return len(self.cost) - 1

    def row(self, columns: Sequence[int], values: Sequence[float], low: float, high: float) -> int:
        """Add a row; return its place."""
        self._columns.extend(columns)
        self._values.extend(values)
        self._starts.append(len(self._columns))
        self._low.append(low)
        self._high.append(high)
        return len(self._low) - 1

    def rows(self) -> Iterator[tuple[list[int], list[float], float, float]]:
        """Yield the rows: columns, values, lower and upper bound."""
        for place, (low, high) in enumerate(zip(self._low, self._high, strict=True)):
            part = slice(self._starts[place], self._starts[place + 1])
            yield self._columns[part], self._values[part], low, high

    def solve(
        self,
        *,
        integer: bool,
        absolute_gap: float = 0.0,
        start: Sequence[float] | None = None,
        nodes: int | None = None,
        gap: float = 0.0,
        seconds: float = GUARD,
    ) -> Solved:
        """Maximise; an integer program stops when the best is proved up to a gap, absolute or as a part of its value.

        It stops too after so many nodes (None: by its size).
        The time is a guard far behind: where it is not over, the same program has the same answer on every machine.
        """
        count = len(self.cost)
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = count, len(self._low)
        model.col_cost_ = np.asarray(self.cost, float)
        model.col_lower_ = np.asarray(self.lower, float)
        model.col_upper_ = np.asarray(self.upper, float)
        model.row_lower_ = np.asarray(self._low, float)
        model.row_upper_ = np.asarray(self._high, float)
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.asarray(self._starts, np.int32)
        model.a_matrix_.index_ = np.asarray(self._columns, np.int32)
        model.a_matrix_.value_ = np.asarray(self._values, float)
        model.sense_ = highspy.ObjSense.kMaximize
        if integer:
            model.integrality_ = [highspy.HighsVarType.kInteger] * count
        solver: Any = highspy.Highs()  # type: ignore[no-untyped-call]  # highspy leaves it untyped
        for name, value in (
            ("output_flag", False),
            ("threads", THREADS),
            ("time_limit", seconds),
            ("random_seed", 0),
            ("mip_rel_gap", gap),
            ("mip_max_nodes", max(LEAST_NODES, WORK // max(count, 1)) if nodes is None else nodes),
            ("mip_abs_gap", max(absolute_gap, 1e-9)),
            ("mip_feasibility_tolerance", 1e-9),
        ):
            solver.setOptionValue(name, value)
        solver.passModel(model)
        if start is not None:
            first = highspy.HighsSolution()
            first.col_value = list(start)
            solver.setSolution(first)
        solver.run()
        info = solver.getInfo()
        solution = solver.getSolution()
        values = np.asarray(solution.col_value)
        status = solver.getModelStatus()
        found = info.objective_function_value if len(values) else 0.0
        return Solved(
            values,
            found,
            info.mip_dual_bound if integer else found if len(values) else math.inf,
            np.asarray(solution.row_dual),
            status == highspy.HighsModelStatus.kOptimal,
        )
