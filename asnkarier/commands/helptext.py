"""The pages of --help, in the language in use. Plain text: drawing them must cost nothing."""

import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence

from asnkarier.commands.parameters import Option, shown_choices
from asnkarier.commands.signature import Signature
from asnkarier.commands.typed import Typed
from asnkarier.registry import ROOMS, Command, Group
from asnkarier.views.drawing.escapes import coloured
from asnkarier.views.language import N_, current, translate

_INDENT = "  "
_METAVARS = {"int": N_("NUMBER"), "str": N_("TEXT")}


def word(entry: Command | Group, language: str, place: int) -> str:
    """Return the word at `place` (0: the command or group, 1: the subcommand) of a name."""
    words = (entry.nama if language == "id" else entry.name).split()
    return words[min(place, len(words) - 1)]


def short(entry: Command | Group) -> str:
    """Return the one line that says what a command does."""
    return translate(entry.help)


def program_page(entries: Sequence[Command | Group]) -> str:
    """Return the page of the program: its commands by room."""
    blocks = [
        translate(
            N_(
                "Careers of civil servants from one local file: imports that explain themselves, gaps, and shortlists with reasons."
            )
        ),
        _heading(N_("Usage")) + f"\n{_INDENT}asnkarier " + translate(N_("COMMAND [OPTIONS]")),
    ]
    rooms: dict[str, list[tuple[str, str]]] = {}
    for entry in entries:
        rooms.setdefault(_room(entry), []).append((word(entry, current(), 0), short(entry)))
    width = max((len(name) for rows in rooms.values() for name, _ in rows), default=0)
    for room, heading in ROOMS.items():
        if room in rooms:
            blocks.append(_heading(heading) + "\n" + _list(rooms[room], width))
    blocks.append(
        translate(N_("`asnkarier COMMAND --help` explains a command. `--lang en` or `--lang id` chooses the language."))
    )
    return _page(blocks)


def group_page(record: Group, entries: Sequence[Command | Group], path: str) -> str:
    """Return the page of a group: its subcommands."""
    rows = [(word(entry, current(), 1), short(entry)) for entry in entries]
    usage = f"{_INDENT}{path} " + translate(N_("COMMAND [OPTIONS]"))
    return _page([short(record), _heading(N_("Usage")) + "\n" + usage, _heading(N_("Commands")) + "\n" + _list(rows)])


def command_page(record: Command, asked: Signature, path: str) -> str:
    """Return the page of a command: its arguments and options."""
    arguments = [item for item in asked.own if not isinstance(item.spec, Option)]
    options = [item for item in asked.own if isinstance(item.spec, Option)]
    pieces = [
        usage_piece(item) for item in (*arguments, *options) if not isinstance(item.spec, Option) or item.required
    ]
    usage = f"{_INDENT}{path} " + " ".join([*pieces, translate(N_("[OPTIONS]"))])
    blocks = [short(record), _heading(N_("Usage")) + "\n" + usage]
    rows = [[row(item) for item in items] for items in (arguments, options, asked.common)]
    width = max((len(name) for part in rows for name, _ in part if len(name) <= 32), default=0)
    for title, part in zip((N_("Arguments"), N_("Options"), N_("For every command")), rows, strict=True):
        if part:
            blocks.append(_heading(title) + "\n" + _list(part, width))
    return _page(blocks)


def usage_piece(item: Typed) -> str:
    """Return how a parameter stands in the usage line: NIP, [NIP], FILE…"""
    if isinstance(item.spec, Option):
        return f"{item.spec.name(current())} {metavar(item)}"
    name = translate(item.spec.metavar) + ("…" if item.many else "")
    return name if item.required else f"[{name}]"


def metavar(item: Typed) -> str:
    """Return the word that stands for the value of an option."""
    spec = item.spec
    if spec.metavar:
        return translate(spec.metavar)
    if spec.choices is not None:
        return "|".join(shown_choices(spec.choices, current()))
    return translate(_METAVARS["int" if item.read.__name__ == "read_integer" else "str"])


def row(item: Typed) -> tuple[str, str]:
    """Return the name and the explanation of a parameter."""
    help = translate(item.spec.help)
    if item.spec.choices is not None and not isinstance(item.spec, Option):
        help += " (" + ", ".join(shown_choices(item.spec.choices, current())) + ")"
    if not isinstance(item.spec, Option):
        return translate(item.spec.metavar), help
    short_names = [name for name in item.spec.names if not name.startswith("--")]
    name = ", ".join([*short_names, item.spec.name(current())])
    if item.default is not None and item.default is not False and item.default != () and item.default != "":
        help += " " + translate(N_("(default: {value})")).replace("{value}", str(item.default))
    return (name if item.switch else f"{name} {metavar(item)}"), help


def _room(entry: Command | Group) -> str:
    if isinstance(entry, Command):
        return entry.room
    from asnkarier.registry import COMMANDS

    return next(command.room for command in COMMANDS if command.name.startswith(f"{entry.name} "))


def _heading(title: str) -> str:
    text = translate(title)
    return f"\x1b[1m{text}\x1b[0m" if coloured(sys.stdout) else text


def _list(rows: Sequence[tuple[str, str]], width: int | None = None) -> str:
    room = _width()
    column = max((len(name) for name, _ in rows), default=0) if width is None else width
    lines: list[str] = []
    for name, text in rows:
        wrapped = textwrap.wrap(text, max(room - column - 4, 24)) or [""]
        if len(name) > column:
            lines.append(f"{_INDENT}{name}")
            lines.extend(f"{_INDENT}{'':{column}}  {line}" for line in wrapped)
            continue
        lines.append(f"{_INDENT}{name:{column}}  {wrapped[0]}".rstrip())
        lines.extend(f"{_INDENT}{'':{column}}  {line}" for line in wrapped[1:])
    return "\n".join(lines)


def _page(blocks: Iterable[str]) -> str:
    room = _width()
    return "\n\n".join(block if "\n" in block else textwrap.fill(block, room) for block in blocks) + "\n"


def _width() -> int:
    return min(shutil.get_terminal_size((80, 24)).columns, 100)
