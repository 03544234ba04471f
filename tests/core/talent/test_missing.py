"""Missing is not zero: taking any datum away only widens what is possible, and never decides what was open."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asnkarier.commands.decide.deciding import Ground, asked, ground, target_of
from asnkarier.core.decide.measures import Points
from asnkarier.core.decide.records import (
    Assessment,
    Assignment,
    Degree,
    Evaluated,
    Evaluation,
    Hours,
    Indicator,
    PostClass,
    Posting,
    Records,
    Sanction,
)
from asnkarier.core.decide.shortlist import Judge
from asnkarier.core.decide.talent import Scorer
from asnkarier.core.numbers import SCALE
from asnkarier.core.person import Person
from asnkarier.law.load import regulations
from asnkarier.law.policy_load import built_in, policy
from tests.town import town

ON = date(2026, 6, 30)
DAY = ON.isoformat()
PREDICATES = ("sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang")
RATINGS = ("above", "meets", "below")
REGISTERS = ("discipline", "trainings", "awards", "assignments", "history", "feedback")
POSTS = ("Kepala Bidang Satu", "Kepala Seksi Satu", "Guru Ahli Muda", "Pengadministrasi")
KINDS = ("administrator", "pengawas", "jf_ahli_muda", "pelaksana")


class Grounds(dict[str, tuple[Ground, Judge]]):
    """The setting of every built-in policy, and the judge of one post."""

    def __repr__(self) -> str:
        return "grounds"


@pytest.fixture(scope="module")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Grounds]:
    """Give every policy's setting."""
    path: Path = tmp_path_factory.mktemp("missing") / "town.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.unit("Bidang Satu", "Dinas Contoh")
        for name, kind in zip(POSTS, KINDS, strict=True):
            head = {"heads_unit": "ya"} if kind == "administrator" else {}
            t.post(name, "Bidang Satu", kind, fields_of_study="Hukum", job_family="arsip", **head)
        t.post("Kepala Dinas", "Dinas Contoh", "jpt_pratama", job_family="arsip")
        found = Grounds()
        for name in built_in():
            base = ground(t.db, regulations(), policy(name), ON)
            target = target_of(base.posts[t.posts["Kepala Dinas"]], base)
            found[name] = base, Judge(target, asked(target, base), base.setting, Records())
        yield found


class Known(NamedTuple):
    """Everything about one person; None (or nothing) is not known."""

    post: int | None
    stated: bool
    education: str | None
    field: str | None
    birth_date: str | None
    kind: str | None
    evaluations: tuple[tuple[str | None, str | None, str | None] | None, ...]
    assessed: bool
    levels: tuple[int | None, ...]
    potential: int | None
    hours: tuple[tuple[int | None, int | None], ...]
    sanction: tuple[str, str | None] | None
    indicators: tuple[int | None, ...]
    feedback: tuple[int, ...]
    assignment: tuple[str | None, str | None] | None
    award: str | None
    leadership: str | None
    covered: frozenset[str]


def people() -> st.SearchStrategy[Known]:
    ratings = {(a, b): regulations().predicate.on(ON).value for a in RATINGS for b in RATINGS}
    rule = next(iter(ratings.values()))
    cells = [(c.work_result, c.behaviour, c.predicate) for c in rule.cells]  # type: ignore[union-attr]  # the matrix of today
    return st.builds(
        Known,
        post=st.integers(0, 3),
        stated=st.just(True),
        education=st.sampled_from(("SLTA", "D-III", "S1", "S2")),
        field=st.sampled_from(("Hukum", "Statistika")),
        birth_date=st.sampled_from(("1969-01-01", "1980-01-01")),
        kind=st.sampled_from(("PNS", "PPPK")),
        evaluations=st.tuples(*[st.sampled_from(cells)] * 3),
        assessed=st.just(True),
        levels=st.tuples(*[st.integers(0, 5)] * 9),
        potential=st.integers(0, 100),
        hours=st.lists(st.tuples(st.sampled_from((2024, 2025)), st.integers(0, 40)), max_size=2).map(tuple),
        sanction=st.none()
        | st.tuples(st.sampled_from(("ringan", "sedang", "berat")), st.sampled_from(("2024-12-31", DAY, "2027-01-01"))),
        indicators=st.lists(st.integers(0, 120), max_size=2).map(tuple),
        feedback=st.lists(st.integers(0, 100), max_size=1).map(tuple),
        assignment=st.none() | st.tuples(st.sampled_from(("leader", "member")), st.sampled_from(("across", "inside"))),
        award=st.none() | st.sampled_from(("international", "national", "institution")),
        leadership=st.none() | st.sampled_from(("PKP", "PKA")),
        covered=st.just(frozenset(REGISTERS)),
    )


