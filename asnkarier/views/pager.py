"""Showing a long answer page by page, where that helps: on a terminal, when the answer is longer than the screen."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping

_FOUND = ("less",)
"""Looked for where no PAGER is named. `more` is not among them: it cannot go back, and Windows' own spoils colours."""
_LESS = "FRX"
"""Leave at once where it fits after all, show colours, leave the answer on the screen."""


def show(text: str, environment: Mapping[str, str] = os.environ) -> bool:
    """Show the text in a pager; False where none is wanted, needed or found, and the text is still to be written."""
    command = _command(environment)
    if command is None or not _longer_than_the_screen(text):
        return False
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env={"LESS": _LESS, **environment})  # noqa: S603 - the pager the user named, with no shell between
    except OSError:
        return False
    try:
        pager.communicate(text.encode(sys.stdout.encoding or "utf-8", "replace"))
    except (BrokenPipeError, KeyboardInterrupt):
        # Who leaves the pager early has seen enough.
        pager.wait()
    return True


def _command(environment: Mapping[str, str]) -> list[str] | None:
    if not (sys.stdout.isatty() and sys.stdin is not None and sys.stdin.isatty()) or environment.get("TERM") == "dumb":
        return None
    if environment.get("NO_PAGER") or environment.get("ASNKARIER_PAGER", "1").casefold() in ("", "0", "no", "cat"):
        return None
    named = environment.get("ASNKARIER_PAGER", "1")
    named = environment.get("PAGER", "") if named == "1" else named
    words = shlex.split(named, posix=os.name != "nt") if named else list(_FOUND)
    program = shutil.which(words[0]) if words else None
    return [program, *words[1:]] if program else None


def _longer_than_the_screen(text: str) -> bool:
    return text.count("\n") >= shutil.get_terminal_size((80, 24)).lines
