"""What a header alone does not tell: TMT under Eselon, P beside the NIPs of men."""

import datetime
from pathlib import Path

import pytest

from asnkarier.core.parse.education import Study, read_study
from tests.ingest.sheetmaker import PNS, PNS_WOMAN, read_rows

MAN = "198503032010011003"
OTHER_MAN = "198604042011011004"


def test_a_header_of_three_rows_with_code_and_tmt_under_eselon(tmp_path: Path) -> None:
    """IV.a is the echelon; the day of the echelon is not that of the post."""
    rows = [
        ["NIP", "Nama", "Jabatan", "", "", "Unit Kerja"],
        ["", "", "Nama", "Eselon", "", ""],
        ["", "", "", "Kode", "TMT", ""],
        [PNS, "Contoh Satu", "Kepala Seksi Arsip", "IV.a", "01-02-2019", "Bidang Arsip"],
    ]
    merged = ["A1:A3", "B1:B3", "C1:E1", "C2:C3", "D2:E2", "F1:F3"]
    read = read_rows(tmp_path, rows, merged)
    row = read.row()
    assert (row["echelon"], row["position_kind"]) == ("IV.a", "pengawas")
    assert "position_since" not in row
    assert read.why()["Jabatan > Eselon > TMT"] == "not_kept"


def test_the_day_of_the_post_is_still_found_beside_that_of_the_echelon(tmp_path: Path) -> None:
    rows = [
        ["NIP", "Nama", "Jabatan", "", "Eselon", "", "Unit Kerja"],
        ["", "", "Nama", "TMT", "Kode", "TMT", ""],
        [PNS, "Contoh Satu", "Kepala Seksi Arsip", "03-01-2022", "IV.a", "01-02-2019", "Bidang Arsip"],
    ]
    read = read_rows(tmp_path, rows)
    assert (read.row()["position_since"], read.row()["echelon"]) == ("2022-01-03", "IV.a")
    assert read.why()["Eselon > TMT"] == "not_kept"


@pytest.mark.parametrize(
    ("header", "nips", "sexes", "found"),
    [
        ("JK", (PNS, MAN, OTHER_MAN), ["L", "L", "L"], []),
        ("JK", (PNS, MAN, PNS_WOMAN), ["P", "P", "P"], ["C2", "C3"]),  # men and women: P stays Perempuan, each man is named
        ("JK", (PNS,), ["P"], ["C2"]),  # one person may be a slip of the pen
        # The letters of the header say what P is, whatever the NIPs say.
        ("L/P", (PNS, MAN, OTHER_MAN), ["P", "P", "P"], ["C2", "C3", "C4"]),
        ("Jenis Kelamin (L/P)", (PNS, MAN), ["P", "P"], ["C2", "C3"]),
        ("Laki-laki/Perempuan", (PNS, MAN), ["P", "P"], ["C2", "C3"]),
        ("Jenis Kelamin (P/W)", (PNS, MAN), ["L", "L"], []),
        ("P/W", (PNS, MAN), ["L", "L"], []),
        ("P/W", (PNS,), ["L"], []),
        ("JENIS KELAMIN (PRIA/WANITA)", (PNS, PNS_WOMAN), ["L", "L"], ["C3"]),
    ],
)  # fmt: skip
def test_p_is_what_the_header_says_and_else_pria_beside_the_nips_of_men(
    tmp_path: Path, header: str, nips: tuple[str, ...], sexes: list[str], found: list[str]
) -> None:
    rows = [["NIP", "Nama", header, "Jabatan", "Unit Kerja"]]
    rows += [[nip, f"Contoh {n}", "P", "Arsiparis", "Arsip"] for n, nip in enumerate(nips)]
    read = read_rows(tmp_path, rows)
    assert [row["sex"] for _number, row in read.rows[0]] == sexes
    assert read.found == [("sex_differs_from_nip", cell) for cell in found]


