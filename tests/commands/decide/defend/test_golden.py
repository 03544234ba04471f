"""Whole transcripts of explain, seal and verify at 80 columns in both languages."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from asnkarier.views.language import current, use
from asnkarier.views.values import day
from tests import golden
from tests.commands.decide.defend.test_seal import DECREE, FAJAR, HEAD, POST, file
from tests.commands.decide.defend.test_verify import by_hand
from tests.commands.decide.test_shortlist import ADI, BUDI, CITRA, DEWI, ON
from tests.terminal import asnkarier

__all__ = ["file"]


def said(file: Path, lang: str, *arguments: object) -> str:
    answer = asnkarier(*arguments, "--db", file, width=80, lang=lang)
    shown = " ".join(str(a) for a in arguments if a != str(file))
    return f"$ asnkarier {shown}\n{answer.out}{answer.err}({answer.code})\n\n"


def timeless(text: str, lang: str) -> str:
    """Take digests and the day of the test out of a transcript."""
    now = datetime.now(UTC)
    before = current()
    use(lang)
    words = day(now.date())
    use(before)
    text = re.sub(r"\b[0-9a-f]{8}\b", "########", text).replace(words, "<day>")
    return re.sub(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}", "<time>", text).replace(now.date().isoformat(), "<day>")


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_decision_sealed_and_verified(file: Path, lang: str) -> None:
    on = ("--as-of", ON)
    told = said(file, lang, "seal", POST, "--decree", DECREE, "--chosen", CITRA, *on)
    told += said(file, lang, "seal", POST, "--decree", DECREE, "--chosen", ADI, "--reason", "Wawancara", *on)
    told += said(file, lang, "seals", "list")
    told += said(file, lang, "verify", 1)
    asnkarier("edit", FAJAR, "education=SLTA", "--reason", "Salah ketik", "--by", "Sari", "--db", file)
    asnkarier("edit", BUDI, "employee_kind=PNS", "--reason", "Salah ketik", "--by", "Sari", "--db", file)
    asnkarier("edit", CITRA, "field_of_study=Hukum", "--reason", "Ijazah", "--by", "Sari", "--db", file)
    by_hand(file, "UPDATE evaluation SET predicate = 'baik' WHERE predicate = 'sangat_baik'")
    told += said(file, lang, "verify", 1)
    by_hand(file, "UPDATE seal SET decree = '800/13/BKPSDM'")
    told += said(file, lang, "verify")
    golden.check(f"decide/seal.{lang}", timeless(told, lang))


@pytest.mark.parametrize("lang", ["id", "en"])
def test_answers(file: Path, lang: str) -> None:
    on = ("--as-of", ON)
    asnkarier("seal", POST, "--decree", DECREE, "--chosen", ADI, "--db", file, *on)
    told = said(file, lang, "explain", CITRA, "--for", POST, *on)
    told += said(file, lang, "explain", ADI, "--versus", DEWI, "--for", POST, *on)
    told += said(file, lang, "explain", FAJAR, "--seal", 1, "--letter")
    told += said(file, lang, "explain", HEAD, "--seal", 1)
    golden.check(f"decide/answers.{lang}", timeless(told, lang))
