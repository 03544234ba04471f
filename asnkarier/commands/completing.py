"""What the shell gets when people press Tab: words in the quotation marks or with the backslashes that it reads.

Typer hands values over bare, so that `Dinas Sosial` would become two words and `&` end the command.
"""

import io
import os
import re
import sys
from collections.abc import Callable, Iterator, MutableMapping
from contextlib import contextmanager

ASKED = "_ASNKARIER_COMPLETE"
"""Set by the shell's script to complete_bash, complete_powershell …"""
_SPECIAL = re.compile(r"([^\w@%+=:,./-])")
_IN_DOUBLE = re.compile(r'(["$`\\])')
_PLAIN = re.compile(r"[\w:./\\-]+")


@contextmanager
def completing(environment: MutableMapping[str, str] = os.environ) -> Iterator[None]:
    """Let Typer answer the shell, and put what it says into the shell's words."""
    asked = environment.get(ASKED, "").removeprefix("complete_")
    if asked == "bash":
        write = _bash(environment)
    elif asked in ("powershell", "pwsh"):
        write = _powershell(environment)
    else:
        yield
        return
    stdout, sys.stdout = sys.stdout, io.StringIO()
    try:
        yield
    finally:
        said, sys.stdout = sys.stdout.getvalue(), stdout
        stdout.write("".join(f"{write(line)}\n" for line in said.splitlines()))
        stdout.flush()


def _bash(environment: MutableMapping[str, str]) -> Callable[[str], str]:
    """Read the words as bash cut them (`--unit=Di` comes as three), and return how a value is written there."""
    words = environment.get("COMP_WORDS", "").split("\n")
    place = int(environment.get("COMP_CWORD", "0"))
    for equals in reversed([n for n, word in enumerate(words) if word == "=" and words[n - 1].startswith("--")]):
        if equals == place:
            words[equals] = ""
        elif equals < place:
            del words[equals]
            place -= 1
    environment["COMP_WORDS"], environment["COMP_CWORD"] = "\n".join(words), str(place)
    mark = words[place][:1] if place < len(words) else ""
    if mark == '"':
        return lambda value: _IN_DOUBLE.sub(r"\\\1", value)
    if mark == "'":
        return lambda value: value.replace("'", "'\\''")
    return lambda value: _SPECIAL.sub(r"\\\1", value)


def _powershell(environment: MutableMapping[str, str]) -> Callable[[str], str]:
    """Take the opening quotation mark off the word, and return how a value with its help is written there."""
    word = "_TYPER_COMPLETE_WORD_TO_COMPLETE"
    environment[word] = environment.get(word, "").strip("\"'")

    def write(line: str) -> str:
        value, mark, help = line.partition(":::")
        quoted = value if _PLAIN.fullmatch(value) else "'" + value.replace("'", "''") + "'"
        return f"{quoted}{mark}{help}"

    return write
