"""The line that says work goes on."""

import time

import pytest

from asnkarier.views.drawing import bar


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bar, "PATIENCE", 0.05)
    monkeypatch.setattr(bar, "_SILENT", 0.0)


def test_work_that_tells_nothing_is_told_about(capsys: pytest.CaptureFixture[str]) -> None:
    drawn = bar.Bar()
    time.sleep(0.3)
    drawn.close()
    said = capsys.readouterr().err
    assert "Menghitung …" in said
    assert said.endswith("\r\x1b[K")


def test_quick_work_says_nothing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bar, "PATIENCE", 5.0)
    drawn = bar.Bar()
    drawn(1, 10, "write")
    drawn.close()
    assert capsys.readouterr().err == ""


def test_work_that_tells_shows_how_far_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    drawn = bar.Bar()
    time.sleep(0.15)
    drawn(5, 10, "write")
    drawn.close()
    assert "50%" in capsys.readouterr().err
