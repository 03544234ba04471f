"""Every format by its content, whatever the file is called; and everything that is no list, refused with one code."""

import os
import zipfile
from pathlib import Path

import openpyxl
import pytest

from asnkarier.core.errors import Stopped
from asnkarier.sheets.book import Sheet, column_letter, column_number, open_book
from asnkarier.sheets.formats import format_of
from tests.terminal import asnkarier

FLAT = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    b' xmlns:xhtml="http://www.w3.org/1999/xhtml" office:version="1.3"'
    b' office:mimetype="application/vnd.oasis.opendocument.%s"><office:meta/><table:table/></office:document>'
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ROWS = [["NIP", "Nama"], ["199001012015011001", "Contoh é"]]


def rows_of(path: Path) -> list[list[list[object]]]:
    _format, sheets = open_book(path)
    return [list(sheet.rows()) for sheet in sheets]


@pytest.mark.parametrize("separator", [",", ";", "|", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_csv_in_every_encoding_and_with_every_separator(
    tmp_path: Path, separator: str, encoding: str, ending: str
) -> None:
    file = tmp_path / "daftar.xls"
    file.write_bytes(ending.join(separator.join(row) for row in ROWS).encode(encoding))
    assert rows_of(file) == [ROWS]


def test_csv_says_its_separator_and_quotes(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text('sep=;\n"NIP";"Nama"\n"1";"Contoh; S.E.\nbaris dua"\n', encoding="utf-8")
    assert rows_of(file) == [[[], ["NIP", "Nama"], ["1", "Contoh; S.E.\nbaris dua"]]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_csv_of_web_exports_keeps_numbers_as_text(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.csv"
    cells = ['="199001012015011001"', '"=""0812"""', '=""', '="a"&"b"', "=1"]
    file.write_text("NIP;HP;Gol;X;Y\n" + ";".join(cells) + "\n", encoding=encoding)
    assert rows_of(file)[0][1] == ["199001012015011001", "0812", "", '="a"&"b"', "=1"]


def test_commas_inside_cells_do_not_decide_the_separator(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("NIP;Nama;Gelar\n1;Contoh;S.E., M.Si., Ak., CA\n2;Contoh;S.H., M.H., Dr., X\n", encoding="utf-8")
    assert rows_of(file)[0][1] == ["1", "Contoh", "S.E., M.Si., Ak., CA"]


def test_xlsx_and_its_copies_under_other_names(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in ROWS:
        book.worksheets[0].append(row)
    for name in ("a.xlsx", "a.xlsm", "a.csv", "a"):
        book.save(tmp_path / "kept.xlsx")
        (tmp_path / name).write_bytes((tmp_path / "kept.xlsx").read_bytes())
        assert format_of(tmp_path / name) == "xlsx"
        assert rows_of(tmp_path / name) == [ROWS]


def test_html_saved_as_xls(tmp_path: Path) -> None:
    file = tmp_path / "ekspor.xls"
    file.write_text(
        "<html><style>td{x}</style><body><table border=1><tr><th rowspan=2>NIP<th colspan=2>Jabatan</tr><tr><td>Nama<td>TMT</tr>"
        "<tr><td>199001012015011001</td><td>Analis &amp; Co</td><td>01-01-2020</td></tr></table><table><tr><td>lain</table>",
        encoding="utf-8",
    )
    _format, sheets = open_book(file)
    first, second = sheets
    assert list(first.rows()) == [
        ["NIP", "Jabatan", ""],
        ["", "Nama", "TMT"],
        ["199001012015011001", "Analis & Co", "01-01-2020"],
    ]
    assert first.merged == ((0, 0, 1, 0), (0, 1, 0, 2))
    assert list(second.rows()) == [["lain"]]


def test_a_table_inside_a_cell_of_a_layout_table(tmp_path: Path) -> None:
    file = tmp_path / "ekspor.xls"
    file.write_text(
        "<table><tr><td>Judul<table><tr><td>NIP</td><td>Nama</td></tr></table></td><td>kanan</td></tr></table>",
        encoding="utf-8",
    )
    assert rows_of(file) == [[["Judul", "kanan"]], [["NIP", "Nama"]]]


ODS_CONTENT = """<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
<table:table table:name="Daftar">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"""


def write_ods(path: Path, rows: list[list[str]]) -> Path:
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        archive.writestr("content.xml", ODS_CONTENT.format(rows=cells))
    return path


def test_ods(tmp_path: Path) -> None:
    file = write_ods(tmp_path / "daftar.xlsx", ROWS)
    assert format_of(file) == "ods"
    assert rows_of(file) == [ROWS]


REFUSED = [
    ("daftar.xlsx", b"", "file_empty"),
    ("daftar.csv", b"\xef\xbb\xbf\r\n", "file_empty"),
    ("~$daftar.xlsx", b"user", "file_lock"),
    (".~lock.daftar.ods#", b"user", "file_lock"),
    ("daftar.xlsx", b"PK\x03\x04" + b"x" * 100, "file_corrupt"),
    ("daftar.xls", OLE + b"\0" * 600, "file_corrupt"),
    ("daftar.xlsx", OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "file_encrypted"),
    ("daftar.doc", OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le"), "file_not_list"),
    ("daftar.xlsx", b"%PDF-1.7", "file_not_list"),
    ("daftar.xlsx", b"\x89PNG\r\n\x1a\n", "file_not_list"),
    ("daftar.json", b'{"nip": 1}', "file_not_list"),
    ("daftar.xls", b"\x09\x08\x08\x00\x00\x05\x05\x00" + b"\0" * 20, "file_old_excel"),
    (
        "daftar.xml",
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "file_xml_sheet",
    ),
    ("daftar.fods", FLAT % b"spreadsheet", "file_flat_sheet"),
    ("daftar.ods", FLAT % b"spreadsheet", "file_flat_sheet"),
    ("surat.fodt", FLAT % b"text", "file_not_list"),
    ("daftar.bin", bytes(range(1, 30)) * 40, "file_no_text"),
]


@pytest.mark.parametrize(("name", "content", "code"), REFUSED)
def test_what_is_no_list_is_refused_with_one_code(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Stopped) as refusal:
        format_of(tmp_path / name)
    assert (refusal.value.code, refusal.value.values["file"]) == (code, name)


def test_missing_files_and_folders(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "tidak-ada.xlsx", "file_missing"), (tmp_path, "file_is_folder")):
        with pytest.raises(Stopped) as refusal:
            format_of(path)
        assert refusal.value.code == code


def test_other_archives_are_named(tmp_path: Path) -> None:
    for inner, said in (("word/document.xml", "Word"), ("ppt/presentation.xml", "PowerPoint"), ("foto.jpg", "ZIP")):
        with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
            archive.writestr(inner, "x")
        with pytest.raises(Stopped) as refusal:
            format_of(tmp_path / "a.xlsx")
        assert (refusal.value.code, refusal.value.values["format"]) == ("file_not_list", said)


def test_column_letters() -> None:
    assert [column_letter(n) for n in (0, 25, 26, 701, 702, 16383)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]
    assert all(column_number(column_letter(n)) == n for n in range(0, 16384, 37))


def test_columns_and_rows_before_the_first_cell_are_counted(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["C4"] = "a"
    book.save(tmp_path / "a.xlsx")
    _format, sheets = open_book(tmp_path / "a.xlsx")
    sheet: Sheet = next(iter(sheets))
    rows = list(sheet.rows())
    assert (sheet.first_column, len(rows), rows[3]) == (2, 4, ["a"])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are not there on Windows")
def test_a_pipe_or_a_device_is_no_file(tmp_path: Path) -> None:
    """Nothing waits for what the pipe may give one day, or reads a device without an end."""
    os.mkfifo(tmp_path / "pipa.xlsx")
    asnkarier("init", "--name", "Kota Contoh", "--db", tmp_path / "kota.sqlite")
    for path in (tmp_path / "pipa.xlsx", Path("/dev/zero")):
        with pytest.raises(Stopped, match="file_no_file"):
            format_of(path)
        answer = asnkarier("import", path, "--db", tmp_path / "kota.sqlite", lang="en")
        assert (answer.code, f"{path.name} is a pipe or a device, not a file." in answer.err) == (1, True)
