"""What is typed to no effect, or to another than it seems, is said: --set, --sheet, --covers-until."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from asnkarier.sheets.book import chosen
from tests.commands.intake.books import SITI, book
from tests.commands.intake.test_import import query, run_import
from tests.terminal import asnkarier

NIP = SITI[1]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "kota.sqlite"
    asnkarier("init", "--db", path, "--name", "Kota Contoh")
    assert asnkarier("import", book(tmp_path / "a.xlsx", [SITI]), "--db", path).code == 0
    return path


@pytest.mark.parametrize(
    ("asked", "names", "numbers"),
    [
        (["1"], ["SKP 2024", "SKP 2025", "1"], {3}),  # a sheet of that name wins
        (["1"], ["SKP 2024", "SKP 2025"], {1}),
        (["2", "1"], ["1", "Lain", "3"], {1, 2}),
        (["skp 2025 "], ["SKP 2024", "SKP 2025"], {2}),
        (["skp"], ["SKP", "skp"], {2}),  # written just so
        (["Skp"], ["SKP", "skp"], {1, 2}),
        (["0"], ["A"], set()),
        (["9"], ["A"], set()),
    ],
)
def test_a_sheet_is_found_by_its_name_in_whatever_case_and_else_by_its_number(
    asked: list[str], names: list[str], numbers: set[int]
) -> None:
    assert chosen(asked, names) == numbers


@pytest.mark.parametrize(("asked", "year"), [("1", 2023), ("2", 2025), ("skp 2024", 2024)])
def test_one_sheet_is_read(db: Path, tmp_path: Path, asked: str, year: int) -> None:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, of_year in (("SKP 2024", 2024), ("SKP 2025", 2025), ("1", 2023)):
        sheet = workbook.create_sheet(name)
        sheet.append(["NIP", "Tahun", "Predikat"])
        sheet.append([NIP, of_year, "Baik"])
    workbook.save(tmp_path / "skp.xlsx")
    assert run_import(db, tmp_path / "skp.xlsx", "--sheet", asked)[0] == 0
    assert query(db, "SELECT year FROM evaluation") == [(year,)]


@pytest.mark.parametrize(
    ("sets", "code", "said"),
    [
        (["year=2025"], 0, ""),
        (["year=2025", "period=S1"], 0, ""),
        (["year=2025", "year=2024"], 2, "--set gives year two values: 2025; 2024."),
        (["year=2025", "Tahun=2024"], 2, "two values: 2025; 2024."),  # the same field by its label
        (["year=2025", "provider=BKN"], 2, "--set names a field that no list here has (evaluations): provider."),
    ],
)
def test_a_field_is_set_once_and_one_that_a_list_has(
    db: Path, tmp_path: Path, sets: list[str], code: int, said: str
) -> None:
    file = book(tmp_path / "e.xlsx", [(NIP, "Baik")], ("NIP", "Predikat"))
    typed = [part for one in sets for part in ("--set", one)]
    answer = asnkarier("import", file, *typed, "--db", db, lang="en", width=200)
    assert (answer.code, query(db, "SELECT COUNT(*) FROM evaluation")) == (code, [(0 if code else 1,)])
    assert said in answer.err


@pytest.mark.parametrize("lang", ["en", "id"])
def test_a_list_that_is_no_register_reaches_nowhere(db: Path, tmp_path: Path, lang: str) -> None:
    said = {"en": "say nothing of these lists, which are no registers: roster", "id": "bukan register: daftar-pegawai"}[
        lang
    ]
    awards = book(
        tmp_path / "p.xlsx", [(NIP, "Satyalancana", "17-08-2024")], ("NIP", "Nama Penghargaan", "Tanggal Penghargaan")
    )
    until = ("--covers-until", "2025-12-31")
    alone = asnkarier("import", tmp_path / "a.xlsx", *until, "--db", db, lang=lang, width=200)
    both = asnkarier("import", tmp_path / "a.xlsx", awards, *until, "--db", db, lang=lang, width=200)
    plain = asnkarier("import", tmp_path / "a.xlsx", "--db", db, lang=lang, width=200)
    assert [(one.code, said in one.err) for one in (alone, both, plain)] == [(0, True), (0, False), (0, False)]


@pytest.mark.parametrize(("until", "warned"), [("2024-08-16", True), ("2024-08-17", False), (None, False)])
def test_a_row_of_a_day_after_the_end_of_its_register_is_asked_about(
    db: Path, tmp_path: Path, until: str | None, warned: bool
) -> None:
    """An award of 17 August 2024 in a list that is complete up to the 16th."""
    awards = book(
        tmp_path / "p.xlsx", [(NIP, "Satyalancana", "17-08-2024")], ("NIP", "Nama Penghargaan", "Tanggal Penghargaan")
    )
    code, answer = run_import(db, awards, *(["--covers-until", until] if until else []))
    found = [f["message"] for f in answer["findings"] if f["code"] == "rows_after_register"]
    assert (code, bool(found)) == (0, warned)
    assert all("16 Agustus 2024" in one and "17 Agustus 2024" in one for one in found)


HEADERS = ("nip", "year", "predicate", "indicator", "target", "realised")
MEETINGS, LETTERS = [(NIP, 2025, "Baik", what, 12, 10) for what in ("Jumlah rapat", "Jumlah surat")]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        # The grade stands beside each indicator: neither row may be deleted. A whole row said twice may.
        ([MEETINGS, LETTERS], []),
        ([MEETINGS, LETTERS, LETTERS], [("row_twice_for_all", "A7")]),
        ([MEETINGS, MEETINGS], [("row_twice_for_all", "A6")]),
    ],
)
def test_a_row_that_another_kind_needs_is_not_to_be_deleted(
    db: Path, tmp_path: Path, rows: list[tuple[object, ...]], found: list[tuple[str, str]]
) -> None:
    file = book(tmp_path / "i.xlsx", rows, HEADERS)
    code, answer = run_import(db, file, "--as", "evaluations,indicators")
    assert (code, [(f["code"], f["cell"]) for f in answer["findings"]]) == (0, found)
    assert query(db, "SELECT COUNT(*) FROM indicator") == [(len({row[3] for row in rows}),)]
    assert query(db, "SELECT COUNT(*) FROM evaluation") == [(1,)]


def test_in_a_table_of_one_kind_a_row_said_twice_is_named_as_before(db: Path, tmp_path: Path) -> None:
    _, answer = run_import(db, book(tmp_path / "i.xlsx", [MEETINGS, MEETINGS], HEADERS), "--as", "indicators")
    assert [(f["code"], f["cell"]) for f in answer["findings"]] == [("row_twice", "A6")]
