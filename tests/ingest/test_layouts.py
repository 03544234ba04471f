"""Layouts of real workbooks, at least one for each that HEADERS names: where the header is, what columns mean, which rows are people."""

from pathlib import Path
from typing import Any

import pytest

from asnkarier.ingest.frames import ReadOptions
from asnkarier.ingest.reading import read_book
from tests.ingest.sheetmaker import PNS, PNS_WOMAN, PPPK, TODAY, collected, read_rows, roster, write_xlsx

HEAD = ["NIP", "Nama", "Jabatan", "Unit Kerja"]
ONE = [PNS, "Contoh Satu", "Analis", "Bidang Mutasi"]
TWO = [PNS_WOMAN, "Contoh Dua", "Arsiparis", "Bidang Mutasi"]


@pytest.mark.parametrize("above", [0, 1, 7, 17, 39])
def test_the_header_is_found_in_the_first_forty_rows(tmp_path: Path, above: int) -> None:
    title = [[f"DAFTAR PEGAWAI bagian {n}"] for n in range(above)]
    read = read_rows(tmp_path, [*title, HEAD, ONE])
    assert read.heads[0].header_row == above + 1
    assert read.rows[0][0][0] == above + 2


def test_a_list_that_does_not_begin_at_a1(tmp_path: Path) -> None:
    shifted = [[], [], ["", "", *HEAD], ["", "", *ONE], ["", "", PNS_WOMAN[:17], *TWO[1:]]]
    read = read_rows(tmp_path, shifted)
    assert [column.column for column in read.heads[0].columns if column.column] == ["C", "D", "E", "F"]
    assert (read.rows[0][0][0], read.found) == (4, [("nip_length", "C5")])


def test_title_rows_give_day_year_and_agency(tmp_path: Path) -> None:
    rows = [
        ["PEMERINTAH KOTA CONTOH"],
        ["DAFTAR URUT KEPANGKATAN"],
        ["KEADAAN BULAN DESEMBER 2025"],
        ["SKPD", ":", "Dinas Pendidikan"],
        [],
        HEAD,
        ONE,
    ]
    read = read_rows(tmp_path, rows)
    assert read.heads[0].dated == "2025-12-31"
    assert read.row()["agency"] == "Dinas Pendidikan"
    assert read.how()["agency"] == "title"


def test_two_rows_of_header_without_merged_cells(tmp_path: Path) -> None:
    rows = [
        ["No", "NIP", "Nama", "Pangkat", "", "Jabatan", "", "", "Unit Kerja"],
        ["", "", "", "Gol. Ruang", "TMT", "Nama Jabatan", "Ess", "TMT Jabatan", ""],
        [1, PNS, "Contoh Satu", "III/c", "01-04-2022", "Kepala Bidang", "III.b", "02-01-2023", "Bidang Mutasi"],
    ]
    read = read_rows(tmp_path, rows)
    assert read.row() == {
        "nip": PNS, "name": "Contoh Satu", "golongan": "III/c", "golongan_since": "2022-04-01", "position": "Kepala Bidang", "echelon": "III.b", "position_since": "2023-01-02", "unit": "Bidang Mutasi", "position_kind": "administrator",
    }  # fmt: skip
    assert read.how()["golongan_since"] == "parent"


def test_three_rows_of_header_with_numbering_and_field_names(tmp_path: Path) -> None:
    rows = [
        ["NO", "DATA PEGAWAI", "", "", "", "JABATAN", ""],
        ["", "NIP", "NAMA", "PANGKAT", "", "NAMA JABATAN", "TMT"],
        ["", "", "", "GOL", "TMT", "", ""],
        ["no", "nip", "nama", "golongan", "tmt_golongan", "jabatan", "tmt_jabatan"],
        [1, 2, 3, 4, 5, 6, 7],
        [1, PNS, "Contoh Satu", "III/c", "01-04-2022", "Analis", "02-01-2023"],
    ]
    merged = ["A1:A3", "B1:E1", "F1:G1", "B2:B3", "C2:C3", "D2:E2", "F2:F3", "G2:G3"]
    read = read_rows(tmp_path, rows, merged, as_kinds=("roster",), sets={"unit": "Bidang Mutasi"})
    assert read.row() == {
        "nip": PNS, "name": "Contoh Satu", "golongan": "III/c", "golongan_since": "2022-04-01", "position": "Analis", "position_since": "2023-01-02", "unit": "Bidang Mutasi", "position_kind": None,
    }  # fmt: skip
    assert read.rows[0][0][0] == 6


def test_bare_tmt_means_its_left_neighbour(tmp_path: Path) -> None:
    rows = [
        ["NIP", "Nama", "Gol", "TMT", "Jabatan", "TMT", "Unit Kerja"],
        [PNS, "Contoh Satu", "III/c", "01-04-2022", "Analis", "02-01-2023", "Bidang"],
    ]
    read = read_rows(tmp_path, rows)
    assert (read.row()["golongan_since"], read.row()["position_since"]) == ("2022-04-01", "2023-01-02")


