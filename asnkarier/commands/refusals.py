"""Usage errors in our own words: what Typer's parser refuses, as a code and values."""

import os
from collections.abc import Sequence
from difflib import get_close_matches
from itertools import takewhile
from typing import Any

from asnkarier.core.errors import AsnError, Usage
from asnkarier.registry import COMMANDS
from asnkarier.views.language import current, translate

_DATED, _AS_OF = ("--dated", "--keadaan"), ("--as-of", "--per-tanggal")
_MEANT = {**dict.fromkeys(_AS_OF, _DATED), **dict.fromkeys(_DATED, _AS_OF)}
"""Options by which a day is told: a list speaks of one, an answer is asked of one."""


def unknown_command(typed: str, names: Sequence[str], path: str) -> Usage:
    """Return the refusal of a command nobody knows, with the nearest names."""
    near = list(dict.fromkeys(get_close_matches(typed.lower(), names, n=3, cutoff=0.7)))
    if near:
        return Usage("command_unknown_near", {"typed": typed, "near": near, "path": path})
    return Usage("command_unknown", {"typed": typed, "path": path})


def missing_parameter(command: Any, name: str, path: str) -> Usage:
    """Return the refusal of a command line without a required parameter."""
    from asnkarier.commands.parameters import Option

    for item in command.load().own:
        if item.name == name:
            label = item.spec.name(current()) if isinstance(item.spec, Option) else translate(item.spec.metavar)
            return Usage("parameter_missing", {"parameter": label, "what": translate(item.spec.help), "path": path})
    return Usage("parameter_missing", {"parameter": name, "what": "", "path": path})


def from_typer(error: Any, arguments: Sequence[str] = ()) -> AsnError:
    """Return what Typer's parser refused as one of ours. Its classes are private, so they are known by what they carry."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else _path(arguments)
    kind = type(error).__name__
    if kind == "NoSuchOption":
        return _unknown_option(error.option_name, context, path)
    message = str(getattr(error, "message", error))
    if kind == "BadOptionUsage":
        code = "option_needs_value" if "requires" in message else "option_takes_no_value"
        return Usage(code, {"option": error.option_name, "path": path})
    if "unexpected extra argument" in message:
        return Usage("too_many_arguments", {"typed": message.partition("(s) (")[2].rstrip(")"), "path": path})
    return Usage("usage", {"reason": message, "path": path})


def files_like(path: str) -> list[str]:
    """Return the files whose names are most like one that is not there, in the folder where it was looked for."""
    folder, name = os.path.split(path)
    try:
        names = {entry.lower(): entry for entry in os.listdir(folder or ".")}
    except OSError:
        return []
    near = get_close_matches(name.lower(), list(names), n=3, cutoff=0.7)
    return [os.path.join(folder, names[entry]) for entry in near]


def _path(arguments: Sequence[str]) -> str:
    """Return the command that was typed, as far as it can be told without the parser."""
    words = list(takewhile(lambda word: not word.startswith("-"), arguments))
    names = {name for command in COMMANDS for name in (command.name, command.nama)}
    for count in (2, 1):
        if " ".join(words[:count]) in names:
            return " ".join(["asnkarier", *words[:count]])
    return "asnkarier"


def _unknown_option(typed: str, context: Any, path: str) -> Usage:
    known = [name for parameter in context.command.get_params(context) for name in parameter.opts] if context else []
    names = [name for name in known if name.startswith("--")]
    # Of the two names the one of the language in use.
    meant = [name for name in _MEANT.get(typed.lower(), ())[current() == "id" :][:1] if name in names]
    near = list(dict.fromkeys([*meant, *get_close_matches(typed.lower(), names, n=3, cutoff=0.7)]))
    if near:
        return Usage("option_unknown_near", {"option": typed, "near": near, "path": path})
    return Usage("option_unknown", {"option": typed, "path": path})
