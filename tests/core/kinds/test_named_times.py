"""The times that titles name, as offices write them."""

import pytest

from asnkarier.core.parse.named_times import Times, times_in

JUNE = ("2026-01-01", "2026-06-30")


@pytest.mark.parametrize(
    "title",
    [
        "REKAP HUKUMAN DISIPLIN JANUARI - JUNI 2026",
        "JAN S/D JUN 2026",
        "PERIODE 1 JANUARI S.D. 30 JUNI 2026",
        "01/01/2026 s/d 30/06/2026",
        "SEMESTER I TAHUN 2026",
        "SMT 1 2026",
        "TRIWULAN I DAN II TAHUN 2026",
        "TW I - II 2026",
        "BULAN 1 - 6 TAHUN 2026",
        "TAHUN 2026 (S.D. JUNI)",
        "TAHUN 2026 SAMPAI DENGAN TRIWULAN II",
        "TERHITUNG 1 JANUARI 2026 HINGGA 30 JUNI 2026",
    ],
)
def test_the_first_half_of_a_year(title: str) -> None:
    assert times_in([title])[:5] == ((JUNE,), (), (), (), False)


def test_a_month_is_of_the_year_that_another_line_names() -> None:
    assert times_in(["BULAN JANUARI S.D. JUNI", "TAHUN 2026"]).spans == (JUNE,)
    assert times_in(["BULAN JANUARI S.D. JUNI", "TAHUN 2025 DAN 2026"]).unclear
    assert times_in(["BULAN JUNI"]).unclear


@pytest.mark.parametrize(
    "title",
    [
        "DAFTAR HUKUMAN DISIPLIN SAMPAI 30 JUNI 2026",
        "SAMPAI DENGAN BULAN JUNI 2026",
        "S.D. SEMESTER I TAHUN 2026",
        "HINGGA JUNI 2026",
        "SEBELUM 1 JULI 2026",
        "Posisi data: 30-06-2026",
        "POSISI | : | 2026-06-30",
        "KEADAAN AKHIR JUNI 2026",
        "KEADAAN SEMESTER I TAHUN 2026",
        "Update : Selasa, 30 Juni 2026",
        "Dicetak tanggal 30 Juni 2026",
        "Data ditarik pada 30 Juni 2026 pukul 08.00",
        "Kota Contoh, 30 Juni 2026",
        "DAFTAR HUKUMAN DISIPLIN (30 JUNI 2026)",
        "Tanggal : 30 Juni 2026",
    ],
)
def test_the_end_of_june(title: str) -> None:
    assert times_in([title])[:5] == ((), ("2026-06-30",), (), (), False)


@pytest.mark.parametrize(
    ("title", "spans"),
    [
        ("HUKDIS 2020-2025", (("2020-01-01", "2025-12-31"),)),
        ("GURU SD 2025", (("2025-01-01", "2025-12-31"),)),  # a school
        ("JUNI 2026", (("2026-06-01", "2026-06-30"),)),
        ("1 - 30 JUNI 2026", (("2026-06-01", "2026-06-30"),)),
        ("CATURWULAN I TAHUN 2026", (("2026-01-01", "2026-04-30"),)),  # a third of a year
        ("TAHUN 2025 DAN SEMESTER I TAHUN 2026", (("2025-01-01", "2025-12-31"), ("2026-01-01", "2026-06-30"))),
        ("DUA TAHUN TERAKHIR (2024-2025)", (("2024-01-01", "2025-12-31"),)),
    ],
)
def test_other_times(title: str, spans: tuple[tuple[str, str], ...]) -> None:
    assert times_in([title])[:5] == (spans, (), (), (), False)


@pytest.mark.parametrize("title", ["SEJAK TAHUN 2020", "DARI TAHUN 2020 SAMPAI SEKARANG", "MULAI 1 JANUARI 2020"])
def test_a_beginning_alone(title: str) -> None:
    assert times_in([title]) == Times(since=("2020-01-01",))


@pytest.mark.parametrize(
    "title",
    [
        "PARUH PERTAMA TAHUN 2026",
        "ENAM BULAN PERTAMA TAHUN 2026",
        "MINGGU KE-2 JUNI 2026",
        "MINGGU KEDUA BULAN JUNI 2026",
        "5 TAHUN TERAKHIR",
        "TAHUN BERJALAN",
        "PER 30-06-26",
        "KEADAAN 31 JUNI 2026",
        "AWAL TAHUN 2026",
        "TRIWULAN I DAN III TAHUN 2025",
        "SEMESTER GANJIL 2025/2026",
        "TAHUN PELAJARAN 2025/2026",
    ],
)
def test_what_cannot_be_told(title: str) -> None:
    assert times_in([title]).unclear


def test_a_day_of_nobody_knows_what() -> None:
    for title in (
        "DAFTAR HUKUMAN DISIPLIN 30 JUNI 2026",
        "Tanggal Ujian : 30 Juni 2026",
        "SK NO. 800/1/2026 TANGGAL 30 JUNI 2026",
    ):
        assert times_in([title]) == Times(placeless=("2026-06-30",))


@pytest.mark.parametrize(
    "title",
    [
        "",
        "DAFTAR HUKUMAN DISIPLIN",
        "DAFTAR HUKUMAN DISIPLIN (PP 94 TAHUN 2021)",
        "PP NOMOR 94 TH 2021",
        "UU 20/2023",
        "Nomor : 800/123/BKPSDM/2026",
        "Jl. Merdeka No. 20 Telp. (0341) 2025",
        "UNIVERSITAS SEBELAS MARET",
        "MASA KERJA 5 TAHUN",
        "SAMPAI SAAT INI",
    ],
)
def test_what_names_no_time(title: str) -> None:
    assert times_in([title]) == Times()
