"""A column below a header of its own, or beside one nobody knows, is never taken for a fact it does not tell."""

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, Read, read_rows

DAYS = ("golongan_since", "position_since", "appointed_on", "last_pay_step", "birth_date")
PERSON = {"NIP": PNS, "NAMA": "Contoh Satu", "GOL": "III/c", "JABATAN": "Analis", "UNIT KERJA": "Bidang A"}


def below(tmp_path: Path, parent: str, children: dict[str, Any], before: str = "") -> Read:
    """Read a roster with `children` below `parent`, at its end or before one of its columns."""
    headers = list(PERSON)
    at = headers.index(before) if before else len(headers)
    above = [*headers[:at], parent, *[""] * (len(children) - 1), *headers[at:]]
    under = [*[""] * at, *children, *[""] * (len(headers) - at)]
    values = [*list(PERSON.values())[:at], *children.values(), *list(PERSON.values())[at:]]
    return read_rows(tmp_path, [above, under, values])


def days(read: Read) -> dict[str, Any]:
    return {field: value for field, value in read.row().items() if field in DAYS and value is not None}


@pytest.mark.parametrize("before", ["", "UNIT KERJA"])
@pytest.mark.parametrize(
    ("parent", "children"),
    [
        ("PENSIUN", {"TMT": "01-02-2048", "USIA": 58}),
        ("KP BERIKUTNYA", {"GOL": "III/d", "TMT": "01-04-2027"}),
        ("KGB BERIKUTNYA", {"TMT": "01-03-2028", "GAJI": "3.600.000"}),
        ("TUGAS TAMBAHAN", {"NAMA": "Ketua Tim", "TMT": "01-01-2025"}),
        ("SERTIFIKASI", {"NOMOR": "123", "TMT": "01-01-2019"}),
        ("SK TERAKHIR", {"NOMOR": "1", "TANGGAL": "01-12-2024", "TMT": "01-02-2025"}),
        ("HUKUMAN DISIPLIN", {"TINGKAT": "Ringan", "TMT": "01-02-2019"}),
        ("MASA KERJA GOLONGAN", {"THN": 10, "BLN": 2, "TMT": "01-02-2019"}),
        ("PNS", {"TMT": "01-02-2016", "NO SK": "1"}),
        ("KELUARGA", {"NAMA": "Anak", "TGL LAHIR": "01-01-2018"}),
    ],
)
def test_a_child_belongs_to_its_own_parent(tmp_path: Path, parent: str, children: dict[str, Any], before: str) -> None:
    read = below(tmp_path, parent, children, before)
    assert (read.found, read.heads[0].kind, days(read)) == ([], "roster", {})
    assert [read.row()[field] for field in ("golongan", "position", "unit")] == ["III/c", "Analis", "Bidang A"]
    assert read.row().get("education") is None


def test_a_second_post_below_another_parent_is_asked_for(tmp_path: Path) -> None:
    read = below(tmp_path, "INPASSING", {"TMT": "01-01-2018", "JABATAN": "Analis Kebijakan Ahli Muda"})
    assert (read.found, read.rows) == ([("columns_differ", "G1")], [])


@pytest.mark.parametrize("before", ["", "UNIT KERJA"])
@pytest.mark.parametrize(
    ("parent", "children", "field"),
    [
        ("KGB TERAKHIR", {"TMT": "01-03-2024", "GAJI": "3.500.000"}, "last_pay_step"),
        ("GAJI BERKALA", {"TMT": "01-03-2024", "GAJI": "3.500.000"}, "last_pay_step"),
        # the NIP says January 2015
        ("CPNS", {"TMT": "01-01-2015", "GOL": "II/a"}, "appointed_on"),
        ("PENGANGKATAN PERTAMA", {"GOL": "II/a", "TMT": "01-01-2015"}, "appointed_on"),
        ("JABATAN SEKARANG", {"TMT": "01-03-2024", "NO SK": "1"}, "position_since"),
        ("PANGKAT TERAKHIR", {"TMT": "01-03-2024", "NO SK": "1"}, "golongan_since"),
    ],
)
def test_a_parent_that_names_the_fact(
    tmp_path: Path, parent: str, children: dict[str, Any], field: str, before: str
) -> None:
    read = below(tmp_path, parent, children, before)
    day = "2015-01-01" if field == "appointed_on" else "2024-03-01"
    assert (read.found, days(read)) == ([], {field: day})
    assert read.row()["golongan"] == "III/c"


