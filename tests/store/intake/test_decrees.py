"""Movements of a decree against rosters: the documents' own days decide what holds, not which of them was imported first."""

import itertools
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.access import Access
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.intake.session import Intake
from asnkarier.store.intake.undo import undo
from tests.store.intake.lists import ACTOR, content, take
from tests.store.intake.test_taking_in import ROSTER, SITI, db, row

__all__ = ("db",)
MOVEMENT = ("nip", "event", "effective_on")
FACETS = {
    "person_status": "status",
    "person_kind": "employee_kind",
    "person_post": "position_id",
    "person_unit": "unit_id",
}
Document = tuple[str, dict[str, str] | str]
"""A day, and what a roster of it says or the event that takes effect on it."""


def imported(db: Database, document: Document) -> Intake:
    day, told = document
    if isinstance(told, str):
        return take(db, "movements", MOVEMENT, [[SITI, told, day]])
    return take(db, "roster", ROSTER, [row(**told)], dated=day)


def day_by_day(db: Database) -> dict[str, list[tuple[str, str, Any]]]:
    """Return what is known of every day, whatever spans it lies in."""
    found = {}
    for table, value in FACETS.items():
        joined: list[tuple[str, str, Any]] = []
        for since, until, told in db.rows(f"SELECT since, until, {value} FROM {table} ORDER BY since"):
            if (
                joined
                and joined[-1][2] == told
                and date.fromisoformat(joined[-1][1]) + timedelta(1) == date.fromisoformat(since)
            ):
                joined[-1] = (joined[-1][0], until, told)
            else:
                joined.append((since, until, told))
        found[table] = joined
    return found


def aktif(day: str, **changed: str) -> Document:
    return day, changed


SETS: dict[str, tuple[list[Document], list[tuple[str, str, str]]]] = {
    "died before the first list": (
        [aktif("2026-01-31"), ("2026-01-20", "meninggal")],
        [("2026-01-20", "9999-12-31", "keluar")],
    ),
    "left, and two lists were behind": (
        [aktif("2026-01-31"), aktif("2026-02-28"), aktif("2026-03-31"), ("2026-02-15", "pensiun")],
        [("2026-01-31", "2026-02-14", "aktif"), ("2026-02-15", "9999-12-31", "keluar")],
    ),
    "left and came back": (
        [aktif("2026-01-31"), aktif("2026-03-31"), ("2026-02-15", "pindah"), ("2026-05-01", "masuk")],
        [
            ("2026-01-31", "2026-02-14", "aktif"),
            ("2026-02-15", "2026-04-30", "keluar"),
            ("2026-05-01", "9999-12-31", "aktif"),
        ],
    ),
    "leave with both its ends": (
        [
            aktif("2026-01-31"),
            aktif("2026-02-28"),
            ("2026-02-15", "cltn"),
            ("2026-04-01", "aktif_kembali"),
            aktif("2026-04-30"),
        ],
        [
            ("2026-01-31", "2026-02-14", "aktif"),
            ("2026-02-15", "2026-03-31", "cltn"),
            ("2026-04-01", "9999-12-31", "aktif"),
        ],
    ),
    "a return from nothing known": (
        [aktif("2026-01-31"), ("2026-04-01", "aktif_kembali"), aktif("2026-04-30")],
        [("2026-01-31", "9999-12-31", "aktif")],
    ),
    "leave, then another status on a list": (
        [aktif("2026-01-31"), ("2026-02-15", "cltn"), aktif("2026-03-31", status="mpp")],
        [
            ("2026-01-31", "2026-02-14", "aktif"),
            ("2026-02-15", "2026-03-30", "cltn"),
            ("2026-03-31", "9999-12-31", "mpp"),
        ],
    ),
    "left, and a later list gives another post": (
        [aktif("2026-01-31"), aktif("2026-03-31", position="Kepala Bidang Data"), ("2026-02-15", "pensiun")],
        [("2026-01-31", "2026-02-14", "aktif"), ("2026-02-15", "9999-12-31", "keluar")],
    ),
    "a leave of long ago whose end nobody told": (
        [aktif("2026-01-31"), ("2018-01-01", "tugas_belajar"), ("2026-05-01", "pensiun")],
        [
            ("2018-01-01", "2026-01-30", "tugas_belajar"),
            ("2026-01-31", "2026-04-30", "aktif"),
            ("2026-05-01", "9999-12-31", "keluar"),
        ],
    ),
    "out and in on one day": (
        [aktif("2026-01-31"), ("2026-03-01", "pindah"), ("2026-03-01", "masuk")],
        [("2026-01-31", "9999-12-31", "aktif")],
    ),
    "back from leave and pensioned on one day": (
        [aktif("2026-01-31"), ("2026-02-15", "cltn"), ("2026-05-01", "aktif_kembali"), ("2026-05-01", "pensiun")],
        [
            ("2026-01-31", "2026-02-14", "aktif"),
            ("2026-02-15", "2026-04-30", "cltn"),
            ("2026-05-01", "9999-12-31", "keluar"),
        ],
    ),
    "left by a list and by a decree": (
        [aktif("2026-01-31"), aktif("2026-03-31", status="keluar"), ("2026-02-15", "pensiun")],
        [("2026-01-31", "2026-02-14", "aktif"), ("2026-02-15", "9999-12-31", "keluar")],
    ),
}
KINDS: dict[str, tuple[list[Document], list[tuple[str, str, str]]]] = {
    "lists behind the appointment": (
        [
            aktif("2026-01-31", employee_kind="CPNS"),
            ("2026-02-01", "cpns_ke_pns"),
            aktif("2026-02-28", employee_kind="CPNS"),
            aktif("2026-03-31"),
        ],
        [("2026-01-31", "2026-01-31", "CPNS"), ("2026-02-01", "9999-12-31", "PNS")],
    ),
    "a list before its time": (
        [aktif("2026-01-31"), ("2026-04-01", "cpns_ke_pns"), aktif("2026-04-30")],
        [("2026-01-31", "9999-12-31", "PNS")],
    ),
}


