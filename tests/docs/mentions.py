"""Commands that texts tell people to type: in README, docs and the messages of both languages."""

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from asnkarier.commands.parameters import Option
from asnkarier.commands.signature import signature
from asnkarier.commands.tree import run_of
from asnkarier.registry import COMMANDS, Command
from tests.locale.update import CATALOGUE, translations

ROOT = Path(__file__).parents[2]
_MENTION = re.compile(r"`asnkarier ([^`]+)`")
_FOLLOWING = re.compile(r"(?<!`)\basnkarier ([a-z][^`\n;.]+)(?:[;.]|$)")
"""In a message the command may stand at the end without backticks: `To take it back: asnkarier imports undo {batch}`."""
_LINE = re.compile(r"^\s*(?:\S*/)?asnkarier (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^```(?:sh|console)?\n(.*?)^```", re.MULTILINE | re.DOTALL)


def mentions() -> Iterator[tuple[str, str]]:
    """Yield (where, what is typed after asnkarier)."""
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "data" / "README.md"):
        text = path.read_text(encoding="utf-8")
        for block in _FENCE.findall(text):
            yield from ((path.name, line.removeprefix("$ ")) for line in _LINE.findall(block.replace("\\\n", " ")))
        yield from ((path.name, typed) for typed in _MENTION.findall(_FENCE.sub("", text)))
    for source, said in translations(CATALOGUE.read_text(encoding="utf-8")).items():
        for text in (source, said):
            yield from (("message", typed) for typed in (*_MENTION.findall(text), *_after_colon(text)))


def _after_colon(text: str) -> Iterator[str]:
    yield from (typed for part in text.split(": ")[1:] for typed in _FOLLOWING.findall(part) if part.startswith("asnk"))


def command_of(typed: str) -> Command | None:
    """Return the command that the words begin with, in either language."""
    words = typed.split()
    for count in (2, 1):
        for command in COMMANDS:
            for language in (command.name.split(), command.nama.split()):
                if words[:count] == language:
                    return command
            if count == 2 and len(command.name.split()) == 2 and len(words) > 1:
                first = (command.name.split()[0], command.nama.split()[0])
                second = (command.name.split()[1], command.nama.split()[1])
                if words[0] in first and words[1] in second:
                    return command
    return None


def unknown_options(typed: str, command: Command) -> list[str]:
    """Return the options that the command does not have."""
    if find_spec(f"asnkarier.commands.{command.room}.{command.module}") is None:
        return []
    asked = signature(run_of(command))
    known = {"--help", "--bantuan", "-h"}
    known.update(
        name for item in (*asked.own, *asked.common) if isinstance(item.spec, Option) for name in item.spec.names
    )
    options = [word.partition("=")[0].rstrip(",.;:") for word in typed.split() if re.match(r"--?[a-z]", word)]
    return [option for option in options if option not in known]


def options() -> tuple[set[str], set[str]]:
    """Return the long names of all options: those that are English alone, those that are Indonesian alone."""
    english: set[str] = set()
    indonesian: set[str] = set()
    for command in COMMANDS:
        asked = signature(run_of(command))
        for item in (*asked.own, *asked.common):
            if isinstance(item.spec, Option):
                first, *others = (name for name in item.spec.names if name.startswith("--"))
                english.add(first)
                indonesian.update(others[:1])
    return english - indonesian, indonesian - english
