"""The limits a reading child lays on itself before it opens a file it does not trust."""

import os
import sys
from typing import Any, Final

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

    class Basic(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", ctypes.c_int64),
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", ctypes.c_uint32),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", ctypes.c_uint32),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", ctypes.c_uint32),
            ("SchedulingClass", ctypes.c_uint32),
        )

    class Extended(ctypes.Structure):
        _fields_ = (
            ("Basic", Basic),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    limit_process_memory, limit_active, extended_information = 0x100, 0x8, 9
    limits = Extended()
    limits.Basic.LimitFlags = limit_process_memory | limit_active
    limits.Basic.ActiveProcessLimit = 1
    limits.ProcessMemoryLimit = memory
    kernel: Any = getattr(ctypes, "windll").kernel32  # noqa: B009 - the name exists on Windows only
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    kernel.SetInformationJobObject(job, extended_information, ctypes.byref(limits), ctypes.sizeof(limits))
    kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess()))


def clean_environment() -> dict[str, str]:
    """Return the environment a child needs to start, and nothing that could steer it."""
    return {
        name: os.environ[name]
        for name in ("SYSTEMROOT", "SYSTEMDRIVE", "TEMP", "TMP", "TZ", "LD_LIBRARY_PATH")
        if name in os.environ
    }
