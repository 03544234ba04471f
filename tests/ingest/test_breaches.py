"""Lists of sanctions that tell the breach as well."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, read_rows, write_xlsx
from tests.terminal import asnkarier

HEAD = ["NIP", "Tingkat Hukuman", "Jenis Hukuman", "Tanggal SK"]
ROW: list[Any] = [PNS, "ringan", "Teguran lisan", "05-03-2024"]
STAFF = [["NIP", "Nama", "Gol", "Jabatan", "Unit Kerja"], [PNS, "Contoh Satu", "III/b", "Analis", "Bidang A"]]


@pytest.mark.parametrize("header", ["Jenis Pelanggaran Disiplin", "Jenis Pelanggaran", "Pelanggaran"])
def test_the_breach_is_kept_beside_the_sanction(tmp_path: Path, header: str) -> None:
    read = read_rows(tmp_path, [["DAFTAR HUKUMAN DISIPLIN"], [*HEAD, header], [*ROW, "Tidak masuk kerja"]])
    assert (read.found, read.row()["sanction"], read.row()["note"]) == ([], "Teguran lisan", "Tidak masuk kerja")


def test_it_is_shown_with_the_person(tmp_path: Path) -> None:
    db = tmp_path / "k.sqlite"
    asnkarier("init", "--db", db, "--name", "Kota Contoh")
    asnkarier("import", write_xlsx(tmp_path / "p.xlsx", {"Pegawai": STAFF}), "--db", db)
    sheet = [["DAFTAR HUKUMAN DISIPLIN"], [*HEAD, "Jenis Pelanggaran"], [*ROW, "Tidak masuk kerja"]]
    answer = asnkarier("import", write_xlsx(tmp_path / "h.xlsx", {"Hukdis": sheet}), "--db", db)
    assert answer.code == 0, answer.err
    (found,) = json.loads(asnkarier("show", PNS, "--db", db, "--format", "json").out)["discipline"]
    assert (found["sanction"], found["note"]) == ("Teguran lisan", "Tidak masuk kerja")
