"""A second list of the very day takes back what only the first one said; who has left by a list gets nothing by an older one."""

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.access import Access
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.intake.undo import undo
from tests.store.intake.lists import ACTOR, content, take
from tests.store.intake.test_taking_in import ROSTER, codes, db, row

__all__ = ("db",)
DAY = "2026-06-30"
POSTS = (
    "SELECT n.name, s.since, s.until, s.stated FROM person_post s JOIN position n ON n.id = s.position_id ORDER BY 2"
)
UNITS = "SELECT n.name, s.since, s.until, s.stated FROM person_unit s JOIN unit n ON n.id = s.unit_id ORDER BY 2"
RANKS = "SELECT golongan, since, until, stated FROM person_golongan ORDER BY since"
STATUSES = "SELECT status, since, until, stated FROM person_status ORDER BY since"


def told(golongan: str = "III/c", since: str | None = "2020-04-01") -> list[str | None]:
    return row(
        position="Analis Uji", echelon=None, position_since="2021-02-01", golongan=golongan, golongan_since=since
    )


RIGHT = told()


@pytest.mark.parametrize("stated", [True, False], ids=["with a TMT", "without"])
def test_a_slip_on_the_first_list_of_a_day_leaves_nothing_behind(db: Database, stated: bool) -> None:
    take(db, "roster", ROSTER, [RIGHT], dated="2025-12-31")
    right = [db.rows(sql) for sql in (POSTS, UNITS, RANKS, STATUSES)]
    tmt = "2026-04-01" if stated else None
    wrong = row(
        position="Analis Salah", echelon=None, golongan="III/d", position_since=tmt, golongan_since=tmt, unit="Bidang Salah"
    )  # fmt: skip
    take(db, "roster", ROSTER, [wrong], dated=DAY)
    slipped = content(db)
    assert db.rows(RANKS)[-1] == ("III/d", tmt or DAY, "9999-12-31", int(stated))
    mended = take(db, "roster", ROSTER, [RIGHT], dated=DAY)
    assert [db.rows(sql) for sql in (POSTS, UNITS, RANKS, STATUSES)] == right
    again = take(db, "roster", ROSTER, [RIGHT], dated=DAY)
    assert (codes(again), again.log.opened) == ([], False)
    undone = undo(db, ACTOR, mended.log.batch_id)
    assert (undone.kept, undone.irreversible) == ([], [])
    assert content(db) == slipped


def test_a_corrected_tmt_takes_no_day_from_what_held_before(db: Database) -> None:
    """The first list says III/d since 1 April 2025, the corrected one of the same day since 1 June 2026: until then III/c."""
    take(db, "roster", ROSTER, [RIGHT], dated="2025-12-31")
    for since in ("2025-04-01", "2026-06-01"):
        taken = take(db, "roster", ROSTER, [told("III/d", since)], dated=DAY)
        # December's list says III/c, so that it is no word for III/d before its TMT.
        assert "begun_again" not in [code for code, _, _ in codes(taken)]
    assert db.rows(RANKS) == [("III/c", "2020-04-01", "2026-05-31", 1), ("III/d", "2026-06-01", "9999-12-31", 1)]


def test_what_an_earlier_list_says_too_is_no_slip(db: Database) -> None:
    """May says III/d already: June's list that says III/c again corrects June, not May."""
    take(db, "roster", ROSTER, [RIGHT], dated="2025-12-31")
    for day in ("2026-05-31", DAY):
        since = "2026-04-01" if day != DAY else "2026-03-01"
        take(db, "roster", ROSTER, [told("III/d", since)], dated=day)
    take(db, "roster", ROSTER, [RIGHT], dated=DAY)
    # The TMT of May's span was corrected in June; 31 May itself stays with III/d.
    assert [(rank, since) for rank, since, _, _ in db.rows(RANKS)] == [
        ("III/c", "2020-04-01"), ("III/d", "2026-03-01"), ("III/c", "2026-06-30"),
    ]  # fmt: skip


