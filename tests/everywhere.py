"""Every command once over the sample city, and its answer in every form: what tests of the whole look through.

A command runs once a language; all forms are made of that one answer, as the program itself makes them.
"""

import csv
import html
import io
import json
import os
import re
import shlex
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl

from asnkarier import cli
from asnkarier.commands import tree
from asnkarier.commands.signature import Signature
from asnkarier.core.access import Actor, silent
from asnkarier.registry import Command
from asnkarier.views import language, output
from asnkarier.views.result import Result
from asnkarier.views.values import say
from tests.law.conftest import text_of

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "data" / "sample.sqlite"
DAY = date(2026, 6, 30)
FORMS = ("table", "md", "csv", "json", "xlsx", "html")
FILE = "kota.sqlite"

TYPED = (
    "init --db new.sqlite --name Kota",
    "status",
    "template roster evaluations mentoring -o template.xlsx",
    "db info",
    "db check",
    "rules list",
    "rules show retirement",
    "rules show administrator",
    "rules show talent",
    "rules check",
    "rules diff 2019-01-01 2026-06-30",
    "policy list",
    "policy show umum",
    "policy export umum -o policy.toml",
    "policy check policy.toml",
    "policy compare umum salatiga",
    "imports list",
    "imports show 2",
    "reconcile data/08-daftar-pegawai.xlsx",
    "reconcile data/15-kinerja-2025.csv",
    "staff Siti",
    "show 197203141997032929",
    'evaluations list --year 2025 --unit "Dinas Sosial"',
    "evaluations missing 2025",
    "evaluations distribution 2025",
    "evaluations coverage 2025",
    'standards show "Kepala Dinas Kesehatan"',
    "gap",
    "gap 197203141997032929",
    'gap --unit "Dinas Sosial"',
    "ip-asn 2025",
    "credit 197501302002121913",
    "talent",
    'talent --unit "Dinas Sosial" --all',
    "forecast retirements --months 12",
    "forecast vacancies --months 12",
    "forecast ranks --for 2026-08",
    "forecast pay-steps --months 6",
    "forecast contracts --months 6",
    'shortlist "Kepala Dinas Kesehatan"',
    'explain 198001192006032932 --for "Kepala Dinas Kesehatan"',
    'stability "Kepala Dinas Kesehatan"',
    "fairness",
    "succession",
    "training needs",
    'training plan --year 2026 --budget "300 juta"',
    "training hours 2025",
    "path 197203141997032929",
    'mentor suggest --unit "Dinas Kesehatan"',
    "recognition 2025",
    "survey 2025",
    "report annual 2025 -o reports",
    "report hcdp 2026 --budget 300000000",
    "report merit 2025",
    "report person 197203141997032929",
    'report persons --unit "Inspektorat Daerah" -o sheets',
    'report unit "Dinas Sosial"',
    'report shortlist "Kepala Dinas Kesehatan"',
    "edit 197203141997032929 email=siti@sukamaju.go.id --reason baru",
    "import data/22-umpan-balik.xlsx --covers-until 2026-06-30",
    "imports undo 3 --reason salah --dry-run",
    "remove awards nip=196807181994041959 title='Satyalancana Karya Satya XX Tahun' awarded_on=2015-08-17 --reason salah --dry-run",
    'evaluate 197002031996121949 --year 2025 --result meets --behaviour above --feedback "Pertahankan"',
    "idp draft 197203141997032929 --save",
    'idp step 197203141997032929 --goal "Siap" --step "Magang" --due 2027-01-31',
    "idp show 197203141997032929",
    "idp done 197203141997032929 1 --on 2026-06-30",
    "idp review 197203141997032929 --note baik",
    "idp list",
    "mentor pair 197906182005011955 197906092006122931 --topic Surveilans",
    "mentor log 197906092006122931 --minutes 60",
    "mentor list",
    "mentor end 197906092006122931",
    'seal "Kepala Dinas Kesehatan" --decree 800/1/2026',
    "seals list",
    "seals show 1",
    "verify 1",
    "seals export 1 -o seal.zip",
    "policy use salatiga",
    "rules add rule.toml",
    'unit merge "Bidang Kesehatan Keluarga" "Bidang Kesehatan Masyarakat" --dry-run',
    'position merge "Kepala Dinas Sosial" "Kepala Dinas Kesehatan" --dry-run',
    "audit log",
    "audit verify",
    "db backup copy.sqlite",
    "db restore copy.sqlite --db restored.sqlite",
    "db upgrade",
)
"""What is typed, in an order in which each finds what it needs."""


