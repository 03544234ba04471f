"""Every header that was met, in a list with ordinary neighbours: the column is read as the field it is, or left out for a reason."""

import csv
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from asnkarier.ingest.frames import ReadOptions
from asnkarier.ingest.reading import read_book
from tests.ingest.sheetmaker import PNS, PNS_WOMAN, TODAY, Read, collected

MET = Path(__file__).parent / "met" / "headers.txt"


class Means(NamedTuple):
    """What a column of this name is: field of a kind (none: it is left out), and what may stand in it."""

    kind: str
    field: str
    values: tuple[str, str]


ROSTER = {"NIP": (PNS, PNS_WOMAN), "Nama": ("Contoh Satu", "Contoh Dua"), "Jabatan": ("Analis", "Arsiparis"), "Unit Kerja": ("Bidang Mutasi", "Bidang Arsip")}  # fmt: skip
NEIGHBOURS: dict[str, dict[str, tuple[str, str]]] = {
    "roster": ROSTER,
    "evaluations": {"NIP": ROSTER["NIP"], "Nama": ROSTER["Nama"], "Tahun Penilaian": ("2024", "2024"), "Predikat": ("Baik", "Baik")},
    "assessments": {"NIP": ROSTER["NIP"], "Nama": ROSTER["Nama"], "Tanggal Asesmen": ("15-07-2024", "15-07-2024"), "JPM": ("88", "91")},
    "history": {"NIP": ROSTER["NIP"], "Nama Jabatan": ROSTER["Jabatan"], "TMT Mulai": ("01-02-2020", "01-03-2021"), "Sampai": ("", "")},
    "positions": {"Jabatan": ROSTER["Jabatan"], "Unit Kerja": ROSTER["Unit Kerja"], "Jenis Jabatan": ("Pelaksana", "Pelaksana")},
    "discipline": {"NIP": ROSTER["NIP"], "Nama": ROSTER["Nama"], "Tingkat Hukuman": ("Ringan", "Sedang"), "Tanggal SK": ("01-02-2020", "01-03-2021")},
    "trainings": {"NIP": ROSTER["NIP"], "Nama": ROSTER["Nama"], "Nama Diklat": ("Bimtek Arsip", "Bimtek Aset"), "Tanggal Mulai": ("01-02-2024", "01-03-2024"), "JP": ("20", "30")},
}  # fmt: skip
INSTEAD = {
    "nip": "NIP", "name": "Nama", "position": "Jabatan", "unit": "Unit Kerja", "predicate": "Predikat", "year": "Tahun Penilaian",
    "level": "Tingkat Hukuman", "assessed_on": "Tanggal Asesmen", "jpm": "JPM", "title": "Nama Diklat", "started_on": "Tanggal Mulai", "jp": "JP",
}  # fmt: skip
"""Which neighbour goes where the header itself is that field."""

DAYS, SOME = ("01-02-2020", "01-03-2021"), ("Contoh A", "Contoh B")
LEVELS = ("3", "4")


def roster(field: str, *values: str) -> Means:
    return Means("roster", field, (values[0], values[1]) if values else SOME)


def level(name: str) -> Means:
    return Means("assessments", f"level:{name}", LEVELS)


LAST_TOO = dict.fromkeys(("Pelaksanaan", "Tanggal Diklat", "Tanggal Pelaksanaan", "tanggal_pelaksanaan"), ("ended_on",))
"""Headers over the day or the days of an event."""

