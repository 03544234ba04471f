"""`edit`: attributes, spans with and without their TMT, the NIP, and joining two entries of one person."""

import json
from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.access import Access
from asnkarier.core.decide.check import Datum
from asnkarier.store.database import open_database
from asnkarier.store.hand.joining import references
from asnkarier.store.queries.sources import Sources
from asnkarier.store.records import SPANS
from asnkarier.store.tables import metadata
from tests.golden import check
from tests.terminal import Said, asnkarier
from tests.town import Town, town

SITI, BUDI = "198501012010012001", "199001012015011001"
NEW = "198501012010012999"
DAY = "2026-06-30"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "kota.sqlite"
    with town(path) as made:
        for name, above in (("Dinas Contoh", None), ("Bidang A", "Dinas Contoh"), ("Bidang B", "Dinas Contoh")):
            made.unit(name, above, code=f"0{len(made.units)}")
        made.post("Kepala Bidang A", "Bidang A", "administrator")
        made.post("Analis Contoh", None, "pelaksana")
        made.person(
            SITI, "Siti Contoh", post="Analis Contoh", unit="Bidang A", since="2023-01-02", golongan="III/c",
            golongan_since="2022-04-01", birth_date="1985-01-01", sex="P", title_back="S.E.",
        )  # fmt: skip
        made.span("person_golongan", made.people[SITI], "2018-04-01", "2022-03-31", golongan="III/b")
        made.person(BUDI, "Budi Contoh", unit="Bidang B", kind="PPPK", golongan="IX")
    return path


def edit(path: Path, *asked: str, nip: str = SITI, day: str = DAY) -> Said:
    return asnkarier(
        "edit", nip, *asked, "--reason", "uji", "--db", path, "--as-of", day, "--format", "json", lang="en"
    )


def done(path: Path, *asked: str, **settings: str) -> dict[str, Any]:
    said = edit(path, *asked, **settings)
    assert said.code == 0, said.err
    found: dict[str, Any] = json.loads(said.out)
    return found


def query(path: Path, sql: str) -> list[tuple[Any, ...]]:
    with open_database(str(path), Access.READ) as db:
        return db.rows(sql)


def golongan(path: Path) -> list[tuple[Any, ...]]:
    return query(path, "SELECT since, until, stated, golongan FROM person_golongan WHERE person_id = 1 ORDER BY since")


def test_attributes_are_updated_in_place(file: Path) -> None:
    found = done(file, "name=Siti Contoh Baru", "Tanggal Lahir=2 Januari 1985", "pendidikan=S-2", "gelar_belakang=")
    assert found["changed"] == {
        "name": ["Siti Contoh", "Siti Contoh Baru"],
        "title_back": ["S.E.", None],
        "birth_date": ["1985-01-01", "1985-01-02"],
        "education": [None, "S2"],
    }
    assert (found["applied"], found["batch"]) == (True, 1)


def test_a_value_without_its_tmt_corrects_the_span_of_the_day(file: Path) -> None:
    done(file, "golongan=III/d")
    assert golongan(file) == [
        ("2018-04-01", "2022-03-31", 1, "III/b"),
        ("2022-04-01", "9999-12-31", 1, "III/d"),
    ]
    done(file, "golongan=III/a", day="2020-01-01")
    assert golongan(file)[0] == ("2018-04-01", "2022-03-31", 1, "III/a")


def test_a_value_with_its_tmt_closes_the_span_the_day_before_and_opens_the_next(file: Path) -> None:
    found = done(file, "golongan=Penata Tingkat I", "golongan_since=2026-04-01")
    assert found["changed"] == {"golongan": ["III/c", "III/d"], "golongan_since": ["2022-04-01", "2026-04-01"]}
    assert golongan(file)[1:] == [
        ("2022-04-01", "2026-03-31", 1, "III/c"),
        ("2026-04-01", "9999-12-31", 1, "III/d"),
    ]


def test_a_tmt_alone_moves_the_beginning_and_what_stood_before_it(file: Path) -> None:
    done(file, "golongan_since=2022-10-01")
    assert golongan(file) == [("2018-04-01", "2022-09-30", 1, "III/b"), ("2022-10-01", "9999-12-31", 1, "III/c")]
    done(file, "golongan_since=2021-10-01")
    assert golongan(file) == [("2018-04-01", "2021-09-30", 1, "III/b"), ("2021-10-01", "9999-12-31", 1, "III/c")]


