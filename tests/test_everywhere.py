"""Every command's answer in every form and both languages, over the sample city."""

import csv
import io
import json
import os
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.kinds.vocabulary import SPELLINGS
from asnkarier.core.person import full_name
from asnkarier.law.load import regulations
from asnkarier.registry import COMMANDS
from asnkarier.views import language
from asnkarier.views.output import readable
from asnkarier.views.terms import TERMS
from tests.docs.mentions import command_of
from tests.everywhere import ROOT, SAMPLE, TYPED, Answered, answers, cells, read
from tests.locale.update import CATALOGUE, translations

_RAW = re.compile(
    r"\b(?:Words|Rounded|Fraction|Decimal|Column|datetime\.date)\(|<[\w.]+ object at|\bNone\b|\b(?:True|False)\b|\bnan\b"
)
"""What Python shows of its own values."""


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, list[Answered]]]:
    before = Path.cwd()
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("COLUMNS", "80")
            patch.setenv("ASNKARIER_BY", "Penguji")
            yield answers(tmp_path_factory.mktemp("everywhere"))
    finally:
        os.chdir(before)


@pytest.fixture(params=language.LANGUAGES)
def answered(request: pytest.FixtureRequest, everything: dict[str, list[Answered]]) -> list[Answered]:
    return everything[str(request.param)]


def test_every_command_is_run() -> None:
    assert [command.name for command in COMMANDS if command not in {command_of(typed) for typed in TYPED}] == []


def test_no_form_shows_a_value_as_the_program_holds_it(answered: list[Answered]) -> None:
    raw = [
        (one.typed, form, text[:120])
        for one in answered
        for form, text in one.texts()
        if _RAW.search(text) or (text in ("TRUE", "FALSE"))
    ]
    assert raw == []


@pytest.mark.parametrize("page", ["cp437", "cp850", "cp1252"])
def test_every_table_can_be_read_on_the_code_pages_of_windows(answered: list[Answered], page: str) -> None:
    for one in answered:
        table = one.forms.get("table")
        if isinstance(table, str):
            readable(table, page).encode(page)


def test_nothing_falls_back_into_the_other_language(answered: list[Answered]) -> None:
    """No cell, heading, line or message is a text of the other language whose own says it differently."""
    spoken = answered[0].language
    known = translations(CATALOGUE.read_text(encoding="utf-8"))
    pairs = known.items() if spoken == "id" else [(said, source) for source, said in known.items()]
    own = {said.casefold() for _other, said in pairs}
    foreign = {
        other.casefold() for other, said in pairs if other and other.casefold() != said.casefold() and "{" not in other
    } - own
    # Sheets number their rows under "No", which is Nomor, not the opposite of yes.
    allowed = _names() | {"no"} if spoken == "id" else _names() | _indonesian()
    # Where a table breaks a name of the data into lines, a line of it is words of that name.
    words = {word for text in _indonesian() for word in re.findall(r"[\w-]+", text)} if spoken == "en" else set()
    wrong = {
        (one.typed, form, text)
        for one in answered
        for form, text in one.texts()
        if form not in ("table", "md") or not set(re.findall(r"[\w-]+", text.casefold())) <= words
        # The columns and values of csv are for programs: never localised, like JSON.
        if form != "csv" and text.casefold() in foreign and text.casefold() not in allowed
    }
    assert sorted(wrong) == []


def test_programs_read_the_bare_name_of_everybody(answered: list[Answered]) -> None:
    """In JSON and csv a name has no titles, whichever command gives it; the name with titles is `full_name`."""
    with sqlite3.connect(SAMPLE) as file:
        titles = (
            "SELECT title_front, name, title_back FROM person WHERE title_front IS NOT NULL OR title_back IS NOT NULL"
        )
        titled = {full_name(*row) for row in file.execute(titles)}
    wrong = [
        (one.typed, form, key, text)
        for one in answered
        for form in ("json", "csv")
        for key, text in read(one.forms.get(form), form)
        if key != "full_name" and not titled.isdisjoint((text, *text.split("; ")))
    ]
    assert len(titled) > 500
    assert wrong == []


WRITTEN = {"idp draft": ("goal", "step")}
"""Columns of what a command writes down in the language in use: sentences of a plan, which the person reads."""


def test_csv_is_the_same_in_both_languages(everything: dict[str, list[Answered]]) -> None:
    """No word of a language is in csv, from whichever command."""
    differing = [
        one.typed
        for one, other in zip(*everything.values(), strict=True)
        if _neutral(one) != _neutral(other) and one.typed != "files"
    ]
    assert differing == []


def _neutral(one: Answered) -> list[dict[str, str]]:
    own = next((columns for typed, columns in WRITTEN.items() if one.typed.startswith(typed)), ())
    rows = csv.DictReader(io.StringIO(str(one.forms.get("csv", ""))))
    return [{key: cell for key, cell in row.items() if key not in own} for row in rows]


LISTED = {
    "stability": "variants",
    "forecast vacancies": ("posts", "seats"),
    "imports list": "imports",
    "shortlist": ("candidates", "undetermined_people"),
    "report shortlist": ("candidates", "undetermined_people", "excluded_people"),
    "seals show": ("candidates", "undetermined_people", "excluded_people"),
    "mentor suggest": "pairs",
    "path": "next",
    "gap --unit": "people",
    "ip-asn": "people",
    "talent": "people",
    "training hours": "people",
    "training needs": "needs",
    "training plan": "assignments",
    "recognition": "people",
    "policy list": "policies",
    "policy compare": "people",
    "explain": "checks",
    "evaluations list": "evaluations",
    "evaluations missing": "missing",
    "evaluations coverage": "leaders",
    "succession": "posts",
}
"""Command → the list of its JSON of which csv has every row."""


def test_csv_has_every_row_of_json(everything: dict[str, list[Answered]]) -> None:
    counted, wanted = {}, {}
    for one in everything["en"]:
        keys = next((keys for typed, keys in LISTED.items() if one.typed.startswith(typed)), None)
        if keys is not None:
            document = json.loads(str(one.forms["json"]))
            wanted[one.typed] = sum(len(document[key]) for key in ([keys] if isinstance(keys, str) else keys))
            counted[one.typed] = len(list(csv.reader(io.StringIO(str(one.forms["csv"]))))) - 1
    assert counted == wanted
    assert len(wanted) >= len(LISTED)


def _names() -> set[str]:
    """Return the keys of fields and kinds: what is typed, the same in both languages."""
    return {name.casefold() for kind in KINDS.values() for name in (kind.name, *(field.name for field in kind.fields))}


def _indonesian() -> set[str]:
    """Return what stays Indonesian in English: the data, the labels of templates, the words of the law."""
    found = {label for kind in KINDS.values() for label in (kind.label, *(field.label for field in kind.fields))}
    found |= {term for term in TERMS.values() if term not in translations(CATALOGUE.read_text(encoding="utf-8"))}
    found |= {word for values in SPELLINGS.values() for words in values.values() for word in words}
    found |= {name for version in regulations().careers.versions for name in version.value.names.values()}
    for path in sorted((ROOT / "data").glob("*.xlsx")):
        found |= set(cells(path.read_bytes()))
    return {text.casefold() for text in found}
