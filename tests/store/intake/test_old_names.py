"""Lists that still write the names before a reorganisation, as a SIMPEG does for months: nobody is moved by them."""

from pathlib import Path

import pytest

from asnkarier.core.access import Access
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.intake.session import Intake
from tests.store.intake.lists import content, take
from tests.store.intake.test_any_order import SUCCESSION
from tests.store.intake.test_taking_in import BUDI, ROSTER, SITI, codes, row

POSTS = (
    "SELECT n.nip, p.name, s.since, s.until FROM person_post s JOIN position p ON p.id = s.position_id"
    " JOIN person_nip n ON n.person_id = s.person_id ORDER BY n.nip, s.since"
)
UNITS = POSTS.replace("person_post", "person_unit").replace("position p", "unit p").replace("position_id", "unit_id")
OPEN = "9999-12-31"


@pytest.fixture
def db(tmp_path: Path) -> Database:
    path = str(tmp_path / "kota.sqlite")
    create(path)
    with open_database(path, Access.WRITE) as db:
        yield db


def roster(db: Database, unit: str, day: str, *, since: str | None = "2021-03-01", nip: str = SITI) -> Intake:
    """One head since 1 March 2021, by the name of the unit."""
    told = row(nip, position=f"Kepala {unit}", position_since=since, unit=unit, agency="Dinas Kominfo")
    return take(db, "roster", ROSTER, [told], dated=day, today="2026-10-01")


def renamed(db: Database, old: str = "Bidang A", new: str = "Bidang Aplikasi", day: str = "2026-07-01") -> None:
    take(db, "successions", SUCCESSION, [["unit", old, "Dinas Kominfo", new, "Dinas Kominfo", day, "rename"]])
    names = ["position", f"Kepala {old}", "Dinas Kominfo", f"Kepala {new}", "Dinas Kominfo", day, "rename"]
    take(db, "successions", SUCCESSION, [names])


@pytest.fixture
def city(db: Database) -> Database:
    """Bidang A until June, Bidang Aplikasi from 1 July 2026 on: so say the reorganisation and the list of July."""
    roster(db, "Bidang A", "2026-05-31")
    renamed(db)
    roster(db, "Bidang Aplikasi", "2026-07-31")
    assert db.rows(UNITS) == [
        (SITI, "Bidang A", "2021-03-01", "2026-06-30"),
        (SITI, "Bidang Aplikasi", "2026-07-01", OPEN),
    ]
    return db


def test_a_later_list_with_the_old_names_moves_nobody(city: Database) -> None:
    before = content(city)
    august = roster(city, "Bidang A", "2026-08-31")
    assert content(city) == before
    assert codes(august) == [("called_by_old_name", "warning", "C2"), ("called_by_old_name", "warning", "F2")]
    told = august.taken[-1].sheet.findings[1].values
    assert told == {"told": "Bidang A", "known": "Bidang Aplikasi", "since": "2026-07-01"}
    september = roster(city, "Bidang Aplikasi", "2026-09-30")
    assert (codes(september), content(city)) == ([], before)


def test_a_list_read_again_after_one_with_old_names_denies_nothing(city: Database) -> None:
    """July and August both say 1 March 2021; in the file the name of today begins on 1 July."""
    roster(city, "Bidang A", "2026-08-31")
    before = content(city)
    for day in ("2026-07-31", "2026-07-15"):
        again = roster(city, "Bidang Aplikasi", day)
        assert (codes(again), content(city)) == ([], before)


def test_another_beginning_is_told_beside_the_day_on_which_the_post_was_taken_up(city: Database) -> None:
    roster(city, "Bidang A", "2026-08-31")
    before = content(city)
    july = roster(city, "Bidang Aplikasi", "2026-07-31", since="2022-05-01")
    assert [code for code, *_ in codes(july)] == ["older_since_disagrees"]
    values = july.taken[-1].sheet.findings[0].values
    assert (values["told"], values["since"], values["later"]) == ("2022-05-01", "2021-03-01", "2026-08-31")
    assert content(city) == before


