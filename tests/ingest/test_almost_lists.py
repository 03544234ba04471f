"""What is nearly a list, or no list at all: the first sentence says what it looks like and what it lacks."""

from pathlib import Path
from typing import Any

import pytest

from asnkarier.ingest.frames import ReadOptions
from asnkarier.ingest.reading import read_book
from tests.ingest.sheetmaker import PNS, TODAY, Read, collected, read_rows, write_xlsx

SANCTION = ["Tingkat Hukuman", "Jenis Hukuman", "TMT Hukuman", "Akhir Hukuman", "No SK Hukdis"]
SANCTIONED = ["Ringan", "Teguran tertulis", "05-03-2024", "05-04-2024", "800/01/HD/2024"]


def lacked(read: Read) -> list[tuple[str, str, Any, Any]]:
    return [(f.code, f.severity, f.values.get("kind"), f.values.get("fields")) for f in read.findings]


@pytest.mark.parametrize(
    ("headers", "row", "kind", "fields"),
    [
        (["NIP", "Nama", *SANCTION], [PNS, "Contoh", *SANCTIONED], "discipline", "Tanggal SK"),
        (
            ["NIP", "Nama", "Jabatan", "Unit Kerja", *SANCTION],
            [PNS, "Contoh", "Analis", "Bidang Mutasi", *SANCTIONED],
            "discipline",
            "Tanggal SK",
        ),
        (["NIP", "Nama", "Gol", "TMT Golongan"], [PNS, "Contoh", "III/a", "01-04-2022"], "roster", "Jabatan, Unit Kerja"),
        (
            ["NIP", "Nama", "Kompetensi", "Tanggal Asesmen"],
            [PNS, "Contoh", "Integritas", "05-03-2024"],
            "assessments",
            "JPM / Level / Potensi",
        ),
    ],
)  # fmt: skip
def test_a_list_that_lacks_a_required_column_says_which_kind_and_column(
    tmp_path: Path, headers: list[str], row: list[str], kind: str, fields: str
) -> None:
    read = read_rows(tmp_path, [headers, row])
    assert lacked(read) == [("kind_lacks_column", "error", kind, fields)]
    assert read.heads == []


@pytest.mark.parametrize(
    ("headers", "row", "kind", "fields"),
    [
        (["Unit Kerja", "Predikat"], ["Bidang Mutasi", "Baik"], "unit_performance", "Tahun"),
        (["Kode Unit", "Unit Kerja", "Unit Atasan", "Predikat"], ["K01.2", "Bidang Mutasi", "BKPSDM", "Baik"], "unit_performance", "Tahun"),
        (["Unit Kerja", "Dimensi", "Skor"], ["Bidang Mutasi", "Lingkungan kerja", 80], "survey", "Tahun"),
        (["Kompetensi", "Kelompok", "Level Standar"], ["Integritas", "Manajerial", 3], "standards", "Jabatan"),
        (["Jabatan", "Unit Kerja", "Kelas Jabatan"], ["Analis Data", "Bidang Mutasi", 7], "positions", "Jenis Jabatan"),
    ],
)  # fmt: skip
def test_what_a_list_says_of_units_and_competencies_is_not_dropped_for_their_names(
    tmp_path: Path, headers: list[str], row: list[Any], kind: str, fields: str
) -> None:
    read = read_rows(tmp_path, [headers, row])
    assert lacked(read) == [("kind_lacks_column", "error", kind, fields)]
    assert read.heads == []


@pytest.mark.parametrize(
    ("headers", "row", "kind", "told"),
    [
        (["Unit Kerja", "Predikat"], ["Bidang Mutasi", "Baik"], "unit_performance", {"sets": {"year": "2025"}}),
        (["Unit Kerja", "Dimensi", "Skor"], ["Bidang Mutasi", "Lingkungan kerja", 80], "survey", {"sets": {"year": "2025"}}),
        (["Unit Kerja", "Predikat"], ["Bidang Mutasi", "Baik"], "units", {"as_kinds": ("units",)}),
        (["Kode Unit", "Unit Kerja", "Unit Atasan", "Tahun"], ["K01.2", "Bidang Mutasi", "BKPSDM", 2022], "units", {}),
        (["Kompetensi", "Kelompok", "Deskripsi", "Level"], ["Integritas", "Manajerial", "Jujur", 3], "competencies", {}),
    ],
)  # fmt: skip
def test_lists_of_units_and_competencies_are_read_as_such_where_nothing_else_is_nearly_whole(
    tmp_path: Path, headers: list[str], row: list[Any], kind: str, told: dict[str, Any]
) -> None:
    read = read_rows(tmp_path, [headers, row], **told)
    assert (read.heads[0].kind, read.found) == (kind, [])


