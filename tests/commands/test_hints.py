"""What to do next is said at a terminal, in words that work, and never in a job."""

import re
from pathlib import Path

import pytest

from tests.docs.mentions import command_of, unknown_options
from tests.terminal import asnkarier

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
