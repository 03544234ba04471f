"""Measures of achievement and growth, each on both sides, through the policies of the cities that name them."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from asnkarier.commands.decide.deciding import ground, records
from asnkarier.core.decide.measures import Points
from asnkarier.core.decide.records import Indicator
from asnkarier.core.numbers import SCALE
from asnkarier.core.talent.growing import achievement
from asnkarier.core.talent.measuring import measure
from asnkarier.law.load import regulations
from asnkarier.law.policy_load import policy
from asnkarier.store.queries import staff
from tests.town import Town, town

ON = date(2026, 6, 30)
ADI, BUDI = "198001012005011001", "198101012006011002"


def points(tmp_path: Path, named: str, component: str, write: Any, **person: Any) -> tuple[float, float] | None:
    with town(tmp_path / "town.sqlite") as t:
        t.unit("Dinas Contoh")
        t.unit("Bidang Satu", "Dinas Contoh")
        t.post("Kepala Bidang Satu", "Bidang Satu", "administrator", heads_unit="ya")
        t.post("Pengadministrasi", None, "pelaksana")
        t.post("Guru Ahli Muda", None, "jf_ahli_muda", job_family="pendidikan")
        given = {"post": "Kepala Bidang Satu", "unit": "Bidang Satu", "since": "2024-01-01", **person}
        covers = given.pop("covers", "2026-06-30")
        if kind := given.pop("kind_of_post", None):
            t.post(given["post"], None, kind)
        t.person(ADI, "Adi Contoh", appointed_on="2005-01-01", **given)
        t.person(BUDI, "Budi Contoh")
        t.covers("history", "2026-06-30")
        t.covers("trainings", covers)
        write(t)
        base = ground(t.db, regulations(), policy(named), ON)
        found: Points | None = measure(base.setting.policy.components[component], base.setting)(
            staff.one(t.db, t.people[ADI], ON), records(base, None)
        )
    return None if found is None else (found[0] / found[2] / SCALE, found[1] / found[2] / SCALE)


def unit_predicates(**years: str) -> Any:
    def write(t: Town) -> None:
        for year, predicate in years.items():
            t.insert(
                "unit_performance",
                unit_id=t.units["Bidang Satu"],
                year=int(year[1:]),
                period="annual",
                predicate=predicate,
            )

    return write


@pytest.mark.parametrize(
    ("since", "years", "expected"),
    [
        # Head since 1 January 2024: before is 2023, during is 2025, the newest full year.
        ("2024-01-01", {"y2023": "butuh_perbaikan", "y2025": "baik"}, (100, 100)),
        ("2024-01-01", {"y2023": "baik", "y2025": "baik"}, (80, 80)),
        ("2024-01-01", {"y2023": "istimewa", "y2025": "baik"}, (80, 80)),
        ("2024-01-01", {"y2023": "kurang", "y2025": "butuh_perbaikan"}, (100, 100)),
        ("2024-01-01", {"y2023": "baik", "y2025": "butuh_perbaikan"}, (60, 60)),
        ("2024-01-01", {"y2023": "butuh_perbaikan", "y2025": "butuh_perbaikan"}, (60, 60)),
        ("2024-01-01", {"y2023": "butuh_perbaikan", "y2024": "baik"}, (100, 100)),  # 2025 is not evaluated
        ("2024-01-01", {"y2025": "baik"}, (80, 100)),  # not known from where
        ("2024-01-01", {"y2025": "sangat_kurang"}, (60, 60)),  # cannot have risen to the lowest
        ("2024-01-01", {}, (60, 100)),
        ("2025-01-01", {"y2024": "kurang", "y2025": "baik"}, (100, 100)),
        ("2025-01-02", {"y2024": "kurang", "y2025": "baik"}, None),  # led no full year yet
    ],
)
def test_team_results(tmp_path: Path, since: str, years: dict[str, str], expected: Any) -> None:
    assert points(tmp_path, "lhokseumawe", "team_results", unit_predicates(**years), since=since) == expected


def test_team_results_without_a_team(tmp_path: Path) -> None:
    assert points(tmp_path, "lhokseumawe", "team_results", unit_predicates(), post="Pengadministrasi") is None


def test_team_results_of_a_head_since_nobody_knows_when(tmp_path: Path) -> None:
    write = unit_predicates(y2023="baik", y2025="baik")
    assert points(tmp_path, "lhokseumawe", "team_results", write, since=None) == (0, 100)


def test_a_renamed_unit_keeps_its_years(tmp_path: Path) -> None:
    def write(t: Town) -> None:
        old = t.unit("Bidang Lama", "Dinas Contoh")
        t.insert("unit_performance", unit_id=old, year=2023, period="annual", predicate="kurang")
        t.insert(
            "succession",
            kind="unit",
            old="Bidang Lama",
            old_key="bidang lama",
            new="Bidang Satu",
            new_key="bidang satu",
            effective_on="2024-01-01",
            how="rename",
        )
        unit_predicates(y2025="baik")(t)

    assert points(tmp_path, "lhokseumawe", "team_results", write) == (100, 100)


# Bidang Satu under whom it was led until a day: Baik in 2023, Istimewa in 2024 and 2025.
ROSE = {"y2023": "baik", "y2024": "istimewa", "y2025": "istimewa"}


def moved_on(
    until: str, since: str, post: str = "Kepala Bidang Dua", begun: str = "2024-01-01", stated: int = 1
) -> Any:
    def write(t: Town) -> None:
        t.unit("Bidang Dua", "Dinas Contoh")
        t.post("Kepala Bidang Dua", "Bidang Dua", "administrator", heads_unit="ya")
        adi = t.people[ADI]
        t.db.execute("DELETE FROM person_post WHERE person_id = ?", (adi,))
        t.span("person_post", adi, begun, until, stated, position_id=t.posts["Kepala Bidang Satu"])
        t.span("person_post", adi, since, position_id=t.posts[post])
        unit_predicates(**ROSE)(t)

    return write


@pytest.mark.parametrize(
    ("write", "expected"),
    [
        # Headed until the last day of 2025, from Baik before to Istimewa: risen, whatever is held today.
        (moved_on("2025-12-31", "2026-01-01"), (100, 100)),
        (moved_on("2025-12-31", "2026-01-01", "Pengadministrasi"), (100, 100)),
        # A day less, and 2024 is the newest full year; nothing is known of the new unit, nor was it led for a year.
        (moved_on("2025-12-30", "2025-12-31"), (100, 100)),
        (moved_on("2025-09-30", "2025-10-01", "Pengadministrasi"), (100, 100)),
        # Less than a full evaluated year.
        (moved_on("2025-12-30", "2025-12-31", begun="2024-01-02"), None),
        # Of the first list, without a TMT: how long before nobody knows.
        (moved_on("2025-09-30", "2025-10-01", begun="2024-06-01", stated=0), (0, 100)),
        (moved_on("2025-12-31", "2026-01-01", begun="2024-06-01", stated=0), (60, 100)),
    ],
)
def test_team_results_of_a_unit_led_before(tmp_path: Path, write: Any, expected: Any) -> None:
    assert points(tmp_path, "lhokseumawe", "team_results", write) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({}, (100, 100)),
        ({"unit": "Bidang Satu"}, (100, 100)),
        ({"unit": "BIDANG SATU", "agency": "Dinas Contoh"}, (100, 100)),
        ({"agency": "Dinas Contoh"}, (100, 100)),
        # Until the next post began, where the history tells no end.
        ({"until": None}, (100, 100)),
        # Of another place, in the stead of somebody, or of a name that no post bears.
        ({"agency": "Dinas Lain"}, None),
        ({"acting": "plt"}, None),
        ({"post": "Kepala Bidang Tiga"}, None),
    ],
)
def test_team_results_of_a_unit_led_by_the_history(tmp_path: Path, row: dict[str, Any], expected: Any) -> None:
    def write(t: Town) -> None:
        told = {"post": "Kepala Bidang Satu", "since": "2024-01-01", "until": "2025-12-31", **row}
        t.history(ADI, **told)
        unit_predicates(**ROSE)(t)

    given = {"post": "Pengadministrasi", "since": "2026-01-01"}
    assert points(tmp_path, "lhokseumawe", "team_results", write, **given) == expected


def test_of_two_units_the_one_led_in_the_newest_full_year_counts(tmp_path: Path) -> None:
    """Bidang Satu in 2024 (from Baik to Istimewa: 100), Bidang Dua since 2025-01-01 (Baik kept in 2025: 80)."""

    def write(t: Town) -> None:
        moved_on("2024-12-31", "2025-01-01")(t)
        for year in (2024, 2025):
            t.insert("unit_performance", unit_id=t.units["Bidang Dua"], year=year, period="annual", predicate="baik")

    assert points(tmp_path, "lhokseumawe", "team_results", write) == (80, 80)


@pytest.mark.parametrize(
    ("target", "realised", "direction", "reached"),
    [
        (100, 80, "higher", 0.8),
        (100, 120, "higher", 1),  # capped
        (100, 80, None, 0.8),
        (100, 100, "lower", 1),
        (100, 90, "lower", 1),
        (100, 125, "lower", 0.75),  # a quarter above the target is taken off
        (100, 200, "lower", 0),
        (100, 250, "lower", 0),
        (0, 0, "lower", 1),
        (0, 1, "lower", 0),
        (0, 0, "higher", 1),
    ],
)
def test_achievement(target: int, realised: int, direction: str | None, reached: float) -> None:
    found = achievement(Indicator(2025, target * SCALE, realised * SCALE, direction))
    assert found is not None
    assert found[0] / found[1] == reached


def indicators(*found: tuple[int, float, float | None]) -> Any:
    def write(t: Town) -> None:
        for place, (year, target, realised) in enumerate(found):
            t.fact(
                "indicator",
                ADI,
                year=year,
                indicator=f"Indikator {place}",
                target=round(target * SCALE),
                realised=None if realised is None else round(realised * SCALE),
            )

    return write


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([(2025, 100, 80), (2025, 10, 12)], (90, 90)),  # (80 + 100) / 2
        ([(2025, 100, 80), (2025, 10, None)], (40, 90)),
        ([(2024, 100, 80)], (0, 100)),  # another year
        ([], (0, 100)),
    ],
)
def test_targets(tmp_path: Path, found: Any, expected: Any) -> None:
    assert points(tmp_path, "langsa", "targets", indicators(*found)) == expected


@pytest.mark.parametrize(
    ("post", "kind", "expected"),
    [
        ("Guru Ahli Pertama", "jf_ahli_pertama", None),
        ("Perawat Terampil", "jf_terampil", None),
        ("Asisten Apoteker Mahir", "jf_mahir", None),
        ("Perekam Medis Penyelia", "jf_penyelia", None),
        ("Tenaga Promosi Kesehatan Ahli Muda", "jf_ahli_muda", None),
        ("Epidemiolog Ahli Muda", "jf_ahli_muda", None),
        ("Asisten Perawat Terampil", "jf_terampil", None),
        ("Terapis Gigi dan Mulut Mahir", "jf_mahir", None),
        ("Perawatan Aset Ahli Muda", "jf_ahli_muda", (0, 100)),  # another word
        ("Administrator Kesehatan Ahli Muda", "jf_ahli_muda", None),
        # Of animals, by whichever name.
        ("Epidemiolog Veteriner Ahli Muda", "jf_ahli_muda", (0, 100)),
        ("Epidemiolog Kesehatan Hewan Ahli Muda", "jf_ahli_muda", (0, 100)),
        ("Terapis Satwa Mahir", "jf_mahir", (0, 100)),
        ("Perawat Hewan Terampil", "jf_terampil", (0, 100)),
        ("Guru Kesehatan Hewan Ahli Muda", "jf_ahli_muda", None),  # teaches it
        ("Administrator Kesehatan Hewan Ahli Muda", "jf_ahli_muda", (0, 100)),
        ("Dokter Hewan Ahli Muda", "jf_ahli_muda", (0, 100)),
        ("Medik Veteriner Ahli Muda", "jf_ahli_muda", (0, 100)),
        ("Penyuluh Keluarga Berencana Ahli Muda", "jf_ahli_muda", (0, 100)),
        # A head of a school is a teacher, whatever kind of functional post the roster says.
        ("Kepala UPTD SMPN 2", "jf_ahli_muda", None),
        ("Kepsek SDN 9", "jf_ahli_muda", None),
        ("Kepala SDN 1", "pelaksana", None),
        # Somebody else's, and a structural post.
        ("Kepala Tata Usaha SMPN 1", "pelaksana", (0, 100)),
        ("Wakil Kepala SMAN 1", "jf_ahli_muda", (0, 100)),
        ("Kepala UPTD SMPN 2", "pengawas", (0, 100)),
        ("Perawat", "pelaksana", (0, 100)),  # no functional post
    ],
)
def test_targets_of_teachers_and_health_staff_without_indicators(
    tmp_path: Path, post: str, kind: str, expected: Any
) -> None:
    """A roster names no family: the name of the post tells whom CITIES.md means by teachers and health staff."""
    assert points(tmp_path, "langsa", "targets", indicators(), post=post, kind_of_post=kind) == expected


def test_targets_of_a_teacher_with_indicators(tmp_path: Path) -> None:
    assert points(tmp_path, "langsa", "targets", indicators((2025, 4, 3)), post="Guru Ahli Muda") == (75, 75)


def training(level: str | None, **values: Any) -> Any:
    return lambda t: t.fact(
        "training",
        ADI,
        title="Kepemimpinan",
        title_key="kepemimpinan",
        training_kind="leadership",
        level=level,
        **values,
    )


@pytest.mark.parametrize(
    ("write", "more", "expected"),
    [
        (training("PKA", ended_on="2026-06-30"), {}, (100, 100)),
        (training("PKA", ended_on="2026-07-01"), {}, (0, 0)),
        (training("PKP", ended_on="2020-01-01"), {}, (0, 0)),  # for the level below
        (training("PKN II", ended_on="2020-01-01"), {}, (100, 100)),  # for the level above: covers it
        (training(None, ended_on="2020-01-01"), {}, (0, 100)),
        (training("PKA", year=2026), {}, (0, 100)),  # before the day or after it
        (training("PKP", ended_on="2020-01-01"), {"covers": "2026-06-29"}, (0, 100)),
        (lambda t: None, {"post": "Pengadministrasi"}, None),
    ],
)
def test_leadership_training(tmp_path: Path, write: Any, more: Any, expected: Any) -> None:
    assert points(tmp_path, "salatiga", "leadership_training", write, **more) == expected


def steps(*found: tuple[str | None, str | None]) -> Any:
    def write(t: Town) -> None:
        for place, (due, done_on) in enumerate(found):
            t.fact("idp", ADI, goal="Tujuan", goal_key="tujuan", step_key=f"{place}", due=due, done_on=done_on)

    return write


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([("2026-06-30", "2026-06-30"), ("2026-01-31", "2026-02-01")], (50, 50)),  # on the day; a day late
        ([("2026-06-30", "2026-06-30"), ("2026-07-01", None)], (100, 100)),  # not due yet
        ([("2026-06-30", None)], (0, 0)),
        ([("2026-07-01", None)], (0, 100)),  # nothing due yet
        ([], (0, 100)),  # no plan is missing, not zero
    ],
)
def test_plan_progress(tmp_path: Path, found: Any, expected: Any) -> None:
    assert points(tmp_path, "plaju", "plan_progress", steps(*found)) == expected


def mentoring(started_on: str, session_on: str = "", ended_on: str | None = None) -> Any:
    return lambda t: t.insert(
        "mentoring",
        mentor_id=t.people[BUDI],
        mentee_id=t.people[ADI],
        started_on=started_on,
        session_on=session_on,
        ended_on=ended_on,
    )


@pytest.mark.parametrize(
    ("write", "expected"),
    [
        (mentoring("2025-12-31"), (0, 0)),
        (mentoring("2026-01-01"), (100, 100)),
        (mentoring("2025-01-01", "2026-01-01"), (100, 100)),
        (mentoring("2025-01-01", "2026-07-01"), (0, 0)),  # a session still to come
        (mentoring("2026-02-01", ended_on="2026-02-01"), (0, 0)),  # declined
        (mentoring("2026-02-01", ended_on="2026-02-02"), (100, 100)),
        (mentoring("2026-07-01"), None),  # no pair yet
        (lambda t: None, None),
    ],
)
def test_mentoring(tmp_path: Path, write: Any, expected: Any) -> None:
    assert points(tmp_path, "plaju", "mentoring", write) == expected
