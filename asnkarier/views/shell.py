"""Words as they are typed at the shell: in quotation marks where they need them."""

import os
import re
import shlex

from asnkarier.views.values import visible

_PLAIN = re.compile(r"[\w@%+=:,./\\~-]+")
_SPECIAL = frozenset('"$`\\!')
"""What POSIX shells read inside double quotes."""


def word(text: str, windows: bool = os.name == "nt") -> str:
    """Return a word ready to be pasted: double quotes wherever they do, for every shell knows them.

    The shells of Windows disagree about a double quote inside: names are compared without punctuation, so an apostrophe stands for it.
    """
    shown = visible(text)
    if _PLAIN.fullmatch(shown) and (windows or "\\" not in shown):
        return shown
    if windows:
        return '"' + shown.replace('"', "'") + '"'
    return shlex.quote(shown) if _SPECIAL.intersection(shown) else f'"{shown}"'
