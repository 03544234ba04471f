"""The marked-up copy is a workbook that Excel opens, of any name, and says what is wrong now."""

import zipfile
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from asnkarier.core.finding import Finding
from asnkarier.views import marked
from asnkarier.views.language import saying
from tests.terminal import asnkarier

PLAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
RED, GREEN = "FFF8B4B4", "FF00B050"


def graded(path: Path, *words: str) -> Path:
    """Write a list of people of whom each has a grade; the first stands in row 2."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Data"
    sheet.append(["NIP", "Tahun", "Predikat"])
    for number, word in enumerate(words):
        sheet.append([f"19800101200501190{number}", 2024, word])
    book.save(path)
    return path


def copy_of(source: Path, *wrong: str, lang: str = "id") -> Path:
    """Return the copy in which these cells of column C are marked."""
    target = source.with_name(f"{source.stem}-tanda.xlsx")
    found = [Finding("word_unknown", "error", source.name, "Data", int(cell[1:]), "C", "Bagus") for cell in wrong]
    with saying(lang):
        assert marked.write(target, source, found, {})
    return target


def seen(path: Path) -> dict[str, tuple[str | None, bool]]:
    """Return which cells of the list have a colour or a comment."""
    cells = [cell for row in load_workbook(path)["Data"].iter_rows() for cell in row]
    colours = {cell.coordinate: cell.fill.fgColor.rgb if cell.fill.fill_type else None for cell in cells}
    return {
        cell.coordinate: (colours[cell.coordinate], cell.comment is not None)
        for cell in cells
        if colours[cell.coordinate] or cell.comment
    }


@pytest.mark.parametrize("name", ["a.xlsx", "a.XLSX", "a.xls", "a.csv", "a.dat", "a", "a.ods", "a.xlsx.part"])
def test_the_content_decides_what_a_workbook_is(tmp_path: Path, name: str) -> None:
    """Exports are workbooks of today under the name `.xls`; formatting stays whatever the name is."""
    path = graded(tmp_path / "b.xlsx", "Baik", "Bagus")
    book = load_workbook(path)
    book["Data"]["A1"].fill = PatternFill("solid", fgColor=GREEN)
    book.save(path)
    assert seen(copy_of(path.rename(tmp_path / name), "C3")) == {"A1": (GREEN, False), "C3": (RED, True)}


@pytest.mark.parametrize("skip", [False, True])
def test_a_workbook_from_the_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, skip: bool) -> None:
    db, copy = tmp_path / "kota.sqlite", tmp_path / "tanda.xlsx"
    asnkarier("init", "--name", "Kota Contoh", "--db", db)
    wrong = graded(tmp_path / "b.xlsx", "Baik", "Bagus").read_bytes()
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(wrong)))
    options = ["--marked", copy, *(["--skip-bad"] if skip else [])]
    said = asnkarier("import", "-", *options, "--unknown-people", "skip", "--db", db)
    assert "InvalidFileException" not in said.err
    assert seen(copy)["C3"] == (RED, True)


@pytest.mark.parametrize(
    "kind",
    ["application/vnd.ms-excel.sheet.macroEnabled.main+xml", PLAIN, PLAIN.replace("sheet.main", "template.main")],
)
def test_a_copy_is_a_workbook_without_macros_by_its_own_word_too(tmp_path: Path, kind: str) -> None:
    """Excel opens no .xlsx that says of itself that it has macros, or that it is a template."""
    path = graded(tmp_path / "b.xlsx", "Bagus")
    held = BytesIO(path.read_bytes())
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(tmp_path / "b.xlsm", "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(PLAIN.encode(), kind.encode()))
        new.writestr("xl/vbaProject.bin", b"macros")
    with zipfile.ZipFile(copy_of(tmp_path / "b.xlsm", "C2")) as made:
        assert f'"{PLAIN}"' in made.read("[Content_Types].xml").decode()
        assert not [name for name in made.namelist() if "vba" in name]


@pytest.mark.parametrize(("first", "second"), [("id", "id"), ("en", "id"), ("id", "en")])
def test_the_copy_of_a_copy_says_what_is_wrong_now(tmp_path: Path, first: str, second: str) -> None:
    """C2 and C3 were wrong, and C2 was mended; what the officer coloured and noted stays."""
    copy = copy_of(graded(tmp_path / "b.xlsx", "Bagus", "Bagus", "Baik"), "C2", "C3", lang=first)
    book = load_workbook(copy)
    book["Data"]["C2"], book["Data"]["C4"].comment = "Baik", Comment("dari saya", "Siti")
    book["Data"]["A4"].fill = PatternFill("solid", fgColor=GREEN)
    book.active = 1  # the list of findings is open
    book.save(copy)
    again = copy_of(copy, "C3", lang=second)
    assert seen(again) == {"C3": (RED, True), "C4": (None, True), "A4": (GREEN, False)}
    titles = {"id": "Catatan asnkarier", "en": "asnkarier findings"}
    assert load_workbook(again).sheetnames == ["Data", titles[second]]


def test_a_comment_that_lost_its_author_on_the_way_is_known_by_its_colour(tmp_path: Path) -> None:
    """LibreOffice writes comments without authors. Without the list of findings the same colour is the officer's own."""
    copy = copy_of(graded(tmp_path / "b.xlsx", "Bagus", "Bagus"), "C2", "C3")
    book = load_workbook(copy)
    book["Data"]["C2"].comment = Comment("Tidak dikenal", "")
    book.save(copy)
    assert seen(copy_of(copy, "C3")) == {"C3": (RED, True)}
    del book["Catatan asnkarier"]
    book.save(copy)
    assert seen(copy_of(copy, "C3")) == {"C2": (RED, True), "C3": (RED, True)}


@pytest.mark.parametrize(
    ("title", "kept"), [("Catatan", True), ("Catatan asnkarier", True), ("Catatan asnkarier 2", False)]
)
def test_only_a_list_of_findings_is_taken_out(tmp_path: Path, title: str, kept: bool) -> None:
    """By its name alone a sheet is the officer's; with the headers of findings below the name it is an earlier copy's."""
    path = graded(tmp_path / "b.xlsx", "Bagus")
    book = load_workbook(path)
    headers = (
        ["Hal", "Oleh"] if kept else ["Tingkat", "Lembar", "Sel", "Nilai", "Apa yang keliru", "Yang perlu dilakukan"]
    )
    book.create_sheet(title).append(headers)
    book.save(path)
    assert (title in load_workbook(copy_of(path, "C2")).sheetnames) is kept


def test_a_workbook_whose_styles_are_broken_is_copied_without_them(tmp_path: Path) -> None:
    """A fill without anything in it, as some exports write it: values can be read, styles cannot."""
    path = graded(tmp_path / "b.xlsx", "Bagus")
    held = BytesIO(path.read_bytes())
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(b"<fills", b"<x><fills", 1) if name == "xl/styles.xml" else content)
    assert seen(copy_of(path, "C2")) == {"C2": (RED, True)}
