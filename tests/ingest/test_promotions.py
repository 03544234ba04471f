"""Old and new rank side by side, and `TMT PENGANGKATAN`: read where list and NIP say what they are, else asked about."""

from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, PPPK, Read, read_rows

WHO = ["NIP", "Nama", "Jabatan", "Unit Kerja"]
ONE = [PNS, "Contoh", "Arsiparis Ahli Pertama", "Bidang Arsip"]


def ranked(tmp_path: Path, heads: list[str], cells: list[Any], title: str = "") -> Read:
    return read_rows(tmp_path, [*([[title]] if title else []), [*WHO, *heads], [*ONE, *cells]])


@pytest.mark.parametrize(
    ("title", "heads", "cells"),
    [
        ("DAFTAR PNS YANG NAIK PANGKAT PERIODE 1 APRIL 2020", ["Gol Lama", "Gol Baru", "TMT"], ["III/a", "III/b", "01/04/2020"]),
        ("DAFTAR KENAIKAN PANGKAT", ["Pangkat/Gol Lama", "Pangkat/Gol Baru", "TMT Pangkat Baru"], ["Penata Muda (III/a)", "Penata Muda Tk.I (III/b)", "01/04/2020"]),
        ("", ["Gol Lama", "Gol Baru", "No SK", "TMT"], ["III/a", "III/b", "823/1", "01/04/2020"]),
        ("", ["Gol Lama", "Gol Baru", "TMT KP", "Nomor SK"], ["III/a", "III/b", "01/04/2020", "823/1"]),
    ],
)  # fmt: skip
def test_a_rank_that_was_given(tmp_path: Path, title: str, heads: list[str], cells: list[str]) -> None:
    read = ranked(tmp_path, heads, cells, title)
    assert (read.found, read.row()["golongan"], read.row()["golongan_since"]) == ([], "III/b", "2020-04-01")


def test_a_list_of_promotions_speaks_of_the_day_of_its_last(tmp_path: Path) -> None:
    """What was given in 2020 says nothing of today: a rank given since then stands."""
    heads = [*WHO, "Gol Lama", "Gol Baru", "No SK", "TMT"]
    rows = [[*ONE, "III/a", "III/b", "823/1", "01/04/2020"], [PPPK, *ONE[1:], "V", "VII", "823/2", "01/10/2020"]]
    assert read_rows(tmp_path, [heads, *rows]).heads[0].dated == "2020-10-01"
    assert read_rows(tmp_path, [["KEADAAN 31 DESEMBER 2020"], heads, *rows]).heads[0].dated == "2020-12-31"
    assert ranked(tmp_path, ["Gol", "TMT Golongan"], ["III/b", "01/04/2020"]).heads[0].dated is None


def test_new_and_old_below_each_other_with_the_name_of_the_rank(tmp_path: Path) -> None:
    rows = [
        [*WHO, "LAMA", "", "BARU", "", "", "Nomor SK"],
        ["", "", "", "", "Gol", "TMT", "Pangkat", "Gol", "TMT", ""],
        [*ONE, "III/a", "01/04/2016", "Penata Muda Tk.I", "III/b", "01/04/2020", "823/1"],
    ]
    read = read_rows(tmp_path, rows, ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "G1:I1", "J1:J2"])
    assert (read.found, read.row()["golongan"], read.row()["golongan_since"]) == ([], "III/b", "2020-04-01")


FROM_AND_TO = [
    ["NIP", "Nama", "DARI", "", "MENJADI", "", "JABATAN", "UNIT KERJA"],
    ["", "", "GOL", "TMT", "GOL", "TMT", "", ""],
    [PNS, "Contoh", "III/a", "01/04/2018", "III/b", "01/04/2020", "Arsiparis Ahli Pertama", "Bidang Arsip"],
]
OVER_TWO_ROWS = ["A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:G2", "H1:H2"]


def test_the_days_below_from_and_to_are_those_of_the_ranks(tmp_path: Path) -> None:
    merged = ["A2:A3", "B2:B3", "C2:D2", "E2:F2", "G2:G3", "H2:H3"]
    read = read_rows(tmp_path, [["DAFTAR KENAIKAN PANGKAT APRIL 2020"], *FROM_AND_TO], merged)
    row = read.row()
    assert (read.found, read.heads[0].kind, read.heads[0].dated) == ([], "roster", "2020-04-01")
    assert (row["golongan"], row["golongan_since"], row.get("position_since")) == ("III/b", "2020-04-01", None)


@pytest.mark.parametrize("to", ["MENJADI", "KE"])
def test_ranks_of_which_no_title_says_that_they_were_given_are_asked_about(tmp_path: Path, to: str) -> None:
    rows = [[to if cell == "MENJADI" else cell for cell in row] for row in FROM_AND_TO]
    read = read_rows(tmp_path, rows, OVER_TWO_ROWS)
    assert (read.found, read.heads[0].kind) == ([("column_of_what_is_new", "E1")], "roster")
    assert not {"golongan", "golongan_since", "position_since"} & set(read.row())


