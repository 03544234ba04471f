"""A new database: what stands in it, and what is refused."""

import json
import shlex
import stat
from pathlib import Path

import pytest

from asnkarier.commands.office.init import SAMPLE
from asnkarier.core.access import Access
from asnkarier.store.database import open_database
from tests.terminal import asnkarier


def test_a_new_file_holds_the_name_and_the_nine(tmp_path: Path) -> None:
    path = tmp_path / "kota.sqlite"
    said = asnkarier("siapkan", "--nama", "Kota Contoh", "--basis-data", path)
    assert (said.code, said.out) == (0, f"{path} telah dibuat.\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with open_database(str(path), Access.READ) as db:
        assert db.setting("institution") == "Kota Contoh"
        names = [row[0] for row in db.rows("SELECT name FROM competency ORDER BY rank")]
        assert len(names) == 9
        assert names[0] == "Integritas"
        assert names[8] == "Perekat Bangsa"
        assert db.rows("SELECT entered_by, command FROM batch") == [("Penguji", "init")]


def test_an_existing_file_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "kota.sqlite"
    path.write_text("something of mine")
    for arguments in (["init"], ["init", "--sample"]):
        if arguments[-1] == "--sample" and not SAMPLE.exists():
            continue
        assert asnkarier(*arguments, "--db", path).code == 4
        assert path.read_text() == "something of mine"


def test_the_answer_as_json(tmp_path: Path) -> None:
    path = tmp_path / "kota.sqlite"
    said = asnkarier("init", "--db", path, "--format", "json")
    assert json.loads(said.out) == {"path": str(path), "name": None, "sample": False}


def test_the_sample_keeps_its_name(tmp_path: Path) -> None:
    said = asnkarier("init", "--sample", "--name", "Kota Lain", "--db", tmp_path / "kota.sqlite", lang="en")
    assert (said.code, said.err.splitlines()[0]) == (2, "The sample city has its own name.")


@pytest.mark.skipif(not SAMPLE.exists(), reason="the sample is not packed yet")
def test_the_sample_is_the_one_in_data(tmp_path: Path) -> None:
    path = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--sample", "--db", path).code == 0
    assert path.read_bytes() == (Path(__file__).parents[3] / "data" / "sample.sqlite").read_bytes(), (
        "run data/make_sample.py"
    )
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_command_that_is_offered_works_on_the_sample(tmp_path: Path) -> None:
    said = asnkarier("init", "--sample", "--db", tmp_path / "kota contoh.sqlite", lang="en", tty=True)
    offered = next(line for line in said.err.splitlines() if "asnkarier" in line).partition("asnkarier ")[2]
    answer = asnkarier(*shlex.split(offered), lang="en")
    assert answer.code == 0
    assert "Siti Wangsadinata" in answer.out
