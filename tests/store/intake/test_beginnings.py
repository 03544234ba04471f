"""Since when a post and a unit hold where the row does not say, and a person whom two agencies list on one day."""

import pytest

from asnkarier.store.database import Database
from asnkarier.store.hand.edits import renew_nip
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.intake.undo import undo
from tests.store.intake.lists import ACTOR, content, take
from tests.store.intake.test_days_that_stand import MOVEMENT, POSTS, UNITS
from tests.store.intake.test_taking_in import ROSTER, SITI, codes, db, row

__all__ = ("db",)
OPEN = "9999-12-31"


def analyst(since: str | None, unit: str = "Bidang Arsip", agency: str = "Dinas Arsip") -> list[str | None]:
    return row(position="Analis", echelon=None, position_since=since, unit=unit, agency=agency)


def test_a_transfer_to_the_same_post_elsewhere_is_there_from_the_tmt_on(db: Database) -> None:
    """The list of 31 March states the TMT 15 February: from 15 February, not only from 31 March, in the other agency."""
    take(db, "roster", ROSTER, [analyst("2022-01-01")], dated="2025-01-31")
    before = content(db)
    later = take(db, "roster", ROSTER, [analyst("2025-02-15", "Sekretariat", "Dinas Data")], dated="2025-03-31")
    assert codes(later) == [("begun_again", "warning", "E2")]
    assert db.rows(UNITS) == [("Bidang Arsip", "2025-01-31", "2025-02-14"), ("Sekretariat", "2025-02-15", OPEN)]
    take(db, "roster", ROSTER, [analyst("2025-05-02")], dated="2025-06-30")
    assert db.rows(UNITS)[1:] == [("Sekretariat", "2025-02-15", "2025-05-01"), ("Bidang Arsip", "2025-05-02", OPEN)]
    assert [post[1:3] for post in db.rows(POSTS)] == [
        ("2022-01-01", "2025-02-14"),
        ("2025-02-15", "2025-05-01"),
        ("2025-05-02", OPEN),
    ]
    for number in (later.log.batch_id + 1, later.log.batch_id):
        undone = undo(db, ACTOR, number)
        assert (undone.kept, undone.irreversible) == ([], [])
    assert content(db) == before


@pytest.mark.parametrize(
    ("since", "moved"), [("2025-01-31", "2025-03-31"), ("2025-02-01", "2025-02-01"), (None, "2025-03-31")]
)
def test_a_tmt_not_after_the_last_list_says_nothing_of_the_unit(db: Database, since: str | None, moved: str) -> None:
    # On 31 January the first list says Bidang Arsip; only a TMT from 1 February on lies behind it.
    take(db, "roster", ROSTER, [analyst("2022-01-01")], dated="2025-01-31")
    take(db, "roster", ROSTER, [analyst(since, "Sekretariat")], dated="2025-03-31")
    assert db.rows(UNITS)[-1] == ("Sekretariat", moved, OPEN)


def test_a_tmt_known_already_moves_nobody_back(db: Database) -> None:
    """March knew the TMT and the old unit; that the unit is another in June began in June, as far as is known."""
    take(db, "roster", ROSTER, [analyst("2022-01-01")], dated="2025-01-31")
    take(db, "roster", ROSTER, [analyst("2025-02-15")], dated="2025-03-31")
    take(db, "roster", ROSTER, [analyst("2025-02-15", "Sekretariat")], dated="2025-06-30")
    assert db.rows(UNITS)[-1] == ("Sekretariat", "2025-06-30", OPEN)


