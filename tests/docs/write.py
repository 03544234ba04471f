"""Write the generated pages of docs/, and what README.md and the guide show of the output: `python -m tests.docs.write`."""

import importlib.util
import re
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from asnkarier.commands import helptext
from asnkarier.commands.parameters import Option
from asnkarier.commands.signature import Signature, signature
from asnkarier.commands.tree import run_of
from asnkarier.commands.typed import Typed
from asnkarier.registry import COMMANDS, ROOMS, Command
from asnkarier.views import language
from asnkarier.views.messages import catalogue
from tests.docs import guide, readme, regulations

DOCS = Path(__file__).parents[2] / "docs"
MADE = "<!-- Made by `python -m tests.docs.write`. -->\n"


def cli() -> str:
    """Return docs/cli.md: every command with its names, arguments and options, from the registry and the signatures."""
    language.use("en")
    lines = [
        MADE,
        "# Commands",
        "",
        "Every command, subcommand and option has an English and an Indonesian name; both always work. Help shows those of the language in use",
        "(`--lang en`, `ASNKARIER_LANG=en`; Indonesian by default). Exit codes: 0 done, 1 findings stop the operation, 2 usage, 3 rule or policy,",
        "4 database, 130 interrupted.",
        "",
        "`--format csv` is for programs, and the same in both languages: the names of the columns are those of JSON, days are ISO, numbers have",
        "a dot and no thousands, values are canonical. It holds one table, the main list, which is the first one that `--format xlsx` writes: of",
        "`forecast` the people (or posts) that something falls due for, without those not known; of `evaluations missing` the people; of",
        "`policy show` the components; of `explain` the requirements. JSON and xlsx hold the others. Of `show` it holds the whole record, a row for",
        "each value: `section` (`person`, or the name of the list in JSON), `number` of the entry, `field`, `value`, `since`, `until` and",
        "`source`. Points that may be a range stand in three columns,",
        "such as `performance`, `performance_low` and `performance_high`, the first empty where they differ; people who stand ready are NIPs, with",
        "the day where there is one, as many as JSON lists.",
    ]
    for room, heading in ROOMS.items():
        commands = [command for command in COMMANDS if command.room == room and _exists(command)]
        if commands:
            lines += ["", f"## {heading}"]
        for command in commands:
            lines += ["", *_command(command)]
    return "\n".join(lines) + "\n"


def _exists(command: Command) -> bool:
    return importlib.util.find_spec(f"asnkarier.commands.{command.room}.{command.module}") is not None


def _command(command: Command) -> list[str]:
    asked = signature(run_of(command))
    lines = [f"### `{command.name}` · `{command.nama}`", "", command.help]
    rows = [_row(item) for item in (*asked.own, *_peculiar(asked))]
    if rows:
        lines += ["", "| | |", "|---|---|", *rows]
    return lines


def _peculiar(asked: Signature) -> list[Typed]:
    return [item for item in asked.common if item.name in ("_as_of", "_by")]


def _row(item: Typed) -> str:
    spec = item.spec
    if isinstance(spec, Option):
        value = "" if item.switch else " " + helptext.metavar(item)
        name = " · ".join(f"`{name}`" for name in spec.names) + value.replace("|", "\\|")
    else:
        name = f"`{helptext.usage_piece(item)}`"
    help = helptext.row(item)[1].replace("|", "\\|")
    return f"| {name} | {help}{' **required**' if item.required else ''} |"


def findings() -> str:
    """Return docs/findings.md: every code with what is wrong and what to do."""
    lines = [
        MADE,
        "# Findings and refusals",
        "",
        "Every problem in input and every refusal has a code; `--format json` gives it, and the texts in both languages come from it.",
    ]
    for room in catalogue.ROOMS:
        messages = importlib.import_module(f"asnkarier.views.messages.{room}").MESSAGES
        if messages:
            lines += ["", f"## {room.capitalize()}", "", "| code | what is wrong | what to do |", "|---|---|---|"]
        for code, message in sorted(messages.items()):
            lines.append(f"| `{code}` | {_cell(message.message)} | {_cell(message.remedy)} |")
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    """One cell of a table: a placeholder by its name, however its value is written."""
    return re.sub(r"\{(\w+)![a-z]\}", r"{\1}", text).replace("|", "\\|").replace("\n", " ")


PAGES: dict[str, Callable[[], str]] = {
    "cli.md": cli,
    "findings.md": findings,
    "regulations.md": lambda: MADE + regulations.page(),
}


def main() -> int:
    """Write every page."""
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
        sys.stdout.write(f"docs/{name}\n")
    readme.README.write_text(readme.current(), encoding="utf-8")
    with TemporaryDirectory() as folder:
        guide.GUIDE.write_text(guide.follow(Path(folder))[1], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