def test_a_span_opened_wrongly_goes_back_into_the_one_before(file: Path) -> None:
    before = golongan(file)
    batch = done(file, "golongan=III/d", "golongan_since=2026-04-01")["batch"]
    done(file, "golongan=III/c", "golongan_since=2022-04-01")
    assert golongan(file) == before
    assert asnkarier("imports", "undo", batch + 1, "--db", file).code == 0
    assert [row[3] for row in golongan(file)] == ["III/b", "III/c", "III/d"]


def test_the_past_is_never_swallowed(file: Path) -> None:
    said = edit(file, "golongan=III/d", "golongan_since=2018-04-01")
    assert (said.code, "1 April 2018" in said.err) == (2, True)
    assert len(golongan(file)) == 2


def test_post_unit_and_duty(file: Path) -> None:
    found = done(file, "position=Kepala Bidang A", "position_since=2026-03-01", "unit=Bidang B")
    assert found["changed"]["position"] == ["Analis Contoh", "Kepala Bidang A"]
    assert found["changed"]["unit"] == ["Bidang A", "Bidang B"]
    assert query(file, "SELECT since, until FROM person_post WHERE person_id = 1 ORDER BY since") == [
        ("2023-01-02", "2026-02-28"), ("2026-03-01", "9999-12-31")
    ]  # fmt: skip
    found = done(file, "position=Plt. Kepala Bidang A", "position_since=2026-05-04", nip=BUDI)
    assert (found["changed"]["acting"], found["changed"]["duty"]) == ([None, "plt"], [None, "Kepala Bidang A"])
    assert query(file, "SELECT since, position_id FROM person_duty") == [("2026-05-04", 1)]


def test_an_acting_post_ends(file: Path) -> None:
    assert edit(file, "duty_until=2026-05-31", nip=BUDI).code == 2
    done(file, "position=Plt. Kepala Bidang A", "position_since=2026-05-04", nip=BUDI)
    assert edit(file, "duty_until=2026-05-03", nip=BUDI).code == 2
    done(file, "duty_until=2026-05-31", nip=BUDI)
    assert query(file, "SELECT since, until FROM person_duty") == [("2026-05-04", "2026-05-31")]


def test_standing_kind_and_contract(file: Path) -> None:
    done(file, "status=CLTN", "status_since=2026-05-01")
    assert query(file, "SELECT since, until, status FROM person_status WHERE person_id = 1 ORDER BY since") == [
        ("2026-01-02", "2026-04-30", "aktif"), ("2026-05-01", "9999-12-31", "cltn")
    ]  # fmt: skip
    found = done(file, "contract_ends_on=31-12-2028", nip=BUDI)
    assert found["changed"] == {"contract_ends_on": [None, "2028-12-31"]}
    assert done(file, "golongan=X", nip=BUDI)["changed"] == {"golongan": ["IX", "X"]}


def test_what_is_not_known_for_the_day_begins_there(file: Path) -> None:
    # on 1 June 2025 no unit is known yet (the roster speaks from 2 January 2026 on)
    done(file, "unit=Bidang A", day="2025-06-01")
    assert query(file, "SELECT since, until, stated FROM person_unit WHERE person_id = 1 ORDER BY since") == [
        ("2025-06-01", "9999-12-31", 0)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (("golongn=III/d",), "Did you mean golongan?"),
        (("agama=x",), "There are: nip"),
        (("golongan",), "FIELD=VALUE"),
        (("golongan=V/x",), "no golongan"),
        (("golongan=III",), "lacks its ruang"),
        (("golongan=",), "cannot be left blank"),
        (("golongan=III/d", "golongan=III/c"), "given twice"),
        (("birth_date=31 Februari 1985",), "Februari"),
        (("status=bagus",), "known words"),
        (("position=Kepala Bidang C",), 'Did you mean: "Kepala Bidang A'),
        (("unit=Bidang Z",), "Did you mean"),
        (("echelon=III.b",), "belongs to the post"),
        (("agency=Dinas Contoh",), "unit"),
        (("nip=19850101201001299",), "17 digits"),
        (("contract_ends_on=2027-01-01", "employee_kind="), "cannot be left blank"),
    ],
)
def test_what_cannot_be_is_refused(file: Path, asked: tuple[str, ...], words: str) -> None:
    before = file.read_bytes()
    said = edit(file, *asked)
    assert said.code == 2
    assert words in said.err
    assert file.read_bytes() == before


