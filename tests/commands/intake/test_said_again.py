"""A roster that finds everybody as it says: its day is noted, shown, and named where an older import is taken back."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.commands.intake.books import SITI, book, changed
from tests.terminal import asnkarier


@pytest.fixture
def city(tmp_path: Path) -> Path:
    db = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--db", db, "--name", "Kota Contoh").code == 0
    book(tmp_path / "januari.xlsx", [SITI], day="31 JANUARI 2026")
    book(tmp_path / "februari.xlsx", [changed(SITI, jabatan="Kepala Bidang Pustaka")], day="28 FEBRUARI 2026")
    book(tmp_path / "maret.xlsx", [changed(SITI, jabatan="Kepala Bidang Pustaka")], day="31 MARET 2026")
    assert asnkarier("import", tmp_path / "januari.xlsx", "--db", db).code == 0
    return tmp_path


def imported(city: Path, name: str) -> dict[str, object]:
    answer: dict[str, object] = json.loads(
        asnkarier("import", city / name, "--db", city / "kota.sqlite", "--format", "json").out
    )
    return answer


def test_its_day_is_noted_once(city: Path) -> None:
    assert imported(city, "februari.xlsx")["batch"] == 3
    noted = asnkarier("import", city / "maret.xlsx", "--db", city / "kota.sqlite", "--lang", "en")
    assert "Nothing has changed. Import 4 notes that these people were listed so on 31 March 2026;" in noted.out
    assert imported(city, "maret.xlsx")["batch"] is None
    shown = asnkarier("imports", "show", 4, "--db", city / "kota.sqlite", "--lang", "en")
    assert "It changed nothing: it notes that the people on the list were listed so on 31 March" in shown.out
    assert asnkarier("audit", "verify", "--db", city / "kota.sqlite").code == 0


def test_taking_back_a_list_in_the_middle_names_the_newer_ones(city: Path) -> None:
    imported(city, "februari.xlsx")
    imported(city, "maret.xlsx")
    undone = asnkarier("imports", "undo", 3, "--db", city / "kota.sqlite", "--lang", "en")
    assert undone.code == 0
    assert "maret.xlsx, the roster of 31 March 2026, was read after it (import 4)." in undone.err
    assert "import it again" in " ".join(undone.err.split())
    # Read again, it writes what it could leave unwritten before.
    again = imported(city, "maret.xlsx")
    assert again["batch"] == 6
    shown = asnkarier("show", SITI[1], "--db", city / "kota.sqlite", "--as-of", "2026-03-31", "--format", "json")
    assert json.loads(shown.out)["position"] == "Kepala Bidang Pustaka"


def test_taking_back_a_decree_names_the_newer_lists_that_said_the_same(city: Path) -> None:
    """Retired from 1 April; the list of March, read after the decree, may have said what is taken back now."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["NIP", "Peristiwa", "TMT"])
    sheet.append([SITI[1], "pensiun", "2026-04-01"])
    workbook.save(city / "mutasi.xlsx")
    assert imported(city, "mutasi.xlsx")["batch"] == 3
    imported(city, "maret.xlsx")
    undone = asnkarier("imports", "undo", 3, "--db", city / "kota.sqlite", "--lang", "en")
    assert undone.code == 0
    assert "maret.xlsx, the roster of 31 March 2026, was read after it (import 4)." in undone.err
