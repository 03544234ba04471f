"""The file's health and its copies, on real files."""

import json
import re
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from tests.golden import check
from tests.terminal import Said, asnkarier
from tests.town import town

NIP = "198501012010011001"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--name", "Kota Contoh", "--db", path).code == 0
    return path


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def run(path: Path, *arguments: object, **settings: object) -> Said:
    return asnkarier(*arguments, "--db", path.name, **settings)  # type: ignore[arg-type]


def test_info(file: Path) -> None:
    data = json.loads(run(file, "db", "info", "--format", "json").out)
    assert (data["institution"], data["schema"], data["mode"], data["last_batch"]) == ("Kota Contoh", 1, "0600", 1)
    assert data["records"]["competency"] == 9
    assert data["size"] == file.stat().st_size


def test_a_sound_file(file: Path) -> None:
    said = run(file, "basis-data", "periksa", "--format", "json")
    data = json.loads(said.out)
    assert said.code == 0
    assert (data["sound"], data["damage"], data["orphans"], data["log"]["intact"]) == (True, [], [], True)


def test_a_reference_that_leads_nowhere(file: Path) -> None:
    change(file, "INSERT INTO standard (id, position_id, competency_id, required) VALUES (1, 77, 1, 30000)")
    said = run(file, "db", "check", "--format", "json")
    assert said.code == 4
    assert json.loads(said.out)["orphans"] == [{"table": "standard", "refers_to": "position", "records": 1}]


def test_a_damaged_file_is_told(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[4096 * 3 : 4096 * 60] = b"\xff" * (4096 * 57)
    file.write_bytes(content)
    said = run(file, "db", "check")
    assert said.code == 4
    assert "rusak" in said.out + said.err


def test_backup_and_restore(file: Path) -> None:
    made = run(file, "db", "backup", "--format", "json")
    copy = file.with_name("kota-000001.sqlite")
    assert json.loads(made.out) == {"backup": copy.name, "last_batch": 1, "size": copy.stat().st_size, "made": True}
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert json.loads(run(file, "db", "backup", "--format", "json").out)["made"] is False

    change(file, "DELETE FROM setting")
    changed = file.read_bytes()
    refused = run(file, "db", "restore", copy)
    assert (refused.code, file.read_bytes()) == (2, changed)
    done = run(file, "db", "restore", copy, "--yes", "--format", "json")
    assert done.code == 0
    assert json.loads(done.out)["kept"] == "kota-replaced-1.sqlite"
    assert file.with_name("kota-replaced-1.sqlite").read_bytes() == changed
    assert json.loads(run(file, "db", "info", "--format", "json").out)["institution"] == "Kota Contoh"


def test_backup_to_a_name_and_to_a_folder(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "salinan"
    folder.mkdir()
    assert run(file, "db", "backup", folder).code == 0
    assert [p.name for p in folder.iterdir()] == ["kota-000001.sqlite"]
    assert run(file, "db", "backup", folder / "a.sqlite").code == 0
    again = run(file, "db", "backup", folder / "a.sqlite")
    assert (again.code, "sudah ada" in again.err) == (4, True)
    assert run(file, "db", "backup", tmp_path / "tidak-ada" / "a.sqlite").code == 4


def test_a_journal_goes_aside_with_the_file_it_belongs_to(file: Path) -> None:
    run(file, "db", "backup", "salinan.sqlite")
    file.with_name("kota.sqlite-journal").write_bytes(b"")
    assert run(file, "db", "restore", "salinan.sqlite", "--yes").code == 0
    assert not file.with_name("kota.sqlite-journal").exists()


def test_restore_refuses_what_is_no_copy(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "lain.sqlite"
    other.write_text("bukan")
    before = file.read_bytes()
    assert run(file, "db", "restore", other, "--yes").code == 4
    assert run(file, "db", "restore", tmp_path / "tiada.sqlite", "--yes").code == 4
    assert run(file, "db", "restore", file, "--yes").code == 2
    assert file.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["kota.sqlite", "lain.sqlite"]


def test_restore_waits_for_a_writer_and_then_refuses(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("asnkarier.store.sqlite.BUSY_SECONDS", 0.1)
    run(file, "db", "backup", "salinan.sqlite")
    with closing(sqlite3.connect(file)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        assert run(file, "db", "restore", "salinan.sqlite", "--yes").code == 4
    assert not file.with_name("kota-replaced-1.sqlite").exists()


def test_restore_where_nothing_is(file: Path, tmp_path: Path) -> None:
    run(file, "db", "backup", "salinan.sqlite")
    said = asnkarier("db", "restore", "salinan.sqlite", "--db", "baru.sqlite")
    assert said.code == 0
    assert (tmp_path / "baru.sqlite").read_bytes()[:16] == b"SQLite format 3\0"


def test_a_town_can_be_copied_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with town(tmp_path / "kota.sqlite") as made:
        made.person(NIP, "Contoh Satu")
    with closing(sqlite3.connect(tmp_path / "kota.sqlite")) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM person").fetchone()
        assert run(tmp_path / "kota.sqlite", "db", "backup", "b.sqlite").code == 0


@pytest.mark.parametrize("language", ["id", "en"])
def test_tables(file: Path, language: str) -> None:
    outputs = [run(file, "db", *words, width=80, lang=language) for words in (["check"], ["backup"], ["backup"])]
    text = "\n".join(said.out + said.err for said in outputs).replace(_size(file), "SIZE")
    check(f"office/file/db_{language}", re.sub(r"\b[0-9a-f]{64}\b", "DIGEST", text))


def _size(file: Path) -> str:
    return str((file.stat().st_size + 1023) // 1024)
