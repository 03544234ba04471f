"""Where answers go: files replaced whole, code pages without our signs, a progress bar only for long work."""

import contextlib
import io
import sys
from datetime import date
from pathlib import Path

import pytest

from asnkarier.core.errors import Usage
from asnkarier.views import output
from asnkarier.views.drawing import bar
from asnkarier.views.language import Words
from asnkarier.views.result import Result
from tests.views.test_plain import PEOPLE, SHAPES


def _on_stdout(monkeypatch: pytest.MonkeyPatch, encoding: str) -> str:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding, errors="backslashreplace", newline=""))
    output.prepare(Result({}, [PEOPLE, *SHAPES.values()]), output.target(None, None), date(2026, 6, 30)).send()
    sys.stdout.flush()
    return raw.getvalue().decode(encoding)


def test_a_code_page_without_our_signs_gets_plain_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    text = _on_stdout(monkeypatch, "cp1252")
    assert "+ terpenuhi" in text
    assert "x tidak terpenuhi" in text
    assert "----" in text
    assert "✓" in _on_stdout(monkeypatch, "utf-8")


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("before")
    with contextlib.suppress(ZeroDivisionError), output.replacing(path) as temporary:
        temporary.write_text("half")
        raise ZeroDivisionError
    assert path.read_text() == "before"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.md"]
    output.prepare(Result({}, [PEOPLE]), output.target(None, str(path)), date(2026, 6, 30)).send()
    assert path.read_text(encoding="utf-8").startswith("# ")


def test_the_ending_of_the_file_decides_the_form(tmp_path: Path) -> None:
    forms = {
        name: output.target(None, str(tmp_path / name)).form for name in ("a.json", "a.CSV", "a.xlsx", "a.md", "a.txt")
    }
    assert forms == {"a.json": "json", "a.CSV": "csv", "a.xlsx": "xlsx", "a.md": "md", "a.txt": "table"}
    assert output.target("json", str(tmp_path / "a.txt")).form == "json"
    assert output.target("csv", "-")[:2] == ("csv", None)
    with pytest.raises(Usage):
        output.target(None, str(tmp_path / "nowhere" / "a.csv"))


def test_an_ending_that_no_form_has_is_refused(tmp_path: Path) -> None:
    """But not where the answer is a text of its own, such as a policy, which has the ending it is given."""

    def prepared(name: str, form: str | None = None, verbatim: str | None = None) -> str:
        result = Result({}, [PEOPLE], verbatim=verbatim)
        return output.prepare(result, output.target(form, str(tmp_path / name)), date(2026, 6, 30)).target.form

    for name in ("a.docx", "a.xls", "a.tsv"):
        with pytest.raises(Usage, match="output_ending_unknown"):
            prepared(name)
    assert prepared("a.tsv", "csv") == "csv"
    assert prepared("a.toml", verbatim='name = "umum"') == "table"
    others = ("hasil", "a.htm", "a.LOG", "per 30.6.2026", "tmp.Xa8dKf93Lq")
    assert [prepared(name) for name in others] == ["table", "html", "table", "table", "table"]


def test_the_bar_waits_a_second_and_wipes_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    monkeypatch.setattr(bar.time, "monotonic", lambda: clock[0])
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    drawn = bar.Bar()
    clock[0] = 0.9
    drawn(1, 10, "read")
    assert sys.stderr.getvalue() == ""  # type: ignore[attr-defined]
    clock[0] = 1.5
    drawn(5, 10, "read")
    drawn.close()
    told = sys.stderr.getvalue()  # type: ignore[attr-defined]
    assert "Membaca" in told
    assert "50%" in told
    assert told.endswith("\r\x1b[K")


def test_no_bar_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with output.progress() as progress:
        progress(5, 10, "read")
    assert sys.stderr.getvalue() == ""  # type: ignore[attr-defined]


def test_messages_too_are_told_on_any_code_page(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stderr", io.TextIOWrapper(raw, encoding="cp437", newline=""))
    output.tell([Words("There is no unit “Dinas” – look")])
    assert raw.getvalue() == b'There is no unit "Dinas" - look\n'


def test_notes_are_said_on_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    output.tell([Words("{count} people", {"count": 1234})])
    assert capsys.readouterr() == ("", "1.234 people\n")
