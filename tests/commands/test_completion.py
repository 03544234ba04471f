"""Completion: NIPs, units and posts of the file at hand, kinds and policies; silence where there is no file."""

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from asnkarier.commands.completion import offers
from asnkarier.commands.parameters import NIP, POLICY, POSITION, UNIT, YEAR, argument
from asnkarier.commands.typed import typed
from asnkarier.core.access import Access
from asnkarier.store.database import open_database
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


def test_years_topics_and_kinds(database: Path) -> None:
    # No evaluation, no year; then those there are, and the one that follows.
    assert _offered(YEAR, database, "") == []
    with open_database(str(database), Access.WRITE) as db:
        db.execute(
            "INSERT INTO evaluation (person_id, year, period, started_on, ended_on) VALUES (1, 2024, 'annual', '', '')"
        )
    assert _offered(YEAR, database, "") == ["2025", "2024"]
    assert _offered(argument("YEAR", help=""), database, "2024") == ["2024"]
    topics = offers(typed("x", str, argument("TOPIC", help="", completes="topic"), required=True, default=None))
    kinds = offers(typed("x", str, argument("KIND", help="", completes="kind"), required=True, default=None))
    assert topics is not None
    assert kinds is not None
    assert topics("pensi") == ["pensiun"]
    assert kinds("penilaian") == ["penilaian-kinerja"]
    assert kinds("evalu") == ["evaluations"]


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


ODD = 'UPTD: Pasar & "Niaga" (Barat)'


@pytest.fixture
def odd(tmp_path: Path) -> Path:
    path = tmp_path / "kota.sqlite"
    with town(path) as place:
        for unit in ("Dinas Kesehatan", "Dinas Sosial", "SD Ma'arif", ODD):
            place.unit(unit)
    return path


@pytest.mark.skipif(shutil.which("bash") is None, reason="drives a real bash")
def test_bash_gets_words_that_it_reads_as_one(odd: Path, tmp_path: Path) -> None:
    """What the script that people install puts into COMPREPLY, for what they have typed so far: the cutting of words is bash's."""
    program = tmp_path / "asnkarier"
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m asnkarier "$@"\n')
    program.chmod(0o755)
    environment = {
        **os.environ,
        "ASNKARIER_DB": str(odd),
        "PYTHONPATH": str(ROOT),
        "PATH": f"{tmp_path}:{os.environ['PATH']}",
    }
    made = subprocess.run(
        [sys.executable, "-m", "asnkarier"],
        capture_output=True, text=True, env={**environment, "_ASNKARIER_COMPLETE": "source_bash"}, cwd=ROOT, timeout=60,
    )  # fmt: skip
    typed = {
        "Dinas\\ S": ["Dinas\\ Sosial"],
        '"Dinas S': ["Dinas Sosial"],
        "Dinas": ["Dinas\\ Kesehatan", "Dinas\\ Sosial"],
        "SD": ["SD\\ Ma\\'arif"],
        "'SD": ["SD Ma'\\''arif"],
        "UP": ['UPTD:\\ Pasar\\ \\&\\ \\"Niaga\\"\\ \\(Barat\\)'],
        '"UP': ['UPTD: Pasar & \\"Niaga\\" (Barat)'],
        # Half a word that nothing begins with; bash then offers files.
        "Zz": [],
    }
    lines = [made.stdout]
    for words in (*([word] for word in typed), ["=", "Dinas\\ S"]):
        every = ["asnkarier", "pegawai", "--unit", *words]
        lines.append(f"COMP_WORDS=({' '.join(map(shlex.quote, every))}) COMP_CWORD={len(every) - 1}")
        lines.append('_asnkarier_completion asnkarier; printf "%s\\n" "${COMPREPLY[@]}" --')
    script = "\n".join(lines)
    done = subprocess.run(
        ["bash", "--norc", "-c", script], capture_output=True, text=True, env=environment, cwd=ROOT, timeout=120
    )
    assert done.stderr == ""
    answers = [[line for line in part.split("\n") if line] for part in done.stdout.split("--\n")[:-1]]
    assert answers == [*typed.values(), ["Dinas\\ Sosial"]]
    assert [shlex.split(answer) for answer in answers[5]] == [[ODD]]


@pytest.mark.parametrize(
    ("word", "said"),
    [("Dinas", ["'Dinas Kesehatan':::", "'Dinas Sosial':::"]), ("'SD", ["'SD Ma''arif':::"])],
)
def test_powershell_gets_them_in_its_quotation_marks(odd: Path, word: str, said: list[str]) -> None:
    environment = {
        **os.environ,
        "_ASNKARIER_COMPLETE": "complete_powershell",
        "_TYPER_COMPLETE_ARGS": f"asnkarier pegawai --unit {word}",
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": word,
        "ASNKARIER_DB": str(odd),
    }
    done = subprocess.run(
        [sys.executable, "-m", "asnkarier"], capture_output=True, text=True, env=environment, cwd=ROOT, timeout=60
    )
    assert [line.rstrip() for line in done.stdout.splitlines()] == said


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "pwsh"])
def test_every_shell_has_a_script(shell: str) -> None:
    environment = {**os.environ, "_ASNKARIER_COMPLETE": f"source_{shell}"}
    done = subprocess.run(
        [sys.executable, "-m", "asnkarier"], capture_output=True, text=True, env=environment, cwd=ROOT, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "_ASNKARIER_COMPLETE" in done.stdout
    if shutil.which(shell) and shell in ("bash", "zsh", "fish"):
        parsed = subprocess.run([shell, "-n", "-c", done.stdout], capture_output=True, timeout=60)
        assert parsed.returncode == 0
