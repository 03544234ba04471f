"""JP of a year: each training converted by its form, with the form's cap a month.

A form that counts by days needs the days; where they are not known the JP as recorded stand in, and where nothing is
recorded the JP are not known, which is not zero.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from asnkarier.core.numbers import SCALE
from asnkarier.core.rules.development import FormRule, Learning, TrainingRule

Basis = Literal["certified", "converted", "recorded", "capped", "unknown"]
"""How the JP came about: as certified, converted by the form, as recorded because days or form are not known, or
cut off by the cap of a month."""


class Attended(NamedTuple):
    """One training a person took part in, as recorded. `jp` is an integer of 1/10 000."""

    person_id: int
    title: str
    form: str | None
    started_on: str | None
    ended_on: str | None
    year: int | None
    jp: int | None
    abroad: bool = False

    def counts_in(self, year: int) -> bool:
        """Tell whether its hours belong to the year: the one in which it ended, else began, else the one recorded."""
        day = self.ended_on or self.started_on
        return int(day[:4]) == year if day else self.year == year

    @property
    def month(self) -> str:
        """The month in which it ended, '' where no day is known."""
        return (self.ended_on or self.started_on or "")[:7]


class Credited(NamedTuple):
    """A training with the JP it counts for; None where they are not known."""

    attended: Attended
    jp: int | None
    basis: Basis
    learning: Learning | None


class Hours(NamedTuple):
    """The JP of one person in a year; `unknown` trainings have hours that nobody recorded."""

    jp: int
    unknown: int
    trainings: int
    by_learning: tuple[int, int, int]
    """JP of experience, of learning from others, of formal learning: the parts of 70-20-10."""

    @property
    def known(self) -> int | None:
        """The JP known, at least; None where trainings are on record and the hours of none of them are."""
        return None if self.unknown and not self.jp else self.jp


def hours_of(trainings: Sequence[Attended], rule: TrainingRule, year: int) -> list[Credited]:
    """Return the trainings of one person that belong to `year`, each with its JP, in the order of their days."""
    return _credited(sorted([t for t in trainings if t.counts_in(year)], key=_in_order), rule)


def jp_of(trainings: Sequence[Attended], rule: TrainingRule) -> list[tuple[int, int | None]]:
    """Return the JP of each training of one person, of whatever years, in the order given: for sure, and at most (None: nothing tells)."""
    years: dict[int | None, list[int]] = {}
    for place, attended in enumerate(trainings):
        day = attended.ended_on or attended.started_on
        years.setdefault(int(day[:4]) if day else attended.year, []).append(place)
    found: list[tuple[int, int | None]] = [(0, None)] * len(trainings)
    for places in years.values():
        places.sort(key=lambda place: _in_order(trainings[place]))
        for place, credited in zip(places, _credited([trainings[p] for p in places], rule), strict=True):
            jp, attended = credited.jp, credited.attended
            # What may lie beyond the cap of a month counts no more than it would below it.
            found[place] = (0, converted(attended, rule.forms.get(attended.form or ""))[0]) if jp is None else (jp, jp)
    return found


def _in_order(attended: Attended) -> tuple[str, str]:
    return attended.ended_on or attended.started_on or "", attended.title


def _credited(mine: Sequence[Attended], rule: TrainingRule) -> list[Credited]:
    """Convert the trainings of one person and year, given in the order of their days, each form up to its cap of a month."""
    used: dict[tuple[str, str], int] = {}
    dated = Counter((t.form or "", t.month) for t in mine if t.month)
    sure = _sure(dated, rule)
    result = []
    for attended in mine:
        form = rule.forms.get(attended.form or "")
        learning = form.learning if form else None
        jp, basis = converted(attended, form)
        if form is not None and form.most_a_month is not None and jp is not None and attended.month:
            slot = (attended.form or "", attended.month)
            used[slot] = used.get(slot, 0) + 1
            if used[slot] > form.most_a_month:
                jp, basis = 0, "capped"
        elif form is not None and form.most_a_month is not None and jp is not None:
            # Without a day it may lie in any month: what goes beyond the fullest one's cap is not known to count.
            sure[attended.form or ""] -= 1
            if sure[attended.form or ""] < 0:
                jp, basis = None, "unknown"
        result.append(Credited(attended, jp, basis, learning))
    return result


def _sure(dated: Mapping[tuple[str, str], int], rule: TrainingRule) -> dict[str, int]:
    """Return for each form with a cap how many without a day count whatever month they lie in."""
    fullest: dict[str, int] = {}
    for (name, _), count in dated.items():
        fullest[name] = max(fullest.get(name, 0), count)
    return {
        name: max(0, form.most_a_month - fullest.get(name, 0))
        for name, form in rule.forms.items()
        if form.most_a_month is not None
    }


def converted(attended: Attended, form: FormRule | None) -> tuple[int | None, Basis]:
    """Return the JP of one training before the cap of its month, and how they came about."""
    if form is None:
        return (attended.jp, "recorded") if attended.jp is not None else (None, "unknown")
    if form.per == "certified":
        if attended.jp is None:
            return None, "unknown"
        share = form.abroad_share if attended.abroad and form.abroad_share is not None else 0
        return attended.jp * (100 * SCALE + share) // (100 * SCALE), "certified"
    times = _times(attended, form)
    each = form.abroad if attended.abroad else form.national
    if times is None or each is None:
        return (attended.jp, "recorded") if attended.jp is not None else (None, "unknown")
    return times * each, "converted"


def _times(attended: Attended, form: FormRule) -> int | None:
    """Return how many days, times or semesters it took; None where its days are not known."""
    if form.per in ("time", "assignment", "visit"):
        return 1
    if attended.started_on is None or attended.ended_on is None:
        return None
    since, until = date.fromisoformat(attended.started_on), date.fromisoformat(attended.ended_on)
    if until < since:
        return None
    if form.per == "day":
        return (until - since).days + 1
    months = (until.year - since.year) * 12 + until.month - since.month + 1
    return None if form.months is None else -(-months // form.months)


def summed(credited: Iterable[Credited]) -> Hours:
    """Add up the hours of one person."""
    jp = unknown = trainings = 0
    parts = {"experience": 0, "social": 0, "formal": 0}
    for one in credited:
        trainings += 1
        if one.jp is None:
            unknown += 1
            continue
        jp += one.jp
        if one.learning:
            parts[one.learning] += one.jp
    return Hours(jp, unknown, trainings, (parts["experience"], parts["social"], parts["formal"]))


def reaches(hours: Hours, at_least: int) -> Literal["met", "not_met", "unknown"]:
    """Tell whether someone has enough hours; with hours that nobody recorded, less is not the same as too few."""
    if hours.jp >= at_least:
        return "met"
    return "unknown" if hours.unknown else "not_met"
