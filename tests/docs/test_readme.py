"""The README's two `sh` blocks: what they contain, and that the first one's commands answer."""

import shlex
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.docs.readme import blocks, commands
from tests.terminal import asnkarier

ROOT = Path(__file__).parents[2]
READY = (ROOT / "data" / "sample.sqlite").exists() and find_spec("asnkarier.commands.decide.shortlist") is not None


def test_the_first_block_shows_a_shortlist_and_the_second_runs_the_tests() -> None:
    first, second = blocks()[:2]
    assert "pip install ." in first
    assert commands(first)[-1].startswith("shortlist ")
    assert second.rstrip().endswith("-m pytest")


@pytest.mark.skipif(not READY, reason="the sample city is not there yet")
def test_the_first_block_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    before = (ROOT / "data" / "sample.sqlite").read_bytes()
    for command in commands(blocks()[0]):
        said = asnkarier(*shlex.split(command), width=80)
        assert said.code == 0, said.err
        assert said.out.strip()
    assert (ROOT / "data" / "sample.sqlite").read_bytes() == before
