"""Predicates, scores and ratings of another time than the year evaluated: what one law knows and the law of the year does not."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from asnkarier.core.parse.base import text_of
from asnkarier.core.text import folded
from asnkarier.ingest.checks import Problem
from asnkarier.ingest.frames import PredicateScale


def of_another_time(
    scales: Sequence[PredicateScale], values: Mapping[str, Sequence[Any]], written: Sequence[Any] | None
) -> Iterator[Problem]:
    """Yield a warning for each row that speaks in the words of another law; `written` are the predicates as they stand.

    A score where there is a matrix, or ratings where there is a scale, are told only where nothing else gives the predicate.
    """
    years = values.get("year")
    if years is None or not scales:
        return
    every = {folded(name) for scale in scales for name in scale.names}
    odd = {name for name in every if any(name not in map(folded, scale.names) for scale in scales)}
    own = {scale.since: frozenset(map(folded, scale.names)) for scale in scales}
    known: dict[Any, str | None] = {}
    predicates = values.get("predicate") or [None] * len(years)
    scores = values.get("score") or [None] * len(years)
    results = values.get("work_result") or [None] * len(years)
    manners = values.get("behaviour") or [None] * len(years)
    for at, year in enumerate(years):
        scale = next((s for s in reversed(scales) if year is not None and s.since <= int(year)), None)
        if scale is None:
            continue
        if predicates[at] is not None:
            cell = written[at] if written is not None else None
            if cell not in known:
                text = folded(text_of(cell)) if cell is not None else ""
                known[cell] = text if text in odd else None
            name = known[cell]
            if name is not None and name not in own[scale.since]:
                told = {"year": year, "law": scale.law, "names": ", ".join(scale.names)}
                yield Problem(at, "predicate", "predicate_of_another_scale", "warning", told)
        elif scale.method == "matrix" and scores[at] is not None and not (results[at] and manners[at]):
            yield Problem(at, "score", "score_of_another_scale", "warning", {"year": year, "law": scale.law})
        elif scale.method == "scale" and scores[at] is None and (results[at] or manners[at]):
            field = "work_result" if results[at] else "behaviour"
            yield Problem(at, field, "ratings_of_another_scale", "warning", {"year": year, "law": scale.law})
