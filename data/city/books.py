"""The workbooks of the city: which sheet has which columns, and in which spelling."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

from city import registers as reg
from city.calendar import SOTK_DAY, STORY_DAY, long_text, short_text
from city.people import Person, place
from city.sheets import Cell, Column, Section, Table, dated, write_book
from city.story import LEAVERS_DAY, Leaver
from city.structure import OLD_POSTS, OLD_UNITS, POSTS, SUCCESSIONS, UNITS, Unit, unit_by_code

STATE = "KEADAAN 30 JUNI 2026"
RANK = {
    "I/c": "Juru", "II/a": "Pengatur Muda", "II/b": "Pengatur Muda Tk. I", "II/c": "Pengatur", "II/d": "Pengatur Tk. I", "III/a": "Penata Muda",
    "III/b": "Penata Muda Tk. I", "III/c": "Penata", "III/d": "Penata Tk. I", "IV/a": "Pembina", "IV/b": "Pembina Tk. I", "IV/c": "Pembina Utama Muda",
    "IV/d": "Pembina Utama Madya",
}  # fmt: skip
_ENGLISH = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


class City(NamedTuple):
    """Everything the workbooks are made from."""

    rng: Random
    people: list[Person]
    leavers: list[Leaver]
    moves: list[tuple[Person, str, date, str]]

    @property
    def everybody(self) -> list[Person]:
        """Staff and leavers."""
        return [*self.people, *(leaver.person for leaver in self.leavers)]


def _terse(day: date) -> str:
    return f"{day.day:02} {_ENGLISH[day.month - 1].upper()} {day.year}"


def write_all(city: City, folder: Path) -> None:
    """Write every workbook into `folder`."""
    signed = _signature(city)
    _structure_books(folder, signed)
    _people_books(city, folder, signed)
    _performance_books(city, folder, signed)
    _growth_books(city, folder, signed)
    _small_books(city, folder, signed)


def _signature(city: City) -> tuple[str, ...]:
    head = next(p for p in city.people if p.post.heads and p.unit == "04")
    return (
        "Sukamaju, 1 Juli 2026", "Kepala Badan Kepegawaian dan Pengembangan", "Sumber Daya Manusia,", "", "", full_name(head),
        f"{RANK[head.golongan]}, {head.golongan}", f"NIP. {head.nip}",
    )  # fmt: skip


def full_name(person: Person) -> str:
    """The name with its titles."""
    name = f"{person.title_front} {person.name}".strip()
    return f"{name}, {person.title_back}" if person.title_back else name


# -- structure ---------------------------------------------------------------------------------------------------------


def _structure_books(folder: Path, signed: tuple[str, ...]) -> None:
    rng = Random(7)
    groups = [(name, "Manajerial" if name != "Perekat Bangsa" else "Sosial Kultural") for name in reg.NINE]
    technical = list(dict.fromkeys(name for names in reg.TECHNICAL.values() for name in names))
    groups += [(name, "Teknis") for name in technical] + [(reg.DIGITAL, "Digital")]
    write_book(
        folder / "01-kompetensi.xlsx",
        [
            Table(
                "Kamus", ["KAMUS KOMPETENSI JABATAN"], [Column("Kompetensi", width=36), Column("Kelompok", width=18), Column("Deskripsi", width=60)],
                [(name, group, f"Kemampuan {group.lower()} bidang {name.lower()}" if group == "Teknis" else "") for name, group in groups],
                numbering=False, signature=signed,
            )
        ],
    )  # fmt: skip
    units = sorted([*UNITS.values(), *OLD_UNITS], key=lambda u: u.code)
    write_book(
        folder / "02-unit-kerja.xlsx",
        [
            Table(
                "Unit Kerja", ["DAFTAR PERANGKAT DAERAH DAN UNIT KERJA", STATE],
                [Column("Kode Unit", width=10), Column("Unit Kerja", width=52), Column("Unit Atasan", width=44), Column("Perangkat Daerah", width=52),
                 Column("Berlaku Sejak"), Column("Berlaku Sampai")],
                [(u.code, u.name, _parent(u), unit_by_code(u.agency).name, u.since, u.until) for u in units], signature=signed,
            )
        ],
    )  # fmt: skip
    write_book(folder / "03-jabatan.xlsx", [_posts_table(signed)])
    write_book(
        folder / "04-perubahan-sotk.xlsx",
        [
            Table(
                "SOTK 2023", ["PERUBAHAN SUSUNAN ORGANISASI DAN TATA KERJA", "BERLAKU 2 JANUARI 2023"],
                [Column("Jenis"), Column("Nama Lama", width=44), Column("Perangkat Daerah Lama", width=40), Column("Nama Baru", width=52),
                 Column("Perangkat Daerah Baru", width=52), Column("TMT"), Column("Perubahan", width=18), Column("Nomor SK", width=28)],
                [({"unit": "Unit Kerja", "position": "Jabatan"}[s.kind], s.old, s.old_agency, s.new, s.new_agency, long_text(SOTK_DAY),
                  {"rename": "Ganti Nama", "merge": "Penggabungan"}[s.how], s.decree) for s in SUCCESSIONS],
                numbering=False, signature=signed,
            )
        ],
    )  # fmt: skip
    write_book(
        folder / "05-standar-kompetensi.xlsx",
        [
            Table(
                "Standar", ["STANDAR KOMPETENSI JABATAN"],
                [Column("Jabatan", width=50), Column("Unit Kerja", width=44), Column("Perangkat Daerah", width=44), Column("Kompetensi", width=34),
                 Column("Level Standar", width=9), Column("Tingkat Kepentingan", width=12)],
                reg.standards(), signature=signed,
            )
        ],
    )  # fmt: skip
    write_book(
        folder / "06-katalog-pelatihan.xlsx",
        [
            Table(
                "Katalog 2026", ["KATALOG PELATIHAN TAHUN 2026"],
                [Column("Kode", width=7), Column("Nama Pelatihan", width=44), Column("Bentuk"), Column("Jenis Pelatihan"), Column("JP", width=7),
                 Column("Biaya per Peserta"), Column("Biaya per Kelas"), Column("Kuota", width=8), Column("Peserta Minimal", width=9),
                 Column("Kompetensi", width=34), Column("Naik ke Level", width=8), Column("Untuk Jenis Jabatan", width=24)],
                [(*row[:5], _rupiah(row[5], rng), _rupiah(row[6], rng), *row[7:]) for row in reg.CATALOGUE], numbering=False, signature=signed,
            )
        ],
    )  # fmt: skip


def _rupiah(amount: int | None, rng: Random) -> Cell:
    """Money as a number, or typed with dots."""
    if amount is None or rng.random() < 0.5:
        return amount
    return f"{amount:,}".replace(",", ".")


def _parent(unit: Unit) -> str | None:
    return unit_by_code(unit.agency).name if "." in unit.code else None


def _posts_table(signed: tuple[str, ...]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for post in [*POSTS.values(), *OLD_POSTS]:
        unit = unit_by_code(post.unit).name if post.unit else None
        agency = unit_by_code(post.unit.split(".")[0]).name if post.unit else None
        rows.append(
            (
                post.name, unit, agency, post.kind, post.echelon, post.family, post.job_class, post.headcount if post.echelon else None, *post.golongan,
                post.education, post.fields, post.retirement_age, post.leads_to, "ya" if post.heads else "tidak", post.own_law, post.since, post.until,
            )
        )  # fmt: skip
    return Table(
        "Jabatan", ["DAFTAR JABATAN", STATE],
        [Column("Jabatan", width=52), Column("Unit Kerja", width=44), Column("Perangkat Daerah", width=44), Column("Jenis Jabatan", width=16), Column("Eselon", width=8),
         Column("Rumpun Jabatan", width=22), Column("Kelas Jabatan", width=8), Column("Kebutuhan", width=9), Column("Terendah", "Golongan", 9), Column("Tertinggi", "Golongan", 9),
         Column("Pendidikan Minimal", width=10), Column("Jurusan", width=24), Column("BUP", width=6), Column("Jabatan Lanjutan", width=40), Column("Memimpin Unit", width=9),
         Column("Ketentuan Khusus", width=11), Column("Mulai", "Berlaku"), Column("Sampai", "Berlaku")],
        rows, signature=signed,
    )  # fmt: skip


# -- people ------------------------------------------------------------------------------------------------------------


class _Known(NamedTuple):
    """What the roster knows of one person: some cells were never filled in."""

    birth: date | None
    golongan_since: date | None
    since: date | None
    education: str
    field: str
    email: str


def _people_books(city: City, folder: Path, signed: tuple[str, ...]) -> None:
    rng = city.rng
    _leavers_book(city, folder, signed)
    known = {p.nip: _known(rng, p) for p in city.people}
    order = {"JPT Pratama": 0, "Administrator": 1, "Pengawas": 2}

    def of(*agencies: str, category: str = "") -> list[Person]:
        chosen = [p for p in city.people if p.agency in agencies and (not category or p.category == category)]
        return sorted(chosen, key=lambda p: (p.unit, order.get(p.post.kind, 3), -_height(p), p.nip))

    schools = [p for p in of("06") if UNITS[p.unit].name.startswith(("SD ", "SMP "))]
    education = [p for p in of("06") if p not in schools]
    write_book(
        folder / "08-daftar-pegawai.xlsx",
        [
            _office_roster(of("01", "02", "03", "04", "05"), known, signed),
            _service_roster([*education, *of("08", "09", "10", "11", "12", "13", "14", "15")], known, signed, rng),
            _school_roster(schools, known, signed),
            _health_roster(of("07"), known, signed, rng),
        ],
    )
    events = {"pensiun": "Pensiun BUP", "meninggal": "Meninggal Dunia", "pindah": "Pindah Instansi", "berhenti": "Berhenti", "diberhentikan": "Diberhentikan",
              "kontrak berakhir": "Kontrak Berakhir", "tugas belajar": "Tugas Belajar", "CLTN": "CLTN", "aktif kembali": "Aktif Kembali", "masuk": "Mutasi Masuk",
              "CPNS ke PNS": "CPNS ke PNS"}  # fmt: skip
    moves = sorted(
        [*((lv.person, lv.event, lv.day, lv.destination) for lv in city.leavers), *city.moves],
        key=lambda m: (m[2], m[0].nip),
    )
    write_book(
        folder / "09-mutasi-pegawai.xlsx",
        [
            Table(
                "Mutasi", ["DAFTAR MUTASI DAN PEMBERHENTIAN PEGAWAI", "JANUARI 2023 S.D. JUNI 2026"],
                [Column("NIP", width=21), Column("Nama", width=34), Column("Peristiwa", width=18), Column("TMT", width=18), Column("Nomor SK", width=24), Column("Tujuan", width=34)],
                [(p.nip, full_name(p), events[event], long_text(day) if i % 3 else day, f"800/{i + 101}/BKPSDM/{day.year}", where)
                 for i, (p, event, day, where) in enumerate(moves)],
                signature=signed,
            )
        ],
    )  # fmt: skip
    posts = reg.history(rng, city.people)
    write_book(
        folder / "10-riwayat-jabatan.xlsx",
        [
            Table(
                "Riwayat Jabatan", ["RIWAYAT JABATAN PEGAWAI NEGERI SIPIL", STATE],
                [Column("NIP", width=21), Column("Nama", width=30), Column("Jabatan", width=48), Column("Jenis Jabatan", width=16), Column("Eselon", width=8),
                 Column("Rumpun Jabatan", width=22), Column("Unit Kerja", width=44), Column("Perangkat Daerah", width=44), Column("TMT Mulai"), Column("Sampai"),
                 Column("Status Jabatan", width=16)],
                [(p.nip, p.name, s.position, "" if s.acting == "Tugas Tambahan" else s.kind, s.echelon, s.family, s.unit, s.agency, s.since, s.until, s.acting)
                 for p, s in posts],
                signature=signed,
            )
        ],
    )  # fmt: skip
    write_book(
        folder / "11-riwayat-pendidikan.xlsx",
        [
            Table(
                "Riwayat Pendidikan", ["RIWAYAT PENDIDIKAN FORMAL"],
                [Column("NIP", width=21), Column("Nama", width=30), Column("Tingkat Pendidikan", width=12), Column("Jurusan", width=30), Column("Nama Sekolah", width=34),
                 Column("Tahun Lulus", width=9), Column("Tanda", width=10)],
                [(p.nip, p.name, level, study, school, year, mark) for p, level, study, school, year, mark in reg.educations(rng, city.people)],
                numbering=False, signature=signed,
            )
        ],
    )  # fmt: skip


def _height(person: Person) -> int:
    ranks = list(RANK)
    return ranks.index(person.golongan) if person.golongan in ranks else -1


def _known(rng: Random, person: Person) -> _Known:
    sure = "role" in person.tags or bool(person.post.echelon)
    current = person.current
    mail = f"{person.name.lower().replace(' ', '.')}@sukamaju.example" if rng.random() < 0.3 else ""
    return _Known(
        None if rng.random() < 0.005 and not sure else person.birth,
        None if rng.random() < 0.01 and not sure else person.golongan_since,
        None if rng.random() < 0.02 and not sure else current.since,
        "" if rng.random() < 0.007 and not sure else person.education,
        "" if rng.random() < 0.02 and not sure else person.field,
        mail,
    )


def _place(person: Person) -> tuple[str, str]:
    return UNITS[person.unit].name, UNITS[person.agency].name


def _post(person: Person) -> str:
    """The post as a roster's cell names it: a duty beside it stands in brackets, a vacancy acted for after a slash."""
    acting = [s.position for s in person.stints if s.acting == "Plt" and s.until is None]
    duty = f" ({person.duty})" if person.duty else ""
    return person.post.name + duty + "".join(f" / Plt. {position}" for position in acting)


