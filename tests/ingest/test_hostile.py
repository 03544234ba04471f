"""Files that want to kill, hang or bloat the reader cost the officer a sentence, never the program."""

import io
import random
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from asnkarier import ingest
from asnkarier.core.errors import Stopped
from asnkarier.ingest.frames import DoneFrame, FindingsFrame, ReadOptions
from asnkarier.ingest.reading import read_book
from asnkarier.ingest.run import allowed_seconds
from asnkarier.sheets.guard import messages
from asnkarier.sheets.limits import CEILING, memory_limit
from asnkarier.sheets.scans.xlsx import has_endless_cell, is_bomb, scan_workbook
from tests.ingest.sheetmaker import TODAY, roster, write_xlsx

SHEET = b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


def outcome(path: Path, **options: object) -> list[str]:
    """Return the codes with which reading the file through the child ends."""
    try:
        frames = list(ingest.read(path, ReadOptions(today=TODAY)._replace(**options)))  # type: ignore[arg-type]
    except Stopped as refusal:
        return [refusal.code] if refusal.values["file"] == path.name else []
    assert isinstance(frames[-1], DoneFrame)
    return [finding.code for frame in frames if isinstance(frame, FindingsFrame) for finding in frame.findings]


def with_sheet(path: Path, sheet: bytes, *, times: int = 1, middle: bytes = b"") -> Path:
    """Write a workbook whose sheet's XML is `sheet`, then `middle` so many times."""
    plain = write_xlsx(path.parent / "plain.xlsx", {"Daftar": roster({})})
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name == "xl/worksheets/sheet1.xml":
                with new.open(name, "w") as part:
                    part.write(sheet)
                    for _ in range(times if middle else 0):
                        part.write(middle)
                    part.write(b"</sheetData></worksheet>")
            else:
                new.writestr(name, old.read(name))
    return path


