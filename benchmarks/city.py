"""A large invented city: rows for workbooks of any number of staff, the same every time."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

HEADERS = (
    "No", "NIP", "Nama", "Gelar Depan", "Gelar Belakang", "L/P", "Tanggal Lahir", "Jenis ASN", "Kedudukan Hukum",
    "Gol. Ruang", "TMT Golongan", "TMT CPNS", "Akhir Kontrak", "Jabatan", "Jenis Jabatan", "Eselon", "TMT Jabatan",
    "Unit Kerja", "Kode Unit", "Perangkat Daerah", "Pendidikan", "Jurusan", "TMT KGB", "Email", "Keterangan",
)  # fmt: skip
"""Twenty-five columns, as in DESIGN's table of speeds."""


def nip(i: int) -> str:
    """Return the NIP of person `i`: a birth date, a month of appointment, a sex and a serial, no two alike."""
    serial, born = i % 999 + 1, i // 999
    year, month, day = 1967 + born % 34, born // 34 % 12 + 1, born // (34 * 12) % 28 + 1
    return f"{year}{month:02d}{day:02d}{year + 24}{month:02d}{i % 2 + 1}{serial:03d}"


def staff(count: int) -> Iterator[list[Any]]:
    """Yield the rows of a roster."""
    for i in range(count):
        number = nip(i)
        born = date(int(number[:4]), int(number[4:6]), int(number[6:8]))
        unit = i * 7 % 1500
        post = "Guru Ahli Pertama" if i % 2 else f"Analis Tata Laksana {i % 90}"
        yield [
            i + 1, number, f"Pegawai Contoh {i}", "Dr." if i % 9 == 0 else None, "S.T., M.Si." if i % 3 else "S.Pd.",
            "LP"[i % 2], born, "PNS", "Aktif", ("III/a", "III/b", "III/c", "III/d", "IV/a")[i % 5],
            date(2019 + i % 6, 4 if i % 2 else 10, 1), date(born.year + 24, born.month, 1), None, post, None, None,
            date(2018 + i % 7, 1 + i % 12, 1), f"Unit Kerja {unit}", f"U{unit:05d}", f"Dinas {unit % 40}",
            ("S1", "D-III", "S2", "SLTA")[i % 4], ("Teknik Sipil", "Manajemen", "Pendidikan Dasar")[i % 3],
            date(2024 + i % 2, 1 + i % 12, 1), f"pegawai{i}@contoh.id", None,
        ]  # fmt: skip


def roster(path: Path, count: int, heading: str = "DAFTAR PEGAWAI") -> Path:
    """Write the roster of `count` people; another `heading` makes other bytes of the same rows."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Daftar")
    for row in (["PEMERINTAH KOTA CONTOH"], [heading], ["KEADAAN 30 JUNI 2026"], list(HEADERS)):
        sheet.append(row)
    for row in staff(count):
        sheet.append(row)
    book.save(path)
    return path
