"""What a list brings that was not known before is named, so that a unit written in another way than before is seen."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.terminal import asnkarier

HEAD = ["NIP", "Nama", "Jabatan", "Unit Kerja", "Perangkat Daerah"]


def roster(path: Path, day: str, units: list[str]) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append([f"DAFTAR PEGAWAI KEADAAN {day}"])
    sheet.append(HEAD)
    for place, unit in enumerate(units):
        sheet.append([f"198001012005011{place + 1:03}", f"Contoh {place}", "Analis Data", unit, "Dinas Contoh"])
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "New units: Dinas Contoh / Bid. Baru 0."),
        # ten are named, the eleventh is counted
        (10, "Dinas Contoh / Bid. Baru 9."),
        (11, "Dinas Contoh / Bid. Baru 9; … and 1 more; --format json has them all."),
    ],
)
def test_units_that_a_list_brings_are_named(tmp_path: Path, count: int, said: str) -> None:
    db = tmp_path / "kota.sqlite"
    asnkarier("init", "--name", "Kota Contoh", "--db", db)
    asnkarier("import", roster(tmp_path / "lama.xlsx", "30 JUNI 2026", ["Bidang Lama"]), "--db", db)
    names = [f"Bid. Baru {place}" for place in range(count)]
    answer = asnkarier("import", roster(tmp_path / "baru.xlsx", "31 JULI 2026", names), "--db", db, lang="en")
    assert answer.code == 0
    assert said in " ".join(answer.err.split())
