"""The registry: names in two languages, one file a command, and no module loaded before its command runs."""

import subprocess
import sys
from importlib.util import find_spec
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


HEAVY = ("rich", "sqlmodel", "sqlalchemy", "pydantic", "openpyxl", "python_calamine", "babel", "jinja2", "alembic")


def _loaded_by(*arguments: str) -> list[str]:
    code = f"import sys; from asnkarier.cli import run; run({list(arguments)!r}); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=PACKAGE.parent, timeout=60)
    return done.stderr.split()


def _heavy(modules: list[str]) -> list[str]:
    return [module for module in modules if module.split(".")[0] in HEAVY]


def test_help_loads_no_command_and_no_heavy_library() -> None:
    modules = _loaded_by("--help")
    assert _heavy(modules) == []
    assert [module for module in modules if module.startswith("asnkarier.commands.") and module.count(".") > 2] == []
    assert "sqlite3" not in modules


def test_usage_errors_and_reading_load_no_heavy_library() -> None:
    assert _heavy(_loaded_by("shortlst")) == []
    assert _heavy(_loaded_by("gap", "--nonsense")) == []
    assert _heavy(_loaded_by("gap", "197203141997032929", "--db", "data/sample.sqlite")) == []
    assert _heavy(_loaded_by("rules", "show", "jpt_pratama")) == []


def test_every_command_has_its_file() -> None:
    missing = [
        command.name for command in COMMANDS if find_spec(f"asnkarier.commands.{command.room}.{command.module}") is None
    ]
    assert missing == []
