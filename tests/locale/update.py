"""Bring the catalogue in step with the source strings: `python -m tests.locale.update`.

New strings come in with an empty translation to fill in, strings nobody uses any more go. Sorted, without line numbers or dates,
so that two people's additions merge; what a merge doubled or left between conflict markers is put right.
"""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from babel.messages.extract import extract

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "asnkarier"
CATALOGUE = PACKAGE / "locale" / "id" / "LC_MESSAGES" / "asnkarier.po"
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: id\\n"\n'
_MARKERS = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


def sources() -> list[str]:
    """Return every source string, sorted: what N_ marks in the code and what the kinds of sheet say as data."""
    found: set[str] = set()
    for path in sorted(PACKAGE.rglob("*.py")):
        with path.open("rb") as file:
            for _line, message, _comments, _context in extract(
                "python", file, keywords={"N_": None}, options={"encoding": "utf-8"}
            ):
                found.add(message if isinstance(message, str) else message[0])
    found.update(_of_kinds())
    return sorted(found - {""})


def _of_kinds() -> Iterable[str]:
    try:
        from asnkarier.core.kinds.catalogue import KINDS
    except ImportError:
        return
    kinds = KINDS.values() if isinstance(KINDS, Mapping) else KINDS
    for kind in kinds:
        yield kind.help
        for field in kind.fields:
            yield field.help


def translations(text: str) -> dict[str, str]:
    """Return source → translation; of a string that stands there twice, the last translation that says something."""
    from asnkarier.views.language import read_po

    lines = [line for line in text.splitlines(keepends=True) if not line.startswith(_MARKERS)]
    return read_po("".join(lines))


def written(texts: Iterable[str], known: Mapping[str, str]) -> str:
    """Return the catalogue's text."""
    entries = [f"msgid {_quoted(text)}\nmsgstr {_quoted(known.get(text, ''))}\n" for text in texts]
    return "\n".join([HEADER, *entries])


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def main() -> int:
    """Rewrite the catalogue and list what waits for a translation."""
    known = translations(CATALOGUE.read_text(encoding="utf-8"))
    texts = sources()
    CATALOGUE.write_text(written(texts, known), encoding="utf-8")
    missing = [text for text in texts if not known.get(text)]
    sys.stdout.write(f"{len(texts)} strings, {len(missing)} without a translation\n")
    for text in missing:
        sys.stdout.write(f"  {text}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
