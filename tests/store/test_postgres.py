"""The same program on PostgreSQL: a real server of its own, started for these tests and stopped after them."""

import json
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.commands.intake.books import BUDI, SITI, book, changed
from tests.terminal import asnkarier

psycopg = pytest.importorskip("psycopg", reason="the extra `postgres` is not installed")


def _binaries() -> Path | None:
    found = shutil.which("initdb")
    if found and shutil.which("pg_ctl"):
        return Path(found).parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return folders[-1] if folders else None


BINARIES = _binaries()
pytestmark = pytest.mark.skipif(BINARIES is None, reason="no PostgreSQL server is installed")


@pytest.fixture(scope="module")
def server() -> Iterator[int]:
    """Start a server on a free port of the loopback; PostgreSQL refuses to run as root, so root lends it to `postgres`."""
    folder = Path(tempfile.mkdtemp(prefix="asnkarier-pg-"))  # pytest's own folders are closed to other users
    as_other: list[str] = []
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("PostgreSQL does not run as root, and nothing here can change the user")
        as_other = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        shutil.chown(folder, "postgres", "postgres")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    assert BINARIES is not None
    data = folder / "data"
    run = {"check": True, "stdout": subprocess.DEVNULL, "cwd": "/"}
    subprocess.run([*as_other, BINARIES / "initdb", "-D", data, "-A", "trust", "-U", "asn", "-E", "UTF8"], **run)
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    subprocess.run(
        [*as_other, BINARIES / "pg_ctl", "-D", data, "-o", options, "-l", folder / "log", "-w", "start"], **run
    )
    yield port
    subprocess.run([*as_other, BINARIES / "pg_ctl", "-D", data, "-m", "immediate", "stop"], **run)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def db(server: int, request: pytest.FixtureRequest) -> str:
    name = request.node.name.lower()[:40]
    with psycopg.connect(f"postgresql://asn@127.0.0.1:{server}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    address = f"postgresql+psycopg://asn@127.0.0.1:{server}/{name}"
    assert asnkarier("init", "--db", address, "--name", "Kota Contoh").code == 0
    return address


def test_import_undo_and_import_again(db: str, tmp_path: Path) -> None:
    first = book(tmp_path / "juni.xlsx", [SITI, BUDI])
    answer = json.loads(asnkarier("import", first, "--db", db, "--format", "json").out)
    assert answer["sheets"][0]["rows"]["inserted"] == 2
    again = json.loads(asnkarier("import", first, "--db", db, "--format", "json").out)
    assert again["batch"] is None
    risen = book(tmp_path / "juli.xlsx", [changed(SITI, gol="IV/a", tmt_gol="01-07-2026"), BUDI], day="31 JULI 2026")
    later = json.loads(asnkarier("import", risen, "--db", db, "--format", "json").out)
    assert later["sheets"][0]["rows"]["updated"] == 1
    undone = json.loads(asnkarier("imports", "undo", later["batch"], "--db", db, "--format", "json").out)
    assert (len(undone["kept"]), len(undone["irreversible"])) == (0, 0)


def test_bad_rows_leave_nothing(db: str, tmp_path: Path) -> None:
    bad = book(tmp_path / "juni.xlsx", [SITI, changed(BUDI, tmt_gol="31-02-2020")])
    assert asnkarier("import", bad, "--db", db).code == 1
    assert "juni" not in asnkarier("imports", "list", "--db", db, "--format", "json").out


def test_the_city_gives_the_same_shortlist_as_in_one_file(db: str, tmp_path: Path) -> None:
    data = Path(__file__).parents[2] / "data"
    files = [*sorted(data.glob("*.xlsx")), *sorted(data.glob("*.csv"))]
    one = tmp_path / "kota.sqlite"
    asnkarier("init", "--db", one)
    answers = []
    for place in (one, db):
        said = asnkarier("import", *files, "--db", place, "--covers-until", "2026-06-30", "--format", "json")
        assert said.code == 0
        asked = ("shortlist", "Kepala Dinas Kesehatan", "--as-of", "2026-06-30", "--format", "json", "--db", place)
        answers.append(json.loads(asnkarier(*asked).out))
    assert answers[0] == answers[1]
    assert answers[0]["eligible"] > 0


def test_by_hand_and_looking_over(db: str, tmp_path: Path) -> None:
    asnkarier("import", book(tmp_path / "juni.xlsx", [SITI, BUDI]), "--db", db)
    day = ("--as-of", "2026-07-01")

    def done(*asked: object) -> dict[str, Any]:
        said = asnkarier(*asked, "--db", db, "--format", "json", lang="en")
        assert said.code == 0, (asked, said.err)
        found: dict[str, Any] = json.loads(said.out)
        return found

    first = done("evaluate", SITI[1], "--year", "2025", "--result", "above", "--behaviour", "meets")
    assert first["predicate"] == "baik"
    assert done("evaluate", SITI[1], "--year", "2025", "--result", "below")["predicate"] == "butuh_perbaikan"
    edited = done("edit", SITI[1], "golongan=IV/b", "golongan_since=2026-06-01", "--reason", "uji", *day)
    assert edited["changed"]["golongan"][1] == "IV/b"
    done("edit", SITI[1], "nip=199001012015012999", "--reason", "uji", *day)
    assert done("evaluations", "list")["evaluations"][0]["nip"] == "199001012015012999"
    for words in (["missing", "2025"], ["distribution", "2025"], ["coverage", "2025"]):
        done("evaluations", *words, *day)
    assert done("status", *day)["attention"]["low_predicates"] == 1
    assert len(done("audit", "log")["entries"]) > 4
    removed = done("remove", "evaluations", f"nip={SITI[1]}", "year=2025", "--reason", "uji")
    done("imports", "undo", removed["batch"])
    done("imports", "undo", edited["batch"])
    assert done("audit", "verify")["intact"] is True
    assert done("db", "check")["sound"] is True
    assert done("db", "info")["records"]["evaluation"] == 1
    assert done("db", "upgrade")["upgraded"] is False
    assert asnkarier("db", "backup", "--db", db).code == 4