def _office_roster(people: list[Person], known: dict[str, _Known], signed: tuple[str, ...]) -> Table:
    rows = []
    for p in people:
        k = known[p.nip]
        unit, agency = _place(p)
        rows.append(
            (p.nip, p.name, p.title_front, p.title_back, p.sex, dated(short_text, k.birth), p.kind, p.golongan, k.golongan_since, _post(p),
             p.post.echelon, k.since, unit, agency, k.education, k.field, p.appointed, p.contract_ends, p.status, k.email)
        )  # fmt: skip
    return Table(
        "Setda dan Badan", ["DAFTAR NOMINATIF PEGAWAI SEKRETARIAT DAERAH, INSPEKTORAT DAN BADAN", STATE],
        [Column("NIP", width=21), Column("Nama", width=30), Column("Gelar Depan", width=8), Column("Gelar Belakang", width=14), Column("L/P", width=5), Column("Tanggal Lahir"),
         Column("Status Pegawai"), Column("Gol. Ruang", "PANGKAT", 8), Column("TMT", "PANGKAT"), Column("Nama Jabatan", "JABATAN", 46), Column("Es.", "JABATAN", 7),
         Column("TMT", "JABATAN"), Column("Unit Kerja", width=42), Column("Perangkat Daerah", width=42), Column("Tingkat Ijazah", "PENDIDIKAN", 9),
         Column("Nama Pendidikan", "PENDIDIKAN", 26), Column("TMT CPNS"), Column("Akhir Kontrak"), Column("Kedudukan Hukum", width=18), Column("Email", width=34)],
        rows, signature=signed,
    )  # fmt: skip