@pytest.mark.parametrize(
    ("header", "cells", "sexes"),
    [
        ("L/P", ["P", "W"], ["L", "P"]),  # Pria and Wanita: the cells know better than a header of another form
        ("P/W", ["L", "P"], ["L", "P"]),  # Laki-laki and Perempuan
        ("JK", ["Laki-laki", "P"], ["L", "P"]),
        ("JK", ["P", "Wanita"], ["L", "P"]),
        ("P/W", ["P", "Perempuan"], ["L", "P"]),
    ],
)
def test_what_stands_beside_p_in_the_column_says_what_it_is(
    tmp_path: Path, header: str, cells: list[str], sexes: list[str]
) -> None:
    rows = [["NIP", "Nama", header, "Jabatan", "Unit Kerja"]]
    rows += [[nip, "Contoh", cell, "Arsiparis", "Arsip"] for nip, cell in zip((PNS, PNS_WOMAN), cells, strict=True)]
    read = read_rows(tmp_path, rows)
    assert [row["sex"] for _number, row in read.rows[0]] == sexes
    assert read.found == []


STATUS = ["NIP", "Nama", "Jabatan", "Unit Kerja", "Status"]


@pytest.mark.parametrize(
    ("said", "why", "found"),
    [
        (["Aktif", "PNS", "Kawin"], "ambiguous", [("column_ambiguous", "E1")]),
        (["Kawin", "Belum Kawin", "K/1"], "other_kind", []),
        (["Aktif", "Aktif", "Kawin"], "ambiguous", [("column_ambiguous", "E1")]),
    ],
)
def test_a_status_of_several_things_is_asked_for(
    tmp_path: Path, said: list[str], why: str, found: list[tuple[str, str]]
) -> None:
    people = [
        [nip, "Contoh", "Arsiparis", "Arsip", word] for nip, word in zip((PNS, MAN, OTHER_MAN), said, strict=True)
    ]
    read = read_rows(tmp_path, [STATUS, *people])
    assert (read.why()["Status"], read.found) == (why, found)
    if found:
        assert read.findings[0].values["fields"] == ("employee_kind, status" if "PNS" in said else "status")


def test_a_nip_below_its_person_is_rejected_with_them_and_no_signature(tmp_path: Path) -> None:
    """Where most people have one row, the one of two halves is two rejected rows, not one and a row left out unsaid."""
    rows = [
        ["Nama / NIP", "Jabatan", "Unit Kerja"],
        *[[f"Contoh\n{nip}", "Arsiparis", "Arsip"] for nip in (PNS, PNS_WOMAN, MAN)],
        ["Contoh Empat", "Arsiparis", "Arsip"],
        [OTHER_MAN, "", ""],
        ["", "Kepala Dinas", ""],
        [f"NIP. {MAN}", "", ""],
    ]
    read = read_rows(tmp_path, rows)
    assert read.found == [("nip_missing", "A5"), ("nip_below_name", "A6")]
    end = read.ends[0]
    # Seven rows: three people, the two halves, and the signature of two.
    assert (end.read, end.delivered, end.rejected, end.skipped) == (7, 3, 2, 2)


@pytest.mark.parametrize(
    ("text", "level", "field"),
    [
        ("Ners", "S1", "Ners"),
        ("Profesi Ners", "S1", "Ners"),
        ("S1 / D-IV Teknik", "S1", "Teknik"),
        ("SLTA/SMK", "SLTA", None),
    ],
)
def test_one_level_with_its_field(text: str, level: str, field: str | None) -> None:
    study = read_study(text)
    assert isinstance(study, Study)
    assert (study.level, study.field) == (level, field)


@pytest.mark.parametrize("text", ["D-III / S1", "S1/S2 Hukum", "SMA / D3", "S2 (S1 Teknik)"])
def test_two_levels_in_a_cell_are_asked_for(tmp_path: Path, text: str) -> None:
    rows = [["NIP", "Nama", "Jabatan", "Unit Kerja", "Pendidikan"], [PNS, "Satu", "Arsiparis", "Arsip", text]]
    assert read_rows(tmp_path, rows).found == [("education_two_levels", "E2")]


