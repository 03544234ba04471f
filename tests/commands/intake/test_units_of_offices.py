"""Units of a kelurahan that a list names without it, and a kelurahan that an earlier list knew alone: what is said, and that it helps."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import write_xlsx
from tests.terminal import asnkarier

NIPS = [f"19800112200501100{serial}" for serial in (1, 2, 3)]
HEADERS = ["NIP", "Nama", "Jabatan", "Unit Kerja"]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--name", "Kota Contoh", "--db", path).code == 0
    return path


def imported(db: Path, rows: list[list[Any]], *options: str) -> tuple[int, list[dict[str, Any]]]:
    file = write_xlsx(db.with_name("daftar.xlsx"), {"Daftar": rows})
    said = asnkarier("import", file, *options, "--db", db, "--format", "json")
    return said.code, json.loads(said.out)["findings"]


def listed(db: Path, day: str, *letterhead: str, units: tuple[str, ...] = ("Seksi Pemerintahan",)) -> list[Any]:
    rows: list[list[Any]] = [["PEMERINTAH KOTA CONTOH"], *([line] for line in letterhead)]
    rows += [[f"DAFTAR PEGAWAI KEADAAN {day}"], HEADERS]
    rows += [[nip, "Contoh", f"Kepala {unit}", unit] for nip, unit in zip(NIPS, units, strict=False)]
    code, found = imported(db, rows)
    assert code == 0
    # The same person stands on each list.
    return [(one["code"], one["cell"], one["remedy"]) for one in found if one["code"] != "same_day_disagrees"]


def units(db: Path) -> list[str]:
    with sqlite3.connect(db) as opened:
        return [path for (path,) in opened.execute("SELECT path_key FROM unit ORDER BY path_key")]


STANDARD = ["Jabatan", "Unit Kerja", "Perangkat Daerah", "Kompetensi", "Level"]
SURVEY = ["Unit Kerja", "Perangkat Daerah", "Tahun", "Dimensi", "Skor"]
PERFORMANCE = ["Unit Kerja", "Perangkat Daerah", "Tahun", "Predikat"]


@pytest.mark.parametrize(
    ("kind", "headers", "row", "cell"),
    [
        ("standards", STANDARD, ["Kepala Seksi Pemerintahan", None, "Kecamatan Timur", "Integritas", 3], "B2"),
        ("survey", SURVEY, [None, "Kecamatan Timur", 2025, "Sarana", 80], "A2"),
        ("unit_performance", PERFORMANCE, [None, "Kecamatan Timur", 2025, "Baik"], "A2"),
    ],
)
def test_the_sections_of_a_kelurahan_are_named_with_it_and_found_so(
    db: Path, kind: str, headers: list[str], row: list[Any], cell: str
) -> None:
    listed(db, "30 JUNI 2026", "KECAMATAN TIMUR", "KELURAHAN MAWAR")
    listed(db, "30 JUNI 2026", "KECAMATAN TIMUR", "KELURAHAN MELATI")
    at = headers.index("Unit Kerja")
    code, found = imported(db, [headers, [*row[:at], "Seksi Pemerintahan", *row[at + 1 :]]], "--as", kind)
    assert (code, [(one["code"], one["cell"]) for one in found]) == (1, [("unit_not_found", cell)])
    paths = [f"KECAMATAN TIMUR / KELURAHAN {name} / Seksi Pemerintahan" for name in ("MAWAR", "MELATI")]
    assert "; ".join(paths) in found[0]["remedy"]
    # What the remedy names is what the cell may say.
    for path in (paths[0], "Kelurahan Mawar / Seksi Pemerintahan"):
        code, found = imported(db, [headers, [*row[:at], path, *row[at + 1 :]]], "--as", kind)
        assert "unit_not_found" not in [one["code"] for one in found]


def test_a_name_nobody_bears_is_answered_with_those_most_like_it(db: Path) -> None:
    listed(db, "30 JUNI 2026", "KECAMATAN TIMUR", "KELURAHAN MAWAR")
    row = ["Seksi Pemerintahn", "Kecamatan Timur", 2025, "Baik"]
    code, found = imported(db, [PERFORMANCE, row], "--as", "unit_performance")
    assert (code, [one["code"] for one in found]) == (1, ["unit_not_found"])
    assert "(terdekat: Seksi Pemerintahan)" in found[0]["remedy"]


def test_a_kelurahan_known_alone_before_its_kecamatan_is_told_of_and_can_be_joined(db: Path) -> None:
    assert listed(db, "30 JUNI 2026", "KELURAHAN MELATI") == []
    (told,) = listed(db, "31 JULI 2026", "KECAMATAN TIMUR", "KELURAHAN MELATI")
    assert told[0] == "office_known_alone"
    assert '`asnkarier unit gabung "KELURAHAN MELATI" "KECAMATAN TIMUR / KELURAHAN MELATI"`' in told[2]
    above = "KECAMATAN TIMUR / KELURAHAN MELATI"
    for gone, kept in ((" / Seksi Pemerintahan", " / Seksi Pemerintahan"), ("", "")):
        assert asnkarier("unit", "merge", f"KELURAHAN MELATI{gone}", f"{above}{kept}", "--db", db).code == 0
    there = "kecamatan timur / kelurahan melati"
    assert units(db) == ["kecamatan timur", there, f"{there} / seksi pemerintahan"]
    # Said once, when it is made; the list alone means the kelurahan below its kecamatan from then on.
    assert listed(db, "31 AGUSTUS 2026", "KELURAHAN MELATI") == []
    assert units(db) == ["kecamatan timur", there, f"{there} / seksi pemerintahan"]


def test_a_kelurahan_below_its_kecamatan_from_the_first_is_nothing_to_tell(db: Path) -> None:
    assert listed(db, "30 JUNI 2026", "KECAMATAN TIMUR", "KELURAHAN MELATI") == []
    assert listed(db, "30 JUNI 2026", "KECAMATAN BARAT", "KELURAHAN MAWAR") == []


def test_an_agency_of_its_own_is_no_kelurahan(db: Path) -> None:
    """Two agencies may well each have a Sekretariat, and one of them be called like a section of the other."""
    assert listed(db, "30 JUNI 2026", "SEKRETARIAT DAERAH", units=("Bagian Umum",)) == []
    assert listed(db, "30 JUNI 2026", "DINAS ARSIP", units=("Sekretariat Daerah",)) == []
