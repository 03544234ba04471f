"""What a roster said of its day, a reorganisation of its own, and a movement of a decree: later lists do not undo it unseen."""

import pytest

from asnkarier.store.database import Database
from asnkarier.store.intake.undo import undo
from tests.store.intake.lists import ACTOR, content, take
from tests.store.intake.test_taking_in import BUDI, ROSTER, SITI, codes, db, row

__all__ = ("db",)
POSTS = "SELECT p.name, s.since, s.until, s.stated FROM person_post s JOIN position p ON p.id = s.position_id ORDER BY s.since"
STATUS = "SELECT status, since, until FROM person_status ORDER BY since"
UNITS = "SELECT u.name, s.since, s.until FROM person_unit s JOIN unit u ON u.id = s.unit_id ORDER BY s.since"


@pytest.mark.parametrize("told", ["2022-01-01", "2021-06-01"])
def test_a_new_post_with_the_old_tmt_begins_on_the_day_of_the_list(db: Database, told: str) -> None:
    """In January the person was still in the first post, whatever the column of TMT says in June."""
    take(
        db,
        "roster",
        ROSTER,
        [row(position="Kepala Seksi A", echelon="IV.a", position_since="2022-01-01")],
        dated="2025-01-31",
    )
    later = take(db, "roster", ROSTER, [row(position_since=told)], dated="2025-06-30")
    assert codes(later) == [("since_before_known", "warning", "E2")]
    assert db.rows(POSTS) == [
        ("Kepala Seksi A", "2022-01-01", "2025-06-29", 1),
        ("Kepala Bidang Arsip", "2025-06-30", "9999-12-31", 0),
    ]
    assert later.taken[-1].sheet.findings[0].values["cell"] == "daftar.xlsx · Data!C2"
    again = take(db, "roster", ROSTER, [row(position_since="2025-06-01")], dated="2025-07-31")
    assert codes(again) == []
    assert [post[1] for post in db.rows(POSTS)] == ["2022-01-01", "2025-06-01"]  # once the list has the TMT, it counts


def test_a_post_that_was_only_seen_is_not_back_dated_into_another(db: Database) -> None:
    take(
        db, "roster", ROSTER, [row(position="Kepala Seksi A", echelon="IV.a", position_since=None)], dated="2025-01-31"
    )
    take(db, "roster", ROSTER, [row(position_since="2022-01-01")], dated="2025-06-30")
    assert [post[:3] for post in db.rows(POSTS)] == [
        ("Kepala Seksi A", "2025-01-31", "2025-06-29"),
        ("Kepala Bidang Arsip", "2025-06-30", "9999-12-31"),
    ]


def test_a_list_of_the_same_day_still_corrects(db: Database) -> None:
    take(db, "roster", ROSTER, [row(position="Kepala Seksi A", echelon="IV.a")], dated="2025-01-31")
    again = take(db, "roster", ROSTER, [row()], dated="2025-01-31")
    assert codes(again) == []
    assert db.rows(POSTS) == [("Kepala Bidang Arsip", "2023-01-01", "9999-12-31", 1)]


def test_a_renamed_post_and_unit_bear_the_new_name_from_the_reorganisation_on(db: Database) -> None:
    take(db, "roster", ROSTER, [row(position="Kepala Bidang Data", unit="Bidang Data")], dated="2025-01-31")
    fields = ("kind", "old", "old_agency", "new", "new_agency", "effective_on", "how")
    take(
        db,
        "successions",
        fields,
        [
            ["unit", "Bidang Data", "Dinas Arsip", "Bidang Informasi", "Dinas Arsip", "2025-03-01", "rename"],
            ["position", "Kepala Bidang Data", "", "Kepala Bidang Informasi", "", "2025-03-01", "rename"],
        ],
    )
    renamed = row(position="Kepala Bidang Informasi", unit="Bidang Informasi")
    later = take(db, "roster", ROSTER, [renamed], dated="2025-04-30")
    assert codes(later) == []
    assert [post[:3] for post in db.rows(POSTS)] == [
        ("Kepala Bidang Data", "2023-01-01", "2025-02-28"),
        ("Kepala Bidang Informasi", "2025-03-01", "9999-12-31"),
    ]
    assert db.rows(UNITS) == [
        ("Bidang Data", "2023-01-01", "2025-02-28"),
        ("Bidang Informasi", "2025-03-01", "9999-12-31"),
    ]
    again = take(db, "roster", ROSTER, [renamed], dated="2025-05-31")
    assert codes(again) == []
    assert len(db.rows(POSTS)) == 2


MOVEMENT = ("nip", "event", "effective_on")