@pytest.mark.parametrize("name", [*SETS, *KINDS])
def test_any_order_of_import_knows_the_same_of_every_day(tmp_path: Path, name: str) -> None:
    documents, expected = (SETS | KINDS)[name]
    facet = "person_status" if name in SETS else "person_kind"
    known: list[dict[str, Any]] = []
    for number, order in enumerate(itertools.permutations(documents)):
        if isinstance(order[0][1], str):
            continue  # a movement of somebody unknown is refused
        path = str(tmp_path / f"{number}.sqlite")
        create(path)
        with open_database(path, Access.WRITE) as db:
            for document in order:
                before = content(db)
                last = imported(db, document)
            known.append(day_by_day(db))
            assert known[-1][facet] == expected, order
            assert known[-1] == known[0], order
            if last.log.opened:
                assert not undo(db, ACTOR, last.log.batch_id).kept
                assert content(db) == before


def told(intake: Intake) -> list[tuple[str, str | None, str]]:
    return [(f.code, f.cell, str(f.values["cell"])) for t in intake.taken for f in t.sheet.findings]


@pytest.mark.parametrize(
    ("day", "event", "first", "then"),
    [
        # The list of 31 January: K2 is its status, J2 its kind, B2 of a movement the event, C2 its day.
        ("2026-01-20", "meninggal", "movement_stands", "status_against_movement"),
        ("2026-01-20", "cltn", "movement_until_roster", "status_against_movement"),
        ("2026-02-10", "aktif_kembali", "movement_known_before", ""),
        ("2026-02-10", "cpns_ke_pns", "movement_known_before", ""),
        ("2026-02-10", "meninggal", "", "status_against_movement"),
        ("2026-02-10", "cltn", "", "status_against_movement"),
        ("2026-01-31", "cltn", "movement_stands", "status_against_movement"),
    ],
)
def test_a_disagreement_names_both_cells_on_either_side(
    db: Database, day: str, event: str, first: str, then: str
) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-01-31")
    letter = "J" if event == "cpns_ke_pns" else "K"
    assert told(imported(db, (day, event))) == ([(first, "B2", f"daftar.xlsx · Data!{letter}2")] if first else [])
    before = content(db)
    assert imported(db, (day, event)).log.opened is False
    later = take(db, "roster", ROSTER, [row()], dated="2026-02-28")
    # Where the list of 31 January stands already, that of February only says it again.
    gave_way = first == "movement_until_roster"
    assert told(later) == ([(then, "K2", "daftar.xlsx · Data!C2")] if then and not gave_way else [])
    if event != "cltn":
        assert content(db) == before


