"""What has no history of its own, asked about for a day before a later roster said something else."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from tests.terminal import asnkarier

ADI, BUDI = "198505052010011001", "198505052010011002"
POST = ["Staf", "pelaksana", "2015-02-01", "Dinas Contoh", "Dinas Contoh", "aktif"]
ROSTER = [
    *("nip", "name", "birth_date", "employee_kind", "appointed_on", "position", "position_kind", "position_since"),
    *("unit", "agency", "status", "education", "field_of_study", "last_pay_step"),
]


def listed(db: Path, kind: str, fields: list[str], rows: list[list[str]], *more: str) -> None:
    file = db.with_name(f"{kind}-{len(list(db.parent.iterdir()))}.csv")
    with file.open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows([fields, *rows])
    said = asnkarier("import", file, "--as", kind, "--db", db, *more)
    assert said.code == 0, said.err


def roster(db: Path, dated: str, *schooled: tuple[str, str, str, str, str]) -> None:
    rows = [
        [nip, name, "1985-05-05", "PNS", "2010-01-01", *POST, education, field, step]
        for nip, name, education, field, step in schooled
    ]
    listed(db, "roster", ROSTER, rows, "--dated", dated)


def asked(db: Path, *words: object) -> dict[str, Any]:
    said = asnkarier(*words, "--db", db, "--format", "json")
    assert said.code == 0, said.err
    found: dict[str, Any] = json.loads(said.out)
    return found


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Two rosters, between which both took a degree; only of Adi is it known when."""
    db = tmp_path / "kantor.sqlite"
    assert asnkarier("init", "--db", db, "--name", "Kota Contoh").code == 0
    roster(db, "2023-01-01", (ADI, "Adi", "SLTA", "IPS", "2022-03-01"), (BUDI, "Budi", "SLTA", "IPS", "2022-03-01"))
    roster(db, "2024-06-01", (ADI, "Adi", "S1", "Hukum", "2024-03-01"), (BUDI, "Budi", "S1", "Hukum", "2024-03-01"))
    degrees = [[ADI, "SLTA", "IPS", "2004-06-01"], [ADI, "S1", "Hukum", "20 Mei 2024"]]
    listed(db, "educations", ["nip", "education", "field_of_study", "graduated"], degrees)
    listed(
        db,
        "positions",
        ["position", "unit", "agency", "position_kind"],
        [["Kasi Contoh", "Dinas Contoh", "Dinas Contoh", "pengawas"]],
    )
    return db


def test_ip_asn_of_a_past_year(office: Path) -> None:
    # Measured on 31 December 2023: SLTA earns 5, the S1 of May 2024 (15) does not count yet.
    found = asked(office, "ip-asn", 2023, "--as-of", "2024-06-30")
    assert [(p["name"], p["qualification"]) for p in found["people"]] == [("Adi", 5), ("Budi", 5)]
    now = asked(office, "ip-asn", 2024, "--as-of", "2024-12-31")
    assert [p["qualification"] for p in now["people"]] == [15, 15]


@pytest.mark.parametrize(
    ("day", "adi", "budi"),
    [
        ("2023-12-31", ("not_met", "SLTA"), ("not_met", "SLTA")),
        ("2024-05-19", ("not_met", "SLTA"), ("not_met", "SLTA")),
        ("2024-05-20", ("met", "S1"), ("not_met", "SLTA")),  # Budi's roster of the day still says SLTA
        ("2024-06-01", ("met", "S1"), ("met", "S1")),
    ],
)
def test_the_requirement(office: Path, day: str, adi: tuple[str, str], budi: tuple[str, str]) -> None:
    for nip, expected in ((ADI, adi), (BUDI, budi)):
        found = asked(office, "explain", nip, "--for", "Kasi Contoh", "--as-of", day)
        (check,) = [c for c in found["checks"] if c["check"] == "education"]
        assert (check["outcome"], check["value"]) == expected


def test_what_is_shown_and_where_it_stands(office: Path) -> None:
    before = asked(office, "show", BUDI, "--as-of", "2023-12-31")
    assert (before["education"], before["field_of_study"], before["last_pay_step"]) == ("SLTA", "IPS", "2022-03-01")
    first = before["sources"]["nip"]["file"]
    assert before["sources"]["education"]["file"] == first
    now = asked(office, "show", BUDI, "--as-of", "2024-06-30")
    assert (now["education"], now["field_of_study"], now["last_pay_step"]) == ("S1", "Hukum", "2024-03-01")
    assert now["sources"]["education"]["file"] != first
    people = asked(office, "staff", "--as-of", "2023-12-31")["people"]
    assert [p["education"] for p in people] == ["SLTA", "SLTA"]


def test_a_pay_step_of_a_past_day(office: Path) -> None:
    # From 1 March 2022 the next is due two years later, on 1 March 2024; that of 2024 was still to come.
    found = asked(office, "forecast", "pay-steps", "--as-of", "2023-12-31")
    assert [(p["name"], p["last_step"], p["due"]) for p in found["people"]] == [
        ("Adi", "2022-03-01", "2024-03-01"),
        ("Budi", "2022-03-01", "2024-03-01"),
    ]


def test_a_roster_taken_back_says_nothing(office: Path) -> None:
    # The third import is the second roster: without it Budi never was more than SLTA.
    assert asnkarier("imports", "undo", 3, "--db", office).code == 0
    for day in ("2023-12-31", "2024-06-30"):
        assert asked(office, "show", BUDI, "--as-of", day)["education"] == "SLTA"


def test_a_degree_without_its_day(office: Path) -> None:
    degrees = [[ADI, "S2", "Hukum", "2024"], [BUDI, "S2", "Hukum", ""]]
    fields = ["nip", "education", "field_of_study", "graduated"]
    listed(office, "educations", fields, degrees)
    # S2 earns 20. On 31 December 2023 Adi's was not taken; of Budi's nothing tells before the list, which is entered today.
    for year, adi, budi in ((2023, 5, (5, 20)), (2024, 20, (15, 20))):
        one, other = asked(office, "ip-asn", year, "--as-of", "2024-12-31")["people"]
        assert one["qualification"] == adi
        assert (other["qualification"], (other["qualification_low"], other["qualification_high"])) == (None, budi)


def test_a_decision_of_a_past_day_stands_when_judged_again(office: Path) -> None:
    assert asked(office, "seal", "Kasi Contoh", "--as-of", "2023-12-31")["seal"] == 1
    assert asnkarier("verify", 1, "--db", office).code == 0


def test_the_year_of_a_day_that_is_known_changes_nothing(office: Path) -> None:
    fields = ["nip", "education", "field_of_study", "graduated"]
    listed(office, "educations", fields, [[ADI, "S1", "Hukum", "2024"]])
    kept = {one["education"]: one["graduated"] for one in asked(office, "show", ADI)["educations"]}
    assert kept == {"SLTA": "2004-06-01", "S1": "2024-05-20"}
