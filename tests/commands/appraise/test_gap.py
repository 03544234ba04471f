"""gap, as people run it, on a small town."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.terminal import asnkarier
from tests.town import town

ADI, BUDI, CITRA = "198001012005011001", "198101012005012002", "198201012005013003"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.unit("Bidang Satu", "Dinas Contoh")
        t.unit("Dinas Lain")
        t.insert("competency", name="Penyusunan Anggaran", name_key="penyusunan anggaran", grp="teknis", rank=0)
        post = t.post("Kepala Bidang Satu", "Bidang Satu", "administrator")
        t.insert("standard", position_id=post, competency_id=1, required=40_000)
        t.insert("standard", position_id=post, competency_id=10, required=20_000)
        t.post("Analis Kebijakan Ahli Muda")
        for nip, name, unit in ((ADI, "Adi Contoh", "Bidang Satu"), (BUDI, "Budi Contoh", "Bidang Satu")):
            t.person(nip, name, post="Analis Kebijakan Ahli Muda", unit=unit)
        t.person(CITRA, "Citra Contoh", unit="Dinas Lain")
        t.assessment(ADI, "2023-10-01", 3, 3, 3, 3, 2.5, 3, 3, 3, 3, penyusunan_anggaran=1.5)
        t.assessment(BUDI, "2023-09-30", jpm=88.9)
    return path


def people(file: Path, *arguments: str) -> dict[str, Any]:
    answer = asnkarier("gap", *arguments, "--db", file, "--as-of", "2026-10-01", "--format", "json")
    assert answer.code == 0, answer.err
    return {person["nip"]: person for person in json.loads(answer.out)["people"]}


def test_a_jfs_gap_against_the_default_of_the_level(file: Path) -> None:
    adi = people(file, ADI)[ADI]
    # Ahli muda asks 3 of each: 26.5 of 27.
    assert adi["jpm"] == pytest.approx(98.1481, abs=1e-4)
    assert (adi["mapping_category"], adi["filling_category"], adi["standard"]) == ("optimal", "ms", "default")
    assert adi["competencies"][4] == {"competency": "Pelayanan Publik", "required": 3, "attained": 2.5, "gap": -0.5}
    assert len(adi["competencies"]) == 9
    assert adi["technical_jpm"] is None


def test_an_assessment_is_valid_on_its_third_anniversary_and_expired_the_day_after(file: Path) -> None:
    found = people(file)
    assert (found[ADI]["assessed_on"], found[ADI]["expired"]) == ("2023-10-01", False)
    assert (found[BUDI]["assessed_on"], found[BUDI]["expired"]) == ("2023-09-30", True)


def test_a_recap_gives_a_jpm_and_no_gaps(file: Path) -> None:
    budi = people(file)[BUDI]
    assert budi["jpm"] == 88.9
    assert [line["gap"] for line in budi["competencies"]] == [None] * 9


def test_a_recap_says_nothing_about_another_post(file: Path) -> None:
    assert people(file, "--for", "Kepala Bidang Satu")[BUDI]["jpm"] is None


def test_a_target_is_measured_by_its_own_standard(file: Path) -> None:
    adi = people(file, ADI, "--for", "kepala bidang satu")[ADI]
    # Integritas 4 by the standard, eight by the administrator's default of 3: 26.5 of 28; technical 1.5 of 2.
    assert adi["jpm"] == pytest.approx(2650 / 28, abs=1e-9)
    assert adi["technical_jpm"] == 75
    assert adi["standard"] == "partly_default"
    assert adi["for"] == "Kepala Bidang Satu @ Dinas Contoh / Bidang Satu"


def test_what_is_not_known_is_null(file: Path) -> None:
    citra = people(file)[CITRA]
    assert {citra[key] for key in ("position", "jpm", "mapping_category", "assessed_on", "expired")} == {None}
    assert {line["required"] for line in citra["competencies"]} == {None}


def test_a_unit_includes_the_units_below(file: Path) -> None:
    assert list(people(file, "--unit", "Dinas Contoh")) == [ADI, BUDI]
    assert list(people(file, "--unit", "dinas lain")) == [CITRA]


def test_before_the_roster_nobody_is_known(file: Path) -> None:
    answer = asnkarier("gap", "--db", file, "--as-of", "2026-01-01", "--format", "json")
    assert json.loads(answer.out)["people"] == []


def test_an_unknown_post_suggests_the_nearest(file: Path) -> None:
    answer = asnkarier("gap", ADI, "--for", "Kepala Bidang Sattu", "--db", file, lang="en")
    assert answer.code == 2
    assert "Kepala Bidang Satu @ Dinas Contoh / Bidang Satu" in answer.err


def test_the_summary_counts_units(file: Path) -> None:
    answer = asnkarier("gap", "--db", file, "--as-of", "2026-10-01", "--format", "md", lang="en")
    lines = [" ".join(line.replace("|", " ").split()) for line in answer.out.splitlines()]
    # Adi 98.1481 and Budi's recap 88.9: mean 93.5241.
    assert "Dinas Contoh 2 2 1 93.52% 1 1 0" in lines
    assert any(line.startswith("Dinas Lain 1 0 0 ") for line in lines)
    people = asnkarier("gap", "--db", file, "--as-of", "2026-10-01", "--format", "csv").out.splitlines()
    assert people[0].startswith("nip,name,position,for,jpm,")
    assert [line.split(",")[4] for line in people[1:]] == ["98.1481", "88.9", ""]


def test_means_say_that_they_hold_expired_assessments(file: Path) -> None:
    # Budi's is long over. Three years after 1 October 2023 Adi's still counts, a day later it has expired too.
    for day, words in (("2026-10-01", "hold 1 assessment no"), ("2026-10-02", "hold 2 assessments no")):
        assert words in asnkarier("gap", "--db", file, "--as-of", day, lang="en", width=200).out


@pytest.mark.parametrize(("assessed", "expired"), [("2023-10-01", False), ("2023-09-30", True)])
def test_a_technical_competency_has_its_own_day(tmp_path: Path, assessed: str, expired: bool) -> None:
    # Valid for three years, the third anniversary included: on 1 October 2026 that of 1 October 2023. The nine are of 2026.
    path = tmp_path / "own.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        post = t.post("Staf", "Dinas Contoh", "pelaksana")
        data = t.insert("competency", name="Olah Data", name_key="olah data", grp="teknis")
        t.insert("standard", position_id=post, competency_id=data, required=30_000, importance="mutlak")
        t.person("198001012005011901", "Adi Contoh", unit="Dinas Contoh", post="Staf")
        t.assessment("198001012005011901", "2026-02-02", 1, 1, 1, 1, 1, 1, 1, 1, 1)
        t.assessment("198001012005011901", assessed, purpose="teknis", olah_data=1)
    at = ("gap", "198001012005011901", "--db", path, "--as-of", "2026-10-01")
    (person,) = json.loads(asnkarier(*at, "--format", "json").out)["people"]
    assert (person["assessed_on"], person["expired"]) == ("2026-02-02", False)
    assert [(c["assessed_on"], c["expired"]) for c in person["technical"]] == [(assessed, expired)]
    shown = asnkarier(*at, lang="en", width=160).out
    assert "assessed on " in shown
    assert (", expired" in shown) is expired
