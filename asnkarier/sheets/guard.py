"""Run a child process of ours over an untrusted file and pass its messages on, whatever becomes of it."""

import json
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Final

from asnkarier.core.errors import Stopped
from asnkarier.sheets.limits import clean_environment

HEADER: Final = struct.Struct(">Q")
"""The length before each message."""

OUT_OF_MEMORY: Final = 77
"""The child's exit code when it ran out of the memory it was given."""

_BIGGEST_MESSAGE: Final = 512 << 20
_TICK: Final = 0.1


class _Clock(threading.Thread):
    """Ends the child when the parent has waited for it longer than allowed; the parent's own work does not count."""

    def __init__(self, child: subprocess.Popen[bytes], seconds: float) -> None:
        super().__init__(daemon=True)
        self._child = child
        self._left = seconds
        self.waiting = True
        self.expired = False

    def run(self) -> None:
        last = time.monotonic()
        while self._child.poll() is None:
            time.sleep(_TICK)
            now = time.monotonic()
            if self.waiting:
                # A laptop that slept wakes with hours on the clock: one tick never counts for more than a second.
                self._left -= min(now - last, 1.0)
            last = now
            if self._left <= 0:
                self.expired = True
                self._child.kill()
                return


def messages(module: str, request: Mapping[str, Any], *, file: str, seconds: float) -> Iterator[bytes]:
    """Run `module`.main in a child, hand it `request`, and yield its messages as they come.

    A child that dies, hangs or outgrows its memory ends in Stopped `reader_died`, `reader_too_slow` or `reader_too_big`.
    """
    root = str(Path(__file__).resolve().parents[2])
    path = [root, *(entry for entry in sys.path if entry)]
    start = f"import sys; sys.path[:] = {json.dumps(path)}; from {module} import main; main()"
    command = [sys.executable, "-I", "-B", "-X", "utf8", "-c", start]
    with tempfile.TemporaryFile() as errors:
        child = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            env=clean_environment(),
            start_new_session=sys.platform != "win32",
        )
        clock = _Clock(child, seconds)
        clock.start()
        try:
            yield from _until_end(child, request, clock)
            child.wait()
            if clock.expired:
                raise Stopped("reader_too_slow", {"file": file, "seconds": int(seconds)})
            if child.returncode:
                errors.seek(0)
                said = errors.read(4096)
                big = (
                    child.returncode == OUT_OF_MEMORY
                    or b"memory allocation" in said
                    or b"MemoryError" in said
                    or b"capacity overflow" in said
                )
                raise Stopped("reader_too_big" if big else "reader_died", {"file": file})
        finally:
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                if pipe:
                    pipe.close()


def _until_end(child: subprocess.Popen[bytes], request: Mapping[str, Any], clock: _Clock) -> Iterator[bytes]:
    if child.stdin is None or child.stdout is None:
        return
    try:
        child.stdin.write(json.dumps(request).encode())
        child.stdin.close()
    except OSError:
        return
    while header := _exactly(child.stdout, HEADER.size):
        (length,) = HEADER.unpack(header)
        if length > _BIGGEST_MESSAGE:
            child.kill()
            return
        body = _exactly(child.stdout, length)
        if body is None:
            return
        clock.waiting = False
        yield body
        clock.waiting = True


def _exactly(pipe: IO[bytes], length: int) -> bytes | None:
    data = pipe.read(length)
    return data if len(data) == length else None