def test_one_cell_at_the_far_corner_is_named(tmp_path: Path) -> None:
    file = with_sheet(tmp_path / "jauh.xlsx", SHEET + b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    assert outcome(file) == ["sheet_far_cell"]


def _roster_sheet(before: bytes = b"", after: bytes = b"") -> bytes:
    """Return the XML of a list of one person with something before its rows and behind them; the end is still to come."""
    cells = [
        b"".join(b'<c r="%c%d" t="inlineStr"><is><t>%s</t></is></c>' % (65 + at, row, text.encode()) for at, text in enumerate(line))
        for row, line in enumerate(roster({}), 1)
    ]  # fmt: skip
    rows = b"".join(b'<row r="%d">%s</row>' % (row, line) for row, line in enumerate(cells, 1))
    return SHEET.replace(b"<sheetData>", before + b"<sheetData>") + rows + after


@pytest.mark.parametrize("corner", [b"AMJ65536", b"XFD1048576"])
def test_what_a_sheet_says_of_its_size_is_no_cell(tmp_path: Path, corner: bytes) -> None:
    """Several exporters write the greatest size there is, whatever they hold."""
    size = b'<dimension ref="A1:' + corner + b'"/>'
    assert outcome(with_sheet(tmp_path / "besar.xlsx", _roster_sheet(size))) == []
    # A cell of 5 kB's worth at the corner is one all the same.
    held = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert outcome(with_sheet(tmp_path / "jauh.xlsx", _roster_sheet(size, held))) == ["sheet_far_cell"]


def test_rows_and_cells_that_hold_nothing_do_not_make_a_sheet_long(tmp_path: Path) -> None:
    """A height given to the last row, or a format to its last cell: nothing stands there."""
    for number, empty in enumerate((b"", b'<c r="XFD1048576" s="0"/>', b'<c r="XFD1048576" s="0"></c>')):
        file = with_sheet(
            tmp_path / f"{number}.xlsx", _roster_sheet(after=b'<row r="1048576" ht="20">' + empty + b"</row>")
        )
        assert outcome(file) == []


def test_a_long_sheet_is_looked_through_where_its_own_word_is_too_much(tmp_path: Path) -> None:
    """Beyond 8 MiB the sheet's word is taken first; 40,000 rows of 300 bytes are 12 MB."""
    size = b'<dimension ref="A1:XFD1048576"/>'
    row = b'<row><c t="inlineStr"><is><t>' + b"A" * 250 + b"</t></is></c></row>"
    plain, far = tmp_path / "panjang.xlsx", tmp_path / "panjang-jauh.xlsx"
    with_sheet(plain, _roster_sheet(size), middle=row, times=40_000)
    assert scan_workbook(plain)["Daftar"].far_cell == ""
    with_sheet(far, _roster_sheet(size, b'<row r="9"><c r="XFD1048576"><v>1</v></c></row>'), middle=row, times=40_000)
    assert scan_workbook(far)["Daftar"].far_cell == "XFD1048576"


def test_a_far_cell_that_the_scan_misses_dies_in_the_child_alone(tmp_path: Path) -> None:
    """Without its own row number in the usual place the cell is found by nobody but the reader."""
    file = with_sheet(
        tmp_path / "jauh.xlsx",
        SHEET + b"<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
    )
    assert outcome(file) in (["reader_too_big"], ["reader_died"])


def test_a_zip_bomb_ends_within_its_time(tmp_path: Path) -> None:
    row = b'<row><c t="inlineStr"><is><t>' + b"A" * 4000 + b"</t></is></c></row>"
    file = with_sheet(tmp_path / "bom.xlsx", SHEET, middle=row * 250, times=600)  # 600 MB of XML in under 3 MB
    assert allowed_seconds(file) == 20.0
    assert outcome(file, seconds=10.0) == ["file_bomb"]


def test_one_endless_cell_is_told_without_being_read(tmp_path: Path) -> None:
    """200 MB of one sign in a file of 200 kB; a cell of 32,767 signs, the longest of Excel, is read."""
    start = SHEET + b'<row r="1"><c r="A1" t="inlineStr"><is><t>'
    file = with_sheet(tmp_path / "panjang.xlsx", start, middle=b"A" * 1_000_000, times=200)
    assert has_endless_cell(file)
    assert outcome(file, seconds=10.0) == ["cell_endless"]
    cell = b'<row><c t="inlineStr"><is><t>' + b"A" * 32_767 + b"</t></is></c></row>"
    assert not has_endless_cell(with_sheet(tmp_path / "padat.xlsx", SHEET, middle=cell, times=600))  # 20 MB, 400 : 1


def test_ordinary_cells_without_end_are_told_without_being_read(tmp_path: Path) -> None:
    """147 MB of 9.8 million cells in under 300 kB; as many signs in rows that differ are a list."""
    row = b"<row>" + b"<c><v>1</v></c>" * 16_384 + b"</row>"
    file = with_sheet(tmp_path / "lebar.xlsx", SHEET, middle=row, times=600)
    assert is_bomb(file)
    assert outcome(file, seconds=10.0) == ["file_bomb"]
    rows = b"".join(b'<row r="%d"><c r="A%d"/><c r="B%d"/></row>' % (n, n, n) for n in range(2, 2_000_000))  # 85 MB
    assert len(rows) > 80_000_000
    assert not is_bomb(with_sheet(tmp_path / "panjang.xlsx", SHEET, middle=rows, times=1))


@pytest.mark.parametrize("sign", [b"x", b","])
def test_a_line_without_end_is_told_without_being_read(tmp_path: Path, sign: bytes) -> None:
    """Of one cell or of millions; a cell of a million signs is read, and so are lines parted as on old Macs."""
    file = tmp_path / "panjang.csv"
    file.write_bytes(b"NIP,Nama,Jabatan,Unit Kerja\n" + sign * (6 << 20))
    assert outcome(file) == ["csv_line_endless"]
    person = b"199001012015011001,Contoh Satu,Analis,Bidang A"
    file.write_bytes(b"NIP,Nama,Jabatan,Unit Kerja,Ket\n" + person + b"," + b"x" * 1_000_000 + b"\n")
    assert outcome(file) == []
    file.write_bytes(b"NIP,Nama,Jabatan,Unit Kerja\r" + b"\r".join([person] * 110_000))  # 5 MB
    assert outcome(file) == []


def test_memory_is_limited_by_the_sheets_size() -> None:
    mib = 1 << 20
    assert memory_limit(0, large=False) == 256 * mib
    assert memory_limit(100 * mib, large=False) == 556 * mib
    assert memory_limit(10_000 * mib, large=False) == CEILING == 1536 * mib
    assert memory_limit(1000 * mib, large=True) == 3256 * mib


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.99])
def test_truncated_workbooks_are_corrupt(tmp_path: Path, kept: float) -> None:
    whole = write_xlsx(tmp_path / "utuh.xlsx", {"Daftar": roster({})}).read_bytes()
    (tmp_path / "potong.xlsx").write_bytes(whole[: int(len(whole) * kept)])
    assert outcome(tmp_path / "potong.xlsx") == ["file_corrupt"]