def test_who_came_back_before_the_first_list_has_its_post_from_the_return(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    take(db, "movements", MOVEMENT, [[SITI, "pindah", "2026-02-15"], [SITI, "masuk", "2026-05-01"]])
    # The post since 2023 ends with the leaving; the list of 30 June says it with a TMT before the return: so it holds from then on.
    assert day_by_day(db)["person_post"] == [("2023-01-01", "2026-02-14", 1), ("2026-05-01", "9999-12-31", 1)]
    assert day_by_day(db)["person_status"][-1] == ("2026-05-01", "9999-12-31", "aktif")


def test_a_list_behind_the_appointment_is_told_of(db: Database) -> None:
    take(db, "roster", ROSTER, [row(employee_kind="CPNS")], dated="2026-01-31")
    assert told(imported(db, ("2026-02-01", "cpns_ke_pns"))) == []
    later = take(db, "roster", ROSTER, [row(employee_kind="CPNS")], dated="2026-02-28")
    assert told(later) == [("kind_against_decree", "J2", "daftar.xlsx · Data!C2")]
    late = take(db, "roster", ROSTER, [row(employee_kind="CPNS", name="Siti C")], dated="2026-03-31")
    assert [code for code, *_ in told(late)] == ["kind_against_decree"]
    earlier = imported(db, ("2026-01-01", "cpns_ke_pns"))
    assert told(earlier) == [("movement_stands", "B2", "daftar.xlsx · Data!J2")]


def test_who_has_left_by_a_list_holds_no_post_from_its_day(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-01-31")
    before = content(db)
    left = take(db, "roster", ROSTER, [row(status="keluar")], dated="2026-02-28")
    assert day_by_day(db)["person_post"] == [("2023-01-01", "2026-02-27", 1)]
    assert day_by_day(db)["person_unit"] == [("2023-01-01", "2026-02-27", 2)]
    again = take(db, "roster", ROSTER, [row(status="keluar")], dated="2026-03-31")
    assert (again.taken[-1].sheet.updated, again.taken[-1].sheet.unchanged) == (0, 1)
    undo(db, ACTOR, again.log.batch_id)
    undo(db, ACTOR, left.log.batch_id)
    assert content(db) == before


def test_who_left_by_a_list_comes_back_by_one_and_held_nothing_meanwhile(db: Database) -> None:
    for day, status in (("2026-01-31", "aktif"), ("2026-02-28", "keluar"), ("2026-05-31", "aktif")):
        take(db, "roster", ROSTER, [row(status=status)], dated=day)
    # Gone on 28 February, back on the list of 31 May.
    assert day_by_day(db)["person_post"] == [("2023-01-01", "2026-02-27", 1), ("2026-05-31", "9999-12-31", 1)]


@pytest.mark.parametrize(("since", "post"), [("2023-01-01", [("2023-01-01", "2026-02-27", 1)]), (None, [])])
def test_who_is_new_and_gone_held_the_post_up_to_the_day_before(db: Database, since: str | None, post: object) -> None:
    take(db, "roster", ROSTER, [row(status="keluar", position_since=since)], dated="2026-02-28")
    assert day_by_day(db)["person_post"] == post
    assert day_by_day(db)["person_status"] == [("2026-02-28", "9999-12-31", "keluar")]


def test_a_leave_told_after_a_list_that_changed_nothing(db: Database) -> None:
    """The list of March left no word on anybody: the leave of February holds, and the list read again counts from its day."""
    imported(db, aktif("2026-01-31"))
    imported(db, aktif("2026-03-31"))
    leave = imported(db, ("2026-02-15", "cltn"))
    (found,) = leave.taken[-1].sheet.findings
    assert (found.code, found.cell, found.values["day"]) == ("movement_after_roster", "B2", "2026-03-31")
    imported(db, aktif("2026-03-31"))
    assert day_by_day(db)["person_status"][1:] == [
        ("2026-02-15", "2026-03-30", "cltn"),
        ("2026-03-31", "9999-12-31", "aktif"),
    ]


def test_a_leave_with_both_ends_asks_for_no_list(db: Database) -> None:
    imported(db, aktif("2026-01-31"))
    imported(db, aktif("2026-03-31"))
    imported(db, ("2026-05-01", "aktif_kembali"))
    assert not imported(db, ("2026-02-15", "cltn")).taken[-1].sheet.findings
