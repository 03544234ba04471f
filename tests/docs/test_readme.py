"""The README's two `sh` blocks: what they contain, and that the first one's commands answer."""

import shlex
from pathlib import Path

import pytest

from tests.docs.readme import README, blocks, commands, current
from tests.terminal import asnkarier

ROOT = Path(__file__).parents[2]


def test_the_first_block_shows_a_shortlist_and_the_second_runs_the_tests() -> None:
    first, second = blocks()[:2]
    assert "pip install ." in first
    assert [command.split()[0] for command in commands(first)] == ["shortlist", "explain"]
    assert second.rstrip().endswith("-m pytest")


def test_the_first_block_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    before = (ROOT / "data" / "sample.sqlite").read_bytes()
    for command in commands(blocks()[0]):
        said = asnkarier(*shlex.split(command), width=80)
        assert said.code == 0, said.err
        assert said.out.strip()
    assert (ROOT / "data" / "sample.sqlite").read_bytes() == before


def test_the_output_shown_is_what_the_first_block_prints() -> None:
    assert README.read_text(encoding="utf-8") == current(), "run `python -m tests.docs.write`"