def _service_roster(people: list[Person], known: dict[str, _Known], signed: tuple[str, ...], rng: Random) -> Table:
    rows = []
    spelling = {"S1": "S-1", "S2": "S-2", "D-III": "DIII", "D-IV": "D.IV"}
    for p in people:
        k = known[p.nip]
        unit, agency = _place(p)
        rank = f"{RANK[p.golongan]} / {p.golongan}" if p.golongan in RANK else p.golongan
        rows.append(
            (p.nip, p.name, p.title_front, p.title_back, p.sex, dated(long_text, k.birth), p.kind.replace("PPPK", "P3K") if p.kind == "PPPK" else p.kind, rank,
             dated(short_text, k.golongan_since), _post(p), p.post.echelon or "Non Eselon", dated(long_text, k.since), unit, agency,
             spelling.get(k.education, k.education), k.field, dated(short_text, p.appointed), p.contract_ends, reg.last_pay_step(rng, p), p.status)
        )  # fmt: skip
    return Table(
        "Dinas dan Kecamatan", ["DAFTAR NOMINATIF PEGAWAI DINAS, SATUAN DAN KECAMATAN", STATE],
        [Column("NIP Baru", width=21), Column("Nama Pegawai", width=30), Column("Gelar Depan", width=8), Column("Gelar Belakang", width=14), Column("L/P", width=5),
         Column("Tgl. Lahir", width=18), Column("Jenis Pegawai"), Column("Pangkat/Gol", width=28), Column("TMT Pangkat"), Column("Jabatan", width=46), Column("Eselon", width=10),
         Column("TMT Jabatan", width=18), Column("Unit Kerja", width=42), Column("Satuan Kerja", width=42), Column("Pendidikan Terakhir", width=10), Column("Jurusan", width=26),
         Column("TMT CPNS"), Column("Akhir Kontrak"), Column("KGB Terakhir"), Column("Kedudukan Hukum", width=18)],
        rows, numbering=False, signature=signed,
    )  # fmt: skip


