"""Periods of evaluations: e-Kinerja says how long in `jenis`, and the dates say which; ranks of another kind of employee."""

from pathlib import Path
from typing import Any

from tests.ingest.sheetmaker import PNS, PPPK, read_rows, roster

HEAD = ["jenis", "id", "nip", "nama", "periode_awal_skp", "periode_akhir_skp", "tahun_skp", "bulan_skp", "hasil_akhir"]


def of(kind: str, start: str, end: str, month: str = "", year: str = "2025") -> list[Any]:
    return [kind, "1", PNS, "Contoh Satu", start, end, year, month, "Baik"]


def test_jenis_says_how_long_and_the_dates_which(tmp_path: Path) -> None:
    rows = [
        HEAD,
        of("triwulan", "2025-01-01", "2025-03-31"),
        of("triwulan", "2025-04-01", "2025-06-30"),
        of("bulanan", "2025-01-01", "2025-01-31", "1"),
        of("semester", "2025-07-01", "2025-12-31"),
        of("tahunan", "2025-01-01", "2025-12-31", "12"),
    ]
    read = read_rows(tmp_path, rows)
    assert [row["period"] for _, row in read.rows[0]] == ["Q1", "Q2", "M1", "S2", "annual"]
    assert (read.found, read.how()["period"], read.why()["bulan_skp"]) == ([], "values", "duplicate")


def test_a_length_without_dates_is_an_error(tmp_path: Path) -> None:
    read = read_rows(tmp_path, [HEAD, of("triwulan", "", ""), of("tahunan", "", "")])
    assert read.found == [("period_without_dates", "A2")]


def test_dates_outside_the_period_are_a_warning(tmp_path: Path) -> None:
    rows = [
        HEAD,
        of("tahunan", "2025-01-01", "2025-03-31"),  # a whole quarter
        of("tahunan", "2025-04-01", "2025-12-31"),  # the rest of the year after another post: two annual rows
        of("triwulan", "2025-02-01", "2025-04-30"),  # of two quarters
        of("bulanan", "2025-02-01", "2025-02-28"),
    ]
    assert read_rows(tmp_path, rows).found == [("period_disagrees", "A2"), ("period_disagrees", "A4")]


def test_a_golongan_of_another_kind_of_employee_is_a_warning(tmp_path: Path) -> None:
    people = [
        {"NIP": PNS, "Jenis Pegawai": "PNS", "Gol": "IX"}, {"NIP": PPPK, "Jenis Pegawai": "PPPK", "Gol": "III/a"},
        {"NIP": PNS, "Jenis Pegawai": "PNS", "Gol": "III/a"}, {"NIP": PPPK, "Jenis Pegawai": "PPPK", "Gol": "IX"},
    ]  # fmt: skip
    read = read_rows(tmp_path, roster(*people, extra=["Jenis Pegawai", "Gol"]))
    assert [f for f in read.found if f[0] == "golongan_of_other_kind"] == [
        ("golongan_of_other_kind", "F2"),
        ("golongan_of_other_kind", "F3"),
    ]
    assert [row["golongan"] for _, row in read.rows[0]] == ["IX", "III/a", "III/a", "IX"]


def test_the_name_of_the_rank_beside_the_golongan_fills_and_is_compared(tmp_path: Path) -> None:
    people = [
        {"NIP": f"19900101201501100{n}", "Gol": rank, "Pangkat": name}
        for n, (rank, name) in enumerate(
            [("III/c", "Penata"), ("", "Penata"), ("III/a", ""), ("III", "Penata Tk. I"), ("III/b", "Pembina")], 1
        )
    ]
    read = read_rows(tmp_path, roster(*people, extra=["Gol", "Pangkat"]))
    assert [row["golongan"] for _, row in read.rows[0]] == ["III/c", "III/c", "III/a", "III/d"]
    assert read.found == [("golongan_disagrees", "E6")]
    assert read.findings[-1].values["value"] == "III/b (E6), Pembina (F6)"
    assert read.why() == {}


def test_two_columns_of_golongan_are_of_two_times(tmp_path: Path) -> None:
    read = read_rows(
        tmp_path, roster({"NIP": PNS, "Gol": "III/a", "Golongan Akhir": "III/c"}, extra=["Gol", "Golongan Akhir"])
    )
    assert (read.found, read.rows) == ([("columns_differ", "F1")], [])


def test_the_field_of_study_is_without_the_level_that_stands_beside_it(tmp_path: Path) -> None:
    """What SIASN calls PENDIDIKAN NAMA; a level that contradicts the other column is not hidden."""
    people = [
        {"NIP": f"19900101201501100{n}", "TINGKAT PENDIDIKAN NAMA": level, "PENDIDIKAN NAMA": field}
        for n, (level, field) in enumerate(
            [
                ("S-1/Sarjana", "S-1 ILMU PEMERINTAHAN"),
                ("Diploma III/Sarjana Muda", "D-III KEBIDANAN"),
                ("S-1/Sarjana", "S-2 MANAJEMEN"),
                ("S-2", "Sains Data"),
                ("", "S-1 HUKUM"),
                ("S-1/Sarjana", "S-1"),
                ("S-1/Sarjana", "S1 Profesi Ners"),
                ("S-1/Sarjana", "#N/A"),
            ],
            1,
        )
    ]
    read = read_rows(tmp_path, roster(*people, extra=["TINGKAT PENDIDIKAN NAMA", "PENDIDIKAN NAMA"]))
    assert [row["field_of_study"] for _, row in read.rows[0]] == [
        "ILMU PEMERINTAHAN", "KEBIDANAN", "S-2 MANAJEMEN", "Sains Data", "S-1 HUKUM", None, "S1 Profesi Ners",
    ]  # fmt: skip
    assert read.found == [("cell_error", "F9")]
