"""The printed document, where typst is installed."""

import pytest

from asnkarier.views.report.paper import pdf
from tests.views.report.samples import report

pytest.importorskip("typst", reason="the extra `pdf` is not installed")


def test_the_same_report_gives_the_same_document() -> None:
    first = pdf(report())
    assert first.startswith(b"%PDF-")
    assert first == pdf(report())
    assert b"/StructTreeRoot" in first  # tagged: a screen reader can follow it