def _school_roster(people: list[Person], known: dict[str, _Known], signed: tuple[str, ...]) -> Table:
    rows: list[tuple[Cell, ...] | Section] = []
    before = ""
    for p in people:
        k = known[p.nip]
        unit, agency = _place(p)
        if unit != before:
            rows.append(Section(unit.upper()))
            before = unit
        rows.append(
            (p.nip, p.name, p.title_front, p.title_back, p.sex, k.birth, p.kind, p.golongan, k.golongan_since, _post(p), k.since, unit, agency, k.education,
             k.field, p.appointed, p.contract_ends, p.status, p.duty)
        )  # fmt: skip
    return Table(
        "Sekolah", ["DAFTAR NOMINATIF GURU DAN TENAGA KEPENDIDIKAN", STATE],
        [Column("NIP", width=21), Column("Nama Lengkap", width=30), Column("Gelar Depan", width=8), Column("Gelar Belakang", width=14), Column("L/P", width=5),
         Column("Tanggal Lahir"), Column("Status Kepegawaian"), Column("Golongan", width=9), Column("TMT Golongan"), Column("Jabatan", width=36), Column("TMT Jabatan"),
         Column("Unit Kerja", width=28), Column("Perangkat Daerah", width=34), Column("Pendidikan", width=10), Column("Jurusan", width=20), Column("TMT CPNS"),
         Column("Akhir Kontrak"), Column("Kedudukan Hukum", width=18), Column("Keterangan", width=28)],
        rows, signature=signed,
    )  # fmt: skip


