"""Templates: every kind has one that Excel opens and our own labels head."""

import io
import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.ingest.frames import EndFrame, ReadOptions, SheetFrame
from asnkarier.ingest.reading import read_book
from tests.terminal import asnkarier
from tests.views.report.test_seen import OFFICE, converted

SAMPLE = Path(__file__).parents[3] / "data" / "sample.sqlite"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_template(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    assert asnkarier("template", kind, "-o", path).code == 0
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert [cell.value for cell in sheet[1]] == [field.label for field in KINDS[kind].fields]
    assert str(sheet["A2"].value).startswith("Contoh:")
    assert all(cell.comment for cell in sheet[1])


def test_several_kinds_in_one_workbook_and_indonesian_names(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    said = asnkarier("templat", "daftar-pegawai", "evaluations", "--keluaran", path)
    assert said.code == 0
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    assert book.sheetnames[:2] == [KINDS["roster"].label, KINDS["evaluations"].label]
    assert book.worksheets[0].column_dimensions["A"].number_format == "@"
    assert len(book.worksheets[0].data_validations.dataValidation) >= 3


def test_the_same_template_twice_is_the_same_file(tmp_path: Path) -> None:
    one, two = tmp_path / "one.xlsx", tmp_path / "two.xlsx"
    asnkarier("template", "roster", "-o", one)
    asnkarier("template", "roster", "-o", two)
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("kind", KINDS)
def test_the_importer_knows_the_template_and_skips_its_example(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    asnkarier("template", kind, "-o", path)
    book = openpyxl.load_workbook(path)
    for cell in book.worksheets[0][2]:
        book.worksheets[0].cell(3, cell.column, cell.value).data_type = "s"
    book.worksheets[0]["A3"] = KINDS[kind].fields[0].example
    book.save(path)
    frames = list(read_book(path, ReadOptions(as_kinds=(kind,)), file="t.xlsx"))
    heads = [frame for frame in frames if isinstance(frame, SheetFrame)]
    assert [head.kind for head in heads] == [kind]
    assert {column.field for column in heads[0].columns} >= {field.name for field in KINDS[kind].fields}
    ends = [frame for frame in frames if isinstance(frame, EndFrame)]
    assert [(end.read, end.delivered, dict(end.skipped_why)) for end in ends] == [(2, 1, {"example": 1})]


def _offered(sheet: Worksheet, header: str) -> list[object]:
    """Return what the drop-down under a header offers."""
    letter = next(cell.column_letter for cell in sheet[1] if cell.value == header)
    rule = next(rule for rule in sheet.data_validations.dataValidation if str(rule.sqref).startswith(f"{letter}2"))
    name, cells = rule.formula1.replace("'", "").split("!")
    assert sheet.parent is not None
    return [row[0].value for row in sheet.parent[name][cells.replace("$", "")]]


def test_drop_downs_offer_what_the_database_knows(tmp_path: Path) -> None:
    """55 units, of which six ended before 2 January 2023; a name that four of the 49 bear is given by its path."""
    path = tmp_path / "t.xlsx"
    assert asnkarier("template", "roster", "standards", "--db", SAMPLE, "--as-of", "2026-06-30", "-o", path).code == 0
    roster, standards = openpyxl.load_workbook(path).worksheets[:2]
    units = _offered(roster, KINDS["roster"].field("unit").label)
    assert len(units) == len(set(units)) == 49
    assert "Dinas Kesehatan" in units
    assert "Dinas Kesehatan / Sub Bagian Umum dan Kepegawaian" in units
    assert len(_offered(roster, KINDS["roster"].field("agency").label)) == 15
    assert "Kepala Dinas Kesehatan" in _offered(roster, KINDS["roster"].field("position").label)
    assert _offered(standards, KINDS["standards"].field("competency").label)[0] == "Integritas"
    assert "PPPK" in _offered(roster, KINDS["roster"].field("employee_kind").label)


def test_fixed_words_are_those_of_the_language(tmp_path: Path) -> None:
    """The importer reads both; nobody in an Indonesian office should have to choose "annual"."""
    for language, period in (("id", "Tahunan"), ("en", "annual")):
        path = tmp_path / f"{language}.xlsx"
        asnkarier("template", "evaluations", "trainings", "-o", path, lang=language)
        evaluations, trainings = openpyxl.load_workbook(path).worksheets[:2]
        assert _offered(evaluations, KINDS["evaluations"].field("period").label)[0] == period
        if language == "id":
            assert _offered(trainings, KINDS["trainings"].field("form").label)[:2] == ["Pelatihan", "Kursus"]


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_word_offered_is_read_back(language: str, tmp_path: Path) -> None:
    from asnkarier.core.kinds.vocabulary import SPELLINGS

    path = tmp_path / "t.xlsx"
    for name, kind in KINDS.items():
        asnkarier("template", name, "-o", path, lang=language)
        sheet = openpyxl.load_workbook(path).worksheets[0]
        for field in kind.fields:
            if field.vocabulary:
                words = SPELLINGS[field.vocabulary]
                offered = _offered(sheet, field.label)
                read = [
                    next(value for value, spelled in words.items() if word in (value, *spelled)) for word in offered
                ]
                assert read == [value for value in words if not value.startswith("?")]


def test_without_a_database_there_are_the_fixed_words_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert asnkarier("template", "roster", "-o", "t.xlsx").code == 0
    roster = openpyxl.load_workbook("t.xlsx").worksheets[0]
    assert "PPPK" in _offered(roster, KINDS["roster"].field("employee_kind").label)
    with pytest.raises(StopIteration):
        _offered(roster, KINDS["roster"].field("unit").label)


def test_headings_are_locked_and_the_rows_below_are_not(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    asnkarier("template", "roster", "-o", path)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert not sheet.protection.insertRows  # not forbidden
    assert all(cell.protection.locked for cell in sheet[1])
    assert not any(cell.protection.locked for cell in sheet[2])
    assert not any(sheet.column_dimensions[cell.column_letter].protection.locked for cell in sheet[1])


def test_a_nip_that_is_too_short_is_warned_of_while_it_is_typed(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    asnkarier("template", "roster", "-o", path)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    rule = next(rule for rule in sheet.data_validations.dataValidation if str(rule.sqref).startswith("A2"))
    assert (rule.type, rule.formula1, rule.errorStyle) == ("textLength", "18", "warning")
    assert sheet["A2"].number_format == "@"


@pytest.mark.skipif(OFFICE is None, reason="no LibreOffice here")
def test_filled_in_with_libreoffice_it_is_imported(tmp_path: Path) -> None:
    """Several kinds in one workbook, filled, saved anew by another program, and brought in: nothing is lost on the way."""
    database, path = tmp_path / "kota.sqlite", tmp_path / "t.xlsx"
    shutil.copy(SAMPLE, database)
    asnkarier("template", "feedback", "awards", "--db", database, "-o", path)
    book = openpyxl.load_workbook(path)
    for sheet, kind, row in (
        (book.worksheets[0], "feedback", {"nip": "197203141997032929", "year": 2026, "giver": "Atasan", "score": 88}),
        (
            book.worksheets[1],
            "awards",
            {"nip": "197203141997032929", "title": "Pegawai Teladan", "scope": "instansi", "awarded_on": "2026-03-01"},
        ),
    ):
        for name, value in row.items():
            place = KINDS[kind].fields.index(KINDS[kind].field(name)) + 1
            sheet.cell(3, place).value = value
    book.save(path)
    saved = converted(path, "xlsx", tmp_path / "saved")
    said = asnkarier("import", saved, "--db", database, "--covers-until", "2026-06-30", "--format", "json")
    assert said.code == 0, said.out
    rows = {sheet["kind"]: sheet["rows"] for sheet in json.loads(said.out)["sheets"]}
    assert {kind: (found["inserted"], found["skipped"]) for kind, found in rows.items()} == {
        "feedback": (1, 1),
        "awards": (1, 1),
    }


def test_a_template_is_a_workbook(tmp_path: Path) -> None:
    for name in ("t.docx", "t.csv"):
        answer = asnkarier("template", "roster", "-o", tmp_path / name)
        assert answer.code == 2
        assert ".xlsx" in answer.err
    assert list(tmp_path.iterdir()) == []


NURSE = "198001192006032932"
KNOWN = {
    "199001012015011001": NURSE,
    "198001012005011001": "197502082007031902",
    "Badan Kepegawaian dan Pengembangan SDM": "Dinas Kesehatan",
    "Bidang Mutasi": "UPTD RSUD Sukamaju",
    "Kepala Bidang Mutasi": "Perawat Ahli Madya",
}
"""The people, units and posts of the examples → some that the sample has."""


def test_the_templates_of_all_kinds_with_a_row_each_are_imported_well(tmp_path: Path) -> None:
    """The row is the example itself, told of people and units that there are; without any row the workbook is refused in plain words."""
    path, db = tmp_path / "t.xlsx", tmp_path / "d.sqlite"
    shutil.copy(SAMPLE, db)
    assert asnkarier("template", *KINDS, "-o", path, "--db", db).code == 0
    words = ("import", path, "--db", db, "--dated", "2026-06-30", "--dry-run", "--format", "json")
    empty = asnkarier(*words)
    assert empty.code == 1
    assert [one["code"] for one in json.loads(empty.out)["findings"] if one["severity"] == "error"] == [
        "list_unfilled"
    ] * len(KINDS)
    book = openpyxl.load_workbook(path)
    for name, sheet in zip(KINDS, book.worksheets, strict=False):
        for cell, field in zip(sheet[2], KINDS[name].fields, strict=True):
            if field.example:
                sheet.cell(3, cell.column, KNOWN.get(field.example, field.example)).data_type = "s"
    book.save(path)
    answer = asnkarier(*words)
    told = json.loads(answer.out)
    assert [one["message"] for one in told["findings"] if one["severity"] == "error"] == []
    rows = {sheet["kind"]: sheet["rows"] for sheet in told["sheets"]}
    assert {name: (one["read"], one["skipped"], one["rejected"]) for name, one in rows.items()} == dict.fromkeys(
        KINDS, (2, 1, 0)
    )


def test_the_choices_of_a_template_are_no_list(tmp_path: Path) -> None:
    """Of a city of two units the hidden sheet looks like a list with a title: it is not read, whatever stands in it."""
    path, city, other = tmp_path / "t.xlsx", tmp_path / "kota.sqlite", tmp_path / "lain.sqlite"
    for db in (city, other):
        assert asnkarier("init", "--db", db).code == 0
    units = tmp_path / "unit.csv"
    units.write_text("unit,agency\nDinas Uji,Dinas Uji\nBidang Uji,Dinas Uji\n", encoding="utf-8")
    assert asnkarier("import", units, "--db", city).code == 0
    assert asnkarier("template", *KINDS, "-o", path, "--db", city).code == 0
    said = asnkarier("import", path, "--db", other, "--dry-run", "--format", "json")
    read = json.loads(said.out)
    assert "Pilihan" not in [sheet["sheet"] for sheet in read["sheets"]]
    assert [sheet["created"] for sheet in read["sheets"] if sheet["created"]] == []


def test_no_list_of_units_comes_from_a_title_alone(tmp_path: Path) -> None:
    """A sheet without one column of any kind is no list of the unit that its title names."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["DINAS UJI"], ["Dinas Uji", "L", "PNS"], ["Bidang Uji", "P", "CPNS"], ["Seksi Uji", "", "PPPK"]):
        sheet.append(row)
    book.save(tmp_path / "t.xlsx")
    frames = list(read_book(tmp_path / "t.xlsx", ReadOptions(), file="t.xlsx"))
    assert [frame for frame in frames if isinstance(frame, SheetFrame)] == []
    frames = list(read_book(tmp_path / "t.xlsx", ReadOptions(as_kinds=("units",)), file="t.xlsx"))
    assert [frame for frame in frames if isinstance(frame, SheetFrame)] == []
