"""How `reconcile` shows what differs: values as people write them, from the cells that hold them, and what lies in which agency."""

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.commands.intake.books import BUDI, SITI, book, changed
from tests.terminal import asnkarier


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--db", path).code == 0
    assert asnkarier("import", book(tmp_path / "daftar.xlsx", [SITI, BUDI]), "--db", path).code == 0
    return path


def compared(
    db: Path, folder: Path, headers: tuple[str, ...], ours: Sequence[object], theirs: Sequence[object], *more: str
) -> list[Any]:
    """Return field, here, there and both cells of each difference of one row of Siti's."""
    made = book(folder / "kami.xlsx", [(SITI[1], *ours)], headers)
    assert asnkarier("import", made, "--db", db, *more).code == 0
    other = book(folder / "mereka.xlsx", [(SITI[1], *theirs)], headers)
    found = json.loads(asnkarier("reconcile", other, "--db", db, "--format", "json", *more).out)["differences"]
    return [(d["field"], d["ours"], d["theirs"], d["our_source"], d["their_cell"]) for d in found]


def test_numbers_are_those_of_the_lists(db: Path, tmp_path: Path) -> None:
    headers = ("NIP", "Nama Diklat", "JP", "Tanggal Selesai")
    found = compared(db, tmp_path, headers, ("Diklat A", 20, "2025-03-01"), ("Diklat A", 25.5, "2025-03-01"))
    assert found == [("jp", 20, 25.5, "kami.xlsx · Data!C5", "C5")]
    said = asnkarier("reconcile", tmp_path / "mereka.xlsx", "--db", db)
    assert "25,5" in said.out
    assert "255000" not in said.out


def test_a_level_is_told_with_its_competency_and_its_cells(db: Path, tmp_path: Path) -> None:
    """JPM 80.5 and 81.5, Integritas 3 and 4; Kerja Sama stands only there."""
    headers = ("NIP", "Tanggal Asesmen", "JPM", "Integritas", "Kerja Sama")
    found = compared(db, tmp_path, headers, ("2025-02-01", 80.5, 3, None), ("2025-02-01", 81.5, 4, 2))
    assert found == [
        ("jpm", 80.5, 81.5, "kami.xlsx · Data!C5", "C5"),
        ("level", 3, 4, "kami.xlsx · Data!D5", "D5"),
        ("level", None, 2, None, "E5"),
    ]
    lines = csv.DictReader(
        io.StringIO(asnkarier("reconcile", tmp_path / "mereka.xlsx", "--db", db, "--format", "csv").out)
    )
    assert [(line["competency"], line["ours"], line["theirs"]) for line in lines] == [
        ("", "80.5", "81.5"),
        ("Integritas", "3", "4"),
        ("Kerja Sama", "", "2"),
    ]


def test_the_end_of_a_post_in_a_history_differs(db: Path, tmp_path: Path) -> None:
    headers = ("NIP", "Jabatan", "TMT Jabatan", "Tanggal Selesai")
    ours, theirs = (("Arsiparis", "2015-03-01", f"2018-0{month}-01") for month in (2, 3))
    found = compared(db, tmp_path, headers, ours, theirs, "--as", "history")
    assert found == [("until", "2018-02-01", "2018-03-01", "kami.xlsx · Data!D5", "D5")]
    said = asnkarier("reconcile", tmp_path / "mereka.xlsx", "--db", db, "--as", "history")
    assert "1 Maret 2018" in said.out


def test_a_unit_of_the_same_name_in_another_agency(db: Path, tmp_path: Path) -> None:
    moved = changed(BUDI)
    moved[8] = "Dinas Lain"
    other = book(tmp_path / "siasn.xlsx", [moved], day="31 JULI 2026")
    found = json.loads(asnkarier("reconcile", other, "--db", db, "--format", "json").out)["differences"]
    units = [(d["ours"], d["theirs"]) for d in found if d["field"] == "unit"]
    assert units == [(f"{BUDI[8]} / {BUDI[7]}", f"Dinas Lain / {BUDI[7]}")]
    assert all(d["ours"] != d["theirs"] for d in found)


def test_words_are_those_of_the_language(db: Path, tmp_path: Path) -> None:
    headers = ("NIP", "Tahun", "Predikat")
    assert compared(db, tmp_path, headers, (2025, "Baik"), (2025, "Sangat Baik")) == [
        ("predicate", "baik", "sangat_baik", "kami.xlsx · Data!C5", "C5")
    ]
    said = asnkarier("reconcile", tmp_path / "mereka.xlsx", "--db", db).out
    assert ("Sangat Baik" in said, "sangat_baik" in said, "Predikat" in said) == (True, False, True)


def test_the_source_is_that_of_the_very_record(db: Path, tmp_path: Path) -> None:
    """A later list of another training is no source of the first one's hours."""
    headers = ("NIP", "Nama Diklat", "JP", "Tanggal Selesai")
    first = book(tmp_path / "satu.xlsx", [(SITI[1], "Diklat A", 20, "2025-03-01")], headers)
    second = book(tmp_path / "dua.xlsx", [(SITI[1], "Diklat B", 30, "2025-04-01")], headers)
    for path in (first, second):
        assert asnkarier("import", path, "--db", db).code == 0
    other = book(tmp_path / "siasn.xlsx", [(SITI[1], "Diklat A", 25, "2025-03-01")], headers)
    found = json.loads(asnkarier("reconcile", other, "--db", db, "--format", "json").out)["differences"]
    assert [d["our_source"] for d in found] == ["satu.xlsx · Data!C5"]
