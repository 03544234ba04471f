"""The city's units, posts and the reorganisation of 2023, as data.

A unit's code tells its place: `06.11` lies below `06`, which is an agency. `OLD_UNITS` and `OLD_POSTS` are those the
reorganisation ended; `SUCCESSIONS` links them to what followed.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from city.calendar import SOTK_DAY

CITY = "Kota Sukamaju"


class Unit(NamedTuple):
    """One unit; `agency` is the code of the agency (perangkat daerah) it belongs to."""

    code: str
    name: str
    since: date
    until: date | None = None

    @property
    def agency(self) -> str:
        """The code of the agency."""
        return self.code.split(".")[0]


class Post(NamedTuple):
    """One post: structural ones live in a unit, functional ones and pelaksana in the whole city (unit '')."""

    name: str
    unit: str
    kind: str
    echelon: str
    family: str
    job_class: int
    golongan: tuple[str, str]
    education: str
    fields: str = ""
    retirement_age: int | None = None
    headcount: int = 1
    heads: bool = False
    own_law: str = ""
    leads_to: str = ""
    since: date = date(2017, 1, 2)
    until: date | None = None


FOUNDED = date(2017, 1, 2)
_UNITS = """
01|Sekretariat Daerah
01.01|Bagian Pemerintahan
01.02|Bagian Organisasi|n
01.03|Bagian Umum
02|Inspektorat Daerah
03|Badan Perencanaan Pembangunan Daerah
04|Badan Kepegawaian dan Pengembangan Sumber Daya Manusia|n
04.01|Sub Bagian Umum dan Kepegawaian|n
04.02|Bidang Mutasi dan Kinerja Aparatur|n
04.03|Bidang Pengembangan Kompetensi Aparatur|n
05|Badan Pengelolaan Keuangan dan Aset Daerah
06|Dinas Pendidikan dan Kebudayaan|n
06.01|Sub Bagian Umum dan Kepegawaian
06.02|Bidang Pembinaan Sekolah Dasar
06.03|Bidang Pembinaan Sekolah Menengah Pertama
06.11|SD Negeri 1 Sukamaju
06.12|SD Negeri 2 Sukamaju
06.13|SD Negeri 3 Sukamaju
06.14|SD Negeri 4 Sukamaju
06.15|SD Negeri 5 Sukamaju
06.16|SD Negeri 6 Sukamaju
06.21|SMP Negeri 1 Sukamaju
06.22|SMP Negeri 2 Sukamaju
06.23|SMP Negeri 3 Sukamaju
06.24|SMP Negeri 4 Sukamaju
06.25|SMP Negeri 5 Sukamaju
07|Dinas Kesehatan
07.01|Sub Bagian Umum dan Kepegawaian
07.02|Bidang Kesehatan Masyarakat|n
07.03|Bidang Pencegahan dan Pengendalian Penyakit
07.04|Bidang Pelayanan Kesehatan
07.11|UPTD Puskesmas Sukaharja
07.12|UPTD Puskesmas Sukamulya
07.13|UPTD Puskesmas Sukarasa
07.14|UPTD Puskesmas Sukawangi
07.21|UPTD RSUD Sukamaju
08|Dinas Pekerjaan Umum dan Penataan Ruang
08.01|Sub Bagian Umum dan Kepegawaian
09|Dinas Sosial
10|Dinas Kependudukan dan Pencatatan Sipil
11|Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu
12|Dinas Komunikasi dan Informatika
13|Satuan Polisi Pamong Praja
14|Kecamatan Sukamaju Utara
14.01|Kelurahan Sukaharja
14.02|Kelurahan Sukamulya
15|Kecamatan Sukamaju Selatan
15.01|Kelurahan Sukarasa
15.02|Kelurahan Sukawangi
"""
UNITS: dict[str, Unit] = {}
for _line in _UNITS.strip().splitlines():
    _code, _name, *_new = _line.split("|")
    UNITS[_code] = Unit(_code, _name, SOTK_DAY if _new else FOUNDED)

LAST_OLD_DAY = date(2023, 1, 1)
OLD_UNITS = [
    Unit("91", "Badan Kepegawaian Daerah", FOUNDED, LAST_OLD_DAY),
    Unit("91.01", "Bidang Mutasi dan Pembinaan Pegawai", FOUNDED, LAST_OLD_DAY),
    Unit("92", "Dinas Pendidikan", FOUNDED, LAST_OLD_DAY),
    Unit("93", "Dinas Kebudayaan dan Pariwisata", FOUNDED, LAST_OLD_DAY),
    Unit("07.91", "Bidang Kesehatan Keluarga", FOUNDED, LAST_OLD_DAY),
    Unit("01.91", "Bagian Hubungan Masyarakat", FOUNDED, LAST_OLD_DAY),
]
OLD_NAMES = {"04": "91", "04.02": "91.01", "06": "92", "07.02": "07.91"}
"""Present unit → the one whose name its posts bore before the reorganisation."""

SHORT = {
    "01": "Sekretariat Daerah", "02": "Inspektorat", "03": "Bappeda", "04": "BKPSDM", "05": "BPKAD", "06": "Disdikbud",
    "07": "Dinkes", "08": "DPUPR", "09": "Dinsos", "10": "Disdukcapil", "11": "DPMPTSP", "12": "Diskominfo",
    "13": "Satpol PP", "14": "Kecamatan Sukamaju Utara", "15": "Kecamatan Sukamaju Selatan",
}  # fmt: skip
FAMILY = {
    "01": "pemerintahan", "02": "pengawasan", "03": "perencanaan", "04": "kepegawaian", "05": "keuangan",
    "06": "pendidikan", "07": "kesehatan", "08": "pekerjaan umum", "09": "sosial", "10": "kependudukan",
    "11": "perizinan", "12": "komunikasi dan informatika", "13": "ketertiban umum", "14": "pemerintahan",
    "15": "pemerintahan",
}  # fmt: skip

SUB_BAGIAN = "Kepala Sub Bagian Umum dan Kepegawaian"


def _structural() -> list[Post]:
    posts: list[Post] = []

    def add(name: str, unit: str, echelon: str, *, heads: bool = False, own_law: str = "", family: str = "") -> None:
        kind, job_class, golongan, education = {
            "II.a": ("JPT Pratama", 15, ("IV/c", "IV/d"), "S1"),
            "II.b": ("JPT Pratama", 14, ("IV/b", "IV/c"), "S1"),
            "III.a": ("Administrator", 12, ("IV/a", "IV/b"), "S1"),
            "III.b": ("Administrator", 11, ("III/d", "IV/a"), "S1"),
            "IV.a": ("Pengawas", 9, ("III/c", "III/d"), "D-III"),
            "IV.b": ("Pengawas", 8, ("III/b", "III/c"), "D-III"),
        }[echelon]
        agency = unit.split(".")[0]
        posts.append(
            Post(
                name, unit, kind, echelon, family or FAMILY[agency], job_class, golongan, education,
                heads=heads, own_law=own_law, since=UNITS[unit].since,
            )
        )  # fmt: skip

    add("Sekretaris Daerah", "01", "II.a", heads=True)
    add("Asisten Pemerintahan dan Kesejahteraan Rakyat", "01", "II.b")
    add("Asisten Administrasi Umum", "01", "II.b", family="umum")
    add("Kepala Bagian Pemerintahan", "01.01", "III.a", heads=True)
    add("Kepala Bagian Organisasi", "01.02", "III.a", heads=True)
    add("Kepala Bagian Umum", "01.03", "III.a", heads=True, family="umum")
    add("Inspektur", "02", "II.b", heads=True)
    add("Sekretaris Inspektorat Daerah", "02", "III.a")
    add(SUB_BAGIAN, "02", "IV.a", family="umum")
    for code, title in {
        "03": "Kepala Badan Perencanaan Pembangunan Daerah",
        "04": "Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
        "05": "Kepala Badan Pengelolaan Keuangan dan Aset Daerah",
        "06": "Kepala Dinas Pendidikan dan Kebudayaan",
        "07": "Kepala Dinas Kesehatan",
        "08": "Kepala Dinas Pekerjaan Umum dan Penataan Ruang",
        "09": "Kepala Dinas Sosial",
        "10": "Kepala Dinas Kependudukan dan Pencatatan Sipil",
        "11": "Kepala Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
        "12": "Kepala Dinas Komunikasi dan Informatika",
        "13": "Kepala Satuan Polisi Pamong Praja",
    }.items():
        add(title, code, "II.b", heads=True)
        add(f"Sekretaris {UNITS[code].name}", code, "III.a")
        below = f"{code}.01"
        has_unit = below in UNITS and UNITS[below].name.startswith("Sub Bagian")
        add(SUB_BAGIAN, below if has_unit else code, "IV.a", heads=has_unit, family="umum")
    add("Kepala Bidang Perencanaan Pembangunan Manusia", "03", "III.b")
    add("Kepala Bidang Anggaran", "05", "III.b")
    add("Kepala Bidang Pengelolaan Aset", "05", "III.b")
    add("Kepala Bidang Bina Marga", "08", "III.b")
    add("Kepala Bidang Rehabilitasi dan Perlindungan Sosial", "09", "III.b")
    add("Kepala Bidang Pelayanan Pendaftaran Penduduk", "10", "III.b")
    add("Kepala Bidang Pelayanan Perizinan", "11", "III.b")
    add("Kepala Bidang Penyelenggaraan E-Government", "12", "III.b")
    add("Kepala Bidang Ketertiban Umum", "13", "III.b")
    for code in ("04.02", "04.03", "06.02", "06.03", "07.02", "07.03", "07.04"):
        add(f"Kepala {UNITS[code].name}", code, "III.b", heads=True)
    add("Direktur UPTD RSUD Sukamaju", "07.21", "III.a", heads=True)
    for code in ("14", "15"):
        place = UNITS[code].name.removeprefix("Kecamatan ")
        add(f"Camat {place}", code, "III.a", heads=True, own_law="camat")
        add(f"Sekretaris Kecamatan {place}", code, "III.b")
        add("Kepala Seksi Pemerintahan", code, "IV.a")
        add("Kepala Seksi Ketenteraman dan Ketertiban Umum", code, "IV.a", family="ketertiban umum")
        for ward in (f"{code}.01", f"{code}.02"):
            name = UNITS[ward].name.removeprefix("Kelurahan ")
            add(f"Lurah {name}", ward, "IV.a", heads=True)
            add(f"Sekretaris Kelurahan {name}", ward, "IV.b")
    return posts


LEVELS = {
    "Pemula": ("JF Pemula", 5, ("II/a", "II/b"), "SLTA"),
    "Terampil": ("JF Terampil", 6, ("II/c", "II/d"), "D-III"),
    "Mahir": ("JF Mahir", 7, ("III/a", "III/b"), "D-III"),
    "Penyelia": ("JF Penyelia", 8, ("III/c", "III/d"), "D-III"),
    "Ahli Pertama": ("JF Ahli Pertama", 8, ("III/a", "III/b"), "S1"),
    "Ahli Muda": ("JF Ahli Muda", 9, ("III/c", "III/d"), "S1"),
    "Ahli Madya": ("JF Ahli Madya", 11, ("IV/a", "IV/c"), "S1"),
}
NEXT_LEVEL = {"Pemula": "Terampil", "Terampil": "Mahir", "Mahir": "Penyelia", "Ahli Pertama": "Ahli Muda", "Ahli Muda": "Ahli Madya"}  # fmt: skip

_FUNCTIONAL = """
Guru|pendidikan|Ahli Pertama,Ahli Muda,Ahli Madya|Pendidikan
Pengawas Sekolah|pendidikan|Ahli Madya|Pendidikan
Dokter|kesehatan|Ahli Pertama,Ahli Muda,Ahli Madya|Kedokteran
Dokter Gigi|kesehatan|Ahli Pertama,Ahli Muda|Kedokteran Gigi
Apoteker|kesehatan|Ahli Pertama,Ahli Muda,Ahli Madya|Farmasi
Administrator Kesehatan|kesehatan|Ahli Muda,Ahli Madya|Kesehatan Masyarakat
Perawat|kesehatan|Terampil,Mahir,Penyelia,Ahli Pertama,Ahli Muda,Ahli Madya|Keperawatan
Bidan|kesehatan|Terampil,Mahir,Penyelia,Ahli Pertama|Kebidanan
Nutrisionis|kesehatan|Terampil,Ahli Pertama|Gizi
Sanitarian|kesehatan|Terampil,Penyelia|Kesehatan Lingkungan
Pranata Laboratorium Kesehatan|kesehatan|Terampil,Mahir|Analis Kesehatan
Perekam Medis|kesehatan|Terampil|Rekam Medis
Penyuluh Kesehatan Masyarakat|kesehatan|Ahli Pertama,Ahli Muda|Kesehatan Masyarakat
Auditor|pengawasan|Ahli Pertama,Ahli Muda,Ahli Madya|Akuntansi
Pengawas Penyelenggaraan Urusan Pemerintahan Daerah|pengawasan|Ahli Muda,Ahli Madya|Ilmu Pemerintahan
Perencana|perencanaan|Ahli Pertama,Ahli Muda,Ahli Madya|Ekonomi Pembangunan
Analis Sumber Daya Manusia Aparatur|kepegawaian|Ahli Pertama,Ahli Muda,Ahli Madya|Administrasi Negara
Pranata Sumber Daya Manusia Aparatur|kepegawaian|Terampil,Mahir|Manajemen
Analis Keuangan Pusat dan Daerah|keuangan|Ahli Pertama,Ahli Muda|Akuntansi
Analis Kebijakan|pemerintahan|Ahli Pertama,Ahli Muda,Ahli Madya|Administrasi Negara
Teknik Jalan dan Jembatan|pekerjaan umum|Ahli Pertama,Ahli Muda|Teknik Sipil
Penata Ruang|pekerjaan umum|Ahli Muda|Perencanaan Wilayah dan Kota
Pekerja Sosial|sosial|Ahli Pertama,Ahli Muda|Kesejahteraan Sosial
Administrator Database Kependudukan|kependudukan|Ahli Pertama,Ahli Muda|Sistem Informasi
Penata Perizinan|perizinan|Ahli Pertama,Ahli Muda|Ilmu Hukum
Pranata Komputer|komunikasi dan informatika|Terampil,Ahli Pertama,Ahli Muda|Teknik Informatika
Pranata Hubungan Masyarakat|komunikasi dan informatika|Ahli Muda|Ilmu Komunikasi
Polisi Pamong Praja|ketertiban umum|Pemula,Terampil,Mahir,Penyelia,Ahli Pertama|Ilmu Pemerintahan
Arsiparis|umum|Terampil,Ahli Pertama|Ilmu Perpustakaan
"""

_PELAKSANA = """
Penelaah Teknis Kebijakan|umum|7|S1|III/a|III/d
Penata Layanan Operasional|umum|7|S1|III/a|III/d
Penata Kelola Pemerintahan|pemerintahan|7|S1|III/a|III/d
Pengolah Data dan Informasi|umum|6|D-III|II/c|III/c
Pengelola Layanan Operasional|umum|6|D-III|II/c|III/c
Pengelola Layanan Kesehatan|kesehatan|6|D-III|II/c|III/c
Pengadministrasi Perkantoran|umum|5|SLTA|II/a|III/b
Operator Layanan Operasional|umum|5|SLTA|II/a|III/b
"""


def _citywide() -> list[Post]:
    posts = []
    for line in _FUNCTIONAL.strip().splitlines():
        name, family, levels, fields = line.split("|")
        for level in levels.split(","):
            kind, job_class, golongan, education = LEVELS[level]
            following = NEXT_LEVEL.get(level, "")
            posts.append(
                Post(
                    f"{name} {level}", "", kind, "", family, job_class, golongan, education, fields,
                    60 if name in ("Guru", "Pengawas Sekolah") or level == "Ahli Madya" else None,
                    leads_to=f"{name} {following}" if following in levels.split(",") else "",
                )
            )  # fmt: skip
    for line in _PELAKSANA.strip().splitlines():
        name, family, job_class, education, low, high = line.split("|")
        posts.append(Post(name, "", "Pelaksana", "", family, int(job_class), (low, high), education))
    return posts


STRUCTURAL = _structural()
CITYWIDE = _citywide()
POSTS: dict[tuple[str, str], Post] = {(post.name, post.unit): post for post in (*STRUCTURAL, *CITYWIDE)}

OLD_POSTS = [
    Post("Kepala Badan Kepegawaian Daerah", "91", "JPT Pratama", "II.b", "kepegawaian", 14, ("IV/b", "IV/c"), "S1", heads=True, until=LAST_OLD_DAY),
    Post("Sekretaris Badan Kepegawaian Daerah", "91", "Administrator", "III.a", "kepegawaian", 12, ("IV/a", "IV/b"), "S1", until=LAST_OLD_DAY),
    Post("Kepala Bidang Mutasi dan Pembinaan Pegawai", "91.01", "Administrator", "III.b", "kepegawaian", 11, ("III/d", "IV/a"), "S1", heads=True, until=LAST_OLD_DAY),
    Post("Kepala Dinas Pendidikan", "92", "JPT Pratama", "II.b", "pendidikan", 14, ("IV/b", "IV/c"), "S1", heads=True, until=LAST_OLD_DAY),
    Post("Sekretaris Dinas Pendidikan", "92", "Administrator", "III.a", "pendidikan", 12, ("IV/a", "IV/b"), "S1", until=LAST_OLD_DAY),
    Post("Kepala Bidang Kesehatan Keluarga", "07.91", "Administrator", "III.b", "kesehatan", 11, ("III/d", "IV/a"), "S1", heads=True, until=LAST_OLD_DAY),
]  # fmt: skip
OLD_POST_OF = {
    ("Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", "04"): OLD_POSTS[0],
    ("Sekretaris Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", "04"): OLD_POSTS[1],
    ("Kepala Bidang Mutasi dan Kinerja Aparatur", "04.02"): OLD_POSTS[2],
    ("Kepala Dinas Pendidikan dan Kebudayaan", "06"): OLD_POSTS[3],
    ("Sekretaris Dinas Pendidikan dan Kebudayaan", "06"): OLD_POSTS[4],
    ("Kepala Bidang Kesehatan Masyarakat", "07.02"): OLD_POSTS[5],
}

_DECREE = "Perwali Nomor 61 Tahun 2022"


class Succession(NamedTuple):
    """One line of the reorganisation."""

    kind: str
    old: str
    old_agency: str
    new: str
    new_agency: str
    how: str
    decree: str = _DECREE


def _successions() -> list[Succession]:
    by_code = {unit.code: unit for unit in OLD_UNITS} | UNITS
    rows = [
        Succession("unit", by_code["91"].name, by_code["91"].name, UNITS["04"].name, UNITS["04"].name, "rename"),
        Succession("unit", by_code["91.01"].name, by_code["91"].name, UNITS["04.02"].name, UNITS["04"].name, "rename"),
        Succession("unit", by_code["92"].name, by_code["92"].name, UNITS["06"].name, UNITS["06"].name, "merge"),
        Succession("unit", by_code["93"].name, by_code["93"].name, UNITS["06"].name, UNITS["06"].name, "merge"),
        Succession("unit", by_code["07.91"].name, UNITS["07"].name, UNITS["07.02"].name, UNITS["07"].name, "rename"),
        Succession("unit", by_code["01.91"].name, UNITS["01"].name, UNITS["12"].name, UNITS["12"].name, "merge"),
    ]
    for (name, unit), old in OLD_POST_OF.items():
        old_agency = by_code[old.unit.split(".")[0]].name
        rows.append(Succession("position", old.name, old_agency, name, UNITS[unit.split(".")[0]].name, "rename"))
    return rows


SUCCESSIONS = _successions()


def unit_by_code(code: str) -> Unit:
    """A unit of today or of before the reorganisation."""
    return UNITS[code] if code in UNITS else next(unit for unit in OLD_UNITS if unit.code == code)


def unit_as_called(code: str, day: date) -> Unit:
    """The unit under the name it bore on `day`."""
    return unit_by_code(OLD_NAMES.get(code, code)) if day < SOTK_DAY else UNITS[code]