def test_a_list_of_pay_steps_is_no_history_of_posts(tmp_path: Path) -> None:
    above = ["NIP", "NAMA", "JABATAN", "UNIT KERJA", "KGB TERAKHIR", "", "KGB BERIKUTNYA", ""]
    rows = [above, ["", "", "", "", "TMT", "GAJI", "TMT", "GAJI"], [PNS, "Contoh Satu", "Analis", "Bidang A", "01-03-2024", "3.500.000", "01-03-2026", "3.600.000"]]  # fmt: skip
    read = read_rows(tmp_path, rows, ["E1:F1", "G1:H1"])
    assert (read.found, read.heads[0].kind, days(read)) == ([], "roster", {"last_pay_step": "2024-03-01"})


@pytest.mark.parametrize(
    ("headers", "values", "read_as"),
    [
        (["GOL", "TMT", "JABATAN", "TMT", "UNIT KERJA"], ["III/c", "01-04-2020", "Analis", "01-01-2022", "Bidang A"], {"golongan_since": "2020-04-01", "position_since": "2022-01-01"}),
        (["PANGKAT", "GOL", "TMT", "JABATAN", "ESELON", "TMT", "UNIT KERJA"], ["Penata", "III/c", "01-04-2020", "Analis", "", "01-01-2022", "Bidang A"], {"golongan_since": "2020-04-01", "position_since": "2022-01-01"}),
        (["STATUS PEGAWAI", "TMT", "JABATAN", "UNIT KERJA"], ["PNS", "01-01-2015", "Analis", "Bidang A"], {"appointed_on": "2015-01-01"}),
    ],
)  # fmt: skip
def test_a_bare_tmt_right_beside_its_fact(
    tmp_path: Path, headers: list[str], values: list[str], read_as: dict[str, str]
) -> None:
    read = read_rows(tmp_path, [["NIP", "NAMA", *headers], [PNS, "Contoh Satu", *values]])
    assert (read.found, days(read)) == ([], read_as)


@pytest.mark.parametrize(
    ("headers", "values", "cell"),
    [
        (["JABATAN", "UNIT KERJA", "NO SK KGB", "TMT"], ["Analis", "Bidang A", "1", "01-03-2024"], "F1"),
        (["JABATAN", "UNIT KERJA", "PENSIUN", "TMT"], ["Analis", "Bidang A", "BUP", "01-02-2048"], "F1"),
        (["JABATAN", "TUGAS TAMBAHAN", "TMT", "UNIT KERJA"], ["Analis", "Ketua", "01-01-2025", "Bidang A"], "E1"),
        (["JABATAN", "UNIT KERJA", "PENDIDIKAN", "TMT"], ["Analis", "Bidang A", "S1", "01-02-2016"], "F1"),
        # of the NIP 199001012015011001 the appointment is January 2015: this is the day of the decree as PNS
        (["STATUS PEGAWAI", "TMT", "JABATAN", "UNIT KERJA"], ["PNS", "01-02-2016", "Analis", "Bidang A"], "D1"),
    ],
)
def test_a_bare_tmt_beside_something_else_is_asked_for(
    tmp_path: Path, headers: list[str], values: list[str], cell: str
) -> None:
    rows = [["NIP", "NAMA", *headers], [PNS, "Contoh Satu", *values]]
    read = read_rows(tmp_path, rows)
    assert (read.found, days(read)) == ([("column_ambiguous", cell)], {})
    assert read.why()["TMT"] == "ambiguous"
    told = read_rows(tmp_path, rows, maps={"TMT": "position_since"})
    assert "column_ambiguous" not in dict(told.found)
    assert list(days(told)) == ["position_since"]


