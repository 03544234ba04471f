"""What can be told of the job object without Windows: how its structures lie in memory, and what is asked in which order."""

import ctypes
from typing import Any

import pytest

from asnkarier.sheets.windows_job import BasicLimits, ExtendedLimits, enter, limits, prepared

WIDE = pytest.mark.skipif(ctypes.sizeof(ctypes.c_void_p) != 8, reason="offsets of 64 bits")


@WIDE
def test_the_structures_are_those_of_winnt_h() -> None:
    """Basic: 8 + 8 + 4 (+ 4) + 8 + 8 + 4 (+ 4) + 8 + 4 + 4 = 64; extended: 64 + 6 × 8 + 4 × 8 = 144."""
    assert (ctypes.sizeof(BasicLimits), ctypes.sizeof(ExtendedLimits)) == (64, 144)
    basic = {name: getattr(BasicLimits, name).offset for name, *_ in BasicLimits._fields_}
    assert (basic["LimitFlags"], basic["MinimumWorkingSetSize"], basic["ActiveProcessLimit"]) == (16, 24, 40)
    assert (basic["Affinity"], basic["PriorityClass"], basic["SchedulingClass"]) == (48, 56, 60)
    assert ExtendedLimits.ProcessMemoryLimit.offset == 112


def test_one_process_with_so_much_memory() -> None:
    asked = limits(300 << 20)
    assert asked.BasicLimitInformation.LimitFlags == 0x108  # PROCESS_MEMORY 0x100 and ACTIVE_PROCESS 0x8
    assert (asked.BasicLimitInformation.ActiveProcessLimit, asked.ProcessMemoryLimit) == (1, 300 << 20)


class Call:
    """One function of a library, that answers what it is told to and remembers what it was asked."""

    def __init__(self, name: str, answer: int, asked: list[tuple[str, tuple[Any, ...]]]) -> None:
        self.name, self.answer, self.asked = name, answer, asked
        self.argtypes: Any = None
        self.restype: Any = None

    def __call__(self, *arguments: Any) -> int:
        assert len(arguments) == len(self.argtypes)
        self.asked.append((self.name, arguments))
        return self.answer


@pytest.mark.parametrize(
    ("job", "told", "taken", "entered", "calls"),
    [(7, 1, 1, True, 4), (0, 1, 1, False, 1), (7, 0, 1, False, 2), (7, 1, 0, False, 4)],
)
def test_what_windows_refuses_is_no_error(job: int, told: int, taken: int, entered: bool, calls: int) -> None:
    asked: list[tuple[str, tuple[Any, ...]]] = []
    answers = {
        "CreateJobObjectW": job,
        "GetCurrentProcess": 2**64 - 1,
        "SetInformationJobObject": told,
        "AssignProcessToJobObject": taken,
    }
    kernel = type("Kernel", (), {name: Call(name, answer, asked) for name, answer in answers.items()})()
    assert enter(prepared(kernel), 1 << 28) is entered
    assert len(asked) == calls
    assert kernel.CreateJobObjectW.restype is kernel.GetCurrentProcess.restype is ctypes.c_void_p
    if calls == 4:
        assert asked[-1] == ("AssignProcessToJobObject", (7, 2**64 - 1))
