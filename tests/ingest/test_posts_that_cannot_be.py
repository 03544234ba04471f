"""A list of posts: what one row says of itself that cannot be, on both sides."""

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import read_rows

HEADERS = [
    "Jabatan", "Unit Kerja", "Jenis Jabatan", "Eselon", "Kebutuhan", "Golongan Terendah", "Golongan Tertinggi", "BUP",
    "Jabatan Lanjutan",
]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (["Kepala Bidang A", "Bidang A", "administrator", "III.b", 1, "III/d", "IV/a", 58, "Sekretaris"], []),
        (
            ["Kepala Bidang A", "Bidang A", "administrator", "IV.a", 1, "", "", "", ""],
            [("echelon_of_other_kind", "D2")],
        ),
        (["Kepala Seksi A", "Seksi A", "pengawas", "II.a", 1, "", "", "", ""], [("echelon_of_other_kind", "D2")]),
        (["Arsiparis Ahli Muda", "Seksi A", "jf_ahli_madya", "", 1, "", "", "", ""], [("level_of_other_kind", "C2")]),
        (["Arsiparis Ahli Muda", "Seksi A", "jf_ahli_muda", "", 1, "", "", "", ""], []),
        (["Analis", "Seksi A", "pelaksana", "", -1, "", "", "", ""], [("number_below_zero", "E2")]),
        (["Analis", "Seksi A", "pelaksana", "", 0, "III/c", "III/c", 45, ""], []),
        (["Analis", "Seksi A", "pelaksana", "", 1, "III/d", "III/c", "", ""], [("golongan_upside_down", "F2")]),
        (["Analis", "Seksi A", "pelaksana", "", 1, "", "", 44, ""], [("retirement_age_unlikely", "H2")]),
        (["Analis", "Seksi A", "pelaksana", "", 1, "", "", 76, ""], [("retirement_age_unlikely", "H2")]),
        (["Analis", "Seksi A", "pelaksana", "", 1, "", "", 75, "Kepala Seksi A; analis"], [("leads_to_itself", "I2")]),
    ],
)
def test_a_post(tmp_path: Path, row: list[Any], found: list[tuple[str, str]]) -> None:
    assert read_rows(tmp_path, [HEADERS, row]).found == found
