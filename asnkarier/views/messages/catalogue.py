"""Look a code up and say it."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from string import Formatter

from asnkarier.views.language import translate
from asnkarier.views.messages.message import Message

ROOMS = ("terminal", "intake", "store", "law", "people", "appraise", "decide")


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


def fill(text: str, values: Mapping[str, object]) -> str:
    """Put `values` into the {placeholders} of `text`; one without a value stays visible as a question mark."""
    if "{" not in text:
        return text
    parts = []
    for literal, name, _spec, _conversion in Formatter().parse(text):
        parts.append(literal)
        if name is not None:
            parts.append(shown(values.get(name, "?")))
    return "".join(parts)


def shown(value: object) -> str:
    """Write one value of a message: dates and numbers of the language, lists separated by commas."""
    from asnkarier.views.values import plain

    return plain(value)