@pytest.mark.parametrize(
    ("above", "under", "values"),
    [
        (["CPNS", "", "PNS", "", "PANGKAT TERAKHIR", ""], ["GOL", "TMT"] * 3, ["II/a", "01-01-2015", "II/a", "01-02-2016", "III/c", "01-04-2020"]),
        (["PENGANGKATAN PERTAMA", "", "PANGKAT SEKARANG", ""], ["GOL", "TMT"] * 2, ["II/a", "01-01-2015", "III/c", "01-04-2020"]),
        (["CPNS", "", "PANGKAT", ""], ["TMT", "GOL", "GOL", "TMT"], ["01-01-2015", "II/a", "III/c", "01-04-2020"]),
        (["PANGKAT AWAL", "", "PANGKAT", ""], ["GOL", "TMT"] * 2, ["II/a", "01-01-2015", "III/c", "01-04-2020"]),
    ],
)  # fmt: skip
def test_the_rank_of_today_and_not_the_first(
    tmp_path: Path, above: list[str], under: list[str], values: list[str]
) -> None:
    rows = [["NIP", "NAMA", *above, "JABATAN", "UNIT KERJA"], ["", "", *under, "", ""], [PNS, "Contoh Satu", *values, "Analis", "Bidang A"]]  # fmt: skip
    read = read_rows(tmp_path, rows)
    row = read.row()
    assert (read.found, row["golongan"], row["golongan_since"]) == ([], "III/c", "2020-04-01")
    assert row.get("appointed_on") in (None, "2015-01-01")


def test_flat_headers_of_the_first_and_of_the_present_rank(tmp_path: Path) -> None:
    headers = ["NIP", "NAMA", "GOL CPNS", "TMT CPNS", "GOL TERAKHIR", "TMT GOL TERAKHIR", "PENDIDIKAN SAAT INI", "JABATAN", "UNIT KERJA"]  # fmt: skip
    read = read_rows(tmp_path, [headers, [PNS, "Contoh Satu", "II/a", "01-01-2015", "III/c", "01-04-2020", "S1", "Analis", "Bidang A"]])  # fmt: skip
    row = read.row()
    assert read.found == []
    assert [row[field] for field in ("golongan", "golongan_since", "appointed_on", "education")] == ["III/c", "2020-04-01", "2015-01-01", "S1"]  # fmt: skip


def test_the_education_of_today_and_not_the_first(tmp_path: Path) -> None:
    above = ["NIP", "NAMA", "PENDIDIKAN AWAL", "", "PENDIDIKAN TERAKHIR", "", "JABATAN", "UNIT KERJA"]
    under = ["", "", "TINGKAT", "JURUSAN", "TINGKAT", "JURUSAN", "", ""]
    read = read_rows(tmp_path, [above, under, [PNS, "Contoh Satu", "SMA", "IPS", "S1", "Hukum", "Analis", "Bidang A"]])
    assert (read.found, read.row()["education"], read.row()["field_of_study"]) == ([], "S1", "Hukum")


def test_two_columns_of_one_field_that_differ_are_asked_for(tmp_path: Path) -> None:
    rows = [["NIP", "NAMA", "GOL", "GOL TERAKHIR", "JABATAN", "UNIT KERJA"], [PNS, "Contoh Satu", "II/a", "III/c", "Analis", "Bidang A"]]  # fmt: skip
    assert read_rows(tmp_path, rows).found == [("columns_differ", "D1")]
    told = read_rows(tmp_path, rows, maps={"C": ""})
    assert (told.found, told.row()["golongan"]) == ([], "III/c")
    rows[1][2] = "III/c"
    alike = read_rows(tmp_path, rows)
    assert (alike.found, alike.row()["golongan"], list(alike.why().values())) == ([], "III/c", ["duplicate"])


