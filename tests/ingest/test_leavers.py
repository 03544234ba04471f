"""Lists of people who retired, died, moved away or are on leave are no rosters: they are asked about."""

from pathlib import Path
from typing import Any

import pytest

from asnkarier.ingest.frames import ReadOptions
from asnkarier.ingest.reading import read_book
from tests.ingest.sheetmaker import PNS, PNS_WOMAN, TODAY, collected, read_rows, write_xlsx

HEADER = ["No", "Nama", "NIP", "Gol", "Jabatan", "Unit Kerja", "TMT Pensiun", "No SK"]


def people(day: str = "01-07-2026") -> list[list[Any]]:
    return [[1, "Contoh Satu", PNS, "III/b", "Analis", "Bidang A", day, "800/1"]]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("DAFTAR PNS PENSIUN BULAN JUNI 2026", "event=pensiun"),
        ("DAFTAR PNS YANG TELAH PENSIUN TAHUN 2025", "event=pensiun"),
        ("DAFTAR PEMBERHENTIAN PNS DENGAN HORMAT DENGAN HAK PENSIUN", "event=pensiun"),
        ("DAFTAR PEGAWAI PURNA TUGAS TAHUN 2025", "event=pensiun"),
        ("DATA PURNABAKTI", "event=pensiun"),
        ("DAFTAR PEGAWAI MENINGGAL DUNIA TAHUN 2025", "event=meninggal"),
        ("DAFTAR PEGAWAI PINDAH KELUAR TAHUN 2025", "event=pindah"),
        ("REKAP MUTASI KELUAR", "event=pindah"),
        ("DAFTAR PNS PINDAH INSTANSI", "event=pindah"),
        ("DAFTAR PEGAWAI MENGUNDURKAN DIRI", "event=berhenti"),
        ("DAFTAR PEGAWAI YANG DIBERHENTIKAN", "event=diberhentikan"),
        ("DAFTAR PEMBERHENTIAN PNS DENGAN HORMAT", "event=diberhentikan"),
        ("PEMBERHENTIAN TIDAK DENGAN HORMAT TAHUN 2025", "event=diberhentikan"),
        ("DAFTAR PNS YANG DIBERHENTIKAN SEMENTARA", "status=diberhentikan_sementara"),
        ("DAFTAR PPPK YANG BERAKHIR MASA KONTRAK", "event=kontrak_berakhir"),
        ("DAFTAR CLTN TAHUN 2025", "event=cltn"),
        ("DAFTAR PEGAWAI TUGAS BELAJAR TAHUN 2025", "event=tugas_belajar"),
        ("DAFTAR PEGAWAI MPP TAHUN 2026", "status=mpp"),
        ("DAFTAR PNS YANG SEDANG MENJALANI MPP", "status=mpp"),
        ("DAFTAR PNS MASA PERSIAPAN PENSIUN (MPP)", "status=mpp"),
        ("DAFTAR PENSIUNAN", "event=pensiun"),
        ("LAMPIRAN I : DAFTAR PNS PENSIUN TAHUN 2025", "event=pensiun"),
        ("A. PNS PENSIUN", "event=pensiun"),
        ("PEGAWAI YANG TELAH PENSIUN TAHUN 2025", "event=pensiun"),
        ("PENSIUN 2025", "event=pensiun"),
        ("DAFTAR PEGAWAI DINAS PENDIDIKAN YANG SUDAH PENSIUN", "event=pensiun"),
        ("DAFTAR PNS PENSIUN DAN MENINGGAL DUNIA TAHUN 2025", "event=pensiun"),
        ("DAFTAR PNS PENSIUN PADA DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL", "event=pensiun"),
        ("DAFTAR PNS YANG DIBERHENTIKAN KARENA MENINGGAL DUNIA", "event=meninggal"),
    ],
)
def test_the_title_tells_that_they_are_no_staff_of_today(tmp_path: Path, title: str, told: str) -> None:
    read = read_rows(tmp_path, [[title], [], HEADER, *people()])
    assert (read.rows, read.found) == ([], [("title_of_leavers", None)])
    kind = "roster" if told.startswith("status") else "movements"
    assert read.findings[0].values == {"value": title, "kind": kind, "told": told}


