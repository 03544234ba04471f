"""The eight layouts that real workbooks come in, each at its most awkward, with one cell that is wrong: only that cell is found."""

from pathlib import Path
from typing import Any

from asnkarier.ingest.frames import ReadOptions
from asnkarier.ingest.reading import read_book
from tests.ingest.sheetmaker import PNS, PNS_WOMAN, PPPK, TODAY, Read, collected, read_rows, write_xlsx

BAD = "31-02-2020"
"""A day that does not exist."""


def nips(read: Read, part: int = 0) -> list[str]:
    return [row["nip"] for _, row in read.rows[part]]


def test_1_a_letterhead_key_value_rows_and_a_header_in_row_18(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["PEMERINTAH KOTA CONTOH"],
        ["DINAS CONTOH"],
        ["Jalan Contoh Nomor 1, Telepon (021) 000000"],
        [],
        ["DAFTAR PEGAWAI NEGERI SIPIL"],
        ["KEADAAN BULAN MEI 2026"],
        *([[]] * 8),
        ["SKPD", ":", "Dinas Contoh"],
        ["Unit Kerja : Bidang Mutasi"],
        [],
        ["No.", "N I P", "Nama Pegawai", "Jabatan", "TMT Jabatan", "Unit Kerja"],
        [1, PNS, "Contoh Satu", "Analis", "01-02-2020", "Bidang Mutasi"],
        [2, PNS_WOMAN, "Contoh Dua", "Analis", BAD, "Bidang Mutasi"],
    ]
    read = read_rows(tmp_path, rows)
    assert (read.heads[0].header_row, read.heads[0].dated) == (18, "2026-05-31")
    assert read.found == [("date_impossible", "E20")]
    assert nips(read) == [PNS]


def test_2_three_rows_of_header_with_and_without_merged_cells(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["No", "Pegawai", "", "Pangkat", "", "Jabatan", "", "", "Masa Kerja", ""],
        ["", "NIP", "Nama", "Gol.", "TMT", "Nama Jabatan", "Eselon", "TMT", "Thn.", "Bln."],
        [1, PNS, "Contoh Satu", "III/c", "01-04-2020", "Kepala Bidang", "III.b", "01-02-2021", 10, 2],
        [2, PNS_WOMAN, "Contoh Dua", "III/c", "01-04-2020", "Kepala Seksi", "IV.a", BAD, 9, 11],
    ]
    for merged in ([], ["A1:A2", "B1:C1", "D1:E1", "F1:H1", "I1:J1"]):
        read = read_rows(tmp_path, rows, merged, sets={"unit": "Bidang Mutasi"})
        assert read.found == [("date_impossible", "H4")], merged
        assert (read.row()["golongan_since"], read.row()["position_since"]) == ("2020-04-01", "2021-02-01")
        assert {"Masa Kerja > Thn.", "Masa Kerja > Bln."} <= read.why().keys()


def test_3_numbering_and_field_name_rows_under_the_header(tmp_path: Path) -> None:
    for under in ([[1, 2, 3, 4, 5]], [["(1)", "(2)", "(3)", "(4)", "(5)"]], [["nip", "nama", "jabatan", "tmt_jabatan", "unit_kerja"], [1, 2, 3, 4, 5]]):  # fmt: skip
        rows = [
            ["NIP", "Nama", "Jabatan", "TMT Jabatan", "Unit Kerja"],
            *under,
            [PNS, "Contoh Satu", "Analis", BAD, "Bidang Mutasi"],
            [PNS_WOMAN, "Contoh Dua", "Analis", "01-02-2020", "Bidang Mutasi"],
        ]
        read = read_rows(tmp_path, rows)
        assert read.found == [("date_impossible", f"D{2 + len(under)}")], under
        assert nips(read) == [PNS_WOMAN]


def test_4_two_facts_in_one_cell(tmp_path: Path) -> None:
    rows = [
        ["Nama / NIP", "GR / TMT", "Tempat, Tanggal Lahir", "Jabatan", "Unit Kerja"],
        [f"Contoh Satu\nNIP. {PNS}", "III/c\n01-04-2020", "Kota Contoh, 1 JAN 1990", "Analis", "Bidang Mutasi"],
        [
            f"Contoh Dua / {PNS_WOMAN}",
            "III/d / 01-04-2021",
            "Kota Contoh, 02-02-1991",
            "Analis",
            "Bidang Mutasi",
        ],
        [f"Contoh Tiga\n{PPPK}", f"IX / {BAD}", "Kota Contoh, 03-03-1992", "Analis", "Bidang Mutasi"],
        ["Contoh Empat\n19900101201501100", "III/c", "Kota Contoh, 04-04-1992", "Analis", "Bidang Mutasi"],
    ]
    read = read_rows(tmp_path, rows)
    assert sorted(read.found) == [("date_impossible", "B4"), ("nip_length", "A5")]
    assert [(r["name"], r["nip"], r["golongan"], r["golongan_since"], r["birth_date"]) for _, r in read.rows[0]] == [
        ("Contoh Satu", PNS, "III/c", "2020-04-01", "1990-01-01"),
        ("Contoh Dua", PNS_WOMAN, "III/d", "2021-04-01", "1991-02-02"),
    ]


