"""How tables are laid out: long texts below their row, wide lists turned, and records one by one on a telephone."""

from datetime import date

from asnkarier.views.report.blocks import document
from asnkarier.views.report.model import Report, Section
from asnkarier.views.report.page import html
from asnkarier.views.report.paper import pdf
from asnkarier.views.shapes import Column, Kind, Table

NIP = "198001012005011901"
WHY = "Pengalaman jabatan: 10 tahun 2 bulan 29 hari; Kinerja: 2025: Sangat Baik, 2024: Baik"


def _report(*columns: tuple[str, Kind, object]) -> Report:
    table = Table(
        "Candidates",
        tuple(Column(f"c{n}", header, kind) for n, (header, kind, _) in enumerate(columns)),
        (tuple(value for _, _, value in columns),),
        "Law 1/2020",
    )
    return Report("List", "Kota Contoh", date(2026, 6, 30), [], [Section("a", "A", [], [table])])


def _block(report: Report) -> dict[str, object]:
    block: dict[str, object] = document(report)["sections"][0]["blocks"][0]
    return block


def test_a_long_text_without_room_is_told_below_its_row() -> None:
    # A word of 4, NIP 18, date 12 and six numbers of 7 letters, each with 1.5 between, are 89.5 of 112: 34 more do not fit.
    many = _report(
        ("Nama", "text", "Siti"),
        ("NIP", "nip", NIP),
        ("Sejak", "date", date(2026, 6, 30)),
        *[("Kinerja", "score", 90)] * 6,
        ("Alasan", "text", WHY),
    )
    block = _block(many)
    assert block["rows"][0]["told"] == [{"header": "Alasan", "text": WHY}]  # type: ignore[index]  # the rows of a table
    assert len(block["columns"]) == 9  # type: ignore[arg-type]  # a list
    assert f"<b>Alasan:</b> {WHY}" in html(many)
    assert pdf(many).startswith(b"%PDF")
    few = _report(("Nama", "text", "Siti"), ("NIP", "nip", NIP), ("Alasan", "text", WHY))
    assert _block(few)["rows"][0]["told"] == []  # type: ignore[index]  # the rows of a table


def test_a_list_too_broad_for_the_sheet_is_turned() -> None:
    # 7 numbers of 18 letters with 1.5 between are 136.5, 8 are 156; a sheet holds 140.
    assert not _block(_report(*[("NIP", "nip", NIP)] * 7))["turned"]
    assert _block(_report(*[("NIP", "nip", NIP)] * 8))["turned"]
    assert pdf(_report(*[("NIP", "nip", NIP)] * 8)).startswith(b"%PDF")


def test_records_stand_one_by_one_on_a_telephone_but_tables_of_numbers_stay_tables() -> None:
    since = ("Sejak", "date", date(2026, 6, 30))
    words = _report(("Nama", "text", "Siti"), ("NIP", "nip", NIP), ("Jabatan", "text", "Kepala Dinas"), since)
    assert '<table class="cards">' not in html(words)  # 4 + 18 + 7 + 12 letters and 6 between: 47 of 50
    more = _report(
        ("Nama", "text", "Siti"), ("NIP", "nip", NIP), ("NIP", "nip", NIP), ("Jabatan", "text", "Kepala Dinas")
    )
    assert '<td class="k" data-of="NIP">' in html(more)  # 4 + 18 + 18 + 7 and 6 between: 53
    numbers = _report(("Nama", "text", "Siti"), *[("Kesehatan", "integer", 3)] * 8)
    assert '<table class="cards">' not in html(numbers)
