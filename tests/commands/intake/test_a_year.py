"""A year of one city as it comes by mail: who should be where on 31 December, worked out by hand from the documents.

2025: lists of staff in January, April, May, July and December, a list of moves (1 March), promotions (1 April), leave without pay
(1 March to 31 August), a pension (1 May), a study (1 August), a reorganisation (1 July), and the moves taken back and read again.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.terminal import asnkarier

HEAD, CLERK, OLD, AWAY, STUDENT = (
    "197801202005012003", "199009092019032006", "196704201994031007", "198606062011012012", "199112122015031015",
)  # fmt: skip
BEFORE, AFTER = "DINAS SOSIAL", "DINAS SOSIAL DAN PEMBERDAYAAN MASYARAKAT"
UNIT, RENAMED = "Bidang Rehabilitasi Sosial", "Bidang Perlindungan Sosial"


class City:
    """Its people as the next list of staff will tell of them."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.db = folder, folder / "kota.sqlite"
        self.agency, self.unit = BEFORE, UNIT
        self.people = {
            HEAD: ["Citra Contoh", "IV/a", "01-04-2021", f"Kepala {UNIT}", "05-03-2021", "III.b", UNIT],
            CLERK: ["Fitri Contoh", "II/c", "01-04-2023", "Pengadministrasi Umum", "01-03-2019", "-", "Sekretariat"],
            OLD: ["Gatot Contoh", "III/b", "01-04-2015", "Pengadministrasi Umum", "01-03-2017", "-", "Sekretariat"],
            AWAY: ["Lestari Contoh", "III/c", "01-04-2020", "Arsiparis Ahli Muda", "01-01-2022", "-", UNIT],
            STUDENT: ["Oki Contoh", "III/b", "01-04-2021", "Arsiparis Ahli Pertama", "01-03-2018", "-", "Sekretariat"],
        }
        assert asnkarier("init", "--name", "Kota Contoh", "--db", self.db).code == 0

    def bring(self, name: str, rows: list[list[Any]], *options: str) -> int:
        """Import a workbook of these rows; return the number of the import."""
        book = Workbook()
        for row in rows:
            book.worksheets[0].append(row)
        book.save(self.folder / name)
        said = asnkarier("import", self.folder / name, "--format", "json", *options, "--db", self.db)
        answer = json.loads(said.out)
        assert (said.code, [f["code"] for f in answer["findings"]]) == (0, []), said.out
        return int(answer["batch"] or 0)

    def staff(self, name: str, day: str) -> int:
        """Import the list of staff of a day, with a letterhead, two rows of headers and a signature."""
        rows: list[list[Any]] = [["PEMERINTAH KOTA CONTOH"], [self.agency], ["Jl. Merdeka No. 1 Contoh"], []]
        rows += [["DAFTAR NOMINATIF PEGAWAI"], [f"KEADAAN : {day}"], []]
        rows += [["NO", "NAMA / NIP", "PANGKAT", "", "JABATAN", "", "", "UNIT KERJA"]]
        rows += [["", "", "GOL", "TMT", "NAMA", "TMT", "ES", ""], list(range(1, 9))]
        for number, (nip, (called, *rest)) in enumerate(self.people.items(), 1):
            rows.append([number, f"{called}\nNIP. {nip}", *rest])
        rows += [[], [*[""] * 7, f"Contoh, {day.title()}"], [*[""] * 7, "Kepala Dinas"], [*[""] * 7, f"NIP. {HEAD}"]]
        return self.bring(name, rows)

    def of(self, nip: str, day: str = "2025-12-31") -> tuple[str | None, ...]:
        said = asnkarier("show", nip, "--as-of", day, "--format", "json", "--db", self.db)
        answer = json.loads(said.out)
        return tuple(answer.get(field) for field in ("position", "unit", "agency", "golongan", "status"))


