"""Predicates, scores and ratings of another time than the year evaluated: what one law knows and the law of the year does not."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from asnkarier.core.numbers import SCALE, shown, unscaled
from asnkarier.core.parse.base import Bad, text_of
from asnkarier.core.text import folded
from asnkarier.ingest.cells.checks import Problem
from asnkarier.ingest.frames import PredicateScale


def of_another_time(
    scales: Sequence[PredicateScale], values: Mapping[str, Sequence[Any]], written: Sequence[Any] | None
) -> Iterator[Problem]:
    """Yield a warning for each row that speaks in the words of another law; `written` are the predicates as they stand.

    A score where there is a matrix, or ratings where there is a scale, are told only where nothing else gives the predicate; so
    is a score from which none follows: one beyond the scale is an error, one that waits for a new idea a warning.
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
    ideas = values.get("new_idea") or [None] * len(years)
    results = values.get("work_result") or [None] * len(years)
    manners = values.get("behaviour") or [None] * len(years)
    for at, year in enumerate(years):
        scale = next((s for s in reversed(scales) if year is not None and s.since <= int(year)), None)
        if scale is None:
            if year is not None:
                told = {"year": year, "since": scales[0].since, "law": scales[0].law}
                yield Problem(at, "year", "year_before_scales", "warning", told)
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
        elif scale.method == "scale" and scores[at] is not None:
            score = int(scores[at])
            told = {"year": str(year), "law": scale.law, "score": _plain(score)}
            if scale.highest is not None and score > scale.highest:
                yield Problem(at, "score", "score_outside", "error", {**told, "highest": _plain(scale.highest)})
            elif scale.idea_from is not None and score >= scale.idea_from and ideas[at] is None:
                yield Problem(at, "score", "new_idea_not_said", "warning", told)


class Codes:
    """Reads the predicates of a list as BKN's numbers, where every cell is one and the law of the year knows it."""

    def __init__(self, scales: Sequence[PredicateScale]) -> None:
        """Go by these laws, the oldest first."""
        self._scales = scales
        self.words = 0
        """The first row of the list whose predicate is a word."""
        self.law: PredicateScale | None = None
        """By whose numbers predicates were read, once some were."""
        self.rows: list[int] = []
        """That row where numbers were refused: without it they would be read."""

    def decide(self, values: dict[str, list[Any]], numbers: Sequence[int]) -> None:
        """Put the predicate in the place of its number; a number among words is refused, for nothing says what it is."""
        predicates, years = values.get("predicate"), values.get("year")
        if predicates is None or years is None:
            return
        codes = {at: str(bad.values["value"]) for at, bad in enumerate(predicates) if _is_number(bad)}
        if not self.words:
            said = zip(predicates, numbers, strict=True)
            self.words = next((number for one, number in said if type(one) is str), 0)
        for at, code in codes.items():
            year = years[at]
            scale = next((s for s in reversed(self._scales) if type(year) is int and s.since <= year), None)
            name = next((name for name, number in (scale.codes if scale else {}).items() if str(number) == code), None)
            if scale is None or name is None:
                continue
            if self.words:
                self.rows = [self.words]
                predicates[at] = Bad("predicate_code_among_words", {"value": code})
            else:
                predicates[at], self.law = name, scale


def _is_number(found: Any) -> bool:
    return type(found) is Bad and found.code == "word_unknown" and str(found.values["value"]).isdecimal()


_ANSWERS: Final = frozenset(("survey", "feedback"))
_SMALL: Final = 5
"""The highest answer of the usual questionnaires."""
_POINTS: Final = {
    "survey": "score",
    "feedback": "score",
    "assessments": "potential",
    "selections": "score",
    "exams": "score",
    "evaluations": "score",
}
"""Kind → its points of a hundred."""


class Points:
    """Refuses what can hardly be points of a hundred in a column of them: answers of a questionnaire, and fractions of the whole."""

    def __init__(self, kind: str) -> None:
        """Read lists of this kind."""
        self.kind = kind
        self.field = _POINTS.get(kind, "")
        self._above = self._signs = False
        """Whether some marks so far are above 1, and whether some carry the sign of percent."""

    def decide(self, values: dict[str, list[Any]], written: Sequence[Any] | None) -> None:
        """Refuse points that all lie within a questionnaire's scale, or within 1, and single fractions among others.

        `written` are the cells: what carries its sign is what it says, however little it is.
        """
        found = values.get(self.field, ())
        points = [value for value in found if type(value) is int]
        if not points or max(points) <= 0:
            return
        signs = [type(cell) is str and "%" in cell for cell in written or [None] * len(found)]
        self._above = self._above or max(points) > SCALE
        self._signs = self._signs or any(signs)
        refused: Bad | None = None
        if max(points) <= SCALE and not self._above and not self._signs:
            refused = Bad("score_as_fraction") if any(value % SCALE for value in points) else None
        elif self.kind in _ANSWERS and max(points) <= _SMALL * SCALE and not self._signs:
            refused = Bad("score_of_small_scale", {"highest": _SMALL})
        else:
            self._among(values, signs)
        if refused is not None:
            values[self.field] = [refused if type(value) is int else value for value in found]

    def _among(self, values: dict[str, list[Any]], signs: Sequence[bool]) -> None:
        most = SCALE if self._signs else SCALE - 1  # beside 75% a bare 1 may be all of it
        found = values[self.field]
        for at, value in enumerate(found):
            if type(value) is int and 0 < value <= most and not signs[at]:
                found[at] = Bad("score_fraction_among")


def _plain(score: int) -> str:
    """Write a score as it is typed."""
    return f"{shown(unscaled(score), 2):f}".removesuffix(".00")