def test_a_reason_is_needed(file: Path) -> None:
    assert asnkarier("edit", SITI, "name=X", "--db", file).code == 2
    assert asnkarier("edit", SITI, "name=X", "--db", file, "--reason", " ").code == 2


def test_the_same_again_changes_nothing_and_a_rehearsal_too(file: Path) -> None:
    before = content(file)
    assert done(file, "golongan=III/c")["batch"] is None
    tried = done(file, "golongan=III/d", "--dry-run")
    assert (tried["applied"], tried["batch"], tried["changed"]) == (False, None, {"golongan": ["III/c", "III/d"]})
    assert query(file, "SELECT COUNT(*) FROM batch") == [(0,)]
    assert content(file) == before


def test_it_can_be_taken_back(file: Path) -> None:
    before = content(file)
    for asked in (
        ("golongan=III/d", "golongan_since=2026-04-01"),
        ("name=Siti", "golongan_since=2022-10-01"),
        (f"nip={NEW}",),
        ("position=Kepala Bidang A", "position_since=2026-03-01"),
    ):
        batch = done(file, *asked)["batch"]
        assert content(file) != before
        assert asnkarier("imports", "undo", batch, "--db", file).code == 0
        assert content(file) == before
    assert asnkarier("audit", "verify", "--db", file).code == 0


def content(path: Path) -> list[Any]:
    tables = ("person", "person_nip", "person_golongan", "person_post", "person_unit", "person_status", "person_duty",
              "person_kind", "evaluation", "assessment", "assessment_level", "award")  # fmt: skip
    return [sorted(query(path, f"SELECT * FROM {table}"), key=repr) for table in tables]


def test_the_nip_is_renewed_and_the_old_one_still_finds_the_person(file: Path) -> None:
    found = done(file, f"nip={NEW}")
    assert found["changed"] == {"nip": [SITI, NEW]}
    assert query(file, "SELECT nip, since, until FROM person_nip WHERE person_id = 1 ORDER BY until") == [
        (SITI, "", "2026-06-29"), (NEW, "2026-06-30", "9999-12-31")
    ]  # fmt: skip
    assert done(file, f"nip={SITI}", nip=NEW)["changed"] == {"nip": [NEW, SITI]}
    assert query(file, "SELECT nip FROM person_nip WHERE person_id = 1 AND until = '9999-12-31'") == [(SITI,)]


@pytest.fixture
def twice(file: Path) -> Path:
    """The renewed NIP came in with a later roster as another person, who agrees with the first."""
    with open_database(str(file), Access.WRITE) as db:
        made = Town.__new__(Town)
        made.db, made.people = db, {SITI: 1}
        made.units, made.posts = {"Bidang A": 2}, {"Analis Contoh": 2}
        made.person(
            NEW, "Siti Contoh", post="Analis Contoh", unit="Bidang A", since="2023-01-02", golongan="III/c",
            golongan_since="2022-04-01", begins="2026-06-01", email="siti@contoh.go.id",
        )  # fmt: skip
        made.evaluation(SITI, 2024, "baik")
        made.evaluation(NEW, 2024, "baik")
        made.evaluation(NEW, 2025, "sangat_baik")
    return file


def test_two_entries_are_shown_before_they_are_joined(twice: Path) -> None:
    said = edit(twice, f"nip={NEW}")
    data = json.loads(said.out)
    assert (said.code, data["applied"], data["overlaps"], data["other"]) == (1, False, [], NEW)
    assert (data["joined"]["moved"]["evaluation"], data["joined"]["twice"]) == (1, {"evaluation": 1})
    assert query(twice, "SELECT COUNT(*) FROM person") == [(3,)]