MEANS: dict[str, Means] = {
    "no_urut": roster("", "1", "2"),
    "nip": roster("nip", PNS, PNS_WOMAN),
    "nip_lama": roster("", "130000001", "130000002"),
    "nik": roster("", "3100000101900001", "3100000202910002"),
    "nama": roster("name"),
    "gelar_depan": roster("title_front", "Dr.", "Drs."),
    "gelar_belakang": roster("title_back", "S.E.", "S.H."),
    "tempat_lahir": roster("", "Kota Contoh", "Kota Lain"),
    "tanggal_lahir": roster("birth_date", "01-01-1990", "02-02-1991"),
    "jenis_kelamin": roster("sex", "L", "P"),
    "agama": roster("", "-", "-"),
    "status_kawin": roster("", "Kawin", "Belum Kawin"),
    "jenis_asn": roster("employee_kind", "PNS", "CPNS"),
    "golongan": roster("golongan", "III/b", "III/c"),
    "pangkat": roster("golongan", "Penata", "Penata Tk. I"),
    "pangkat+golongan": roster("golongan", "Penata / III/c", "Pembina / IV/a"),
    "tmt_golongan": roster("golongan_since", *DAYS),
    "gol_awal/gol_cpns": roster("", "III/a", "II/c"),
    "tmt_cpns": roster("appointed_on", "01-01-2015", "01-02-2016"),
    "tmt_pns": roster("pns_since", "01-01-2016", "01-02-2017"),
    "tmt_pensiun": roster("", "01-02-2048", "01-03-2049"),
    "masa_kerja_tahun": roster("", "10", "12"),
    "masa_kerja_bulan": roster("", "3", "4"),
    "masa_kerja (one cell)": roster("", "10 tahun 3 bulan", "28 tahun 12 bulan"),
    "jabatan": roster("position", "Analis", "Arsiparis"),
    "jenis_jabatan": roster("position_kind", "Pelaksana", "Pengawas"),
    "eselon": roster("echelon", "III.a", "IV.a"),
    "tmt_jabatan": roster("position_since", *DAYS),
    "tmt_eselon": roster("", *DAYS),
    "unit_kerja": roster("unit", "Bidang Mutasi", "Bidang Arsip"),
    "perangkat_daerah": roster("agency", "Dinas Contoh", "Badan Contoh"),
    "tingkat_pendidikan": roster("education", "S1", "D-III"),
    "pendidikan_jurusan": roster("field_of_study", "Ilmu Hukum", "Teknik Sipil"),
    "tahun_lulus": roster("", "2010", "2011"),
    "no_hp": roster("", "0800000001", "0800000002"),
    "email": roster("email", "satu@contoh.example", "dua@contoh.example"),
    "alamat": roster("", "Jalan Contoh 1", "Jalan Contoh 2"),
    "usia": roster("", "35", "36"),
    "keterangan": roster("", "x", "y"),
    "skp.tahun": Means("evaluations", "year", ("2024", "2024")),
    "skp.periode_awal": Means("evaluations", "started_on", ("01-01-2024", "01-01-2024")),
    "skp.periode_akhir": Means("evaluations", "ended_on", ("31-12-2024", "31-12-2024")),
    "skp.rating_hasil_kerja": Means("evaluations", "work_result", ("Diatas Ekspektasi", "Sesuai Ekspektasi")),
    "skp.rating_perilaku": Means("evaluations", "behaviour", ("Diatas Ekspektasi", "Sesuai Ekspektasi")),
    "skp.predikat": Means("evaluations", "predicate", ("Baik", "Sangat Baik")),
    "skp.nilai": Means("evaluations", "score", ("88,5", "91")),
    "skp.atasan_nip": Means("evaluations", "evaluator_nip", ("197001011995011001", "197001011995011001")),
    "skp.atasan_nama": Means("evaluations", "", SOME),
    "asesmen.tanggal": Means("assessments", "assessed_on", ("15-07-2024", "16-07-2024")),
    "asesmen.jpm": Means("assessments", "jpm", ("88", "91")),
    "asesmen.ikk": Means("assessments", "", ("0,12", "0,09")),
    "asesmen.standar": Means("assessments", "", ("24", "24")),
    "komp.integritas": level("Integritas"),
    "komp.kerja_sama": level("Kerja Sama"),
    "komp.komunikasi": level("Komunikasi"),
    "komp.orientasi_pada_hasil": level("Orientasi pada Hasil"),
    "komp.pelayanan_publik": level("Pelayanan Publik"),
    "komp.pengembangan_diri_dan_orang_lain": level("Pengembangan Diri dan Orang Lain"),
    "komp.mengelola_perubahan": level("Mengelola Perubahan"),
    "komp.pengambilan_keputusan": level("Pengambilan Keputusan"),
    "komp.perekat_bangsa": level("Perekat Bangsa"),
    "talenta.potensi": Means("assessments", "potential", ("70", "80")),
    "diklat.nama": Means("trainings", "title", ("Bimtek Arsip", "Bimtek Aset")),
    "diklat.jenis": Means("trainings", "training_kind", ("Teknis", "Fungsional")),
    "diklat.jp": Means("trainings", "jp", ("20", "30")),
    "diklat.total_jp": Means("trainings", "", ("120", "130")),
    "diklat.tanggal_mulai": Means("trainings", "started_on", ("01-02-2024", "01-03-2024")),
    "diklat.tanggal_selesai": Means("trainings", "ended_on", ("03-02-2024", "04-03-2024")),
    "diklat.tahun": Means("trainings", "year", ("2024", "2024")),
    "diklat.penyelenggara": Means("trainings", "organiser", SOME),
    "nip_atau_nik": roster("nip", PNS, PNS_WOMAN),
    "nama+nip in one cell": roster("name+nip", f"Contoh Satu\nNIP. {PNS}", f"Contoh Dua\nNIP. {PNS_WOMAN}"),
    "tempat+tanggal_lahir in one cell": roster("birth_date", "Kota Contoh, 1 JAN 1990", "Kota Contoh, 2 FEB 1991"),
    "golongan+tmt in one cell": roster("golongan+golongan_since", "III/c / 01-04-2020", "III/d / 01-04-2021"),
    "rumpun_jabatan": Means("history", "job_family", ("kepegawaian", "keuangan")),
    "rumpun": Means("history", "job_family", ("kepegawaian", "keuangan")),
    "kelas_jabatan": Means("positions", "job_class", ("7", "9")),
    "skp.bulan": Means("evaluations", "period", ("1", "2")),
    "asesmen.skor_total": Means("assessments", "", ("75", "80")),
    "asesmen.kategori": Means("assessments", "", ("Optimal", "Cukup Optimal")),
    "komp.teknis": Means("assessments", "", ("75", "80")),
    "talenta.kotak": roster("", "9", "7"),
    "diklat.bulan": Means("trainings", "", ("2", "3")),
    "kedudukan_hukum": roster("status", "Aktif", "CLTN"),
    "kgb": roster("last_pay_step", *DAYS),
    "akhir_kontrak": roster("contract_ends_on", "31-12-2026", "31-12-2027"),
    "saran": Means("assessments", "suggestion", SOME),
    "opd": roster("agency", "Dinas Contoh", "Badan Contoh"),
    "tingkat_hukuman": Means("discipline", "level", ("Ringan", "Sedang")),
    "jenis_hukuman": Means("discipline", "sanction", ("Teguran lisan", "Teguran tertulis")),
    "tmt_hukuman": Means("discipline", "effective_on", DAYS),
    "akhir_hukuman": Means("discipline", "ends_on", DAYS),
    "no_sk_hukdis": Means("discipline", "decree", SOME),
    "diklat.no_sertifikat": Means("trainings", "certificate", ("A-1", "A-2")),
}