def test_a_day_of_a_rank_that_no_column_names_is_said(tmp_path: Path) -> None:
    rows = [["NIP", "NAMA", "TMT PANGKAT", "JABATAN", "UNIT KERJA"], [PNS, "Contoh Satu", "01-04-2020", "Analis", "Bidang A"]]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert (read.found, [(f.code, f.cell) for f in read.findings]) == ([], [("column_alone", "C1")])


YEARS = [
    ["NIP", "NAMA", "2024", "", "2025", ""],
    ["", "", "HASIL KERJA", "PREDIKAT", "HASIL KERJA", "PREDIKAT"],
    [PNS, "Contoh Satu", "Sesuai Ekspektasi", "Baik", "Di Atas Ekspektasi", "Sangat Baik"],
]


@pytest.mark.parametrize(("year", "said"), [("2024", ("meets", "baik")), ("2025", ("above", "sangat_baik"))])
def test_years_above_their_columns_are_chosen_by_set(tmp_path: Path, year: str, said: tuple[str, str]) -> None:
    read = read_rows(tmp_path, YEARS, ["C1:D1", "E1:F1"], sets={"year": year})
    row = read.row()
    assert (read.found, row["year"], row["work_result"], row["predicate"]) == ([], int(year), *said)
    assert list(read.why().values()).count("other_time") == 2


def test_years_above_their_columns_are_asked_for(tmp_path: Path) -> None:
    assert read_rows(tmp_path, YEARS, ["C1:D1", "E1:F1"]).found == [("periods_side_by_side", None)]
    titled = [["REKAPITULASI SKP TAHUN 2025"], *YEARS]
    assert [code for code, _cell in read_rows(tmp_path, titled, ["C2:D2", "E2:F2"]).found] == ["periods_side_by_side"]
    other = read_rows(tmp_path, YEARS, ["C1:D1", "E1:F1"], sets={"year": "2023"})
    assert other.found == [("columns_differ", "E1"), ("columns_differ", "F1")]


def test_the_year_and_not_its_parts(tmp_path: Path) -> None:
    rows = [
        ["REKAPITULASI SKP TAHUN 2025"],
        ["NIP", "NAMA", "PERIODIK", "", "TAHUNAN", ""],
        ["", "", "HASIL KERJA", "PERILAKU", "HASIL KERJA", "PERILAKU"],
        [PNS, "Contoh Satu", "Di Bawah Ekspektasi", "Sesuai Ekspektasi", "Di Atas Ekspektasi", "Di Atas Ekspektasi"],
    ]
    read = read_rows(tmp_path, rows, ["C2:D2", "E2:F2"])
    row = read.row()
    assert (read.found, row["year"], row["work_result"], row["behaviour"]) == ([], 2025, "above", "above")


def test_two_assessments_beside_each_other_are_asked_for(tmp_path: Path) -> None:
    rows = [
        ["NIP", "NAMA", "ASESMEN 2022", "", "ASESMEN 2024", ""],
        ["", "", "TANGGAL", "JPM", "TANGGAL", "JPM"],
        [PNS, "Contoh Satu", "01-02-2022", "70", "01-03-2024", "88"],
    ]
    read = read_rows(tmp_path, rows, ["C1:D1", "E1:F1"])
    assert (read.found, read.rows) == ([("columns_differ", "E1"), ("columns_differ", "F1")], [])
    told = read_rows(tmp_path, rows, ["C1:D1", "E1:F1"], maps={"C": "", "D": ""})
    assert [(row["assessed_on"], row["jpm"]) for _number, row in told.rows[0]] == [("2024-03-01", 880000)]


@pytest.mark.parametrize(
    ("title", "refused"),
    [
        ("DAFTAR USULAN PENGANGKATAN DALAM JABATAN", True),
        ("DAFTAR USUL KENAIKAN PANGKAT PERIODE APRIL 2026", True),
        ("DRAF DAFTAR PEGAWAI", True),
        ("DAFTAR CALON PEGAWAI NEGERI SIPIL", False),
        ("DINAS PENGENDALIAN PENDUDUK DAN KELUARGA BERENCANA", False),
    ],
)
def test_what_is_proposed_is_no_fact(tmp_path: Path, title: str, refused: bool) -> None:
    rows = [[title], [], list(PERSON), list(PERSON.values())]
    read = read_rows(tmp_path, rows)
    assert (read.found, bool(read.rows)) == ([("title_of_no_fact", None)] if refused else [], not refused)
    assert read_rows(tmp_path, rows, as_kinds=("roster",)).row()["golongan"] == "III/c"


