"""The log: who changed what, and whether anybody changed the log."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.access import Access, Actor
from asnkarier.store.database import open_database
from asnkarier.store.intake.log import ChangeLog, SheetSource
from tests.golden import check
from tests.terminal import asnkarier
from tests.town import town

NIP = "198501012010011001"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Three entries: one person with twelve standards from a sheet, an edit by hand, a removal."""
    path = tmp_path / "kota.sqlite"
    with town(path) as made:
        made.person(NIP, "Contoh Satu")
        made.post("Analis", None)
    with open_database(str(path), Access.WRITE) as db:
        log = ChangeLog(db, Actor("Ani", datetime(2026, 1, 5, 1, 30, tzinfo=UTC)), "import")
        fields = ("nip", "name")
        log.begin_sheet(SheetSource("daftar.xlsx", "0" * 64, "Data", "roster", 1, None, fields, {"nip": "A"}))
        log.inserted("person", 1, [NIP, "Contoh Satu"], person=1, row=2)
        for number in range(1, 13):
            log.inserted("standard", number, ["x", number], row=number + 2)
        log.end_sheet(read=1, inserted=1, updated=0, unchanged=0, rejected=0, skipped=0)
        db.execute("INSERT INTO coverage (batch_id, kind, covers_until) VALUES (1, 'awards', '2026-01-05')")
        log.close()
        log = ChangeLog(db, Actor("Budi", datetime(2026, 2, 1, 1, 0, tzinfo=UTC)), "edit", "salah ketik")
        log.updated("evaluation", 4, {"score": (900_000, 915_000), "predicate": ("baik", "sangat_baik")}, person=1)
        log.close()
        log = ChangeLog(db, Actor("Budi", datetime(2026, 2, 2, 1, 0, tzinfo=UTC)), "remove", "dobel")
        log.deleted("award", 9, {"title": "Teladan", "title_key": "teladan"}, person=1)
        log.close()
    return path


def entries(path: Path, *asked: str) -> list[dict[str, Any]]:
    said = asnkarier("audit", "log", "--db", path, "--format", "json", *asked)
    assert said.code == 0
    found: list[dict[str, Any]] = json.loads(said.out)["entries"]
    return found


def test_many_records_of_one_entry_are_told_together(file: Path) -> None:
    told = [(e["batch"], e["change"], e["table"], e["records"]) for e in entries(file)]
    assert told == [(3, "deleted", "award", 1), (2, "updated", "evaluation", 1), (1, "inserted", "person", 1),
                    (1, "inserted", "standard", 12)]  # fmt: skip


def test_values_are_told_as_people_type_them(file: Path) -> None:
    found = entries(file, "--nip", NIP)
    assert [e["fields"] for e in found] == [
        {"title": "Teladan", "title_key": "teladan"},
        {"score": [90, 91.5], "predicate": ["baik", "sangat_baik"]},
        {"nip": NIP, "name": "Contoh Satu"},
    ]
    assert (found[2]["file"], found[2]["sheet"], found[2]["row"]) == ("daftar.xlsx", "Data", 2)
    assert (found[1]["by"], found[1]["reason"], found[1]["row"]) == ("Budi", "salah ketik", None)


def test_posts_and_units_are_told_by_their_names(file: Path) -> None:
    with open_database(str(file), Access.WRITE) as db:
        log = ChangeLog(db, Actor("Budi", datetime(2026, 2, 3, 1, 0, tzinfo=UTC)), "edit", "SK")
        log.updated("person_post", 1, {"position_id": (77, 1), "since": ("2026-01-01", "2026-02-01")}, person=1)
        log.close()
    assert entries(file)[0]["fields"] == {"position": ["#77", "Analis"], "since": ["2026-01-01", "2026-02-01"]}


