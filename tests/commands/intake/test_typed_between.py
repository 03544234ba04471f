"""What was typed by hand between two rosters."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.terminal import asnkarier

NIP = "197001122005011901"
HEADERS = ["NIP", "Nama", "Golongan", "TMT Golongan", "Jabatan", "TMT Jabatan", "Unit Kerja", "OPD"]


def roster(db: Path, day: str, golongan: tuple[str, str], post: tuple[str, str]) -> list[tuple[str, str]]:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    other = [
        "197101122005011902",
        "Budi Contoh",
        "III/b",
        "01-04-2020",
        "Arsiparis",
        "01-04-2020",
        "Bidang A",
        "Badan A",
    ]
    for line in ([f"KEADAAN {day}"], HEADERS, [NIP, "Adi Contoh", *golongan, *post, "Bidang A", "Badan A"], other):
        sheet.append(line)
    made.save(db.with_name("daftar.xlsx"))
    said = asnkarier("import", db.with_name("daftar.xlsx"), "--db", db, "--format", "json")
    assert said.code == 0, said.out
    return [(finding["code"], finding["cell"]) for finding in json.loads(said.out)["findings"]]


@pytest.mark.parametrize(
    ("typed", "key", "value", "codes"),
    [
        (
            ("golongan=III/c", "golongan_since=2025-04-01"),
            "ranks",
            "golongan",
            [("since_before_typed", "D3"), ("golongan_fell", "C3")],
        ),
        (
            ("position=Arsiparis", "position_since=2025-04-01"),
            "posts",
            "position",
            [("since_before_typed", "F3")],
        ),
    ],
    ids=["golongan", "post"],
)
def test_a_list_that_still_says_what_was_before_an_entry_takes_no_tmt_from_it(
    tmp_path: Path, typed: tuple[str, str], key: str, value: str, codes: list[tuple[str, str]]
) -> None:
    """The list of April says what March's said, TMT and all: up to it the entry stands, and of its own day no TMT is known."""
    db = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--db", db, "--name", "Kota Contoh").code == 0
    before = ("III/b", "01-04-2020"), ("Analis", "01-04-2020")
    assert roster(db, "31 MARET 2025", *before) == []
    assert asnkarier("edit", NIP, *typed, "--reason", "SK Contoh", "--db", db).code == 0
    assert roster(db, "30 APRIL 2025", *before) == codes
    person = json.loads(asnkarier("show", NIP, "--db", db, "--format", "json").out)
    spans = [(span[value], span["since"], span["until"]) for span in person[key]]
    old, new = ("III/b", "III/c") if key == "ranks" else ("Analis", "Arsiparis")
    assert spans == [
        (old, "2020-04-01", "2025-03-31"),
        (new, "2025-04-01", "2025-04-29"),
        (old, "2025-04-30", None),
    ]
    assert person["golongan_since" if key == "ranks" else "position_since"] in (None, "")
