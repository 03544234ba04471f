"""Pictures as SVG: small pure functions from numbers and words to text. The same numbers give the same text.

Labels stand above their bar, so that nothing is cut on a telephone. A picture is 400 units wide and as high as it needs;
`font-size` 12 is then read without glasses on a telephone and is never huge on paper.
"""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from asnkarier.views.report import colours
from asnkarier.views.report.model import Palette

WIDTH = 400
_BAR, _TOP = 13, 4
_FONT = 'font-family="Noto Sans, DejaVu Sans, Liberation Sans, Arial, Helvetica, sans-serif"'
_NUMBER_ROOM = 64


class Row(NamedTuple):
    """One bar or stack: its label, a number and its text for each series, and the number to mark."""

    label: str
    values: Sequence[float | None]
    texts: Sequence[str]
    mark: float | None = None
    total: str = ""
    """What stands at the end of a stack."""


def bars(rows: Sequence[Row], series: Sequence[str], full: float, palette: Palette, marked: str = "") -> str:
    """Draw bars on one scale from nothing to `full`; several series stand under each other."""
    room = WIDTH - _NUMBER_ROOM
    legend, top = _legend([name for name in series if name], palette, marked)
    parts = [legend]
    for row in rows:
        parts.append(_label(row.label, top))
        y = top + 18
        for place, (value, text) in enumerate(zip(row.values, row.texts, strict=True)):
            length = 0.0 if value is None or full <= 0 else max(min(value / full, 1.0), 0.0) * room
            parts.append(_rect(0, y, room, _BAR, "#eef1f5"))
            if length:
                parts.append(_rect(0, y, length, _BAR, colours.of(palette, place)))
            parts.append(_text(room + 6, y + 11, text, weight=True))
            if row.mark is not None and full > 0:
                x = min(row.mark / full, 1.0) * room
                parts.append(_rect(max(x - 1.5, 0), y - 3, 3, _BAR + 6, colours.MARK))
            y += _BAR + 3
        top = y + 9
    return _svg(parts, top)


def stacks(rows: Sequence[Row], series: Sequence[str], palette: Palette, *, whole: bool) -> str:
    """Draw stacked bars: on one scale, or (`whole`) each over the full width. The sum stands at the end."""
    sums = [sum(value or 0 for value in row.values) for row in rows]
    most = max(sums, default=0)
    room = WIDTH - _NUMBER_ROOM
    legend, top = _legend(series, palette, "")
    parts = [legend]
    for row, total in zip(rows, sums, strict=True):
        parts.append(_label(row.label, top))
        y = top + 18
        scale = 0.0 if not total else room / (total if whole else most)
        x = 0.0
        parts.append(_rect(0, y, room, _BAR + 3, "#eef1f5"))
        for place, (value, text) in enumerate(zip(row.values, row.texts, strict=True)):
            length = (value or 0) * scale
            if not length:
                continue
            colour = colours.of(palette, place)
            parts.append(_rect(x, y, max(length - 1, 0.6), _BAR + 3, colour))
            if length > 8 + 7 * len(text):
                parts.append(_text(x + length / 2, y + 12, text, colours.ink_on(colour), "middle"))
            x += length
        parts.append(_text(room + 6, y + 12, row.total, weight=True))
        top = y + _BAR + 12
    return _svg(parts, top)


def ratio(svg: str) -> float:
    """Return how many times as high as wide a picture is."""
    return float(svg.split('viewBox="0 0 ', 1)[1].split('"', 1)[0].split()[1]) / WIDTH


def _legend(names: Sequence[str], palette: Palette, marked: str) -> tuple[str, float]:
    parts = []
    x, y = 0.0, 14.0
    entries = [(name, colours.of(palette, place)) for place, name in enumerate(names)]
    if marked:
        entries.append((marked, colours.MARK))
    for name, colour in entries:
        room = 24 + 6.7 * len(name)
        if x and x + room > WIDTH:
            x, y = 0.0, y + 18
        parts.append(_rect(x, y - 10, 4 if colour == colours.MARK and name == marked else 11, 11, colour))
        parts.append(_text(x + 16, y, name))
        x += room
    return "".join(parts), (y + 10 if entries else _TOP)


def _label(text: str, top: float) -> str:
    return _text(0, top + 12, text if len(text) <= 62 else text[:61] + "…")


def _rect(x: float, y: float, width: float, height: float, colour: str) -> str:
    return f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" fill="{colour}"/>'


def _text(
    x: float, y: float, text: str, colour: str = colours.INK, anchor: str = "start", *, weight: bool = False
) -> str:
    bold = ' font-weight="600"' if weight else ""
    side = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{_n(x)}" y="{_n(y)}" fill="{colour}"{bold}{side}>{escape(text)}</text>'


def _svg(parts: Sequence[str], height: float) -> str:
    whole = "".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {_n(height + 4)}" {_FONT} font-size="12">'
        f"{whole}</svg>"
    )


def _n(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
