"""A decision with somebody who was PPPK before: sealed with the first day of service, which a later list does not change."""

import json
from pathlib import Path

from asnkarier.core.access import Access
from asnkarier.store.database import create, open_database
from tests.store.intake.lists import take
from tests.terminal import asnkarier

PPPK, CPNS = "198001012020211001", "198001012026011001"
FIELDS = ("nip", "name", "unit", "position", "position_kind", "employee_kind", "appointed_on")


def roster(path: Path, day: str, nip: str, kind: str, first: str) -> None:
    with open_database(str(path), Access.WRITE) as db:
        row = [nip, "Adi Contoh", "Bidang Satu", "Analis", "pelaksana", kind, first]
        head = ["197501012000011001", "Budi Contoh", "Bidang Satu", "Kepala Bidang Satu", "administrator", "PNS", None]
        take(db, "roster", FIELDS, [row, head], dated=day)


def seal(path: Path, on: str) -> None:
    common = ("--db", path, "--as-of", on, "--policy", "lhokseumawe", "--decree", "800/1")
    answer = asnkarier("seal", "Kepala Bidang Satu", *common)
    assert answer.code == 0, answer.err


def test_a_decision_about_who_was_pppk_is_sealed_and_holds(tmp_path: Path) -> None:
    path = tmp_path / "kota.sqlite"
    create(str(path))
    roster(path, "2024-01-02", PPPK, "PPPK", "2020-03-01")
    seal(path, "2025-12-31")
    assert asnkarier("verify", 1, "--db", path).code == 0
    assert asnkarier("edit", PPPK, f"nip={CPNS}", "--reason", "menjadi PNS", "--db", path).code == 0
    roster(path, "2026-02-02", CPNS, "CPNS", "2026-01-01")
    seal(path, "2026-03-01")
    found = json.loads(asnkarier("verify", 2, "--db", path, "--format", "json").out)
    assert asnkarier("verify", 2, "--db", path).code == 0, found
    # Of the first decision the appointment on record has changed, and with it nothing that it says.
    answer = asnkarier("verify", 1, "--db", path, lang="en")
    assert answer.code == 1
    assert "in service since" in answer.out
