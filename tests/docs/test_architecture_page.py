"""docs/architecture.md draws the house as it stands: every folder, and who may import whom."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.test_architecture import ARROWS, OWNERS, PACKAGE

PAGE = (Path(__file__).parents[2] / "docs" / "architecture.md").read_text(encoding="utf-8")
TREE = PAGE.partition("```text\nasnkarier/\n")[2].partition("```")[0]


def _drawn() -> Iterator[str]:
    """Yield the paths of the picture: two spaces a level."""
    room = ""
    for line in TREE.splitlines():
        name = line.split()[0]
        if line.startswith("    "):
            yield room + name
        else:
            room = name
            yield name


def _standing() -> Iterator[str]:
    for path in PACKAGE.iterdir():
        if path.is_file() and path.suffix == ".py" and path.stem != "__init__":
            yield path.name
        elif path.is_dir() and path.name != "__pycache__":
            yield f"{path.name}/"
            yield from (
                f"{path.name}/{one.name}/" for one in path.iterdir() if one.is_dir() and one.name != "__pycache__"
            )


def _rows() -> Iterator[list[str]]:
    for line in PAGE.splitlines():
        if line.startswith("| `"):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def _names(cell: str) -> set[str]:
    return set(re.findall(r"[a-z]\w+", re.sub(r"\(.*?\)", "", cell)))


def test_the_picture_shows_every_folder_and_nothing_else() -> None:
    assert sorted(_drawn()) == sorted(_standing())


def test_the_table_says_who_may_import_whom() -> None:
    assert {row[0].strip("`/").removesuffix(".py"): _names(row[1]) for row in _rows()} == ARROWS


def test_the_table_says_which_library_is_whose() -> None:
    told = {(library, row[0].strip("`/").removesuffix(".py")) for row in _rows() for library in _names(row[2])}
    assert told == {(library, room) for library, rooms in OWNERS.items() for room in rooms}
