"""Lists that the program wrote itself are read again as what is on file already: in both languages, as workbook and as csv."""

import json
from pathlib import Path

import pytest

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, PPPK, write_xlsx
from tests.terminal import asnkarier

STAFF = [
    ["NIP", "Nama", "Status Pegawai", "Kedudukan Hukum", "Gol", "Jabatan", "Unit Kerja", "Unit Atasan", "Perangkat Daerah", "Pendidikan"],
    [PNS, "Contoh Satu", "PNS", "Aktif", "III/b", "Pengelola Umum", "Sub Bagian Umum", "", "Dinas Sosial", "S1"],
    [PNS_WOMAN, "Contoh Dua", "PNS", "Aktif", "III/a", "Arsiparis", "Sub Bagian Umum", "Sekretariat", "Dinas Kesehatan", "S1"],
    [PPPK, "Contoh Tiga", "PPPK", "Aktif", "IX", "Perawat", "Bidang Data", "", "Dinas Kesehatan", "S1"],
]  # fmt: skip
RESULTS = [
    ["NIP", "Tahun", "Hasil Kerja", "Perilaku Kerja", "Predikat", "Unit Kerja"],
    [PPPK, 2025, "Di Atas Ekspektasi", "Sesuai Ekspektasi", "Baik", "Bidang Data"],
]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("daftar")
    path = folder / "kota.sqlite"
    assert asnkarier("init", "--name", "Kota Contoh", "--db", path).code == 0
    book = write_xlsx(folder / "a.xlsx", {"Pegawai": STAFF, "SKP": RESULTS})
    said = asnkarier("import", book, "--db", path)
    assert said.code == 0, said.out
    return path


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("extension", ["xlsx", "csv"])
@pytest.mark.parametrize("command", [("staff",), ("evaluations", "list", "--all")])
def test_what_was_written_is_read_again(
    database: Path, tmp_path: Path, command: tuple[str, ...], extension: str, lang: str
) -> None:
    """Two of three people are in units of one name; below the workbook's list stands how many they are."""
    file = tmp_path / f"daftar.{extension}"
    assert asnkarier(*command, "--db", database, "--format", extension, "-o", file, "--lang", lang).code == 0
    said = asnkarier("import", file, "--db", database, "--dry-run", "--format", "json")
    told = json.loads(said.out)
    rows = told["sheets"][0]["rows"]
    assert [one for one in told["findings"] if one["severity"] != "note"] == []
    people = 3 if command == ("staff",) else 1
    assert (said.code, rows["unchanged"], rows["read"] - rows["skipped"]) == (0, people, people)


def test_staff_says_where_the_units_lie(database: Path) -> None:
    people = json.loads(asnkarier("staff", "--db", database, "--format", "json").out)["people"]
    assert {one["nip"]: (one["unit"], one["parent"], one["agency"]) for one in people} == {
        PNS: ("Sub Bagian Umum", None, "Dinas Sosial"),
        PNS_WOMAN: ("Sub Bagian Umum", "Sekretariat", "Dinas Kesehatan"),
        PPPK: ("Bidang Data", None, "Dinas Kesehatan"),
    }