def test_the_source_of_what_begins_anew_is_a_list_that_says_it(db: Database) -> None:
    """III/d since 1 April 2025 is on June's list; December's, of a day in that time, says III/c."""
    take(db, "roster", ROSTER, [RIGHT], dated="2025-12-31")
    take(db, "roster", ROSTER, [told("III/d", "2025-04-01")], dated=DAY)
    later = take(db, "roster", ROSTER, [told("III/d", "2026-07-01")], dated="2026-07-31")
    found = [f.values for f in later.taken[-1].sheet.findings if f.code == "begun_again"]
    assert [one["later"] for one in found] == [DAY]


LISTS: dict[str, tuple[str, dict[str, Any]]] = {
    "jan": ("2026-01-31", {"status": "aktif"}),
    "jun": ("2026-06-30", {"status": "keluar"}),
    "sep": ("2026-09-30", {"status": "keluar"}),
}


@pytest.mark.parametrize("order", list(permutations(LISTS)), ids=" ".join)
@pytest.mark.parametrize("since", [None, "2022-01-01"])
def test_who_has_left_by_a_list_gets_no_post_by_an_older_one(
    tmp_path: Path, order: tuple[str, ...], since: str | None
) -> None:
    path = str(tmp_path / "kota.sqlite")
    create(path)
    with open_database(path, Access.WRITE) as db:
        for name in order:
            day, said = LISTS[name]
            take(db, "roster", ROSTER, [row(position_since=since, **said)], dated=day, today="2026-10-01")
        begun, stated = (since, 1) if since else ("2026-01-31", 0)
        # The list of 30 June says that she has left: 29 June is the last day of everything.
        assert [one[1:] for one in db.rows(POSTS)] == [(begun, "2026-06-29", stated)]
        assert db.rows(UNITS)[-1][2] == "2026-06-29"
        assert db.rows(STATUSES) == [
            ("aktif", "2026-01-31", "2026-06-29", 0),
            ("keluar", "2026-06-30", "9999-12-31", 0),
        ]
        for name in order:
            day, said = LISTS[name]
            again = take(db, "roster", ROSTER, [row(position_since=since, **said)], dated=day, today="2026-10-01")
            assert not again.log.opened


def test_what_a_later_list_found_again_is_no_slip_of_the_first(db: Database) -> None:
    """January and March say A; a corrected list of January says B since 2020: read once or twice, A stands from January on."""
    fields = ("nip", "name", "position", "position_since", "employee_kind", "status")

    def one(post: str, since: str | None) -> list[str | None]:
        return [row()[0], "Siti Contoh", post, since, "PNS", "aktif"]

    take(db, "roster", fields, [one("Analis", None)], dated="2026-01-31")
    take(db, "roster", fields, [one("Analis", None)], dated="2026-03-31")
    first = take(db, "roster", fields, [one("Arsiparis", "2020-02-07")], dated="2026-01-31")
    assert codes(first) == [("older_disagrees", "warning", "C2")]
    stands = [("Arsiparis", "2020-02-07", "2026-01-30", 1), ("Analis", "2026-01-31", "9999-12-31", 0)]
    assert db.rows(POSTS) == stands
    again = take(db, "roster", fields, [one("Arsiparis", "2020-02-07")], dated="2026-01-31")
    assert (again.log.opened, db.rows(POSTS)) == (False, stands)


def test_the_post_before_reaches_up_to_a_beginning_that_is_put_off(db: Database) -> None:
    """In June the post is B since 1 June, in July since 15 June: A, known from April, is held until 14 June."""

    def one(post: str, since: str) -> list[str | None]:
        return row(position=post, position_since=since, echelon=None)

    take(db, "roster", ROSTER, [one("Analis A", "2019-02-01")], dated="2026-04-30")
    take(db, "roster", ROSTER, [one("Analis B", "2026-06-01")], dated=DAY)
    july = take(db, "roster", ROSTER, [one("Analis B", "2026-06-15")], dated="2026-07-31", today="2026-08-01")
    assert codes(july) == []
    assert db.rows(POSTS) == [
        ("Analis A", "2019-02-01", "2026-06-14", 1),
        ("Analis B", "2026-06-15", "9999-12-31", 1),
    ]