def test_a_degree_still_studied_for_is_none(tmp_path: Path) -> None:
    headers = ["NO", "NAMA", "NIP", "PERGURUAN TINGGI", "JENJANG", "PROGRAM STUDI", "TMT MULAI", "TMT SELESAI"]
    person = [1, "Contoh Satu", PNS, "Universitas A", "S2", "Manajemen", "01-09-2025", "31-08-2027"]
    rows = [["DAFTAR PNS TUGAS BELAJAR"], headers, person]
    read = read_rows(tmp_path, rows)
    assert (read.found, read.rows) == ([("title_of_study", None)], [])


def test_a_new_credit_and_the_sum(tmp_path: Path) -> None:
    above = ["NIP", "NAMA", "JENIS", "TANGGAL PAK", "ANGKA KREDIT", "", ""]
    rows = [above, ["", "", "", "", "LAMA", "BARU", "JUMLAH"], [PNS, "Contoh Satu", "Konversi", "31-12-2024", "50", "12,5", "62,5"]]  # fmt: skip
    read = read_rows(tmp_path, rows, ["E1:G1"])
    row = read.row()
    assert (read.found, row["amount"], row["cumulative"]) == ([], 125000, 625000)


def test_days_of_a_training(tmp_path: Path) -> None:
    bare = read_rows(tmp_path, [["NO", "NAMA", "NIP", "NAMA DIKLAT", "TANGGAL", "JP"], [1, "Contoh Satu", PNS, "Bimtek", "01-02-2025", 20]])  # fmt: skip
    assert (bare.found, bare.row()["started_on"]) == ([], "2025-02-01")
    above = ["NO", "NIP", "NAMA", "NAMA DIKLAT", "WAKTU PELAKSANAAN", "", "JP"]
    rows = [above, ["", "", "", "", "MULAI", "SELESAI", ""], [1, PNS, "Contoh Satu", "Bimtek", "01-02-2025", "03-02-2025", 20]]  # fmt: skip
    row = read_rows(tmp_path, rows, ["E1:F1"]).row()
    assert (row["started_on"], row["ended_on"]) == ("2025-02-01", "2025-02-03")


@pytest.mark.parametrize("decree", ["SURAT KEPUTUSAN", "SK HUKUMAN"])
def test_a_list_of_sanctions_in_two_rows(tmp_path: Path, decree: str) -> None:
    above = ["NO", "NIP", "NAMA", "TINGKAT HUKUMAN", "JENIS HUKUMAN", decree, "", "MASA HUKUMAN", "", "DIBATALKAN"]
    under = ["", "", "", "", "", "NOMOR", "TANGGAL", "MULAI", "SELESAI", ""]
    person = [1, PNS, "Contoh Satu", "Sedang", "Pemotongan tunjangan kinerja", "800/1", "01-02-2025", "01-03-2025", "31-08-2025", "01-05-2025"]  # fmt: skip
    read = read_rows(tmp_path, [above, under, person], ["F1:G1", "H1:I1"])
    row = read.row()
    assert (read.found, read.heads[0].kind) == ([], "discipline")
    assert [row[field] for field in ("decree", "decided_on", "effective_on", "ends_on", "annulled_on")] == ["800/1", "2025-02-01", "2025-03-01", "2025-08-31", "2025-05-01"]  # fmt: skip


