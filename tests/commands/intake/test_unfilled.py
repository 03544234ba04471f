"""A template of several kinds of which some were filled in."""

import json
import sqlite3
from pathlib import Path

import openpyxl

from tests.terminal import asnkarier

PERSON = {"NIP": "198001012005011001", "Nama": "Adi Contoh", "Jabatan": "Analis", "Unit Kerja": "Dinas Contoh"}


def _template(folder: Path, *, filled: bool) -> tuple[Path, Path]:
    path, db = folder / "t.xlsx", folder / "kota.sqlite"
    asnkarier("init", "--db", db, "--name", "Kota Contoh")
    asnkarier("template", "roster", "units", "discipline", "-o", path, "--db", db)
    book = openpyxl.load_workbook(path)
    sheet = book["Daftar Pegawai"]
    if filled:
        heads = {str(cell.value): cell.column for cell in sheet[1]}
        for head, value in PERSON.items():
            sheet.cell(3, heads[head]).value = value
    book.save(path)
    return path, db


def test_sheets_left_as_they_were_are_told_and_declare_nothing(tmp_path: Path) -> None:
    path, db = _template(tmp_path, filled=True)
    said = asnkarier("import", path, "--db", db, "--dated", "2026-01-02", "--format", "json")
    found = json.loads(said.out)
    assert said.code == 0, said.err
    assert [(f["code"], f["severity"], f["sheet"]) for f in found["findings"] if f["code"].startswith("list_")] == [
        ("list_unfilled", "note", "Unit Kerja"),
        ("list_unfilled", "note", "Hukuman Disiplin"),
    ]
    with sqlite3.connect(db) as file:
        assert file.execute("SELECT COUNT(*) FROM person").fetchone() == (1,)
        # An empty sheet of the template is no statement that nobody was sanctioned.
        assert file.execute("SELECT kind FROM coverage").fetchall() == []
    assert "lengkap sampai" not in said.err


def test_a_template_with_nothing_in_it_is_refused(tmp_path: Path) -> None:
    path, db = _template(tmp_path, filled=False)
    said = asnkarier("import", path, "--db", db, "--dated", "2026-01-02", "--format", "json")
    assert said.code == 1
    errors = [f["code"] for f in json.loads(said.out)["findings"] if f["severity"] == "error"]
    assert errors == ["list_unfilled"] * 3
