"""The registry: names in two languages, one file a command, and no module loaded before its command runs."""

import subprocess
import sys
from pathlib import Path

from asnkarier.registry import COMMANDS, GROUPS, ROOMS

PACKAGE = Path(__file__).parents[1] / "asnkarier"


def test_names_are_unique_in_each_language() -> None:
    for names in ([command.name for command in COMMANDS], [command.nama for command in COMMANDS]):
        assert len(names) == len(set(names))


def test_a_name_means_the_same_in_both_languages() -> None:
    meant: dict[str, str] = {}
    for command in COMMANDS:
        for name in (command.name, command.nama):
            assert meant.setdefault(name, command.name) == command.name


def test_subcommands_stand_under_a_group() -> None:
    groups = {group.name: group.nama for group in GROUPS}
    for command in COMMANDS:
        if " " in command.name:
            first, nama = command.name.split()[0], command.nama.split()[0]
            assert groups[first] == nama
        else:
            assert command.name not in groups
    assert {command.room for command in COMMANDS} <= ROOMS.keys()


def test_help_loads_no_command_and_no_heavy_library() -> None:
    code = (
        "import sys; from asnkarier.cli import run; run(['--help']);"
        "print([m for m in sys.modules if m.split('.')[0] in"
        " ('rich', 'sqlmodel', 'sqlalchemy', 'pydantic', 'openpyxl', 'babel', 'jinja2', 'sqlite3')"
        " or m.startswith('asnkarier.commands.') and m.count('.') > 2], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=PACKAGE.parent, timeout=60)
    assert done.stderr.strip() == "[]"
