"""A roster of a later day that finds everybody as it says: it changes nothing, and its day counts all the same."""

import pytest

from asnkarier.store.database import Database
from asnkarier.store.intake.undo import undo
from tests.store.intake.lists import ACTOR, content, take
from tests.store.intake.test_taking_in import BUDI, ROSTER, SITI, codes, counts, db, row

__all__ = ("db",)
POSTS = "SELECT p.name, s.since, s.until FROM person_post s JOIN position p ON p.id = s.position_id ORDER BY s.since"
LOG = ("batch", "batch_sheet", "change", "coverage")


def post(name: str, nip: str = SITI) -> list[str | None]:
    return row(nip, position=name, position_since=None, echelon=None)


def log(db: Database) -> list[object]:
    return [db.rows(f"SELECT * FROM {table} ORDER BY 1, 2") for table in LOG]


@pytest.fixture
def confirmed(db: Database) -> Database:
    """In January and in March the post is A."""
    take(db, "roster", ROSTER, [post("Kepala Bidang A")], dated="2026-01-31")
    march = take(db, "roster", ROSTER, [post("Kepala Bidang A")], dated="2026-03-31")
    assert counts(march) == (0, 0, 1, 0)
    assert (march.log.batch_id, march.log.opened, march.log.count) == (2, True, 0)
    assert [taken.dated for taken in march.confirmed] == ["2026-03-31"]
    return db


def test_an_older_list_does_not_become_the_present(confirmed: Database) -> None:
    february = take(confirmed, "roster", ROSTER, [post("Kepala Bidang B")], dated="2026-02-28")
    assert codes(february) == [("older_disagrees", "warning", "C2")]
    told = february.taken[-1].sheet.findings[0].values
    assert (told["known"], told["later"], told["cell"]) == ("Kepala Bidang A", "2026-03-31", "daftar.xlsx · Data")
    assert confirmed.rows(POSTS) == [("Kepala Bidang A", "2026-01-31", "9999-12-31")]


@pytest.mark.parametrize("day", ["2026-03-31", "2026-02-28", "2026-01-31"])
def test_no_list_of_a_day_that_is_known_leaves_a_trace(confirmed: Database, day: str) -> None:
    before = content(confirmed), log(confirmed)
    again = take(confirmed, "roster", ROSTER, [post("Kepala Bidang A")], dated=day)
    assert not again.log.opened
    assert again.confirmed == []
    assert (content(confirmed), log(confirmed)) == before


def test_a_list_without_a_day_of_its_own_read_again_is_that_list(db: Database) -> None:
    """The same bytes on another day say nothing new; another file does."""
    take(db, "roster", ROSTER, [post("Kepala Bidang A")], today="2026-01-31")
    assert not take(db, "roster", ROSTER, [post("Kepala Bidang A")], today="2026-02-28").log.opened
    assert take(db, "roster", ROSTER, [post("Kepala Bidang A")], dated="2026-02-28").log.opened


def test_taken_back_the_day_counts_no_more(confirmed: Database) -> None:
    undo(confirmed, ACTOR, 2)
    february = take(confirmed, "roster", ROSTER, [post("Kepala Bidang B")], dated="2026-02-28")
    assert codes(february) == []
    assert [name for name, *_ in confirmed.rows(POSTS)] == ["Kepala Bidang A", "Kepala Bidang B"]


def test_a_list_speaks_of_its_own_agencies_alone(db: Database) -> None:
    others = post("Kepala Bidang C", BUDI)
    others[ROSTER.index("unit")], others[ROSTER.index("agency")] = "Bidang C", "Dinas Lain"
    take(db, "roster", ROSTER, [post("Kepala Bidang A"), others], dated="2026-01-31")
    take(db, "roster", ROSTER, [post("Kepala Bidang A")], dated="2026-03-31")
    moved = [*others]
    moved[ROSTER.index("position")] = "Kepala Bidang D"
    february = take(db, "roster", ROSTER, [post("Kepala Bidang B"), moved], dated="2026-02-28")
    assert codes(february) == [("older_disagrees", "warning", "C2")]
    assert [name for name, _, until in db.rows(POSTS) if until == "9999-12-31"] == [
        "Kepala Bidang A",
        "Kepala Bidang D",
    ]
    # Of the other agency the list of March says something new, though it was read for the first one.
    march = take(db, "roster", ROSTER, [moved], dated="2026-03-31")
    assert (march.log.opened, march.log.count) == (True, 0)


