"""The job object by which a reading child limits itself on Windows.

The structures follow winnt.h (JOBOBJECT_EXTENDED_LIMIT_INFORMATION; LARGE_INTEGER 8 bytes, SIZE_T and ULONG_PTR as wide as a pointer).
The child puts itself in: the handle of the job is left open on purpose, is closed when the process ends, and the job goes with it.
JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE would add nothing, as no other process can be in a job of at most one.
"""

import ctypes
from typing import Any, Final

_MEMORY: Final = 0x0100
"""JOB_OBJECT_LIMIT_PROCESS_MEMORY: a process that commits more is refused the memory."""
_ACTIVE: Final = 0x0008
"""JOB_OBJECT_LIMIT_ACTIVE_PROCESS: the child starts no process of its own."""
_EXTENDED: Final = 9
"""JobObjectExtendedLimitInformation."""


class BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

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


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION; IoInfo are the six counters of IO_COUNTERS."""

    _fields_ = (
        ("BasicLimitInformation", BasicLimits),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


def limits(memory: int) -> ExtendedLimits:
    """Return the limits of a job of one process that commits no more than `memory` bytes."""
    found = ExtendedLimits()
    found.BasicLimitInformation.LimitFlags = _MEMORY | _ACTIVE
    found.BasicLimitInformation.ActiveProcessLimit = 1
    found.ProcessMemoryLimit = memory
    return found


def prepared(kernel: Any) -> Any:
    """Tell ctypes the types of the four functions: handles are as wide as pointers, and without this would be cut to 32 bits."""
    handle = ctypes.c_void_p
    kernel.CreateJobObjectW.argtypes, kernel.CreateJobObjectW.restype = (handle, ctypes.c_wchar_p), handle
    kernel.GetCurrentProcess.argtypes, kernel.GetCurrentProcess.restype = (), handle
    kernel.SetInformationJobObject.argtypes = (handle, ctypes.c_int, handle, ctypes.c_uint32)
    kernel.SetInformationJobObject.restype = ctypes.c_int
    kernel.AssignProcessToJobObject.argtypes = (handle, handle)
    kernel.AssignProcessToJobObject.restype = ctypes.c_int
    return kernel


def enter(kernel: Any, memory: int) -> bool:
    """Put this process into a job of its own; False where Windows refuses it, and then only the parent's clock is left."""
    job = kernel.CreateJobObjectW(None, None)
    if not job:
        return False
    wanted = limits(memory)
    size = ctypes.sizeof(wanted)
    return bool(
        kernel.SetInformationJobObject(job, _EXTENDED, ctypes.byref(wanted), size)
        and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
    )
