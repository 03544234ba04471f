"""Whether a terminal reads escape sequences (colours, wiping a line). The consoles of Windows do once they are asked to."""

import os
from typing import Any, TextIO

_HANDLES = {1: -11, 2: -12}
"""Number of the stream → the number of its console handle."""
_READS_ESCAPES = 0x0004
"""ENABLE_VIRTUAL_TERMINAL_PROCESSING."""


def coloured(stream: TextIO) -> bool:
    """Whether colours may be sent: to a terminal that reads them, where nobody asked for none (NO_COLOR)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and understood(stream)


def understood(stream: TextIO) -> bool:
    """Whether the terminal behind the stream reads escape sequences; a console of Windows is asked to."""
    if os.environ.get("TERM") == "dumb":
        return False
    return os.name != "nt" or _asked(_kernel(), _HANDLES.get(stream.fileno(), 0))


def _kernel() -> Any:
    import ctypes

    return getattr(ctypes, "WinDLL")("kernel32")  # noqa: B009 - there only on Windows


def _asked(kernel: Any, number: int) -> bool:
    """Let the console read escape sequences; what is no console (mintty, a remote shell) reads them by itself."""
    import ctypes

    handle = ctypes.c_void_p(kernel.GetStdHandle(number))
    mode = ctypes.c_uint32()
    if not kernel.GetConsoleMode(handle, ctypes.byref(mode)):
        return True
    return bool(mode.value & _READS_ESCAPES or kernel.SetConsoleMode(handle, mode.value | _READS_ESCAPES))
