"""What to type next, so that it works as it stands: with the database and the day of the command it follows."""

import re
from datetime import date

from asnkarier.commands import named
from asnkarier.commands.signature import signature
from asnkarier.commands.tree import run_of
from asnkarier.core.access import Access
from asnkarier.registry import COMMANDS, Command
from asnkarier.views.language import Words
from asnkarier.views.shell import word
from asnkarier.views.values import say

_COMMAND = re.compile(r"asnkarier [^`\n;]+")
_NAMES = {name: record for record in COMMANDS for name in (record.name, record.nama)}


def completed(hint: Words, place: str | None, as_of: date | None) -> Words:
    """Return a hint whose commands name the database and the day that were typed; None is what was not typed."""
    if place is not None and "://" in place:
        place = None  # A server's address may hold a password: it is not said again.
    if place is None and as_of is None:
        return hint
    return Words("{said}", {"said": _COMMAND.sub(lambda match: _with(match[0], place, as_of), say(hint))})


def _with(typed: str, place: str | None, as_of: date | None) -> str:
    words = typed.split()
    record = _NAMES.get(" ".join(words[1:3])) or _NAMES.get(" ".join(words[1:2]))
    if record is None:
        return typed
    more = []
    if as_of is not None and not _says(words, "--as-of") and _asks_of_a_day(record):
        more += [named.option("--as-of"), as_of.isoformat()]
    if place is not None and not _says(words, "--db") and record.access is not Access.NONE:
        more += [named.option("--db"), word(place)]
    return " ".join([typed.rstrip(), *more])


def _says(words: list[str], option: str) -> bool:
    return option in words or named.option(option) in words


def _asks_of_a_day(record: Command) -> bool:
    return any(item.name == "_as_of" for item in signature(run_of(record)).common)
