"""`evaluate`: the predicate by the law of the year, old → new, and back again."""

import json
from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.access import Access
from asnkarier.store.database import open_database
from tests.golden import check
from tests.terminal import Said, asnkarier
from tests.town import town

NIP = "198501012010011001"
LEADER = "197001011995011001"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "kota.sqlite"
    with town(path) as made:
        made.person(NIP, "Contoh Satu", title_back="S.E.")
        made.person(LEADER, "Contoh Pemimpin")
        made.evaluation(NIP, 2023, "baik", work_result="meets", behaviour="meets", started_on="2023-01-01")
        made.evaluation(NIP, 2022, "baik", started_on="2022-01-01")
        made.evaluation(NIP, 2022, "baik", started_on="2022-07-01")
    return path


def record(path: Path, year: int, *asked: str, nip: str = NIP) -> dict[str, Any]:
    said = asnkarier("evaluate", nip, "--year", year, *asked, "--db", path, "--format", "json")
    assert said.code == 0, said.err
    found: dict[str, Any] = json.loads(said.out)
    return found


def refused(path: Path, year: int, *asked: str) -> Said:
    said = asnkarier("evaluate", NIP, "--year", year, *asked, "--db", path, lang="en")
    assert said.code != 0
    assert rows(path) == 3
    return said


def rows(path: Path) -> int:
    with open_database(str(path), Access.READ) as db:
        return len(db.rows("SELECT id FROM evaluation"))


@pytest.mark.parametrize(
    ("result", "behaviour", "predicate"),
    [
        # the matrix of PermenPANRB 6/2022, row by row
        ("above", "above", "sangat_baik"),
        ("di-atas", "sesuai", "baik"),
        ("Di Atas Ekspektasi", "di bawah", "kurang"),
        ("meets", "DIATAS ESPEKTASI", "baik"),
        ("2", "2", "baik"),
        ("sesuai", "below", "kurang"),
        ("di-bawah", "di-atas", "butuh_perbaikan"),
        ("below", "meets", "butuh_perbaikan"),
        ("Dibawah", "3", "sangat_kurang"),
    ],
)
def test_the_matrix_in_every_spelling(file: Path, result: str, behaviour: str, predicate: str) -> None:
    data = record(file, 2025, "--result", result, "--behaviour", behaviour)
    assert data["predicate"] == predicate
    assert {"nip", "year", "period", "work_result", "behaviour", "predicate"} <= data.keys()
    assert (data["nip"], data["year"], data["period"]) == (NIP, 2025, "annual")


@pytest.mark.parametrize(
    ("year", "asked", "predicate"),
    [
        # PP 30/2019 (2021): from 110 with a new idea Sangat Baik, 90 ≤ x Baik, 70 ≤ x Cukup, 50 ≤ x Kurang
        (2021, ("--score", "110", "--new-idea", "ya"), "sangat_baik"),
        (2021, ("--score", "110", "--new-idea", "tidak"), "baik"),
        (2021, ("--score", "109,9999"), "baik"),
        (2021, ("--score", "90"), "baik"),
        (2021, ("--score", "89.9999"), "butuh_perbaikan"),
        # PP 46/2011 (to 2020): 91 ≤ x Sangat Baik, 76 ≤ x Baik
        (2020, ("--score", "91"), "sangat_baik"),
        (2020, ("--score", "90.9999"), "baik"),
        (2020, ("--nilai", "75,9999"), "butuh_perbaikan"),
    ],
)
def test_the_older_scales(file: Path, year: int, asked: tuple[str, ...], predicate: str) -> None:
    assert record(file, year, *asked)["predicate"] == predicate


