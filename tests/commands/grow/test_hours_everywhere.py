"""The JP of one training are one number wherever they count: hours of the year, index of professionalism, talent."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.terminal import asnkarier
from tests.town import SCALE, Town, town

ADI = "198001012005011001"
POLICY = """
name = "latihan"
basis = "Uji"
confidence = "low"
base = "umum"
[potential.weights]
training = 100
"""


def adi(t: Town, **more: Any) -> None:
    """Add a pelaksana whose trainings and sanctions are known up to June 2026."""
    t.unit("Dinas Contoh")
    t.post("Pengadministrasi", None, "pelaksana")
    given = {"post": "Pengadministrasi", "since": "2020-01-01", "unit": "Dinas Contoh", "education": "S1", **more}
    t.person(ADI, "Adi Contoh", **given)
    for register in ("trainings", "discipline"):
        t.covers(register, "2026-06-30")


def told(path: Path, *words: object, on: str = "2026-06-30") -> dict[str, Any]:
    """Return what a command tells of the one person."""
    answer = asnkarier(*words, "--db", path, "--as-of", on, "--format", "json")
    assert answer.code == 0, answer.err
    (found,) = json.loads(answer.out)["people"]
    return dict(found)


def taken(t: Town, form: str, since: str, until: str, jp: float | None = None, abroad: str = "tidak") -> None:
    number = t.db.next_id("training")
    hours = None if jp is None else round(jp * SCALE)
    days = {"started_on": since, "ended_on": until, "dated": until}
    named = {"title": f"Uji {number}", "title_key": f"uji {number}", "training_kind": "technical"}
    t.fact("training", ADI, **named, form=form, jp=hours, abroad=abroad, **days)


MARCH = [("coaching", f"2025-03-{day:02}", f"2025-03-{day:02}") for day in range(3, 13)]


@pytest.mark.parametrize(
    ("trainings", "jp", "index", "points"),
    [
        # 17 + 20 % = 20.4: 20 are reached, so 22.5 of a pelaksana's index and 100 of the component.
        ([("training", "2025-05-05", "2025-05-09", 17, "ya")], 20.4, 22.5, 100),
        # 16 + 20 % = 19.2: not reached.
        ([("training", "2025-05-05", "2025-05-09", 16, "ya")], 19.2, 0, 50),
        # 4 days × 5 = 20, whatever was typed; 3 days × 5 = 15.
        ([("workshop", "2025-05-05", "2025-05-08", 4)], 20, 22.5, 100),
        ([("workshop", "2025-05-05", "2025-05-08")], 20, 22.5, 100),
        ([("workshop", "2025-05-05", "2025-05-07", 24)], 15, 0, 50),
        # An assignment of 20, not recorded.
        ([("detachment", "2025-01-05", "2025-03-30")], 20, 22.5, 100),
        # Ten times in one month: 2 of them × 2 = 4.
        (MARCH, 4, 0, 50),
        ([(*one, 2) for one in MARCH], 4, 0, 50),
        # Twice a month for five months: 10 × 2 = 20.
        (
            [
                ("coaching", f"2025-{month:02}-{day}", f"2025-{month:02}-{day}")
                for month in range(3, 8)
                for day in (10, 20)
            ],
            20,
            22.5,
            100,
        ),
    ],
)
def test_one_training_is_one_number(
    tmp_path: Path, trainings: list[tuple[Any, ...]], jp: float, index: float, points: float
) -> None:
    path, policy = tmp_path / "town.sqlite", tmp_path / "latihan.toml"
    policy.write_text(POLICY)
    with town(path) as t:
        adi(t)
        for one in trainings:
            taken(t, *one)

    assert told(path, "training", "hours", 2025, "--all")["jp"] == jp
    technical = told(path, "ip-asn", 2025)["earned"]["competency"][0]
    assert (technical["value"], technical["points"]) == (jp if index else technical["value"], index)
    talent = told(path, "talent", "--policy", policy)
    assert (talent["potential_low"], talent["potential_high"]) == (points, points)


@pytest.mark.parametrize(
    ("before", "points"),
    [
        # Two of 3 and 4 June 2024 use up what June counts: the one of the 20th gives nothing, 18 JP.
        (("2024-06-03", "2024-06-04"), 0),
        # One leaves room for it: 18 + 2 = 20.
        (("2024-06-03",), 22.5),
    ],
)
def test_what_a_form_counts_in_a_month_may_be_used_up_before_the_months_of_the_index_begin(
    tmp_path: Path, before: tuple[str, ...], points: float
) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        adi(t, begins="2024-01-01")
        taken(t, "training", "2025-03-03", "2025-03-05", 18)
        for day in (*before, "2024-06-20"):
            taken(t, "coaching", day, day)
    # 12 months before 15 June 2025: from 16 June 2024 on.
    found = told(path, "ip-asn", 2025, on="2025-06-15")
    assert found["earned"]["competency"][0]["points"] == points


@pytest.mark.parametrize(
    ("count", "index", "points"),
    [
        # Three coachings of the year without their days: two count whatever month they lie in, the third may: 4 to 6 JP, below 20.
        (3, (45, 45), (50, 50)),
        # Nine: 4 to 18. Ten: 4 to 20, so that the 22.5 of the index and the 100 points are possible.
        (9, (45, 45), (50, 50)),
        (10, (45, 67.5), (50, 100)),
    ],
)
def test_what_may_lie_beyond_the_cap_of_a_month_is_bounded(
    tmp_path: Path, count: int, index: tuple[float, float], points: tuple[float, float]
) -> None:
    path, policy = tmp_path / "town.sqlite", tmp_path / "latihan.toml"
    policy.write_text(POLICY)
    with town(path) as t:
        adi(t)
        t.evaluation(ADI, 2024, "baik")
        for number in range(count):
            named = {
                "title": f"Uji {number}",
                "title_key": f"uji {number}",
                "training_kind": "technical",
                "dated": str(number),
            }
            t.fact("training", ADI, **named, form="coaching", year=2025, jp=2 * SCALE)

    # S1 15, Baik 25, no sanction 5: 45, and 22.5 with 20 JP.
    found = told(path, "ip-asn", 2025)
    assert (found["total_low"], found["total_high"]) == index
    talent = told(path, "talent", "--policy", policy)
    assert (talent["potential_low"], talent["potential_high"]) == points
