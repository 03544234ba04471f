"""Several articles said as lawyers say them: what they have in common once."""

import re
from collections.abc import Iterable
from typing import Final

_LAST: Final = re.compile(r"(?P<head>.+ (?:angka|huruf|ayat|Ps)) (?P<last>\w+(?: \([^()]*\))?)")


def together(articles: Iterable[str]) -> str:
    """Join articles in their order; those of one head stand together: `Ps 54 huruf a, b; Ps 107 huruf c angka 1, 2`."""
    heads: dict[str, list[str]] = {}
    for article in dict.fromkeys(articles):
        found = _LAST.fullmatch(article)
        head, last = (found["head"], found["last"]) if found else (article, "")
        heads.setdefault(head, []).append(last)
    return "; ".join(f"{head} {', '.join(lasts)}".rstrip() for head, lasts in heads.items())
