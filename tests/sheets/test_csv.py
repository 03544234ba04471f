"""Texts as other programs write them: quotes behind backslashes, and bytes that are no text."""

from pathlib import Path

import pytest

from asnkarier.core.errors import Stopped
from asnkarier.sheets.book import open_book

LONG = "NIP,Nama\n" + "1,Contoh\n" * 100


def rows_of(path: Path, text: str, encoding: str = "utf-8") -> list[list[str]]:
    path.write_bytes(text.encode(encoding))
    _format, sheets = open_book(path)
    return list(next(iter(sheets)).rows())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    ("line", "cells"),
    [
        (r'"Analis \"Data\"",1', ['Analis "Data"', "1"]),
        (r'1,"\"Data\" Analis"', ["1", '"Data" Analis']),
        (r'"Analis \"A, B\" Kota","x\\"', ['Analis "A, B" Kota', "x\\"]),
        (r'"Analis ""Data""",1', ['Analis "Data"', "1"]),
        (r'"Berkas C:\","1"', ["Berkas C:\\", "1"]),  # nothing escapes a quote here: it ends its cell
        (r'"800\12 ""A""",1', [r'800\12 "A"', "1"]),
        (r'"a\""b",1', ['a\\"b', "1"]),
    ],
)
def test_quotes(tmp_path: Path, line: str, cells: list[str], encoding: str) -> None:
    assert rows_of(tmp_path / "a.csv", f"Nama,Lain\n{line}\n", encoding) == [["Nama", "Lain"], cells]


@pytest.mark.parametrize(("text", "row"), [(f"{LONG}2,B\0\n", 102), (f"{LONG}\0\0", 102), (f"\0{LONG}", 1)])
def test_zeros_are_named_with_their_row(tmp_path: Path, text: str, row: int) -> None:
    with pytest.raises(Stopped) as refusal:
        rows_of(tmp_path / "a.csv", text)
    assert (refusal.value.code, refusal.value.values) == ("csv_zeros", {"file": "a.csv", "row": row})
