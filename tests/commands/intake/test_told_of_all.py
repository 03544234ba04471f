"""What --set tells of everybody on a list of names is a fact of each of them, as a column would be."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import write_xlsx
from tests.terminal import asnkarier

NIPS = [f"19800112200501100{serial}" for serial in (1, 2, 3)]
YEAR = ("--set", "year=2025")


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--name", "Kota Contoh", "--db", path).code == 0
    rows = [["NIP", "Nama", "Jabatan", "Unit Kerja"]]
    rows += [[nip, f"Contoh {at}", "Arsiparis", "Bidang Data"] for at, nip in enumerate(NIPS)]
    roster = write_xlsx(tmp_path / "pegawai.xlsx", {"Daftar": rows})
    assert asnkarier("import", roster, "--db", path, "--dated", "2025-01-02").code == 0
    return path


def imported(db: Path, rows: list[list[Any]], *options: str) -> tuple[int, dict[str, Any]]:
    file = write_xlsx(db.with_name("daftar.xlsx"), {"Daftar": rows})
    said = asnkarier("import", file, *options, "--db", db, "--format", "json")
    return said.code, json.loads(said.out)


def results(db: Path) -> list[tuple[Any, ...]]:
    with sqlite3.connect(db) as opened:
        return opened.execute(
            "SELECT person_id, year, predicate, work_result, score FROM evaluation ORDER BY person_id"
        ).fetchall()


NAMES = [["NIP", "Nama"], *([nip, f"Contoh {at}"] for at, nip in enumerate(NIPS))]


@pytest.mark.parametrize("kind", [(), ("--as", "evaluations")])
def test_a_predicate_told_of_all_is_everybodys(db: Path, kind: tuple[str, ...]) -> None:
    code, answer = imported(db, NAMES, *kind, *YEAR, "--set", "predicate=baik")
    assert (code, answer["sheets"][0]["rows"]["inserted"], answer["findings"]) == (0, 3, [])
    assert results(db) == [(person, 2025, "baik", None, None) for person in (1, 2, 3)]


def test_so_is_one_rating(db: Path) -> None:
    assert imported(db, NAMES, "--as", "evaluations", *YEAR, "--set", "work_result=above")[0] == 0
    assert results(db) == [(person, 2025, None, "above", None) for person in (1, 2, 3)]


def test_rows_of_totals_and_signatures_are_still_nobodys(db: Path) -> None:
    rows = [*NAMES, ["", "Jumlah"], [], ["", "Kepala BKPSDM"], ["", "Uji Pejabat"]]
    code, answer = imported(db, rows, "--as", "evaluations", *YEAR, "--set", "predicate=baik")
    assert (code, answer["sheets"][0]["rows"]["inserted"], len(results(db))) == (0, 3, 3)


def test_a_year_alone_is_no_result_and_the_reason_is_told(db: Path) -> None:
    code, answer = imported(db, NAMES, "--as", "evaluations", *YEAR)
    assert (code, [found["code"] for found in answer["findings"]]) == (1, ["list_says_nothing"])
    assert "--isi" in answer["findings"][0]["remedy"]
    assert results(db) == []


def test_who_has_a_blank_cell_in_a_column_of_results_is_skipped_as_before(db: Path) -> None:
    rows = [["NIP", "Nama", "Nilai SKP"], [NIPS[0], "Contoh 0", 91], [NIPS[1], "Contoh 1", None]]
    code, answer = imported(db, rows, "--as", "evaluations", *YEAR)
    assert code == 0
    counts = answer["sheets"][0]["rows"]
    assert (counts["inserted"], counts["skipped"]) == (1, 1)