def test_filters(file: Path) -> None:
    assert [e["batch"] for e in entries(file, "--since", "2026-02-02")] == [3]
    assert [e["batch"] for e in entries(file, "--sejak", "2026-02-01")] == [3, 2]
    assert {e["batch"] for e in entries(file, "--by", "ani")} == {1}
    assert entries(file, "--by", "siapa") == []
    assert asnkarier("audit", "log", "--nip", "1", "--db", file).code == 2


@pytest.mark.parametrize("language", ["id", "en"])
def test_tables(file: Path, language: str) -> None:
    said = asnkarier("audit", "log", "--db", file, width=80, lang=language)
    whole = asnkarier("audit", "verify", "--db", file, width=80, lang=language)
    spoil(file, "UPDATE change SET fields = '{}' WHERE op = 'U'")
    broken = asnkarier("audit", "verify", "--db", file, width=80, lang=language)
    check(f"office/file/audit_{language}", "\n".join(part.out + part.err for part in (said, whole, broken)))


def spoil(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def test_a_whole_log(file: Path) -> None:
    said = asnkarier("audit", "verify", "--db", file, "--format", "json")
    data = json.loads(said.out)
    assert (said.code, data["intact"], data["batches"], data["changes"]) == (0, True, 3, 15)
    assert len(data["digest"]) == 64


@pytest.mark.parametrize(
    ("statement", "batch", "trouble"),
    [
        ("UPDATE change SET fields = '{\"score\":[1,2]}' WHERE op = 'U'", 2, "changed"),
        ("UPDATE change SET sheet_row = 99 WHERE id = 3", 1, "changed"),
        ("UPDATE batch SET entered_by = 'Cici' WHERE id = 2", 2, "changed"),
        ("UPDATE batch SET reason = NULL WHERE id = 3", 3, "changed"),
        ("UPDATE batch_sheet SET file = 'lain.xlsx'", 1, "changed"),
        ("UPDATE batch_sheet SET columns = '{\"nip\":\"B\"}'", 1, "changed"),
        ("UPDATE coverage SET covers_until = '2026-12-31'", 1, "changed"),
        ("DELETE FROM change WHERE id = 4", 1, "changes_missing"),
        ("DELETE FROM batch WHERE id = 2", 3, "batches_missing"),
        ("INSERT INTO change (id, batch_id, sheet_id, sheet_row, op, tbl, record_id, record_key, person_id, fields,"
         " reverses) VALUES (99, 2, 0, 0, 'U', 'award', 9, '', 1, '{}', 0)", 2, "changes_foreign"),
    ],
)  # fmt: skip
def test_a_changed_log_is_named(file: Path, statement: str, batch: int, trouble: str) -> None:
    spoil(file, statement)
    said = asnkarier("audit", "verify", "--db", file, "--format", "json")
    data = json.loads(said.out)
    assert (said.code, data["intact"]) == (4, False)
    assert (batch, trouble) in [(b["batch"], b["trouble"]) for b in data["broken"]]
    assert asnkarier("db", "check", "--db", file).code == 4


def test_a_csv_of_a_whole_log_says_so_in_a_row(file: Path) -> None:
    """A job that keeps the answer keeps the counts and the digest, in either language the same."""
    found = json.loads(asnkarier("audit", "verify", "--db", file, "--format", "json").out)
    digest = found["digest"]
    for lang in ("id", "en"):
        verified = asnkarier("audit", "verify", "--db", file, "--format", "csv", lang=lang)
        assert verified.code == 0
        header, row = verified.out.lstrip("\ufeff").splitlines()
        assert header == "intact,batches,changes,digest,broken,seals_gone"
        assert row.split(",")[1:] == [str(found["batches"]), str(found["changes"]), digest, "0", "0"]
        assert row == asnkarier("audit", "verify", "--db", file, "--format", "csv", lang="id").out.splitlines()[-1]
        checked = asnkarier("db", "check", "--db", file, "--format", "csv", lang=lang).out.splitlines()
        assert len(checked) == 2
        assert checked[0].startswith("sound,damage,orphans,batches,changes,digest")
