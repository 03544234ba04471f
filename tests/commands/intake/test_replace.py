"""`import --replace` from the terminal: what goes, what stays because a row of it could not be read, and what is said of both."""

import json
import sqlite3
from pathlib import Path

import pytest

from tests.commands.intake.books import BUDI, SITI, book
from tests.terminal import Said, asnkarier

HEADERS = ("NIP", "Tahun", "Predikat")
ONE, TWO = SITI[1], BUDI[1]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Siti has the years 2023 and 2024, Budi 2023."""
    path = tmp_path / "kota.sqlite"
    asnkarier("init", "--db", path, "--name", "Kota Contoh")
    assert asnkarier("import", book(tmp_path / "a.xlsx", [SITI, BUDI]), "--db", path).code == 0
    assert graded(path, tmp_path, (ONE, 2023, "Baik"), (ONE, 2024, "Baik"), (TWO, 2023, "Baik")).code == 0
    return path


def graded(db: Path, folder: Path, *rows: tuple[object, ...], options: tuple[str, ...] = (), lang: str = "id") -> Said:
    file = book(folder / "nilai.xlsx", rows, HEADERS)
    return asnkarier("import", file, *options, "--db", db, lang=lang, width=200)


def years(db: Path) -> list[tuple[int, int]]:
    with sqlite3.connect(db) as connection:
        return connection.execute("SELECT person_id, year FROM evaluation ORDER BY 1, 2").fetchall()


REPLACE = ("--replace", "--skip-bad")
WHOLE = [(1, 2023), (1, 2024), (2, 2023)]


@pytest.mark.parametrize(
    ("rows", "stands", "said"),
    [
        ([(ONE, 2024, "Baik")], WHOLE[1:], "Ditarik karena tidak lagi ada di berkas: 1 baris."),
        ([(ONE, 2024, "Baik"), (ONE, 2023, "Bagus")], WHOLE, "sebab ada baris pegawai yang sama yang ditolak"),
        ([(ONE, 2024, "Baik"), (ONE, 2023, "Baik"), (ONE, 2023, "Kurang")], WHOLE, "sebab ada baris pegawai yang sama"),
        (
            [(ONE, 2024, "Baik"), (ONE[:-1], 2023, "Baik")],
            WHOLE,
            "1 baris yang ditolak tidak dapat diketahui milik siapa",
        ),
        ([(ONE, 2024, "Baik"), (TWO, 2023, "Bagus")], WHOLE[1:], ": 1 baris."),
    ],
)
def test_a_row_that_was_not_read_takes_nothing_away(
    db: Path, tmp_path: Path, rows: list[tuple[object, ...]], stands: list[tuple[int, int]], said: str
) -> None:
    answer = graded(db, tmp_path, *rows, options=REPLACE)
    assert (answer.code, years(db)) == (0, stands)
    assert said in answer.err


def test_programs_are_told_too(db: Path, tmp_path: Path) -> None:
    rows = [(ONE, 2024, "Baik"), (ONE, 2023, "Bagus")]
    answer = json.loads(graded(db, tmp_path, *rows, options=(*REPLACE, "--format", "json")).out)
    assert answer["taken_back"] == []
    assert answer["spared"] == [{"kind": "evaluations", "rows": 1, "unknown": 0}]


def test_numbers_are_what_they_stand_for(db: Path, tmp_path: Path) -> None:
    """A training of 20 hours, stored as 200000."""
    headers = ("NIP", "Nama Diklat", "JP", "Tahun")
    two = book(tmp_path / "d.xlsx", [(ONE, "Arsip Dasar", 20, 2024), (ONE, "Arsip Lanjut", 30, 2025)], headers)
    assert asnkarier("import", two, "--db", db).code == 0
    one = book(tmp_path / "e.xlsx", [(ONE, "Arsip Lanjut", 30, 2025)], headers)
    answer = json.loads(asnkarier("import", one, "--replace", "--db", db, "--format", "json").out)
    assert [(t["fields"]["title"], t["fields"]["jp"]) for t in answer["taken_back"]] == [("Arsip Dasar", 20)]


@pytest.mark.parametrize(("lang", "said"), [("en", "nothing back here"), ("id", "tidak menarik apa pun di sini")])
@pytest.mark.parametrize("options", [("--replace",), ()])
def test_a_list_of_staff_is_told_that_nothing_of_it_goes(
    db: Path, tmp_path: Path, lang: str, said: str, options: tuple[str, ...]
) -> None:
    answer = asnkarier("import", book(tmp_path / "b.xlsx", [SITI]), *options, "--db", db, lang=lang, width=200)
    assert answer.code == 0
    assert (said in answer.err) is bool(options)


def test_an_undo_says_which_row_was_taken_out(db: Path, tmp_path: Path) -> None:
    graded(db, tmp_path, (ONE, 2024, "Baik"), options=("--replace",))
    with sqlite3.connect(db) as connection:
        batch = [
            number for (number,) in connection.execute("SELECT id FROM batch WHERE command = 'import' ORDER BY id")
        ]
    said = asnkarier("imports", "undo", batch[1], "--db", db, lang="en", width=200).out
    [line] = [line for line in said.splitlines() if "2023" in line and "Siti" in line]
    assert f"taken out since by import {batch[2]}" in line
