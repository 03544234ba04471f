"""Generated pages say what the program says now."""

import pytest

from tests.docs.write import DOCS, PAGES


@pytest.mark.parametrize("name", PAGES)
def test_page_is_current(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name](), "run `python -m tests.docs.write`"
