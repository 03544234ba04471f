"""Why points that rest on evaluations by year are open: none on record, of parts of the year alone, or one that leaves them open."""

from collections.abc import Collection, Sequence
from typing import Literal

from asnkarier.core.decide.evaluated import parts_alone, year_of
from asnkarier.core.decide.records import Evaluation

Why = Literal["none", "in_parts", "predicate_open", "rating_open"]
EVALUATED = frozenset({"predicate", "work_result", "behaviour", "consistency"})
"""Measures that rest on evaluations by year."""
RATED = ("work_result", "behaviour")
"""Measures of a rating, not of the predicate."""


def why_open(measure: str, rows: Sequence[Evaluation], years: Sequence[int], in_parts: Collection[int]) -> list[Why]:
    """Return why the years that are measured leave points open; `in_parts` are those evaluated in quarters or months."""
    found: dict[Why, None] = {}
    for year in years:
        known = year_of(rows, year)
        if known is None:
            found["in_parts" if year in in_parts else "none"] = None
        elif parts_alone(rows, year):
            found["in_parts"] = None
        elif measure in RATED:
            said = {getattr(rows[place], measure) for place in known.places}
            if len(said) > 1 or not all(said):
                found["rating_open"] = None
        elif known.predicate is None:
            found["predicate_open"] = None
    return list(found)
