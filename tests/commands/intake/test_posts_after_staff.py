"""A list of posts read after the list of staff: what it says of a post of the unit does not reach who holds it by its bare name."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from tests.terminal import asnkarier

STAFF = [
    {
        "nip": f"19710409199501100{serial}", "name": f"Contoh {serial}", "employee_kind": "PNS", "status": "aktif",
        "position": "Juru Khusus", "position_kind": "pelaksana", "position_since": "2020-01-01", "unit": "Sekretariat",
        "agency": "BKPSDM", "birth_date": "1971-04-09",
    }
    for serial in (1, 2)
]  # fmt: skip
POST = {
    "position": "Juru Khusus", "unit": "Sekretariat", "agency": "BKPSDM", "position_kind": "pelaksana", "retirement_age": 56,
}  # fmt: skip


def taken_in(db: Path, kind: str, rows: list[dict[str, Any]]) -> list[tuple[str, str, Any]]:
    path = db.with_name(f"{kind}.csv")
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    dated = ("--dated", "2026-12-01") if kind == "roster" else ()
    answer = asnkarier("import", path, "--as", kind, *dated, "--db", db, "--format", "json", lang="en")
    assert answer.code == 0, answer.err
    found = json.loads(answer.out)["findings"]
    return [(f["code"], f["cell"], f["message"].split(" hold")[0]) for f in found if f["severity"] != "note"]


@pytest.mark.parametrize("order", ["positions roster", "roster positions roster"])
def test_the_posts_own_age_reaches_its_holders_once_the_staff_are_read_after_it(tmp_path: Path, order: str) -> None:
    db = tmp_path / "kota.sqlite"
    asnkarier("init", "--name", "Kota Contoh", "--db", db)
    found = [taken_in(db, kind, STAFF if kind == "roster" else [POST]) for kind in order.split()]
    told = [("position_held_bare", "A2", "2 people of Sekretariat")]
    assert found == ([[], []] if order == "positions roster" else [[], told, []])
    # Born on 9 April 1971, 56 on 9 April 2027: from 1 May 2027 on.
    asked = ("forecast", "retirements", "--months", 24, "--as-of", "2026-12-15")
    people = json.loads(asnkarier(*asked, "--db", db, "--format", "json").out)["people"]
    assert [(p["retirement_age"], p["pension_from"]) for p in people] == [(56, "2027-05-01")] * 2
    assert taken_in(db, "positions", [POST]) == []
