"""The house as docs/architecture.md draws it: who may import whom, which library lives where, how large a room may be."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PACKAGE = Path(__file__).parents[1] / "asnkarier"
MOST_LINES = 500
MOST_LINES_OF_RECORDS = 700
"""For core/kinds, which is data: one record after the other."""
MOST_FILES = 16

ARROWS: dict[str, set[str]] = {
    "core": set(),
    "law": {"core"},
    "store": {"core"},
    "sheets": {"core"},
    "ingest": {"sheets", "core"},
    "views": {"sheets", "core"},
    "optimise": {"core"},
    "registry": {"views", "core"},
    "commands": {"registry", "views", "ingest", "store", "law", "sheets", "optimise", "core"},
    "cli": {"registry", "commands", "views", "store", "core"},
    "__main__": {"cli"},
}
"""Room → the rooms it may import, besides itself."""

OWNERS: dict[str, set[str]] = {
    "typer": {"cli", "commands"},
    "rich": {"views"},
    "jinja2": {"views"},
    "typst": {"views"},
    "babel": {"views"},
    "gettext": {"views"},
    "openpyxl": {"sheets"},
    "python_calamine": {"sheets"},
    "defusedxml": {"sheets"},
    "sqlite3": {"store"},
    "sqlmodel": {"store"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "psycopg": {"store"},
    "tomllib": {"law"},
    "highspy": {"optimise"},
    "numpy": {"optimise"},
    "click": set(),
}
"""Library → the rooms that may import it."""

CORE_FORBIDS = {"os", "sys", "io", "pathlib", "time", "subprocess", "socket", "tempfile", "shutil", "random", "locale"}
SQL = re.compile(
    r"\bSELECT\s|\bINSERT\s+(?:OR\s+\w+\s+)?INTO\b|\bUPDATE\s+\w+\s+SET\b|\bDELETE\s+FROM\b|\bWHERE\s+\w|\bPRAGMA\b"
    r"|(?:=|<>|[<>]=?|\bLIKE|\bBETWEEN|\bIN)\s*\(?\?"
)
"""A statement, or a condition of one."""
CLOCKS = {"today", "now", "utcnow"}


class Import(NamedTuple):
    file: Path
    line: int
    module: str

    def __str__(self) -> str:
        return f"{self.file.relative_to(PACKAGE)}:{self.line} imports {self.module}"


def _files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imports() -> Iterator[Import]:
    for path in _files():
        package = ("asnkarier", *path.relative_to(PACKAGE).parts[:-1])
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (Import(path, node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                above = package[: len(package) - node.level + 1] if node.level else ()
                base = ".".join([*above, *(node.module.split(".") if node.module else [])])
                yield from (Import(path, node.lineno, f"{base}.{alias.name}") for alias in node.names)


def test_arrows() -> None:
    wrong = []
    for found in _imports():
        parts = found.module.split(".")
        if parts[0] != "asnkarier" or len(parts) < 2:
            continue
        here, there = _room(found.file), parts[1]
        if here == "__init__" or there == "__version__" or there == here:
            continue
        if there not in ARROWS[here]:
            wrong.append(str(found))
    assert wrong == []


def test_each_library_has_its_owner() -> None:
    wrong = [
        str(found)
        for found in _imports()
        if (library := found.module.split(".")[0]) in OWNERS and _room(found.file) not in OWNERS[library]
    ]
    assert wrong == []


def test_nothing_reaches_into_what_typer_hides() -> None:
    assert [str(found) for found in _imports() if found.module.startswith(("typer._", "rich._"))] == []


def test_core_has_no_input_output_and_no_clock() -> None:
    wrong = [
        str(found) for found in _imports() if _room(found.file) == "core" and found.module.split(".")[0] in CORE_FORBIDS
    ]
    assert wrong == []


def test_sql_stands_in_the_store_alone() -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)}:{node.lineno} {node.value[:60]!r}"
        for path in _files()
        if _room(path) != "store"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        # What has a backslash is a pattern for text.
        and "\\" not in node.value
        and SQL.search(node.value)
    ]
    assert wrong == []


def test_the_only_clock_is_at_the_terminal() -> None:
    wrong = []
    for path in _files():
        if _room(path) == "cli":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS:
                wrong.append(f"{path.relative_to(PACKAGE)}:{node.lineno} .{node.func.attr}()")
    assert wrong == []


def test_modules_can_be_read_in_one_go() -> None:
    long = {}
    for path in _files():
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > (MOST_LINES_OF_RECORDS if path.parent.name == "kinds" else MOST_LINES):
            long[str(path.relative_to(PACKAGE))] = lines
    assert long == {}


def test_large_folders_get_rooms() -> None:
    counts = Counter(str(path.parent.relative_to(PACKAGE)) for path in _files() if path.name != "__init__.py")
    assert {folder: count for folder, count in counts.items() if count > MOST_FILES} == {}
