"""What a roster's row says without a column for it: ends of contracts of people whose kind no column says, names with titles."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from asnkarier.core.access import Access
from asnkarier.core.person import without_titles
from asnkarier.core.rank.promotion import above_ceiling
from asnkarier.law.load import regulations
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.intake.session import Intake
from asnkarier.store.intake.undo import undo
from tests.store.intake.lists import ACTOR, content, take

PPPK_NIP = "199203032021211003"  # 2021, the first agreement (21): a PPPK
PNS_NIP = "198001012005011001"
FIELDS = ("nip", "name", "position", "unit", "contract_ends_on")


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    path = str(tmp_path / "kota.sqlite")
    create(path)
    with open_database(path, Access.WRITE) as db:
        yield db


def kinds(db: Database) -> list[tuple[str, str | None]]:
    return db.rows("SELECT employee_kind, contract_ends_on FROM person_kind ORDER BY person_id, since")


def warned(intake: Intake) -> list[str]:
    return [finding.code for one in intake.taken for finding in one.sheet.findings if finding.severity == "warning"]


def row(nip: str, ends: str | None, name: str = "Uji Satu") -> list[str | None]:
    return [nip, name, "Guru Ahli Pertama", "SD Contoh", ends]


def test_a_contract_of_one_whom_the_nip_calls_pppk(db: Database) -> None:
    take(db, "roster", FIELDS, [row(PPPK_NIP, "2028-02-29")], dated="2026-03-31")
    assert kinds(db) == [("PPPK", "2028-02-29")]


@pytest.mark.parametrize(("rank", "kept"), [("IX", [("PPPK", "2028-02-29")]), ("III/a", [])])
def test_a_golongan_of_pppk_says_it_too_and_one_of_pns_does_not(
    db: Database, rank: str, kept: list[tuple[str, str]]
) -> None:
    rows = [[*row(PNS_NIP, "2028-02-29"), rank]]
    intake = take(db, "roster", (*FIELDS, "golongan"), rows, dated="2026-03-31")
    assert (kinds(db), warned(intake)) == (kept, [] if kept else ["contract_without_kind"])


def test_a_renewed_contract_is_taken_where_the_kind_is_known(db: Database) -> None:
    """The known kind stays, paruh waktu too; only the end is new."""
    fields = (*FIELDS, "employee_kind")
    take(db, "roster", fields, [[*row(PPPK_NIP, "2026-12-31"), "PPPK_PW"]], dated="2026-03-31")
    intake = take(db, "roster", FIELDS, [row(PPPK_NIP, "2027-12-31")], dated="2026-06-30")
    assert (kinds(db)[-1], warned(intake)) == (("PPPK_PW", "2027-12-31"), [])
    before = content(db)
    take(db, "roster", FIELDS, [row(PPPK_NIP, "2027-12-31")], dated="2026-06-30")
    assert content(db) == before


def test_a_pns_has_no_contract(db: Database) -> None:
    take(db, "roster", (*FIELDS, "employee_kind"), [[*row(PNS_NIP, None), "PNS"]], dated="2026-03-31")
    before = content(db)
    intake = take(db, "roster", FIELDS, [row(PNS_NIP, "2028-02-29")], dated="2026-06-30")
    assert (content(db), warned(intake)) == (before, ["contract_without_kind"])


@pytest.mark.parametrize(
    ("name", "front", "back", "bare"),
    [
        ("Ir. UJI SATU, M.T.", "Ir.", "M.T.", "UJI SATU"),
        ("Ir UJI SATU,MT", "Ir.", "M.T.", "UJI SATU"),
        ("Uji Satu, S.H.", None, "M.T.", "Uji Satu, S.H."),
        ("Dr. Ir. Uji Satu, S.T., M.T.", "Dr. Ir.", "S.T., M.T.", "Uji Satu"),
        ("Uji Satu", "Ir.", "M.T.", "Uji Satu"),
        ("UJI SATU M.T.", None, "M.T.", "UJI SATU"),
        ("Ir.", "Ir.", None, "Ir."),
    ],
)
def test_titles_around_a_name(name: str, front: str | None, back: str | None, bare: str) -> None:
    assert without_titles(name, front, back) == bare


def test_a_name_with_its_known_titles_is_the_same_name(db: Database) -> None:
    fields = ("nip", "name", "title_front", "title_back", "position", "unit")
    take(db, "roster", fields, [[PNS_NIP, "Uji Satu", "Ir.", "M.T.", "Analis", "Bidang A"]], dated="2026-03-31")
    before = content(db)
    rows = [[PNS_NIP, "Ir. UJI SATU, M.T.", "Analis", "Bidang A"]]
    take(db, "roster", ("nip", "name", "position", "unit"), rows, dated="2026-06-30")
    assert content(db) == before


def test_titles_that_stand_in_the_name_and_beside_it_are_kept_once(db: Database) -> None:
    fields = ("nip", "name", "title_front", "title_back", "position", "unit")
    rows = [[PNS_NIP, "Ir. Uji Satu, M.T.", "Ir.", "M.T.", "Analis", "Bidang A"]]
    take(db, "roster", fields, rows, dated="2026-03-31")
    assert db.rows("SELECT title_front, name, title_back FROM person") == [("Ir.", "Uji Satu", "M.T.")]


@pytest.mark.parametrize("fields", [FIELDS, (*FIELDS, "employee_kind")])
def test_blanks_that_clear_take_away_the_end_of_a_contract(db: Database, fields: tuple[str, ...]) -> None:
    kind = ["PPPK"] * (len(fields) - len(FIELDS))
    take(db, "roster", fields, [[*row(PPPK_NIP, "2028-02-29"), *kind]], dated="2026-03-31")
    before = content(db)
    take(db, "roster", fields, [[*row(PPPK_NIP, None), *kind]], dated="2026-04-30")
    assert kinds(db) == [("PPPK", "2028-02-29")]  # blanks clear only where that was said
    take(db, "roster", FIELDS[:4], [row(PPPK_NIP, None)[:4]], dated="2026-04-30", clear_blanks=True)
    assert kinds(db) == [("PPPK", "2028-02-29")]  # and only in a column of the list
    cleared = take(db, "roster", fields, [[*row(PPPK_NIP, None), *kind]], dated="2026-04-30", clear_blanks=True)
    assert kinds(db) == [("PPPK", "2028-02-29"), ("PPPK", None)]
    again = take(db, "roster", fields, [[*row(PPPK_NIP, None), *kind]], dated="2026-04-30", clear_blanks=True)
    assert [one.taken[0].sheet.updated for one in (cleared, again)] == [1, 0]
    undo(db, ACTOR, cleared.log.batch_id)
    assert content(db) == before


def test_an_education_below_what_the_golongan_asks_is_told_of_new_and_changed_people(db: Database) -> None:
    # RULES section 7: SLTA up to III/b, S1 up to III/d, a doctor up to IV/a; choice promotion knows no such ceiling.
    regular = regulations().rank_promotion.on(date(2026, 7, 1)).value.regular

    def ceiling(day: str, kind: str, education: str, field: str | None, golongan: str) -> tuple[str, str] | None:
        found = above_ceiling(regular, kind, education, field, golongan)
        return None if found is None else (found, regular.article)

    fields = ("nip", "name", "position", "position_kind", "unit", "education", "field_of_study", "golongan")
    post = ("Pengelola Arsip", "pelaksana", "Bidang A")
    head = ("Kepala Bidang A", "administrator", "Bidang A")

    def told(*rows: tuple[str | None, ...], dated: str = "2026-07-01") -> list[tuple[str, str, str | None]]:
        intake = take(db, "roster", fields, rows, dated=dated, today=dated, ceiling_of=ceiling)
        return [(f.code, str(f.values.get("ceiling")), f.cell) for f in intake.taken[0].sheet.findings]

    first = ("198001012005012901", "Uji Satu", *post)
    assert told(
        (*first, "SLTA", None, "III/b"),
        ("198001012005012902", "Uji Dua", *post, "SLTA", None, "III/c"),
        ("198001012005012903", "Uji Tiga", *post, "S1", "Dokter", "IV/a"),
        ("198001012005012904", "Uji Empat", *head, "S1", "Hukum", "IV/a"),
        ("198001012005012905", "Uji Lima", *post, None, None, "IV/a"),
    ) == [("education_below_rank", "III/b", "F3")]
    # The education of one known need not stand in the row that raises the golongan; unchanged rows are told of no more.
    assert told((*first, None, None, "III/c")) == [("education_below_rank", "III/b", "F2")]
    assert told((*first, None, None, "III/c")) == []
    # Who held a structural post has the golongan of it; and so it is where the history tells of one.
    former = ("198001012005012904", "Uji Empat", *post, "S1", "Hukum", "IV/a")
    assert told(former, dated="2026-07-31") == []
    past = [(first[0], "Kepala Seksi Arsip", "IV.a", "2010-01-01", "2014-12-31")]
    take(db, "history", ("nip", "position", "echelon", "since", "until"), past)
    assert told((*first, "SLTP", None, "III/c"), dated="2026-07-31") == []


def test_a_new_person_with_the_name_and_birth_date_of_another_is_told_with_the_other_nip(db: Database) -> None:
    fields = ("nip", "name", "position", "unit", "birth_date")
    post = ("Pengelola Arsip", "Bidang A")

    def told(*rows: tuple[str | None, ...]) -> list[tuple[str, str, str | None]]:
        intake = take(db, "roster", fields, rows)
        return [(f.code, str(f.values.get("nip")), f.cell) for f in intake.taken[0].sheet.findings]

    # A NIP begins with the birth date: that of the first row is known though its cell is blank.
    assert told(
        ("198001012005011001", "Uji Satu", *post, None),
        ("198001012005011010", "UJI  SATU", *post, "1980-01-01"),
        ("198001022005011001", "Uji Satu", *post, None),
        ("198001012005011002", "Uji Dua", *post, None),
    ) == [("person_under_two_nips", "198001012005011001", "A3")]
    # Of people already known nothing is said again.
    assert told(("198001012005011010", "Uji Satu", *post, None), ("198001012005011020", "uji dua", *post, None)) == [
        ("person_under_two_nips", "198001012005011002", "A3")
    ]