def test_the_total_of_a_job_person_match(tmp_path: Path) -> None:
    flat = [["NIP", "NAMA", "TANGGAL ASESMEN", "JPM Manajerial", "JPM Sosiokultural", "JPM Total"], [PNS, "Contoh Satu", "01-02-2024", "70", "90", "80"]]  # fmt: skip
    assert read_rows(tmp_path, flat).row()["jpm"] == 800000
    two = [["NIP", "NAMA", "TANGGAL ASESMEN", "JPM", "", ""], ["", "", "", "MANAJERIAL", "TEKNIS", "TOTAL"], flat[1]]
    assert read_rows(tmp_path, two, ["D1:F1"]).row()["jpm"] == 800000


def test_a_header_that_is_told_its_field_may_stand_twice(tmp_path: Path) -> None:
    """Which of the two is meant nobody said: the last one is not simply taken."""
    head: list[Any] = ["NIP", "Nama Diklat", "Tahun", "JML", "JML"]
    maps = {"JML": "jp"}
    apart = read_rows(tmp_path, [head, [PNS, "Bimtek Contoh", 2025, 6, 7]], maps=maps)
    assert (apart.found, apart.rows) == ([("columns_differ", "E1")], [])
    # As the remedy says, by the letter.
    first = read_rows(tmp_path, [head, [PNS, "Bimtek Contoh", 2025, 6, 7]], maps={**maps, "E": ""})
    second = read_rows(tmp_path, [head, [PNS, "Bimtek Contoh", 2025, 6, 7]], maps={**maps, "D": ""})
    assert (first.row()["jp"], second.row()["jp"]) == (60_000, 70_000)
    same = read_rows(tmp_path, [head, [PNS, "Bimtek Contoh", 2025, 6, 6]], maps=maps)
    empty = read_rows(tmp_path, [head, [PNS, "Bimtek Contoh", 2025, "", 6]], maps=maps)
    assert (same.row()["jp"], empty.row()["jp"], empty.found) == (60_000, 60_000, [])


PREDICATES: list[list[Any]] = [
    ["REKAP PREDIKAT KINERJA"],
    ["No", "Nama", "NIP", "Predikat Kinerja", "", ""],
    ["", "", "", 2022, 2023, 2024],
    [1, "Contoh Satu", PNS, "Baik", "Sangat Baik", "Kurang"],
]
TWO_YEARS: list[list[Any]] = [
    ["No", "Nama", "NIP", "SKP 2 Tahun Terakhir", "", "", ""],
    ["", "", "", 2023, "", 2024, ""],
    ["", "", "", "Nilai", "Predikat", "Nilai", "Predikat"],
    [1, "Contoh Satu", PNS, 92.5, "Baik", 110, "Sangat Baik"],
]


@pytest.mark.parametrize("merged", [[], ["A2:A3", "B2:B3", "C2:C3", "D2:F2"]])
@pytest.mark.parametrize(("year", "predicate"), [("2022", "baik"), ("2023", "sangat_baik"), ("2024", "kurang")])
def test_a_row_of_years_below_the_predicate(tmp_path: Path, merged: list[str], year: str, predicate: str) -> None:
    for kinds in ((), ("evaluations",)):
        read = read_rows(tmp_path, PREDICATES, merged, sets={"year": year}, as_kinds=kinds)
        assert (read.found, read.row()["year"], read.row()["predicate"]) == ([], int(year), predicate)
        assert list(read.why().values()).count("other_time") == 2
    asked = read_rows(tmp_path, PREDICATES, merged)
    assert [(f.code, f.values["column"], f.values["set"]) for f in asked.findings if f.severity == "error"] == [
        ("periods_side_by_side", "", "year=2022")
    ]


@pytest.mark.parametrize("merged", [[], ["A1:A3", "B1:B3", "C1:C3", "D1:G1", "D2:E2", "F2:G2"]])
@pytest.mark.parametrize(("year", "said"), [("2023", (925_000, "baik")), ("2024", (1_100_000, "sangat_baik"))])
def test_years_between_two_rows_of_headers(tmp_path: Path, merged: list[str], year: str, said: tuple[int, str]) -> None:
    read = read_rows(tmp_path, TWO_YEARS, merged, sets={"year": year}, as_kinds=("evaluations",))
    assert (read.found, read.row()["score"], read.row()["predicate"]) == ([], *said)


