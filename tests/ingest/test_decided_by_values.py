"""What a header alone does not tell: TMT under Eselon, P beside the NIPs of men."""

from pathlib import Path

import pytest

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
    ("nips", "sexes", "found"),
    [
        ((PNS, MAN, OTHER_MAN), ["L", "L", "L"], []),
        ((PNS, MAN, PNS_WOMAN), ["P", "P", "P"], ["C2", "C3"]),  # men and women: P stays Perempuan, each man is named
        ((PNS,), ["P"], ["C2"]),  # one person may be a slip of the pen
    ],
)
def test_p_beside_the_nips_of_men_is_pria(
    tmp_path: Path, nips: tuple[str, ...], sexes: list[str], found: list[str]
) -> None:
    rows = [["NIP", "Nama", "L/P", "Jabatan", "Unit Kerja"]]
    rows += [[nip, f"Contoh {n}", "P", "Arsiparis", "Arsip"] for n, nip in enumerate(nips)]
    read = read_rows(tmp_path, rows)
    assert [row["sex"] for _number, row in read.rows[0]] == sexes
    assert read.found == [("sex_differs_from_nip", cell) for cell in found]