@pytest.mark.parametrize(
    ("header", "cell"),
    [
        ("Nama / NIP", f"Contoh Satu / {PNS}"),
        ("NAMA / NIP", "Contoh Satu\n19900101 201501 1 001"),
        ("Nama Pegawai\nNIP", f"Contoh Satu\nNIP. {PNS}"),
    ],
)
def test_name_and_nip_in_one_cell(tmp_path: Path, header: str, cell: str) -> None:
    read = read_rows(tmp_path, [["No", header, "Jabatan", "Unit Kerja"], [1, cell, "Analis", "Bidang"]])
    assert (read.row()["name"], read.row()["nip"]) == ("Contoh Satu", PNS)


@pytest.mark.parametrize(
    "cell", ["III/c\n01-04-2022", "III/c / 01-04-2022", "III/c, 01 April 2022", "III/c (01/04/2022)"]
)
def test_golongan_and_tmt_in_one_cell(tmp_path: Path, cell: str) -> None:
    read = read_rows(tmp_path, roster({"GR / TMT": cell}, extra=["GR / TMT"]))
    assert (read.row()["golongan"], read.row()["golongan_since"]) == ("III/c", "2022-04-01")


def test_place_and_birth_date_in_one_cell(tmp_path: Path) -> None:
    read = read_rows(
        tmp_path, roster({"Tempat, Tanggal Lahir": "KOTA CONTOH, 1 JAN 1990"}, extra=["Tempat, Tanggal Lahir"])
    )
    assert read.row()["birth_date"] == "1990-01-01"
    assert read.found == []


@pytest.mark.parametrize("header", ["Tempat, Tanggal Lahir", "TTL", "Tempat & Tgl Lahir"])
@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("Uji\n01 Januari 1990", "1990-01-01"),
        ("Uji 01-01-1990", "1990-01-01"),
        ("Uji/01-01-1990", "1990-01-01"),
        ("Uji Barat, Kota Uji, 1 Jan 1990", "1990-01-01"),
        ("Januari 1, 1990", "1990-01-01"),
        ("Uji", None),
        ("Uji, -", None),
    ],
)
def test_place_and_birth_date_however_they_are_parted(tmp_path: Path, header: str, cell: str, day: str | None) -> None:
    read = read_rows(tmp_path, roster({header: cell}, extra=[header]))
    assert read.row()["birth_date"] == day
    assert read.found == []


@pytest.mark.parametrize(("header", "cell"), [("Tanggal Lahir", "Uji"), ("Tempat, Tanggal Lahir", "Uji 1990")])
def test_a_birth_date_that_cannot_be_read_is_refused(tmp_path: Path, header: str, cell: str) -> None:
    read = read_rows(tmp_path, roster({header: cell}, extra=[header]))
    assert [code for code, _ in read.found] == ["date_unreadable"]


def test_position_and_echelon_in_one_cell(tmp_path: Path) -> None:
    rows = [
        ["NIP", "Nama", "JABATAN / Eselon", "Unit Kerja"],
        [PNS, "Contoh", "Kepala Bidang Mutasi / III.b", "Bidang"],
        [PNS_WOMAN, "Contoh", "Analis", "Bidang"],
    ]
    read = read_rows(tmp_path, rows)
    assert [(row["position"], row["echelon"]) for _, row in read.rows[0]] == [
        ("Kepala Bidang Mutasi", "III.b"),
        ("Analis", None),
    ]


def test_signatures_and_totals_are_nobody(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["No", *HEAD], [1, *ONE], [2, *TWO], ["", "JUMLAH", "2 orang"], [],
        ["", "", "", "", "Contoh, 31 Desember 2025"], ["", "", "", "", "KEPALA DINAS KESEHATAN,"], [], ["", "", "", "", "dr. CONTOH TIGA"],
        ["", "", "", "", "Pembina Utama Muda"], ["", "", "", "", "NIP. 19650101 199001 1 001"],
    ]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert read.found == []
    assert read.ends[0].skipped_why == {"total": 1, "blank": 2, "signature": 5}


@pytest.mark.parametrize("beside", ["Yang membuat,", "Pembuat Daftar,", "Pengelola Kepegawaian,", "Dibuat oleh"])
def test_two_signers_without_place_and_date(tmp_path: Path, beside: str) -> None:
    block = [
        ["Mengetahui,", "", beside, ""],
        ["Kepala Dinas Sosial", "", "Kasubbag Umum", ""],
        [],
        ["Drs. Contoh Tiga, M.Si", "", "Contoh Empat, S.Sos", ""],
        ["NIP. 197001011990031001", "", "NIP. 198001011990031002", ""],
    ]
    read = read_rows(tmp_path, [*roster({}), [], *block])
    assert (read.found, len(read.rows[0])) == ([], 1)
    assert read.ends[0].skipped_why == {"blank": 2, "signature": 4}
    # Somebody whose row lacks the NIP is no signer.
    without = [*roster({}), ["-", "Contoh Dua", "Analis Kebijakan Ahli Muda", "Bidang Mutasi"]]
    assert [code for code, _cell in read_rows(tmp_path, without).found] == ["nip_missing"]


