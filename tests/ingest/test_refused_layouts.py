"""Layouts that would be misread are refused in one sentence: lists side by side, years side by side, people over two rows."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, PPPK, Read, read_rows

HEAD = ["NIP", "Nama", "Jabatan", "Unit Kerja"]
ONE = [PNS, "Contoh Satu", "Analis", "Bidang Mutasi"]
TWO = [PNS_WOMAN, "Contoh Dua", "Arsiparis", "Bidang Mutasi"]
Rows = Sequence[Sequence[Any]]


def refused(read: Read) -> list[tuple[str, str]]:
    assert read.heads == []
    return [(finding.code, finding.severity) for finding in read.findings]


@pytest.mark.parametrize(
    "rows",
    [
        [[*HEAD, *HEAD], [*ONE, *TWO]],
        [[*HEAD, "", *HEAD], [*ONE, "", *TWO]],
        [["NIP", "Nama", "Tahun", "Predikat", "NIP", "Nama", "Tahun", "Predikat"], [PNS, "A", 2024, "Baik", PNS_WOMAN, "B", 2024, "Baik"]],
        [[*HEAD, "", "Kode Unit", "Unit Kerja", "Perangkat Daerah"], [*ONE, "", "01", "Bidang Mutasi", "Dinas Contoh"]],
    ],
)  # fmt: skip
def test_two_lists_side_by_side_are_not_mixed(tmp_path: Path, rows: Rows) -> None:
    read = read_rows(tmp_path, rows)
    assert refused(read) == [("lists_side_by_side", "error")]
    assert read.findings[0].values["column"] in ("E", "F")


def test_a_list_beside_another_may_be_left_out(tmp_path: Path) -> None:
    maps = dict.fromkeys("FGHI", "")
    read = read_rows(tmp_path, [[*HEAD, "", *HEAD], [*ONE, "", *TWO]], maps=maps)
    assert (read.found, [row["nip"] for _, row in read.rows[0]]) == ([], [PNS])


def test_a_legend_or_an_old_number_beside_the_list_is_no_second_list(tmp_path: Path) -> None:
    legend = read_rows(tmp_path, [[*HEAD, "", "Kode", "Keterangan"], [*ONE, "", "1", "Struktural"], TWO])
    assert (legend.found, len(legend.rows[0])) == ([], 2)
    old = read_rows(tmp_path, [["NIP", "Nama", "NIP Baru", *HEAD[2:]], ["130123456", "Contoh", *ONE[:1], *ONE[2:]]])
    assert (old.found, old.row()["nip"]) == ([], PNS)


BESIDE = {
    "one row": [["NIP", "Nama", "Predikat 2023", "Predikat 2024"], [PNS, "A", "Baik", "Sangat Baik"]],
    "scores": [["NIP", "Nama", "SKP 2023", "SKP 2024"], [PNS, "A", 88, 92]],
    "parent": [["NIP", "Nama", "Predikat", ""], ["", "", 2023, 2024], [PNS, "A", "Baik", "Sangat Baik"]],
    "year in the title": [["PENILAIAN TAHUN 2024"], ["NIP", "Nama", "Predikat", ""], ["", "", 2023, 2024], [PNS, "A", "Baik", "Baik"]],
    "quarters": [["NIP", "Nama", "Tahun", "Predikat TW I", "Predikat TW II"], [PNS, "A", 2024, "Baik", "Baik"]],
    "ratings": [["NIP", "Nama", "2023", "", "2024", ""], ["", "", "Hasil Kerja", "Perilaku", "Hasil Kerja", "Perilaku"], [PNS, "A", "Sesuai Ekspektasi", "Sesuai Ekspektasi", "Sesuai Ekspektasi", "Sesuai Ekspektasi"]],
}  # fmt: skip


@pytest.mark.parametrize("told", [{}, {"as_kinds": ("evaluations",)}])
@pytest.mark.parametrize("name", BESIDE)
def test_years_side_by_side_are_not_read_as_one(tmp_path: Path, name: str, told: dict[str, Any]) -> None:
    read = read_rows(tmp_path, BESIDE[name], **told)
    assert refused(read)[0] == ("periods_side_by_side", "error")
    named = {"one row": "Predikat 2023", "scores": "SKP 2023", "quarters": "Predikat TW I"}
    # Years of their own row are told by --set alone.
    assert read.findings[0].values["column"] == named.get(name, "")


@pytest.mark.parametrize(
    ("name", "column", "year", "predicate"),
    [
        ("one row", "Predikat 2023", "2023", "baik"),
        ("one row", "Predikat 2024", "2024", "sangat_baik"),
        ("parent", "C", "2023", "baik"),
        ("parent", "D", "2024", "sangat_baik"),
    ],
)
def test_the_remedy_reads_one_year_at_a_time(tmp_path: Path, name: str, column: str, year: str, predicate: str) -> None:
    told = {"as_kinds": ("evaluations",), "maps": {column: "predicate"}, "sets": {"year": year}}
    read = read_rows(tmp_path, BESIDE[name], **told)
    assert read.found == []
    assert [(row["year"], row["predicate"]) for _, row in read.rows[0]] == [(int(year), predicate)]


def test_years_beside_a_roster_are_only_columns_not_read(tmp_path: Path) -> None:
    read = read_rows(tmp_path, [[*HEAD, "SKP 2023", "SKP 2024"], [*ONE, 88, 92]])
    assert (read.heads[0].kind, read.found, set(read.why())) == ("roster", [], {"SKP 2023", "SKP 2024"})


OVER = {
    "name above NIP": [
        ["No", "Nama / NIP", "Jabatan", "Unit Kerja"],
        [1, "Contoh Satu", "Analis", "Bidang"], ["", PNS, "", ""], [2, "Contoh Dua", "Arsiparis", "Bidang"], ["", f"NIP. {PNS_WOMAN}", "", ""],
    ],
    "header over two rows": [
        ["No", "Nama", "Pangkat", "Jabatan", "Unit Kerja"], ["", "NIP", "Golongan", "", ""],
        [1, "Contoh Satu", "Penata", "Analis", "Bidang"], ["", PNS, "III/c", "", ""],
    ],
    "rank above golongan": [
        ["No", "NIP", "Nama", "Pangkat", "Jabatan", "Unit Kerja"],
        [1, PNS, "Contoh Satu", "Penata", "Analis", "Bidang"], ["", "", "", "III/c", "", ""],
        [2, PNS_WOMAN, "Contoh Dua", "Penata", "Arsiparis", "Bidang"], ["", "", "", "III/c", "", ""],
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", OVER)
def test_a_person_over_two_rows_is_one_sentence(tmp_path: Path, name: str) -> None:
    assert refused(read_rows(tmp_path, OVER[name])) == [("person_over_rows", "error")]


def test_sections_and_signatures_do_not_make_people_over_rows(tmp_path: Path) -> None:
    rows = [
        [*HEAD[:3], "Gol"], ["Bidang Mutasi"], [*ONE[:3], "III/c"], ["Bidang Arsip"], [*TWO[:3], "III/c"], ["Bidang Umum"], [PPPK, "Contoh Tiga", "Analis", "IX"],
        [], ["", "", "Kota Contoh, 1 Juni 2026"], ["", "", "Kepala Badan"], ["", "", "Pejabat Contoh"], ["", "", f"NIP. {PNS}"],
    ]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert (read.found, [row["unit"] for _, row in read.rows[0]]) == (
        [],
        ["Bidang Mutasi", "Bidang Arsip", "Bidang Umum"],
    )


@pytest.mark.parametrize(
    ("name", "field"), [("one row", "predicate"), ("scores", "score"), ("quarters", "predicate"), ("marks", "score")]
)
def test_what_stands_below_a_year_says_which_field_it_is(tmp_path: Path, name: str, field: str) -> None:
    marks = [["NIP", "Nama", "Nilai SKP 2019", "Nilai SKP 2020"], [PNS, "A", "85,50", "86,25"]]
    rows = {**BESIDE, "marks": marks}[name]
    asked = read_rows(tmp_path, rows)
    assert (asked.found, asked.findings[0].values["field"]) == ([("periods_side_by_side", None)], field)


def test_days_of_a_person_are_no_headers(tmp_path: Path) -> None:
    """A list of pay steps: its rows hold three days each, and name and NIP in one cell."""
    rows = [
        ["DAFTAR KENAIKAN GAJI BERKALA"],
        ["NO", "NAMA/NIP", "PANGKAT/GOL", "JABATAN", "UNIT KERJA", "GAJI LAMA", "", "GAJI BARU", "", "TMT KGB YAD"],
        ["", "", "", "", "", "Gaji Pokok", "TMT", "Gaji Pokok", "TMT", ""],
        [1, f"Contoh Satu\nNIP. {PNS}", "Penata (III/c)", "Analis", "Bidang A", "Rp 3.880.400", "01-01-2024", "Rp 4.002.700", "01-01-2026", "01-01-2028"],
    ]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert (read.heads[0].kind, read.found, read.row()["golongan"]) == ("roster", [], "III/c")
    read = read_rows(
        tmp_path, [*rows[:3], ["", "", "", "", "", "", "1 Januari 2024", "", "1 Januari 2026", ""], *rows[3:]]
    )
    assert "periods_side_by_side" not in [code for code, _cell in read.found]
