"""Standards as PermenPANRB 38/2017 prints them: a form a post, whose name is a key above its table of levels."""

import json
from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.numbers import SCALE
from tests.ingest.sheetmaker import PNS, PNS_WOMAN, Read, collected, read_rows, write_xlsx
from tests.terminal import asnkarier

HEAD = ["No", "Kompetensi", "Level", "Deskripsi", "Indikator Kompetensi"]
LEVELS: list[list[Any]] = [
    ["A.", "Manajerial"],
    [1, "Integritas", 4, "Mampu menciptakan situasi kerja", "4.1 Menciptakan"],
    ["", "", "", "", "4.2 Mendorong"],
    [2, "Kerjasama", 3, "Efektif membangun tim", "3.1 Melihat"],
    ["B.", "Sosial Kultural"],
    [9, "Perekat Bangsa", 3, "Mempromosikan", "3.1 Menjadi"],
    ["C.", "Teknis"],
]
MORE: list[list[Any]] = [
    ["III. PERSYARATAN JABATAN"],
    ["Jenis Persyaratan", "Uraian", "", "Tingkat Pentingnya terhadap Jabatan"],
    ["", "", "", "Mutlak", "Penting", "Perlu"],
    ["A. Pendidikan", "1. Jenjang", "S1"],
    ["B. Pelatihan", "1. Manajerial", "PKA", "", "V"],
    ["C. Pengalaman Kerja", "Pernah menduduki jabatan pengawas 3 tahun", "", "V"],
    ["D. Pangkat", "Pembina, IV/a"],
]
READ = [("Integritas", 4 * SCALE), ("Kerjasama", 3 * SCALE), ("Perekat Bangsa", 3 * SCALE)]


def form(post: str, more: list[list[Any]] = MORE) -> list[list[Any]]:
    above: list[list[Any]] = [
        ["STANDAR KOMPETENSI JABATAN"], ["Nama Jabatan", ":", post], ["Kelompok Jabatan", ":", "Administrator"], ["Urusan", ":", "Sosial"],
        [], [f"JABATAN {post.upper()}"], ["I. IKHTISAR JABATAN"], ["Ikhtisar Jabatan", "Memimpin pengelolaan data " * 8], ["II. STANDAR KOMPETENSI"],
    ]  # fmt: skip
    return [*above, HEAD, *LEVELS, *more]


def levels(read: Read, part: int = 0) -> list[tuple[str, Any]]:
    return [(row["competency"], row["required"]) for _at, row in read.rows[part]]


def test_a_form_of_a_post_is_its_standards(tmp_path: Path) -> None:
    """The groups are no units, and of part III it is told that it was not read: rows 18 to 24."""
    read = read_rows(tmp_path, form("Kepala Bidang Data"))
    assert (read.found, read.notes, [head.kind for head in read.heads]) == ([], ["form_requirements"], ["standards"])
    assert levels(read) == READ
    assert {row["position"] for _at, row in read.rows[0]} == {"Kepala Bidang Data"}
    assert read.how()["position"] == "title"
    assert "unit" not in read.heads[0].fields
    told = read.findings[0]
    assert (told.row, told.values["first"], told.values["last"]) == (18, 18, 24)
    assert read.ends[0].read == 7  # three levels, three groups, a further line of indicators


def test_a_form_without_the_third_part_has_nothing_to_tell(tmp_path: Path) -> None:
    signed = [[], ["", "", "", "Kota Contoh, 2 Januari 2026"], ["", "", "", "WALIKOTA"], ["", "", "", f"NIP. {PNS}"]]
    read = read_rows(tmp_path, form("Kepala Bidang Data", signed))
    assert (read.findings, levels(read)) == ([], READ)


def test_several_forms_on_a_sheet_are_each_of_their_own_post(tmp_path: Path) -> None:
    read = read_rows(tmp_path, [*form("Kepala Bidang Data"), [], *form("Kepala Seksi Data"), *form("Analis Data", [])])
    assert [read.row(0, part)["position"] for part in range(3)] == ["Kepala Bidang Data", "Kepala Seksi Data", "Analis Data"]  # fmt: skip
    assert [levels(read, part) for part in range(3)] == [READ] * 3
    assert (read.found, read.notes) == ([], ["form_requirements"] * 2)


