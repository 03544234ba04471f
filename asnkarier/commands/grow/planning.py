"""Making the training plan's problem ready: who lacks what, what is on offer, who pays, what already ran."""

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from asnkarier.commands.grow.wanting import Wanting, Wantings
from asnkarier.core.errors import Stopped, Usage
from asnkarier.core.growth.calendar import months
from asnkarier.core.growth.hours import hours_of, summed
from asnkarier.core.growth.money import rupiah
from asnkarier.core.growth.plan import Choice, Learner, Offer, Problem
from asnkarier.core.growth.wants import Want, raised
from asnkarier.core.kinds.vocabulary import words
from asnkarier.core.names import folded, nearest
from asnkarier.core.numbers import SCALE
from asnkarier.core.rules.development import TrainingRule
from asnkarier.core.rules.positions import PositionRule
from asnkarier.core.text import folded as folded_word
from asnkarier.store.database import Database
from asnkarier.store.queries import positions
from asnkarier.store.queries.growth import trainings
from asnkarier.store.queries.growth.trainings import Offered
from asnkarier.store.queries.units import Units

COMMON = ""
"""The name of the one purse of everyone."""
NO_COMPETENCY = 0
FILLERS = 30
"""With many people only so many trainings beyond the needed ones are considered for the hours: the cheapest an hour."""
MANY = 200_000


class Asked(NamedTuple):
    """What the officer asked for."""

    year: int
    as_of: date
    budget: str
    seats: int | None
    absences: int | None
    max_jp: int | None
    hours_first: bool
    done: bool


class Ready(NamedTuple):
    """A problem with what its numbers stand for."""

    problem: Problem
    offered: list[Offered]
    people: list[Wanting]
    """One a learner, in the learners' order, with what already ran taken into account."""
    kept: list[tuple[int, int]]
    """Learner and offer of what already ran."""
    competency_of: list[int]
    """Offer → competency, 0 for none of those known."""


def ready(
    db: Database,
    asked: Asked,
    found: Wantings,
    units: Units,
    rule: TrainingRule,
    position_rule: PositionRule,
) -> Ready:
    """Read catalogue, hours and purses and put the problem together."""
    offered = trainings.catalogue(db)
    _refuse_unusable(offered, asked)
    first = asked.as_of.month + 1 if asked.year == asked.as_of.year else 1
    if asked.year < asked.as_of.year or first > 12:
        raise Usage("plan_year_over", {"year": str(asked.year), "as_of": asked.as_of})
    ids = {folded(c.name): c.id for c in found.competencies.values()}
    competency_of = [ids.get(folded(o.competency or ""), NO_COMPETENCY) for o in offered]
    when = months([folded(o.competency or "") for o in offered], [o.code for o in offered], first)
    kept = _already(db, asked.year, offered, found.people) if asked.done else {}
    heads = Counter(offer for taken in kept.values() for offer, _ in taken)
    purses, purse_of = _purses(asked.budget, units)
    several = len(purses) > 1
    offers = tuple(
        Offer(
            o.code,
            o.jp,
            (o.cost or 0) + (_share(o, several) if several else 0),
            max(0, (o.seats if o.seats is not None else asked.seats or 0) - heads[place]),
            month,
            0 if several else o.class_cost or 0,
            max(0, (o.seats_min or 0) - heads[place]),
            heads[place] > 0,
        )
        for place, (o, month) in enumerate(zip(offered, when, strict=True))
    )
    hours = _hours(db, rule, asked.year)
    kinds = kinds_of(offered)
    held = {
        post.id: positions.kind_of(post.position_kind, post.echelon, post.name, position_rule)
        for post in positions.every(db)
    }
    fillers = _fillers(offers, len(found.people)) if asked.hours_first else []
    learners, people = [], []
    away: Counter[tuple[int | None, int]] = Counter()
    for who in found.people:
        taken = kept.get(who.person.id, [])
        levels = {
            competency_of[o]: max(offered[o].raises_to or 0, 0) for o, _ in taken if competency_of[o] != NO_COMPETENCY
        }
        who = who._replace(wants=tuple(raised(want, levels) for want in who.wants))
        agency = units.agency(who.person.unit_id)
        purse = purse_of.get(agency, COMMON)
        for offer, _month in taken:
            if purse in purses:
                purses[purse] -= offers[offer].cost
        away.update((who.person.unit_id, month) for _, month in taken if month)
        kind = held.get(who.person.position_id) if who.person.position_id is not None else None
        choices = _choices(who.wants, offered, competency_of, kinds, kind, {o for o, _ in taken})
        credited = hours.get(who.person.id, 0)
        missing = 0
        if asked.hours_first and who.person.employee_kind == "PNS":
            missing = max(0, rule.pns_at_least - credited)
        if missing:
            mine = {c.offer for c in choices} | {o for o, _ in taken}
            choices += [
                Choice(place, competency_of[place], 0)
                for place in fillers
                if place not in mine and (not kinds[place] or kind in kinds[place])
            ]
        learners.append(
            Learner(
                who.person.id,
                who.person.unit_id,
                purse,
                _jp_left(who.person.employee_kind, credited, rule, asked.max_jp),
                missing,
                tuple(choices) if purse in purses else (),
                frozenset(month for _, month in taken if month),
            )
        )
        people.append(who)
    places = {who.person.id: place for place, who in enumerate(people)}
    ran = [(places[person], offer) for person, taken in kept.items() for offer, _ in taken]
    for offer in {offer for _, offer in ran}:
        if not several:
            purses[COMMON] -= offers[offer].class_cost
    left = {purse: max(0, money) for purse, money in purses.items()}
    problem = Problem(offers, tuple(learners), left, asked.absences, dict(away), asked.hours_first)
    return Ready(problem, offered, people, ran, competency_of)