@pytest.mark.parametrize(
    ("year", "asked", "code", "word"),
    [
        (2025, ("--result", "above"), 2, "one is missing"),
        (2025, (), 2, "one is missing"),
        (2025, ("--result", "meets", "--behaviour", "meets", "--score", "90"), 2, "no score any more"),
        (2025, ("--result", "bagus", "--behaviour", "meets"), 2, "not among the choices"),
        (2021, ("--result", "meets", "--behaviour", "meets"), 2, "Give --score instead"),
        (2021, (), 2, "--score"),
        (2021, ("--score", "110"), 2, "--new-idea"),
        (2021, ("--score", "120.0001", "--new-idea", "ya"), 2, "ends at 120"),
        (2013, ("--score", "80"), 3, "1 January 2014"),
        (2999, ("--result", "meets", "--behaviour", "meets"), 2, "not begun"),
        (2022, ("--result", "meets", "--behaviour", "meets"), 2, "2022-01-01, 2022-07-01"),
        (2025, ("--result", "meets", "--behaviour", "meets", "--evaluator", "1"), 2, "Nobody has"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    file: Path, year: int, asked: tuple[str, ...], code: int, word: str
) -> None:
    said = refused(file, year, *asked)
    assert said.code == code
    assert word in said.err


def test_recording_again_updates_with_old_and_new(file: Path) -> None:
    data = record(file, 2023, "--result", "below")
    assert data["changed"] == {"work_result": ["meets", "below"], "predicate": ["baik", "butuh_perbaikan"]}
    assert rows(file) == 3
    again = record(file, 2023, "--result", "below")
    assert (again["batch"], again["changed"]) == (None, {})


def test_feedback_is_added_to_what_is_there(file: Path) -> None:
    data = record(file, 2023, "--feedback", "Pertahankan", "--recommend", "pelatihan", "--evaluator", LEADER)
    assert data["predicate"] == "baik"
    assert (data["feedback"], data["recommendation"], data["evaluator_nip"]) == ("Pertahankan", "training", LEADER)


def test_a_row_among_several_is_named_by_its_beginning(file: Path) -> None:
    data = record(file, 2022, "--result", "above", "--behaviour", "above", "--started-on", "2022-07-01")
    assert data["changed"]["predicate"] == ["baik", "sangat_baik"]
    assert rows(file) == 3


def test_a_period_is_a_record_of_its_own(file: Path) -> None:
    data = record(file, 2023, "--period", "triwulan ii", "--result", "above", "--behaviour", "above")
    assert (data["period"], data["predicate"], rows(file)) == ("Q2", "sangat_baik", 4)
    assert record(file, 2023, "--periode", "tahunan", "--result", "meets")["batch"] is None


def test_it_is_logged_and_can_be_taken_back(file: Path) -> None:
    batch = record(file, 2023, "--result", "above", "--behaviour", "above")["batch"]
    log = json.loads(asnkarier("audit", "log", "--nip", NIP, "--db", file, "--format", "json").out)["entries"]
    assert [(e["command"], e["change"], e["by"], e["row"]) for e in log] == [("evaluate", "updated", "Penguji", None)]
    assert asnkarier("imports", "undo", batch, "--db", file).code == 0
    assert record(file, 2023, "--result", "meets", "--behaviour", "meets")["batch"] is None
    fresh = record(file, 2024, "--result", "meets", "--behaviour", "meets")["batch"]
    assert asnkarier("imports", "undo", fresh, "--db", file).code == 0
    assert rows(file) == 3
    assert asnkarier("audit", "verify", "--db", file).code == 0


@pytest.mark.parametrize("language", ["id", "en"])
def test_tables(file: Path, language: str) -> None:
    said = [
        asnkarier("evaluate", NIP, "--year", "2025", *asked, "--db", file, width=80, lang=language)
        for asked in (
            ("--result", "above", "--behaviour", "meets"),
            ("--result", "below", "--feedback", "Perlu didampingi menyusun laporan.", "--recommend", "guidance"),
            ("--result", "below"),
        )
    ]
    check(f"appraise/evaluate_{language}", "\n".join(part.out + part.err for part in said))
