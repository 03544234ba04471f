"""`path`, as people run it, on a small town."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests import golden
from tests.terminal import asnkarier
from tests.town import town

ADI, BUDI = "198001012005011901", "198101012005012902"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.unit("Bidang Satu", "Dinas Contoh")
        t.unit("Dinas Lain")
        t.post("Kepala Dinas Contoh", "Dinas Contoh", "jpt_pratama")
        t.post("Kepala Bidang Satu", "Bidang Satu", "administrator")
        t.post("Kepala Seksi Satu", "Bidang Satu", "pengawas")
        t.post("Kepala Seksi Dua", "Bidang Satu", "pengawas")
        t.post("Kepala Seksi Lain", "Dinas Lain", "pengawas")
        t.post("Analis Ahli Muda", leads_to="Analis Ahli Madya")
        t.post("Analis Ahli Madya")
        t.person(ADI, "Adi Contoh", unit="Bidang Satu", post="Kepala Seksi Satu", since="2024-04-01", education="S1",
                 birth_date="1980-01-01", appointed_on="2005-01-01", golongan="III/d")  # fmt: skip
        t.person(BUDI, "Budi Contoh", unit="Bidang Satu")
        t.assessment(ADI, "2025-10-01", 3, 3, 3, 3, 3, 3, 3, 3, 3)
        for year in (2024, 2025):
            t.evaluation(ADI, year, "sangat_baik", work_result="above", behaviour="above")
        for register in ("history", "discipline", "trainings"):
            t.covers(register, "2026-10-01")
    return path


def path(file: Path, *arguments: object) -> dict[str, Any]:
    answer = asnkarier("path", ADI, *arguments, "--db", file, "--as-of", "2026-10-01", "--format", "json")
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def test_next_posts_are_those_of_the_own_agency(file: Path) -> None:
    found = {(n["position"], n["move"]) for n in path(file)["next"]}
    assert found == {("Kepala Bidang Satu", "vertical"), ("Kepala Seksi Dua", "horizontal")}


def test_what_is_missing_and_from_when_time_alone_does_it(file: Path) -> None:
    head = next(n for n in path(file)["next"] if n["position"] == "Kepala Bidang Satu")
    # Pengawas since 1 April 2024: three years on 1 April 2027.
    assert "experience_in_post" in head["missing"]
    change = next(c for c in head["changes"] if c["check"] == "experience_in_post")
    assert change["date"] == "2027-04-01"
    assert head["training"] == "PKA"
    assert 0 < head["readiness"] < 100


def test_the_way_to_a_far_goal(file: Path) -> None:
    steps = path(file, "--to", "Kepala Dinas Contoh")["chain"]
    assert [step["kind"] for step in steps] == ["administrator", "jpt_pratama"]
    # From 1 April 2027 administrator; JPT pratama asks two years as administrator (PP 11/2017 Ps 107).
    assert [step["earliest"] for step in steps] == ["2027-04-01", "2029-04-01"]
    assert [step["training"] for step in steps] == ["PKA", "PKN II"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((BUDI,), "path_without_post"),
        ((ADI, "--to", "Kepala Seksi Satu"), "path_goal_held"),
    ],
)
def test_refusals(file: Path, arguments: tuple[str, ...], code: str) -> None:
    answer = asnkarier("path", *arguments, "--db", file, "--as-of", "2026-10-01", "--format", "json")
    error = json.loads(answer.out)["error"]
    assert (answer.code, error["code"]) == (2, code)
    assert error["remedy"]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_tree(file: Path, lang: str) -> None:
    answer = asnkarier("path", ADI, "--db", file, "--as-of", "2026-10-01", lang=lang)
    assert answer.code == 0
    golden.check(f"grow/path_{lang}", answer.out)
