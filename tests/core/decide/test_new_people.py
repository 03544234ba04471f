"""Years before somebody was appointed are no missing data: they are left out, the others are counted as ever."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from asnkarier.commands.decide.deciding import ground, records
from asnkarier.core.decide.checks.personal import appointed, first_day, first_year
from asnkarier.core.decide.evaluated import Own, expected
from asnkarier.core.decide.talent import Scorer
from asnkarier.core.numbers import SCALE
from asnkarier.core.talent.measuring import measure
from asnkarier.law.load import regulations
from asnkarier.law.policy_load import from_text
from asnkarier.store.queries import staff
from tests.core.decide.one_component import policy_of
from tests.town import Town, town

ADI = "199001012025061001"
RATINGS = "[components.uji.ladder]\nabove = 100\nmeets = 80\nbelow = 50\n"
PREDICATES = '[components.uji.ladder]\n"Sangat Baik" = 100\nBaik = 80\n"Butuh Perbaikan" = 60\nKurang = 40\n"Sangat Kurang" = 20\n'
LADDERS = {"predicate": PREDICATES, "work_result": RATINGS}


def performance(
    tmp_path: Path,
    appointed_on: str | None,
    write: Any = None,
    *,
    name: str = "predicate",
    years: int = 2,
    rest: str = 'join = "mean"\n',
    on: date = date(2026, 6, 30),
) -> tuple[tuple[float, float] | None, tuple[float, float], bool]:
    """Return the points of the component, those of performance, and whether the ceiling may hold the person down."""
    with town(tmp_path / "town.sqlite") as t:
        t.unit("Dinas Contoh")
        t.post("Pengadministrasi", None, "pelaksana")
        t.post("Guru Ahli Pertama", None, "jf_ahli_pertama", job_family="pendidikan")
        post = "Guru Ahli Pertama" if name == "exempt" else "Pengadministrasi"
        t.person(ADI, "Adi Contoh", post=post, unit="Dinas Contoh", since="2025-06-01", appointed_on=appointed_on)
        t.covers("history", "2026-12-31")
        if write is not None:
            write(t)
        of = "targets" if name == "exempt" else name
        text = policy_of(of, rest + LADDERS.get(of, ""), years=years)
        base = ground(t.db, regulations(), from_text(text, "uji.toml"), on)
        person, found = staff.one(t.db, t.people[ADI], on), records(base, None)
        points = measure(base.setting.policy.components["uji"], base.setting)(person, found)
        talent = Scorer(base.setting).talent(person, found)
    axis = talent.performance
    return (
        None if points is None else (points[0] / points[2] / SCALE, points[1] / points[2] / SCALE),
        (axis[0] / axis[2] / SCALE, axis[1] / axis[2] / SCALE),
        bool({1, 3, 6} & set(talent.boxes)),
    )


def evaluated(*years: int) -> Any:
    def write(t: Town) -> None:
        for year in years:
            t.evaluation(ADI, year, "baik")

    return write


@pytest.mark.parametrize(
    ("appointed_on", "years", "points"),
    [
        # As of mid-2026 the years 2025 and 2024 are looked at; Baik is 80, a missing year 20 to 100.
        ("2024-12-31", (2025,), (50, 90)),  # of 2024 an evaluation is expected: (80 + 20..100) / 2
        ("2025-01-01", (2025,), (80, 80)),  # 2024 is before the first year
        ("2025-12-31", (2025,), (80, 80)),
        ("2025-12-31", (), (20, 100)),  # appointed during the year: expected, and missing
        ("2026-01-01", (), None),  # no year of one's own is over
        ("2026-01-01", (2025,), (80, 80)),  # what is recorded counts, whatever the day of the appointment says
        (None, (2025,), (80, 80)),  # the NIP says June 2025
    ],
)
def test_years_before_the_appointment(
    tmp_path: Path, appointed_on: str | None, years: tuple[int, ...], points: tuple[float, float] | None
) -> None:
    found, axis, _ = performance(tmp_path, appointed_on, evaluated(*years))
    assert found == points
    # Where nothing applies nothing is known of the axis.
    assert axis == (points or (0, 100))


def scored(t: Town) -> None:
    t.fact("feedback", ADI, year=2025, giver="x", giver_key="x", score=80 * SCALE)


@pytest.mark.parametrize(("appointed_on", "held"), [("2025-12-31", True), ("2026-01-01", False)])
def test_no_ceiling_from_a_year_before_the_appointment(tmp_path: Path, appointed_on: str, held: bool) -> None:
    # Feedback of 80 is in the middle row; an evaluation of 2025 that is expected and missing may hold down to the low one.
    assert performance(tmp_path, appointed_on, scored, name="feedback")[1:] == ((80, 80), held)


def test_in_the_grace_no_year_before_the_first_stands_in(tmp_path: Path) -> None:
    # On 1 February 2026 2024 and 2023 may stand in for 2025 not evaluated yet: they are before the appointment.
    (tmp_path / "one").mkdir()
    assert performance(tmp_path / "one", "2025-06-01", on=date(2026, 2, 1))[0] == (20, 100)
    # 2024 is a year of one's own, 2023 is not.
    assert performance(tmp_path, "2024-06-01", evaluated(2024), on=date(2026, 2, 1))[0] == (80, 80)


def rated(t: Town) -> None:
    t.evaluation(ADI, 2025, "sangat_baik", work_result="above", behaviour="above")


@pytest.mark.parametrize(
    ("appointed_on", "points"),
    [("2024-12-31", (75, 100)), ("2025-01-01", (100, 100))],  # above is 100; a missing year 50 to 100
)
def test_ratings(tmp_path: Path, appointed_on: str, points: tuple[float, float]) -> None:
    assert performance(tmp_path, appointed_on, rated, name="work_result")[0] == points


@pytest.mark.parametrize(
    ("appointed_on", "years", "points"),
    [
        # Three years, 2023 to 2025.
        ("2023-12-31", (2024, 2025), (200 / 3, 100)),
        ("2024-01-01", (2024, 2025), (100, 100)),
        ("2024-01-01", (2025,), (50, 100)),
        ("2026-01-01", (), None),
    ],
)
def test_consistency(tmp_path: Path, appointed_on: str, years: tuple[int, ...], points: Any) -> None:
    found = performance(tmp_path, appointed_on, evaluated(*years), name="consistency", years=3)[0]
    assert found == (None if points is None else pytest.approx(points, abs=0.001))


def indicators(*years: int) -> Any:
    def write(t: Town) -> None:
        for year in years:
            for number, realised in enumerate((100, 50)):
                t.fact(
                    "indicator", ADI, year=year, indicator=f"i{number}",
                    target=100 * SCALE, realised=realised * SCALE, direction="higher",
                )  # fmt: skip

    return write


@pytest.mark.parametrize(
    ("appointed_on", "name", "join", "years", "points"),
    [
        # 2025: (100 + 50) / 2 = 75. 2024 is missing: 0 to 100, as many indicators as 2025 has.
        ("2005-01-01", "targets", "mean", (2025,), (37.5, 87.5)),
        ("2005-01-01", "targets", "best", (2025,), (75, 100)),
        ("2005-01-01", "targets", "sum", (2025,), (75, 100)),  # 75 to 175, at most 100
        ("2005-01-01", "targets", "latest", (2025,), (75, 75)),
        ("2005-01-01", "targets", "mean", (2024, 2025), (75, 75)),
        ("2005-01-01", "targets", "mean", (2024,), (37.5, 87.5)),
        ("2005-01-01", "targets", "mean", (), (0, 100)),
        # Both sides of the first year.
        ("2024-12-31", "targets", "mean", (2025,), (37.5, 87.5)),
        ("2025-01-01", "targets", "mean", (2025,), (75, 75)),
        ("2026-01-01", "targets", "mean", (), None),
        # Of teachers no indicators are expected.
        ("2005-01-01", "exempt", "mean", (2025,), (75, 75)),
        ("2005-01-01", "exempt", "mean", (), None),
    ],
)
def test_targets_over_two_years(
    tmp_path: Path, appointed_on: str, name: str, join: str, years: tuple[int, ...], points: Any
) -> None:
    rest = f'join = "{join}"\ncap = 100\n'
    assert performance(tmp_path, appointed_on, indicators(*years), name=name, rest=rest)[0] == points


@pytest.mark.parametrize(("appointed_on", "points"), [("2025-12-31", (0, 100)), ("2026-01-01", None)])
def test_feedback(tmp_path: Path, appointed_on: str, points: Any) -> None:
    assert performance(tmp_path, appointed_on, name="feedback")[0] == points


def test_the_rule_of_who_is_expected_to_have_an_evaluation() -> None:
    assert expected((2025, 2024, 2023), (), Own(2024)) == (2025, 2024)
    assert expected((2025, 2024, 2023), (2023,), Own(2025)) == (2025, 2023)


@pytest.mark.parametrize(
    ("nip", "kind", "between"),
    [
        ("199001012025061001", "PNS", ("2025-06-01", "2025-06-30")),  # digits 9–14: year and month
        ("199001012024021001", "CPNS", ("2024-02-01", "2024-02-29")),
        ("199001012025121001", None, ("2025-12-01", "2025-12-31")),  # a PPPK has a count from 21 where this has a month
        ("199001012025211001", "PPPK", ("2025-01-01", "2025-12-31")),  # digits 13–14 count the agreements
        ("199001012025211001", None, ("2025-01-01", "2025-12-31")),
        ("199001012025061001", "PPPK", ("2025-01-01", "2025-12-31")),
        ("199001012025131001", "PNS", None),  # no month, and no count of agreements
        ("199001012025201001", "PNS", None),
        ("199001012025001001", "PNS", None),
    ],
)
def test_the_nip_says_when_somebody_was_appointed(
    tmp_path: Path, nip: str, kind: str | None, between: tuple[str, str] | None
) -> None:
    with town(tmp_path / "town.sqlite") as t:
        t.person(nip, "Adi Contoh", kind=kind)
        person = staff.one(t.db, t.people[nip], date(2026, 6, 30))
    assert appointed(person) == between
    assert first_year(person) == (int(between[0][:4]) if between else 0)
    # What is on record stands, whatever the NIP says.
    assert appointed(person._replace(appointed_on="2019-03-04")) == ("2019-03-04", "2019-03-04")
    # The NIP of a PPPK changes with the agency: it does not deny an earlier service.
    assert first_day(person) == (between[0] if between and kind in ("PNS", "CPNS") else None)
