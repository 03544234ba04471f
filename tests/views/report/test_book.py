"""The workbook: native charts, text that stays text, the same bytes for the same data."""

import io
import zipfile
from datetime import date, datetime
from fractions import Fraction

import openpyxl

from asnkarier.sheets.book_of_pages import Block, Page, book_of
from asnkarier.views.report.book import xlsx
from asnkarier.views.report.model import Report, Section
from asnkarier.views.shapes import Heat
from tests.views.report.samples import EVIL, report


def test_the_same_report_gives_the_same_bytes() -> None:
    assert xlsx(report()) == xlsx(report())


def test_charts_are_native_and_the_day_of_the_data_is_the_only_date() -> None:
    content = xlsx(report())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert sum(name.startswith("xl/charts/chart") for name in archive.namelist()) == 3
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.properties.created == datetime(2026, 6, 30)
    assert book.properties.modified == datetime(2026, 6, 30)


def test_values_are_values() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx(report())))
    assert book.sheetnames == ["Sampul", "First", "Second"]
    rows = {row[0].value: row for row in book["First"].iter_rows()}
    row = rows["Dinas Contoh"]
    assert [cell.value for cell in row[:4]] == ["Dinas Contoh", 12, 30, 42.5]
    assert row[4].is_date
    assert row[5].value == "198001012005011901"
    assert rows[EVIL][0].data_type == "s"
    assert "Law 1/2020" in rows
    assert len(book["Second"].conditional_formatting) == 1


def test_a_line_of_text_is_read_whole() -> None:
    """Merged over the columns of its table and as high as it needs: neither Excel nor paper cuts what runs out of a cell."""
    law = "Law 1/2020 " * 40
    page = Page(
        "A", ["short"], [Block("T", ["Name", "N"], [["x" * 70, Fraction(1, 3)], ["y", 4]], ["", "number"], law)]
    )
    sheet = openpyxl.load_workbook(io.BytesIO(book_of([page], date(2026, 6, 30), "f"))).worksheets[0]
    row = next(row[0].row for row in sheet.iter_rows() if row[0].value == law)
    assert any(place.min_row == row and place.max_col > 2 for place in sheet.merged_cells.ranges)
    assert sheet.row_dimensions[row].height == 75  # 440 letters over 90: 5 lines of 15 points
    long, whole = (next(r for r in sheet.iter_rows() if r[0].value == value) for value in ("x" * 70, "y"))
    assert sheet.row_dimensions[long[0].row].height == 30  # 70 letters in a column of 56
    assert (long[1].number_format, whole[1].number_format) == ("0.0###", "#,##0")  # no point behind a whole number
    assert long[0].alignment.wrap_text


def test_numbers_of_a_heat_table_have_the_decimals_of_their_kind() -> None:
    heat = Heat("Heat", "Unit", ["One"], ["A", "B"], [[Fraction(-4, 9), None]], -2, 1, "score")
    made = Report("R", "Kota", date(2026, 6, 30), [], [Section("a", "First", [], [heat])])
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx(made)))["First"]
    row = next(row for row in sheet.iter_rows() if row[0].value == "One")
    assert row[1].number_format == "0.00"


def test_a_page_with_a_chart_is_printed_across() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx(report())))
    assert [book[name].page_setup.orientation for name in ("Sampul", "First")] == ["portrait", "landscape"]


def test_the_cover_leads_to_every_sheet() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx(report())))
    links = [cell.hyperlink.location for row in book["Sampul"].iter_rows() for cell in row if cell.hyperlink]
    assert links == ["'First'!A1", "'Second'!A1"]