def test_a_signature_in_the_nip_column_is_nobody(tmp_path: Path) -> None:
    rows = [
        HEAD,
        ONE,
        [],
        ["Contoh, 31 Desember 2025"],
        ["Kepala Badan"],
        ["CONTOH TIGA"],
        ["NIP. 19650101 199001 1 001"],
    ]
    read = read_rows(tmp_path, rows)
    assert (read.found, read.ends[0].delivered) == ([], 1)


def test_unit_names_as_section_rows(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["No", "NIP", "Nama", "Jabatan", "Gol"],
        ["A.", "DINAS KESEHATAN"], ["", "", "", "", ""],
        [1, PNS, "Contoh Satu", "Analis", "III/a"],
        ["", "Bidang Pelayanan"],
        [2, PNS_WOMAN, "Contoh Dua", "Analis", "III/a"],
        ["B.", "DINAS PENDIDIKAN"],
        [3, PPPK, "Contoh Tiga", "Guru Ahli Pertama", "IX"],
    ]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert [(row["unit"], row["agency"]) for _, row in read.rows[0]] == [
        ("DINAS KESEHATAN", "DINAS KESEHATAN"),
        ("Bidang Pelayanan", "DINAS KESEHATAN"),
        ("DINAS PENDIDIKAN", "DINAS PENDIDIKAN"),
    ]
    assert (read.how()["unit"], read.found) == ("section", [])


def test_several_lists_on_one_sheet(tmp_path: Path) -> None:
    rows = [
        HEAD, ONE, [],
        ["DAFTAR HUKUMAN DISIPLIN"],
        ["NIP", "Nama", "Tingkat Hukuman", "Jenis Hukuman", "Tanggal SK"],
        [PNS, "Contoh Satu", "Ringan", "Teguran lisan", "05-03-2024"],
    ]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert [(head.kind, head.header_row) for head in read.heads] == [("roster", 1), ("discipline", 5)]
    assert [rows[0][0] for rows in read.rows] == [2, 6]


def test_a_header_repeated_on_every_page_is_passed_over(tmp_path: Path) -> None:
    read = read_rows(tmp_path, [HEAD, ONE, HEAD, TWO])
    assert [number for number, _ in read.rows[0]] == [2, 4]
    assert read.ends[0].skipped_why == {"repeated_header": 1}


def test_several_sheets_of_one_list_and_a_hidden_one(tmp_path: Path) -> None:
    file = write_xlsx(
        tmp_path / "b.xlsx",
        {"Dinas A": [HEAD, ONE], "Dinas B": [HEAD, TWO], "Petunjuk": [["Isi dengan benar"]]},
        hidden=["Dinas B"],
    )
    read = collected(read_book(file, ReadOptions(today=TODAY)))
    assert [(head.sheet, head.hidden.sheet) for head in read.heads] == [("Dinas A", False), ("Dinas B", True)]
    assert read.notes == ["sheet_without_header"]


def test_one_sheet_by_name_or_number(tmp_path: Path) -> None:
    file = write_xlsx(tmp_path / "b.xlsx", {"Dinas A": [HEAD, ONE], "Dinas B": [HEAD, TWO]})
    for sheet in ("Dinas B", "2"):
        read = collected(read_book(file, ReadOptions(today=TODAY, sheets=(sheet,))))
        assert [head.sheet for head in read.heads] == ["Dinas B"]


def test_nip_beside_nip_baru_is_the_old_number(tmp_path: Path) -> None:
    rows = [
        ["No", "NIP", "NIP Baru", "Nama", "Jabatan", "Unit Kerja"],
        [1, "130123456", PNS, "Contoh Satu", "Analis", "Bidang"],
    ]
    read = read_rows(tmp_path, rows)
    assert (read.row()["nip"], read.why()["NIP"]) == (PNS, "old_nip")


def test_the_superiors_nip_is_not_the_employees(tmp_path: Path) -> None:
    rows = [
        [
            "jenis",
            "id",
            "nip",
            "nama",
            "periode_awal_skp",
            "periode_akhir_skp",
            "hasil_kerja",
            "perilaku_kerja",
            "hasil_akhir",
            "pegawai_atasan_nip",
            "pegawai_atasan_nama",
        ],
        [
            "TAHUNAN",
            "x",
            PNS,
            "Contoh",
            "01-01-2025",
            "31-12-2025",
            "SESUAI EKSPEKTASI",
            "DIATAS ESPEKTASI",
            "BAIK",
            PNS_WOMAN,
            "Atasan",
        ],
    ]
    read = read_rows(tmp_path, rows)
    assert read.heads[0].layout == "ekinerja"
    assert read.row() == {
        "period": "annual", "nip": PNS, "started_on": "2025-01-01", "ended_on": "2025-12-31", "work_result": "meets", "behaviour": "above", "predicate": "baik", "evaluator_nip": PNS_WOMAN, "year": 2025,
    }  # fmt: skip


