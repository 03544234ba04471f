"""What to do next is said at a terminal, in words that work, and never in a job."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.docs.mentions import command_of, unknown_options
from tests.terminal import asnkarier
from tests.town import town

SAMPLE = Path(__file__).parents[2] / "data" / "sample.sqlite"
DAY = "2026-06-30"
POST = "Kepala Dinas Kesehatan"


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(
    "typed",
    [
        ("shortlist", POST),
        ("explain", "198001192006032932", "--for", POST),
        ("forecast", "retirements"),
        ("forecast", "vacancies"),
        ("training", "needs", "--unit", "Dinas Sosial"),
        ("succession",),
        ("fairness",),
        ("report", "merit", 2025),
        ("report", "person", "197203141997032929"),
        ("status",),
    ],
)
def test_a_command_says_what_comes_next(typed: tuple[object, ...], lang: str) -> None:
    said = asnkarier(*typed, "--db", SAMPLE, "--as-of", DAY, lang=lang, env={"ASNKARIER_PAGER": "0"}, tty=True)
    assert said.code == 0
    assert said.err.strip(), typed
    for words in re.findall(r"asnkarier ([^`\n]+)", said.err):
        command = command_of(words)
        assert command is not None, words
        assert unknown_options(words, command) == [], words
    job = asnkarier(*typed, "--db", SAMPLE, "--as-of", DAY, lang=lang)  # no terminal
    assert job.err == ""


def test_of_an_answer_in_a_file_it_is_said_that_it_is_there(tmp_path: Path) -> None:
    path = tmp_path / "merit.html"
    said = asnkarier("report", "merit", 2025, "--db", SAMPLE, "--as-of", DAY, "-o", path, tty=True)
    assert said.err == f"{path} sudah siap.\n"
    job = asnkarier("report", "merit", 2025, "--db", SAMPLE, "--as-of", DAY, "-o", path)
    assert job.err == ""


_PLACES = {
    "NIP": "197203141997032929",
    "MENTOR": "197906182005011955",
    "MENTEE": "197906092006122931",
    "POSITION": POST,
    "JABATAN": POST,
    "TOPIC": "retirement",
    "TOPIK": "pensiun",
    "POLICY": "umum",
    "KEBIJAKAN": "umum",
    "COMPETENCY": "Komunikasi",
    "KOMPETENSI": "Komunikasi",
    "NO": "800/1/2026",
    "NUMBER": "2",
    "NOMOR": "2",
    "RP": "300 juta",
}
"""What an officer puts in place of the words in capitals."""


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(
    "typed",
    [
        ("shortlist", POST),
        ("explain", "198001192006032932", "--for", POST),
        ("path", "197203141997032929"),
        ("staff", "Siti"),
        ("gap", "--unit", "Dinas Sosial"),
        ("talent", "--unit", "Dinas Sosial"),
        ("standards", "show", POST),
        ("evaluations", "missing", "2025"),
        ("forecast", "vacancies"),
        ("training", "needs", "--unit", "Dinas Sosial"),
        ("mentor", "suggest", "--unit", "Dinas Sosial"),
        ("succession",),
        ("fairness",),
        ("status",),
        ("rules", "list"),
        ("policy", "list"),
        ("imports", "list"),
        ("db", "check"),
    ],
)
def test_what_comes_next_runs_as_it_is_printed(typed: tuple[str, ...], lang: str, tmp_path: Path) -> None:
    """With the database and the day of the command before it; from another folder, for a name with a space."""
    file = tmp_path / "kota kita.sqlite"
    shutil.copy(SAMPLE, file)
    day = ("--as-of", DAY) if typed[0] not in ("rules", "policy", "imports", "db") else ()
    said = asnkarier(*typed, "--db", file, *day, lang=lang, env={"ASNKARIER_PAGER": "0"}, tty=True)
    commands = re.findall(r"asnkarier ([^`\n;]+)", said.err)
    assert commands
    for command in commands:
        words = [_PLACES.get(word, word) for word in shlex.split(command)]
        words = [str(tmp_path / "x.html") if word in ("FILE", "BERKAS") else word for word in words]
        run = asnkarier(*words, lang=lang)
        assert (run.code, run.err) == (0, run.err), (command, run.err)
        assert str(file) in words, command


def test_a_post_with_quotation_marks_and_an_apostrophe(tmp_path: Path) -> None:
    file = tmp_path / "kota.sqlite"
    with town(file) as place:
        place.unit("SD Ma'arif")
        place.post('Kepala SD "Ma\'arif" (Bina & Karya)', "SD Ma'arif", "pengawas")
        place.person("197203141997032929", "Siti Contoh")
    post = 'Kepala SD "Ma\'arif" (Bina & Karya)'
    said = asnkarier("shortlist", post, "--db", file, "--as-of", DAY, tty=True, env={"ASNKARIER_PAGER": "0"})
    for command in re.findall(r"asnkarier ([^`\n;]+)", said.err):
        words = [str(tmp_path / "x.html") if word == "BERKAS" else word for word in shlex.split(command)]
        run = asnkarier(*words)
        assert run.code == 0, (command, run.err)
