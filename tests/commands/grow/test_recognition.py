"""`recognition` and `survey`, as people run them, on a small town."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests import golden
from tests.terminal import asnkarier
from tests.town import town

ADI, BUDI, CITRA = "198001012005011901", "198101012005012902", "198201012005013903"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.unit("Dinas Lain")
        for nip, name, unit in ((ADI, "Adi Contoh", "Dinas Contoh"), (BUDI, "Budi Contoh", "Dinas Contoh"),
                                (CITRA, "Citra Contoh", "Dinas Lain")):  # fmt: skip
            t.person(nip, name, unit=unit)
        for year, predicate in ((2023, "sangat_baik"), (2024, "sangat_baik"), (2025, "sangat_baik")):
            t.evaluation(ADI, year, predicate)
            t.evaluation(CITRA, year, predicate)
        t.evaluation(BUDI, 2024, "baik")
        t.evaluation(BUDI, 2025, "sangat_baik")
        t.discipline(CITRA, "sedang", "2026-05-01", effective_on="2026-05-01", ends_on="2026-11-01")
        t.assessment(BUDI, "2023-05-01", 2, 3)
        t.assessment(BUDI, "2025-05-01", 3, 2.5, 3)
        for title, day in (("Proyek Satu", "2025-03-01"), ("Proyek Dua", "2025-09-01")):
            t.fact("assignment", ADI, title=title, title_key=title.lower(), started_on="2025-01-01", ended_on=day,
                   role="leader", outcome="achieved")  # fmt: skip
        for month in (1, 2, 3):
            t.insert("mentoring", mentor_id=1, mentee_id=2, started_on="2025-01-01", session_on=f"2025-0{month}-15")
        t.fact("award", ADI, title="Pegawai Teladan", title_key="pegawai teladan", awarded_on="2025-08-17")
        for unit, count in (("Dinas Contoh", 5), ("Dinas Lain", 4)):
            for dimension, score in (("Kerja sama", 80), ("Beban kerja", 65)):
                t.insert("survey", unit_id=t.units[unit], year=2025, dimension=dimension,
                         dimension_key=dimension.lower(), score=score * 10_000, respondents=count)  # fmt: skip
            t.insert("unit_performance", unit_id=t.units[unit], year=2025, period="annual", predicate="baik")
        t.fact("movement", BUDI, event="cltn", effective_on="2025-04-01")
    return path


def earned(file: Path) -> dict[tuple[str, str], dict[str, Any]]:
    answer = asnkarier("recognition", 2025, "--db", file, "--as-of", "2026-10-01", "--format", "json")
    assert answer.code == 0, answer.err
    people = json.loads(answer.out)["people"]
    found = {(p["nip"], p["rule"]): p for p in people}
    assert len(found) == len(people)  # nobody twice for the same thing
    return found


def test_who_earned_it_and_by_which_rule(file: Path) -> None:
    found = earned(file)
    assert set(found) == {(ADI, "sustained"), (BUDI, "gap_closed"), (ADI, "mentor"), (ADI, "project_leader")}
    assert found[ADI, "sustained"]["value"] == 3
    # Integritas 2 → 3, Kerja Sama 3 → 2.5; Komunikasi was not measured before: 1 − 0.5.
    assert found[BUDI, "gap_closed"]["value"] == 0.5
    assert found[ADI, "project_leader"]["what"] == "Proyek Satu"
    assert found[ADI, "mentor"]["awards"] == ["Pegawai Teladan"]


def test_nobody_under_a_sanction(file: Path) -> None:
    assert not [key for key in earned(file) if key[0] == CITRA]
    after = asnkarier("recognition", 2025, "--db", file, "--as-of", "2026-11-02", "--format", "json")
    assert CITRA in {p["nip"] for p in json.loads(after.out)["people"]}


def test_four_answers_are_not_shown_and_five_are(file: Path) -> None:
    answer = asnkarier("survey", 2025, "--db", file, "--as-of", "2026-10-01", "--format", "json")
    found = {unit["unit"]: unit for unit in json.loads(answer.out)["units"]}
    # (80 + 65) / 2
    assert (found["Dinas Contoh"]["index"], found["Dinas Contoh"]["suppressed"]) == (72.5, False)
    assert found["Dinas Contoh"]["predicate"] == "baik"
    hidden = found["Dinas Lain"]
    assert (hidden["index"], hidden["dimensions"], hidden["respondents"]) == (None, {}, None)
    assert "80" not in asnkarier("survey", 2025, "--unit", "Dinas Lain", "--db", file, "--format", "csv").out


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("command", ["recognition", "survey"])
def test_table(file: Path, command: str, lang: str) -> None:
    answer = asnkarier(command, 2025, "--db", file, "--as-of", "2026-10-01", lang=lang)
    assert answer.code == 0
    golden.check(f"grow/{command}_{lang}", answer.out)