def test_the_own_columns_of_the_export_of_ekinerja_are_not_asked_about(tmp_path: Path) -> None:
    headers = ["jenis", "id", "nip", "nama", "periode_awal_skp", "periode_akhir_skp", "hasil_kerja", "perilaku_kerja", "hasil_akhir", "status"]  # fmt: skip
    row = ["SKP", "x", PNS, "Contoh", "01-01-2025", "31-12-2025", "SESUAI EKSPEKTASI", "SESUAI EKSPEKTASI", "BAIK", "Selesai"]  # fmt: skip
    read = read_rows(tmp_path, [headers, row])
    assert (read.heads[0].layout, read.found) == ("ekinerja", [])
    assert {header: read.why()[header] for header in ("jenis", "status")} == {"jenis": "not_kept", "status": "not_kept"}
    # Beside other columns the same words may mean more, and it is asked.
    read = read_rows(tmp_path, [headers[2:], row[2:]])
    assert read.found == [("column_ambiguous", "H1")]


@pytest.mark.parametrize("header", ["NIP Atasan", "ATASAN LANGSUNG > NIP"])
def test_a_superiors_nip_in_a_roster_is_left_alone(tmp_path: Path, header: str) -> None:
    top, _, below = header.rpartition(" > ")
    if top:
        rows = [[*HEAD, top], ["", "", "", "", below], [*ONE, PNS_WOMAN]]
        read = read_rows(tmp_path, rows, ["A1:A2", "B1:B2", "C1:C2", "D1:D2"])
    else:
        read = read_rows(tmp_path, [[*HEAD, below], [*ONE, PNS_WOMAN]])
    assert read.row()["nip"] == PNS
    assert list(read.why()) == [header]


@pytest.mark.parametrize(
    ("values", "field"),
    [(["PNS", "CPNS", "PNS"], "employee_kind"), (["Aktif", "CLTN", "Aktif"], "status")],
)
def test_status_is_decided_by_its_values(tmp_path: Path, values: list[str], field: str) -> None:
    people = [{"NIP": f"19900101201501{1}{n:03}", "Status": value} for n, value in enumerate(values, 1)]
    read = read_rows(tmp_path, roster(*people, extra=["Status"]))
    assert read.how()[field] == "values"


def test_a_status_nobody_can_decide_is_asked_for(tmp_path: Path) -> None:
    read = read_rows(tmp_path, roster({"Status": "Tetap"}, extra=["Status"]))
    assert read.found == [("column_ambiguous", "E1")]
    assert read.why() == {"Status": "ambiguous"}
    assert read.ends[0].delivered == 1


def test_marital_status_is_not_kept(tmp_path: Path) -> None:
    read = read_rows(tmp_path, roster({"Status": "Kawin"}, extra=["Status"]))
    assert read.found == []


def test_duplicate_and_blank_headers_and_legends_are_named(tmp_path: Path) -> None:
    rows = [
        [*HEAD, "Jabatan ", "", "", "Kode", "Arti"],
        [*ONE, "Analis", "tanpa judul", "", "A", "Aktif"],
        [*TWO, "", "", "", "B", "Bebas Tugas"],
        ["", "", "", "", "", "", "", "C", "Cuti"],
    ]
    read = read_rows(tmp_path, rows)
    assert read.why() == {"Jabatan": "duplicate", "": "blank_header", "Kode": "other_kind", "Arti": "unknown"}
    assert read.ends[0].skipped_why == {"blank": 1}


def test_a_misspelt_header_is_near_and_shown(tmp_path: Path) -> None:
    read = read_rows(tmp_path, roster({"Tanggal Lahirr": "01-01-1990"}, extra=["Tanggal Lahirr"]))
    assert read.how()["birth_date"] == "near"


def test_map_set_and_ignore(tmp_path: Path) -> None:
    rows = [["NIP", "Nama", "Posisi Kini", "Tempat Dinas", "Ket"], [PNS, "Contoh", "Analis", "Bidang", "III/a"]]
    read = read_rows(
        tmp_path,
        rows,
        maps={"Posisi Kini": "position", "D": "unit", "ket": "golongan"},
        as_kinds=("roster",),
        sets={"agency": "Dinas Contoh"},
    )
    assert read.row() == {
        "nip": PNS,
        "name": "Contoh",
        "position": "Analis",
        "unit": "Bidang",
        "golongan": "III/a",
        "agency": "Dinas Contoh",
        "position_kind": None,
    }
    assert read.how()["position"] == "map"


