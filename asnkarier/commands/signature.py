"""What the signature of a `run` asks for: the parameters people type and the reserved ones the terminal supplies."""

import inspect
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, NamedTuple, get_args, get_origin, get_type_hints

from asnkarier.commands.parameters import Argument, Option, option
from asnkarier.commands.typed import Typed, typed
from asnkarier.views.language import LANGUAGES, N_

RESERVED = ("db", "path", "as_of", "today", "actor", "progress", "wanted_form")
"""Parameters of `run` that nobody types under these names: the database, the path of the file to create, the day asked about,
the day of the clock, who, how far, and what --format says, for a command that makes files of its own."""

FORMATS = ("table", "json", "csv", "xlsx", "md", "html", "pdf")

_DB = option("--db", "--basis-data", help=N_("The database file."), metavar=N_("FILE"), completes="file")
_LANG = option("--lang", "--bahasa", help=N_("Language: id or en."), choices=LANGUAGES)
_FORMAT = option(
    "--format",
    "--bentuk",
    help=N_("Form of the output: table, json, csv, xlsx, md, html or pdf."),
    metavar=N_("FORM"),
    choices=FORMATS,
)
_OUTPUT = option(
    "--output",
    "--keluaran",
    "-o",
    help=N_("Write to this file; - is the terminal."),
    metavar=N_("FILE"),
    completes="file",
)
_QUIET = option("--quiet", "--senyap", "-q", help=N_("Say nothing but the answer and refusals."))
_AS_OF = option(
    "--as-of", "--per-tanggal", help=N_("As things stood on this day (default: today)."), metavar=N_("DATE")
)
_BY = option("--by", "--oleh", help=N_("Who enters it (default: the login name)."), metavar=N_("NAME"))

SWITCHES = {name: spec is _QUIET for spec in (_DB, _FORMAT, _OUTPUT, _QUIET, _AS_OF, _BY) for name in spec.names}
"""The names of what every command takes, and whether they stand alone: people also type them before the command."""


class Signature(NamedTuple):
    """The parameters of one command: `own` from `run`, `common` that every command has, `reserved` names `run` wants supplied."""

    own: tuple[Typed, ...]
    common: tuple[Typed, ...]
    reserved: frozenset[str]


def signature(run: Callable[..., Any]) -> Signature:
    """Read the signature of `run`; TypeError where a parameter has no description."""
    hints = get_type_hints(run, include_extras=True)
    own = []
    parameters = inspect.signature(run).parameters
    for name, parameter in parameters.items():
        if name in RESERVED:
            continue
        required = parameter.default is parameter.empty
        kind, spec = _described(name, hints[name])
        own.append(typed(name, kind, spec, required=required, default=None if required else parameter.default))
    reserved = frozenset(name for name in RESERVED if name in parameters)
    taken = {name for item in own if isinstance(item.spec, Option) for name in item.spec.names}
    common = tuple(item for item in _common(reserved) if taken.isdisjoint(_names(item)))
    return Signature(tuple(own), common, reserved)


def _common(reserved: frozenset[str]) -> list[Typed]:
    wanted = [("as_of", date, _AS_OF)] if "as_of" in reserved else []
    items: list[tuple[str, type, Option]] = [*wanted]
    if "actor" in reserved:
        items.append(("by", str, _BY))
    # A command that opens no file takes it all the same: scripts give it to every command.
    items.append(("db", str, _DB))
    items += [("format", str, _FORMAT), ("output", str, _OUTPUT), ("lang", str, _LANG), ("quiet", bool, _QUIET)]
    return [typed(f"_{name}", kind, spec, required=False, default=None) for name, kind, spec in items]


def _names(item: Typed) -> tuple[str, ...]:
    return item.spec.names if isinstance(item.spec, Option) else ()


def _described(name: str, hint: Any) -> tuple[Any, Option | Argument]:
    if get_origin(hint) is Annotated:
        kind, *notes = get_args(hint)
        for note in notes:
            if isinstance(note, Option | Argument):
                return kind, note
    raise TypeError(f"parameter {name!r} needs Annotated[type, option(…)] or Annotated[type, argument(…)]")
