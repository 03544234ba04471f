"""`seals export`: a sealed decision as one file, for whoever shall verify it without the database."""

from pathlib import Path
from typing import Annotated

from asnkarier.commands.decide.defend import packing
from asnkarier.commands.decide.defend.opening import kept
from asnkarier.commands.parameters import argument, option
from asnkarier.store.database import Database
from asnkarier.views.defend.seal import grouped
from asnkarier.views.language import N_, Words
from asnkarier.views.output import replacing
from asnkarier.views.result import Result
from asnkarier.views.shapes import Text


def run(
    db: Database,
    number: Annotated[int, argument(N_("SEAL"), help=N_("Number of the sealed decision."))],
    output: Annotated[
        Path,
        option(
            "--output", "--keluaran", "-o", help=N_("The file to write (zip)."), metavar=N_("FILE"), completes="file"
        ),
    ],
) -> Result:
    """Write the document as it was sealed, with its digest."""
    sealed, content, _ = kept(db, number)
    file = packing.packed(content, sealed.sha256)
    with replacing(output) as temporary:
        temporary.write_bytes(file)
    data = {"seal": number, "file": str(output), "bytes": len(file), "sha256": sealed.sha256}
    said = Words(
        N_("Sealed decision {number} stands in {path} ({size} kB). Digest: {digest}"),
        {
            "number": str(number),
            "path": str(output),
            "size": (len(file) + 1023) // 1024,
            "digest": grouped(sealed.sha256),
        },
    )
    notes = [
        Words(N_("To verify it without the database: asnkarier verify {path!q}"), {"path": str(output)}),
        Words(N_("It holds the data of everyone considered: hand it only to who may see them all.")),
    ]
    return Result(data, [Text([said])], notes)