def test_two_entries_are_joined_and_taken_apart_again(twice: Path) -> None:
    before = content(twice)
    found = done(twice, f"nip={NEW}", "--yes")
    assert found["nip"] == NEW
    assert query(twice, "SELECT COUNT(*) FROM person") == [(2,)]
    assert query(twice, "SELECT person_id, year FROM evaluation ORDER BY year") == [(1, 2024), (1, 2025)]
    assert query(twice, "SELECT email FROM person WHERE id = 1") == [("siti@contoh.go.id",)]
    # aktif since 2 January and again since 1 June is one span
    assert query(twice, "SELECT since, until FROM person_status WHERE person_id = 1") == [("2026-01-02", "9999-12-31")]
    assert query(twice, "SELECT nip, until FROM person_nip WHERE person_id = 1 ORDER BY nip") == [
        (SITI, "2026-06-29"), (NEW, "9999-12-31")
    ]  # fmt: skip
    assert asnkarier("db", "check", "--db", twice).code == 0
    assert asnkarier("imports", "undo", found["batch"], "--db", twice).code == 0
    assert content(twice) == before


def test_a_join_knows_every_table_that_names_a_person() -> None:
    named = {
        (table.name, column.name)
        for table in metadata.tables.values()
        for column in table.columns
        if any(key.target_fullname == "person.id" for key in column.foreign_keys)
    }
    spans = {(table, "person_id") for table in (*SPANS, "person_nip")}
    assert named == spans | {(r.table, r.column) for r in references()}


def test_what_contradicts_itself_is_not_joined(twice: Path) -> None:
    done(twice, "golongan=III/d", nip=NEW)
    said = edit(twice, f"nip={NEW}", "--yes")
    data = json.loads(said.out)
    assert said.code == 1
    assert data["overlaps"] == [
        {"table": "person_golongan", "what": "", "kept": "III/c (2022-04-01 – …)", "other": "III/d (2022-04-01 – …)"}
    ]
    assert query(twice, "SELECT COUNT(*) FROM person") == [(3,)]
    # two people who are not one
    other = json.loads(edit(twice, f"nip={BUDI}", "--yes").out)
    assert {"person_kind", "person_unit"} <= {overlap["table"] for overlap in other["overlaps"]}


@pytest.mark.parametrize("language", ["id", "en"])
def test_tables(twice: Path, language: str) -> None:
    asked = (
        ("golongan=III/d", "golongan_since=2026-04-01"),
        ("golongan=III/d", "golongan_since=2026-04-01"),
        (f"nip={NEW}",),
        ("golongan=III/c", "golongan_since=2022-04-01", "birth_date=1985-01-02"),
        (f"nip={NEW}",),
    )
    said = [
        asnkarier("edit", SITI, *pairs, "--reason", "SK baru", "--db", twice, "--as-of", DAY, width=80, lang=language)
        for pairs in asked
    ]
    check(f"people/edit_{language}", "\n".join(part.out + part.err for part in said))


def test_what_was_joined_keeps_the_cells_it_came_from(twice: Path) -> None:
    with open_database(str(twice), Access.WRITE) as db:
        made = Town.__new__(Town)
        made.db, made.people, made.batches = db, {NEW: 3}, {}
        number = db.one("SELECT id FROM evaluation WHERE person_id = 3 AND year = 2025")
        assert number is not None
        made.logged(
            "kinerja.xlsx", "2025", "evaluations", "evaluation", number[0], 12, {"nip": NEW, "predicate": "–"}, NEW
        )
        made.logged("baru.xlsx", "Daftar", "roster", "person", 3, 5, {"nip": NEW, "email": "–"}, NEW)
    batch = done(twice, f"nip={NEW}", "--yes")["batch"]

    def found() -> tuple[str, str]:
        with open_database(str(twice), Access.READ) as db:
            sources = Sources(db, DAY)
            data = (Datum("evaluation", number[0], "predicate"), Datum("person", 0, "email"))
            return tuple(str(source and (source.file, source.cell)) for source in (sources.of(1, d) for d in data))  # type: ignore[return-value]  # two data make two texts

    assert found() == ("('kinerja.xlsx', 'B12')", "('baru.xlsx', 'B5')")
    # Taken apart again, the first entry knows nothing of the other's cells.
    assert asnkarier("imports", "undo", batch, "--db", twice).code == 0
    assert found() == ("None", "None")