@pytest.mark.parametrize("taken_back", [False, True])
def test_who_is_where_at_the_end_of_a_year(tmp_path: Path, taken_back: bool) -> None:
    city = City(tmp_path)
    city.staff("januari.xlsx", "31 JANUARI 2025")
    heads = ["NO", "NAMA", "NIP", "JABATAN LAMA", "UNIT KERJA LAMA", "JABATAN BARU", "UNIT KERJA BARU", "TMT"]
    move = [1, "Fitri Contoh", CLERK, "Pengadministrasi Umum", "Sekretariat", "Pengolah Data", UNIT, "01-03-2025"]
    moves = [["DAFTAR MUTASI PEGAWAI"], [], heads, move]
    moved = city.bring("mutasi.xlsx", moves)
    city.people[CLERK][3:] = ["Pengolah Data", "01-03-2025", "-", UNIT]
    heads = ["NO", "NAMA", "NIP", "GOL LAMA", "GOL BARU", "TMT", "JABATAN", "UNIT KERJA"]
    rank = [1, "Citra Contoh", HEAD, "IV/a", "IV/b", "01-04-2025", f"Kepala {UNIT}", UNIT]
    city.bring("pangkat.xlsx", [["DAFTAR KENAIKAN PANGKAT PERIODE 1 APRIL 2025"], [], heads, rank])
    city.people[HEAD][1:3] = ["IV/b", "01-04-2025"]
    city.staff("april.xlsx", "30 APRIL 2025")
    leave = [["DAFTAR PNS CLTN TAHUN 2025"], [], ["NIP", "NAMA", "TMT CLTN", "NO SK"]]
    city.bring("cltn.xlsx", [*leave, [AWAY, "Lestari Contoh", "01-03-2025", "850/1"]])
    gone = [["DAFTAR PNS YANG PENSIUN TAHUN 2025"], [], ["NIP", "NAMA", "TMT PENSIUN", "NO SK"]]
    gone += [[OLD, "Gatot Contoh", "01-05-2025", "882/1"]]
    city.bring("pensiun.xlsx", gone, "--as", "movements", "--set", "event=pensiun")
    del city.people[OLD]
    city.staff("mei.xlsx", "31 MEI 2025")
    heads = [
        "JENIS",
        "NAMA LAMA",
        "PERANGKAT DAERAH LAMA",
        "NAMA BARU",
        "PERANGKAT DAERAH BARU",
        "TMT",
        "BENTUK PERUBAHAN",
    ]
    on = ["01-07-2025", "ganti nama"]
    sotk = [["PERUBAHAN SOTK"], [], heads, ["unit", BEFORE, "", AFTER, "", *on]]
    sotk += [
        ["unit", UNIT, BEFORE, RENAMED, AFTER, *on],
        ["jabatan", f"Kepala {UNIT}", BEFORE, f"Kepala {RENAMED}", AFTER, *on],
    ]
    city.bring("sotk.xlsx", sotk)
    city.agency = AFTER
    for nip in (HEAD, CLERK, AWAY):
        city.people[nip][6] = RENAMED
    city.people[HEAD][3] = f"Kepala {RENAMED}"
    city.staff("juli.xlsx", "31 JULI 2025")
    if taken_back:
        assert asnkarier("imports", "undo", moved, "--yes", "--db", city.db).code == 0
        city.bring("mutasi.xlsx", moves)
    heads = ["NIP", "Jenis Mutasi", "TMT"]
    city.bring(
        "mutasi-lain.xlsx", [heads, [AWAY, "Aktif Kembali", "01-09-2025"], [STUDENT, "Tugas Belajar", "01-08-2025"]]
    )
    city.staff("desember.xlsx", "31 DESEMBER 2025")

    assert city.of(HEAD) == (f"Kepala {RENAMED}", RENAMED, AFTER, "IV/b", "aktif")
    assert city.of(HEAD, "2025-06-30") == (f"Kepala {UNIT}", UNIT, BEFORE, "IV/b", "aktif")
    assert city.of(HEAD, "2025-03-31")[3] == "IV/a"
    assert city.of(CLERK) == ("Pengolah Data", RENAMED, AFTER, "II/c", "aktif")
    assert city.of(CLERK, "2025-02-28") == ("Pengadministrasi Umum", "Sekretariat", BEFORE, "II/c", "aktif")
    assert city.of(CLERK, "2025-03-01")[:3] == ("Pengolah Data", UNIT, BEFORE)
    assert city.of(OLD) == (None, None, None, "III/b", "keluar")
    assert city.of(OLD, "2025-04-30") == ("Pengadministrasi Umum", "Sekretariat", BEFORE, "III/b", "aktif")
    # The lists without a column of the standing name her in April to July too: they say nothing against the leave.
    assert [city.of(AWAY, day)[4] for day in ("2025-02-28", "2025-03-01", "2025-08-31")] == ["aktif", "cltn", "cltn"]
    assert city.of(AWAY) == ("Arsiparis Ahli Muda", RENAMED, AFTER, "III/c", "aktif")
    assert city.of(STUDENT) == ("Arsiparis Ahli Pertama", "Sekretariat", AFTER, "III/b", "tugas_belajar")
    assert city.of(STUDENT, "2025-07-31")[4] == "aktif"
