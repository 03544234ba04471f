"""Whole outputs of shortlist and explain: the JSON document, and what people see in both languages."""

from pathlib import Path

import pytest

from tests import golden
from tests.commands.decide.test_shortlist import ADI, BUDI, CITRA, DEWI, EKO, ON, basic, candidate
from tests.terminal import asnkarier
from tests.town import Town, town

POST = "Kepala Bidang Satu @ Dinas Contoh / Bidang Satu"
FAJAR = "198501012010012006"


def logged(t: Town, nip: str, row: int) -> None:
    values = {
        "nip": nip,
        "name": "–",
        "education": "S1",
        "employee_kind": "PNS",
        "birth_date": "–",
        "position_since": "–",
    }
    t.logged("pegawai.xlsx", "Daftar", "roster", "person", t.people[nip], row, {**values, "golongan": "III/d"}, nip)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("golden") / "town.sqlite"
    with town(path) as t:
        basic(t)
        candidate(t, ADI, "Adi Contoh", predicates={2024: "baik", 2025: "sangat_baik"})
        candidate(t, BUDI, "Budi Contoh", kind="PPPK", golongan="IX")
        candidate(t, CITRA, "Citra Contoh", predicates={2024: "baik", 2025: "butuh_perbaikan"})
        candidate(t, DEWI, "Dewi Contoh", assessed_on="2023-09-30")
        candidate(t, EKO, "Eko Contoh", golongan="III/c", since="2023-10-02")
        candidate(t, FAJAR, "Fajar Contoh", golongan="III/c")
        for row, nip in enumerate((ADI, BUDI, CITRA, DEWI, EKO, FAJAR), 7):
            logged(t, nip, row)
    return path


def test_the_document(file: Path) -> None:
    answer = asnkarier("shortlist", POST, "--db", file, "--as-of", ON, "--format", "json", "--all")
    golden.check("decide/shortlist.json", answer.out)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_list(file: Path, lang: str) -> None:
    answer = asnkarier("shortlist", POST, "--db", file, "--as-of", ON, width=140, lang=lang)
    golden.check(f"decide/shortlist.{lang}", answer.out)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_explanation(file: Path, lang: str) -> None:
    answer = asnkarier("explain", EKO, "--for", POST, "--db", file, "--as-of", ON, lang=lang)
    golden.check(f"decide/explain.{lang}", answer.out)


def test_a_narrow_terminal_cuts_no_digit(file: Path) -> None:
    answer = asnkarier("shortlist", POST, "--db", file, "--as-of", ON, width=60, lang="en")
    for nip in (ADI, FAJAR, DEWI):
        assert nip in answer.out
    assert "90.00" in answer.out