def test_no_day_of_a_rank_makes_a_list_of_posts_held(tmp_path: Path) -> None:
    read = read_rows(tmp_path, FROM_AND_TO, OVER_TWO_ROWS, as_kinds=("history",))
    assert (read.rows, [finding.code for finding in read.findings]) == ([], ["column_required"])


@pytest.mark.parametrize(
    ("heads", "cells", "since"),
    [
        (["GOL", "TMT", "JABATAN"], ["III/b", "01/04/2020", "Arsiparis"], {"golongan_since": "2020-04-01"}),
        (["GOL", "JABATAN", "TMT"], ["III/b", "Arsiparis", "01/04/2020"], {"position_since": "2020-04-01"}),
    ],
)
def test_a_day_below_one_header_is_of_what_stands_before_it(
    tmp_path: Path, heads: list[str], cells: list[str], since: dict[str, str]
) -> None:
    rows = [
        ["NIP", "Nama", "DATA KEPEGAWAIAN", "", "", "UNIT KERJA"],
        ["", "", *heads, ""],
        [PNS, "Contoh", *cells, "Bidang Arsip"],
    ]
    read = read_rows(tmp_path, rows, ["A1:A2", "B1:B2", "C1:E1", "F1:F2"])
    found = {field: read.row().get(field) for field in ("golongan_since", "position_since") if read.row().get(field)}
    assert (read.found, read.heads[0].kind, found) == ([], "roster", since)


@pytest.mark.parametrize(
    ("heads", "cells", "found"),
    [
        # without a decree, and no title says that anybody was promoted
        (["Gol Lama", "Gol Baru", "TMT KP"], ["III/a", "III/b", "01/04/2020"], [("column_of_what_is_new", "F1")]),
        # from a day still to come: the tests read on 1 June 2026
        (["Gol Lama", "Gol Baru", "TMT KP", "No SK"], ["III/a", "III/b", "01/10/2026", "823/1"], [("column_of_what_is_new", "F1")]),
        (["Gol Lama", "Gol Baru", "TMT KP", "No SK Usul"], ["III/a", "III/b", "01/04/2020", "823/1"], [("column_of_what_is_new", "F1")]),
    ],
)  # fmt: skip
def test_a_rank_of_which_that_is_not_certain(
    tmp_path: Path, heads: list[str], cells: list[str], found: list[tuple[str, str]]
) -> None:
    read = ranked(tmp_path, heads, cells)
    assert read.found == found
    # The day of a rank that is not read is none of the rank on file either.
    assert not {"golongan", "golongan_since"} & set(read.row())


def test_a_list_of_promotions_without_posts_says_what_it_lacks(tmp_path: Path) -> None:
    rows = [["KENAIKAN PANGKAT"], ["NIP", "Nama", "Gol Lama", "Gol Baru", "TMT"], [PNS, "Contoh", "III/a", "III/b", "01/04/2020"]]  # fmt: skip
    (finding,) = read_rows(tmp_path, rows).findings
    assert (finding.code, finding.values["fields"]) == ("kind_lacks_column", "Jabatan, Unit Kerja")


@pytest.mark.parametrize(
    ("nip", "heads", "cells", "found", "since"),
    [
        (PNS, ["TMT Pengangkatan"], ["01/01/2015"], [], "2015-01-01"),  # the NIP has January 2015
        (PPPK, ["TMT Pengangkatan"], ["01/03/2021"], [], "2021-03-01"),  # the NIP has the year
        (PNS, ["TMT Pengangkatan"], ["01/02/2016"], [("column_ambiguous", "E1")], None),  # as PNS, or to a post
        (PNS, ["TMT CPNS", "TMT Pengangkatan"], ["01/01/2015", "01/02/2016"], [("column_ambiguous", "F1")], "2015-01-01"),
    ],
)  # fmt: skip
def test_the_day_of_an_appointment(
    tmp_path: Path, nip: str, heads: list[str], cells: list[str], found: list[Any], since: str | None
) -> None:
    read = read_rows(tmp_path, [[*WHO, *heads], [nip, *ONE[1:], *cells]])
    assert (read.found, read.row().get("appointed_on"), read.row().get("pns_since")) == (found, since, None)


def test_the_day_below_appointment_is_not_nearly_that_of_a_pns(tmp_path: Path) -> None:
    rows = [[*WHO, "Pengangkatan", ""], ["", "", "", "", "TMT", "No SK"], [*ONE, "01/01/2015", "813/1"]]
    read = read_rows(tmp_path, rows, ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1"])
    assert (read.found, read.row()["appointed_on"], read.row().get("pns_since")) == ([], "2015-01-01", None)


def test_an_appointment_among_movements(tmp_path: Path) -> None:
    read = read_rows(tmp_path, [["NIP", "Jenis Mutasi", "TMT Pengangkatan"], [PNS, "Pengangkatan", "01/01/2015"]])
    assert (read.heads[0].kind, read.row()["event"], read.row()["effective_on"]) == ("movements", "masuk", "2015-01-01")
