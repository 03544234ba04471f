"""The Indonesian catalogue is complete, in order, and says the same placeholders."""

import re

from tests.locale.update import CATALOGUE, sources, translations, written

_PLACEHOLDER = re.compile(r"\{[\w!]*\}")
MEND = "run `python -m tests.locale.update` and fill in the empty translations"


def test_every_string_has_a_translation() -> None:
    known = translations(CATALOGUE.read_text(encoding="utf-8"))
    assert [text for text in sources() if not known.get(text)] == [], MEND


def test_the_file_is_in_order() -> None:
    text = CATALOGUE.read_text(encoding="utf-8")
    assert text == written(sources(), translations(text)), MEND
    assert "fuzzy" not in text


def test_translations_keep_the_placeholders() -> None:
    known = translations(CATALOGUE.read_text(encoding="utf-8"))
    different = [
        text for text, said in known.items() if sorted(_PLACEHOLDER.findall(text)) != sorted(_PLACEHOLDER.findall(said))
    ]
    assert different == []
