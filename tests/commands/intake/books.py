"""Workbooks as offices send them, built in code."""

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

HEADERS = (
    "No", "NIP", "Nama", "Gol. Ruang", "TMT Golongan",
    "Jabatan", "TMT Jabatan", "Unit Kerja", "Perangkat Daerah", "Jenis Pegawai",
)  # fmt: skip
SITI = (
    1, "198001012005012901", "Siti Contoh", "III/d", "01-04-2022",
    "Kepala Bidang Arsip", "02-01-2023", "Bidang Arsip", "Dinas Arsip", "PNS",
)  # fmt: skip
BUDI = (
    2, "198102022006021902", "Budi Contoh", "III/c", "01-10-2020",
    "Arsiparis Ahli Muda", "01-06-2021", "Bidang Arsip", "Dinas Arsip", "PNS",
)  # fmt: skip


def book(
    path: Path, rows: Sequence[Sequence[object]], headers: Sequence[str] = HEADERS, day: str = "30 JUNI 2026"
) -> Path:
    """Write a list under a letterhead: the headers are in row 4, the first person in row 5."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Data"
    for row in (["PEMERINTAH KOTA CONTOH"], [f"KEADAAN {day}"], [], list(headers), *map(list, rows)):
        sheet.append(row)
    workbook.save(path)
    return path


def changed(row: Sequence[object], **values: object) -> list[object]:
    """Return a row with other values in the named columns (`gol`, `nama`, `nip`, `tmt_gol`, `unit`, `jabatan`)."""
    place = {"nip": 1, "nama": 2, "gol": 3, "tmt_gol": 4, "jabatan": 5, "tmt_jab": 6, "unit": 7}
    result = list(row)
    for name, value in values.items():
        result[place[name]] = value
    return result
