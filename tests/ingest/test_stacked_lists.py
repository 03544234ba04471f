"""Lists of one kind stacked on a sheet: each is read by its own header, and only the same header is a repeated one."""

from pathlib import Path

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, PPPK, read_rows

HEAD = ["NO", "NAMA", "NIP", "GOL", "JABATAN", "UNIT KERJA"]
ADI = [1, "Contoh Satu", PNS, "III/c", "Arsiparis Ahli Muda", "Bidang A"]


def test_a_second_list_with_columns_changed_round_is_read_by_its_own_header(tmp_path: Path) -> None:
    # Baik is what above/meets and meets/above both come to: nothing but the header tells the two columns apart.
    row = ["Di Atas Ekspektasi", "Sesuai Ekspektasi", "Baik"]
    rows = [
        ["REKAP SKP TAHUN 2025"],
        ["BIDANG A"],
        ["NO", "NIP", "NAMA", "HASIL KERJA", "PERILAKU KERJA", "PREDIKAT"],
        [1, PNS, "Contoh Satu", *row],
        [],
        ["BIDANG B"],
        ["NO", "NIP", "NAMA", "PERILAKU KERJA", "HASIL KERJA", "PREDIKAT"],
        [1, PNS_WOMAN, "Contoh Dua", *row],
    ]
    read = read_rows(tmp_path, rows)
    assert [head.header_row for head in read.heads] == [3, 7]
    assert [(read.row(0, n)["work_result"], read.row(0, n)["behaviour"]) for n in (0, 1)] == [
        ("above", "meets"),
        ("meets", "above"),
    ]
    assert [read.row(0, n)["year"] for n in (0, 1)] == [2025, 2025]
    assert read.found == []


def test_another_day_in_the_same_place_is_the_day_its_header_says(tmp_path: Path) -> None:
    other = ["NO", "NAMA", "NIP", "GOL", "TMT JABATAN", "JABATAN", "UNIT KERJA"]
    rows = [
        ["NO", "NAMA", "NIP", "GOL", "TMT GOL", "JABATAN", "UNIT KERJA"],
        [1, "Contoh Satu", PNS, "III/c", "01-04-2022", "Arsiparis Ahli Muda", "Bidang A"],
        [],
        other,
        [1, "Contoh Tiga", PPPK, "IX", "01-07-2023", "Guru Ahli Pertama", "SDN 1"],
    ]
    read = read_rows(tmp_path, rows)
    assert read.row(0, 0)["golongan_since"] == "2022-04-01"
    assert read.row(0, 1)["position_since"] == "2023-07-01"
    assert "golongan_since" not in read.row(0, 1)


def test_a_second_list_with_columns_more_keeps_them(tmp_path: Path) -> None:
    rows = [
        ["A. DATA PNS"], HEAD, ADI, ["JUMLAH PNS", 1], [],
        ["B. DATA PPPK"], [*HEAD, "TMT KONTRAK", "AKHIR KONTRAK"],
        [1, "Contoh Tiga", PPPK, "IX", "Guru Ahli Pertama", "SDN 1", "01-07-2023", "30-06-2028"],
    ]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert read.row(0, 1)["contract_ends_on"] == "2028-06-30"
    assert [why for part in (0, 1) for why in read.why(part).values() if why == "blank_header"] == []


def test_the_same_columns_in_other_words_are_the_same_header(tmp_path: Path) -> None:
    first = [*HEAD, "KET"]
    again = ["NO.", "NAMA LENGKAP", "NIP", "GOLONGAN", "JABATAN", "UNIT KERJA", "Ket."]
    read = read_rows(tmp_path, [first, [*ADI, "-"], again, [2, "Contoh Dua", PNS_WOMAN, *ADI[3:], "-"]])
    assert len(read.heads) == 1
    assert [number for number, _ in read.rows[0]] == [2, 4]


def test_people_below_a_header_of_more_columns_stay_in_the_unit_above_them(tmp_path: Path) -> None:
    head = HEAD[:-1]
    rows = [head, ["BIDANG A"], ADI[:-1], [*head, "TMT GOL"], [2, "Contoh Dua", PNS_WOMAN, *ADI[3:-1], "01-04-2022"]]
    read = read_rows(tmp_path, rows)
    assert [read.row(0, n)["unit"] for n in (0, 1)] == ["BIDANG A", "BIDANG A"]