def test_a_sheet_a_post(tmp_path: Path) -> None:
    """What a sheet is called is short for its post, and names no unit."""
    sheets = {"Bidang Data": form("Kepala Bidang Data"), "Seksi": form("Kepala Seksi Data")}
    read = collected_of(tmp_path, sheets)
    assert [read.row(0, part)["position"] for part in range(2)] == ["Kepala Bidang Data", "Kepala Seksi Data"]
    assert (read.found, "unit" in read.heads[0].fields) == ([], False)


def collected_of(tmp_path: Path, sheets: dict[str, list[list[Any]]]) -> Read:
    from asnkarier.ingest.frames import ReadOptions
    from asnkarier.ingest.reading import read_book

    return collected(read_book(write_xlsx(tmp_path / "skj.xlsx", sheets), ReadOptions(today="2026-06-01")))


@pytest.mark.parametrize(
    "keys",
    [
        [["Nama Jabatan : Kepala Bidang Data"]],
        [["Nama Jabatan", ": Kepala Bidang Data"], ["Kelompok Jabatan", ": Administrator"]],
        [["Nama Jabatan", "Kepala Bidang Data"], ["Kelompok Jabatan", "Administrator"]],
        [["1.", "Nama Jabatan", ":", "Kepala Bidang Data"]],
        [["JABATAN", ":", "Kepala Bidang Data"]],
    ],
)
def test_the_post_behind_its_key(tmp_path: Path, keys: list[list[Any]]) -> None:
    read = read_rows(tmp_path, [["STANDAR KOMPETENSI JABATAN"], *keys, HEAD, *LEVELS])
    assert (read.found, read.row()["position"], levels(read)) == ([], "Kepala Bidang Data", READ)


def test_unit_and_agency_behind_their_keys(tmp_path: Path) -> None:
    keys = [["Nama Jabatan : Kepala Bidang Data"], ["Unit Kerja : Bidang Data"], ["Perangkat Daerah : Dinas Sosial"]]
    row = read_rows(tmp_path, [*keys, HEAD, *LEVELS]).row()
    assert (row["position"], row["unit"], row["agency"]) == ("Kepala Bidang Data", "Bidang Data", "Dinas Sosial")


def test_a_cell_merged_over_the_lines_of_its_indicators_is_one_level(tmp_path: Path) -> None:
    rows = [["Nama Jabatan : Analis Data"], HEAD, [1, "Integritas", 4, "Mampu", "4.1"], ["", "", "", "", "4.2"]]
    read = read_rows(tmp_path, rows, merged=["A3:A4", "B3:B4", "C3:C4"])
    assert (read.found, levels(read)) == ([], [("Integritas", 4 * SCALE)])


def test_without_a_post_it_is_asked_for(tmp_path: Path) -> None:
    rows = [["STANDAR KOMPETENSI JABATAN"], ["Kelompok Jabatan", ": Administrator"], ["Urusan", ": Sosial"], HEAD]
    read = read_rows(tmp_path, [*rows, *LEVELS])
    assert read.found == [("form_without_post", None)]
    given = read_rows(tmp_path, [*rows, *LEVELS], sets={"position": "Analis Data"}, as_kinds=("standards",))
    assert (given.found, given.row()["position"], levels(given)) == ([], "Analis Data", READ)
    assert "unit" not in given.heads[0].fields


@pytest.mark.parametrize(
    "above",
    [
        [["HASIL ASESMEN"], ["Nama", ": Contoh Satu"], ["Jabatan", ": Kepala Bidang Data"]],
        [["HASIL ASESMEN"], ["NIP", PNS], ["Jabatan", "Kepala Bidang Data"]],
        [["Nama Asesi : Contoh Satu"], ["Jabatan : Kepala Bidang Data"]],
    ],
)
def test_levels_found_of_somebody_are_no_standards(tmp_path: Path, above: list[list[Any]]) -> None:
    read = read_rows(tmp_path, [*above, ["No", "Kompetensi", "Level"], [1, "Integritas", 2], [2, "Kerjasama", 3]])
    assert read.heads == []


