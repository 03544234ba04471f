"""A copy, in memory, of a workbook whose sheets hold errors newer than the fast reader: it gives up a whole sheet for one `#SPILL!`."""

import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Final

_KNOWN: Final = frozenset(("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"))
"""The errors that every reader of workbooks knows."""
_STANDS_FOR_ALL: Final = b"#N/A"
_ERROR: Final = re.compile(rb'(<c\b(?=[^>]*\bt="e")[^>]*(?<!/)>(?:(?!</c>).)*?)(?:<v>([^<]*)</v>|<v\s*/>)', re.DOTALL)
_LARGEST: Final = 256 << 20
"""Beyond so many bytes a part is left as it is: the copy would take the memory that reading needs."""
_NOT_READ: Final = ("xl/media/", "xl/drawings/", "xl/charts/", "xl/embeddings/", "xl/printersettings/")


def mended(path: Path) -> BytesIO | None:
    """Return the workbook with a known word in the place of each unknown error; None where it cannot be copied.

    What the cells say themselves is in the scan of the workbook, from which the rows take it.
    """
    copy = BytesIO()
    try:
        with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
            for info in old.infolist():
                name = info.filename.replace("\\", "/").lower()
                if name.startswith(_NOT_READ):
                    continue
                if info.file_size > _LARGEST:
                    return None
                content = old.read(info)
                of_cells = name.startswith("xl/worksheets/") and b't="e"' in content
                new.writestr(info.filename, _ERROR.sub(_known, content) if of_cells else content)
    except (
        Exception
    ):  # zipfile raises a dozen kinds on broken archives; the reader has said already that it cannot read it
        return None
    copy.seek(0)
    return copy


def _known(match: re.Match[bytes]) -> bytes:
    if (match[2] or b"").decode("utf-8", "replace") in _KNOWN:
        return match[0]
    return match[1] + b"<v>" + _STANDS_FOR_ALL + b"</v>"
