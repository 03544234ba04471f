"""The parameters of commands, as data in the annotations of their `run`.

    def run(db: Database, nip: Annotated[str, argument("NIP", help=N_("…"))],
            year: Annotated[int, option("--year", "--tahun", help=N_("…"))]) -> Result: ...

A parameter without a default is required. Types: str, int, Decimal, bool (a switch), date, Path, a list of one of these, and
each of them `| None`. What is typed is read by our own parsers, so that every message is ours.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from asnkarier.commands.words import choices
from asnkarier.views.language import N_

Choices = Mapping[str, Sequence[str]]
"""Canonical value → the other spellings that are read as it; the first of them is the one help shows in Indonesian."""


def shown_choices(choices: Choices, language: str) -> list[str]:
    """Return the choices as help and refusals name them in `language`."""
    return [spellings[0] if language == "id" and spellings else value for value, spellings in choices.items()]


Completes = Literal["", "nip", "unit", "position", "policy", "topic", "kind", "file", "folder"]
"""What the shell offers for the value."""


@dataclass(frozen=True, slots=True)
class Option:
    """A named parameter. The first name is English, the second Indonesian; further ones are short forms."""

    names: tuple[str, ...]
    help: str
    metavar: str = ""
    parse: Callable[[str], object] | None = None
    choices: Choices | None = None
    completes: Completes = ""

    def name(self, language: str) -> str:
        """Return the long name in `language`."""
        long = [name for name in self.names if name.startswith("--")]
        return long[-1] if language == "id" else long[0]


@dataclass(frozen=True, slots=True)
class Argument:
    """A parameter by place; `metavar` is a marked source string such as NIP or POSITION."""

    metavar: str
    help: str
    parse: Callable[[str], object] | None = None
    choices: Choices | None = None
    completes: Completes = ""


Parameter = Option | Argument


def option(
    english: str,
    indonesian: str,
    *short: str,
    help: str,
    metavar: str = "",
    parse: Callable[[str], object] | None = None,
    choices: Choices | Sequence[str] | None = None,
    completes: Completes = "",
) -> Option:
    """Describe an option; both names always work and help shows the one of the language in use.

    `parse` turns the text into the value and raises `core.errors.Usage` where it cannot.
    """
    return Option(
        tuple(dict.fromkeys((english, indonesian, *short))), help, metavar, parse, _choices(choices), completes
    )


def argument(
    metavar: str,
    *,
    help: str,
    parse: Callable[[str], object] | None = None,
    choices: Choices | Sequence[str] | None = None,
    completes: Completes = "",
) -> Argument:
    """Describe an argument by the word that stands for it."""
    return Argument(metavar, help, parse, _choices(choices), completes)


def _choices(choices: Choices | Sequence[str] | None) -> Choices | None:
    if choices is None or isinstance(choices, Mapping):
        return choices
    return dict.fromkeys(choices, ())


NIP = argument(N_("NIP"), help=N_("NIP of the employee; any NIP the person ever had."), completes="nip")
"""The employee a command is about."""

POSITION = argument(
    N_("POSITION"), help=N_("Name of the position, or `name @ unit` where several bear the name."), completes="position"
)
"""The position a command is about."""

UNIT = option(
    "--unit",
    "--unit-kerja",
    help=N_("Only people of this unit and the units below it."),
    metavar=N_("UNIT"),
    completes="unit",
)
"""Filter people by unit."""

AMONG = option(
    "--among",
    "--antara",
    help=N_("Consider only the people whose NIPs are in this file (text, csv or a workbook)."),
    metavar=N_("FILE"),
    completes="file",
)
"""Who is considered, where a committee has decided it."""

POLICY = option(
    "--policy", "--kebijakan", help=N_("Policy by name, or a policy file."), metavar=N_("POLICY"), completes="policy"
)
"""The policy that weighs and cuts off."""

YEAR = option("--year", "--tahun", help=N_("The year."), metavar=N_("YEAR"))
"""A calendar year."""

DRY_RUN = option("--dry-run", "--coba", help=N_("Show what would happen and change nothing."))
"""A rehearsal."""

POST_KIND = option(
    "--kind",
    "--jenis",
    help=N_("Only holders of posts of this kind."),
    metavar=N_("KIND"),
    choices=choices("position_kind"),
)
"""Filter people by the kind of their post."""

ALL = option("--all", "--semua", help=N_("Show everything."))
"""Everything, not only what matters most."""


def reason_of(help: str) -> Option:
    """Return the option that says why something is done; `help` says what."""
    return option("--reason", "--alasan", help=help, metavar=N_("TEXT"))