def test_a_map_to_no_field_is_refused(tmp_path: Path) -> None:
    read = read_rows(tmp_path, [HEAD, ONE], maps={"Nama": "nama_panggilan"})
    assert ("map_field_unknown", "B1") in read.found
    assert read.heads == []


def test_a_missing_required_column_is_one_finding(tmp_path: Path) -> None:
    read = read_rows(
        tmp_path, [["NIP", "Nama", "Jabatan", "Gol", "TMT CPNS"], [PNS, "Contoh", "Analis", "III/a", "01-01-2015"]]
    )
    (finding,) = read.findings
    assert (finding.code, finding.values["keys"]) == ("column_required", "unit")


def test_a_form_for_one_person_is_refused_in_words(tmp_path: Path) -> None:
    rows = [
        ["BIODATA PEGAWAI"],
        [],
        *[
            ["", key, ":", value]
            for key, value in [
                ("Nama", "Contoh"),
                ("NIP", PNS),
                ("Tempat Lahir", "Kota"),
                ("Jabatan", "Analis"),
                ("Golongan", "III/a"),
                ("Unit Kerja", "Bidang"),
                ("Alamat", "Jalan"),
                ("Agama", "-"),
            ]
        ],
    ]
    read = read_rows(tmp_path, rows)
    assert [code for code, _ in read.found] == ["sheet_is_form"]


@pytest.mark.parametrize(("since", "codes"), [("31-12-2026", []), ("01-01-2027", [("date_in_future", "E2")])])
def test_an_appointment_after_today_is_warned_of(tmp_path: Path, since: str, codes: list[Any]) -> None:
    read = read_rows(tmp_path, [[*HEAD, "TMT CPNS"], [*ONE, since]], today="2026-12-31")
    # neither day is of the month that the NIP says
    assert [found for found in read.found if found[0] != "appointment_differs_from_nip"] == codes


@pytest.mark.parametrize(("year", "codes"), [("2026", []), ("2027", [("year_in_future", "B2")])])
def test_nobody_is_judged_for_a_year_that_has_not_begun(tmp_path: Path, year: str, codes: list[Any]) -> None:
    read = read_rows(tmp_path, [["NIP", "Tahun", "Predikat Kinerja"], [PNS, year, "Baik"]], today="2026-12-31")
    assert read.found == codes


def test_several_kinds_on_one_sheet(tmp_path: Path) -> None:
    rows = [[*HEAD, "Tanggal Asesmen", "JPM"], [*ONE, "15-07-2024", 0.89], [*TWO, "", ""]]
    read = read_rows(tmp_path, rows, as_kinds=("roster", "assessments"))
    assert [head.kind for head in read.heads] == ["roster", "assessments"]
    assert len(read.rows[0]) == 2
    assert [row["jpm"] for _, row in read.rows[1]] == [890000]
    assert (read.found, read.ends[1].skipped_why) == ([], {"nothing_said": 1})


def test_siasn_data_utama(tmp_path: Path) -> None:
    headers = [
        "PNS ID",
        "NIP BARU",
        "NIP LAMA",
        "NAMA",
        "GELAR DEPAN",
        "GELAR BELAKANG",
        "TEMPAT LAHIR NAMA",
        "TANGGAL LAHIR",
        "JENIS KELAMIN",
        "AGAMA NAMA",
        "STATUS CPNS PNS",
        "KEDUDUKAN HUKUM NAMA",
        "GOL AKHIR NAMA",
        "TMT GOLONGAN",
        "JABATAN NAMA",
        "TMT JABATAN",
        "TINGKAT PENDIDIKAN NAMA",
        "PENDIDIKAN NAMA",
        "LOKASI KERJA NAMA",
        "UNOR NAMA",
        "INSTANSI KERJA NAMA",
        "SATUAN KERJA KERJA NAMA",
    ]
    person = [
        "A8ACA",
        PNS,
        "130123456",
        "CONTOH SATU",
        "",
        "S.E.",
        "KOTA",
        "01-01-1990",
        "M",
        "Islam",
        "P",
        "Aktif",
        "III/c",
        "01-04-2022",
        "Analis Kebijakan Ahli Muda",
        "01-01-2023",
        "S-1/Sarjana",
        "S-1 EKONOMI",
        "Kota Contoh",
        "Bidang Mutasi",
        "Pemerintah Kota Contoh",
        "Badan Kepegawaian",
    ]
    read = read_rows(tmp_path, [headers, person])
    assert read.heads[0].layout == "siasn_data_utama"
    row = read.row()
    assert (row["nip"], row["unit"], row["agency"], row["sex"], row["education"], row["status"]) == (
        PNS,
        "Bidang Mutasi",
        "Badan Kepegawaian",
        "L",
        "S1",
        "aktif",
    )