def test_people_of_no_known_unit_are_listed_too(db: Database) -> None:
    fields = ("nip", "name", "position", "employee_kind", "status")
    nowhere = [SITI, "Siti Contoh", "Pengelola A", "PNS", "aktif"]
    take(db, "roster", fields, [nowhere], dated="2026-01-31")
    take(db, "roster", fields, [nowhere], dated="2026-03-31")
    february = take(db, "roster", fields, [[*nowhere[:2], "Pengelola B", "PNS", "aktif"]], dated="2026-02-28")
    assert codes(february) == [("older_disagrees", "warning", "C2")]


def test_a_list_of_some_speaks_of_those_alone(db: Database) -> None:
    """One of three, unchanged in March: of the other two the list of February is the newest word."""
    three = ("198001012005012901", "198102022006021902", "198203032007031903")
    everybody = [post("Kepala Bidang A" if nip == SITI else "Pengelola A", nip) for nip in three]
    take(db, "roster", ROSTER, everybody, dated="2026-01-31")
    march = take(db, "roster", ROSTER, everybody[:1], dated="2026-03-31")
    assert db.rows("SELECT people FROM batch_sheet ORDER BY id") == [("[[1,3]]",), ("[1]",)]
    assert (march.log.opened, march.log.count) == (True, 0)
    assert not take(db, "roster", ROSTER, everybody[:1], dated="2026-03-31").log.opened
    february = take(db, "roster", ROSTER, [post("Pengelola B", nip) for nip in three], dated="2026-02-28")
    assert codes(february) == [("older_disagrees", "warning", "C2")]
    assert counts(february) == (0, 2, 1, 0)


def test_a_list_that_names_most_of_an_agency_says_nothing_of_the_others(db: Database) -> None:
    """Budi is not on the list of May: April is the newest word on him, and his promotion of 1 April stands."""
    fields = ("nip", "name", "golongan", "golongan_since", "unit", "agency", "employee_kind", "status")

    def one(nip: str, golongan: str, since: str) -> list[str | None]:
        return [nip, f"Nama {nip[14:]}", golongan, since, "Bidang A", "Dinas A", "PNS", "aktif"]

    ani, budi = one(SITI, "III/a", "2022-04-01"), one(BUDI, "III/b", "2020-04-01")
    take(db, "roster", fields, [ani, budi], dated="2026-03-31")
    take(db, "roster", fields, [ani], dated="2026-05-31")
    april = take(db, "roster", fields, [one(BUDI, "III/c", "2026-04-01")], dated="2026-04-30")
    assert (codes(april), counts(april)) == ([], (0, 1, 0, 0))
    assert db.rows("SELECT golongan, since, until FROM person_golongan WHERE person_id = 2 ORDER BY since") == [
        ("III/b", "2020-04-01", "2026-03-31"),
        ("III/c", "2026-04-01", "9999-12-31"),
    ]


def test_who_is_listed_still_after_leaving_changes_nothing(db: Database) -> None:
    """Gone since 1 February by a decree: the list of March still has the very post, which fills no seat and is no news."""
    take(db, "roster", ROSTER, [post("Kepala Bidang A")], dated="2026-01-31")
    take(db, "movements", ("nip", "event", "effective_on"), [[SITI, "pensiun", "2026-02-01"]])
    march = take(db, "roster", ROSTER, [post("Kepala Bidang A")], dated="2026-03-31")
    assert (codes(march), counts(march)) == ([("status_against_movement", "warning", "K2")], (0, 0, 1, 0))
    assert march.log.count == 0
    assert db.rows(POSTS) == [("Kepala Bidang A", "2026-01-31", "2026-01-31")]


