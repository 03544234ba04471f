"""One self-contained HTML page: no script, no network, nothing beside it."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from asnkarier.views.report.blocks import LONG, document
from asnkarier.views.report.model import Report

_TEMPLATES = Path(__file__).parent.parent / "templates"


def html(report: Report, rows: int = LONG) -> str:
    """Return the report as one page."""
    return render(document(report, rows))


def render(words: dict[str, Any]) -> str:
    """Set a report that is already in words."""
    return _template().render(words)


@cache
def _template() -> Template:
    # Pictures are our own SVG, whose words are escaped where they are drawn; everything else is escaped here.
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["picture"] = Markup
    return environment.get_template("report.html")
