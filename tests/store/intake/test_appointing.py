"""TMT CPNS and TMT PNS of a roster begin the kinds of employee, whatever lists and decrees beside it say, in any order."""

from collections.abc import Iterator, Sequence
from itertools import permutations
from pathlib import Path

import pytest

from asnkarier.core.access import Access
from asnkarier.core.finding import Finding
from asnkarier.ingest.cells.checks import problems
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.intake.session import Intake
from tests.store.intake.lists import content, take

NIP = "199803032025031001"
FIELDS = ("nip", "name", "unit", "position", "employee_kind", "appointed_on", "pns_since")
MARCH, FEBRUARY, AUGUST = "2025-03-01", "2026-02-01", "2026-08-01"
Kinds = list[tuple[str, str, int, str]]


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    path = str(tmp_path / "kota.sqlite")
    create(path)
    with open_database(path, Access.WRITE) as database:
        yield database


def roster(db: Database, day: str, kind: str | None, first: str | None = None, pns: str | None = None) -> Intake:
    row = [NIP, "Contoh Adi", "Bidang A", "Analis", kind, first, pns]
    return take(db, "roster", FIELDS, [row], dated=day)


def decree(db: Database, day: str) -> Intake:
    return take(db, "movements", ("nip", "event", "effective_on"), [[NIP, "cpns_ke_pns", day]])


def kinds(db: Database) -> Kinds:
    return [
        (str(since), str(until), int(stated), str(kind))
        for since, until, stated, kind in db.rows(
            "SELECT since, until, stated, employee_kind FROM person_kind ORDER BY since"
        )
    ]


def said(intake: Intake) -> list[Finding]:
    return [finding for taken in intake.taken for finding in taken.sheet.findings]


def codes(intake: Intake) -> list[tuple[str, str | None]]:
    return [(f.code, f.cell) for f in said(intake)]


OPEN = "9999-12-31"
BOTH: Kinds = [(MARCH, "2026-01-31", 1, "CPNS"), (FEBRUARY, OPEN, 1, "PNS")]


def test_both_days_of_somebody_new(db: Database) -> None:
    """28 February: PNS since 1 February, so CPNS up to 31 January."""
    intake = roster(db, "2026-02-28", "PNS", MARCH, FEBRUARY)
    assert kinds(db) == BOTH
    assert not said(intake)
    assert roster(db, "2026-02-28", "PNS", MARCH, FEBRUARY).log.count == 0


def test_cpns_of_an_earlier_list_becomes_pns_on_its_day(db: Database) -> None:
    roster(db, "2026-01-31", "CPNS")
    intake = roster(db, "2026-02-28", "PNS", None, FEBRUARY)
    assert kinds(db) == [("2026-01-31", "2026-01-31", 0, "CPNS"), (FEBRUARY, OPEN, 1, "PNS")]
    assert not said(intake)
    assert roster(db, "2026-02-28", "PNS", MARCH, FEBRUARY).log.count  # the TMT CPNS is new
    assert kinds(db) == BOTH
    assert roster(db, "2026-02-28", "PNS", MARCH, FEBRUARY).log.count == 0


def test_a_list_that_was_behind_gives_way_in_either_order(db: Database) -> None:
    """The list of 28 February still says CPNS of somebody who is PNS since the first."""
    roster(db, "2026-02-28", "CPNS", MARCH)
    intake = roster(db, "2026-03-31", "PNS", MARCH, FEBRUARY)
    assert kinds(db) == BOTH
    assert codes(intake) == [("pns_since_stands", "G2")]
    assert said(intake)[0].values["cell"] == "daftar.xlsx · Data!E2"
    before = content(db)
    assert roster(db, "2026-03-31", "PNS", MARCH, FEBRUARY).log.count == 0
    assert content(db) == before


def test_the_older_list_read_afterwards_changes_nothing(db: Database) -> None:
    roster(db, "2026-03-31", "PNS", MARCH, FEBRUARY)
    intake = roster(db, "2026-02-28", "CPNS", MARCH)
    assert kinds(db) == BOTH
    assert [code for code, _ in codes(intake)] == ["kind_against_decree"]


def test_an_older_list_without_days_is_completed(db: Database) -> None:
    roster(db, "2026-03-31", "PNS")
    assert kinds(db) == [("2026-03-31", OPEN, 0, "PNS")]
    roster(db, "2026-02-28", "PNS", MARCH, FEBRUARY)
    assert kinds(db) == BOTH


@pytest.mark.parametrize("day", ["2026-02-15", "2026-05-01", FEBRUARY, "2026-01-01"])
def test_a_decree_of_another_day_stands_in_any_order(tmp_path: Path, day: str) -> None:
    """The list of 28 February says 1 February; whatever the order, the decree's day begins the time as PNS."""
    steps = {
        "cpns": lambda db: roster(db, "2026-01-31", "CPNS", MARCH),
        "pns": lambda db: roster(db, "2026-02-28", "PNS", MARCH, FEBRUARY),
        "decree": lambda db: decree(db, day),
    }
    found = {}
    for order in permutations(steps):
        if order.index("pns") < order.index("cpns") or order[0] == "decree":
            continue
        create(path := str(tmp_path / f"{'-'.join(order)}.sqlite"))
        with open_database(path, Access.WRITE) as db:
            told = [code for step in order for code, _ in codes(steps[step](db))]
            found[order] = kinds(db)
            assert ("against" in str(told)) == (day != FEBRUARY), order
            assert roster(db, "2026-02-28", "PNS", MARCH, FEBRUARY).log.count == 0
    assert len({str(one) for one in found.values()}) == 1, found
    assert (day, OPEN, 1, "PNS") in next(iter(found.values()))


