"""Trainings of which it is not known what they were: each counts once, so the range is that of every way to read them."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations_with_replacement, product
from typing import Any

import pytest

from asnkarier.core.appraisal.ip_asn import Score, index
from asnkarier.core.appraisal.ip_asn_facts import Attendance, Learning, Meter
from asnkarier.core.decide.records import Records
from asnkarier.core.numbers import SCALE
from asnkarier.core.person import Person
from asnkarier.law.load import regulations

DAY = date(2025, 12, 31)
RULE = regulations().ip_asn.on(DAY).value
BLANK: dict[str, Any] = dict.fromkeys(Person._fields)
SOMEBODY = Person(**{**BLANK, "id": 1, "nip": "0" * 18, "name": "Contoh"})
LEARNING = Learning(RULE, regulations().training.on(DAY).value, DAY)


def attended(kind: str | None, jp: float | None, form: str = "bimtek", ended_on: str = "2025-03-01") -> Attendance:
    return Attendance(kind, form, None, None, ended_on, None, None if jp is None else round(jp * SCALE), False)


def competency(post: str, trainings: Sequence[Attendance], *, complete: bool = True) -> Score:
    """Return the part of someone who holds a post of the kind, as the program counts it."""
    records = Records(coverage={"trainings": [("", "2025-12-31")]} if complete else {})
    meter = Meter(RULE, records, {1: LEARNING.sum(trainings)}, {1: post}, DAY, 2024, year_recorded=False)
    return index(RULE, meter.measure(SOMEBODY), "PKA" if post == "administrator" else None).competency


def points(score: Score) -> tuple[float, float]:
    return score.low / SCALE, score.high / SCALE


@pytest.mark.parametrize(
    ("post", "trainings", "low", "high"),
    [
        # One bimtek of 20 JP: technical (22.5), a seminar (17.5) or another (0), and only one of them.
        ("pelaksana", [(None, 20)], 0, 22.5),
        # 19.5 JP are no technical training: a seminar (17.5) or nothing.
        ("pelaksana", [(None, 19.5)], 0, 17.5),
        # 12 + 8 = 20: both technical (22.5), or one a seminar (17.5), never 40.
        ("pelaksana", [(None, 12), (None, 8)], 0, 22.5),
        ("pelaksana", [(None, 20), (None, 2)], 0, 40),
        # 12 JP that are technical for sure: with the other 8 they make 20.
        ("pelaksana", [("technical", 12), (None, 8)], 0, 22.5),
        ("pelaksana", [("technical", 12), (None, 7.5)], 0, 17.5),
        ("pelaksana", [("technical", 20), (None, 8)], 22.5, 40),
        ("pelaksana", [("seminar", None), (None, 8)], 17.5, 17.5),
        # Of a functional post: functional or technical (15), or a seminar (10).
        ("jf_ahli_muda", [(None, 20)], 0, 15),
        ("jf_ahli_muda", [(None, 20), (None, 20)], 0, 30),
        ("jf_ahli_muda", [(None, 20), (None, 20), (None, 2)], 0, 40),
        ("jf_ahli_muda", [("functional", 40), (None, 20)], 15, 30),
        ("administrator", [(None, 20)], 0, 15),
        ("administrator", [(None, 2), (None, 2)], 0, 25),
        # A technical training of which the hours are not known is technical or too short, and nothing else.
        ("pelaksana", [("technical", None)], 0, 22.5),
        ("pelaksana", [("technical", None), (None, 5)], 0, 40),
    ],
)
def test_a_training_counts_once(
    post: str, trainings: list[tuple[str | None, float | None]], low: float, high: float
) -> None:
    # A form that says no hours by itself, so that None is not known.
    assert points(competency(post, [attended(*one) for one in trainings])) == (low, high)


def test_where_the_register_does_not_reach_there_may_be_more() -> None:
    assert points(competency("pelaksana", [attended(None, 20)], complete=False)) == (0, 40)


@pytest.mark.parametrize(
    ("ended_on", "high"),
    [
        # Technical in the 12 months before 31 December 2025, a seminar in the 24; after that day nothing.
        ("2025-01-01", 22.5),
        ("2024-12-31", 17.5),
        ("2024-01-01", 17.5),
        ("2023-12-31", 0),
        ("2025-12-31", 22.5),
        ("2026-01-01", 0),
    ],
)
def test_the_months_of_a_training_without_a_kind(ended_on: str, high: float) -> None:
    assert points(competency("pelaksana", [attended(None, 20, ended_on=ended_on)])) == (0, high)


def test_a_workshop_whose_hours_are_not_known_is_a_workshop_at_least() -> None:
    # A seminar for sure (17.5), technical training where it had 20 JP (22.5): never both.
    assert points(competency("pelaksana", [attended("technical", None, "workshop")])) == (17.5, 22.5)


MENU = (
    attended(None, 20),
    attended(None, 12),
    attended(None, 30, ended_on="2024-06-01"),
    attended(None, None),
    attended("technical", 8),
    attended("technical", None),
    attended("technical", 12, "workshop"),
    attended("technical", 20, "workshop"),
    attended("technical", None, "workshop"),
    attended("seminar", 4, "seminar"),
    attended("leadership", 900),
    attended("functional", 100),
)
HOURS = (0, 5, 20)
"""What hours that are not known are tried as."""


def readings(training: Attendance) -> Iterator[tuple[str, float, bool]]:
    """Yield what a training may have been: its kind, its hours, whether it is a workshop as well."""
    kinds = (training.kind,) if training.kind else ("leadership", "functional", "technical", "seminar", "other")
    if training.kind == "leadership":
        kinds = ("leadership", "other")  # of which level is not known
    hours = (training.jp / SCALE,) if training.jp is not None else HOURS
    for kind, jp in product(kinds, hours):
        yield str(kind), jp if (training.ended_on or "") > "2024-12-31" else 0, training.form == "workshop"


def counted(post: str, known: Sequence[tuple[str, float, bool]]) -> float:
    """Return the points where everything is known: a technical workshop counts where it earns most, once."""
    own, technical, seminar = {"pelaksana": (0, 22.5, 17.5)}.get(post, (15, 15, 10))
    name = "functional" if post.startswith("jf") else "leadership"
    best = 0.0
    workshops = [jp for kind, jp, workshop in known if workshop and kind == "technical"]
    for as_seminar in product((False, True), repeat=len(workshops)):
        hours = sum(jp for kind, jp, workshop in known if kind == "technical" and not workshop)
        hours += sum(jp for jp, other in zip(workshops, as_seminar, strict=True) if not other)
        had = any(as_seminar) or any(kind == "seminar" for kind, _, _ in known)
        points = own * any(kind == name for kind, _, _ in known) + technical * (hours >= 20) + seminar * had
        best = max(best, points)
    return best


@pytest.mark.parametrize("post", ["pelaksana", "jf_ahli_muda", "administrator"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_every_way_to_read_them(post: str, count: int) -> None:
    for chosen in combinations_with_replacement(MENU, count):
        worlds = [counted(post, world) for world in product(*(tuple(readings(one)) for one in chosen))]
        assert points(competency(post, chosen)) == (min(worlds), max(worlds)), chosen
