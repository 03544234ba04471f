from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import pytest

from asnkarier.core.access import Access, Actor
from asnkarier.core.errors import Usage
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.intake.undo import undo
from tests.store.intake.lists import ACTOR, TABLES, content, take

ROSTER = ("nip", "name", "position", "position_since", "unit", "agency", "golongan", "golongan_since", "employee_kind")
SITI = [
    "198001012005012901", "Siti Contoh", "Kepala Bidang Arsip", "2023-01-01", "Bidang Arsip", "Dinas Arsip", "III/d", "2022-04-01", "PNS",
]  # fmt: skip
BUDI = [
    "198102022006021902", "Budi Contoh", "Arsiparis Ahli Muda", "2021-06-01", "Bidang Arsip", "Dinas Arsip", "III/c", "2020-10-01", "PNS",
]  # fmt: skip


@pytest.fixture
def city(tmp_path: Path) -> str:
    path = str(tmp_path / "kota.sqlite")
    create(path)
    return path


def test_undoing_the_only_import_leaves_an_empty_city(city: str) -> None:
    with open_database(city, Access.WRITE) as db:
        before = content(db)
        take(db, "roster", ROSTER, [SITI, BUDI], dated="2026-06-30")
        result = undo(db, ACTOR, 1)
        assert content(db) == before
        assert not result.kept
        assert not result.irreversible
        assert [item.person for item in result.reversed if item.table == "person"] == [
            "198102022006021902 Budi Contoh",
            "198001012005012901 Siti Contoh",
        ]


def test_undoing_an_update_restores_values_and_spans(city: str) -> None:
    with open_database(city, Access.WRITE) as db:
        take(db, "roster", ROSTER, [SITI, BUDI], dated="2026-06-30")
        before = content(db)
        promoted = [*SITI[:6], "IV/a", "2026-10-01", "PNS"]
        moved = [*BUDI[:4], "Bidang Layanan", *BUDI[5:]]
        take(db, "roster", ROSTER, [promoted, moved], dated="2026-10-31")
        assert content(db) != before
        result = undo(db, ACTOR, 2)
        assert content(db) == before
        assert not result.kept


def test_what_has_changed_since_stays_and_is_listed(city: str) -> None:
    with open_database(city, Access.WRITE) as db:
        take(db, "roster", ROSTER, [SITI, BUDI], dated="2026-06-30")
        take(db, "roster", ROSTER, [[*SITI[:1], "Siti C.", *SITI[2:]]], dated="2026-07-31")
        take(db, "roster", ROSTER, [[*SITI[:1], "Siti Contoh Ibrahim", *SITI[2:]]], dated="2026-08-31")
        result = undo(db, ACTOR, 2)
        assert [(item.field, item.old, item.new, item.reason) for item in result.kept] == [
            ("name", "Siti Contoh", "Siti Contoh Ibrahim", "changed_since")
        ]
        assert db.one("SELECT name FROM person WHERE id = 1") == ("Siti Contoh Ibrahim",)
        everything = undo(db, ACTOR, 1)
        assert "changed_since" in {item.reason for item in everything.kept if item.table == "person"}


def test_a_span_is_not_reopened_over_one_that_stays(city: str) -> None:
    with open_database(city, Access.WRITE) as db:
        take(db, "roster", ROSTER, [BUDI], dated="2026-01-31")
        moved = [*BUDI[:4], "Bidang Layanan", *BUDI[5:]]
        take(db, "roster", ROSTER, [moved], dated="2026-05-31")
        take(db, "movements", ("nip", "event", "effective_on"), [[BUDI[0], "pindah", "2026-08-01"]])
        before = db.rows("SELECT since, until FROM person_unit ORDER BY since")
        # The movement closed the second span on 31 July, so that span stays; the first must then stay closed too:
        # reopened to 9999 it would put Budi in two units from June on, and in one after he had left.
        result = undo(db, ACTOR, 2)
        assert db.rows("SELECT since, until FROM person_unit ORDER BY since") == before
        assert {(item.op, item.field, item.reason) for item in result.kept if item.table == "person_unit"} == {
            ("I", "", "changed_since"),
            ("U", "until", "changed_since"),
        }


def test_an_undo_can_be_undone(city: str) -> None:
    with open_database(city, Access.WRITE) as db:
        take(db, "roster", ROSTER, [SITI, BUDI], dated="2026-06-30")
        before = content(db)
        undone = undo(db, ACTOR, 1)
        undo(db, ACTOR, undone.undo_batch)
        assert content(db) == before
        assert db.one("SELECT undone_by FROM batch WHERE id = 1") == (None,)


