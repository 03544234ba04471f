"""What never fails, whoever the people are: order, bystanders and better data, and the change that explain proposes."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from asnkarier.commands.decide.defend.computing import Basis, Computed, compute
from asnkarier.core.decide.remedy import Remedy, remedy
from asnkarier.core.decide.shortlist import Judged
from asnkarier.core.defend.contributions import compared, contributions, sure
from asnkarier.core.names import folded, folded_position
from asnkarier.law.load import regulations
from asnkarier.law.policy_load import policy
from asnkarier.store.sealed.facts import BY_TABLE
from asnkarier.store.sealed.memory import database

ON = date(2026, 10, 1)
OPEN = "9999-12-31"
SCALE = 10_000
TARGET, SECTION, DESK = 1, 2, 3
POOL = {"on_duty": 0, "not_considered": {}, "not_on_duty": {}}
REGISTERS = ("history", "discipline", "trainings", "educations")
PREDICATES = ("sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang")
POINTS = {"sangat_baik": 100, "baik": 80, "butuh_perbaikan": 60, "kurang": 40, "sangat_kurang": 20}
EDUCATIONS = ("SLTA", "D-III", "S1", "S2", "S3")
EDUCATION_POINTS = {"SLTA": 60, "D-III": 70, "S1": 80, "S2": 90, "S3": 100}


@dataclass(frozen=True)
class Someone:
    """A person as a few facts; the rest is the same for everyone."""

    number: int
    kind: str = "PNS"
    post: int = SECTION
    since: date = date(2022, 1, 1)
    before: date | None = None
    """Head of a section since this day, until the present post."""
    education: str = "S1"
    level: int = 27_000
    """Attained in each of the nine, in 1/10 000; a section asks 2, a division 3."""
    assessed_on: date = date(2025, 6, 1)
    predicates: Mapping[int, str] = field(default_factory=lambda: {2024: "baik", 2025: "baik"})
    jp: int = 30
    sanction: tuple[str, date] | None = None

    @property
    def nip(self) -> str:
        return f"19800101200501{self.number:04d}"


def rows(people: Sequence[Someone]) -> dict[str, list[Any]]:
    """Return the rows a decision about these people reads."""
    found: dict[str, list[Any]] = {table: [] for table in BY_TABLE}

    def add(table: str, **values: Any) -> None:
        found[table].append(tuple(values.get(column) for column in BY_TABLE[table].columns))

    rule = regulations().competency.on(ON).value
    for rank, competency in enumerate(rule.competencies, 1):
        add(
            "competency",
            id=rank,
            name=competency.name,
            name_key=folded(competency.name),
            grp=competency.group,
            rank=rank,
        )
    for number, name, kind in (
        (TARGET, "Kepala Bidang", "administrator"),
        (SECTION, "Kepala Seksi", "pengawas"),
        (DESK, "Pengadministrasi", "pelaksana"),
    ):
        add("position", id=number, name=name, name_key=folded_position(name), position_kind=kind)
    for register in REGISTERS:
        add("coverage", kind=register, covers_until="2099-12-31")
    for p in people:
        who = {"person_id": p.number}
        add(
            "person",
            id=p.number,
            name=f"Contoh {p.number}",
            birth_date="1980-01-01",
            appointed_on="2005-01-01",
            education=p.education,
        )
        add("person_nip", nip=p.nip, since="", until=OPEN, **who)
        begins = {"since": "2005-01-01", "until": OPEN, **who}
        add("person_status", status="aktif", **begins)
        add("person_kind", employee_kind=p.kind, **begins)
        add("person_post", position_id=p.post, stated=1, **{**begins, "since": p.since.isoformat()})
        if p.before is not None:
            until = (p.since - timedelta(days=1)).isoformat()
            add(
                *("history",),
                id=p.number, position="Kepala Seksi", position_key="kepala seksi", position_kind="pengawas",
                since=p.before.isoformat(), until=until, **who,
            )  # fmt: skip
        for year, predicate in p.predicates.items():
            add(
                "evaluation",
                id=p.number * 100 + year % 100,
                year=year,
                period="annual",
                started_on="",
                predicate=predicate,
                **who,
            )
        add("assessment", id=p.number, assessed_on=p.assessed_on.isoformat(), purpose="", **who)
        for competency in range(1, 10):
            add("assessment_level", assessment_id=p.number, competency_id=competency, level=p.level)
        add("training", id=p.number, title="Bimtek", year=ON.year - 1, jp=p.jp * SCALE, **who)
        if p.sanction is not None:
            level, decided = p.sanction
            ends = date(decided.year + 1, decided.month, 1).isoformat()
            add(
                "discipline",
                id=p.number,
                level=level,
                decided_on=decided.isoformat(),
                effective_on=decided.isoformat(),
                ends_on=ends,
                **who,
            )
    return found


def judged(people: Sequence[Someone], on: date = ON) -> Computed:
    """Judge everyone for the post."""
    with database(rows(people)) as db:
        return compute(Basis(db, regulations(), policy("umum"), on, TARGET), POOL)


def ranks(found: Computed) -> dict[str, int]:
    return {place.judged.person.nip: place.rank for place in found.found.ranked}


def someone(number: int) -> st.SearchStrategy[Someone]:
    """Return people with anything from everything to nothing in order."""
    return st.builds(
        Someone,
        number=st.just(number),
        kind=st.sampled_from(("PNS", "PNS", "PNS", "PPPK")),
        since=st.dates(date(2020, 1, 1), date(2026, 9, 1)),
        before=st.none() | st.dates(date(2010, 1, 1), date(2019, 12, 1)),
        post=st.sampled_from((SECTION, SECTION, DESK)),
        education=st.sampled_from(EDUCATIONS),
        level=st.integers(10_000, 40_000),
        assessed_on=st.dates(date(2023, 10, 2), date(2026, 9, 30)),
        predicates=st.fixed_dictionaries({2024: st.sampled_from(PREDICATES), 2025: st.sampled_from(PREDICATES[:3])}),
        jp=st.integers(0, 40),
        sanction=st.none()
        | st.tuples(st.sampled_from(("ringan", "sedang", "berat")), st.dates(date(2022, 1, 1), date(2026, 9, 30))),
    )


def fit(number: int) -> st.SearchStrategy[Someone]:
    """Return people who may well be eligible."""
    return st.builds(
        Someone,
        number=st.just(number),
        education=st.sampled_from(EDUCATIONS[2:]),
        level=st.integers(20_000, 30_000),
        predicates=st.fixed_dictionaries(
            {2024: st.sampled_from(PREDICATES[:2]), 2025: st.sampled_from(PREDICATES[:2])}
        ),
        jp=st.integers(0, 40),
    )


groups = st.integers(2, 6).flatmap(lambda count: st.tuples(*(fit(number) for number in range(1, count + 1))))
quick = settings(max_examples=40, deadline=None)


@quick
@given(groups, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_never_matters(people: Sequence[Someone], random: Any) -> None:
    mixed = list(people)
    random.shuffle(mixed)
    assert ranks(judged(mixed)) == ranks(judged(people))
    orders = [[p.judged.person.nip for p in judged(group).found.ranked] for group in (people, mixed)]
    assert orders[0] == orders[1]


@quick
@given(groups, someone(9))
def test_one_more_person_reorders_nobody(people: Sequence[Someone], more: Someone) -> None:
    without = [p.judged.person.nip for p in judged(people).found.ranked]
    found = [p.judged.person.nip for p in judged([*people, more]).found.ranked]
    assert [nip for nip in found if nip != more.nip] == without


@quick
@given(groups, st.data())
def test_better_data_never_lower_a_rank(people: Sequence[Someone], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(people) - 1))
    one = people[place]
    better = data.draw(
        st.sampled_from(
            (
                replace(one, level=min(30_000, one.level + 2_000)),
                replace(one, predicates={**one.predicates, 2025: "sangat_baik"}),
                replace(one, education="S3"),
                replace(one, jp=one.jp + 20),
            )
        )
    )
    before = ranks(judged(people))
    after = ranks(judged([*people[:place], better, *people[place + 1 :]]))
    if one.nip in before:
        assert after[one.nip] <= before[one.nip]


@quick
@given(someone(1), someone(2))
def test_the_parts_sum_to_the_score_and_their_differences_to_its_difference(one: Someone, other: Someone) -> None:
    found = judged([one, other])
    pair = [found.of(p.number) for p in (one, other)]
    parts = [contributions(found.judge, j) for j in pair if j is not None]
    scores = [sure(j) for j in pair if j is not None]
    assert [sum((p.adds for p in each), Fraction(0)) for each in parts] == scores
    assert sum((p.difference for p in compared(*parts)), Fraction(0)) == scores[0] - scores[1]


# -- what explain proposes does what it says ---------------------------------------------------------------------


def proposed(person: Someone, on: date = ON) -> tuple[Judged, Remedy]:
    found = judged([person], on)
    judged_one = found.of(person.number)
    assert judged_one is not None
    return judged_one, remedy(found.judge, judged_one)


def applied(person: Someone, found: Remedy, way: Mapping[str, Any] | None) -> tuple[Someone, date]:
    """Do what is proposed, and let pass the time it takes; who waits is evaluated as before and assessed again."""
    on = max([ON, *(change.on for change in found.changes if change.on is not None)])
    one = person
    for change in found.changes:
        needs: Mapping[str, Any] = change.needs
        if change.check == "status":
            one = replace(one, kind="PNS")
        elif change.check == "education":
            one = replace(one, education=str(needs["to"]))
        elif change.check == "experience_in_post" and change.on is None:
            one = replace(one, before=date(one.since.year - int(needs["years"]) - 1, 1, 1))
        elif change.check == "performance":
            years = needs.get("evaluations") or needs.get("years") or ()
            one = replace(one, predicates={**one.predicates, **dict.fromkeys(years, needs["at_least"])})
            on = max([on, *(date(int(year) + 1, 1, 2) for year in years)])
        elif change.check == "competency":
            # The fewest levels, shared out over the nine and rounded up.
            one = replace(one, level=-(-round(needs["levels"] * SCALE) // 9), assessed_on=ON)
    if any(change.check == "box" and "discipline" not in change.needs for change in found.changes):
        one = moved(one, way)
    waited = {year: one.predicates.get(year, "baik") for year in range(2024, on.year)}
    if on > ON:
        one = replace(one, predicates=waited, assessed_on=max(one.assessed_on, on - timedelta(days=30)))
    return one, on


def moved(one: Someone, way: Mapping[str, Any] | None) -> Someone:
    """Do what moves the box: one of the ways, no more than it asks, or both axes as far as they go."""
    if way is None:
        return replace(
            one, level=50_000, education="S3", jp=40, predicates=dict.fromkeys(one.predicates, "sangat_baik")
        )
    points = way["points"]
    if way["component"] == "predicate":
        best = next(p for p in reversed(PREDICATES) if POINTS[p] >= points)
        return replace(one, predicates=dict.fromkeys(one.predicates, best))
    if way["component"] == "competency":
        asks = next((asks for asks in (2, 3) if measured(one) == min(100, Fraction(one.level * 100, asks * SCALE))), 3)
        return replace(one, level=max(one.level, math.ceil(points * asks * SCALE / 100)), assessed_on=ON)
    if way["component"] == "education":
        return replace(one, education=next(e for e in EDUCATIONS if EDUCATION_POINTS[e] >= points))
    if way["component"] == "training":
        return replace(one, jp=20)
    if way["component"] == "experience":
        return replace(one, since=date(2010, 1, 1), before=None)
    return replace(one, sanction=None)


def measured(one: Someone) -> Fraction | None:
    """Return the points of the component of competency."""
    found = judged([one])
    person = found.of(one.number)
    assert person is not None
    return next(p.low for p in contributions(found.judge, person) if p.component == "competency")


@settings(max_examples=150, deadline=None)
@given(someone(1))
def test_what_is_proposed_makes_eligible(person: Someone) -> None:
    before, found = proposed(person)
    if before.outcome == "met":
        assert found.changes == ()
        return
    assert found.changes
    box = next((change.needs for change in found.changes if change.check == "box"), {})
    ways = box.get("components")
    for way in ways if isinstance(ways, list) else [None]:
        after, on = applied(person, found, way)
        result, left = proposed(after, on)
        assert result.outcome == "met", (way, found.changes, left.changes, on)


@settings(max_examples=60, deadline=None)
@given(someone(1))
def test_time_alone_does_it_on_the_day_and_not_before(person: Someone) -> None:
    _, found = proposed(person)
    day = found.eligible_on
    if day is None:
        return
    years = {year: person.predicates.get(year, "baik") for year in range(2024, day.year)}
    kept = replace(person, predicates=years, assessed_on=max(person.assessed_on, day - timedelta(days=60)))
    assert proposed(kept, day)[0].outcome == "met"
    assert proposed(kept, day - timedelta(days=1))[0].outcome != "met"