def _health_roster(people: list[Person], known: dict[str, _Known], signed: tuple[str, ...], rng: Random) -> Table:
    rows = []
    towns = ["Sukamaju", "Sukatani", "Tirtamulya", "Bumi Sentosa"]
    spelling = {"D-III": "D-III", "S1": "S1", "S2": "S2"}
    for p in people:
        k = known[p.nip]
        unit, agency = _place(p)
        born = f"{rng.choice(towns)}, {long_text(k.birth)}" if k.birth else ""
        rows.append(
            (p.nip, p.name, p.title_front, p.title_back, {"L": "Laki-laki", "P": "Perempuan"}[p.sex], born, p.kind, p.golongan, dated(_terse, k.golongan_since), _post(p),
             p.post.echelon, dated(_terse, k.since), unit, agency, spelling.get(k.education, k.education), k.field, dated(_terse, p.appointed),
             dated(_terse, p.contract_ends), p.status)
        )  # fmt: skip
    return Table(
        "Kesehatan", ["DAFTAR NOMINATIF PEGAWAI DINAS KESEHATAN, PUSKESMAS DAN RSUD", STATE],
        [Column("NIP", width=21), Column("Nama", width=30), Column("Gelar Depan", width=8), Column("Gelar Belakang", width=16), Column("Jenis Kelamin", width=11),
         Column("Tempat, Tanggal Lahir", width=28), Column("Jenis Pegawai", width=18), Column("Gol. Ruang", "PANGKAT", 8), Column("TMT", "PANGKAT"),
         Column("Nama Jabatan", "JABATAN", 42), Column("Es.", "JABATAN", 7), Column("TMT", "JABATAN"), Column("Unit Kerja", width=36), Column("Perangkat Daerah", width=20),
         Column("Tingkat Ijazah", "PENDIDIKAN", 9), Column("Nama Pendidikan", "PENDIDIKAN", 24), Column("TMT CPNS"), Column("Akhir Kontrak"),
         Column("Kedudukan Hukum", width=18)],
        rows, signature=signed,
    )  # fmt: skip


def _leavers_book(city: City, folder: Path, signed: tuple[str, ...]) -> None:
    rows = []
    for leaver in sorted(city.leavers, key=lambda lv: (lv.person.unit, lv.person.nip)):
        p = leaver.person
        unit, agency = place(p.unit, LEAVERS_DAY)
        rows.append(
            (p.nip, p.name, p.title_front, p.title_back, p.sex, p.birth, p.kind, p.golongan, p.golongan_since, p.post.name, p.post.echelon, p.current.since, unit,
             agency, p.education, p.field, p.appointed, p.contract_ends)
        )  # fmt: skip
    write_book(
        folder / "07-pegawai-keluar.xlsx",
        [
            Table(
                "Keluar 2024-2026", ["DAFTAR PEGAWAI YANG KELUAR SEJAK JANUARI 2024, DATA TERAKHIR", "KEADAAN 31 DESEMBER 2023"],
                [Column("NIP", width=21), Column("Nama", width=30), Column("Gelar Depan", width=8), Column("Gelar Belakang", width=14), Column("L/P", width=5),
                 Column("Tanggal Lahir"), Column("Status Kepegawaian"), Column("Golongan", width=9), Column("TMT Golongan"), Column("Jabatan", width=42),
                 Column("Eselon", width=8), Column("TMT Jabatan"), Column("Unit Kerja", width=42), Column("Perangkat Daerah", width=42), Column("Pendidikan", width=10),
                 Column("Jurusan", width=24), Column("TMT CPNS"), Column("Akhir Kontrak")],
                rows, signature=signed,
            )
        ],
    )  # fmt: skip


# -- performance -------------------------------------------------------------------------------------------------------