@pytest.mark.parametrize("since", ["2020-03-01", "2025-06-10"])
def test_who_comes_back_holds_the_post_from_the_return_on(db: Database, since: str) -> None:
    """Dismissed on 1 April and reinstated on 10 June: a list with the TMT of old fills none of the days between."""
    take(db, "roster", ROSTER, [row(position_since="2020-03-01")], dated="2025-01-31")
    events = [[SITI, "diberhentikan", "2025-04-01"], [SITI, "aktif_kembali", "2025-06-10"]]
    take(db, "movements", MOVEMENT, events)
    back = take(db, "roster", ROSTER, [row(position_since=since)], dated="2025-06-30")
    assert codes(back) == []
    post = "Kepala Bidang Arsip"
    assert db.rows(POSTS) == [(post, "2020-03-01", "2025-03-31", 1), (post, "2025-06-10", OPEN, 1)]
    assert [unit[1:] for unit in db.rows(UNITS)] == [("2020-03-01", "2025-03-31"), ("2025-06-10", OPEN)]
    again = take(db, "roster", ROSTER, [row(position_since=since)], dated="2025-07-31")
    assert (codes(again), again.log.count) == ([], 0)


def test_two_agencies_that_list_one_person_on_one_day(db: Database) -> None:
    take(db, "roster", ROSTER, [analyst("2020-03-01")], dated="2025-01-31")
    other = take(db, "roster", ROSTER, [analyst(None, "Sekretariat", "Dinas Data")], dated="2025-01-31")
    assert codes(other) == [("same_day_disagrees", "warning", "F2")]
    values = other.taken[-1].sheet.findings[0].values
    assert (values["known"], values["cell"]) == ("Dinas Arsip / Bidang Arsip", "daftar.xlsx · Data!F2")
    assert values["told"] == "Dinas Data / Sekretariat"
    assert [unit[0] for unit in db.rows(UNITS)] == ["Sekretariat"]
    back = take(db, "roster", ROSTER, [analyst("2020-03-01")], dated="2025-01-31")
    assert codes(back) == [("same_day_disagrees", "warning", "F2")]


def test_a_transfer_by_the_next_list_or_a_corrected_unit_is_no_contradiction(db: Database) -> None:
    take(db, "roster", ROSTER, [analyst("2020-03-01")], dated="2025-01-31")
    assert codes(take(db, "roster", ROSTER, [analyst("2020-03-01", "Sekretariat")], dated="2025-01-31")) == []
    moved = take(db, "roster", ROSTER, [analyst(None, "Sekretariat", "Dinas Data")], dated="2025-02-01")
    assert codes(moved) == []


@pytest.mark.parametrize(("post", "found"), [("Analis", "row_twice"), ("Penyuluh", "rows_disagree")])
def test_two_rows_about_one_person_under_two_of_his_nips(db: Database, post: str, found: str) -> None:
    new = "198001012005012999"
    take(db, "roster", ROSTER, [analyst("2022-01-01")], dated="2025-01-31")
    log = ChangeLog(db, ACTOR, "edit", "SK")
    renew_nip(db, log, int(db.rows("SELECT id FROM person")[0][0]), new, "2025-02-01")
    log.close()
    before = content(db)
    both = [
        [new, *analyst("2022-01-01")[1:]],
        [SITI, *row(position=post, echelon=None, position_since="2022-01-01")[1:]],
    ]
    taken = take(db, "roster", ROSTER, both, dated="2025-03-31")
    assert [code for code, _, _ in codes(taken)] == [found] * (2 if found == "rows_disagree" else 1)
    assert next(cell for _, _, cell in codes(taken)) == "A3"
    assert content(db) == before


@pytest.mark.parametrize(
    ("later", "expected"),
    [("2024-10-01", ["pay_step_fell"]), ("2026-10-01", []), ("2026-10-02", [])],
)
def test_a_last_pay_step_that_goes_back_is_told(db: Database, later: str, expected: list[str]) -> None:
    fields = (*ROSTER, "last_pay_step")
    take(db, "roster", fields, [[*row(), "2026-10-01"]], dated="2026-10-31", today="2026-12-01")
    again = take(db, "roster", fields, [[*row(), later]], dated="2026-11-30", today="2026-12-01")
    assert [code for code, *_ in codes(again)] == expected
    assert db.rows("SELECT last_pay_step FROM person") == [(later,)]