@pytest.mark.parametrize("second", [None, "IV/a"])
def test_each_undo_of_an_undo_turns_all_of_it_round(city: str, second: str | None) -> None:
    """What came in goes, comes back, goes again: the whole of it each time, units and posts too."""
    with open_database(city, Access.WRITE) as db:
        if second is not None:
            take(db, "roster", ROSTER, [SITI, BUDI], dated="2026-05-31")
        without = content(db)
        changed = [*SITI]
        if second is not None:
            changed[ROSTER.index("golongan")] = second
        last = take(db, "roster", ROSTER, [changed, BUDI], dated="2026-06-30").log.batch_id
        with_it = content(db)
        assert with_it != without
        for turn in range(6):
            last = undo(db, ACTOR, last).undo_batch
            assert content(db) == (with_it if turn % 2 else without)


def test_a_value_goes_and_comes_with_its_undo(city: str) -> None:
    """JP 10, then 12; undo: 10, undo of that: 12, undo of that: 10 again."""
    fields = ("nip", "title", "year", "jp")
    with open_database(city, Access.WRITE) as db:
        take(db, "roster", ROSTER, [SITI], dated="2026-05-31")
        take(db, "trainings", fields, [[SITI[0], "A", 2025, 100_000]])
        last = take(db, "trainings", fields, [[SITI[0], "A", 2025, 120_000]]).log.batch_id
        for expected in (100_000, 120_000, 100_000, 120_000):
            last = undo(db, ACTOR, last).undo_batch
            assert db.rows("SELECT jp FROM training") == [(expected,)]


def test_a_batch_is_taken_back_once(city: str) -> None:
    with open_database(city, Access.WRITE) as db:
        take(db, "roster", ROSTER, [SITI], dated="2026-06-30")
        undo(db, ACTOR, 1)
        with pytest.raises(Usage, match="batch_undone"):
            undo(db, ACTOR, 1)
        with pytest.raises(Usage, match="batch_unknown"):
            undo(db, ACTOR, 99)


def test_a_unit_that_others_use_by_now_cannot_go(city: str) -> None:
    with open_database(city, Access.WRITE) as db:
        take(db, "roster", ROSTER, [SITI], dated="2026-06-30")
        take(db, "roster", ROSTER, [BUDI], dated="2026-06-30")
        result = undo(db, ACTOR, 1)
        assert {(i.table, i.reason) for i in result.irreversible} == {("unit", "in_use")}
        assert db.rows("SELECT COUNT(*) FROM person") == [(1,)]


def test_undo_of_an_assessment_takes_its_levels_along(city: str, tmp_path: Path) -> None:
    with open_database(city, Access.WRITE) as db:
        seed(db)
        take(db, "roster", ROSTER, [SITI], dated="2026-06-30")
        before = content(db)
        fields = ("nip", "assessed_on", "level:Integritas", "level:Kerja Sama")
        take(db, "assessments", fields, [[SITI[0], "2025-05-05", 30000, 25000]])
        assert db.rows("SELECT COUNT(*) FROM assessment_level") == [(2,)]
        undo(db, ACTOR, 2)
        assert content(db) == before


def seed(db: Database) -> None:
    db.many(
        "INSERT INTO competency (id, name, name_key, grp, rank) VALUES (?,?,?,'manajerial',?)",
        [(1, "Integritas", "integritas", 1), (2, "Kerja Sama", "kerja sama", 2)],
    )


def test_the_actor_of_an_undo_is_named(city: str) -> None:
    with open_database(city, Access.WRITE) as db:
        take(db, "roster", ROSTER, [SITI], dated="2026-06-30")
        undo(db, Actor("Kepala Bidang", datetime(2026, 7, 1, tzinfo=UTC)), 1)
        assert db.one("SELECT entered_by, undoes FROM batch WHERE id = 2") == ("Kepala Bidang", 1)


