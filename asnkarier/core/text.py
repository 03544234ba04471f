"""Folding of what people write, so that two spellings of one thing are equal, and nothing else is."""

import re
import unicodedata
from typing import Final

_SEPARATORS: Final = re.compile(r"[\s._/\\\-–—,:;()\[\]*\"]+")
_INITIALS: Final = re.compile(r"(?<![a-z0-9])([a-z]) (?=[a-z](?![a-z0-9]))")
_SPACES: Final = re.compile(r"\s+")
_NOT_SHOWN: Final = re.compile(r"[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_QUOTES: Final = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"'})


def cleaned(text: str) -> str:
    """Return the text as a person reads it: NFKC, each run of spaces and line breaks one space, nothing invisible."""
    if text.isascii():
        return _SPACES.sub(" ", text).strip() if "  " in text or not text.isprintable() else text.strip()
    return _SPACES.sub(" ", _NOT_SHOWN.sub("", unicodedata.normalize("NFKC", text))).strip()


def folded(text: str) -> str:
    """Fold a header or a closed word: case, space, line breaks, punctuation and brackets do not count; `T.M.T.` is `TMT`."""
    if not text.isascii():
        text = _NOT_SHOWN.sub("", unicodedata.normalize("NFKC", text)).translate(_QUOTES)
    return _INITIALS.sub(r"\1", _SEPARATORS.sub(" ", text).strip().lower())


_NO_FILE_NAME: Final = re.compile(r"[^a-z0-9]+")
_LONGEST_FILE_NAME: Final = 60


def slug(text: str) -> str:
    """Return the text as a part of a file's name that every system takes: a–z, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _NO_FILE_NAME.sub("-", plain).strip("-")[:_LONGEST_FILE_NAME].rstrip("-") or "x"


_NAME_SEPARATORS: Final = re.compile(r"[\s._/\\\-–—,;:()\[\]'\"*]+")


def folded_name(text: str) -> str:
    """Fold a name (unit, post, competency, person): as `folded`, without commas, brackets, quotes; `&` is `dan`."""
    if not text.isascii():
        text = _NOT_SHOWN.sub("", unicodedata.normalize("NFKC", text)).translate(_QUOTES)
    return _NAME_SEPARATORS.sub(" ", text.replace("&", " dan ")).strip().lower()
