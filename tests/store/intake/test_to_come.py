"""TMTs that lie after the day of the list: who has a post keeps it until then, and the officer is told."""

import pytest

from asnkarier.store.database import Database
from asnkarier.store.intake.session import Intake
from asnkarier.store.intake.undo import undo
from tests.store.intake.lists import ACTOR, content, take
from tests.store.intake.test_taking_in import db

__all__ = ("db",)
NIP = "198001012005011001"
FIELDS = ("nip", "name", "position", "unit", "position_since", "golongan", "golongan_since")
ANALYST = ("Analis Data", "Bidang A", "2022-01-01", "III/b", "2022-04-01")
TODAY = "2026-07-01"  # of `take`
POSTS = "SELECT p.name, s.since, s.until, s.stated FROM person_post s JOIN position p ON p.id = s.position_id ORDER BY s.since"
UNITS = "SELECT u.name, s.since, s.until FROM person_unit s JOIN unit u ON u.id = s.unit_id ORDER BY s.since"
RANKS = "SELECT golongan, since, until, stated FROM person_golongan ORDER BY since"
OPEN = "9999-12-31"


def told(db: Database, *said: str | None, dated: str = TODAY, today: str = TODAY) -> Intake:
    return take(db, "roster", FIELDS, [(NIP, "Uji Satu", *said)], dated=dated, today=today)


def codes(intake: Intake) -> list[tuple[str, str | None]]:
    return [(f.code, f.cell) for f in intake.taken[0].sheet.findings]


def test_an_appointment_of_next_month_leaves_todays_post(db: Database) -> None:
    told(db, *ANALYST, dated="2026-06-30")
    before = content(db)
    # A post of no unit of its own: the unit goes along with the post all the same.
    come = ("Analis Kebijakan Ahli Muda", "Bidang B", "2026-08-01", "III/c", "2026-08-01")
    first = told(db, *come)
    assert codes(first) == [("begins_later", "E2"), ("begins_later", "G2")]
    values = {"told": "2026-08-01", "day": TODAY, "known": "Analis Data", "comes": "Analis Kebijakan Ahli Muda"}
    assert first.taken[0].sheet.findings[0].values == values
    assert db.rows(POSTS) == [
        ("Analis Data", "2022-01-01", "2026-07-31", 1),
        ("Analis Kebijakan Ahli Muda", "2026-08-01", OPEN, 1),
    ]
    assert db.rows(UNITS) == [("Bidang A", "2026-06-30", "2026-07-31"), ("Bidang B", "2026-08-01", OPEN)]
    assert db.rows(RANKS) == [("III/b", "2022-04-01", "2026-07-31", 1), ("III/c", "2026-08-01", OPEN, 1)]
    after = content(db)
    again = told(db, *come)  # said again, and nothing is written
    assert (again.log.opened, content(db)) == (False, after)
    assert codes(again) == codes(first)
    # A list in between that names today's post takes nothing from what comes.
    told(db, "Analis Data", "Bidang A", None, "III/b", None, dated="2026-07-15", today="2026-07-15")
    assert content(db) == after
    undo(db, ACTOR, first.log.batch_id)
    assert {name: rows for name, rows in content(db).items() if name.startswith("person")} == {
        name: rows for name, rows in before.items() if name.startswith("person")
    }


@pytest.mark.parametrize("day", ["2026-07-20", "2026-09-01"])
def test_an_appointment_may_be_put_off_or_brought_forward(db: Database, day: str) -> None:
    told(db, *ANALYST, dated="2026-06-30")
    told(db, "Kepala Seksi B", "Bidang B", "2026-08-01", None, None)
    told(db, "Kepala Seksi B", "Bidang B", day, None, None, dated="2026-07-02")
    last = {"2026-07-20": "2026-07-19", "2026-09-01": "2026-08-31"}[day]
    assert db.rows(POSTS) == [("Analis Data", "2022-01-01", last, 1), ("Kepala Seksi B", day, OPEN, 1)]
    assert db.rows(UNITS) == [("Bidang A", "2026-06-30", last), ("Bidang B", day, OPEN)]


def test_what_was_typed_for_a_far_day_comes_once_the_list_says_when(db: Database) -> None:
    told(db, *ANALYST, dated="2026-06-30")
    told(db, "Kepala Seksi B", "Bidang B", "2062-07-01", None, None)
    told(db, "Kepala Seksi B", "Bidang B", "2026-07-01", None, None, dated="2026-07-31", today="2026-07-31")
    assert db.rows(POSTS) == [
        ("Analis Data", "2022-01-01", "2026-06-30", 1),
        ("Kepala Seksi B", "2026-07-01", OPEN, 1),
    ]


def test_a_post_held_already_does_not_begin_in_the_future(db: Database) -> None:
    told(db, *ANALYST, dated="2026-06-30")
    before = content(db)
    again = told(db, "Analis Data", "Bidang A", "2038-02-01", "III/b", "2026-10-01")
    assert codes(again) == [("held_before_since", "E2"), ("held_before_since", "G2")]
    assert (again.log.count, content(db)) == (0, before)


def test_nobody_new_is_without_the_post_of_the_list(db: Database) -> None:
    first = told(db, "Analis Data", "Bidang A", "2026-08-01", "III/b", "2026-10-01")
    assert codes(first) == [("since_after_list", "E2"), ("since_after_list", "G2")]
    assert db.rows(POSTS) == [("Analis Data", TODAY, OPEN, 0)]
    assert db.rows(RANKS) == [("III/b", TODAY, OPEN, 0)]
    # Once the day has come, the TMT counts; what the first list says of its own day stands.
    told(db, "Analis Data", "Bidang A", "2026-08-01", None, None, dated="2026-08-31", today="2026-08-31")
    assert db.rows(POSTS) == [("Analis Data", TODAY, "2026-07-31", 0), ("Analis Data", "2026-08-01", OPEN, 1)]


def test_a_tmt_between_the_lists_day_and_today_is_no_future(db: Database) -> None:
    """Made in July, speaking of 30 June: the TMT of 1 July is past, and a new person keeps it."""
    first = told(db, "Analis Data", "Bidang A", "2026-07-01", None, None, dated="2026-06-30")
    assert (codes(first), db.rows(POSTS)) == ([], [("Analis Data", "2026-07-01", OPEN, 1)])
