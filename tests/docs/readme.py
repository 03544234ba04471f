"""The commands of README.md: its `sh` blocks, as people copy them, and what the first one prints."""

import os
import re
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.terminal import asnkarier

README = Path(__file__).parents[2] / "README.md"
NAMES = 2
"""So many candidates are shown; whoever runs the command sees them all."""


def blocks() -> list[str]:
    """Return the `sh` blocks in order."""
    return re.findall(r"^```sh\n(.*?)^```", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def commands(block: str) -> list[str]:
    """Return the lines of a block that run asnkarier, without the path of its virtual environment."""
    joined = block.replace("\\\n", " ")
    return [line.split("asnkarier ", 1)[1] for line in joined.splitlines() if re.match(r"(\S*/)?asnkarier ", line)]


def current() -> str:
    """Return README.md with what its first block prints now, in excerpts."""
    with _at_the_root():
        shortlist, explained = (
            asnkarier(*shlex.split(command), width=120).out.splitlines() for command in commands(blocks()[0])
        )
    excerpts = (
        [
            *_until(shortlist, rf"(Rank: +| +){NAMES + 1}( |$)"),
            "…",
            *_section(shortlist, r".* considered: "),
            "",
            *_section(shortlist, "Why the others fall out"),
        ],
        [
            *_section(explained, "Outcome: ", 1),
            "…",
            *_section(explained, "✗ ", 4),
            "…",
            *_section(explained, "What would "),
        ],
    )
    shown = "\n\n".join("```text\n" + "\n".join(line.rstrip() for line in lines) + "\n```" for lines in excerpts)
    text = README.read_text(encoding="utf-8")
    return re.sub(
        r"^```text\n.*?^```\n\n```text\n.*?^```$", lambda _: shown, text, count=1, flags=re.MULTILINE | re.DOTALL
    )


@contextmanager
def _at_the_root() -> Iterator[None]:
    before = Path.cwd()
    os.chdir(README.parent)
    try:
        yield
    finally:
        os.chdir(before)


def _until(lines: list[str], pattern: str) -> list[str]:
    end = next(number for number, line in enumerate(lines) if re.match(pattern, line))
    return lines[: end - (not lines[end - 1])]


def _section(lines: list[str], pattern: str, count: int = 99) -> list[str]:
    """Return the lines from the first that matches, up to an empty one."""
    start = next(number for number, line in enumerate(lines) if re.match(pattern, line))
    rest = lines[start : start + count]
    return rest[: rest.index("")] if "" in rest else rest
