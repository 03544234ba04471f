"""Who was PPPK and became CPNS: an ASN since the contract, with credit as PNS alone."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.access import Access
from asnkarier.store.database import create, open_database
from asnkarier.store.queries.file.contracts import entered, last_days
from tests.store.intake.lists import take
from tests.terminal import asnkarier
from tests.town import SCALE, Town, town

ADI = "198001012026011001"
AS_PPPK = "198001012020211001"
FIELDS = ("nip", "name", "unit", "position", "employee_kind", "appointed_on")


def answer(path: Path, *asked: object, **more: Any) -> dict[str, Any]:
    said = asnkarier(*asked, "--db", path, "--format", "json", **more)
    assert said.code == 0, said.err
    found: dict[str, Any] = json.loads(said.out)
    return found


def lists(path: Path, *rosters: tuple[str, str, str, str | None]) -> None:
    """Read rosters: the day, the NIP, the kind and the TMT of each. The NIP is renewed where it is another."""
    create(str(path))
    for day, nip, kind, first in rosters:
        with open_database(str(path), Access.READ) as db:
            known = [one for (one,) in db.rows("SELECT nip FROM person_nip WHERE until = '9999-12-31'")]
        if known and nip not in known:
            renewed = asnkarier("edit", known[0], f"nip={nip}", "--reason", "menjadi PNS", "--db", path)
            assert renewed.code == 0, renewed.err
        with open_database(str(path), Access.WRITE) as db:
            take(db, "roster", FIELDS, [[nip, "Adi Contoh", "Dinas A", "Analis", kind, first]], dated=day)


BEFORE = ("2024-01-02", AS_PPPK, "PPPK", "2020-03-01")
NOW = ("2026-02-02", ADI, "CPNS", "2026-01-01")


@pytest.mark.parametrize("rosters", [(BEFORE,), (BEFORE, NOW)])
@pytest.mark.parametrize("on", ["2025-12-31", "2026-03-15"])
def test_a_new_appointment_changes_nothing_of_the_years_before(
    tmp_path: Path, rosters: tuple[tuple[str, str, str, str | None], ...], on: str
) -> None:
    """On duty since March 2020 whatever the kind: measured for 2025, and without an evaluation of it and of 2020."""
    path = tmp_path / "kota.sqlite"
    lists(path, *rosters)
    index = answer(path, "ip-asn", 2025, "--as-of", on)
    assert (index["staff"], index["appointed_later"]) == (1, 0)
    for year in (2025, 2022):
        missing = answer(path, "evaluations", "missing", year, "--as-of", on)
        assert ([p["name"] for p in missing["missing"]], missing["not_expected"]) == (["Adi Contoh"], 0)
    # Neither year is evaluated: from Sangat Kurang (20) to Sangat Baik (100) twice.
    (person,) = answer(path, "talent", "--as-of", on)["people"]
    assert (person["performance_low"], person["performance_high"]) == (20, 100)


@pytest.mark.parametrize(
    ("rosters", "day"),
    [
        # The TMT that the first list told, which the new one stands in place of.
        ((BEFORE, NOW), "2020-03-01"),
        # No TMT: the NIP of then says the year; the same with the lists in the other order.
        ((("2024-01-02", AS_PPPK, "PPPK", None), NOW), "2020-01-01"),
        # Neither: the day of the list that told of a PPPK.
        ((("2024-01-02", ADI, "PPPK", None), NOW), "2024-01-02"),
        # Nobody was there before: CPNS from the first day, named ahead of it, and a TMT put right.
        ((NOW,), None),
        ((("2025-12-15", ADI, "CPNS", "2026-01-01"), NOW), None),
        ((("2025-12-15", AS_PPPK, "PPPK", "2026-01-01"),), None),
        ((("2025-12-15", AS_PPPK, "PPPK", "2019-03-01"), ("2026-02-02", AS_PPPK, "PPPK", "2020-03-01")), None),
        # A contract begun anew after the first one.
        ((BEFORE, ("2026-02-02", AS_PPPK, "PPPK", "2025-03-01")), "2020-03-01"),
        ((("2024-01-02", AS_PPPK, "PPPK_PW", "2023-10-01"), ("2026-02-02", AS_PPPK, "PPPK", "2025-10-01")), "2023-10-01"),
    ],
)  # fmt: skip
def test_since_when_there_was_service(
    tmp_path: Path, rosters: tuple[tuple[str, str, str, str | None], ...], day: str | None
) -> None:
    path = tmp_path / "kota.sqlite"
    lists(path, *rosters)
    with open_database(str(path), Access.READ) as db:
        found = entered(db)
        assert found == entered(db, 1)
    assert found.get(1) == day


def became(t: Town, number: int, on: str, kind: str, eve: str) -> None:
    t.db.execute("DELETE FROM person_kind WHERE person_id = ?", (number,))
    t.span("person_kind", number, "2024-01-02", eve, stated=0, employee_kind=kind)
    t.span("person_kind", number, on, employee_kind="PNS")


@pytest.mark.parametrize(
    ("kind", "paks", "low", "high"),
    [
        # In Ahli Muda since 2022, PPPK to the end of June 2025: July to December at Baik, 25 × 6/12, and only a PAK tells
        # what the first appointment brought.
        ("PPPK", [], 12.5, None),
        ("PPPK", [("2025-07-01", "ak_dasar", 0)], 12.5, 12.5),
        # The same as CPNS counts, for these months are of the PNS: 25 of 2024 and of 2025; 2022 and 2023 may have earned 37.5 each.
        ("CPNS", [], 50, None),
    ],
)
def test_months_as_pppk_earn_no_credit(
    tmp_path: Path, kind: str, paks: list[tuple[str, str, int]], low: float, high: float | None
) -> None:
    path = tmp_path / "kota.sqlite"
    with town(path) as t:
        t.post("Analis Ahli Muda", None, "jf_ahli_muda")
        number = t.person(
            ADI,
            "Adi Contoh",
            post="Analis Ahli Muda",
            since="2022-01-01",
            golongan="III/c",
            golongan_since="2022-04-01",
        )
        became(t, number, "2025-07-01", kind, "2025-06-30")
        for day, what, amount in paks:
            t.fact("credit", ADI, decided_on=day, kind=what, amount=amount * SCALE, level="jf_ahli_muda")
        for year in (2024, 2025):
            t.evaluation(ADI, year, "baik")
    found = answer(path, "credit", ADI, "--as-of", "2026-03-15")
    assert (found["total_low"], found["total_high"]) == (low, high)
    assert ("contracted" in found["warnings"], found["level_since"]) == (
        (True, "2025-07-01") if kind == "PPPK" else (False, "2022-01-01")
    )
    # The forecast reckons by the same credit: III/d needs 100.
    (person,) = answer(path, "forecast", "ranks", "--as-of", "2026-03-15")["people"]
    outcome = {check["check"]: check["outcome"] for check in person["checks"]}["credit"]
    assert outcome == ("unknown" if high is None else "not_met")
    # On a day as PPPK there is none at all.
    then = answer(path, "credit", ADI, "--as-of", "2025-06-30")
    assert then.get("reason") == ("kind" if kind in ("PPPK", "CPNS") else None)


def test_only_who_is_no_pppk_any_more_has_a_last_day(tmp_path: Path) -> None:
    with town(tmp_path / "kota.sqlite") as t:
        one, other = t.person(ADI, "Adi Contoh"), t.person(AS_PPPK, "Budi Contoh", kind="PPPK")
        became(t, one, "2025-07-01", "PPPK", "2025-06-30")
        june = date(2025, 6, 30)
        assert last_days(t.db, ("PPPK", "PPPK_PW"), date(2025, 7, 1)) == {one: june.toordinal()}
        assert last_days(t.db, ("PPPK", "PPPK_PW"), june) == {}
        assert last_days(t.db, ("PPPK", "PPPK_PW"), date(2026, 7, 1), other) == {}
