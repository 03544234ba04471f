"""Templates: every kind has one that Excel opens and our own labels head."""

import io
from pathlib import Path

import openpyxl
import pytest

from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.ingest.frames import EndFrame, ReadOptions, SheetFrame
from asnkarier.ingest.reading import read_book
from tests.terminal import asnkarier


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
