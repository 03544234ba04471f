"""The workbook: native charts, text that stays text, the same bytes for the same data."""

import io
import zipfile
from datetime import datetime

import openpyxl

from asnkarier.views.report.book import xlsx
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


def test_the_cover_leads_to_every_sheet() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx(report())))
    links = [cell.hyperlink.location for row in book["Sampul"].iter_rows() for cell in row if cell.hyperlink]
    assert links == ["'First'!A1", "'Second'!A1"]
