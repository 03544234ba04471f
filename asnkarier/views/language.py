"""The language in use and its catalogue.

Source strings are English. `N_` marks a string for translation where it stands as data; `translate` looks it up when it is shown.
The catalogue is the .po file itself, read when the first string is looked up: nothing to build, nothing to fall out of step.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

LANGUAGES: Final = ("id", "en")
DEFAULT: Final = "id"
SOURCE: Final = "en"

_current = DEFAULT


def N_(message: str) -> str:  # noqa: N802 - the name gettext tools know
    """Mark `message` for the catalogue and return it unchanged."""
    return message


class Words(NamedTuple):
    """A sentence to be said in the language in use: a marked source string and what fills its placeholders."""

    message: str
    values: Mapping[str, object] = {}


def use(language: str) -> None:
    """Say everything from now on in `language` (one of LANGUAGES)."""
    global _current
    _current = language


@contextmanager
def saying(language: str) -> Iterator[None]:
    """Say things in `language` for a while."""
    before = current()
    use(language)
    try:
        yield
    finally:
        use(before)


def current() -> str:
    """Return the language in use."""
    return _current


def translate(message: str) -> str:
    """Return `message` in the language in use; the source string itself in English."""
    return translated(message, _current)


def translated(message: str, language: str) -> str:
    """Return `message` in a language, whichever is in use: for what may be typed in any of them."""
    if not message or language == SOURCE:
        return message
    return _catalogue(language).get(message, message)


_ENTRY = re.compile(r'^msgid ((?:".*"\n)+)msgstr ((?:".*"(?:\n|$))+)', re.MULTILINE)
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t"}


def read_po(text: str) -> dict[str, str]:
    """Return source → translation of the text of a .po file without plurals and contexts."""
    return {_joined(source): _joined(target) for source, target in _ENTRY.findall(text) if target != '""\n'}


def _joined(lines: str) -> str:
    whole = "".join(line[1:-1] for line in lines.splitlines())
    return _ESCAPE.sub(lambda m: _ESCAPED.get(m[1], m[1]), whole) if "\\" in whole else whole


@cache
def _catalogue(language: str) -> dict[str, str]:
    path = Path(__file__).parent.parent / "locale" / language / "LC_MESSAGES" / "asnkarier.po"
    return read_po(path.read_text(encoding="utf-8"))
