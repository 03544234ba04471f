"""`init`: a new database, or a copy of the sample city."""

import lzma
from datetime import date
from pathlib import Path
from typing import Annotated

from asnkarier.commands.parameters import option
from asnkarier.core.access import Actor
from asnkarier.core.errors import Usage
from asnkarier.law.load import Lawbook
from asnkarier.store.founding import Common, found, place
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result
from asnkarier.views.shapes import Text

SAMPLE = Path(__file__).parents[2] / "sample" / "sample.sqlite.xz"


def run(
    path: str,
    actor: Actor,
    as_of: date,
    name: Annotated[
        str | None,
        option("--name", "--nama", help=N_("Name of the institution, such as `Kota Contoh`."), metavar=N_("NAME")),
    ] = None,
    sample: Annotated[
        bool, option("--sample", "--contoh", help=N_("Fill it with an invented city to try things out."))
    ] = False,
) -> Result:
    """Make the file; an existing one is refused."""
    if sample and name:
        raise Usage("sample_has_a_name", {})
    if sample:
        if not SAMPLE.exists():
            raise Usage("sample_missing", {})
        place(path, lzma.decompress(SAMPLE.read_bytes()))
        following = [
            Words(
                N_('Try: asnkarier shortlist "Kepala Dinas Kesehatan" --as-of 2026-06-30 --db {path!q}'), {"path": path}
            ),
            Words(N_("All people in it are invented.")),
        ]
    else:
        rule = Lawbook().competency.on(as_of).value
        found(path, actor, name, [Common(common.name, common.group) for common in rule.competencies])
        following = [
            Words(N_("Next: `asnkarier template roster -o FILE` writes a workbook to fill in.")),
            Words(N_("Or bring your own list in: `asnkarier import FILE --dry-run` shows what would happen.")),
        ]
    made = Words(N_("Made {path}."), {"path": path})
    return Result({"path": path, "name": name, "sample": sample}, [Text([made])], hints=following)
