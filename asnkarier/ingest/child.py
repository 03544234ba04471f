"""The child process: reads one untrusted file and writes frames to stdout."""

import gc
import json
import os
import sys
from pathlib import Path
from typing import Final

from asnkarier.core.errors import AsnError
from asnkarier.ingest.frames import encoded, options_from_json
from asnkarier.sheets.guard import HEADER, OUT_OF_MEMORY
from asnkarier.sheets.limits import limit_self, memory_limit
from asnkarier.sheets.scans.xlsx import sheet_sizes

_XLS_GROWS: Final = 4
"""An old .xls or a text file unfolds in memory like a sheet's XML of this many times its size."""


def main() -> None:
    """Read the request from stdin, limit this process, and write frames until the file is read."""
    request = json.loads(sys.stdin.buffer.read())
    path = Path(request["path"])
    options = options_from_json(request["options"])
    unzipped = sheet_sizes(path) or _XLS_GROWS * _size(path)
    limit_self(memory_limit(unzipped, large=options.large), int(request["seconds"]) + 5)
    gc.disable()  # the cells make no cycles, and looking for some costs a tenth of the time
    from asnkarier.ingest.reading import read_book

    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=1 << 20)
    try:
        for frame in read_book(path, options, request["file"]):
            body = encoded(frame)
            out.write(HEADER.pack(len(body)) + body)
            out.flush()
    except AsnError as error:
        body = json.dumps(["stopped", error.code, error.values]).encode()
        out.write(HEADER.pack(len(body)) + body)
        out.flush()
    except MemoryError:
        os._exit(OUT_OF_MEMORY)
    except BrokenPipeError:
        os._exit(0)
    out.close()
    # The reader's rectangle of cells takes a while to free one by one: the system frees it at once.
    os._exit(0)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