def less(known: Known) -> st.SearchStrategy[Known]:
    """Take any of it away: a value, a year, a level, how far a register reaches."""

    def gone(value: Any) -> st.SearchStrategy[Any]:
        return st.sampled_from((value, None))

    def each(values: tuple[Any, ...]) -> st.SearchStrategy[tuple[Any, ...]]:
        return st.tuples(*[gone(value) for value in values])

    return st.builds(
        Known,
        post=gone(known.post),
        stated=st.booleans(),
        education=gone(known.education),
        field=gone(known.field),
        birth_date=gone(known.birth_date),
        kind=gone(known.kind),
        evaluations=each(known.evaluations),
        assessed=st.booleans(),
        levels=each(known.levels),
        potential=gone(known.potential),
        hours=st.tuples(*[st.tuples(gone(year), gone(jp)) for year, jp in known.hours]),
        sanction=st.just(known.sanction)
        if known.sanction is None
        else st.tuples(st.just(known.sanction[0]), gone(known.sanction[1])),
        indicators=each(known.indicators),
        feedback=st.sampled_from((known.feedback, ())),
        assignment=st.just(known.assignment)
        if known.assignment is None
        else st.tuples(gone(known.assignment[0]), gone(known.assignment[1])),
        award=st.just(known.award) if known.award is None else st.sampled_from((known.award, "")),
        leadership=st.just(known.leadership) if known.leadership is None else st.sampled_from((known.leadership, "")),
        covered=st.frozensets(st.sampled_from(REGISTERS)),
    )


def record(known: Known, base: Ground) -> tuple[Person, Records]:
    posts = sorted(base.posts)
    number = None if known.post is None else posts[known.post]
    person = Person(
        1, "", "Adi", None, None, None, known.birth_date, "2005-01-01", known.education, known.field,
        known.kind, None, "aktif", "IV/a", None, 0, number, "2022-01-01" if known.stated else DAY, int(known.stated), None,
    )  # fmt: skip
    rows = tuple(
        Evaluation(2025 - back, "annual", "", *row) for back, row in enumerate(known.evaluations) if row is not None
    )
    levels = [level for level in known.levels if level is not None]
    sanction = known.sanction
    kind = None if known.post is None else KINDS[known.post]
    name = "" if known.post is None else POSTS[known.post].lower()
    since = date(2022, 1, 1) if known.stated else ON
    postings = [] if number is None else [Posting(since.toordinal(), None, 0, known.stated, 0)]
    records = Records(
        classes=[PostClass(kind, "arsip" if kind else None, name)],
        patterns=[(), rows],
        evaluations={1: Evaluated(1, tuple(range(len(rows))))} if rows else {},
        postings={1: postings} if postings else {},
        sanctions={1: [Sanction(sanction[0], "2024-06-01", "2024-06-01", sanction[1], None, None, 1)]}
        if sanction
        else {},
        trainings={1: [Hours(year, jp and jp * SCALE, None, "technical", None, "", 1) for year, jp in known.hours]},
        degrees={1: [Degree(known.education, known.field, None, None, 1)]} if known.education and known.field else {},
        indicators={1: [Indicator(2025, 100 * SCALE, r and r * SCALE, "higher") for r in known.indicators]},
        feedback={1: [(2025, score * SCALE, 1) for score in known.feedback]},
        assignments={1: [Assignment(*known.assignment, "2025-03-01", None, None, 1)]} if known.assignment else {},
        awards={1: [(known.award or None, "2025-03-01", 1)]} if known.award is not None else {},
        leadership={1: {known.leadership: 1}} if known.leadership is not None else {},
        heads={posts[0]: 2},
        unit_predicates={2: {2021: "butuh_perbaikan", 2025: "baik"}},
        # A history that is complete and holds no post would say that none was held.
        coverage={key: [("", DAY)] for key in known.covered - ({"history"} if number is None else set())},
    )
    if known.assessed:
        potential = None if known.potential is None else known.potential * SCALE
        records.assessments = {1: Assessment("2025-06-01", 1, None, potential, sum(levels) * SCALE, len(levels))}
    return person, records


def inside(narrow: Points, wide: Points) -> bool:
    return Fraction(wide[0], wide[2]) <= Fraction(narrow[0], narrow[2]) and Fraction(narrow[1], narrow[2]) <= Fraction(
        wide[1], wide[2]
    )


@pytest.mark.parametrize("name", sorted(built_in()))
@settings(max_examples=40)
@given(data=st.data())
def test_taking_data_away_only_widens_what_is_possible(name: str, grounds: Grounds, data: st.DataObject) -> None:
    base, _ = grounds[name]
    known = data.draw(people())
    fewer = data.draw(less(known))
    before = Scorer(base.setting).talent(*record(known, base))
    after = Scorer(base.setting).talent(*record(fewer, base))
    assert inside(before.performance, after.performance)
    assert inside(before.potential, after.potential)
    assert inside(before.value, after.value)
    assert set(before.boxes) <= set(after.boxes)


@settings(max_examples=100)
@given(data=st.data())
def test_taking_data_away_never_decides_what_was_open(grounds: Grounds, data: st.DataObject) -> None:
    base, judge = grounds["umum"]
    known = data.draw(people())
    fewer = data.draw(less(known))
    verdicts = []
    for one in (known, fewer):
        person, records = record(one, base)
        again = Judge(judge.target, judge.asked, base.setting, records)
        verdicts.append(dict(zip(again.names(), again.judge(person).verdicts, strict=True)))
    for check, verdict in verdicts[0].items():
        allowed = ("unknown",) if verdict.outcome == "unknown" else (verdict.outcome, "unknown")
        assert verdicts[1][check].outcome in allowed, check
