"""Every command's answer in every form and both languages, over the sample city."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from asnkarier.registry import COMMANDS
from asnkarier.views import language
from tests.docs.mentions import command_of
from tests.everywhere import TYPED, Answered, answers

_RAW = re.compile(
    r"\b(?:Words|Rounded|Fraction|Decimal|Column|datetime\.date)\(|<[\w.]+ object at|\bNone\b|\b(?:True|False)\b|\bnan\b"
)
"""What Python shows of its own values."""


@pytest.fixture(scope="module", params=language.LANGUAGES)
def answered(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Answered]]:
    folder = tmp_path_factory.mktemp(f"everywhere-{request.param}")
    before = Path.cwd()
    os.chdir(folder)
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("COLUMNS", "80")
            patch.setenv("ASNKARIER_BY", "Penguji")
            yield answers(folder, request.param)
    finally:
        os.chdir(before)


def test_every_command_is_run() -> None:
    assert [command.name for command in COMMANDS if command not in {command_of(typed) for typed in TYPED}] == []


def test_no_form_shows_a_value_as_the_program_holds_it(answered: list[Answered]) -> None:
    raw = [
        (one.typed, form, text[:120])
        for one in answered
        for form, text in one.texts()
        if _RAW.search(text) or (text in ("TRUE", "FALSE"))
    ]
    assert raw == []
