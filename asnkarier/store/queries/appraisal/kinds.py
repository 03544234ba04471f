"""Evaluations of everyone, what each says told as one number: hundreds of thousands say one of a few dozen things.

The file gives the number, so that the words of an evaluation are read once for all that say the same, and not once a row.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from asnkarier.core.appraisal import periods
from asnkarier.core.appraisal.periods import PERIODS, all_of
from asnkarier.core.appraisal.said import PredicateReader, Told
from asnkarier.core.decide.records import Evaluation
from asnkarier.core.rules.appraisal import PREDICATES, RATINGS
from asnkarier.store.database import Database

OF_A_YEAR = f"period IN ({', '.join(map(repr, periods.OF_A_YEAR))})"
"""What finds, among evaluations, those that say what a year was."""
_RATINGS = (*RATINGS, None)
_PREDICATES = (*PREDICATES, None)
_SIZES = (2, len(PERIODS), len(_RATINGS), len(_RATINGS), len(_PREDICATES))
"""How many each place of a number tells apart: days, period, work result, behaviour, predicate; the year stands before them."""


class Said(NamedTuple):
    """What an evaluation says. Beside a predicate that is recorded, score and idea stay away: they decide nothing any more."""

    year: int
    period: str
    started_on: str
    ended_on: str | None
    work_result: str | None
    behaviour: str | None
    predicate: str | None
    score: int | None = None
    new_idea: str | None = None


def evaluation(one: Said, reader: PredicateReader) -> Evaluation:
    """Return an evaluation with its predicate, read off its ratings or score where none is recorded."""
    told = Told(one.year, one.work_result, one.behaviour, one.predicate, one.score, one.new_idea)
    began = "" if all_of(one.year, one.period, one.started_on, one.ended_on) else one.started_on
    return Evaluation(one.year, one.period, began, one.work_result, one.behaviour, reader.of(told), *reader.ends(told))


def _weight(place: int) -> int:
    weight = 1
    for size in _SIZES[place:]:
        weight *= size
    return weight


def _case(column: str, words: Sequence[str | None], weight: int) -> str:
    whens = " ".join(f"WHEN '{word}' THEN {number * weight}" for number, word in enumerate(words) if word is not None)
    if words[-1] is not None:
        return f"CASE {column} {whens} END"
    return f"CASE {column} {whens} ELSE CASE WHEN {column} IS NULL THEN {(len(words) - 1) * weight} END END"


# What no number tells is null: days that are not those of a year, a score that decides, a word of no list.
_NUMBER = (
    f"year * {_weight(0)}"
    " + CASE WHEN started_on = '' AND ended_on IS NULL THEN 0"
    f" WHEN started_on = year || '-01-01' AND ended_on = year || '-12-31' THEN {_weight(1)} END"
    f" + {_case('period', PERIODS, _weight(2))}"
    f" + {_case('work_result', _RATINGS, _weight(3))}"
    f" + {_case('behaviour', _RATINGS, _weight(4))}"
    f" + CASE WHEN predicate IS NOT NULL THEN {_case('predicate', PREDICATES, 1)}"
    f" WHEN score IS NULL AND new_idea IS NULL THEN {len(PREDICATES)} END"
)


class Kinds:
    """The evaluations of a question, each with the number of what it says."""

    def __init__(self, db: Database, where: str, values: tuple[Any, ...] = ()) -> None:
        """Read those of which `where` holds."""
        self._db = db
        self._where = where
        self._values = values
        self._said: dict[int, Said] = {}
        self._others: dict[int, Said] | None = None

    def each(self) -> Iterator[tuple[int, int, int]]:
        """Yield person, record and number of each evaluation; what no number tells has the record's own, below 0."""
        sql = f"SELECT person_id, id, COALESCE({_NUMBER}, -id) FROM evaluation WHERE {self._where} ORDER BY id"
        rows: Any = self._db.each(sql, self._values)
        found: Iterator[tuple[int, int, int]] = rows
        return found

    def paths(self) -> tuple[dict[int, int], list[tuple[int, ...]]]:
        """Return person → path, and the numbers of each path in the order they were recorded in; the first path is that of none.

        Hundreds of thousands take a few dozen paths: each row leads on from the path so far, and no list is kept for anybody.
        """
        path_of: dict[int, int] = {}
        leading: list[dict[int, int]] = [{}]
        """Of each path where a number leads on to."""
        paths: list[tuple[int, ...]] = [()]
        rows = self._db.each(
            f"SELECT person_id, COALESCE({_NUMBER}, -id) FROM evaluation WHERE {self._where} ORDER BY id", self._values
        )
        for person, number in rows:
            before = path_of.get(person, 0)
            path = leading[before].get(number)
            if path is None:
                path = leading[before][number] = len(paths)
                paths.append((*paths[before], number))
                leading.append({})
            path_of[person] = path
        return path_of, paths

    def said(self, number: int) -> Said:
        """Return what evaluations of a number say."""
        if number < 0:
            return self._other(-number)
        found = self._said.get(number)
        if found is None:
            found = self._said[number] = _told(number)
        return found

    def _other(self, record: int) -> Said:
        if self._others is None:
            columns = ", ".join(Said._fields)
            rows = self._db.each(
                f"SELECT id, {columns} FROM evaluation WHERE {self._where} AND ({_NUMBER}) IS NULL", self._values
            )
            self._others = {row[0]: Said._make(row[1:]) for row in rows}
        return self._others[record]


def _told(number: int) -> Said:
    places = []
    for size in reversed(_SIZES):
        number, place = divmod(number, size)
        places.append(place)
    predicate, behaviour, work_result, period, days = places
    began, ended = (f"{number}-01-01", f"{number}-12-31") if days else ("", None)
    return Said(
        number, PERIODS[period], began, ended, _RATINGS[work_result], _RATINGS[behaviour], _PREDICATES[predicate]
    )
