"""Ctrl-C, as a terminal sends it: one sentence that says what was done by then, exit code 130, and nothing half-written."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from asnkarier.store import sqlite
from tests.commands.intake.books import SITI, book
from tests.terminal import asnkarier

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "data" / "sample.sqlite"
NOTHING = {"id": "Dihentikan. Tidak ada yang berubah.\n", "en": "Interrupted. Nothing was changed.\n"}
PATIENCE = 60.0

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a process group is sent Ctrl-C in another way there")


def pressed(arguments: list[object], when: Callable[[], object], *, lang: str = "en", folder: Path) -> tuple[int, str]:
    """Start the program as in a terminal of its own, press Ctrl-C there as soon as `when` holds, and return what it said."""
    with subprocess.Popen(
        [sys.executable, "-m", "asnkarier", *map(str, arguments)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        env={**os.environ, "ASNKARIER_LANG": lang, "TMPDIR": str(folder), "PYTHONPATH": str(ROOT)},
    ) as program:  # fmt: skip
        until = time.monotonic() + PATIENCE
        while not when() and program.poll() is None and time.monotonic() < until:
            time.sleep(0.005)
        with suppress(ProcessLookupError):  # it may have ended meanwhile: a press that comes too late for anything
            os.killpg(program.pid, signal.SIGINT)
        _, err = program.communicate(timeout=PATIENCE)
        return program.returncode, err.decode()


@pytest.fixture
def city(tmp_path: Path) -> Path:
    path = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--db", path).code == 0
    return path


@pytest.mark.parametrize("lang", ["id", "en"])
def test_while_standard_input_is_read(city: Path, tmp_path: Path, lang: str) -> None:
    before, place = city.read_bytes(), tmp_path / "sementara"
    place.mkdir()
    told = pressed(["import", "-", "--db", city], lambda: any(place.iterdir()), lang=lang, folder=place)
    assert told == (130, NOTHING[lang])
    assert city.read_bytes() == before
    assert list(place.iterdir()) == []


def test_in_the_middle_of_writing_several_files(city: Path, tmp_path: Path) -> None:
    before = city.read_bytes()
    people = [[n, f"19800101200501{n:04}", f"Uji {n}", *SITI[3:]] for n in range(1, 2001)]
    files = [book(tmp_path / "a.xlsx", people[:1000]), book(tmp_path / "b.xlsx", people[1000:])]
    journal = city.with_name(city.name + "-journal")
    told = pressed(["import", *files, "--db", city], journal.exists, folder=tmp_path)
    assert told == (130, NOTHING["en"])
    assert asnkarier("db", "check", "--db", city).code == 0
    assert city.read_bytes() == before
    assert not journal.exists()


def test_a_report_of_many_files_says_how_many_there_are(tmp_path: Path) -> None:
    into = tmp_path / "lembar"
    code, said = pressed(
        ["report", "persons", "-o", into, "--as-of", "2026-06-30", "--db", SAMPLE],
        lambda: into.exists() and any(into.glob("*.html")),
        folder=tmp_path,
    )
    written = list(into.iterdir())
    assert code == 130
    assert said.startswith(f"Interrupted: {len(written)} of ")
    assert said.splitlines()[1] == "Run it again: it writes all of them anew."
    assert all(path.suffix == ".html" and path.read_bytes().rstrip().endswith(b"</html>") for path in written)


def test_a_beginning_that_did_not_come_to_its_end_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "kota.sqlite"

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("asnkarier.store.founding.folded", stopped)
    said = asnkarier("init", "--db", path, lang="en")
    assert (said.code, said.err) == (130, NOTHING["en"])
    assert list(tmp_path.iterdir()) == []


def test_when_everything_is_written_it_comes_too_late(city: Path, tmp_path: Path) -> None:
    """Somebody who looks at the journal's end and presses then: the file holds the import, and the words say so or say nothing."""
    journal = city.with_name(city.name + "-journal")
    seen = []

    def gone() -> bool:
        seen.append(journal.exists())
        return any(seen) and not seen[-1]

    files = [book(tmp_path / "a.xlsx", [SITI])]
    code, said = pressed(["import", *files, "--db", city], gone, folder=tmp_path)
    with sqlite3.connect(city) as connection:
        (people,) = connection.execute("SELECT COUNT(*) FROM person").fetchone()
    assert (people, "Nothing was changed." in said) in ((1, False), (0, True)), (code, said)


@pytest.mark.parametrize(("behind", "people"), [(True, 1), (False, 0)])
def test_on_either_side_of_the_commit_the_words_are_those_of_the_file(
    city: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, behind: bool, people: int
) -> None:
    """Ctrl-C right behind the commit, before the command knows of it, and right before it."""
    commit = sqlite._commit

    def stopped(connection: sqlite.Connection) -> None:
        if behind:
            commit(connection)
        raise KeyboardInterrupt

    file = book(tmp_path / "a.xlsx", [SITI])
    monkeypatch.setattr(sqlite, "_commit", stopped)
    said = asnkarier("import", file, "--db", city, lang="en")
    done = "Interrupted while the answer was on its way; what was asked for is done.\n"
    assert (said.code, said.err.endswith(done if behind else NOTHING["en"])) == (130, True)
    with sqlite3.connect(city) as connection:
        assert connection.execute("SELECT COUNT(*) FROM person").fetchone() == (people,)