def test_who_left_by_decree_is_not_brought_back_by_a_list(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2025-01-31")
    take(db, "movements", MOVEMENT, [[SITI, "pensiun", "2025-03-01"]])
    later = take(db, "roster", ROSTER, [row()], dated="2025-06-30")
    assert codes(later) == [("status_against_movement", "warning", "K2")]
    assert later.taken[-1].sheet.findings[0].values["cell"] == "daftar.xlsx · Data!C2"
    assert db.rows(STATUS)[-1] == ("keluar", "2025-03-01", "9999-12-31")
    assert [post[2] for post in db.rows(POSTS)] == ["2025-02-28"]


def test_leave_between_two_movements_keeps_its_days(db: Database) -> None:
    """Leave of February to April stands against the list of 31 March, whenever that is imported."""
    take(db, "roster", ROSTER, [row()], dated="2025-01-31")
    take(db, "movements", MOVEMENT, [[SITI, "cltn", "2025-02-01"], [SITI, "aktif_kembali", "2025-05-01"]])
    take(db, "roster", ROSTER, [row()], dated="2025-06-30")
    late = take(db, "roster", ROSTER, [row()], dated="2025-03-31")
    assert [code for code, _severity, _cell in codes(late)] == ["status_against_movement"]
    assert ("cltn", "2025-02-01", "2025-04-30") in db.rows(STATUS)


def test_a_leave_without_an_end_gives_way_to_the_list_and_says_so(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2025-01-31")
    take(db, "movements", MOVEMENT, [[SITI, "cltn", "2025-02-01"]])
    later = take(db, "roster", ROSTER, [row()], dated="2025-06-30")
    assert codes(later) == [("status_against_movement", "warning", "K2")]
    assert db.rows(STATUS)[-2:] == [("cltn", "2025-02-01", "2025-06-29"), ("aktif", "2025-06-30", "9999-12-31")]


def test_a_blank_cell_that_can_clear_nothing_is_told_once_a_column(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2025-01-31")
    blank = row(status=None, employee_kind=None, golongan=None)
    assert codes(take(db, "roster", ROSTER, [blank], dated="2025-02-28")) == []
    cleared = take(db, "roster", ROSTER, [blank], dated="2025-03-31", clear_blanks=True)
    assert codes(cleared) == [("blank_kept", "warning", "J2"), ("blank_kept", "warning", "K2")]
    assert db.rows("SELECT employee_kind FROM person_kind") == [("PNS",)]


SUCCESSION = ("kind", "old", "old_agency", "new", "new_agency", "effective_on", "how")
A, B, C = "Kepala Bidang Data", "Kepala Bidang Informasi", "Kepala Bidang Statistik"


def chain(kind: str, *, cut: str = "") -> list[list[str]]:
    """A → B on 1 March, B → C on 1 July 2025; `cut` is taken off the names."""
    names = [name.removeprefix(cut) for name in (A, B, C)]
    days = ("2025-03-01", "2025-07-01")
    return [[kind, old, "", new, "", day, "rename"] for old, new, day in zip(names[:2], names[1:], days, strict=True)]


@pytest.mark.parametrize("between", [True, False])
def test_a_name_on_a_list_is_that_of_its_day_through_a_chain_of_names(db: Database, between: bool) -> None:
    if between:
        other = row(BUDI, position=B, unit="Bidang Informasi", name="Uji Lain")
        take(db, "roster", ROSTER, [other], dated="2025-04-30")
    take(db, "roster", ROSTER, [row(position=A, unit="Bidang Data")], dated="2025-01-31")
    take(db, "successions", SUCCESSION, [*chain("position"), *chain("unit", cut="Kepala ")])
    before = content(db)
    later = take(db, "roster", ROSTER, [row(position=C, unit="Bidang Statistik")], dated="2025-08-31")
    assert codes(later) == []
    # Siti's TMT is 2023 throughout; the middle name has its days where something on file bore it, else it is passed over.
    told = db.rows(
        "SELECT p.name, s.since, s.until FROM person_post s JOIN position p ON p.id = s.position_id"
        " JOIN person_nip n ON n.person_id = s.person_id WHERE n.nip = ? ORDER BY s.since",
        (SITI,),
    )
    middle = [(A, "2023-01-01", "2025-02-28"), (B, "2025-03-01", "2025-06-30")]
    assert told == [*(middle if between else [(A, "2023-01-01", "2025-06-30")]), (C, "2025-07-01", "9999-12-31")]
    undone = undo(db, ACTOR, later.log.batch_id)
    assert (undone.kept, undone.irreversible) == ([], [])
    assert content(db) == before


@pytest.mark.parametrize("since", ["2023-01-01", "2021-01-01"])
@pytest.mark.parametrize("history_first", [True, False])
def test_a_history_under_the_former_name_does_not_disagree(db: Database, history_first: bool, since: str) -> None:
    """Kepala Bidang Data was renamed on 1 June 2025: since 2023 it is one post; a history since 2021 disagrees in the day alone."""
    old = {"position": "Kepala Bidang Data", "unit": "Bidang Data"}
    take(db, "roster", ROSTER, [row(**old)], dated="2025-01-31")
    fields = ("kind", "old", "old_agency", "new", "new_agency", "effective_on", "how")
    renamed = [
        ("unit", "Bidang Data", "Dinas Arsip", "Bidang Arsip", "Dinas Arsip", "2025-06-01", "rename"),
        ("position", "Kepala Bidang Data", None, "Kepala Bidang Arsip", None, "2025-06-01", "rename"),
    ]
    take(db, "successions", fields, renamed)
    past = ("nip", "position", "since", "until")
    history = [[SITI, "Kepala Bidang Data", since, None]]
    if history_first:
        take(db, "history", past, history)
        told = take(db, "roster", ROSTER, [row()], dated="2025-07-31")
    else:
        take(db, "roster", ROSTER, [row()], dated="2025-07-31")
        told = take(db, "history", past, history)
    assert [code for code, *_ in codes(told)] == ["history_since_disagrees"] * (since != "2023-01-01")
    assert [post[:2] for post in db.rows(POSTS)] == [
        ("Kepala Bidang Data", "2023-01-01"),
        ("Kepala Bidang Arsip", "2025-06-01"),
    ]