@pytest.mark.parametrize("decrees", ["before the list", "after it"])
def test_who_comes_back_has_the_post_that_a_list_only_repeated(db: Database, decrees: str) -> None:
    """Gone from 1 February to 31 March; the list of 30 April has the very post: from then on it is held again."""
    gone = [[SITI, "pindah", "2026-02-01"], [SITI, "masuk", "2026-04-01"]]
    take(db, "roster", ROSTER, [post("Kepala Bidang A")], dated="2026-01-31")
    if decrees == "before the list":
        take(db, "movements", ("nip", "event", "effective_on"), gone)
    april = take(db, "roster", ROSTER, [post("Kepala Bidang A")], dated="2026-04-30")
    if decrees == "after it":
        assert counts(april) == (0, 0, 1, 0)
        take(db, "movements", ("nip", "event", "effective_on"), gone)
    assert db.rows(POSTS) == [
        ("Kepala Bidang A", "2026-01-31", "2026-01-31"),
        ("Kepala Bidang A", "2026-04-30", "9999-12-31"),
    ]


def undone_in_between(db: Database) -> None:
    """In January A, in February B, in March B once more; then February's list is taken back."""
    take(db, "roster", ROSTER, [post("Kepala Bidang A")], dated="2026-01-31")
    take(db, "roster", ROSTER, [post("Kepala Bidang B")], dated="2026-02-28")
    march = take(db, "roster", ROSTER, [post("Kepala Bidang B")], dated="2026-03-31")
    assert (march.log.batch_id, march.log.count) == (3, 0)
    undo(db, ACTOR, 2)
    assert db.rows(POSTS) == [("Kepala Bidang A", "2026-01-31", "9999-12-31")]


def test_a_list_read_again_that_a_later_one_found_to_be_so_is_not_denied_by_it(db: Database) -> None:
    """March wrote nothing, for February had said it: its word is B, not the A that stands once February is taken back."""
    undone_in_between(db)
    february = take(db, "roster", ROSTER, [post("Kepala Bidang B")], dated="2026-02-28")
    assert codes(february) == []
    assert db.rows(POSTS) == [
        ("Kepala Bidang A", "2026-01-31", "2026-02-27"),
        ("Kepala Bidang B", "2026-02-28", "9999-12-31"),
    ]
    # Nothing is left to say for March.
    march = take(db, "roster", ROSTER, [post("Kepala Bidang B")], dated="2026-03-31")
    assert (codes(march), march.log.opened) == ([], False)


def test_a_later_list_is_no_evidence_for_what_stands_since_an_import_was_taken_back(db: Database) -> None:
    undone_in_between(db)
    february = take(db, "roster", ROSTER, [post("Kepala Bidang C")], dated="2026-02-28")
    assert codes(february) == [("older_disagrees", "warning", "C2")]
    told = february.taken[-1].sheet.findings[0].values
    assert (told["known"], told["later"], told["cell"]) == ("Kepala Bidang A", "2026-01-31", "daftar.xlsx · Data!C2")


def test_a_later_list_read_after_the_undo_denies_what_it_does_not_say(db: Database) -> None:
    undone_in_between(db)
    take(db, "roster", ROSTER, [post("Kepala Bidang A")], dated="2026-04-30")
    february = take(db, "roster", ROSTER, [post("Kepala Bidang B")], dated="2026-02-28")
    assert codes(february) == [("older_disagrees", "warning", "C2")]
    assert february.taken[-1].sheet.findings[0].values["later"] == "2026-04-30"
    assert db.rows(POSTS) == [("Kepala Bidang A", "2026-01-31", "9999-12-31")]