def test_an_undo_longer_than_the_logs_buffer(city: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("asnkarier.store.intake.log.FLUSH_AT", 1)
    with open_database(city, Access.WRITE) as db:
        before = content(db)
        take(db, "roster", ROSTER, [SITI, BUDI], dated="2026-06-30")
        undo(db, ACTOR, 1)
        assert content(db) == before
        taken_back = {row[0] for row in db.rows("SELECT reverses FROM change WHERE reverses > 0")}
        assert taken_back == {row[0] for row in db.rows("SELECT id FROM change WHERE batch_id = 1")}


def test_what_came_with_an_import_taken_back_is_not_put_back(city: str) -> None:
    """Import 3 deletes what import 2 brought; 2 is taken back, then 3: the sentence of 2 must not rise again."""
    fields = ("nip", "level", "sanction", "decided_on")
    light, heavy = [[SITI[0], level, level, "2026-01-05"] for level in ("ringan", "sedang")]
    with open_database(city, Access.WRITE) as db:
        take(db, "roster", ROSTER, [SITI], dated="2026-06-30")
        before = content(db)
        take(db, "discipline", fields, [light, heavy])
        take(db, "discipline", fields, [light], replace=True)
        assert db.rows("SELECT level FROM discipline") == [("ringan",)]
        undo(db, ACTOR, 2)
        result = undo(db, ACTOR, 3)
        assert db.rows("SELECT level FROM discipline") == []
        assert [(item.table, item.reason) for item in result.kept] == [("discipline", "taken_back")]
        assert content(db) == before


def test_the_last_first_brings_everything_back(city: str) -> None:
    fields = ("nip", "level", "sanction", "decided_on")
    light, heavy = [[SITI[0], level, level, "2026-01-05"] for level in ("ringan", "sedang")]
    with open_database(city, Access.WRITE) as db:
        take(db, "roster", ROSTER, [SITI], dated="2026-06-30")
        take(db, "discipline", fields, [light, heavy])
        both = content(db)
        take(db, "discipline", fields, [light], replace=True)
        undone = undo(db, ACTOR, 3)
        assert content(db) == both
        undo(db, ACTOR, undone.undo_batch)
        assert db.rows("SELECT level FROM discipline") == [("ringan",)]


@pytest.mark.parametrize("order", list(permutations((2, 3, 4))))
def test_in_whatever_order_imports_are_taken_back_nothing_of_them_stays(city: str, order: tuple[int, ...]) -> None:
    """A later import keeps an earlier one's value or row from going; once it is gone too, neither may stay or rise again."""
    fields = ("nip", "year", "period", "predicate", "feedback")
    with open_database(city, Access.WRITE) as db:
        take(db, "roster", ROSTER, [SITI], dated="2026-06-30")
        before = content(db)
        for said in (("baik", "a"), ("kurang", "b"), ("kurang", "c")):
            take(db, "evaluations", fields, [[SITI[0], 2025, "annual", *said]])
        for number in order:
            undo(db, ACTOR, number)
        assert content(db) == before


def test_a_value_of_an_import_taken_back_does_not_come_again(city: str) -> None:
    fields = ("nip", "year", "period", "predicate", "feedback")
    with open_database(city, Access.WRITE) as db:
        take(db, "roster", ROSTER, [SITI], dated="2026-06-30")
        for text in "abc":
            take(db, "evaluations", fields, [[SITI[0], 2025, "annual", "baik", text]])
        told = "SELECT feedback FROM evaluation"
        undo(db, ACTOR, 3)  # "b" has become "c" since: it stays
        assert db.rows(told) == [("c",)]
        last = undo(db, ACTOR, 4)
        assert db.rows(told) == [("a",)]
        undo(db, ACTOR, last.undo_batch)
        assert db.rows(told) == [("c",)]


def test_who_came_back_by_another_list_is_not_put_back_beside_himself(city: str) -> None:
    """Import 1 is taken back and its list comes again as 3; the undo of the undo must not lay the old spans over the new ones."""
    with open_database(city, Access.WRITE) as db:
        take(db, "roster", ROSTER, [SITI], dated="2026-06-30")
        first = undo(db, ACTOR, 1)
        later = [*SITI[:3], "2023-02-01", *SITI[4:]]
        take(db, "roster", ROSTER, [later], dated="2026-06-30")
        before = content(db)
        again = undo(db, ACTOR, first.undo_batch)
        people = [table for table in TABLES if table.startswith("person")]
        assert {table: content(db)[table] for table in people} == {table: before[table] for table in people}
        assert {item.reason for item in again.irreversible} == {"in_use"}
        assert "person" in {item.table for item in again.irreversible}


def test_what_was_taken_out_keeps_its_number(city: str) -> None:
    with open_database(city, Access.WRITE) as db:
        take(db, "roster", ROSTER, [SITI], dated="2026-06-30")
        numbers = [db.one(f"SELECT MAX(id) FROM {table}") for table in ("person", "unit", "position")]
        first = undo(db, ACTOR, 1)
        other = [
            "198102022006022902",
            "Uji Lain",
            "Arsiparis Ahli Muda",
            "2021-06-01",
            "Bidang Lain",
            "Dinas Lain",
            *BUDI[6:],
        ]
        take(db, "roster", ROSTER, [other], dated="2026-06-30")
        assert all(
            db.one(f"SELECT MIN(id) > ? FROM {table}", (number[0] if number else 0,)) == (1,)
            for table, number in zip(("person", "unit", "position"), numbers, strict=True)
        )
        again = undo(db, ACTOR, first.undo_batch)
        assert (again.kept, again.irreversible) == ([], [])
        held = "SELECT u.name FROM person_unit s JOIN unit u ON u.id = s.unit_id ORDER BY s.person_id"
        assert db.rows(held) == [("Bidang Arsip",), ("Bidang Lain",)]


def test_an_undo_that_stands_again_is_named_by_what_it_took_back(city: str) -> None:
    with open_database(city, Access.WRITE) as db:
        take(db, "roster", ROSTER, [SITI], dated="2026-01-31")
        (first,) = db.one("SELECT MAX(id) FROM batch") or ()
        undone = undo(db, ACTOR, first).undo_batch
        brought_back = undo(db, ACTOR, undone).undo_batch
        undo(db, ACTOR, brought_back)
        # The import is taken back by the first undo again, which stands; what brought it back does not.
        assert db.one("SELECT undone_by FROM batch WHERE id = ?", (first,)) == (undone,)
        assert db.one("SELECT undone_by FROM batch WHERE id = ?", (undone,)) == (None,)
        with pytest.raises(Usage):
            undo(db, ACTOR, first)


def test_an_undo_of_an_undo_that_another_has_overtaken_is_refused(city: str) -> None:
    """1 is taken back by 2, brought back by 3, taken back anew by 4: taking back 3 would let 2 stand against it beside 4."""
    with open_database(city, Access.WRITE) as db:
        take(db, "roster", ROSTER, [SITI], dated="2026-01-31")
        with_it = content(db)
        for number, by in ((1, 2), (2, 3), (1, 4)):
            assert undo(db, ACTOR, number).undo_batch == by
        without, known = content(db), db.rows("SELECT id, undoes, undone_by FROM batch ORDER BY id")
        with pytest.raises(Usage, match="undo_overtaken") as refused:
            undo(db, ACTOR, 3)
        assert refused.value.values == {"batch": 3, "target": 1, "by": 4}
        assert (content(db), db.rows("SELECT id, undoes, undone_by FROM batch ORDER BY id")) == (without, known)
        # What the refusal proposes: 4 taken back, the import stands again, and then 3 can be taken back.
        undo(db, ACTOR, 4)
        assert content(db) == with_it
        undo(db, ACTOR, 3)
        assert content(db) == without
        assert db.one("SELECT undone_by FROM batch WHERE id = 1") == (2,)


@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
@pytest.mark.parametrize("second", ["a promotion", "a pension", "a later roster"])
def test_who_came_with_the_first_of_two_imports_goes_when_both_are_taken_back(
    city: str, second: str, order: tuple[int, ...]
) -> None:
    with open_database(city, Access.WRITE) as db:
        before = content(db)
        take(db, "roster", ROSTER, [SITI, BUDI], dated="2026-01-31")
        if second == "a pension":
            take(db, "movements", ("nip", "event", "effective_on"), [(SITI[0], "pensiun", "2026-03-01")])
        else:
            later = [*SITI[:2], "Kepala Bidang Layanan", "2026-03-01", "Bidang Layanan", *SITI[5:]]
            take(db, "roster", ROSTER, [later if second == "a promotion" else SITI, BUDI], dated="2026-06-30")
        results = [undo(db, ACTOR, number) for number in order]
        assert content(db) == before
        # Each person goes once, with the undo that nothing of the other stands against any more, and is listed there.
        went = [
            item.person for result in results for item in result.reversed if (item.table, item.op) == ("person", "I")
        ]
        assert sorted(went) == [f"{who[0]} {who[1]}" for who in (SITI, BUDI)]
        assert not results[-1].irreversible