def test_a_list_without_a_column_of_tmt_is_not_cited_for_one(city: Database) -> None:
    """The list of August has no TMT: what stands against that of 15 July is the list of May, which wrote 1 March 2021."""
    told = row(SITI, position="Kepala Bidang Aplikasi", unit="Bidang Aplikasi", agency="Dinas Kominfo")
    at = ROSTER.index("position_since")
    fields, short = [*ROSTER[:at], *ROSTER[at + 1 :]], [*told[:at], *told[at + 1 :]]
    take(city, "roster", fields, [short], dated="2026-08-31", today="2026-10-01")
    july = roster(city, "Bidang Aplikasi", "2026-07-15", since="2022-05-01")
    values = july.taken[-1].sheet.findings[0].values
    assert (values["since"], values["later"]) == ("2021-03-01", "2026-05-31")


def test_who_took_the_post_up_after_the_renaming_is_told_of_another_tmt(city: Database) -> None:
    """Budi since 1 August 2026 by September's list, since 15 July by August's, which is read after it."""
    roster(city, "Bidang Aplikasi", "2026-09-30", nip=BUDI, since="2026-08-01")
    august = roster(city, "Bidang Aplikasi", "2026-08-31", nip=BUDI, since="2026-07-15")
    assert [code for code, *_ in codes(august)] == ["older_since_disagrees"]
    values = august.taken[-1].sheet.findings[0].values
    assert (values["told"], values["since"], values["later"]) == ("2026-07-15", "2026-08-01", "2026-09-30")


def test_each_old_name_is_told_once(city: Database) -> None:
    roster(city, "Bidang Aplikasi", "2026-07-31", nip=BUDI)
    rows = [
        row(nip, position="Kepala Bidang A", position_since="2021-03-01", unit="Bidang A", agency="Dinas Kominfo")
        for nip in (SITI, BUDI)
    ]
    august = take(city, "roster", ROSTER, rows, dated="2026-08-31", today="2026-10-01")
    assert [code for code, *_ in codes(august)] == ["called_by_old_name"] * 2


def test_who_takes_the_post_up_afterwards_takes_up_what_it_is_called_now(city: Database) -> None:
    """Budi comes from elsewhere on 1 August 2026; the list that says so has the old name."""
    take(
        city,
        "roster",
        ROSTER,
        [row(BUDI, position="Arsiparis Ahli Muda", echelon=None)],
        dated="2026-07-31",
        today="2026-10-01",
    )
    roster(city, "Bidang A", "2026-08-31", since="2026-08-01", nip=BUDI)
    assert [line for line in city.rows(POSTS) if line[0] == BUDI][-1] == (
        BUDI,
        "Kepala Bidang Aplikasi",
        "2026-08-01",
        OPEN,
    )


def test_what_was_taken_up_before_keeps_its_name_until_the_reorganisation(city: Database) -> None:
    """A list of August that corrects the past: Budi is head by the old name since 1 May, before the reorganisation."""
    take(city, "roster", ROSTER, [row(BUDI, position="Arsiparis Ahli Muda", echelon=None)], dated="2026-04-30")
    roster(city, "Bidang A", "2026-08-31", since="2026-05-01", nip=BUDI)
    assert [line for line in city.rows(POSTS) if line[0] == BUDI][-1] == (BUDI, "Kepala Bidang A", "2026-05-01", OPEN)


def test_who_is_known_by_the_old_name_alone_stays_so(db: Database) -> None:
    roster(db, "Bidang A", "2026-05-31")
    renamed(db)
    before = content(db)
    assert codes(roster(db, "Bidang A", "2026-08-31")) == []
    assert content(db) == before


def test_a_new_unit_of_the_old_name_is_another(city: Database) -> None:
    fields = ("unit", "agency", "in_force_since")
    take(city, "units", fields, [["Bidang A", "Dinas Kominfo", "2026-08-01"]])
    august = roster(city, "Bidang A", "2026-08-31", since="2026-08-15")
    assert codes(august) == []
    assert city.rows(UNITS)[-1][1:] == ("Bidang A", "2026-08-15", OPEN)
    assert city.rows(POSTS)[-1][1:] == ("Kepala Bidang A", "2026-08-15", OPEN)


def test_a_former_name_taken_again_is_the_name_of_today(city: Database) -> None:
    renamed(city, "Bidang Aplikasi", "Bidang A", "2026-08-01")
    august = roster(city, "Bidang A", "2026-08-31")
    assert codes(august) == []
    assert city.rows(UNITS)[-1][1:3] == ("Bidang A", "2026-08-01")