def _refuse_unusable(offered: Sequence[Offered], asked: Asked) -> None:
    if not offered:
        raise Stopped("catalogue_empty", {})
    if asked.seats is None and (codes := [o.code for o in offered if o.seats is None]):
        raise Stopped("training_without_seats", {"codes": codes[:10], "count": len(codes)})
    if codes := [o.code for o in offered if o.seats is not None and o.seats <= 0]:
        raise Stopped("training_with_zero_seats", {"codes": codes[:10], "count": len(codes)})
    if codes := [o.code for o in offered if o.jp <= 0]:
        raise Stopped("training_without_jp", {"codes": codes[:10], "count": len(codes)})
    if codes := [o.code for o in offered if o.cost is None and o.class_cost is None]:
        raise Stopped("training_without_cost", {"codes": codes[:10], "count": len(codes)})


def _share(offered: Offered, several: bool) -> int:
    """Return what a head pays of the class where several purses share it: enough even when the class is at its smallest."""
    if not several or not offered.class_cost:
        return 0
    if not offered.seats_min:
        raise Stopped("class_cost_shared", {"code": offered.code})
    return -(-offered.class_cost // offered.seats_min)


def _jp_left(employee_kind: str | None, credited: int, rule: TrainingRule, max_jp: int | None) -> int | None:
    limits: list[int] = []
    if (employee_kind or "").startswith("PPPK"):
        limits.append(rule.pppk_at_most)
    if max_jp is not None:
        limits.append(max_jp * SCALE)
    return max(0, min(limits) - credited) if limits else None


def kinds_of(offered: Sequence[Offered]) -> list[frozenset[str]]:
    """Return the kinds of position each training is meant for; empty for everyone."""
    known = words("position_kind")
    result = []
    for o in offered:
        parts = [part.strip() for part in (o.for_kinds or "").replace("\n", ";").split(";") if part.strip()]
        found = {known.get(folded_word(part), part.lower()) for part in parts}
        result.append(frozenset(found))
    return result


def _choices(
    mine: Sequence[Want],
    offered: Sequence[Offered],
    competency_of: Sequence[int],
    kinds: Sequence[frozenset[str]],
    kind: str | None,
    taken: set[int],
) -> list[Choice]:
    lacking = {want.competency: want for want in mine if want.missing}
    choices = []
    for place, o in enumerate(offered):
        want = lacking.get(competency_of[place])
        if want is None or place in taken or (kinds[place] and kind not in kinds[place]):
            continue
        gain = want.gain(o.raises_to or 0)
        if gain:
            choices.append(Choice(place, want.competency, gain))
    return choices


def _fillers(offers: Sequence[Offer], people: int) -> list[int]:
    places = sorted(range(len(offers)), key=lambda place: (offers[place].cost / offers[place].jp, place))
    return places if people * len(offers) <= MANY else places[:FILLERS]


def _hours(db: Database, rule: TrainingRule, year: int) -> dict[int, int]:
    return {
        person: summed(hours_of(list(attended), rule, year)).jp
        for person, attended in groupby(trainings.of_year(db, year), key=lambda t: t.person_id)
    }


def _already(
    db: Database, year: int, offered: Sequence[Offered], people: Sequence[Wanting]
) -> Mapping[int, list[tuple[int, int | None]]]:
    """Return what of the catalogue each person took part in already this year, and in which month."""
    titles = {folded(o.title): place for place, o in reversed(list(enumerate(offered)))}
    on_duty = {who.person.id for who in people}
    result: dict[int, list[tuple[int, int | None]]] = defaultdict(list)
    for taken in trainings.taken_in(db, year):
        offer = titles.get(taken.title_key)
        if offer is not None and taken.person_id in on_duty:
            result[taken.person_id].append((offer, taken.month))
    return result


def _purses(budget: str, units: Units) -> tuple[dict[str, int], dict[int | None, str]]:
    """Return purse → money and agency → purse: one purse for an amount, else those of a file (agency, amount)."""
    amount = rupiah(budget)
    if amount is not None:
        if amount <= 0:
            raise Usage("budget_zero", {})
        return {COMMON: amount}, {}
    path = Path(budget)
    if not path.is_file():
        raise Usage("budget_unreadable", {"typed": budget})
    purses: dict[str, int] = {}
    purse_of: dict[int | None, str] = {}
    agencies = {folded(units.name(number) or ""): number for number in units.children(None)}
    names = {key: units.name(number) or "" for key, number in agencies.items()}
    for number, (agency, money) in enumerate(_rows(path), 1):
        value = rupiah(money)
        if value is None and number == 1:
            continue  # the header
        if value is None:
            raise Stopped("budget_row_unreadable", {"path": str(path), "row": number, "value": money})
        if value <= 0:
            raise Stopped("budget_row_zero", {"path": str(path), "row": number, "agency": agency})
        unit = agencies.get(folded(agency))
        if unit is None:
            near = nearest(agency, names)
            raise Stopped(
                "budget_agency_unknown", {"path": str(path), "row": number, "agency": agency, "near": near or "–"}
            )
        name = names[folded(agency)]
        purses[name] = purses.get(name, 0) + value
        purse_of[unit] = name
    if not purses:
        raise Stopped("budget_file_empty", {"path": str(path)})
    return purses, purse_of


def _rows(path: Path) -> list[tuple[str, str]]:
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    head = text.partition("\n")[0]
    delimiter = max(";\t,", key=head.count)
    rows = [row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if any(cell.strip() for cell in row)]
    return [(row[0].strip(), row[1].strip() if len(row) > 1 else "") for row in rows]
