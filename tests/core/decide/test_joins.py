"""How several years and records become one: every join of every measure that counts several, and ladders that fall."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnkarier.commands.decide.deciding import ground, records
from asnkarier.core.decide.measures import bounds
from asnkarier.core.errors import RuleError
from asnkarier.core.numbers import SCALE
from asnkarier.core.policy import MEASURES, Component, Join
from asnkarier.core.talent.measuring import measure
from asnkarier.law.load import regulations
from asnkarier.law.policy_load import from_text
from asnkarier.store.queries import staff
from tests.core.decide.one_component import policy_of
from tests.town import Town, town

ON = date(2026, 6, 30)
ADI = "198001012005011001"
LADDERS = {
    "awards": "[components.uji.ladder]\ninternational = 60\nnational = 40\nsatyalancana = 30\ninstitution = 20\nnone = 0\n",
    "assignments": "[components.uji.ladder]\nlead_across = 70\nlead_inside = 50\nmember_across = 40\nmember_inside = 30\nnone = 0\n",
    "predicate": '[components.uji.ladder]\n"Sangat Baik" = 90\nBaik = 40\n"Butuh Perbaikan" = 20\nKurang = 10\n"Sangat Kurang" = 0\n',
    "training": '[components.uji.ladder]\n"0" = 0\n"10" = 40\n"20" = 80\n"30" = 100\n',
}


def written(t: Town, name: str) -> None:
    """Two years of everything."""
    if name == "predicate":
        t.evaluation(ADI, 2024, "sangat_baik")
        t.evaluation(ADI, 2025, "baik")
    elif name == "targets":
        # 2024: 95 of 100; 2025: 40 and 60 of 100.
        for year, realised in ((2024, 95), (2025, 40), (2025, 60)):
            t.fact(
                "indicator", ADI, year=year, indicator=f"i{realised}",
                target=100 * SCALE, realised=realised * SCALE, direction="higher",
            )  # fmt: skip
    elif name == "feedback":
        for year, score in ((2024, 90), (2025, 50), (2025, 70)):
            t.fact("feedback", ADI, year=year, giver=f"g{score}", giver_key=f"g{score}", score=score * SCALE)
    elif name == "training":
        for year, jp in ((2024, 24), (2025, 12)):
            t.fact(
                "training",
                ADI,
                title=f"t{year}",
                title_key=f"t{year}",
                ended_on=f"{year}-05-01",
                year=year,
                jp=jp * SCALE,
            )
    elif name == "awards":
        for scope, day in (("national", "2025-02-01"), ("institution", "2026-02-01")):
            t.fact("award", ADI, title=scope, title_key=scope, scope=scope, awarded_on=day)
    else:
        for role, day in (("leader", "2025-02-01"), ("member", "2026-02-01")):
            t.fact(
                "assignment", ADI, title=role, title_key=role, role=role, scope="across", started_on=day, ended_on=day
            )


def points(
    tmp_path: Path, name: str, join: str | None, *, covered: bool = True, ladder: str | None = None
) -> Sequence[float]:
    rest = (f'join = "{join}"\n' if join else "") + (LADDERS.get(name, "") if ladder is None else ladder)
    with town(tmp_path / "town.sqlite") as t:
        t.unit("Dinas Contoh")
        t.post("Kepala Bidang Satu", "Dinas Contoh", "administrator")
        t.person(
            ADI,
            "Adi Contoh",
            post="Kepala Bidang Satu",
            unit="Dinas Contoh",
            since="2020-01-01",
            appointed_on="2005-01-01",
        )
        if covered:
            for register in ("awards", "assignments", "trainings", "feedback"):
                t.covers(register, "2026-12-31")
        written(t, name)
        base = ground(t.db, regulations(), from_text(policy_of(name, rest), "uji.toml"), ON)
        found = measure(base.setting.policy.components["uji"], base.setting)(
            staff.one(t.db, t.people[ADI], ON), records(base, None)
        )
    assert found is not None
    low, high, divisor = found
    return low / divisor / SCALE, high / divisor / SCALE


@pytest.mark.parametrize(
    ("name", "join", "expected"),
    [
        # Baik 40 in 2025, Sangat Baik 90 in 2024; a sum of 130 is capped at 100, where the policy says no other cap.
        ("predicate", "latest", 40),
        ("predicate", "best", 90),
        ("predicate", "mean", 65),
        ("predicate", "sum", 100),
        ("predicate", None, 40),
        # 2025: (40 + 60) / 2 = 50; 2024: 95. The mean is that of the years, however many entries they have: (50 + 95) / 2 = 72.5.
        ("targets", "latest", 50),
        ("targets", "best", 95),
        ("targets", "mean", 72.5),
        ("targets", None, 72.5),
        ("targets", "sum", 100),
        # 2025: (50 + 70) / 2 = 60; 2024: 90; the mean score is that of all three: 70.
        ("feedback", "latest", 60),
        ("feedback", "best", 90),
        ("feedback", "mean", 70),
        ("feedback", None, 70),
        # 12 JP in 2025 (40 points), 24 in 2024 (80); together 36 (100), in the mean 18 (40).
        ("training", "latest", 40),
        ("training", "best", 80),
        ("training", "mean", 40),
        ("training", "sum", 100),
        ("training", None, 100),
        # Institution 20 in 2026, national 40 in 2025: together 60.
        ("awards", "latest", 20),
        ("awards", "best", 40),
        ("awards", None, 40),
        ("awards", "mean", 30),
        ("awards", "sum", 60),
        # Member across 40 in 2026, leader across 70 in 2025: 110 together, capped at 100.
        ("assignments", "latest", 40),
        ("assignments", "best", 70),
        ("assignments", None, 70),
        ("assignments", "mean", 55),
        ("assignments", "sum", 100),
    ],
)
def test_years_and_records_are_joined_as_the_policy_says(
    tmp_path: Path, name: str, join: str | None, expected: float
) -> None:
    assert points(tmp_path, name, join) == (expected, expected)


@pytest.mark.parametrize(
    ("name", "join", "expected"),
    [
        ("awards", "best", (40, 60)),
        ("awards", "sum", (60, 100)),  # 20 and 40, and whatever is not recorded up to the cap
        ("awards", "latest", (0, 60)),  # a later one may exist that nobody recorded
        ("assignments", "mean", (0, 70)),
        ("training", "latest", (40, 100)),  # 12 JP and whatever is not recorded
        ("training", "mean", (40, 100)),
    ],
)
def test_a_register_that_does_not_reach_the_day_leaves_a_range(
    tmp_path: Path, name: str, join: str, expected: tuple[float, float]
) -> None:
    assert points(tmp_path, name, join, covered=False) == expected


def test_a_ladder_that_falls_keeps_the_range_the_right_way_round(tmp_path: Path) -> None:
    # 36 JP and more: 100 points from 0, 60 from 40.
    falling = '[components.uji.ladder]\n"0" = 100\n"40" = 60\n'
    assert points(tmp_path, "training", "sum", covered=False, ladder=falling) == (60, 100)


@pytest.mark.parametrize(
    ("cap", "covered", "expected"),
    [
        # 20 and 40 of the awards on record; more may be given where the register does not reach, up to the cap.
        (None, True, (60, 60)),
        (None, False, (60, 100)),
        (100, True, (60, 60)),
        (100, False, (60, 100)),
        (60, False, (60, 60)),
        (59, True, (59, 59)),
        (59, False, (59, 59)),
    ],
)
def test_a_sum_reaches_its_cap_and_no_further(
    tmp_path: Path, cap: int | None, covered: bool, expected: tuple[float, float]
) -> None:
    ladder = (f"cap = {cap}\n" if cap is not None else "") + LADDERS["awards"]
    assert points(tmp_path, "awards", "sum", covered=covered, ladder=ladder) == expected


@pytest.mark.parametrize(
    ("name", "most"),
    [
        # No more than one education, one worst sanction and one answer: 60 points at most, whatever the cap of 100 allows.
        ("education", 60),
        ("discipline", 60),
        ("field_of_study", 60),
        ("leadership_training", 60),
        ("mentoring", 60),
        ("team_results", 60),
        # Awards and assignments may be any number; predicates and ratings one in each of two years: 120, capped.
        ("awards", 100),
        ("assignments", 100),
        ("predicate", 100),
        ("work_result", 100),
        ("behaviour", 100),
    ],
)
@pytest.mark.parametrize("join", ["latest", "sum"])
def test_only_what_joins_several_adds_up_to_more_than_its_most_points(name: str, most: int, join: Join) -> None:
    names = dict(zip(MEASURES[name].names, [60, *[0] * 9], strict=False))
    component = Component(name, 2, join, 100, 0, names, (), "scale")  # type: ignore[arg-type]  # plain integers
    assert bounds(component) == (0, most if join == "sum" else 60, 1)
    if name in ("predicate", "work_result", "behaviour"):
        # Of one year alone there is one.
        assert bounds(component._replace(years=1)) == (0, 60, 1)


def test_a_worst_sanction_that_is_not_known_counts_no_more_than_none(tmp_path: Path) -> None:
    """No register of sanctions: never 60 to being served 0, added up or not."""
    ladder = "[components.uji.ladder]\nnone = 60\nringan = 50\nsedang = 40\nberat = 25\nserved = 0\n"
    assert measured(tmp_path, "discipline", lambda _: None, f'join = "sum"\n{ladder}') == (0, 60)


STEPS = st.dictionaries(st.integers(1, 50), st.integers(0, 100), max_size=5)


@given(STEPS, st.integers(0, 100), st.integers(0, 60), st.integers(0, 60))
def test_between_is_the_least_and_the_most_of_every_number_between(
    steps: dict[int, int], first: int, one: int, other: int
) -> None:
    ladder = tuple(sorted({**steps, 0: first}.items()))
    component = Component("training", 1, "sum", 100, 0, {}, ladder, "scale")  # type: ignore[arg-type]  # plain integers
    low, high = sorted((one, other))
    every = [component.points(value) for value in range(low, high + 1)]
    assert component.between(low, high) == (min(every), max(every))


def measured(tmp_path: Path, name: str, write: Callable[[Town], None], rest: str) -> tuple[float, float]:
    """Return the range of one component for what `write` puts into a town whose registers reach where it says."""
    with town(tmp_path / "town.sqlite") as t:
        t.unit("Dinas Contoh")
        t.post("Kepala Bidang Satu", "Dinas Contoh", "administrator")
        t.person(ADI, "Adi Contoh", post="Kepala Bidang Satu", since="2020-01-01", appointed_on="2005-01-01")
        write(t)
        base = ground(t.db, regulations(), from_text(policy_of(name, rest), "uji.toml"), ON)
        person, found = staff.one(t.db, t.people[ADI], ON), records(base, None)
        points = measure(base.setting.policy.components["uji"], base.setting)(person, found)
    assert points is not None
    return points[0] / points[2] / SCALE, points[1] / points[2] / SCALE


@pytest.mark.parametrize(
    ("join", "covered", "expected"),
    [
        # 80 in 2024. To the end of 2025 nothing is missing: there was no feedback. A day less, and 2025 may be 0 to 100:
        # the mean (80 + 0..100) / 2, the best 80..100, the latest any.
        ("mean", "2025-12-31", (80, 80)),
        ("mean", "2025-12-30", (40, 90)),
        ("best", "2024-12-31", (80, 100)),
        ("latest", "2025-12-31", (80, 80)),
        ("latest", "2024-12-31", (0, 100)),
    ],
)
def test_feedback_of_a_year_that_the_register_does_not_reach(
    tmp_path: Path, join: str, covered: str, expected: tuple[float, float]
) -> None:
    def write(t: Town) -> None:
        t.covers("feedback", covered)
        t.fact("feedback", ADI, year=2024, giver="g", giver_key="g", score=80 * SCALE)

    assert measured(tmp_path, "feedback", write, f'join = "{join}"\n') == expected


KEPKA_AWARDS = (
    "[components.uji.ladder]\ninternational = 100\nnational = 85\nsatyalancana = 70\ninstitution = 50\nnone = 0\n"
)
KEPKA_ASSIGNMENTS = (
    "[components.uji.ladder]\nlead_across = 100\nlead_inside = 85\nmember_across = 70\nmember_inside = 50\nnone = 0\n"
)


def test_an_award_without_a_scope_is_one_all_the_same(tmp_path: Path) -> None:
    def write(t: Town) -> None:
        t.covers("awards", "2026-12-31")
        t.fact("award", ADI, title="x", title_key="x", awarded_on="2026-02-01")

    # From the institution, 50, to international, 100.
    assert measured(tmp_path, "awards", write, KEPKA_AWARDS) == (50, 100)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"role": "leader", "scope": "inside"}, (85, 85)),
        ({"role": "leader"}, (85, 100)),
        ({"role": "member"}, (50, 70)),
        ({"scope": "across"}, (70, 100)),
        ({"scope": "inside"}, (50, 85)),
        ({}, (50, 100)),
    ],
)
def test_what_is_known_of_an_assignment_narrows_its_range(
    tmp_path: Path, known: dict[str, str], expected: tuple[float, float]
) -> None:
    def write(t: Town) -> None:
        t.covers("assignments", "2026-12-31")
        t.fact("assignment", ADI, title="x", title_key="x", started_on="2026-02-01", **known)

    assert measured(tmp_path, "assignments", write, KEPKA_ASSIGNMENTS) == expected


@pytest.mark.parametrize(
    ("measure_", "ladder"),
    [
        ("training", '[components.uji.ladder]\n"0" = 0\n"20" = 100\n"20.0" = 90\n'),
        ("predicate", LADDERS["predicate"] + "baik = 50\n"),
    ],
)
def test_a_ladder_names_each_step_once(measure_: str, ladder: str) -> None:
    with pytest.raises(RuleError) as refused:
        from_text(policy_of(measure_, ladder), "uji.toml")
    assert refused.value.code == "rule_twice"
