"""Errors that Excel has learnt since the fast reader was made: one cell each, never the whole workbook."""

import re
import zipfile
from pathlib import Path

import pytest

from asnkarier.core.errors import Stopped
from asnkarier.ingest.frames import ReadOptions
from asnkarier.ingest.reading import read_book
from asnkarier.sheets.scans import mended
from tests.ingest.sheetmaker import PNS, PNS_WOMAN, TODAY, Read, collected, roster, write_xlsx
from tests.terminal import asnkarier


def with_cell(tmp_path: Path, cell: str) -> Path:
    """Return a roster of two people with this in the place of the cell E3."""
    rows = roster({"NIP": PNS, "Gol": "III/a"}, {"NIP": PNS_WOMAN, "Gol": "III/b"}, extra=["Gol"])
    plain = write_xlsx(tmp_path / "asal.xlsx", {"Lembar": rows, "Kedua": [["catatan"]]})
    path = tmp_path / "buku.xlsx"
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content, count = re.subn(rb'<c r="E3"[^>]*>.*?</c>', cell.encode(), content)
                assert count == 1
            new.writestr(name, content)
    return path


def read(path: Path) -> Read:
    return collected(read_book(path, ReadOptions(today=TODAY)))


WORDS = ["#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!", "#BUSY!", "#GETTING_DATA", "#PYTHON!", "#N/A"]  # fmt: skip


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("cell", ['<c r="E3" t="e"><v>{}</v></c>', '<c r="E3" s="0" t="e" vm="1"><f>A1#</f><v>{}</v></c>'])  # fmt: skip
def test_one_cell_with_a_newer_error(tmp_path: Path, word: str, cell: str) -> None:
    found = read(with_cell(tmp_path, cell.format(word)))
    assert [(f.code, f.cell, f.value) for f in found.findings if f.severity == "error"] == [("cell_error", "E3", word)]
    assert [row["nip"] for _number, row in found.rows[0]] == [PNS]


@pytest.mark.parametrize("cell", ['<c r="E3" t="e"><v></v></c>', '<c r="E3" t="e"><v>Err:502</v></c>'])
def test_an_error_without_a_word_that_anybody_knows(tmp_path: Path, cell: str) -> None:
    assert read(with_cell(tmp_path, cell)).found == [("cell_error", "E3")]


def test_what_cannot_be_copied_is_said_to_be_broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = with_cell(tmp_path, '<c r="E3" t="e"><v>#SPILL!</v></c>')
    monkeypatch.setattr(mended, "_LARGEST", 100)
    with pytest.raises(Stopped, match="file_corrupt"):
        read(path)


def test_a_broken_cell_stays_broken(tmp_path: Path) -> None:
    with pytest.raises(Stopped, match="file_corrupt"):
        read(with_cell(tmp_path, '<c r="E3" t="nonsense"><v>1</v></c>'))


def test_the_marked_copy(tmp_path: Path) -> None:
    path, copy = with_cell(tmp_path, '<c r="E3" t="e"><v>#SPILL!</v></c>'), tmp_path / "tanda.xlsx"
    asnkarier("init", "--name", "Kota Contoh", "--db", tmp_path / "kota.sqlite")
    answer = asnkarier("import", path, "--db", tmp_path / "kota.sqlite", "--marked", copy, lang="en")
    assert (answer.code, "#SPILL!" in answer.out, copy.exists()) == (1, True, True)