@pytest.mark.parametrize("decree", ["Tanggal SK", "Tgl SK Hukdis", "TGL_SK"])
def test_sanctions_with_the_day_of_their_decree_are_recognised(tmp_path: Path, decree: str) -> None:
    read = read_rows(tmp_path, [["NIP", "Nama", *SANCTION, decree], [PNS, "Contoh", *SANCTIONED, "01-03-2024"]])
    assert read.heads[0].kind == "discipline"
    assert read.found == []
    assert read.row() == {
        "nip": PNS, "level": "ringan", "sanction": "Teguran tertulis", "effective_on": "2024-03-05", "ends_on": "2024-04-05", "decree": "800/01/HD/2024", "decided_on": "2024-03-01",
    }  # fmt: skip


@pytest.mark.parametrize("told", [{"maps": {"TMT Hukuman": "decided_on"}}, {"sets": {"decided_on": "2024-03-01"}}])
def test_the_remedies_make_it_a_list(tmp_path: Path, told: dict[str, Any]) -> None:
    read = read_rows(tmp_path, [["NIP", "Nama", *SANCTION], [PNS, "Contoh", *SANCTIONED]], **told)
    assert (read.heads[0].kind, read.found) == ("discipline", [])


def test_a_list_of_people_is_not_read_as_a_list_of_their_units(tmp_path: Path) -> None:
    read = read_rows(tmp_path, [["NIP", "Nama", "Jabatan Lama", "Unit Kerja"], [PNS, "Contoh", "Analis", "Bidang"]])
    assert (read.heads, [f.code for f in read.findings]) == ([], ["kind_not_found"])


def test_a_sheet_without_people_that_is_nearly_a_list(tmp_path: Path) -> None:
    rows = [["Kode Pelatihan", "Nama Pelatihan", "Penyelenggara"], ["P01", "Diklat Contoh", "BPSDM"]]
    read = read_rows(tmp_path, rows)
    assert lacked(read) == [("kind_lacks_column", "error", "catalogue", "JP")]
    file = write_xlsx(
        tmp_path / "dua.xlsx", {"Daftar": [["NIP", "Nama", "Jabatan", "Unit Kerja"], [PNS, "A", "B", "C"]], "Ket": rows}
    )
    beside = collected(read_book(file, ReadOptions(today=TODAY)))
    assert lacked(beside) == [("kind_lacks_column", "note", "catalogue", "JP")]


FORM = [["Nama", ":", "Contoh Satu"], ["NIP", ":", PNS], ["Jabatan", ":", "Analis"]]


@pytest.mark.parametrize(
    "rows",
    [
        FORM,
        [["BIODATA"], [], *[[key, value] for key, _, value in FORM]],
        [*FORM, [], ["RIWAYAT PENDIDIKAN"], ["No", "Pendidikan", "Jurusan"], [1, "S1", "Hukum"]],
    ],
)
def test_a_biodata_form_of_few_keys_is_refused_in_words(tmp_path: Path, rows: list[list[Any]]) -> None:
    assert [f.code for f in read_rows(tmp_path, rows).findings] == ["sheet_is_form"]


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("bio.csv", f"Nama;Contoh Satu\nNIP;{PNS}\nJabatan;Analis\n", "sheet_is_form"),
        ("bio.txt", f"Nama : Contoh Satu\nNIP : {PNS}\nJabatan : Analis\n", "sheet_is_form"),
        (
            "BACA.txt",
            "Kolom daftar ini:\nNIP: nomor induk\nNama: nama\nJabatan: jabatan\nUnit Kerja: unit\nGolongan: pangkat\nEselon: eselon\n",
            "text_without_list",
        ),
        ("surat.csv", "Dengan hormat,\nbersama ini kami sampaikan daftar pegawai.\n", "text_without_list"),
        ("a.xls", "<html><body><p>Sesi Anda berakhir.</p></body></html>", "page_without_table"),
        ("b.xls", "<html><table><tr><td>Menu</td><td>Keluar</td></tr></table></html>", "page_without_list"),
    ],
)
def test_texts_and_pages_without_a_list_are_named_as_such(tmp_path: Path, name: str, text: str, code: str) -> None:
    (tmp_path / name).write_text(text)
    read = collected(read_book(tmp_path / name, ReadOptions(today=TODAY)))
    assert [(f.code, f.severity) for f in read.findings] == [(code, "error")]