def test_what_the_finding_says_reads_them(tmp_path: Path) -> None:
    rows = [["DAFTAR PNS PENSIUN BULAN JUNI 2026"], [], HEADER, *people("01-06-2026")]
    read = read_rows(tmp_path, rows, as_kinds=("movements",), sets={"event": "pensiun"})
    assert (read.found, read.row()["event"], read.row()["effective_on"], read.row()["decree"]) == ([], "pensiun", "2026-06-01", "800/1")  # fmt: skip
    assert read_rows(tmp_path, rows, as_kinds=("roster",)).row()["position"] == "Analis"
    away = [["DAFTAR PEGAWAI MPP"], HEADER, *people()]
    assert read_rows(tmp_path, away, as_kinds=("roster",), sets={"status": "mpp"}).row()["status"] == "mpp"


@pytest.mark.parametrize(
    "title",
    [
        "DAFTAR PEGAWAI YANG AKAN PENSIUN TAHUN 2026",
        "PROYEKSI PENSIUN TAHUN 2026",
        "DAFTAR PEGAWAI TIDAK TERMASUK CLTN",
        "DAFTAR PEGAWAI MUTASI MASUK 2025",
        "DAFTAR PEGAWAI PINDAHAN DARI PROVINSI",
        "DAFTAR PEGAWAI BIDANG MUTASI DAN PENSIUN",
        "SUB BAGIAN PEMBERHENTIAN DAN PENSIUN",
        "PEMBERHENTIAN DARI DAN PENGANGKATAN DALAM JABATAN",
        "DAFTAR PEGAWAI YANG KELUAR SEJAK JANUARI 2024, DATA TERAKHIR",
        "DAFTAR NOMINATIF PEGAWAI",
        "Catatan: yang pensiun ditulis miring",
        "DAFTAR PEGAWAI MAL PELAYANAN PUBLIK (MPP)",
        "DAFTAR PEGAWAI YANG BERTUGAS DI MPP KOTA UJI",
        "DAFTAR PEGAWAI MPP KOTA UJI",
        "UPT MPP DPMPTSP",
        "DAFTAR MPP",
        "Jumlah pegawai 6 orang, pensiun 2 orang, mutasi 1 orang",
        "Pensiun : 2",
        "PENSIUN 2 ORANG",
        "DATA PEGAWAI AKTIF DAN PENSIUN",
        "DATA PEGAWAI PENSIUN DAN AKTIF",
        "REKAP PEGAWAI DAN PENSIUN",
        "DAFTAR PEGAWAI SETELAH PENSIUN PER 1 JUNI 2026",
        "DAFTAR PEGAWAI BERDASARKAN TMT PENSIUN",
        "DAFTAR PENJAGAAN PENSIUN",
        "DAFTAR PNS PENSIUN TAHUN 2027",
        "DAFTAR PNS PENSIUN BULAN JULI 2026",  # the day is 1 June 2026
        "DINAS KEPENDUDUKAN: PINDAH DATANG",
        "PINDAH DATANG",
        "DAFTAR PEGAWAI PINDAH KE DINAS KESEHATAN",
        "DAFTAR PNS TUGAS BELAJAR DAN IZIN BELAJAR",
        "BIDANG PENGADAAN, PEMBERHENTIAN DAN INFORMASI",
        "Meninggal dunia",  # what a colour means
        "Pegawai yang pensiun",
    ],
)
def test_titles_over_people_on_duty(tmp_path: Path, title: str) -> None:
    read = read_rows(tmp_path, [[title], [], HEADER, *people()])
    assert (read.heads[0].kind, read.found, read.row()["position"]) == ("roster", [], "Analis")


def test_a_year_to_come_in_another_row_of_the_title(tmp_path: Path) -> None:
    read = read_rows(tmp_path, [["DAFTAR PNS PENSIUN"], ["TAHUN 2027"], HEADER, *people()])
    assert (read.found, read.row()["position"]) == ([], "Analis")