def test_instansi_alone_is_the_institution(tmp_path: Path) -> None:
    read = read_rows(tmp_path, [[*HEAD, "INSTANSI"], [*ONE, "Pemerintah Kota Contoh"]])
    assert "agency" not in read.row()
    assert read.why() == {"INSTANSI": "not_kept"}


def test_an_agency_column_alone_is_the_unit_too(tmp_path: Path) -> None:
    read = read_rows(
        tmp_path, [["NIP", "Nama", "Jabatan", "Satuan Kerja"], [PNS, "Contoh", "Analis", "Dinas Kesehatan"]]
    )
    assert (read.row()["unit"], read.row()["agency"]) == ("Dinas Kesehatan", "Dinas Kesehatan")


def test_error_cells_and_formulas_without_a_value(tmp_path: Path) -> None:
    rows = [[*HEAD, "Gol"], [*ONE, "#N/A"], [*TWO, "=VLOOKUP(A3,X:Y,2,0)"]]
    read = read_rows(tmp_path, rows)
    assert read.found == [("cell_error", "E2"), ("formula_uncalculated", "E3")]
    assert read.ends[0].rejected == 2


def test_rows_with_errors_are_not_delivered_and_others_are(tmp_path: Path) -> None:
    people = [
        {"NIP": f"19900101201501{1}{n % 1000:03}", "Gol": "V/x" if n % 7 == 0 else "III/a"} for n in range(1, 1000)
    ]
    read = read_rows(tmp_path, roster(*people, extra=["Gol"]))
    # 999 people, every 7th wrong: 999 // 7 = 142
    assert (read.ends[0].read, read.ends[0].rejected, len(read.rows[0]), len(read.found)) == (999, 142, 857, 142)


def test_bidang_beside_seksi(tmp_path: Path) -> None:
    read = read_rows(
        tmp_path,
        [["NIP", "Nama", "Jabatan", "Bidang", "Seksi"], [PNS, "Contoh", "Analis", "Bidang Bina Marga", "Seksi Jalan"]],
    )
    assert (read.row()["unit"], read.row()["parent"]) == ("Seksi Jalan", "Bidang Bina Marga")


def test_hidden_rows_and_columns_are_named(tmp_path: Path) -> None:
    import openpyxl

    file = write_xlsx(tmp_path / "b.xlsx", {"Daftar": [[*HEAD, "Gol"], [*ONE, "III/a"], [*TWO, "III/a"]]})
    book = openpyxl.load_workbook(file)
    sheet = book.worksheets[0]
    sheet.column_dimensions["E"].hidden = True
    sheet.row_dimensions[3].hidden = True
    book.save(file)
    read = collected(read_book(file, ReadOptions(today=TODAY)))
    assert (read.heads[0].hidden.rows, read.heads[0].hidden.columns) == (1, ("E",))


def test_cells_merged_downwards_hold_in_every_row(tmp_path: Path) -> None:
    rows = [
        HEAD,
        [PNS, "Contoh Satu", "Analis", "Bidang Mutasi"],
        [PNS_WOMAN, "Contoh Dua", "Arsiparis", ""],
        ["", "", "", ""],
        [PPPK, "Contoh Tiga", "Guru", ""],
    ]
    read = read_rows(tmp_path, rows, ["D2:D4"])
    assert [row["unit"] for _, row in read.rows[0]] == ["Bidang Mutasi", "Bidang Mutasi", None]
    assert read.found == [("cell_blank", "D5")]
    assert read.ends[0].skipped_why == {"blank": 1}


def test_several_trainings_of_a_person_merged_over_their_rows(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["No", "NIP", "Nama", "Nama Diklat", "Tahun"],
        [1, PNS, "Contoh", "Diklat A", 2020],
        ["", "", "", "Diklat B", 2021],
        [2, PNS_WOMAN, "Contoh", "Diklat C", 2022],
    ]
    read = read_rows(tmp_path, rows, ["A2:A3", "B2:B3", "C2:C3"])
    assert [(row["nip"], row["title"]) for _, row in read.rows[0]] == [
        (PNS, "Diklat A"),
        (PNS, "Diklat B"),
        (PNS_WOMAN, "Diklat C"),
    ]
    assert read.found == []


@pytest.mark.parametrize(
    "headers",
    [
        ["N I P", "NAMA :", "JABATAN", "UNIT KERJA*"],
        ["N.I.P.", "Nama\nLengkap", "Nama  Jabatan", "Unit\nKerja"],
        ["nip", "NAMA (LENGKAP)", "jabatan_nama", "unor_nama"],
    ],
)
def test_punctuation_of_headers_does_not_count(tmp_path: Path, headers: list[str]) -> None:
    read = read_rows(tmp_path, [[*headers, "T.M.T. Jabatan"], [*ONE, "01-01-2020"]])
    assert list(read.how()) == ["nip", "name", "position", "unit", "position_since"]


