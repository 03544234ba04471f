"""Lists of periodic pay steps: the TMT of the new pay is that of the last step once it has come."""

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, Read, read_rows

TITLE = "DAFTAR KENAIKAN GAJI BERKALA"
WHO = ["NIP", "NAMA", "GOL", "JABATAN", "UNIT KERJA"]
SOMEBODY = [PNS, "Contoh Satu", "III/a", "Analis", "Bidang Arsip"]


def listed(tmp_path: Path, headers: dict[str, Any], title: str = TITLE) -> Read:
    """Read one person under headers, of which `Induk > Anak` stand in two rows."""
    parts = [header.split(" > ") for header in headers]
    above = [*WHO, *(one[0] for one in parts)]
    below = [*([""] * len(WHO)), *(one[1] if len(one) > 1 else "" for one in parts)]
    rows = [[title], [], above, *([below] if any(below) else []), [*SOMEBODY, *headers.values()]]
    return read_rows(tmp_path, rows)


BOTH = {"GAJI LAMA > Gaji Pokok": 3000000, "GAJI LAMA > TMT": "01-01-2024", "GAJI BARU > Gaji Pokok": 3100000, "GAJI BARU > TMT": "01-01-2026"}  # fmt: skip


@pytest.mark.parametrize(
    "headers",
    [
        BOTH,
        {**BOTH, "TMT KGB YAD": "01-01-2028"},
        {"LAMA > Gaji Pokok": 1, "LAMA > TMT": "01-01-2024", "BARU > Gaji Pokok": 2, "BARU > MK": "4", "BARU > TMT": "01-01-2026"},
        {"TMT GAJI LAMA": "01-01-2024", "TMT GAJI BARU": "01-01-2026"},
        {"GAJI LAMA": 1, "TMT LAMA": "01-01-2024", "GAJI BARU": 2, "TMT BARU": "01-01-2026"},
        {"GAJI BARU > Gaji Pokok": 2, "GAJI BARU > TMT Gaji": "01-01-2026"},
    ],
)  # fmt: skip
def test_the_new_pay_says_since_when(tmp_path: Path, headers: dict[str, Any]) -> None:
    read = listed(tmp_path, headers)
    assert (read.found, read.row()["last_pay_step"]) == ([], "2026-01-01")


@pytest.mark.parametrize(
    ("headers", "title"),
    [
        ({**BOTH, "GAJI BARU > TMT": "01-07-2026"}, TITLE),  # the day has not come: today is 1 June 2026
        (BOTH, "DAFTAR GAJI"),  # nobody says that it is a periodic step
    ],
)
def test_what_may_not_be_a_step_yet_is_told(tmp_path: Path, headers: dict[str, Any], title: str) -> None:
    read = listed(tmp_path, headers, title)
    assert ([code for code, _cell in read.found], "last_pay_step" in read.row()) == (["column_of_what_is_new"], False)


def test_the_pay_of_a_new_rank_is_no_step(tmp_path: Path) -> None:
    read = listed(tmp_path, {"GOL BARU": "III/b", **BOTH, "KGB YAD": "2028"}, "DAFTAR KENAIKAN PANGKAT")
    assert "last_pay_step" not in read.row()


def test_a_column_of_the_last_step_stands(tmp_path: Path) -> None:
    read = listed(tmp_path, {"TMT KGB TERAKHIR": "01-03-2025", **BOTH})
    assert (read.found, read.row()["last_pay_step"]) == ([], "2025-03-01")