def met() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in MET.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            found[line[1:-1]] = []
        elif line and not line.startswith("#"):
            found[list(found)[-1]].append(line.replace("\\n", "\n"))
    return found


OTHERWISE = {
    "JABATAN CPNS": "the post of the first appointment, not the present one",
    "Durasi Pelatihan(Hari)": "days are no JP, and that is said",
    "TMT Pengangkatan": "of a CPNS or a PPPK it is the first appointment",
    "tmt_pengangkatan": "as above",
}
"""Met under that name, and left out on purpose."""

HEADERS = [
    (name, header) for name, headers in met().items() for header in headers if name in MEANS and header not in OTHERWISE
]


def neighbours(means: Means) -> dict[str, tuple[str, str]]:
    own = {INSTEAD.get(field) for field in means.field.split("+")}
    return {name: values for name, values in NEIGHBOURS[means.kind].items() if name not in own}


def read(folder: Path, means: Means, header: str) -> Read:
    columns = neighbours(means)
    parent, _, child = header.rpartition(" > ")
    rows: list[list[Any]] = [[*columns, child]]
    if parent:
        # A parent stands over two columns at least.
        rows = [[*columns, parent, ""], [*([""] * len(columns)), child, "Nomor SK"]]
    rows += [
        [*(values[n] for values in columns.values()), means.values[n], f"SK {n}"][: len(rows[0])] for n in range(2)
    ]
    file = folder / "a.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows(rows)
    return collected(read_book(file, ReadOptions(today=TODAY)))


@pytest.mark.parametrize(("name", "header"), HEADERS, ids=[f"{name}: {header}" for name, header in HEADERS])
def test_a_header_that_was_met_means_what_it_is(tmp_path: Path, name: str, header: str) -> None:
    means = MEANS[name]
    answer = read(tmp_path, means, header)
    assert answer.found == []
    assert [head.kind for head in answer.heads] == [means.kind]
    letter = "ABCDEFGH"[len(neighbours(means))]
    fields = [column.field for column in answer.heads[0].columns if column.column == letter]
    assert fields == ([*means.field.split("+"), *LAST_TOO.get(header, ())] if means.field else [])


def test_no_header_that_was_met_is_forgotten() -> None:
    elsewhere = {
        "status (ambiguous)",  # decided by its values: test_layouts
        "tmt (bare)",  # by its neighbour: test_layouts
        "jabatan+eselon / jabatan+instansi",
        "skp.perilaku (PP 46: 6 behaviours)",  # the names of competencies are theirs where no kind is named
    }
    assert set(met()) - MEANS.keys() == elsewhere