def test_the_name_of_a_training_is_not_the_name_of_a_person(tmp_path: Path) -> None:
    rows = [
        ["NO", "NAMA", "NIP", "JABATAN", "", "LATIHAN JABATAN", "", "UNIT KERJA"],
        ["", "", "", "NAMA", "TMT", "NAMA", "JAM", ""],
        [1, "Contoh Satu", PNS, "Analis", "01-01-2020", "PKA", 900, "Bidang"],
    ]
    read = read_rows(tmp_path, rows)
    assert (read.row()["name"], read.row()["position"]) == ("Contoh Satu", "Analis")
    assert read.why()["LATIHAN JABATAN > NAMA"] == "other_kind"


def test_columns_of_competencies_that_the_city_keeps(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["NIP", "Tanggal Asesmen", "Integritas", "Kerja Sama", "Manajemen Basis Data", "Berkuda"],
        [PNS, "15-07-2024", 3, 3, "2,5", 4],
    ]
    read = read_rows(tmp_path, rows, competencies=("Manajemen Basis Data",))
    assert read.row()["level:Manajemen Basis Data"] == 25000
    assert read.why() == {"Berkuda": "unknown"}


def test_rows_about_nobody_are_counted(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["NIP", "Nama", "Tahun", "Predikat"],
        [PNS, "Contoh", 2025, "Baik"],
        ["", "", 2025, "Baik"],
        [PNS_WOMAN, "Contoh", "", ""],
        ["", "Contoh", 2025, "Baik"],
    ]
    read = read_rows(tmp_path, rows)
    assert read.ends[0].skipped_why == {"nobody": 1, "nothing_said": 1}
    assert read.found == [("row_names_nobody", "A3"), ("nip_missing", "A5")]


def test_a_post_without_its_date_is_an_error_in_a_history(tmp_path: Path) -> None:
    rows = [
        ["NIP", "Nama", "Nama Jabatan", "TMT Mulai", "Sampai"],
        [PNS, "Contoh", "Analis", "", ""],
        [PNS, "Contoh", "Analis", "01-01-2020", ""],
    ]
    read = read_rows(tmp_path, rows)
    assert read.found == [("cell_required", "D2")]


@pytest.mark.parametrize("header", ["Durasi (Hari)", "Durasi Pelatihan(Hari)", "Jumlah Hari"])
def test_days_of_a_training_are_no_jp_and_that_is_said(tmp_path: Path, header: str) -> None:
    head = ["NIP", "Nama Diklat", "Tahun", header]
    read = read_rows(tmp_path, [head, [PNS, "Diklat Contoh", 2024, 3]])
    assert ("jp" in read.row(), read.found, read.notes) == (False, [], ["days_are_no_jp"])
    assert read.findings[0].cell == "D1"
    both = read_rows(tmp_path, [[*head, "JP"], [PNS, "Diklat Contoh", 2024, 3, 30]])
    assert (both.row()["jp"], both.notes) == (300_000, [])


def test_one_column_is_a_list_of_the_kind_that_is_named(tmp_path: Path) -> None:
    rows = [["DAFTAR UNIT KERJA"], ["Unit Kerja"], ["Bidang Mutasi"], ["Bidang Kinerja"]]
    read = read_rows(tmp_path, rows, as_kinds=("units",))
    assert (read.heads[0].kind, read.heads[0].header_row) == ("units", 2)
    assert [row["unit"] for _, row in read.rows[0]] == ["Bidang Mutasi", "Bidang Kinerja"]
    # Without the kind, one word above a column of words is not yet a list.
    assert read_rows(tmp_path, rows).found == [("no_list_found", None)]


def test_a_column_and_what_is_told_beside_it_make_up_a_kind(tmp_path: Path) -> None:
    rows = [["Kompetensi"], ["Literasi Data"], ["Audit Internal"]]
    assert read_rows(tmp_path, rows, as_kinds=("competencies",)).found == [("no_list_found", None)]
    read = read_rows(tmp_path, rows, as_kinds=("competencies",), sets={"group": "teknis"})
    assert [tuple(row.values()) for _, row in read.rows[0]] == [
        ("Literasi Data", "teknis"),
        ("Audit Internal", "teknis"),
    ]


def test_a_second_column_of_the_kind_fills_the_blanks_of_the_first(tmp_path: Path) -> None:
    """SIASN leaves STATUS CPNS PNS blank for a PPPK, whose kind stands in JENIS PEGAWAI NAMA alone."""
    people = [
        {"NIP": PNS, "STATUS CPNS PNS": "C", "JENIS PEGAWAI NAMA": "PNS Daerah"},
        {"NIP": PPPK, "STATUS CPNS PNS": "", "JENIS PEGAWAI NAMA": "PPPK Daerah"},
        {"NIP": PNS_WOMAN, "STATUS CPNS PNS": "P", "JENIS PEGAWAI NAMA": ""},
    ]
    read = read_rows(tmp_path, roster(*people, extra=["STATUS CPNS PNS", "JENIS PEGAWAI NAMA"]))
    assert [row["employee_kind"] for _, row in read.rows[0]] == ["CPNS", "PPPK", "PNS"]
    assert [(c.header, c.how) for c in read.heads[0].columns if c.field == "employee_kind"] == [
        ("STATUS CPNS PNS", "exact"),
        ("JENIS PEGAWAI NAMA", "fills"),
    ]
    assert (read.found, read.why()) == ([], {})