_RATING = {"above": "Di Atas Ekspektasi", "meets": "Sesuai Ekspektasi", "below": "Di Bawah Ekspektasi"}
_EXPORT_RATING = {"above": "DIATAS EKSPEKTASI", "meets": "SESUAI EKSPEKTASI", "below": "DIBAWAH EKSPEKTASI"}
_EXPORT_COLUMNS = (
    "jenis id nip nama periode_awal_skp periode_akhir_skp skp_unor_id skp_unor skp_unor_induk_id skp_unor_induk skp_jabatan skp_jenis_jabatan "
    "is_skp_plt_plh_pjb hasil_kerja perilaku_kerja hasil_akhir pegawai_atasan_id pegawai_atasan_nip pegawai_atasan_nama pegawai_atasan_unor_id "
    "pegawai_atasan_unor pegawai_atasan_jabatan pegawai_atasan_golru waktu_dinilai pegawai_penilai_id tahun_skp skp_id periode_id "
    "skp_penilaian_id golru jenis_pegawai"
).split()


def _performance_books(city: City, folder: Path, signed: tuple[str, ...]) -> None:
    rng = city.rng
    first = reg.evaluations(rng, city.people, city.leavers, 2023)
    second = reg.evaluations(rng, city.people, city.leavers, 2024)
    third = reg.evaluations(rng, city.people, city.leavers, 2025)
    halves = reg.half_years(rng, second)
    columns = [Column("NIP", width=21), Column("Nama", width=30), Column("Tahun", width=7), Column("Hasil Kerja", "Rating", 20), Column("Perilaku Kerja", "Rating", 20),
               Column("Predikat Kinerja", width=18), Column("NIP Penilai", width=21)]  # fmt: skip
    write_book(
        folder / "13-kinerja-2023.xlsx",
        [
            Table(
                "SKP 2023",
                ["REKAPITULASI HASIL EVALUASI KINERJA PEGAWAI", "TAHUN 2023"],
                columns,
                [_evaluation_row(e) for e in first],
                signature=signed,
            )
        ],
    )
    half_columns = [*columns[:3], Column("Periode", width=12), *(Column(c.header, width=c.width) for c in columns[3:])]
    half_columns[4:6] = [Column("Rating Hasil Kerja", width=20), Column("Rating Perilaku Kerja", width=20)]
    write_book(
        folder / "14-kinerja-2024.xlsx",
        [
            Table("SKP Tahunan 2024", ["REKAPITULASI HASIL EVALUASI KINERJA PEGAWAI", "TAHUN 2024"], columns, [_evaluation_row(e) for e in second], signature=signed),
            Table("SMPN 1 Semester 2024", ["EVALUASI KINERJA SEMESTER GURU SMP NEGERI 1 SUKAMAJU", "TAHUN 2024"], half_columns,
                  [(*row[:3], e.period, *row[3:]) for e in halves for row in [_evaluation_row(e)]], numbering=False, signature=signed),
        ],
    )  # fmt: skip
    (folder / "15-kinerja-2025.csv").write_bytes(_export(rng, third))


def _evaluation_row(e: reg.Evaluation) -> tuple[Cell, ...]:
    return (
        e.person.nip,
        e.person.name,
        e.year,
        _RATING[e.result],
        _RATING[e.behaviour],
        e.predicate,
        e.evaluator.nip if e.evaluator else None,
    )


def _export(rng: Random, rows: list[reg.Evaluation]) -> bytes:
    """The year 2025 as e-Kinerja exports it: `;` between the fields, CRLF, BOM."""
    out = io.StringIO()
    writer = csv.DictWriter(out, _EXPORT_COLUMNS, delimiter=";", lineterminator="\r\n", restval="")
    writer.writeheader()
    for e in rows:
        p, boss = e.person, e.evaluator
        unit, agency = _place(p)
        writer.writerow(
            {
                "jenis": "TAHUNAN", "id": f"{rng.getrandbits(32):08x}", "nip": p.nip, "nama": full_name(p).upper(), "periode_awal_skp": "2025-01-01",
                "periode_akhir_skp": "2025-12-31", "skp_unor": unit, "skp_unor_induk": agency, "skp_jabatan": "",
                "skp_jenis_jabatan": "1" if p.post.echelon else "2" if p.post.kind.startswith("JF") else "4", "is_skp_plt_plh_pjb": "0",
                "hasil_kerja": _EXPORT_RATING[e.result], "perilaku_kerja": _EXPORT_RATING[e.behaviour], "hasil_akhir": e.predicate.upper(),
                "pegawai_atasan_nip": boss.nip if boss else "", "pegawai_atasan_nama": boss.name.upper() if boss else "", "tahun_skp": "2025", "golru": p.golongan,
                "jenis_pegawai": p.kind.upper(),
            }
        )  # fmt: skip
    return b"\xef\xbb\xbf" + out.getvalue().encode()


# -- competence and trainings ------------------------------------------------------------------------------------------