def test_a_corrected_day(db: Database) -> None:
    """The same list again with 1 January, then with 1 March: CPNS ends the day before."""
    roster(db, "2026-04-30", "PNS", MARCH, FEBRUARY)
    roster(db, "2026-04-30", "PNS", MARCH, "2026-01-01")
    assert kinds(db) == [(MARCH, "2025-12-31", 1, "CPNS"), ("2026-01-01", OPEN, 1, "PNS")]
    roster(db, "2026-05-31", "PNS", MARCH, "2026-03-01")
    assert kinds(db) == [(MARCH, "2026-02-28", 1, "CPNS"), ("2026-03-01", OPEN, 1, "PNS")]


def test_pns_already_on_a_list_before_the_day_told(db: Database) -> None:
    roster(db, "2026-01-31", "PNS")
    intake = roster(db, "2026-02-28", "PNS", MARCH, FEBRUARY)
    assert kinds(db) == [("2026-01-31", OPEN, 0, "PNS")]
    assert codes(intake) == [("held_before_since", "G2")]


def test_a_day_to_come(db: Database) -> None:
    """Today is 1 July: PNS on 1 August, as a list of June already says."""
    roster(db, "2026-05-31", "CPNS", MARCH)
    intake = roster(db, "2026-06-30", "PNS", MARCH, AUGUST)
    assert kinds(db) == [(MARCH, "2026-07-31", 1, "CPNS"), (AUGUST, OPEN, 1, "PNS")]
    assert codes(intake) == [("begins_later", "G2")]


def test_a_day_to_come_of_somebody_new(db: Database) -> None:
    intake = roster(db, "2026-06-30", "PNS", None, AUGUST)
    assert kinds(db) == [("2026-06-30", OPEN, 0, "PNS")]
    assert codes(intake) == [("since_after_list", "G2")]


@pytest.mark.parametrize(
    ("kind", "pns", "severity"),
    [("CPNS", FEBRUARY, "warning"), ("CPNS", AUGUST, "note"), ("PPPK", FEBRUARY, "warning")],
)
def test_the_day_of_somebody_who_is_not_pns(db: Database, kind: str, pns: str, severity: str) -> None:
    """What the list says of its day stands; said each time the list is read."""
    for _ in range(2):
        intake = roster(db, "2026-02-28", kind, MARCH, pns)
        assert [(f.code, f.severity, f.cell) for f in said(intake)] == [("pns_since_of_other_kind", severity, "G2")]
    first = MARCH if kind == "CPNS" else "2026-02-28"
    assert kinds(db) == [(first, OPEN, int(kind == "CPNS"), kind)]


def test_the_day_says_pns_where_no_column_does(db: Database) -> None:
    fields: Sequence[str] = ("nip", "name", "unit", "position", "pns_since")
    take(db, "roster", fields, [[NIP, "Contoh Adi", "Bidang A", "Analis", FEBRUARY]], dated="2026-02-28")
    assert kinds(db) == [(FEBRUARY, OPEN, 1, "PNS")]


def test_pns_before_cpns_is_not_taken(db: Database) -> None:
    roster(db, "2026-02-28", "PNS", FEBRUARY, MARCH)
    assert kinds(db) == [("2026-02-28", OPEN, 0, "PNS")]


def test_nobody_becomes_cpns_again(db: Database) -> None:
    roster(db, "2026-02-28", "PNS", MARCH, FEBRUARY)
    intake = roster(db, "2026-03-31", "CPNS", MARCH)
    assert kinds(db) == BOTH
    assert codes(intake) == [("kind_against_decree", "E2")]
    assert said(intake)[0].values["cell"] == "daftar.xlsx · Data!G2"


@pytest.mark.parametrize(
    ("nip", "first", "pns", "codes"),
    [
        (NIP, MARCH, FEBRUARY, []),
        (NIP, "2025-03-31", "2026-02-01", []),  # of the month in the NIP
        (NIP, "2025-04-01", "2026-02-01", ["appointment_differs_from_nip"]),
        (NIP, "2025-02-28", "2026-02-01", ["appointment_differs_from_nip"]),
        ("199803032025211001", "2025-04-01", None, []),  # of a PPPK the NIP names no month
        (NIP, MARCH, MARCH, []),
        (NIP, MARCH, "2025-02-28", ["pns_before_cpns"]),
        (NIP, None, "2025-02-28", []),
        (NIP, MARCH, "1997-01-01", ["pns_before_cpns", "date_before_birth"]),
    ],
)
def test_what_the_days_of_a_row_say_of_each_other(
    nip: str, first: str | None, pns: str | None, codes: list[str]
) -> None:
    columns = {"nip": [nip], "appointed_on": [first], "pns_since": [pns]}
    assert [one.code for one in problems(columns, "2026-07-01")] == codes
