"""Consoles of Windows are asked to read escape sequences; where they cannot, none are sent."""

import io
from typing import Any

import pytest

from asnkarier.views.drawing import escapes


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Kernel:
    """What kernel32 answers: None for what is no console, else the mode that the console is in."""

    def __init__(self, mode: int | None, can: bool = True) -> None:
        self.mode, self.can = mode, can

    def GetStdHandle(self, number: int) -> int:  # noqa: N802 - as Windows calls it
        return number & 0xFFFF

    def GetConsoleMode(self, _handle: Any, mode: Any) -> int:  # noqa: N802 - as Windows calls it
        if self.mode is None:
            return 0
        mode._obj.value = self.mode
        return 1

    def SetConsoleMode(self, _handle: Any, mode: int) -> int:  # noqa: N802 - as Windows calls it
        if self.can:
            self.mode = mode
        return int(self.can)


@pytest.mark.parametrize(
    ("kernel", "reads", "mode"),
    [
        (Kernel(3), True, 7),  # 3 | 4
        (Kernel(7), True, 7),
        (Kernel(3, can=False), False, 3),  # before Windows 10
        (Kernel(None), True, None),
    ],
)
def test_a_console_is_asked(kernel: Kernel, reads: bool, mode: int | None) -> None:
    assert escapes._asked(kernel, -11) is reads
    assert kernel.mode == mode


@pytest.mark.parametrize(
    ("name", "value", "coloured"), [("NO_COLOR", "1", False), ("NO_COLOR", "", True), ("TERM", "dumb", False)]
)
def test_no_colour_where_none_is_wanted(name: str, value: str, coloured: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv(name, value)
    assert escapes.coloured(Terminal()) is coloured
    assert escapes.coloured(io.StringIO()) is False
