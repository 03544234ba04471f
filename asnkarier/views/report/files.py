"""The bytes of a report in one of its forms."""

from asnkarier.views.report.model import Report

FORMS = ("html", "pdf", "xlsx")


def content(report: Report, form: str) -> bytes:
    """Return a report as a page, a printed document or a workbook."""
    if form == "html":
        from asnkarier.views.report.page import html

        return html(report).encode("utf-8")
    if form == "pdf":
        from asnkarier.views.report.paper import pdf

        return pdf(report)
    from asnkarier.views.report.book import xlsx

    return xlsx(report)