def test_who_is_new_on_such_a_list_is_in_what_the_unit_goes_on_as(city: Database) -> None:
    """Budi stands on the list of August for the first time: in Bidang A, which is Bidang Aplikasi since July."""
    august = roster(city, "Bidang A", "2026-08-31", since="2026-08-01", nip=BUDI)
    assert [line for line in city.rows(UNITS) if line[0] == BUDI] == [(BUDI, "Bidang Aplikasi", "2026-08-01", OPEN)]
    assert [line[1] for line in city.rows(POSTS) if line[0] == BUDI] == ["Kepala Bidang Aplikasi"]
    assert [code for code, *_ in codes(august)] == ["called_by_old_name"] * 2


def test_who_is_new_and_came_before_the_reorganisation_keeps_the_name_of_then(city: Database) -> None:
    roster(city, "Bidang A", "2026-08-31", since="2026-05-01", nip=BUDI)
    assert [line[1] for line in city.rows(POSTS) if line[0] == BUDI] == ["Kepala Bidang A"]


def test_a_later_list_with_the_old_names_does_not_deny_the_new_ones(db: Database) -> None:
    """May, the reorganisation, August with the old names, and only then July with the new ones: as though July had come first."""
    roster(db, "Bidang A", "2026-05-31")
    renamed(db)
    roster(db, "Bidang A", "2026-08-31")
    assert codes(roster(db, "Bidang Aplikasi", "2026-07-31")) == []
    right = [(SITI, "Bidang A", "2021-03-01", "2026-06-30"), (SITI, "Bidang Aplikasi", "2026-07-01", OPEN)]
    assert db.rows(UNITS) == right
    assert [line[1:3] for line in db.rows(POSTS)][-1] == ("Kepala Bidang Aplikasi", "2026-07-01")
    before = content(db)
    assert [code for code, *_ in codes(roster(db, "Bidang A", "2026-08-31"))] == ["called_by_old_name"] * 2
    assert content(db) == before


PARTS = ("Bidang Aplikasi", "Bidang Jaringan")


def split(db: Database, *parts: str, day: str = "2026-07-01") -> Intake:
    rows = [["unit", "Bidang A", "Dinas Kominfo", part, "Dinas Kominfo", day, "split"] for part in parts]
    return take(db, "successions", SUCCESSION, rows)


def staff(db: Database, unit: str, day: str, *, nip: str = SITI) -> Intake:
    """One member of staff, of whom no list says since when."""
    told = row(nip, position="Pengelola Data", position_since=None, unit=unit, agency="Dinas Kominfo")
    return take(db, "roster", ROSTER, [told], dated=day, today="2026-10-01")


def test_who_was_placed_in_a_part_is_there_from_the_split_on(db: Database) -> None:
    staff(db, "Bidang A", "2026-05-31")
    split(db, *PARTS)
    staff(db, "Bidang Jaringan", "2026-07-31")
    right = [(SITI, "Bidang A", "2026-05-31", "2026-06-30"), (SITI, "Bidang Jaringan", "2026-07-01", OPEN)]
    assert db.rows(UNITS) == right
    # A SIMPEG that still writes the name of the whole in August moves nobody back into it.
    before = content(db)
    august = staff(db, "Bidang A", "2026-08-31")
    assert codes(august) == [("split_by_old_name", "warning", "C2"), ("split_by_old_name", "warning", "F2")]
    told = august.taken[-1].sheet.findings[1].values
    assert (told["told"], told["known"], told["since"]) == ("Bidang A", "Bidang Jaringan", "2026-07-01")
    assert content(db) == before
    # Nor out of a unit below the part.
    take(db, "units", ("unit", "parent", "agency"), [["Seksi Kabel", "Bidang Jaringan", "Dinas Kominfo"]])
    staff(db, "Seksi Kabel", "2026-09-15")
    assert [code for code, *_ in codes(staff(db, "Bidang A", "2026-09-30"))] == ["split_by_old_name"] * 2
    assert db.rows(UNITS)[-1][1:] == ("Seksi Kabel", "2026-09-15", OPEN)
    # Another part is another word.
    staff(db, "Bidang Aplikasi", "2026-10-01")
    assert db.rows(UNITS)[-1][1:] == ("Bidang Aplikasi", "2026-10-01", OPEN)


