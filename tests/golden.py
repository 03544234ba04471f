"""Whole outputs compared with files: `check("people/staff", text)` looks at tests/golden/people/staff.txt.

`python -m pytest --update-golden` writes what the program says now; the diff is for reading.
"""

from pathlib import Path

FOLDER = Path(__file__).parent / "golden"
updating = False


def check(name: str, text: str) -> None:
    """Compare `text` with the golden file of this name."""
    path = FOLDER / f"{name}.txt"
    if updating:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        return
    assert path.exists(), f"no golden file {path}: run pytest with --update-golden"
    assert text == path.read_text(encoding="utf-8")