def test_a_sheet_cut_in_the_middle_is_corrupt(tmp_path: Path) -> None:
    plain = write_xlsx(tmp_path / "plain.xlsx", {"Daftar": roster({})})
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(tmp_path / "potong.xlsx", "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data[: len(data) // 2] if name.endswith("sheet1.xml") else data)
    assert outcome(tmp_path / "potong.xlsx") == ["file_corrupt"]


def test_entities_do_not_unfold(tmp_path: Path) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "lol">' + b"".join(
        b'<!ENTITY %c "&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;">' % (98 + n, *[97 + n] * 8) for n in range(12)
    )
    plain = write_xlsx(tmp_path / "plain.xlsx", {"Daftar": roster({})})
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(tmp_path / "lol.xlsx", "w") as new:
        for name in old.namelist():
            new.writestr(name, bomb + b"]><workbook>&m;</workbook>" if name == "xl/workbook.xml" else old.read(name))
    assert set(outcome(tmp_path / "lol.xlsx")) <= {"file_corrupt", "no_list_found"}


def test_a_child_that_dies_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Stopped) as refusal:
        list(messages("os", {}, file="x.xlsx", seconds=20))  # os has no main: the child ends with a traceback
    assert refusal.value.code == "reader_died"


def test_a_child_that_hangs_is_ended(tmp_path: Path) -> None:
    with pytest.raises(Stopped) as refusal:
        list(messages("asyncio.runners", {}, file="x.xlsx", seconds=0.0))
    assert refusal.value.code in ("reader_too_slow", "reader_died")


def test_a_reader_left_in_the_middle_leaves_no_process_behind(tmp_path: Path) -> None:
    file = write_xlsx(
        tmp_path / "a.xlsx", {"Daftar": roster(*[{"NIP": f"1990010120150110{n:02}"} for n in range(1, 50)])}
    )
    frames = ingest.read(file, ReadOptions(today=TODAY))
    next(frames)
    frames.close()  # type: ignore[attr-defined]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.binary(max_size=600),
    head=st.sampled_from(
        [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html><table>", b"\xff\xfe", b"NIP;Nama;Jabatan\n"]
    ),
)
def test_no_byte_string_crashes_the_reader(tmp_path: Path, content: bytes, head: bytes) -> None:
    file = tmp_path / "acak.xlsx"
    file.write_bytes(head + content)
    with suppress(Stopped):
        list(read_book(file, ReadOptions(today=TODAY)))


def test_damaged_bytes_in_a_sound_workbook_never_break_out(tmp_path: Path) -> None:
    whole = write_xlsx(tmp_path / "utuh.xlsx", {"Daftar": roster({})}).read_bytes()
    chance = random.Random(7)
    for number in range(60):
        damaged = bytearray(whole)
        for _ in range(chance.choice((1, 3, 20))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        file = tmp_path / f"rusak{number}.xlsx"
        file.write_bytes(damaged)
        with suppress(Stopped):
            list(read_book(file, ReadOptions(today=TODAY)))


def test_a_page_of_nested_tables_ends(tmp_path: Path) -> None:
    page = io.StringIO()
    page.write("<html>" + "<table><tr><td rowspan=99999 colspan=99999>" * 500)
    (tmp_path / "a.xls").write_text(page.getvalue())
    assert outcome(tmp_path / "a.xls") == ["page_without_list"]