def test_5_sections_and_a_signature_block(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["No", "NIP", "Nama", "Jabatan", "TMT Jabatan", "Gol"],
        ["I", "SEKRETARIAT"],
        [1, PNS, "Contoh Satu", "Analis", "01-02-2020", "III/c"],
        ["II", "BIDANG MUTASI"],
        [1, PNS_WOMAN, "Contoh Dua", "Analis", BAD, "III/c"],
        [2, PPPK, "Contoh Tiga", "Analis", "01-03-2021", "IX"],
        ["", "JUMLAH", "3 orang"],
        [],
        ["", "", "", "", "Kota Contoh, 31 Mei 2026"],
        ["", "", "", "", "Kepala Dinas Contoh,"],
        [],
        ["", "", "", "", "Dr. Contoh Kepala, M.Si."],
        ["", "", "", "", "Pembina Utama Muda"],
        ["", "", "", "", "NIP. 197001011995011001"],
    ]
    read = read_rows(tmp_path, rows)
    assert read.found == [("date_impossible", "E5")]
    assert [(row["nip"], row["unit"]) for _, row in read.rows[0]] == [(PNS, "SEKRETARIAT"), (PPPK, "BIDANG MUTASI")]


def test_6_duplicate_blank_and_trailing_headers_beside_a_legend_and_hidden_sheets(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["NIP ", " Nama", "Jabatan", "Jabatan", "TMT Jabatan  ", "Unit Kerja", "", "", "Keterangan warna"],
        [PNS, "Contoh Satu", "Analis", "Analis", "01-02-2020", "Bidang Mutasi", "x", "", "merah: pensiun"],
        [PNS_WOMAN, "Contoh Dua", "Analis", "Analis", BAD, "Bidang Mutasi", "x", "", "hijau: baru"],
    ]
    hidden = [["NIP", "Nama", "Jabatan", "Unit Kerja"], [PPPK, "Contoh Tiga", "Analis", "Bidang Mutasi"]]
    file = write_xlsx(tmp_path / "a.xlsx", {"Data": rows, "Lama": hidden}, hidden=["Lama"])
    read = collected(read_book(file, ReadOptions(today=TODAY)))
    assert read.found == [("date_impossible", "E3")]
    assert read.why()["Jabatan"] == "duplicate"
    assert [head.hidden.sheet for head in read.heads] == [False, True]


def test_7_text_files_of_every_separator_and_encoding(tmp_path: Path) -> None:
    rows = [
        ["NIP", "Nama", "Jabatan", "TMT Jabatan", "Unit Kerja"],
        [PNS, "Contoh “Satu”, é", "Analis", "01-02-2020", "Bidang Mutasi"],
        [PNS_WOMAN, "Contoh Dua", "Analis", BAD, "Bidang Mutasi"],
    ]
    for separator in ",;|\t":
        for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16"):
            for line in ("\n", "\r\n"):
                text = line.join(separator.join(f'"{cell}"' for cell in row) for row in rows) + line
                file = tmp_path / "a.csv"
                file.write_bytes(text.encode(encoding))
                read = collected(read_book(file, ReadOptions(today=TODAY)))
                assert read.found == [("date_impossible", "D3")], (separator, encoding, line)
                assert read.row()["name"] == "Contoh “Satu”, é"


def test_8_a_form_of_one_person_is_no_list(tmp_path: Path) -> None:
    rows = [
        ["DAFTAR RIWAYAT HIDUP"],
        ["1", "Nama Lengkap", ":", "Contoh Satu"],
        ["2", "NIP", ":", PNS],
        ["3", "Tempat, Tanggal Lahir", ":", "Kota Contoh, 1 Januari 1990"],
        ["4", "Pangkat / Golongan", ":", "Penata / III/c"],
        ["5", "Jabatan", ":", "Analis"],
        ["6", "Unit Kerja", ":", "Bidang Mutasi"],
    ]
    read = read_rows(tmp_path, rows)
    assert (read.found, read.rows) == ([("sheet_is_form", None)], [])
