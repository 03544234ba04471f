"""Completion: NIPs, units and posts of the file at hand, kinds and policies; silence where there is no file."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from asnkarier.commands.completion import offers
from asnkarier.commands.parameters import NIP, POLICY, POSITION, UNIT, argument
from asnkarier.commands.typed import typed
from tests.town import town

ROOT = Path(__file__).parents[2]


class Context:
    def __init__(self, database: Path) -> None:
        self.params = {"_db": str(database)}


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "kota.sqlite"
    with town(path) as place:
        place.unit("Dinas Kesehatan")
        place.unit("Dinas Sosial")
        place.post("Kepala Dinas Kesehatan", "Dinas Kesehatan", "jpt_pratama")
        place.person("197203141997032929", "Siti Contoh")
        place.person("197303141997032930", "Budi Contoh")
    return path


def _offered(spec: object, database: Path, incomplete: str) -> list[str]:
    offer = offers(typed("x", str, spec, required=True, default=None))  # type: ignore[arg-type]
    assert offer is not None
    return [value for value, _help in offer(Context(database), incomplete)]


def test_values_of_the_file(database: Path) -> None:
    assert _offered(NIP, database, "1972") == ["197203141997032929"]
    assert len(_offered(NIP, database, "")) == 2
    assert _offered(UNIT, database, "dinas s") == ["Dinas Sosial"]
    assert _offered(POSITION, database, "Kepala") == ["Kepala Dinas Kesehatan"]
    assert _offered(UNIT, database, "%") == []


def test_no_file_no_offers_no_complaint(tmp_path: Path) -> None:
    assert _offered(NIP, tmp_path / "none.sqlite", "19") == []


def test_choices_and_policies() -> None:
    kinds = argument("KIND", help="", choices={"roster": ("daftar-pegawai",)})
    offer = offers(typed("x", str, kinds, required=True, default=None))
    assert offer is not None
    assert offer("") == ["daftar-pegawai", "roster"]
    policy = offers(typed("x", str, POLICY, required=True, default=None))
    assert policy is not None
    assert policy("um") == ["umum"]


def test_the_shell_gets_them(database: Path) -> None:
    pytest.importorskip("asnkarier.commands.people.show")
    environment = {
        **os.environ,
        "_ASNKARIER_COMPLETE": "complete_bash",
        "COMP_WORDS": "asnkarier show 1972",
        "COMP_CWORD": "2",
        "ASNKARIER_DB": str(database),
    }
    done = subprocess.run(
        [sys.executable, "-m", "asnkarier"], capture_output=True, text=True, env=environment, cwd=ROOT, timeout=60
    )
    assert done.stdout.split() == ["197203141997032929"]
