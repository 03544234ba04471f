"""A rename restarts no clock and loses no predicate; a merger and a split begin anew."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnkarier.commands.in_force import lawbook
from asnkarier.core.access import Access
from asnkarier.core.decide.checks.service import years_in_post
from asnkarier.core.decide.records import Records
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.queries import competencies, positions, staff, successions
from asnkarier.store.queries.candidates import Reader
from asnkarier.store.queries.growth import recognition
from asnkarier.store.queries.units import Units
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
    before, after = successions.names_of_posts(db, "2022-12-31"), successions.names_of_posts(db, "2023-01-01")
    borne = ("kasubag a", "2019-12-31"), ("kasubag b", "2022-12-31"), ("kasubag c", "2022-12-31")
    assert [before.known_as(*one) for one in borne] == ["kasubag b", "kasubag b", "kasubag c"]
    assert [after.known_as(*one) for one in borne] == ["kasubag c", "kasubag c", "kasubag c"]
    # From the day of its own renaming on, a name is another post's: 2020-01-01 of A, 2023-01-01 of B.
    assert after.known_as("kasubag a", "2020-01-01") == "kasubag a"
    assert after.known_as("kasubag b", "2023-01-01") == "kasubag b"


@pytest.mark.parametrize(
    ("since", "counts"),
    [("2022-01-01", date(2022, 1, 1)), ("2022-01-02", date(2023, 1, 2))],
)
def test_a_later_post_of_the_former_name_is_another_one(db: Database, since: str, counts: date) -> None:
    """Renamed on 2 January 2022: who took up a post of the old name on that day served in another one."""
    take(db, "history", ("nip", "position", "position_kind", "since", "until"), [
        [NIP, "Kepala Bidang Arsip", "administrator", since, "2023-01-01"],
    ])  # fmt: skip
    row = ["position", "Kepala Bidang Arsip", "Badan Baru", "Kepala Bidang Kinerja", "Badan Baru", "2022-01-02"]
    take(db, "successions", REORGANISED, [[*row, "rename"]])
    assert days_in_post(db) == (DAY - counts).days


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


NINE = [["Integritas", "manajerial"], ["Kerja sama", "manajerial"], ["Komunikasi", "manajerial"]]
LEVELS = ("position", "unit", "agency", "competency", "required", "importance")


def posts_of(db: Database) -> dict[str, int]:
    return {str(name): int(number) for number, name in db.rows("SELECT id, name FROM position")}


def asked_of(db: Database, name: str, day: str = "2026-06-30") -> dict[int, int]:
    return competencies.standards(db, day).get(posts_of(db)[name], {})


@pytest.fixture
def renamed(db: Database) -> Database:
    """A post with a standard, and what it is called since 2 January 2023 (held by a person of the roster)."""
    take(db, "competencies", ("competency", "group"), NINE)
    take(
        db,
        "positions",
        ("position", "unit", "agency", "position_kind"),
        [["Kepala Bidang Mutasi", "Bidang Mutasi", "Badan Baru", "administrator"]],
    )
    take(
        db,
        "standards",
        LEVELS,
        [
            ["Kepala Bidang Mutasi", "Bidang Mutasi", "Badan Baru", "Integritas", 40_000, "mutlak"],
            ["Kepala Bidang Mutasi", "Bidang Mutasi", "Badan Baru", "Kerja sama", 30_000, None],
        ],
    )
    return db


def rename(db: Database, how: str = "rename", old: str = "Kepala Bidang Mutasi") -> None:
    row = ["position", old, "Badan Baru", "Kepala Bidang Kinerja", "Badan Baru", "2023-01-02", how]
    take(db, "successions", REORGANISED, [row])


@pytest.mark.parametrize(("how", "follows"), [("rename", True), ("move", True), ("merge", True), ("split", False)])
def test_a_renamed_post_keeps_its_standard(renamed: Database, how: str, follows: bool) -> None:
    rename(renamed, how)
    old = asked_of(renamed, "Kepala Bidang Mutasi")
    assert sorted(old.values()) == [30_000, 40_000]
    assert asked_of(renamed, "Kepala Bidang Kinerja") == (old if follows else {})
    # The day before, it was not yet that post.
    assert asked_of(renamed, "Kepala Bidang Kinerja", "2023-01-01") == {}
    weights = competencies.importances(renamed, "2026-06-30")
    assert list(weights.get(posts_of(renamed)["Kepala Bidang Kinerja"], {}).values()) == (["mutlak"] if follows else [])


def test_a_standard_of_its_own_stands_alone(renamed: Database) -> None:
    rename(renamed)
    own = ["Kepala Bidang Kinerja", "Bidang Kinerja", "Badan Baru", "Komunikasi", 20_000, None]
    take(renamed, "standards", LEVELS, [own])
    assert list(asked_of(renamed, "Kepala Bidang Kinerja").values()) == [20_000]


@pytest.mark.parametrize(("level", "agree"), [(40_000, True), (30_000, False)])
def test_posts_merged_leave_a_standard_only_where_they_agree(renamed: Database, level: int, agree: bool) -> None:
    other = ["Kepala Bidang Data", "Bidang Data", "Badan Baru"]
    take(renamed, "positions", ("position", "unit", "agency", "position_kind"), [[*other, "administrator"]])
    take(
        renamed,
        "standards",
        LEVELS,
        [[*other, "Integritas", level, None], [*other, "Kerja sama", 30_000, None]],
    )
    rename(renamed, "merge")
    rename(renamed, "merge", "Kepala Bidang Data")
    found = asked_of(renamed, "Kepala Bidang Kinerja")
    assert found == (asked_of(renamed, "Kepala Bidang Mutasi") if agree else {})


def test_posts_go_along_with_their_unit_and_those_below_it(db: Database) -> None:
    units = ("unit", "agency", "parent")
    take(
        db,
        "units",
        units,
        [["Badan Lama", "", ""], ["Bidang Data", "Badan Lama", ""], ["Subbidang Arsip", "Badan Lama", "Bidang Data"]],
    )
    take(db, "units", units, [["Bidang Data", "Badan Baru", ""], ["Subbidang Arsip", "Badan Baru", "Bidang Data"]])
    place = ("position", "unit", "agency", "position_kind")
    take(db, "positions", place, [["Arsiparis Ahli Muda", "Subbidang Arsip", "Badan Lama", "jf_ahli_muda"]])
    take(db, "positions", place, [["Arsiparis Ahli Muda", "Subbidang Arsip", "Badan Baru", "jf_ahli_muda"]])
    take(db, "competencies", ("competency", "group"), NINE)
    row = ["Arsiparis Ahli Muda", "Subbidang Arsip", "Badan Lama", "Integritas", 30_000, None]
    take(db, "standards", LEVELS, [row])
    take(
        db,
        "unit_performance",
        ("unit", "agency", "year", "predicate"),
        [["Subbidang Arsip", "Badan Lama", 2022, "baik"]],
    )
    paths = {str(path): int(number) for number, path in db.rows("SELECT id, path_key FROM unit")}
    new_unit = paths["badan baru / bidang data / subbidang arsip"]
    (new,) = (int(n) for (n,) in db.rows("SELECT id FROM position WHERE unit_id = ?", (new_unit,)))
    assert new not in competencies.standards(db, "2026-06-30")
    take(
        db,
        "successions",
        REORGANISED,
        [["unit", "Badan Lama", "Badan Lama", "Badan Baru", "Badan Baru", "2023-01-02", "rename"]],
    )
    assert list(competencies.standards(db, "2026-06-30")[new].values()) == [30_000]
    assert successions.predicates_of(db, 2022, "annual")[new_unit] == "baik"


def test_who_asks_by_the_former_name_means_todays_post(renamed: Database) -> None:
    rename(renamed)
    units = Units(renamed)
    assert positions.find(renamed, "Kepala Bidang Mutasi", units, DAY).name == "Kepala Bidang Kinerja"
    assert positions.find(renamed, "Kepala Bidang Mutasi", units, date(2023, 1, 1)).name == "Kepala Bidang Mutasi"


def test_units_of_one_name_are_told_apart_by_their_agency(db: Database) -> None:
    units = ("unit", "agency")
    take(db, "units", units, [["Subbagian Umum", "Badan Baru"], ["Subbagian Umum", "Dinas Lain"]])
    take(db, "units", units, [["Subbagian Tata Usaha", "Badan Baru"], ["Subbagian Tata Usaha", "Dinas Lain"]])
    row = ["unit", "Subbagian Umum", "", "Subbagian Tata Usaha", "", "2023-01-02", "rename"]
    take(db, "successions", REORGANISED, [row])
    paths = {int(number): str(path) for number, path in db.rows("SELECT id, path_key FROM unit")}
    found = sorted((paths[old], paths[new]) for _, old, new in successions.units(db, "2026-06-30"))
    assert found == [
        ("badan baru / subbagian umum", "badan baru / subbagian tata usaha"),
        ("dinas lain / subbagian umum", "dinas lain / subbagian tata usaha"),
    ]


def test_a_survey_stands_under_todays_name(db: Database) -> None:
    rows = [["Bidang Mutasi", "Badan Baru", 2022, "Kepemimpinan", 800_000]]
    take(db, "survey", ("unit", "agency", "year", "dimension", "score"), rows)
    row = ["unit", "Bidang Mutasi", "Badan Baru", "Bidang Kinerja", "Badan Baru", "2023-01-02", "rename"]
    take(db, "successions", REORGANISED, [row])
    names = {int(number): str(name) for number, name in db.rows("SELECT id, name FROM unit")}
    assert [names[a.unit_id] for a in recognition.survey(db, 2022, DAY)] == ["Bidang Kinerja"]
    assert [names[a.unit_id] for a in recognition.survey(db, 2022, date(2022, 12, 31))] == ["Bidang Mutasi"]


def told(db: Database, *rows: list[str]) -> list[tuple[str, str, str | None]]:
    intake = take(db, "successions", REORGANISED, rows)
    return [(f.code, f.severity, f.value) for t in intake.taken for f in t.sheet.findings]


def test_an_old_name_that_nobody_bears_is_told(db: Database) -> None:
    found = told(
        db,
        ["position", "Tidak Ada", "", "Kepala Bidang Kinerja", "", "2023-01-02", "rename"],
        ["unit", "Bidang Tiada", "Badan Baru", "Bidang Kinerja", "Badan Baru", "2023-01-02", "rename"],
        # Known: of a history, of a list of units, and what another row of the list makes.
        ["position", "Kepala Bidang Mutasi", "", "Kepala Bidang Alih", "", "2023-01-02", "rename"],
        ["position", "Kepala Bidang Alih", "", "Kepala Bidang Kinerja", "", "2024-01-02", "rename"],
        ["unit", "Bidang Mutasi", "Badan Baru", "Bidang Kinerja", "Badan Baru", "2023-01-02", "rename"],
    )
    assert found == [
        ("succession_old_unknown", "warning", "Tidak Ada"),
        ("succession_old_unknown", "warning", "Bidang Tiada"),
    ]
    assert db.rows("SELECT COUNT(*) FROM succession") == [(5,)]


@pytest.mark.parametrize("kind", ["unit", "position"])
def test_a_chain_that_comes_back_on_one_day_is_refused(db: Database, kind: str) -> None:
    take(db, "units", ("unit", "agency"), [["A", "Badan Baru"]])
    history = ("nip", "position", "position_kind", "since", "until")
    take(db, "history", history, [[NIP, "A", "pelaksana", "2010-01-01", "2015-01-01"]])
    rows = [
        [kind, "A", "", "B", "", "2020-01-01", "rename"],
        [kind, "B", "", "C", "Badan Baru", "2020-01-01", "move"],
    ]
    assert told(db, *rows) == []
    assert told(db, [kind, "C", "Badan Baru", "A", "", "2020-01-01", "rename"]) == [("succession_circle", "error", "A")]
    # Another agency's C is another one, a split may keep its name, and the rows that stand may be given again.
    others = [
        [kind, "C", "Badan Lain", "A", "", "2020-01-01", "rename"],
        [kind, "C", "Badan Baru", "A", "", "2020-01-01", "split"],
        [kind, "C", "Badan Baru", "C", "Badan Baru", "2022-02-01", "move"],
        # The day after, the old name returns: a line in time.
        [kind, "C", "Badan Baru", "A", "", "2020-01-02", "rename"],
    ]
    assert told(db, *others, *rows) == [("succession_agency_unknown", "warning", "Badan Lain")]


@pytest.mark.parametrize("kind", ["unit", "position"])
def test_two_that_swap_names_on_one_day_are_told_how_to_go_on(db: Database, kind: str) -> None:
    rows = [[kind, "A", "", "B", "", "2020-01-01", "rename"], [kind, "B", "", "A", "", "2020-01-01", "rename"]]
    assert ("succession_swap", "error", "A") in told(db, *rows)
    assert "succession_circle" not in [code for code, *_ in told(db, *rows)]


def there_and_back(kind: str) -> list[list[str]]:
    """A → B on 1 January 2020, B → A on 1 January 2023."""
    return [
        [kind, "Kepala Bidang Kinerja", "Badan Baru", "Kepala Bidang Mutasi", "Badan Baru", "2020-01-01", "rename"],
        [kind, "Kepala Bidang Mutasi", "Badan Baru", "Kepala Bidang Kinerja", "Badan Baru", "2023-01-01", "rename"],
    ]


def test_a_post_that_takes_its_former_name_again(renamed: Database) -> None:
    assert told(renamed, *there_and_back("position")) == []
    posts = posts_of(renamed)
    a, b = posts["Kepala Bidang Kinerja"], posts["Kepala Bidang Mutasi"]
    assert successions.posts_now(renamed, "2019-12-31") == {}
    assert successions.posts_now(renamed, "2022-12-31") == {a: b}
    assert successions.posts_now(renamed, "2023-01-01") == {b: a}
    one, other = "kepala bidang kinerja", "kepala bidang mutasi"
    between, again = (
        successions.names_of_posts(renamed, "2022-12-31"),
        successions.names_of_posts(renamed, "2023-01-01"),
    )
    assert (between.known_as(one, "2019-12-31"), between.known_as(other, "2020-01-01")) == (other, other)
    assert (again.known_as(one, "2019-12-31"), again.known_as(other, "2020-01-01")) == (one, one)
    assert again.known_as(one, "2023-01-01") == one
    # The history as B since 2020-01-01 and the roster as A since 2023-01-02 are one post.
    assert days_in_post(renamed) == (DAY - date(2020, 1, 1)).days
    # The standard was written for B and stands for A, which is what that post is called again.
    assert asked_of(renamed, "Kepala Bidang Kinerja") == asked_of(renamed, "Kepala Bidang Mutasi") != {}
    units = Units(renamed)
    for asked in ("Kepala Bidang Kinerja", "Kepala Bidang Mutasi"):
        assert positions.find(renamed, asked, units, DAY).name == "Kepala Bidang Kinerja"
        assert positions.find(renamed, asked, units, date(2022, 12, 31)).name == "Kepala Bidang Mutasi"


def test_a_unit_that_takes_its_former_name_again_keeps_the_predicates_between(db: Database) -> None:
    fields = ("unit", "agency", "year", "predicate")
    take(db, "unit_performance", fields, [["Bidang Mutasi", "Badan Baru", 2021, "baik"]])
    rows = [[cell.replace("Kepala ", "") for cell in row] for row in there_and_back("unit")]
    assert told(db, *rows) == []
    ids = {str(name): int(number) for number, name in db.rows("SELECT id, name FROM unit")}
    a, b = ids["Bidang Kinerja"], ids["Bidang Mutasi"]
    assert successions.units_now(db, "2022-12-31") == {a: b}
    assert successions.units_now(db, "2023-01-01") == {b: a}
    assert successions.predicates_of(db, 2021, "annual") == {a: "baik", b: "baik"}


def test_a_name_given_to_another_later_is_that_ones(db: Database) -> None:
    place = [[name, "Bidang Mutasi", "Badan Baru", "pelaksana"] for name in "ABC"]
    take(db, "positions", ("position", "unit", "agency", "position_kind"), place)
    assert (
        told(
            db,
            ["position", "B", "", "C", "", "2020-01-01", "rename"],
            ["position", "A", "", "B", "", "2022-01-01", "rename"],
        )
        == []
    )
    posts = posts_of(db)
    assert successions.posts_now(db, "2021-12-31") == {posts["B"]: posts["C"]}
    assert successions.posts_now(db, "2022-01-01") == {posts["A"]: posts["B"]}


ROWS = st.lists(
    st.tuples(st.integers(2010, 2029), st.sampled_from("abcd"), st.sampled_from("abcd")).filter(
        lambda row: row[1] != row[2]
    )
)


def ends_of(rows: list[tuple[int, str, str]]) -> dict[str, str]:
    steps: dict[str, list[tuple[str, str]]] = {}
    for year, old, new in sorted(rows, key=lambda row: row[0]):
        steps.setdefault(old, []).append((f"{year}-01-01", new))
    return successions._ends(steps)


@given(ROWS)
def test_every_chain_ends_with_several_rows_on_a_day(rows: list[tuple[int, str, str]]) -> None:
    assert all(old != last for old, last in ends_of(rows).items())


@given(ROWS)
def test_rows_of_several_days_are_walked_in_time(rows: list[tuple[int, str, str]]) -> None:
    in_time = sorted({row[0]: row for row in rows}.values())
    expected = {}
    for name in "abcd":
        here, left = name, [row[0] for row in in_time if row[1] == name]
        for year, old, new in in_time:
            if left and year >= left[-1] and old == here:
                here = new
            elif left and year > left[-1] and new == name:
                here = name  # given to another since: that one is it today
                break
        if here != name:
            expected[name] = here
    assert ends_of(in_time) == expected
