"""The officer's guide: every command in it works, and every excerpt is what it prints."""

import pytest

from asnkarier.registry import COMMANDS
from tests.docs.guide import GUIDE, Ran, excerpt, follow
from tests.docs.mentions import command_of


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Ran], str]:
    return follow(tmp_path_factory.mktemp("guide"))


def test_every_command_ends_as_the_guide_says(followed: tuple[list[Ran], str]) -> None:
    wrong = [(ran.typed, ran.said.code, ran.said.err) for ran in followed[0] if ran.said.code != ran.expected]
    assert wrong == []
    assert len(followed[0]) > 40


def test_every_excerpt_is_what_the_commands_print(followed: tuple[list[Ran], str]) -> None:
    assert GUIDE.read_text(encoding="utf-8") == followed[1], "run `python -m tests.docs.write`"


def test_the_guide_speaks_indonesian(followed: tuple[list[Ran], str]) -> None:
    """The guide types the Indonesian names: an officer reads one language."""
    found = [(ran.typed, command_of(ran.typed)) for ran in followed[0]]
    assert [typed for typed, command in found if command is None or not typed.startswith(command.nama)] == []


def test_the_guide_leads_through_every_room(followed: tuple[list[Ran], str]) -> None:
    used = {command.room for ran in followed[0] if (command := command_of(ran.typed)) is not None}
    assert used == {command.room for command in COMMANDS}


def test_an_excerpt_takes_parts_in_order_and_marks_what_it_leaves_out() -> None:
    lines = ["Judul", "a: 1", "b: 2", "", "Lain", "c: 3"]
    assert excerpt(lines, "a: 1 | Lain") == ["…", "a: 1", "…", "Lain", "c: 3"]
    assert excerpt(lines, "Judul") == ["Judul", "a: 1", "b: 2", "…"]
