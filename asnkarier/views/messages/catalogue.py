"""Look a code up and say it."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from string import Formatter

from asnkarier.views.language import translate
from asnkarier.views.messages import glosses, system
from asnkarier.views.messages.message import Message

_OPTIONAL = re.compile(r"\[\[(.*?)\]\]")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

ROOMS = ("terminal", "reading", "cells", "intake", "rosters", "store", "law", "people", "appraise", "decide", "grow")


@cache
def everything() -> Mapping[str, Message]:
    """Return every message by code. A code in two rooms is a mistake of ours and refused."""
    found: dict[str, Message] = {}
    for room in ROOMS:
        messages: Mapping[str, Message] = import_module(f"asnkarier.views.messages.{room}").MESSAGES
        if twice := found.keys() & messages.keys():
            raise KeyError(f"message in two rooms: {sorted(twice)}")
        found.update(messages)
    return found


def find(code: str) -> Message:
    """Return the message of `code`; an unknown code is shown as itself rather than hidden."""
    return everything().get(code, Message(code))


def said(code: str, values: Mapping[str, object]) -> tuple[str, str]:
    """Return message and remedy of `code` in the language in use, filled with `values`."""
    message, remedy = find(code)
    return fill(translate(message), values), fill(translate(remedy), values)


_FIRST_YEAR, _LAST_YEAR = 1000, 9999


def fill(text: str, values: Mapping[str, object]) -> str:
    """Put `values` into the {placeholders} of `text`.

    `{kind!t}` says canonical values in the language in use, `{topic!w}` topics of the law, `{topic!k}` the same as they are
    typed, `{post!q}` words in the quotation marks that the shell asks for, `{reason!o}` what the operating system told, `{why!p}` what a
    reader of rule files did,
    `{born!y}` writes a number without separators, as every `{year}` is, `{count:row|rows}` the word that goes with the number, and what stands in
    [[double brackets]] is left out where one of its values is empty. A placeholder without a value stays visible as a
    question mark.
    """
    if "[[" in text:
        text = _OPTIONAL.sub(lambda match: match[1] if _told(match[1], values) else "", text)
    if "{" not in text:
        return text
    parts = []
    for literal, name, spec, conversion in Formatter().parse(text):
        parts.append(literal)
        if name is not None and spec and "|" in spec:
            one, _, many = spec.partition("|")
            parts.append(one if str(values.get(name)) == "1" else many)
        elif name is not None:
            value = values.get(name, "?")
            plain_year = name == "year" and isinstance(value, int) and _FIRST_YEAR <= value <= _LAST_YEAR
            parts.append(shown(value, conversion or ("y" if plain_year else "")))
    return "".join(parts)


def _told(text: str, values: Mapping[str, object]) -> bool:
    names = (name for _literal, name, _spec, _conversion in Formatter().parse(text) if name)
    return all(values.get(name) not in (None, "", (), []) for name in names)


def shown(value: object, conversion: str = "") -> str:
    """Write one value of a message: dates and numbers of the language, lists separated by commas."""
    from asnkarier.views.terms import term
    from asnkarier.views.values import plain, written

    if conversion == "t":
        words = value.split(", ") if isinstance(value, str) else value if isinstance(value, Iterable) else [value]
        return ", ".join(term(str(word)) for word in words)
    if conversion in ("w", "k"):
        from asnkarier.views.law_words import topic_typed, topic_word

        topics = value.split(", ") if isinstance(value, str) else value if isinstance(value, Iterable) else [value]
        return ", ".join((topic_word if conversion == "w" else topic_typed)(str(topic)) for topic in topics)
    if conversion == "q":
        from asnkarier.views.shell import word

        words = [value] if isinstance(value, str) or not isinstance(value, Iterable) else value
        return ", ".join(word(str(each)) for each in words)
    if conversion == "p":
        from asnkarier.views.messages.law import PARSING

        return translate(PARSING.get(str(value), PARSING["toml_other"]))
    if conversion == "o":
        return system.reason(str(value))
    if conversion == "y":
        return written(value, "year")
    if isinstance(value, str) and _ISO_DAY.fullmatch(value):
        return written(value, "date")
    if isinstance(value, str):
        return plain(glosses.said(value))
    return plain(value)