def test_a_column_of_statuses_says_itself_who_is_on_duty(tmp_path: Path) -> None:
    header = ["NIP", "Nama", "Jabatan", "Unit Kerja", "Kedudukan Hukum"]
    row = [PNS, "Contoh Satu", "Analis", "Bidang A", "Pensiun"]
    read = read_rows(tmp_path, [["DAFTAR PNS PENSIUN"], header, row])
    assert (read.found, read.row()["status"]) == ([], "keluar")


def test_pensions_that_are_over(tmp_path: Path) -> None:
    """Of three days two are not after the day of the list: 1 June 2026, today's, and 1 May; 1 July is to come."""
    rows = [["DAFTAR PEGAWAI MENCAPAI BATAS USIA PENSIUN"], HEADER, *people("01-06-2026"), *people("01-05-2026"), *people("01-07-2026")]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert (TODAY, read.rows, read.found) == ("2026-06-01", [], [("pensions_are_over", "G2")])
    # One of two is half of them; and on the day of the list all were to come.
    assert read_rows(tmp_path, [rows[0], *rows[1:3], *rows[4:]]).found == []
    assert read_rows(tmp_path, [["KEADAAN 30 APRIL 2026"], *rows[1:]]).found == []


def test_a_day_of_one_of_six_rows_is_not_most(tmp_path: Path) -> None:
    rows = [["DAFTAR PEGAWAI"], HEADER, *people("01-02-2026"), *(people("")[0] for _ in range(5))]
    read = read_rows(tmp_path, rows)
    assert ([f for f in read.findings if f.severity == "error"], read.row()["position"]) == ([], "Analis")


def test_sheets_beside_the_roster(tmp_path: Path) -> None:
    header = ["NIP", "Nama", "Jabatan", "Unit Kerja", "TMT"]
    rows = [header, [PNS_WOMAN, "Contoh Dua", "Analis", "Bidang A", "01-05-2026"]]
    sheets = {"PNS": [header[:4], [PNS, "Contoh Satu", "Analis", "Bidang A"]], "PENSIUN": rows, "MUTASI KELUAR": rows}
    read = collected(read_book(write_xlsx(tmp_path / "b.xlsx", sheets), ReadOptions(today=TODAY)))
    assert [head.sheet for head in read.heads] == ["PNS"]
    assert [(f.code, f.sheet) for f in read.findings if f.severity == "error"] == [("title_of_leavers", "PENSIUN"), ("title_of_leavers", "MUTASI KELUAR")]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        # Who is about to retire is on duty today, 1 June 2026.
        ("DAFTAR CALON PENSIUNAN", ["roster"]),
        ("DAFTAR CALON PENSIUN TAHUN 2027", ["roster"]),
        ("DAFTAR PNS CALON PURNA TUGAS TAHUN 2026", ["roster"]),
        ("DAFTAR USULAN PENSIUN", ["roster"]),
        ("RENCANA PNS YANG AKAN MENCAPAI BUP TAHUN 2027", ["roster"]),
        # Those of a year that is over may have left.
        ("DAFTAR CALON PENSIUNAN TAHUN 2025", []),
        # Anything else that is only proposed may be a post or a rank.
        ("DAFTAR CALON PEJABAT PENGAWAS", []),
        ("USULAN KENAIKAN PANGKAT CALON PENSIUNAN", []),
    ],
)
def test_who_is_about_to_retire(tmp_path: Path, title: str, kinds: list[str]) -> None:
    read = read_rows(tmp_path, [[title], [], HEADER[:6], *(row[:6] for row in people())])
    assert [head.kind for head in read.heads] == kinds
    assert [code for code, _cell in read.found] == ([] if kinds else ["title_of_no_fact"])


def test_candidates_whose_days_are_over_are_asked_about(tmp_path: Path) -> None:
    assert read_rows(tmp_path, [["DAFTAR CALON PENSIUNAN"], [], HEADER, *people("01-05-2026")]).found == [("pensions_are_over", "G3")]  # fmt: skip
