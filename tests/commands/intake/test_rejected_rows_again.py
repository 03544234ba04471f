"""What the workbook of rejected rows, corrected, stores of a list too long for a marked copy: what the list itself, corrected, would have."""

import sqlite3
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from tests.terminal import asnkarier

PEOPLE = 5_010  # of two rows each: more than the 10,000 rows of a copy with everything in it


def nip(at: int) -> str:
    return f"19{70 + at % 10:02}{1 + at % 12:02}{1 + at % 28:02}{2000 + at // 600}011{at % 600 + 1:03}"


def written(path: Path, rows: list[list[Any]]) -> Path:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Data")
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def known(db: Path) -> Any:
    with sqlite3.connect(db) as connection:
        asked = "SELECT p.name, t.title, t.year, t.jp FROM training t JOIN person p ON p.id = t.person_id ORDER BY 1, 2"
        return connection.execute(asked).fetchall()


def test_corrected_rows_of_several_lines_go_to_their_own_people(tmp_path: Path) -> None:
    staff: list[list[Any]] = [["NIP", "Nama", "Golongan", "Jabatan", "Unit Kerja"]]
    staff += [[nip(at), f"Orang {at}", "III/b", "Arsiparis", "Bidang Arsip"] for at in range(PEOPLE)]
    people = written(tmp_path / "pegawai.xlsx", staff)
    rows: list[list[Any]] = [["DAFTAR DIKLAT"], ["NO", "NIP", "NAMA", "NAMA DIKLAT", "TAHUN", "JP"]]
    for at in range(PEOPLE):
        rows += [[at + 1, nip(at), f"Orang {at}", f"Bimtek A{at}", 2025, 20], ["", "", "", f"Bimtek B{at}", 2025, 10]]
    right = written(tmp_path / "benar.xlsx", rows)
    rows[2 + 2 * 10][5] = rows[3 + 2 * 50][5] = "sepuluh"  # the first row of Orang 10, the second of Orang 50
    wrong = written(tmp_path / "salah.xlsx", rows)
    once, twice = tmp_path / "sekali.sqlite", tmp_path / "dua.sqlite"
    for db in (once, twice):
        asnkarier("init", "--name", "Kota Contoh", "--db", db)
        assert asnkarier("import", people, "--db", db).code == 0
    said = asnkarier("import", wrong, "--skip-bad", "--marked", tmp_path / "tolak.xlsx", "--db", twice, lang="en")
    assert "The rejected rows are in" in said.err
    copy = load_workbook(tmp_path / "tolak.xlsx")
    cells = [cell for row in copy["Data"].iter_rows() for cell in row]
    # Title, header, Orang 10's own row, and both rows of Orang 50.
    assert copy["Data"].max_row == 5
    for cell in cells:
        if cell.value == "sepuluh":
            cell.value = 20 if cell.row == 3 else 10
    copy.save(tmp_path / "dibetulkan.xlsx")
    assert asnkarier("import", tmp_path / "dibetulkan.xlsx", "--db", twice).code == 0
    assert asnkarier("import", right, "--db", once).code == 0
    assert len(known(once)) == 2 * PEOPLE
    assert known(twice) == known(once)
