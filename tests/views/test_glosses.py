"""Citations in English: the law keeps its name, what is said about it is said in the language."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import asnkarier
from asnkarier.views import language
from asnkarier.views.language import Words, read_po
from asnkarier.views.messages import glosses
from asnkarier.views.values import say

LAW = Path(asnkarier.__file__).parent / "law"
CATALOGUE = Path(asnkarier.__file__).parent / "locale" / "id" / "LC_MESSAGES" / "asnkarier.po"


@pytest.fixture
def english() -> Iterator[None]:
    before = language.current()
    language.use("en")
    yield
    language.use(before)


def citations() -> set[str]:
    """Return every law, article and basis of our own rule and policy files."""

    def texts(node: object) -> Iterator[str]:
        if isinstance(node, dict):
            for key, value in node.items():
                if key in ("law", "article", "basis") and isinstance(value, str):
                    yield value
                else:
                    yield from texts(value)
        elif isinstance(node, list):
            for value in node:
                yield from texts(value)

    return {text for path in LAW.rglob("*.toml") for text in texts(tomllib.loads(path.read_text(encoding="utf-8")))}


def test_every_gloss_has_its_english() -> None:
    """What stands in brackets behind a law, and an article that has no number, is a gloss; the rest is the law's own name."""
    titles = {"Pedoman distribusi predikat kinerja pegawai"}
    found = citations()
    assert len(found) > 90
    brackets = {gloss for text in found for gloss in re.findall(r"\(([^()]*[a-zA-Z][^()]*)\)", text)}
    unnumbered = {text for text in found if not re.search(r"\d", text.partition("(")[0]) and "(" not in text}
    within = {"setiap bulan", "enam kali setahun", "Uniform Guidelines, Amerika Serikat", "ladder"}  # parts of a gloss
    assert brackets | unnumbered <= glosses.GLOSSES.keys() | glosses.KEPT | titles | within


def test_the_indonesian_of_a_gloss_is_the_gloss() -> None:
    catalogue = read_po(CATALOGUE.read_text(encoding="utf-8"))
    assert {gloss: catalogue.get(said) for gloss, said in glosses.GLOSSES.items()} == {g: g for g in glosses.GLOSSES}


@pytest.mark.usefixtures("english")
def test_citations_are_said_in_english() -> None:
    umum = "PermenPANRB 3/2020 jo. 20/2025; bobot dan batas pilihan asnkarier, bukan ketetapan"
    assert say(Words("Policy umum ({basis}).", {"basis": umum})) == (
        "Policy umum (PermenPANRB 3/2020 jo. 20/2025; weights and cut-offs chosen by asnkarier, not by law)."
    )
    assert say(umum).endswith("; weights and cut-offs chosen by asnkarier, not by law")
    assert say("UU 20/2023 Ps 5 (pegawai ASN: PNS dan PPPK)") == "UU 20/2023 Ps 5 (staff of the ASN: PNS and PPPK)"
    assert say("PermenPANRB 6/2022 Lampiran (kuadran kinerja pegawai), dasar PP 30/2019") == (
        "PermenPANRB 6/2022 Lampiran (quadrants of performance), on the ground of PP 30/2019"
    )


@pytest.mark.usefixtures("english")
def test_what_people_write_stays_as_it_is() -> None:
    for text in ("penilaian kinerja", "Seminar pola karier", "Analis uji kompetensi", "bobot", "sertifikat pendidik"):
        assert say(Words("{title}", {"title": text})) == text


def test_in_indonesian_nothing_changes() -> None:
    for text in citations():
        assert say(Words("{law}", {"law": text})) == text
