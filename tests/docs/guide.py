"""The officer's guide: its commands, run in their order in a folder of their own, and what they print.

Every ```sh block of docs/panduan.md is run as it stands; a command that must stop says so: `# kode 1`. A ```text block after it is an
excerpt, which the comment above it asks for: `<!-- tampilkan: Syarat 4 | Hasil: 1 | Catatan -->` shows, for each part, the first line
that begins with these words and so many lines (all up to an empty line, where no number is given). The first part follows the beginning of
the output, each other part what was shown before it.
"""

import glob
import os
import re
import shlex
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.terminal import Said, asnkarier

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "panduan.md"
WIDTH = 100
_BLOCK = re.compile(
    r"^```sh\n(?P<sh>.*?)^```\n(?:\n<!-- tampilkan: (?P<show>.*?) -->\n\n```text\n.*?^```\n)?",
    re.MULTILINE | re.DOTALL,
)
_STOPS = re.compile(r"\s+# kode (\d+)$")


class Ran(NamedTuple):
    """One command of the guide, the exit code it is said to have, and what it answered."""

    typed: str
    expected: int
    said: Said


def commands(block: str) -> Iterator[tuple[str, int]]:
    """Yield the command lines of a block, without the name of the program, and the exit code each is said to have."""
    for line in block.replace("\\\n", " ").splitlines():
        if line.startswith("asnkarier "):
            stops = _STOPS.search(line)
            yield _STOPS.sub("", line).removeprefix("asnkarier "), int(stops[1]) if stops else 0


def follow(folder: Path) -> tuple[list[Ran], str]:
    """Run the guide in a folder with the sample's workbooks; return what was run, and the guide with what it prints now."""
    (folder / "data").mkdir()
    for name in ("*.xlsx", "*.csv"):
        for path in (ROOT / "data").glob(name):
            shutil.copy(path, folder / "data")
    ran: list[Ran] = []

    def renew(block: re.Match[str]) -> str:
        answers = []
        for typed, expected in commands(block["sh"]):
            words = [found for word in shlex.split(typed) for found in (sorted(glob.glob(word)) or [word])]
            said = asnkarier(*words, width=WIDTH, env={"ASNKARIER_DB": "kota.sqlite", "ASNKARIER_BY": "Rina"})
            ran.append(Ran(typed, expected, said))
            answers.append(said.out + said.err)
        if block["show"] is None:
            return block[0]
        lines = "\n".join(excerpt("".join(answers).splitlines(), block["show"]))
        return f"```sh\n{block['sh']}```\n\n<!-- tampilkan: {block['show']} -->\n\n```text\n{lines}\n```\n"

    with _inside(folder):
        text = _BLOCK.sub(renew, GUIDE.read_text(encoding="utf-8"))
    return ran, text


def excerpt(lines: list[str], wanted: str) -> list[str]:
    """Return the parts of an output that are asked for, with `…` where something is left out."""
    shown: list[str] = []
    place = 0
    for part in wanted.split(" | "):
        found = re.fullmatch(r"(.*?)(?: (\d+))?", part)
        assert found is not None
        begins, count = found[1], found[2]
        start = next((n for n in range(place, len(lines)) if lines[n].strip().startswith(begins)), None)
        assert start is not None, f"no line begins with {begins!r} in:\n" + "\n".join(lines)
        rest = lines[start:]
        piece = rest[: int(count)] if count else rest[: rest.index("")] if "" in rest else rest
        if start > place:
            shown.append("…")
        shown += [line.rstrip() for line in piece]
        place = start + len(piece)
    if place < len(lines):
        shown.append("…")
    return shown


@contextmanager
def _inside(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
