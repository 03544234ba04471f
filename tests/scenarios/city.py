"""What the scenarios of the cities share: workbooks built in code, brought in by the program, and its answers read back."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from tests.terminal import Said, asnkarier

DAY = "2026-06-30"
"""The day every city is looked at. The two years before it, which evaluations count, are 2024 and 2025."""
ROSTER = (
    "No", "NIP", "Nama", "Jenis ASN", "Kedudukan Hukum", "Golongan", "TMT Golongan", "Jabatan", "TMT Jabatan",
    "Unit Kerja", "Perangkat Daerah", "Pendidikan", "Jurusan",
)  # fmt: skip
STANDARDS = ("Jabatan", "Unit Kerja", "Perangkat Daerah", "Kompetensi", "Level Standar", "Tingkat Kepentingan")
POSITIONS = (
    "Jabatan", "Unit Kerja", "Perangkat Daerah", "Jenis Jabatan", "Eselon", "Rumpun Jabatan", "Kebutuhan",
    "Jabatan Lanjutan", "Memimpin Unit",
)  # fmt: skip
EVALUATIONS = (
    "NIP",
    "Tahun",
    "Rating Hasil Kerja",
    "Rating Perilaku Kerja",
    "Predikat Kinerja",
    "Umpan Balik",
    "NIP Penilai",
)
TRAININGS = (
    "NIP",
    "Nama Pelatihan",
    "Jenis Pelatihan",
    "Tingkat Kepemimpinan",
    "Tanggal Mulai",
    "Tanggal Selesai",
    "JP",
)
NINE = (
    "Integritas", "Kerja Sama", "Komunikasi", "Orientasi pada Hasil", "Pelayanan Publik",
    "Pengembangan Diri dan Orang Lain", "Mengelola Perubahan", "Pengambilan Keputusan", "Perekat Bangsa",
)  # fmt: skip
ASSESSMENTS = ("NIP", "Tanggal Asesmen", *NINE)
DISCIPLINE = ("NIP", "Tingkat Hukuman", "Jenis Hukuman", "Tanggal SK", "TMT Hukuman", "Akhir Hukuman")

Sheet = tuple[Sequence[str], Sequence[Sequence[object]]]


class City:
    """One city's file, filled from workbooks."""

    def __init__(self, folder: Path, name: str, policy: str) -> None:
        self.folder = folder
        self.db = folder / "kota.sqlite"
        self.policy = policy
        assert self.run("init", "--name", name).code == 0
        assert self.run("policy", "use", policy).code == 0

    def run(self, *arguments: object, **more: Any) -> Said:
        """Run a command on the city's file."""
        return asnkarier(*arguments, "--db", self.db, **more)

    def import_(
        self, name: str, sheets: Mapping[str, Sheet], *more: object, title: str | None = None
    ) -> dict[str, Any]:
        """Write a workbook of these sheets, headers in row 1 (in row 3 under a title), and import it; it must be accepted."""
        workbook = Workbook()
        workbook.remove(workbook.active)
        for sheet_name, (headers, rows) in sheets.items():
            sheet = workbook.create_sheet(sheet_name)
            if title is not None:
                sheet.append([title])
                sheet.append(["KEADAAN 30 JUNI 2026"])
            sheet.append(list(headers))
            for row in rows:
                sheet.append(list(row))
        path = self.folder / name
        workbook.save(path)
        said = self.run("import", path, "--covers-until", DAY, "--format", "json", *more)
        answer: dict[str, Any] = json.loads(said.out)
        problems = [f for f in answer["findings"] if f["severity"] == "error"]
        assert answer["applied"], (problems, said.err)
        return answer

    def ask(self, *arguments: object) -> dict[str, Any]:
        """Return a reading command's answer on the day."""
        said = self.run(*arguments, "--as-of", DAY, "--format", "json")
        assert said.code == 0, said.err
        answer: dict[str, Any] = json.loads(said.out)
        return answer

    def shown(self, *arguments: object, lang: str = "id") -> str:
        """Return what people see of it on a terminal of 80 columns."""
        said = self.run(*arguments, "--as-of", DAY, width=80, lang=lang)
        assert said.code == 0, said.err
        return said.out

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        """Read the file itself."""
        with sqlite3.connect(self.db) as connection:
            return connection.execute(sql).fetchall()

    def talent(self, nip: str, *more: object) -> dict[str, Any]:
        """Return one person of the talent map."""
        people = {person["nip"]: person for person in self.ask("talent", *more)["people"]}
        return people[nip]


def levels(*values: float | None) -> tuple[float | None, ...]:
    """Return the nine levels: one value for all of them, or nine."""
    return values * 9 if len(values) == 1 else values


def components(explained: Mapping[str, Any]) -> dict[str, tuple[Any, ...]]:
    """Return component → (value, weight, points) of an explanation or a candidate."""
    return {c["component"]: (c["value"], c["weight"], c["points"]) for c in explained["components"]}