def _growth_books(city: City, folder: Path, signed: tuple[str, ...]) -> None:
    rng = city.rng
    made = reg.assessments(rng, city.people)
    wide = [a for a in made if a.layout == "wide"]
    technical = [name for family in reg.MEASURED for name in reg.TECHNICAL[family]]
    own = [
        Column("NIP", width=21),
        Column("Nama", width=30),
        Column("Jabatan", width=44),
        Column("Tanggal Asesmen", width=16),
        Column("Tujuan", width=14),
    ]
    write_book(
        folder / "12a-asesmen-2025-2026.xlsx",
        [
            Table(
                "Hasil", ["HASIL PENILAIAN POTENSI DAN KOMPETENSI", "MEI 2025 S.D. APRIL 2026"],
                [*own, *(Column(name, "KOMPETENSI MANAJERIAL", 12) for name in reg.NINE[:8]), Column(reg.NINE[8], "SOSIAL KULTURAL", 12),
                 *(Column(name, "KOMPETENSI TEKNIS", 12) for name in technical), Column("Potensi", width=9),
                 Column("Rekomendasi", width=36), Column("Penyelenggara", width=40)],
                [(a.person.nip, a.person.name, a.person.post.name, long_text(a.day) if i % 2 else a.day, a.purpose, *(a.levels[n] for n in reg.NINE),
                  *(a.levels.get(n) for n in technical), a.potential,
                  a.suggestion, a.provider) for i, a in enumerate(wide)],
                signature=signed,
            )
        ],
    )  # fmt: skip
    write_book(
        folder / "12b-asesmen-2022-2024.xlsx",
        [
            Table(
                "Hasil", ["HASIL ASESMEN KOMPETENSI PER KOMPETENSI", "2022 S.D. 2024"],
                [Column("NIP", width=21), Column("Nama", width=30), Column("Tanggal Asesmen"), Column("Tujuan", width=16), Column("Penyelenggara", width=40),
                 Column("Kompetensi", width=34), Column("Level Capaian", width=9)],
                [(a.person.nip, a.person.name, a.day, a.purpose, a.provider, competency, level) for a in made if a.layout == "long" for competency, level in a.levels.items()],
                numbering=False, signature=signed,
            )
        ],
    )  # fmt: skip
    write_book(
        folder / "12c-rekap-jpm.xlsx",
        [
            Table(
                str(year), ["REKAPITULASI JOB PERSON MATCH (JPM)", f"PEMETAAN TAHUN {year}"],
                [Column("NIP", width=21), Column("Nama", width=30), Column("Tanggal Asesmen", width=18), Column("Tujuan"), Column("JPM", width=9), Column("Penyelenggara", width=40),
                 Column("Saran", width=36)],
                [(a.person.nip, a.person.name, long_text(a.day), a.purpose, _jpm(a.jpm, year), a.provider, a.suggestion) for a in made if a.layout == "recap" and a.day.year == year],
                signature=signed,
            )
            for year in (2021, 2024)
        ],
    )  # fmt: skip
    courses = sorted(reg.trainings(rng, city.people), key=lambda t: (t.ended, t.person.nip, t.title))
    seen: set[tuple[str, str, date]] = set()
    courses = [t for t in courses if (key := (t.person.nip, t.title, t.ended)) not in seen and not seen.add(key)]
    write_book(
        folder / "16-pelatihan.xlsx",
        [
            Table(
                "Pelatihan", ["DAFTAR PELATIHAN YANG DIIKUTI PEGAWAI", "S.D. 30 JUNI 2026"],
                [Column("NIP", width=21), Column("Nama", width=30), Column("Nama Pelatihan", width=46), Column("Bentuk", width=12), Column("Jenis Pelatihan", width=14),
                 Column("Tingkat Kepemimpinan", width=18), Column("Mulai", "Tanggal"), Column("Selesai", "Tanggal"), Column("JP", width=7), Column("Penyelenggara", width=32),
                 Column("Nomor Sertifikat", width=22), Column("Kompetensi", width=34)],
                [(t.person.nip, t.person.name, t.title, t.form, t.kind, t.level, t.started, t.ended, t.hours if i % 4 else f"{t.hours} JP", t.organiser, t.certificate, t.competency)
                 for i, t in enumerate(courses)],
                signature=signed,
            )
        ],
    )  # fmt: skip


def _jpm(value: float | None, year: int) -> Cell:
    """JPM as the two recaps wrote it: a share in 2021, a percentage with decimal comma in 2024."""
    if value is None:
        return None
    return round(value / 100, 4) if year == 2021 else f"{value:.2f}%".replace(".", ",")


