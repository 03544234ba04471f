"""The page: one file, valid, safe, accessible, the same bytes for the same data."""

import itertools
import re
from html.parser import HTMLParser

import pytest

from asnkarier.views import language
from asnkarier.views.report.page import html
from tests.views.report.samples import report

VOID = {"meta", "br", "link", "img", "hr"}


class Reader(HTMLParser):
    """Collects tags, and insists that what is opened is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    assert reader.open == []
    return reader


def test_the_same_report_gives_the_same_page() -> None:
    assert html(report()) == html(report())


def test_nothing_is_fetched_and_nothing_runs() -> None:
    page = read(html(report()))
    for tag, attributes in page.tags:
        assert tag not in ("script", "link", "iframe", "object", "img"), tag
        for name, value in attributes.items():
            assert not name.startswith("on")
            if name in ("src", "href", "action", "data"):
                assert (value or "").startswith("#"), value
    assert re.findall(r"url\(|@import", html(report())) == []


def test_data_is_never_markup() -> None:
    assert "<script" not in html(report())
    assert html(report()).count("&lt;script&gt;") >= 8


def test_tables_and_pictures_can_be_heard() -> None:
    tags = read(html(report())).tags
    assert all(attributes.get("scope") in ("col", "row") for tag, attributes in tags if tag == "th")
    assert sum(tag == "table" for tag, _ in tags) == sum(tag == "caption" for tag, _ in tags)
    drawn = [attributes for tag, attributes in tags if attributes.get("role") == "img"]
    assert len(drawn) == sum(tag == "svg" for tag, _ in tags) == 4
    assert all("12" in str(picture["aria-label"]) or "3" in str(picture["aria-label"]) for picture in drawn)


def test_one_heading_of_the_first_level_and_no_level_left_out() -> None:
    levels = [int(tag[1]) for tag, _ in read(html(report())).tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_anchors_lead_somewhere() -> None:
    tags = read(html(report())).tags
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {str(a["href"])[1:] for tag, a in tags if tag == "a"} <= set(ids)


@pytest.mark.parametrize(("lang", "number", "day"), [("id", "1.192", "30 Juni 2026"), ("en", "1,192", "30 June 2026")])
def test_the_language_of_the_page(monkeypatch: pytest.MonkeyPatch, lang: str, number: str, day: str) -> None:
    monkeypatch.setattr(language, "_current", lang)
    page = html(report())
    assert f'<html lang="{lang}">' in page
    assert number in page
    assert day in page


def test_long_tables_say_what_they_leave_out() -> None:
    assert "1 dari 2 baris" in html(report())
