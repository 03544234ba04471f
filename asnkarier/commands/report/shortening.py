"""What keeps an own sheet within two pages: long texts cut, and how many lines more there are."""

from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Said

REMARK, LINE = 240, 90
"""Letters of one remark, and of what one line of a table says."""
MORE = N_("And {count} more.")
MORE_TECHNICAL = N_("Technical competencies with the largest gaps; {count} more are asked.")


def short(text: str, most: int = LINE) -> str:
    """Return a text that is no longer than so many letters."""
    return text if len(text) <= most else text[: most - 1] + "…"


def more(law: str, found: int, shown: int, text: str = MORE) -> Said:
    """Return the caption of a table that shows the first of several: the law, and how many more there are."""
    if found <= shown:
        return law
    more = Words(text, {"count": found - shown})
    if not law:
        return more
    return Words("{law}{stop} {more}", {"law": Words(law), "stop": "" if law.endswith(".") else ".", "more": more})