def test_the_name_of_the_rank_is_compared_with_a_pair_of_golongan_and_tmt(tmp_path: Path) -> None:
    rows = [
        ["NIP", "Nama", "Pangkat", "GR / TMT", "Jabatan", "Unit Kerja"],
        [PNS, "Satu", "Penata", "III/c / 01-04-2020", "Arsiparis", "Arsip"],
        [MAN, "Dua", "Pembina", "III/b / 01-04-2021", "Arsiparis", "Arsip"],
        [PNS_WOMAN, "Tiga", "Penata Muda", "", "Arsiparis", "Arsip"],
    ]
    read = read_rows(tmp_path, rows)
    assert read.found == [("golongan_disagrees", "D3")]
    assert [row["golongan"] for _number, row in read.rows[0]] == ["III/c", "III/a"]


def test_what_cannot_be_read_in_a_second_column_is_told_at_its_cell(tmp_path: Path) -> None:
    people = [(PNS, "III/c", "Penata"), (MAN, "", "Pengrajin"), (PNS_WOMAN, "III/a", "Penata Muda")]
    people += [(OTHER_MAN, "III/c", "Penata"), ("198705052012011005", "IV/a", "Pembina")]
    rows = [[nip, "Contoh", rank, name, "Arsiparis", "Arsip"] for nip, rank, name in people]
    read = read_rows(tmp_path, [["NIP", "Nama", "Gol", "Pangkat", "Jabatan", "Unit Kerja"], *rows])
    assert read.found == [("golongan_unknown", "D3")]
    assert read.findings[0].severity == "warning"


@pytest.mark.parametrize(
    ("days", "found"),
    [
        # The second and third cell have their month first; what the first and the fourth mean nobody knows then.
        (["04/01/2022", "04/25/2022", "12/31/2020", "02/03/2021"], ["D2", "D3", "D4", "D5"]),
        # 25/04 has its day first: so does the column, and 04/25 alone is a slip of the pen.
        (["04/01/2022", "04/25/2022", "25/04/2020", "02/03/2021"], ["D3"]),
        # The same day either way, a day in words and a real one are certain.
        (["03/03/2022", "04/25/2022", "1 Maret 2020", datetime.date(2021, 2, 3)], ["D3"]),
        (["04/01/2022", "05/02/2022", "06/03/2020", "02/03/2021"], []),
        # First days of months in three years, as decrees have them: in January alone nobody is promoted.
        (["01-21-2021", "01-03-2024", "01-10-2020", "01-04-2019"], ["D2"]),
        # Of one year they may as well be days of January.
        (["01-21-2021", "01-03-2021", "01-10-2021", "01-04-2021"], ["D2", "D3", "D4", "D5"]),
    ],
)
def test_days_with_the_month_first_are_asked_for_all_alike(
    tmp_path: Path, days: list[object], found: list[str]
) -> None:
    nips = (PNS, PNS_WOMAN, MAN, OTHER_MAN)
    people = [
        [nip, f"Contoh {n}", "Arsiparis", day, "Arsip"] for n, (nip, day) in enumerate(zip(nips, days, strict=True))
    ]
    read = read_rows(tmp_path, [["NIP", "Nama", "Jabatan", "TMT Jabatan", "Unit Kerja"], *people])
    assert [cell for _code, cell in read.found] == found
    proofs = [f.values["value"] for f in read.findings if f.code == "date_order"]
    unclear = [f.values["proof"] for f in read.findings if f.code == "date_order_unclear"]
    assert len(proofs) + len(unclear) == len(found)
    assert set(unclear) <= set(proofs[:1])


@pytest.mark.parametrize(
    ("header", "groups", "found"),
    [
        ("Kelompok", ["tehnis"], [("word_unknown", "B2")]),  # under the field's own label, however short the list is
        ("Kelompok", ["tehnis", "teknis", "teknis"], [("word_unknown", "B2")]),
        ("Jenis", ["teknis", "tehnis"], [("word_unknown", "B3")]),
        ("Jenis", ["Umum", "Khusus"], [("column_ambiguous", "B1"), ("column_required", None)]),  # of something else
    ],
)
def test_a_word_written_wrongly_in_a_required_column_is_told_at_its_cell(
    tmp_path: Path, header: str, groups: list[str], found: list[tuple[str, str | None]]
) -> None:
    rows = [["Kompetensi", header, "Deskripsi"]]
    rows += [[f"Pengelolaan Data {n}", group, "Mengolah data"] for n, group in enumerate(groups)]
    assert read_rows(tmp_path, rows).found == found