class Answered(NamedTuple):
    """One command in one language: what it says beside its answer, and each form of the answer."""

    typed: str
    language: str
    said: Sequence[str]
    forms: Mapping[str, str | bytes]

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield (form, text) of every cell, line and sentence that people read."""
        yield from (("said", text) for text in self.said)
        for form, content in self.forms.items():
            if form == "json":
                continue
            if isinstance(content, bytes):
                yield from ((form, text) for text in cells(content))
            elif form == "csv":
                yield from ((form, cell) for row in csv.reader(io.StringIO(content)) for cell in row)
            elif form.endswith("html"):
                yield from ((form, text) for text in nodes(content))
            else:
                parts = (part for line in content.splitlines() for part in re.split(r"\s{2,}|\s?\|\s?", line))
                yield from ((form, part.strip(" -*#`")) for part in parts)


def read(content: str | bytes | None, form: str) -> Iterator[tuple[str, str]]:
    """Yield (key, text) of every text that programs read in json or csv."""
    if not content:
        return
    if form == "csv":
        for row in csv.DictReader(io.StringIO(str(content))):
            yield from row.items()
    else:
        yield from _texts("", json.loads(content))


def _texts(key: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, inside in value.items():
            yield from _texts(name, inside)
    elif isinstance(value, list):
        for inside in value:
            yield from _texts(key, inside)


def cells(workbook: bytes) -> Iterator[str]:
    """Yield the cells of a workbook as people see them, its notes, and the names of its sheets."""
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    for sheet in book.worksheets:
        yield sheet.title
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, bool):
                    yield str(cell.value).upper()
                elif isinstance(cell.value, str):
                    yield cell.value
                if cell.comment is not None:
                    yield str(cell.comment.text)
        for rule in sheet.data_validations.dataValidation:
            yield from (text for text in (rule.promptTitle, rule.prompt, rule.errorTitle, rule.error) if text)


def nodes(page: str) -> Iterator[str]:
    """Yield what a page says: its text, and what its pictures say to those who cannot see them."""
    body = re.sub(r"<(style|script)\b.*?</\1>", "", page, flags=re.DOTALL)
    for text in (*re.findall(r">([^<]+)<", body), *re.findall(r'(?:aria-label|alt|title)="([^"]*)"', body)):
        yield html.unescape(text).strip()


def answers(folder: Path) -> dict[str, list[Answered]]:
    """Run every command in each language, in a folder of its own with a copy of the sample and its workbooks.

    Each command finds the same file in all languages, with what those before it wrote in the first one.
    """
    found: dict[str, list[Answered]] = {}
    for spoken in language.LANGUAGES:
        found[spoken] = []
        _furnish(folder / spoken)
    first = folder / language.LANGUAGES[0] / FILE
    for typed in TYPED:
        before = first.read_bytes()
        for spoken, answered in found.items():
            (folder / spoken / FILE).write_bytes(before)
            os.chdir(folder / spoken)
            language.use(spoken)
            answered.append(_answer(typed, spoken))
    for spoken, answered in found.items():
        inside = folder / spoken
        files: dict[str, str | bytes] = {
            path.name: path.read_bytes() for path in sorted(inside.rglob("*.xlsx")) if path.parent.name != "data"
        }
        files.update({path.name: path.read_text(encoding="utf-8") for path in sorted(inside.rglob("*.html"))})
        answered.append(Answered("files", spoken, [], files))
    return found


def _furnish(folder: Path) -> None:
    folder.mkdir()
    shutil.copy(SAMPLE, folder / FILE)
    head, first, *_later = text_of("rank_dates").split("[[version]]")
    rule = head + "[[version]]" + first.replace("2000-11-17", "2027-01-01").replace("[4, 10]", "[1, 7]")
    rule = re.sub(r"checked_on = \S+", f"checked_on = {DAY}", rule)
    (folder / "rule.toml").write_text(rule, encoding="utf-8")
    shutil.copytree(ROOT / "data", folder / "data", ignore=shutil.ignore_patterns("*.sqlite", "*.py", "__pycache__"))


def _answer(typed: str, spoken: str) -> Answered:
    found: list[Answered] = []

    def execute(record: Command, command: Callable[..., Any], asked: Signature, texts: Mapping[str, Any]) -> int:
        values = {item.name: cli._value(item, texts[item.name]) for item in (*asked.own, *asked.common)}
        common = {item.name: values.pop(item.name) for item in asked.common}
        supplied = {
            "as_of": DAY,
            "today": DAY,
            "actor": Actor("Penguji", datetime(2026, 6, 30, tzinfo=UTC)),
            "progress": silent,
        }
        values.update({name: supplied[name] for name in asked.reserved & supplied.keys()})
        with cli._file(record.access, common.get("_db") or FILE) as file:
            result = command(**values, **file)
            if common.get("_output"):
                output.prepare(result, output.target(None, common["_output"]), DAY).send()
            forms = {form: _made(result, form) for form in FORMS}
        said = [say(note) for note in (*result.notes, *result.hints)]
        found.append(Answered(typed, spoken, said, forms))
        return 0

    tree.root(execute).main(shlex.split(typed), prog_name=tree.PROGRAM, standalone_mode=False)
    return found[0]


def _made(result: Result, form: str) -> str | bytes:
    content = output.prepare(result, output.Target(form, None), DAY).make()
    if form == "json" and not isinstance(content, str | bytes):
        content = b"".join(content).decode("utf-8")
    assert isinstance(content, str | bytes)
    return content.decode("utf-8") if form == "html" and isinstance(content, bytes) else content
