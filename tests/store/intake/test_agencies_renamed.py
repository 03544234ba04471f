"""Agencies that were renamed or merged, named in a reorganisation alone: who sat in them is followed all the same, in any order."""

from itertools import permutations
from pathlib import Path

import pytest

from asnkarier.core.access import Access
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.intake.session import Intake
from tests.store.intake.lists import take
from tests.store.intake.test_any_order import SUCCESSION
from tests.store.intake.test_taking_in import BUDI, ROSTER, codes, row

POSTS = (
    "SELECT n.nip, p.name, a.name, s.since, s.until FROM person_post s JOIN position p ON p.id = s.position_id"
    " LEFT JOIN unit u ON u.id = p.unit_id LEFT JOIN unit a ON a.id = u.agency_id"
    " JOIN person_nip n ON n.person_id = s.person_id ORDER BY n.nip, s.since"
)
UNITS = (
    "SELECT n.nip, u.name, a.name, s.since, s.until FROM person_unit s JOIN unit u ON u.id = s.unit_id"
    " JOIN unit a ON a.id = u.agency_id JOIN person_nip n ON n.person_id = s.person_id ORDER BY n.nip, s.since"
)


def roster(db: Database, agency: str, other: str, day: str) -> Intake:
    """Two heads since 2022, each of a Bidang Tata Ruang, one in each agency."""
    rows = [
        row(position="Kepala Bidang Tata Ruang", unit="Bidang Tata Ruang", agency=agency, position_since="2022-02-01"),
        row(
            BUDI,
            position="Kepala Bidang Tata Ruang",
            unit="Bidang Tata Ruang",
            agency=other,
            position_since="2022-02-01",
        ),
    ]
    return take(db, "roster", ROSTER, rows, dated=day)


def changes(db: Database, *rows: list[str]) -> Intake:
    return take(db, "successions", SUCCESSION, [["unit", *values] for values in rows])


def before(db: Database) -> Intake:
    return roster(db, "Dinas PU", "Dinas Pasar", "2023-12-31")


def renamed(db: Database) -> Intake:
    return changes(db, ["Dinas PU", "", "Dinas PUPR", "", "2024-01-01", "rename"])


def moved(db: Database) -> Intake:
    return changes(
        db, ["Bidang Tata Ruang", "Dinas PUPR", "Bidang Tata Ruang", "Dinas Tata Kota", "2025-01-01", "move"]
    )


def after(db: Database) -> Intake:
    return roster(db, "Dinas Tata Kota", "Dinas Pasar", "2025-12-31")


def merged(db: Database) -> Intake:
    return changes(db, *(["Dinas " + one, "", "Dinas Tata Kota", "", "2025-01-01", "merge"] for one in ("PU", "Pasar")))


def after_merging(db: Database) -> Intake:
    return roster(db, "Dinas Tata Kota", "Dinas Tata Kota", "2025-12-31")


LISTS = {
    "before": before, "renamed": renamed, "moved": moved, "after": after, "merged": merged, "after merging": after_merging,
}  # fmt: skip


def told(path: str, order: tuple[str, ...]) -> list[list[tuple[object, ...]]]:
    """Import the lists in that order, and what a finding asks to import again."""
    create(path)
    with open_database(path, Access.WRITE) as db:
        again = [name for name in order if any(code == "older_disagrees" for code, *_ in codes(LISTS[name](db)))]
        for name in again:
            LISTS[name](db)
        return [db.rows(POSTS), db.rows(UNITS)]


@pytest.mark.parametrize("order", list(permutations(("before", "renamed", "moved", "after"))))
def test_a_unit_of_an_agency_that_only_the_reorganisation_names_is_followed(
    tmp_path: Path, order: tuple[str, ...]
) -> None:
    posts, units = told(str(tmp_path / "kota.sqlite"), order)
    siti = [
        ("Bidang Tata Ruang", "Dinas PU", "2022-02-01", "2024-12-31"),
        ("Bidang Tata Ruang", "Dinas Tata Kota", "2025-01-01", "9999-12-31"),
    ]
    assert [tuple(row[1:]) for row in posts if row[0] != BUDI] == [("Kepala " + name, *rest) for name, *rest in siti]
    assert [tuple(row[1:]) for row in units if row[0] != BUDI] == siti


@pytest.mark.parametrize("order", list(permutations(("before", "merged", "after merging"))))
def test_post_and_unit_move_on_the_day_of_the_merger(tmp_path: Path, order: tuple[str, ...]) -> None:
    posts, units = told(str(tmp_path / "kota.sqlite"), order)
    for rows in (posts, units):
        assert [tuple(row[2:]) for row in rows] == [
            ("Dinas PU", "2022-02-01", "2024-12-31"),
            ("Dinas Tata Kota", "2025-01-01", "9999-12-31"),
            ("Dinas Pasar", "2022-02-01", "2024-12-31"),
            ("Dinas Tata Kota", "2025-01-01", "9999-12-31"),
        ]
