"""Every command that a text tells people to type exists, with its options."""

import re

from tests.docs.mentions import command_of, mentions, options, unknown_options
from tests.locale.update import CATALOGUE, translations

LATER = {"db upgrade", "basis-data mutakhirkan"}
"""Told to people whose file is older than the program; the command comes with the first new schema."""


def _words(typed: str) -> str:
    return " ".join(typed.split()[:2])


def test_every_mentioned_command_exists() -> None:
    wrong = set()
    for where, typed in mentions():
        first = typed.split()[0]
        if first.startswith("-") or first.isupper() or _words(typed) in LATER:
            continue
        if command_of(typed) is None:
            wrong.add((where, typed))
    assert sorted(wrong) == []


def test_every_mentioned_option_exists() -> None:
    wrong = {
        (where, typed, option)
        for where, typed in mentions()
        if (command := command_of(typed)) is not None
        for option in unknown_options(typed, command)
    }
    assert sorted(wrong) == []


def test_a_message_names_options_as_its_language_does() -> None:
    english, indonesian = options()
    assert "--set" in english
    assert "--isi" in indonesian
    named = re.compile(r"(?<![\w/-])--[a-z][a-z-]*")
    wrong = [
        (option, text)
        for source, said in translations(CATALOGUE.read_text(encoding="utf-8")).items()
        for text, others in ((source, indonesian), (said, english))
        for option in named.findall(text)
        if option in others
    ]
    assert wrong == []
