"""A form of one post: the name of the post in a key above, the levels that it asks in a table, other parts above and below.

PermenPANRB 38/2017 prints a standard so: I. Ikhtisar Jabatan, II. Standar Kompetensi, III. Persyaratan Jabatan.
"""

import re
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from asnkarier.core.finding import Finding
from asnkarier.core.parse.base import nothing, text_of
from asnkarier.core.text import folded
from asnkarier.ingest.frames import ReadOptions
from asnkarier.ingest.header.headers import of_kind
from asnkarier.ingest.header.kept import told
from asnkarier.ingest.header.layout import SEARCHED, Header, Merged, header_at
from asnkarier.ingest.header.places import behind, key_values

_ORDINAL: Final = re.compile(r"(?i)^(?:[ivxlc]+|[a-z]|\d{1,2})\s*[.)]\s*")
_REQUIREMENTS: Final = re.compile(r"(?i)^(?:per)?syarat(?:an)?\s+jabatan\b|^jenis\s+persyaratan\b")
"""Where the part begins that says what else the post asks: schooling, trainings, experience, rank."""
_REACHED: Final = re.compile(r"\b(?:capaian|nilai|skor|gap|kesenjangan|selisih|realisasi|individu|asesi|hasil)\b")
_SOMEBODY: Final = re.compile(
    r"nama(?: (?:lengkap|pegawai|peserta|asesi|pejabat|pemangku|pns|asn|yang dinilai))*|nip\b.*"
)
_FEW: Final = 2


class Form(NamedTuple):
    """Where the parts of a form lie among the rows that were looked through, counted from 0."""

    header: Header
    position: str
    end: int
    """The first row behind the levels."""
    after: int
    """The first row of the next form; where there is none, the row behind the last."""


def form_of_post(
    rows: Sequence[Sequence[Any]], merged: Merged, first_column: int, options: ReadOptions, header: Header | None
) -> Form | None:
    """Return the form of a post that stands before any other list of the rows; None where there is none.

    Its table has a column of competencies and one of levels, and none of posts.
    """
    if options.as_kinds not in ((), ("standards",)):
        return None
    above = SEARCHED if header is None else header.data
    given = options.sets.get("position")
    posts = [(number, post) for number, row in enumerate(rows[:above]) if (post := _post(row))]
    found = levels_in(rows, merged, first_column, options) if posts or given else None
    if found is None or found.top >= above:
        return None
    named = [post for number, post in posts if number < found.top] or ([given] if given else [])
    if not named:
        return None
    after = _next_form(rows, found.data, options)
    end = next((at for at in range(found.data, after) if any(map(_begins_requirements, _words(rows[at])))), after)
    return Form(found, named[0], end, after)


def levels_in(rows: Sequence[Sequence[Any]], merged: Merged, first_column: int, options: ReadOptions) -> Header | None:
    """Return the header of a table of competencies and the levels that a post asks, which names no post; None where there is none."""
    meant = told(options)
    meant = meant._replace(kinds=("standards",), fields=meant.fields | {"position"})
    headers = of_kind("standards")
    for top, row in enumerate(rows[:SEARCHED]):
        named = {entry.fields for text in _words(row) if (entry := headers.get(folded(text)))}
        if named.issuperset((("competency",), ("required",))) and ("position",) not in named:
            found = header_at(rows, merged, first_column, top, meant)
            reached = found is not None and any(_REACHED.search(column.full) for column in found.columns)
            # Below the name of somebody, or beside a column of what was reached, they are what was found of a person.
            return None if reached or any(map(_names_somebody, rows[:top])) else found
    return None


def post_unknown(file: str, sheet: str, row: int) -> Finding:
    """Return the finding about a table of levels of which nothing says whose they are."""
    return Finding("form_without_post", "error", file, sheet, row)


def not_read(start: int, rows: Sequence[Sequence[Any]], form: Form, file: str, sheet: str) -> list[Finding]:
    """Say which rows of a form tell what else its post asks: `start` is the number of the first of `rows`."""
    filled = [start + at for at, row in enumerate(rows) if _words(row)]
    if not filled:
        return []
    values: dict[str, str | int] = {"position": form.position, "first": filled[0], "last": filled[-1]}
    return [Finding("form_requirements", "note", file, sheet, filled[0], None, None, values)]


def _post(row: Sequence[Any]) -> str:
    """Return the post that a key in the row names: `Nama Jabatan : X`, or the key and the name in two cells."""
    words = _words(row)
    pairs = key_values(row) or ([(words[0], words[1])] if len(words) == _FEW else [])
    headers = of_kind("standards")
    for key, value in pairs:
        entry = headers.get(folded(_ORDINAL.sub("", key)))
        if entry is not None and entry.fields == ("position",) and folded(value) not in headers:
            return value
    return ""


def _names_somebody(row: Sequence[Any]) -> bool:
    """Tell whether a key in the row is that of a person: an assessment of one looks like a standard."""
    keys = [key for key, _value in key_values(row)] or _words(row)[:_FEW]
    return any(_SOMEBODY.fullmatch(folded(_ORDINAL.sub("", key))) for key in keys)


def _next_form(rows: Sequence[Sequence[Any]], start: int, options: ReadOptions) -> int:
    """Return the first row of the title of the next form: a post named above a table of levels."""
    posts = (at for at in range(start, len(rows)) if _post(rows[at]))
    named = next((at for at in posts if levels_in(rows[at + 1 : at + 1 + SEARCHED], (), 0, options)), None)
    if named is None:
        return len(rows)
    first = named
    while first > start and _is_title(rows[first - 1]):
        first -= 1
    return first


def _is_title(row: Sequence[Any]) -> bool:
    """Tell whether a row above the name of a post belongs to its form: a title, or a key of a place."""
    words = _words(row)
    if any(behind(key, value) is not None for key, value in key_values(row)):
        return True
    return len(words) == 1 and words[0].isupper() and _ORDINAL.match(words[0]) is None


def _begins_requirements(text: str) -> bool:
    return _REQUIREMENTS.match(_ORDINAL.sub("", text)) is not None


def _words(row: Sequence[Any]) -> list[str]:
    return [text for cell in row if cell not in ("", None) and not nothing(text := text_of(cell))]
