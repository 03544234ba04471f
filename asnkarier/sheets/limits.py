"""The limits a reading child lays on itself before it opens a file it does not trust."""

import os
import sys
from typing import Final

MIB: Final = 1 << 20
BASE: Final = 256 * MIB
CEILING: Final = 1536 * MIB


def memory_limit(unzipped: int, *, large: bool) -> int:
    """Return the bytes a child may take for a file whose sheets unzip to `unzipped` bytes."""
    wanted = BASE + 3 * unzipped
    return wanted if large else min(wanted, CEILING)


def limit_self(memory: int, seconds: int) -> None:
    """Limit this process's memory and processor time, and forbid it to write much or leave a core behind."""
    if sys.platform == "win32":
        _limit_windows(memory)
        return
    import resource

    for what, value in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, MIB),  # enough for its last words on stderr, which go to a file
    ):
        try:
            hard = resource.getrlimit(what)[1]
            resource.setrlimit(what, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))
        except (ValueError, OSError):  # some systems (macOS) know a limit but refuse it; the parent's clock stays
            continue


def _limit_windows(memory: int) -> None:
    """Put this process into a job object whose processes may commit no more than `memory` bytes."""
    import ctypes

    from asnkarier.sheets.windows_job import enter, prepared

    library = getattr(ctypes, "WinDLL")("kernel32", use_last_error=True)  # noqa: B009 - there only on Windows
    enter(prepared(library), memory)


def clean_environment() -> dict[str, str]:
    """Return the environment a child needs to start, and nothing that could steer it."""
    return {
        name: os.environ[name]
        for name in ("SYSTEMROOT", "SYSTEMDRIVE", "TEMP", "TMP", "TZ", "LD_LIBRARY_PATH")
        if name in os.environ
    }