@pytest.mark.parametrize(
    "headers",
    [
        ["Lama", "Baru", "Jumlah"],
        ["Angka Kredit Lama", "Angka Kredit Baru", "Jumlah"],
        ["Angka Kredit Lama", "Angka Kredit Baru", "Total"],
        ["PAK Lama", "PAK Baru", "Jumlah Angka Kredit"],
        ["AK Lama", "AK Baru", "Jumlah AK"],
        ["AK Lama", "AK Diperoleh", "Jumlah"],
        ["AK Lama", "Angka Kredit yang Diperoleh", "Kumulatif"],
    ],
)
def test_new_credit_beside_old_credit_and_their_sum(tmp_path: Path, headers: list[str]) -> None:
    """100 + 37.5 = 137.5: this decision gave 37.5."""
    rows = [["NIP", "Nama", "Jenis Angka Kredit", "Tanggal PAK", *headers], [PNS, "Contoh Satu", "Konversi", "31-12-2024", "100", "37,5", "137,5"]]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert (read.heads[0].kind, read.found, read.row()["amount"], read.row()["cumulative"]) == ("credits", [], 375_000, 1_375_000)  # fmt: skip


def test_a_sum_beside_old_credit_alone_is_not_what_was_decided(tmp_path: Path) -> None:
    rows = [["NIP", "Nama", "Jenis Angka Kredit", "Tanggal PAK", "AK Lama", "Jumlah"], [PNS, "Contoh Satu", "Konversi", "31-12-2024", "100", "137,5"]]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert (read.rows, read.found) == ([], [("kind_lacks_column", None)])
    assert read_rows(tmp_path, rows, maps={"Jumlah": "amount"}).row()["amount"] == 1_375_000


POST = ["NIP", "Nama", "Jabatan", "Unit Kerja"]
HOLDER = [PNS, "Contoh Satu", "Kepala Seksi X", "Dinas Y"]
INDICATOR = ["NIP", "Nama", "Tahun", "Satuan", "Target"]
OF_PLAN = [PNS, "Contoh Satu", 2025, "dokumen", "12"]
SCORED = ["NIP", "Nama", "Tahun"]


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("header", "row", "own", "other", "field", "value"),
    [
        (POST, HOLDER, ("TMT Jabatan", "01-04-2012"), ("TMT Pelantikan", "02-04-2012"), "position_since", "2012-04-01"),
        (POST, HOLDER, ("TMT Jabatan", "01-04-2012"), ("Tanggal Pelantikan", "02-04-2012"), "position_since", "2012-04-01"),
        ([*INDICATOR, "Realisasi"], [*OF_PLAN, "12"], ("Indikator Kinerja Individu", "Jumlah laporan"), ("Rencana Hasil Kerja", "Laporan"), "indicator", "Jumlah laporan"),
        ([*INDICATOR, "Indikator"], [*OF_PLAN, "Jumlah laporan"], ("Realisasi", "12"), ("Capaian", "100%"), "realised", 120_000),
        ([*SCORED, "Predikat"], [PNS, "Contoh Satu", 2019, "Baik"], ("Nilai Prestasi Kerja", "83,3"), ("Nilai SKP", "85,5"), "score", 833_000),
    ],
)  # fmt: skip
def test_a_header_that_gives_way_to_the_fields_own(
    tmp_path: Path,
    header: list[str],
    row: list[Any],
    own: tuple[str, str],
    other: tuple[str, str],
    field: str,
    value: Any,
    turned: bool,
) -> None:
    first, second = (other, own) if turned else (own, other)
    read = read_rows(tmp_path, [[*header, first[0], second[0]], [*row, first[1], second[1]]])
    assert (read.found, read.row()[field], read.why()[other[0]]) == ([], value, "duplicate")
    # Alone it still names the field.
    assert read_rows(tmp_path, [[*header, other[0]], [*row, other[1]]]).row()[field] is not None
