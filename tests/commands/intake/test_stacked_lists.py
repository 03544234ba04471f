"""Two lists stacked on one sheet: a bad row of either leaves the good ones of both to be imported."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import write_xlsx
from tests.terminal import asnkarier


def person(number: int, golongan: str = "III/a") -> list[str]:
    return [f"1980011{number}2005011001", f"Contoh {number}", golongan, "Arsiparis", "Bidang Arsip"]


def imported(tmp_path: Path, first: str, second: str, *options: str) -> tuple[int, dict[str, Any], list[str]]:
    """Import three people and, under a header of its own with its columns in another order, three more."""
    rows: list[list[Any]] = [
        ["DAFTAR PEGAWAI KEADAAN 31 MEI 2026"],
        ["NIP", "Nama", "Golongan", "Jabatan", "Unit Kerja"],
        *(person(n, first if n == 2 else "III/a") for n in (1, 2, 3)),
        [],
        ["Nama", "NIP", "Golongan", "Jabatan", "Unit Kerja"],
        *([one[1], one[0], *one[2:]] for one in (person(n, second if n == 5 else "III/a") for n in (4, 5, 6))),
    ]
    path = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--name", "Kota Contoh", "--db", path).code == 0
    file = write_xlsx(tmp_path / "daftar.xlsx", {"Daftar": rows})
    said = asnkarier("import", file, *options, "--db", path, "--format", "json")
    with sqlite3.connect(path) as opened:
        names = [name for (name,) in opened.execute("SELECT name FROM person ORDER BY name")]
    return said.code, json.loads(said.out), names


@pytest.mark.parametrize(
    ("first", "second", "left_out"),
    [("XX/z", "III/a", {2}), ("III/a", "XX/z", {5}), ("XX/z", "XX/z", {2, 5}), ("III/a", "III/a", set())],
)
def test_a_bad_row_leaves_the_good_rows_of_both_lists(
    tmp_path: Path, first: str, second: str, left_out: set[int]
) -> None:
    code, answer, names = imported(tmp_path, first, second, "--skip-bad")
    assert (code, answer["applied"]) == (0, True)
    assert names == [f"Contoh {n}" for n in range(1, 7) if n not in left_out]


def test_without_skip_bad_nothing_is_imported(tmp_path: Path) -> None:
    code, answer, names = imported(tmp_path, "XX/z", "III/a")
    assert (code, answer["applied"], names) == (1, False, [])