SIASN_PPPK = {"NIP": PPPK, "GOL AKHIR NAMA": "IX", "STATUS CPNS PNS": "P"}


@pytest.mark.parametrize(
    "kind", ["JENIS PEGAWAI NAMA", "Jenis Pegawai"]
)  # the one ranks behind the flag, the other before
def test_siasns_flag_of_cpns_makes_no_pns_of_a_pppk(tmp_path: Path, kind: str) -> None:
    """Some exports say P of everybody who is no CPNS."""
    people = [
        {"NIP": PNS, "GOL AKHIR NAMA": "III/a", "STATUS CPNS PNS": "C", kind: "PNS"},
        {**SIASN_PPPK, kind: "PPPK"},
        {"NIP": PNS_WOMAN, "GOL AKHIR NAMA": "III/b", "STATUS CPNS PNS": "P", kind: ""},
        {**SIASN_PPPK, "NIP": "199203032021211004", kind: "PPPK Paruh Waktu"},
        {**SIASN_PPPK, "NIP": "199203032021211005", kind: ""},
    ]
    for extra in (["GOL AKHIR NAMA", "STATUS CPNS PNS", kind], [kind, "STATUS CPNS PNS", "GOL AKHIR NAMA"]):
        read = read_rows(tmp_path, roster(*people, extra=extra))
        # Of the last one golongan and NIP say PPPK, and nothing says whether part-time: unknown.
        assert [row["employee_kind"] for _, row in read.rows[0]] == ["CPNS", "PPPK", "PNS", "PPPK_PW", None]
        assert read.found == []


def test_siasns_flag_alone_says_nothing_of_a_pppk(tmp_path: Path) -> None:
    people = [
        {"NIP": PNS, "GOL AKHIR NAMA": "III/a", "STATUS CPNS PNS": "P"},
        SIASN_PPPK,
        {**SIASN_PPPK, "NIP": "199203032021211004", "GOL AKHIR NAMA": "III/a"},
    ]
    read = read_rows(tmp_path, roster(*people, extra=["GOL AKHIR NAMA", "STATUS CPNS PNS"]))
    # A NIP of a PPPK and a golongan of a PNS disagree: the flag stands and the NIP is said.
    assert [row["employee_kind"] for _, row in read.rows[0]] == ["PNS", None, "PNS"]
    assert [code for code, _ in read.found] == ["kind_differs_from_nip"]


def test_an_unknown_word_beside_siasns_flag_costs_its_cell_alone(tmp_path: Path) -> None:
    people = [
        {"NIP": PNS, "GOL AKHIR NAMA": "III/a", "STATUS CPNS PNS": "P", "JENIS PEGAWAI NAMA": "Pegawai Contoh"},
        {**SIASN_PPPK, "JENIS PEGAWAI NAMA": "Pegawai Contoh"},
        {**SIASN_PPPK, "NIP": "199203032021211004", "JENIS PEGAWAI NAMA": "PPPK Daerah Kab/Kota"},
    ]
    read = read_rows(tmp_path, roster(*people, extra=["GOL AKHIR NAMA", "STATUS CPNS PNS", "JENIS PEGAWAI NAMA"]))
    # Of the second one alone the word would have decided.
    assert [row["employee_kind"] for _, row in read.rows[0]] == ["PNS", None, "PPPK"]
    assert read.found == [("word_unknown", "G3")]


@pytest.mark.parametrize(
    ("firsts", "seconds", "found"),
    [
        (["Aktif", "Aktif"], ["Aktif", "Contoh"], []),  # the word beside is not stored
        (["Aktif", "Contoh"], ["Aktif", "Aktif"], [("word_unknown", "E3")]),
        (["Contoh", "Contoh"], ["Aktif", "Aktif"], [("columns_differ", "F1")]),  # the wrong one goes first
        (["Aktif", "Aktif"], ["Aktif", "CLTN"], [("columns_differ", "F1")]),
        (["Contoh", "Aktif"], ["Lain", "Aktif"], [("columns_differ", "F1")]),
    ],
)
def test_an_unknown_word_is_no_other_value(
    tmp_path: Path, firsts: list[str], seconds: list[str], found: list[tuple[str, str]]
) -> None:
    people = [
        {"NIP": nip, "Kedudukan Hukum": one, "Status Aktif": two}
        for nip, one, two in zip((PNS, PNS_WOMAN), firsts, seconds, strict=True)
    ]
    assert read_rows(tmp_path, roster(*people, extra=["Kedudukan Hukum", "Status Aktif"])).found == found
