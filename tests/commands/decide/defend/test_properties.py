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
from asnkarier.core.decide.remedy import Change, Remedy, remedy
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
TARGET, SECTION, DESK, EXPERT = 1, 2, 3, 4
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
    """Attained in each of the nine, in 1/10 000; a section asks 2, a division 3, an expert of middle rank 4."""
    assessed_on: date | None = date(2025, 6, 1)
    predicates: Mapping[int, str] = field(default_factory=lambda: {2024: "baik", 2025: "baik"})
    jp: int = 30
    trained_in: int = 2025
    sanctions: tuple[tuple[str, date], ...] = ()
    away: tuple[date, date | None] | None = None
    """On leave outside the State's care, since and until."""
    covered: date = date(2099, 12, 31)
    """How far the registers reach."""

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
        (EXPERT, "Analis Ahli Madya", "jf_ahli_madya"),
    ):
        add("position", id=number, name=name, name_key=folded_position(name), position_kind=kind)
    for register in REGISTERS:
        add("coverage", kind=register, covers_until=max(p.covered for p in people).isoformat())
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
        if p.away is None:
            add("person_status", status="aktif", **begins)
        else:
            left, back = p.away
            day_before = (left - timedelta(days=1)).isoformat()
            add("person_status", status="aktif", **{**begins, "until": day_before})
            until = OPEN if back is None else back.isoformat()
            add("person_status", status="cltn", **{**begins, "since": left.isoformat(), "until": until})
            if back is not None:
                add("person_status", status="aktif", **{**begins, "since": (back + timedelta(days=1)).isoformat()})
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
        if p.assessed_on is not None:
            add("assessment", id=p.number, assessed_on=p.assessed_on.isoformat(), purpose="", **who)
            for competency in range(1, 10):
                add("assessment_level", assessment_id=p.number, competency_id=competency, level=p.level)
        add("training", id=p.number, title="Bimtek", year=p.trained_in, jp=p.jp * SCALE, **who)
        for place, (level, decided) in enumerate(p.sanctions):
            ends = date(decided.year + 1, decided.month, 1).isoformat()
            add(
                "discipline",
                id=p.number * 10 + place,
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
        post=st.sampled_from((SECTION, SECTION, DESK, EXPERT)),
        education=st.sampled_from(EDUCATIONS),
        level=st.integers(10_000, 40_000),
        assessed_on=st.none() | st.dates(date(2023, 10, 2), date(2026, 9, 30)),
        predicates=st.fixed_dictionaries({2024: st.sampled_from(PREDICATES), 2025: st.sampled_from(PREDICATES[:3])}),
        jp=st.integers(0, 40),
        sanctions=st.lists(
            st.tuples(st.sampled_from(("ringan", "sedang", "berat")), st.dates(date(2022, 1, 1), date(2026, 9, 30))),
            max_size=2,
            unique_by=lambda sanction: sanction[1],
        ).map(tuple),
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


def applied(person: Someone, changes: Sequence[Change], way: Mapping[str, Any] | None, on: date) -> Someone:
    """Do what is proposed, no more: put it on record as facts. Of the ways into a box take the one given."""
    one = person
    for change in changes:
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
        elif change.check == "competency":
            # The fewest levels, shared out over the nine and rounded up.
            one = replace(one, level=-(-round(needs["levels"] * SCALE) // 9), assessed_on=on)
        elif change.check == "registers":
            one = replace(one, covered=date.fromisoformat(needs["until"]))
        elif change.check == "box" and "boxes" not in needs:
            for kept in needs["components"]:
                one = moved(one, kept, on)
        elif change.check == "box" and not (change.on is not None and way is None):
            one = moved(one, way, on)
    return one


def moved(one: Someone, way: Mapping[str, Any] | None, on: date) -> Someone:
    """Do what moves the box: one of the ways, no more than it asks, or both axes as far as they go."""
    if way is None:
        best = {**dict.fromkeys(one.predicates, "sangat_baik"), on.year - 1: "sangat_baik", on.year - 2: "sangat_baik"}
        return replace(one, level=50_000, assessed_on=on, education="S3", jp=40, predicates=best)
    points = way["points"]
    if way["component"] == "predicate":
        best_one = next(p for p in reversed(PREDICATES) if POINTS[p] >= points)
        years = dict.fromkeys((on.year - 1, on.year - 2), best_one)
        return replace(one, predicates={**one.predicates, **years})
    if way["component"] == "competency":
        asks = {SECTION: 2, DESK: 1, EXPERT: 4}[one.post]
        return replace(one, level=max(one.level, math.ceil(points * asks * SCALE / 100)), assessed_on=on)
    if way["component"] == "education":
        return replace(one, education=next(e for e in EDUCATIONS if EDUCATION_POINTS[e] >= points))
    if way["component"] == "training":
        return replace(one, jp=20, trained_in=on.year - 1)
    if way["component"] == "experience":
        return replace(one, since=date(2010, 1, 1), before=None)
    return replace(one, sanctions=())


def day_of(changes: Sequence[Change], way: Mapping[str, Any] | None = None) -> date:
    """Return the day on which the last of the changes is done; a way into the box makes waiting for it needless."""
    waits = [c.on for c in changes if c.on is not None and not (c.check == "box" and way is not None)]
    return max([ON, *waits])


def ways_of(changes: Sequence[Change]) -> list[Mapping[str, Any] | None]:
    box = next((change for change in changes if change.check == "box"), None)
    if box is None:
        return [None]
    ways = box.needs.get("components")
    told: list[Mapping[str, Any] | None] = list(ways) if isinstance(ways, list) else []
    return told if told and box.on is None else [*told, None]


@settings(max_examples=60, deadline=None)
@given(someone(1))
def test_what_is_proposed_makes_eligible(person: Someone) -> None:
    before, found = proposed(person)
    if before.outcome == "met":
        assert found.changes == ()
        return
    assert found.changes
    for way in ways_of(found.changes):
        day = day_of(found.changes, way)
        provided = found.meanwhile if day == day_of(found.changes) else ()
        after = applied(person, [*found.changes, *provided], way, day)
        result, left = proposed(after, day)
        assert result.outcome == "met", (way, found.changes, left.changes, day)


@settings(max_examples=60, deadline=None)
@given(someone(1))
def test_none_of_what_is_proposed_can_be_left_out(person: Someone) -> None:
    _, found = proposed(person)
    day = day_of(found.changes)
    way = ways_of(found.changes)[0]
    by_hand = [c for c in found.changes if not (c.on is not None and c.alone)]
    for change in by_hand:
        others = [c for c in found.changes if c is not change]
        after = applied(person, [*others, *found.meanwhile], way, day)
        assert proposed(after, day)[0].outcome != "met", (change, found)
    for change in found.meanwhile:
        others = [c for c in (*found.changes, *found.meanwhile) if c is not change]
        after = applied(person, others, way, day)
        assert proposed(after, day)[0].outcome != "met", (change, found)


def waiting(number: int) -> st.SearchStrategy[Someone]:
    """Return people who lack little but time: registers reach to today only, some are or were away."""
    return st.builds(
        Someone,
        number=st.just(number),
        since=st.dates(date(2023, 6, 1), date(2026, 9, 1)),
        level=st.integers(18_000, 30_000),
        assessed_on=st.dates(date(2023, 10, 2), date(2026, 9, 30)),
        predicates=st.fixed_dictionaries(
            {2024: st.sampled_from(PREDICATES[:3]), 2025: st.sampled_from(PREDICATES[:2])}
        ),
        jp=st.integers(0, 40),
        sanctions=st.lists(
            st.tuples(st.sampled_from(("ringan", "sedang", "berat")), st.dates(date(2023, 1, 1), date(2026, 9, 30))),
            max_size=3,
            unique_by=lambda sanction: sanction[1],
        ).map(tuple),
        away=st.none()
        | st.tuples(st.dates(date(2024, 1, 1), date(2025, 1, 1)), st.dates(date(2025, 1, 2), date(2026, 9, 1)))
        | st.tuples(st.dates(date(2026, 10, 5), date(2026, 12, 1)), st.dates(date(2027, 1, 2), date(2027, 9, 1))),
        covered=st.just(ON),
    )


@settings(max_examples=60, deadline=None)
@given(waiting(1))
def test_time_alone_does_it_on_the_day_and_not_before(person: Someone) -> None:
    _, found = proposed(person)
    day = found.eligible_on
    if day is None:
        return
    kept = applied(person, found.meanwhile, None, day)
    assert proposed(kept, day)[0].outcome == "met"
    assert proposed(kept, day - timedelta(days=1))[0].outcome != "met"
