"""What is said of lists that lack a column of the kind --as names, or have it empty."""

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, read_rows


@pytest.mark.parametrize(
    ("headers", "cells", "keys"),
    [
        (["Nama Jabatan", "Kebutuhan", "Bezetting"], ["Analis Kebijakan", 4, 1], "unit, position_kind"),
        (["Nama Jabatan", "Kelas Jabatan", "Kebutuhan"], ["Analis Kebijakan Ahli Muda", 9, 4], "unit"),
    ],
)
def test_the_kind_that_was_told_says_what_it_needs(
    tmp_path: Path, headers: list[str], cells: list[object], keys: str
) -> None:
    read = read_rows(tmp_path, [headers, cells], as_kinds=("positions",))
    assert (read.found[0][0], read.findings[0].values["keys"]) == ("column_required", keys)
    sets = {"unit": "Bidang A", "position_kind": "jf_ahli_muda"}
    told = read_rows(tmp_path, [headers, cells], as_kinds=("positions",), sets=sets)
    assert (told.found, told.row()["position"], told.row()["headcount"]) == ([], cells[0], 4)


def test_a_sheet_of_movements_not_yet_filled_in(tmp_path: Path) -> None:
    rows = [["NIP", "Nama", "Unit", "Peristiwa", "TMT", "Nomor SK", "Tujuan"], [PNS, "Contoh Satu", "Bidang A"]]
    read = read_rows(tmp_path, rows)
    assert read.found == [("columns_unfilled", None)]
    assert (read.findings[0].values["kind"], read.findings[0].values["key"]) == ("movements", "event")
    assert read.findings[0].values["fields"] == "Peristiwa, TMT"


@pytest.mark.parametrize("told", [{}, {"as_kinds": ("feedback",)}])
def test_who_is_rated_and_by_whom(tmp_path: Path, told: dict[str, tuple[str, ...]]) -> None:
    header = ["NIP Dinilai", "Nama Dinilai", "NIP Penilai", "Peran Penilai", "Nilai", "Catatan", "Tahun"]
    other = "197501012000011001"
    rows = [[PNS, "A", PNS_WOMAN, "Rekan", 85, "baik", 2025], [PNS, "A", other, "Rekan", 95, "baik", 2025]]
    read = read_rows(tmp_path, [header, *rows], **told)
    assert (read.heads[0].kind, read.found) == ("feedback", [])
    assert [(row["nip"], row["giver"], row["score"]) for _at, row in read.rows[0]] == [
        (PNS, PNS_WOMAN, 850_000),
        (PNS, other, 950_000),
    ]
    roles = read_rows(tmp_path, [[*header[:2], "Peran Penilai", *header[4:]], [PNS, "A", "Rekan", 85, "baik", 2025]], **told)  # fmt: skip
    assert (roles.found, roles.row()["giver"]) == ([], "Rekan")


@pytest.mark.parametrize("blank", ["", "-", None])
@pytest.mark.parametrize("more", [[], ["Gol"]])
def test_a_column_of_units_in_which_nothing_stands(tmp_path: Path, blank: str | None, more: list[str]) -> None:
    """The headers tell what the list is; each blank cell is told by the name of its column."""
    rows = [["NIP", "Nama", "Jabatan", "Unit Kerja", *more], *([nip, "Contoh", "Analis", blank, *("III/a" for _ in more)] for nip in (PNS, PNS_WOMAN))]  # fmt: skip
    read = read_rows(tmp_path, rows)
    assert [head.kind for head in read.heads] == ["roster"]
    assert read.found == [("cell_blank", "D2"), ("cell_blank", "D3")]
    assert {finding.values["field"] for finding in read.findings if finding.code == "cell_blank"} == {"Unit Kerja"}


@pytest.mark.parametrize(
    ("headers", "cells", "sets", "kind"),
    [
        (["NIP", "Predikat"], [PNS, "Baik"], {"year": "2025"}, "evaluations"),
        (["NIP", "JPM"], [PNS, 80], {"assessed_on": "2025-05-01"}, "assessments"),
        (["NIP", "JP"], [PNS, 20], {"title": "Bimtek Arsip", "year": "2025"}, "trainings"),
        (["NIP", "Nama"], [PNS, "Contoh"], {"event": "pensiun", "effective_on": "2026-07-01"}, "movements"),
        (["Unit Kerja", "Skor"], ["Bidang Arsip", 80], {"year": "2025", "dimension": "Kepuasan"}, "survey"),
    ],
)
def test_two_columns_and_what_set_gives_are_a_list(
    tmp_path: Path, headers: list[str], cells: list[Any], sets: dict[str, str], kind: str
) -> None:
    read = read_rows(tmp_path, [["REKAP"], headers, cells], sets=sets)
    assert ([head.kind for head in read.heads], read.found) == ([kind], [])
    assert read.row().keys() >= {*sets}


def test_two_columns_are_no_list_where_set_gives_nothing_that_they_lack(tmp_path: Path) -> None:
    """A list of names and a day lacks what happened; a post above a list lacks the person."""
    for headers, cells, sets in (
        (["NIP", "Nama"], [PNS, "Contoh"], {"effective_on": "2026-07-01"}),
        (["Jabatan", "Predikat"], ["Arsiparis", "Baik"], {"year": "2025"}),
    ):
        read = read_rows(tmp_path, [headers, cells], sets=sets)
        assert read.heads == []
        assert [code for code, _cell in read.found] == ["no_list_found"]