# -- conduct and the small ones ----------------------------------------------------------------------------------------


def _small_books(city: City, folder: Path, signed: tuple[str, ...]) -> None:
    rng, people = city.rng, city.people
    who = [Column("NIP", width=21), Column("Nama", width=30)]

    def book(
        name: str,
        sheet: str,
        title: str,
        columns: list[Column],
        rows: list[tuple[Cell, ...]],
        *,
        numbering: bool = False,
    ) -> None:
        write_book(
            folder / name,
            [Table(sheet, [title, "S.D. 30 JUNI 2026"], columns, rows, numbering=numbering, signature=signed)],
        )

    text: Callable[[date | None], Cell] = lambda day: dated(long_text, day)  # noqa: E731
    book(
        "17-hukuman-disiplin.xlsx", "Hukuman Disiplin", "DAFTAR HUKUMAN DISIPLIN",
        [*who, Column("Tingkat Hukuman"), Column("Jenis Hukuman", width=52), Column("Tanggal SK", width=18), Column("TMT Hukuman", width=18), Column("Akhir Hukuman", width=18),
         Column("Tanggal Batal", width=18), Column("Nomor SK", width=20)],
        [(s.person.nip, s.person.name, s.level, s.sanction, text(s.decided), text(s.effective), text(s.ends), text(s.annulled), s.decree) for s in reg.sanctions(rng, people)],
        numbering=True,
    )  # fmt: skip
    book(
        "18-penghargaan.xlsx", "Penghargaan", "DAFTAR PENERIMA PENGHARGAAN",
        [*who, Column("Nama Penghargaan", width=44), Column("Tingkat"), Column("Tanggal Penghargaan")],
        [(p.nip, p.name, title, scope, day) for p, title, scope, day in sorted(reg.awards(rng, people), key=lambda r: (r[3], r[0].nip, r[1]))],
    )  # fmt: skip
    book(
        "19-kinerja-unit.xlsx", "Kinerja Unit", "PREDIKAT KINERJA ORGANISASI",
        [Column("Unit Kerja", width=52), Column("Perangkat Daerah", width=52), Column("Tahun", width=7), Column("Predikat Kinerja Unit", width=18)],
        [(UNITS[code].name, UNITS[code.split(".")[0]].name, year, predicate) for code, year, predicate in reg.unit_performance(rng)],
    )  # fmt: skip
    book(
        "20-indikator-kinerja.xlsx", "Indikator", "INDIKATOR KINERJA INDIVIDU",
        [*who, Column("Tahun", width=7), Column("Indikator Kinerja", width=42), Column("Satuan"), Column("Target", width=9), Column("Realisasi", width=9), Column("Arah", width=28)],
        [(p.nip, p.name, *rest) for p, *rest in reg.indicators(rng, people)],
    )  # fmt: skip
    book(
        "21-penugasan.xlsx", "Penugasan", "PENUGASAN DALAM TIM",
        [*who, Column("Nama Penugasan", width=40), Column("Peran"), Column("Lingkup"), Column("Tanggal Mulai"), Column("Tanggal Selesai"), Column("Hasil", width=18)],
        [(p.nip, p.name, *rest) for p, *rest in reg.assignments(rng, people)],
    )  # fmt: skip
    book(
        "22-umpan-balik.xlsx", "Umpan Balik", "UMPAN BALIK 360 DERAJAT",
        [*who, Column("Tahun", width=7), Column("Pemberi"), Column("Skor", width=8), Column("Umpan Balik", width=44)],
        [(p.nip, p.name, *rest) for p, *rest in reg.feedback(rng, people)],
    )  # fmt: skip
    book(
        "23-uji-dan-ujian.xlsx", "Ujian", "HASIL UJI KOMPETENSI, UJIAN DINAS DAN SERTIFIKASI",
        [*who, Column("Jenis Ujian", width=20), Column("Jabatan Sasaran", width=40), Column("Tanggal Ujian"), Column("Hasil"), Column("Nilai", width=8)],
        [(p.nip, p.name, *rest) for p, *rest in reg.exams(rng, people)],
    )  # fmt: skip
    book(
        "24-angka-kredit.xlsx", "PAK", "PENETAPAN ANGKA KREDIT",
        [*who, Column("Tanggal PAK"), Column("Jenis"), Column("Angka Kredit", width=10), Column("AK Kumulatif", width=10), Column("Periode Awal"), Column("Periode Akhir"),
         Column("Jenjang", width=14)],
        [(p.nip, p.name, *rest) for p, *rest in reg.credits(rng, people)],
    )  # fmt: skip
    assert STORY_DAY - timedelta(days=1) > LEAVERS_DAY
