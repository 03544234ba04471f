"""How far the dashboard looks ahead is a record that an institution may replace, and both sides of it."""

import json
from datetime import date
from pathlib import Path

import pytest

from asnkarier.law.load import regulations
from tests.terminal import asnkarier
from tests.town import town

ADI = "196807011990011901"
PPPK = "198001012024211901"


@pytest.mark.parametrize(
    ("born", "ends", "retiring", "ending"),
    [
        # Pelaksana retire at 58: born in June 1969, the pension starts on 1 July 2027, 12 months after 30 June 2026 and a day.
        ("1969-06-15", "2027-01-01", [], []),
        # Born in May 1969: 1 June 2027, within 12 months. The contract of 30 December 2026 ends within 6 months, of 31 not.
        ("1969-05-15", "2026-12-30", [ADI], [PPPK]),
        ("1969-05-15", "2026-12-31", [ADI], []),
    ],
)
def test_both_sides_of_the_months_ahead(
    tmp_path: Path, born: str, ends: str, retiring: list[str], ending: list[str]
) -> None:
    rule = regulations().attention.on(date(2026, 6, 30)).value
    assert (rule.retiring_months, rule.contract_months, rule.review_months) == (12, 6, 6)
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.post("Pengolah Data", "Dinas Contoh", "pelaksana")
        t.person(ADI, "Adi Contoh", post="Pengolah Data", unit="Dinas Contoh", birth_date=born)
        t.person(PPPK, "Budi Contoh", post="Pengolah Data", unit="Dinas Contoh", kind="PPPK", birth_date="1980-01-01")
        t.db.execute("UPDATE person_kind SET contract_ends_on = ? WHERE person_id = ?", (ends, t.people[PPPK]))
    said = asnkarier("status", "--db", path, "--as-of", "2026-06-30", "--format", "json")
    needs = json.loads(said.out)["attention"]
    assert [one["nip"] for one in needs["retiring"]] == retiring
    assert [one["nip"] for one in needs["contracts_ending"]] == ending
