"""Leavings and absences to come that are on record: told of candidates, and nobody off duty is ready on the day a post falls empty."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.decide.test_shortlist import ADI, BUDI, CITRA, DEWI, EKO, ON, basic, candidate, check_of, shortlist
from tests.commands.decide.test_vacancies_recorded import FIELD, leaves, vacant
from tests.terminal import asnkarier
from tests.town import OPEN, Town, town


def away(t: Town, nip: str, status: str, since: str, back: str | None = None) -> None:
    """Let somebody be off duty from a day on, until the eve of `back`."""
    eves = {day: f"{day[:8]}{int(day[8:]) - 1:02}" for day in (since, back) if day}
    t.db.execute("UPDATE person_status SET until = ? WHERE person_id = ?", (eves[since], t.people[nip]))
    t.span("person_status", t.people[nip], since, eves[back] if back else OPEN, status=status)
    if back:
        t.span("person_status", t.people[nip], back, OPEN, status="aktif")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        for nip, name in ((ADI, "Adi"), (BUDI, "Budi"), (CITRA, "Citra"), (DEWI, "Dewi")):
            candidate(t, nip, f"{name} Contoh")
        leaves(t, ADI, "2026-10-02", "pensiun")
        leaves(t, BUDI, "2026-10-15", "pindah")
        away(t, CITRA, "cltn", "2026-10-15")
    return path


def test_a_list_tells_who_leaves_and_who_goes_off_duty(file: Path) -> None:
    found = {p["nip"]: check_of(p, "retirement_age") for p in shortlist(file)["candidates"]}
    assert {check["outcome"] for check in found.values()} == {"met"}
    assert {nip: check["value"] for nip, check in found.items()} == {
        # The pension on record stands in place of the age's.
        ADI: {"pension_from": "2026-10-02", "by_decree": True},
        # Born on 1 January 1981: 58 in January 2039, the pension from 1 February 2039.
        BUDI: {"pension_from": "2039-02-01", "by_decree": False, "leaves_on": "2026-10-15", "leaves_by": "pindah"},
        # 1982 + 58 = 2040.
        CITRA: {
            "pension_from": "2040-02-01",
            "by_decree": False,
            "off_duty_from": "2026-10-15",
            "off_duty_as": "cltn",
        },
        # 1983 + 58 = 2041; nothing to come is on record.
        DEWI: {"pension_from": "2041-02-01"},
    }


@pytest.mark.parametrize(
    ("nip", "said", "told"),
    [
        (
            ADI,
            ("pension by decree from 2 October 2026", "pensiun dengan keputusan mulai 2 Oktober 2026"),
            {"pension_from": "2026-10-02", "by_decree": "true"},
        ),
        (
            BUDI,
            ("transfers to another institution on 15 October 2026", "pindah ke instansi lain pada 15 Oktober 2026"),
            {"leaves_on": "2026-10-15", "leaves_by": "pindah"},
        ),
        (
            CITRA,
            ("not on duty from 15 October 2026 (CLTN)", "tidak bertugas mulai 15 Oktober 2026 (CLTN)"),
            {"off_duty_from": "2026-10-15", "off_duty_as": "cltn"},
        ),
    ],
)
def test_an_explanation_and_the_list_say_it(file: Path, nip: str, said: tuple[str, str], told: dict[str, str]) -> None:
    post = "Kepala Bidang Satu @ Bidang Satu"
    for lang, words in zip(("en", "id"), said, strict=True):
        place = ("--db", file, "--as-of", ON, "--lang", lang)
        assert words in " ".join(asnkarier("explain", nip, "--for", post, *place).out.split())
        (row,) = (one for one in rows("shortlist", post, *place) if one["nip"] == nip)
        # Of all who are alike on this list no rule tells one from another.
        assert (row["outcome"], row["tied"]) == ("met", "true")
        assert {key: row[key] for key in told} == told


def test_csv_has_who_is_not_eligible_too_where_all_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        candidate(t, ADI, "Adi Contoh")
        candidate(t, EKO, "Eko Contoh", since="2026-01-01")  # a pengawas for nine months: three years are asked
    asked = ("shortlist", "Kepala Bidang Satu @ Bidang Satu", "--db", path, "--as-of", ON)
    assert {row["nip"] for row in rows(*asked)} == {ADI}
    (eko,) = (row for row in rows(*asked, "--all") if row["nip"] == EKO)
    assert (eko["rank"], eko["outcome"]) == ("", "not_met")
    assert "experience_in_post: not_met" in eko["checks"].split("; ")


def rows(*typed: object) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(asnkarier(*typed, "--format", "csv").out)))


def test_the_decree_is_named_as_a_source_and_its_day_ends_the_service(tmp_path: Path) -> None:
    """Short of three years as pengawas until 1 December 2026 by time alone; the pension of 2 November comes before."""
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        for nip in (ADI, BUDI):
            candidate(t, nip, nip, since="2023-12-01")
        leaves(t, ADI, "2026-11-02", "pensiun")
    days = {}
    for nip in (ADI, BUDI):
        answer = asnkarier(
            *("explain", nip, "--for", "Kepala Bidang Satu @ Bidang Satu"), "--db", path, "--as-of", ON, "--format=json"
        )
        found: dict[str, Any] = json.loads(answer.out)
        days[nip] = found["eligible_on"]
    assert days == {ADI: None, BUDI: "2026-12-01"}


def test_who_is_off_duty_on_the_day_is_not_ready(tmp_path: Path) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        # 58 in December 2026: the post falls empty on 1 January 2027.
        candidate(t, EKO, "Eko Contoh", post=FIELD, unit="Dinas Lain", birth_date="1968-12-05")
        for nip in (ADI, BUDI, CITRA, DEWI):
            candidate(t, nip, nip, begins="2022-01-01")
        away(t, ADI, "cltn", "2026-12-15")
        away(t, BUDI, "tugas_belajar", "2027-01-02")  # goes the day after
        away(t, CITRA, "cltn", "2026-10-15", "2027-01-02")  # on the day still away
        away(t, DEWI, "cltn", "2026-10-15", "2026-12-31")  # back the day before
    found = vacant(path)[FIELD]
    assert {person["nip"] for person in found["ready_people"]} == {BUDI, DEWI}
    # The post that is empty today may be given to all who are on duty today.
    now = vacant(path)["Kepala Bidang Satu @ Bidang Satu"]
    assert {person["nip"] for person in now["ready_people"]} >= {ADI, BUDI, CITRA, DEWI}