def test_what_was_reached_beside_the_standard_is_no_form_of_a_post(tmp_path: Path) -> None:
    rows = [["Jabatan : Analis"], ["No", "Kompetensi", "Standar", "Capaian"], [1, "Integritas", 3, 2]]
    assert read_rows(tmp_path, rows).heads == []


def test_a_list_with_a_column_of_posts_is_read_by_it(tmp_path: Path) -> None:
    """A post in a key above says nothing of such a list; groups between its rows name no unit."""
    rows = [["Jabatan : semua"], ["No", "Jabatan", "Kompetensi", "Level"], ["A", "Manajerial"], [1, "Analis Data", "Integritas", 3], ["B", "Sosial Kultural"], [2, "Analis Data", "Perekat Bangsa", 2]]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert (read.found, {row["position"] for _at, row in read.rows[0]}) == ([], {"Analis Data"})
    assert "unit" not in read.heads[0].fields
    rows[2], rows[4] = ["BIDANG DATA"], ["BIDANG LAIN"]  # units still are
    assert [row["unit"] for _at, row in read_rows(tmp_path, rows).rows[0]] == ["BIDANG DATA", "BIDANG LAIN"]


def test_a_dictionary_and_a_roster_below_such_a_key_are_what_they_were(tmp_path: Path) -> None:
    key = ["Jabatan : Analis Data"]
    listed = read_rows(tmp_path, [key, ["Kompetensi", "Kelompok", "Deskripsi"], ["Analisis Data", "Teknis", "x"]])
    assert [head.kind for head in listed.heads] == ["competencies"]
    people = [key, ["NIP", "Nama", "Jabatan", "Unit Kerja"], [PNS_WOMAN, "Contoh Dua", "Arsiparis", "Bidang A"]]
    assert read_rows(tmp_path, people).row()["position"] == "Arsiparis"


def test_forms_are_imported_and_nothing_changes_again(tmp_path: Path) -> None:
    """Numbers before the names, as the form prints them, are no part of them; two posts of three levels are six standards."""
    db = tmp_path / "k.sqlite"
    asnkarier("init", "--db", db, "--name", "Kota Contoh")
    posts = [["Jabatan", "Unit Kerja", "OPD", "Jenis Jabatan"], ["Kepala Bidang Data", "Bidang Data", "Dinas Contoh", "Administrator"], ["Kepala Seksi Data", "Seksi Data", "Dinas Contoh", "Pengawas"]]  # fmt: skip
    units = [["Unit Kerja", "OPD"], ["Bidang Data", "Dinas Contoh"], ["Seksi Data", "Dinas Contoh"]]
    asnkarier("import", write_xlsx(tmp_path / "s.xlsx", {"Unit": units, "Jabatan": posts}), "--db", db)
    numbered = [[f"{row[0]}. {row[1]}" if row[0] not in ("",) else "", *row[2:]] for row in LEVELS if len(row) > 2]
    own = [["Nama Jabatan", ":", "Kepala Seksi Data"], HEAD[1:], *numbered, *MORE]
    file = write_xlsx(tmp_path / "skj.xlsx", {"Kabid": form("Kepala Bidang Data"), "Kasi": own})
    first = json.loads(asnkarier("import", file, "--db", db, "--format", "json").out)
    assert [sheet["rows"]["inserted"] for sheet in first["sheets"]] == [3, 3]
    assert {finding["code"] for finding in first["findings"]} == {"form_requirements"}
    assert json.loads(asnkarier("import", file, "--db", db, "--format", "json").out)["batch"] is None
    shown = json.loads(asnkarier("standards", "show", "Kepala Seksi Data", "--db", db, "--format", "json").out)
    required = {c["competency"]: c["required"] for c in shown["competencies"]}
    assert (required["Integritas"], required["Kerja Sama"], required["Perekat Bangsa"]) == (4, 3, 3)
