"""Commands and kinds of sheet by their names in the language in use, as people type them."""

from asnkarier.commands.kinds import KIND_NAMES
from asnkarier.registry import COMMANDS
from asnkarier.views.language import current

_PROGRAM = "asnkarier "
_OPTIONS = {
    "--all": "--semua",
    "--as-of": "--per-tanggal",
    "--db": "--basis-data",
    "--due": "--jatuh-tempo",
    "--months": "--bulan",
    "--reason": "--alasan",
    "--unit": "--unit-kerja",
}
"""Options that texts tell people to type."""


def command(typed: str) -> str:
    """Return a command by its name in the language in use, with or without the program's name before and arguments behind."""
    if current() != "id":
        return typed
    program = _PROGRAM if typed.startswith(_PROGRAM) else ""
    words = typed.removeprefix(program).split(" ")
    names = {record.name: record.nama for record in COMMANDS}
    for count in (2, 1):
        if (named := names.get(" ".join(words[:count]))) is not None:
            return program + " ".join((named, *(option(word) for word in words[count:])))
    return typed


def option(name: str) -> str:
    """Return an option by its name in the language in use."""
    return _OPTIONS.get(name, name) if current() == "id" else name


def kind(name: str) -> str:
    """Return a kind of sheet by its name in the language in use."""
    return KIND_NAMES[name][0] if current() == "id" and name in KIND_NAMES else name
