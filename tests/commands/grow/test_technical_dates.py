"""Competencies outside the nine have their own day of assessment: expiry, and what a training still raises, go by it."""

import json
from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.access import Access
from asnkarier.store.database import Database, open_database
from tests.terminal import asnkarier
from tests.town import town

ADI, BUDI, CITRA, DEWI = ("198001012005011901", "198101012005012902", "198201012005012903", "198301012005012904")
DAY = "2026-11-22"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        post = t.post("Analis Data", "Dinas Contoh", "pelaksana")
        data = t.insert("competency", name="Olah Data", name_key="olah data", grp="teknis", rank=0)
        t.insert("standard", position_id=post, competency_id=data, required=30_000, importance="mutlak")
        for nip, name in ((ADI, "Adi Contoh"), (BUDI, "Budi Contoh"), (CITRA, "Citra Contoh"), (DEWI, "Dewi Contoh")):
            t.person(nip, name, unit="Dinas Contoh", post="Analis Data")
        # Valid three years, the third anniversary included: of 22 November 2023 still on 22 November 2026, a day older not.
        t.assessment(ADI, "2023-11-21", olah_data=1)
        t.assessment(BUDI, "2023-11-22", olah_data=1)
        t.assessment(CITRA, "2022-01-05", 3, 3, 3, 3, 3, 3, 3, 3, 3)
        t.assessment(CITRA, "2026-02-02", olah_data=1)
        t.assessment(DEWI, "2026-02-02", 3, 3, 3, 3, 3, 3, 3, 3, 3)
        t.assessment(DEWI, "2022-01-05", olah_data=1)
        t.insert("catalogue", code="OD3", title="Olah Data Lanjut", form="training", jp=80_000, seats=10, cost=1_000_000,
                 competency="Olah Data", raises_to=30_000)  # fmt: skip
    return path


def asked(file: Path, *arguments: object) -> dict[str, Any]:
    answer = asnkarier("training", *arguments, "--db", file, "--as-of", DAY, "--format", "json")
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def ran(db: Database, person: int, day: str) -> None:
    db.execute(
        "INSERT INTO training (id, person_id, title, title_key, dated, ended_on)"
        " VALUES (1, ?, 'Olah Data Lanjut', 'olah data lanjut', ?, ?)",
        (person, day, day),
    )


def test_each_competency_expires_by_its_own_day(file: Path) -> None:
    needs = {n["nip"]: n["expired"] for n in asked(file, "needs")["needs"] if n["competency"] == "Olah Data"}
    assert needs == {ADI: True, BUDI: False, CITRA: False, DEWI: True}
    sent = {a["nip"]: a["expired"] for a in asked(file, "plan", "--budget", "100 juta", "--year", 2027)["assignments"]}
    assert sent == needs


@pytest.mark.parametrize(("day", "why"), [("2026-02-02", "attended"), ("2026-02-03", "no_gap")])
def test_a_training_raises_what_was_assessed_before_it(file: Path, day: str, why: str) -> None:
    # Citra's Olah Data was assessed on 2 February 2026: what ended by then is measured, and the gap stands; what ended later closed it.
    with open_database(str(file), Access.WRITE) as db:
        ran(db, 3, day)
    found = asked(file, "plan", "--budget", "100 juta", "--year", 2026)
    assert {line["nip"]: line["reason"] for line in found["left_out"]}[CITRA] == why
