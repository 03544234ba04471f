"""The file a sealed decision is handed over in: a zip that every machine opens, with a digest that every machine can check."""

import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from asnkarier.core.errors import Stopped
from asnkarier.store.queries.seals import LARGEST
from asnkarier.views.defend.readme import README

DOCUMENT = "seal.json"
DIGEST = "sha256.txt"
_DATED = (1980, 1, 1, 0, 0, 0)


class Packed(NamedTuple):
    """What a file holds: the document, byte for byte, and the digest that stands beside it ('' for none)."""

    content: bytes
    sha256: str


def packed(content: bytes, sha256: str) -> bytes:
    """Return the file: the same document always gives the same bytes."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in (
            (DOCUMENT, content),
            (DIGEST, f"{sha256}  {DOCUMENT}\n".encode()),
            ("README.txt", README.encode()),
        ):
            archive.writestr(zipfile.ZipInfo(name, _DATED), part, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def unpacked(path: Path) -> Packed:
    """Read a file: the zip, or the document alone; Stopped where it is neither."""
    if not zipfile.is_zipfile(path):
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
        if len(content) > LARGEST or not content.lstrip().startswith(b"{"):
            raise Stopped("seal_file_strange", {"path": str(path)})
        return Packed(content, "")
    try:
        with zipfile.ZipFile(path) as archive:
            if archive.getinfo(DOCUMENT).file_size > LARGEST:
                raise Stopped("seal_file_strange", {"path": str(path)})
            with archive.open(DOCUMENT) as part:
                content = part.read(LARGEST)
            with archive.open(DIGEST) as part:
                words = part.read(1000).decode("ascii", "replace").split()
    except (KeyError, OSError, EOFError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error) as error:
        raise Stopped("seal_file_strange", {"path": str(path)}) from error
    return Packed(content, words[0] if words else "")