def test_a_split_told_or_listed_afterwards_comes_to_the_same(db: Database) -> None:
    right = [(SITI, "Bidang A", "2026-05-31", "2026-06-30"), (SITI, "Bidang Jaringan", "2026-07-01", OPEN)]
    staff(db, "Bidang A", "2026-05-31")
    staff(db, "Bidang Jaringan", "2026-07-31")
    split(db, *PARTS)
    assert db.rows(UNITS) == right
    # Of Budi the later list comes first.
    staff(db, "Bidang Jaringan", "2026-07-31", nip=BUDI)
    staff(db, "Bidang A", "2026-05-31", nip=BUDI)
    assert [line[1:] for line in db.rows(UNITS) if line[0] == BUDI] == [line[1:] for line in right]


def test_what_only_gave_up_a_part_is_there_still(db: Database) -> None:
    staff(db, "Bidang A", "2026-05-31")
    split(db, "Bidang A", "Bidang Jaringan")
    staff(db, "Bidang Jaringan", "2026-07-31")
    august = staff(db, "Bidang A", "2026-08-31")
    assert codes(august) == []
    assert [line[1:] for line in db.rows(UNITS)] == [
        ("Bidang A", "2026-05-31", "2026-07-30"),
        ("Bidang Jaringan", "2026-07-31", "2026-08-30"),
        ("Bidang A", "2026-08-31", OPEN),
    ]


def test_a_head_stays_in_the_part(db: Database) -> None:
    """The list of August still has Siti as head of the whole, of which she heads a part."""
    roster(db, "Bidang A", "2026-05-31")
    split(db, *PARTS)
    roster(db, "Bidang Jaringan", "2026-07-31", since="2026-07-01")
    august = roster(db, "Bidang A", "2026-08-31")
    assert [code for code, *_ in codes(august)] == ["split_by_old_name"] * 2
    assert [line[1:] for line in db.rows(POSTS)][-1] == ("Kepala Bidang Jaringan", "2026-07-01", OPEN)
    assert [line[1:] for line in db.rows(UNITS)][-1] == ("Bidang Jaringan", "2026-07-01", OPEN)


def test_a_move_tells_both_agencies(db: Database) -> None:
    told = row(SITI, position="Pengelola Data", position_since=None, unit="Bidang A", agency="Dinas Sosial")
    take(db, "roster", ROSTER, [told], dated="2026-05-31", today="2026-10-01")
    take(
        db,
        "successions",
        SUCCESSION,
        [["unit", "Bidang A", "Dinas Sosial", "Bidang A", "Dinas Kominfo", "2026-07-01", "move"]],
    )
    staff(db, "Bidang A", "2026-07-31")
    august = take(db, "roster", ROSTER, [told], dated="2026-08-31", today="2026-10-01")
    found = [one.values for one in august.taken[-1].sheet.findings if one.code == "called_by_old_name"]
    places = ("Dinas Sosial / Bidang A", "Dinas Kominfo / Bidang A")
    posts = tuple(f"Pengelola Data @ {place}" for place in places)
    assert {(values["told"], values["known"]) for values in found} == {places, posts}


def test_an_old_agency_that_nothing_bears_joins_nothing(db: Database) -> None:
    staff(db, "Bidang A", "2026-05-31")
    names = ["unit", "Bidang A", "Dinas Komifo", "Bidang B", "Dinas Kominfo", "2026-07-01", "rename"]
    wrong = take(db, "successions", SUCCESSION, [names])
    assert [(code, severity) for code, severity, _ in codes(wrong)] == [("succession_agency_unknown", "warning")]
    assert codes(split(db, *PARTS, day="2026-08-01")) == []
    # What the agency was called before is known by the row that says so.
    names = ["unit", "Dinas Infokom", "", "Dinas Kominfo", "", "2020-01-01", "rename"]
    take(db, "successions", SUCCESSION, [names])
    names = ["unit", "Bidang A", "Dinas Infokom", "Bidang C", "Dinas Kominfo", "2020-01-01", "rename"]
    assert codes(take(db, "successions", SUCCESSION, [names])) == []
