"""A rename restarts no clock and loses no predicate; a merger and a split begin anew."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from asnkarier.commands.in_force import lawbook
from asnkarier.core.access import Access
from asnkarier.core.decide.checks.service import years_in_post
from asnkarier.core.decide.records import Records
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.queries import positions, staff, successions
from asnkarier.store.queries.candidates import Reader
from tests.store.intake.lists import take

NIP = "198001012005012901"
REORGANISED = ("kind", "old", "old_agency", "new", "new_agency", "effective_on", "how")
DAY = date(2026, 6, 30)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    create(str(tmp_path / "kota.sqlite"))
    with open_database(str(tmp_path / "kota.sqlite"), Access.WRITE) as database:
        fields = ("nip", "name", "position", "echelon", "position_since", "unit", "agency", "employee_kind", "status")
        row = [
            NIP,
            "Siti Contoh",
            "Kepala Bidang Kinerja",
            "III.b",
            "2023-01-02",
            "Bidang Kinerja",
            "Badan Baru",
            "PNS",
            "aktif",
        ]
        take(database, "roster", fields, [row], dated="2026-06-30")
        take(database, "units", ("unit", "agency"), [["Bidang Mutasi", "Badan Baru"]])
        history = ("nip", "position", "position_kind", "since", "until")
        take(database, "history", history, [[NIP, "Kepala Bidang Mutasi", "administrator", "2020-01-01", "2023-01-01"]])
        yield database


def days_in_post(db: Database) -> int:
    reader, records = Reader(db, DAY), Records()
    rule = lawbook(db).positions.on(DAY).value
    reader.postings(positions.every(db), rule, records)
    (person,) = staff.everyone(db, DAY)
    return years_in_post(person, records, DAY).days


@pytest.mark.parametrize(
    ("how", "since"),
    [
        ("rename", date(2020, 1, 1)),
        ("move", date(2020, 1, 1)),
        ("merge", date(2023, 1, 2)),
        ("split", date(2023, 1, 2)),
    ],
)
def test_the_clock_of_a_post_goes_on_through_a_rename(db: Database, how: str, since: date) -> None:
    # 2020-01-01 → 2026-06-30 are 2372 days, 2023-01-02 → 2026-06-30 are 1275.
    assert days_in_post(db) == 1275
    row = ["position", "Kepala Bidang Mutasi", "Badan Baru", "Kepala Bidang Kinerja", "Badan Baru", "2023-01-02", how]
    take(db, "successions", REORGANISED, [row])
    assert days_in_post(db) == (DAY - since).days


def test_names_follow_several_renamings_up_to_the_day(db: Database) -> None:
    take(
        db,
        "successions",
        REORGANISED,
        [
            ["position", "Kasubag A", "", "Kasubag B", "", "2020-01-01", "rename"],
            ["position", "Kasubag B", "", "Kasubag C", "", "2023-01-01", "rename"],
        ],
    )
    assert successions.names_of_posts(db, "2022-12-31") == {"kasubag a": "kasubag b"}
    assert successions.names_of_posts(db, "2023-01-01") == {"kasubag a": "kasubag c", "kasubag b": "kasubag c"}


def test_a_renamed_unit_keeps_the_predicates_of_its_former_name(db: Database) -> None:
    take(
        db, "unit_performance", ("unit", "agency", "year", "predicate"), [["Bidang Mutasi", "Badan Baru", 2022, "baik"]]
    )
    units = {str(name): int(number) for number, name in db.rows("SELECT id, name FROM unit")}
    old, new = units["Bidang Mutasi"], units["Bidang Kinerja"]
    assert successions.predicates_of(db, 2022, "annual") == {old: "baik"}
    row = ["unit", "Bidang Mutasi", "Badan Baru", "Bidang Kinerja", "Badan Baru", "2023-01-02", "rename"]
    take(db, "successions", REORGANISED, [row])
    assert successions.predicates_of(db, 2022, "annual") == {old: "baik", new: "baik"}
    # What the old unit was given after it had been renamed is not the new one's.
    take(
        db,
        "unit_performance",
        ("unit", "agency", "year", "predicate"),
        [["Bidang Mutasi", "Badan Baru", 2024, "kurang"]],
    )
    assert successions.predicates_of(db, 2024, "annual") == {old: "kurang"}
