"""A reorganisation, the rosters before and after it and the list of units: in any order the file says the same in the end."""

from itertools import permutations
from pathlib import Path

import pytest

from asnkarier.core.access import Access
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.intake.session import Intake
from asnkarier.store.intake.undo import undo
from tests.store.intake.lists import ACTOR, content, take
from tests.store.intake.test_taking_in import BUDI, ROSTER, SITI, codes, row

SUCCESSION = ("kind", "old", "old_agency", "new", "new_agency", "effective_on", "how")
POSTS = (
    "SELECT n.nip, p.name, s.since, s.until, s.stated FROM person_post s JOIN position p ON p.id = s.position_id"
    " JOIN person_nip n ON n.person_id = s.person_id ORDER BY n.nip, s.since"
)
UNITS = (
    "SELECT n.nip, u.name, s.since, s.until, s.stated FROM person_unit s JOIN unit u ON u.id = s.unit_id"
    " JOIN person_nip n ON n.person_id = s.person_id ORDER BY n.nip, s.since"
)
TREE = "SELECT path_key, unit_code FROM unit ORDER BY path_key"
ON = "2025-06-01"


def old(db: Database, since: str | None) -> Intake:
    rows = [
        row(position="Kepala Bidang Data", unit="Bidang Data", position_since=since),
        row(BUDI, position="Pengelola Data", echelon=None, unit="Bidang Data", position_since=since),
    ]
    return take(db, "roster", ROSTER, rows, dated="2025-01-31")


def new(db: Database, since: str | None) -> Intake:
    rows = [
        row(position="Kepala Bidang Informasi", unit="Bidang Informasi", position_since=since),
        row(BUDI, position="Pengelola Data", echelon=None, unit="Bidang Informasi", position_since=since),
    ]
    return take(db, "roster", ROSTER, rows, dated="2025-07-31")


def sotk(db: Database, _: str | None) -> Intake:
    rows = [
        ["unit", "Bidang Data", "Dinas Arsip", "Bidang Informasi", "Dinas Arsip", ON, "rename"],
        ["position", "Kepala Bidang Data", "", "Kepala Bidang Informasi", "", ON, "rename"],
    ]
    return take(db, "successions", SUCCESSION, rows)


LISTS = {"old": old, "sotk": sotk, "new": new}


def told(db: Database) -> list[list[tuple[object, ...]]]:
    return [db.rows(POSTS), db.rows(UNITS), db.rows(TREE)]


def file_of(folder: Path, order: tuple[str, ...], since: str | None) -> list[list[tuple[object, ...]]]:
    """Import the lists in that order, and what a finding asks to import again."""
    path = str(folder / f"{'-'.join(order)}.sqlite")
    create(path)
    with open_database(path, Access.WRITE) as db:
        again = []
        for name in order:
            if any(code == "older_disagrees" for code, *_ in codes(LISTS[name](db, since))):
                again.append(name)
        for name in again:
            assert codes(LISTS[name](db, since)) == []
        result = told(db)
        for name in order:
            assert LISTS[name](db, since).log.count == 0
        assert told(db) == result
        return result


@pytest.mark.parametrize("since", ["2023-01-01", None])
def test_the_spans_are_the_same_whatever_came_first(tmp_path: Path, since: str | None) -> None:
    in_time = file_of(tmp_path, ("old", "sotk", "new"), since)
    first, stated = since or "2025-01-31", int(since is not None)
    assert in_time[0][0:2] == [
        (SITI, "Kepala Bidang Data", first, "2025-05-31", stated),
        (SITI, "Kepala Bidang Informasi", ON, "9999-12-31", 1),
    ]
    for order in permutations(LISTS):
        if order != ("old", "sotk", "new"):
            assert file_of(tmp_path, order, since)[:2] == in_time[:2], order


def test_what_a_late_reorganisation_moves_is_taken_back_with_it(tmp_path: Path) -> None:
    create(str(tmp_path / "kota.sqlite"))
    with open_database(str(tmp_path / "kota.sqlite"), Access.WRITE) as db:
        old(db, None)
        new(db, None)
        before = content(db)
        assert [day for _, _, day, *_ in db.rows(POSTS)][:2] == ["2025-01-31", "2025-07-31"]
        told_late = sotk(db, None)
        assert [day for _, _, day, *_ in db.rows(POSTS)][:2] == ["2025-01-31", ON]
        undo(db, ACTOR, told_late.log.batch_id)
        assert content(db) == before


def test_the_code_lies_with_the_newest_name_whatever_came_first(tmp_path: Path) -> None:
    fields = ("unit", "unit_code", "agency")
    before, after = [["Bidang Data", "1.01", "Dinas Arsip"]], [["Bidang Informasi", "1.01", "Dinas Arsip"]]
    trees = []
    for number, order in enumerate(permutations(("before", "after", "sotk"))):
        path = str(tmp_path / f"{number}.sqlite")
        create(path)
        with open_database(path, Access.WRITE) as db:
            again = []
            for name in order:
                if name == "sotk":
                    sotk(db, None)
                elif codes(take(db, "units", fields, before if name == "before" else after)):
                    again.append(name)  # the finding asks for the reorganisation first
            for name in again:
                assert codes(take(db, "units", fields, before if name == "before" else after)) == []
            trees.append(db.rows(TREE))
            for rows in (before, after):
                assert take(db, "units", fields, rows).log.count == 0
    assert trees[0] == [
        ("dinas arsip", ""),
        ("dinas arsip / bidang data", ""),
        ("dinas arsip / bidang informasi", "1.01"),
    ]
    assert all(tree == trees[0] for tree in trees)
