"""`init`: a new database."""

from typing import Annotated

from asnkarier.commands.parameters import option
from asnkarier.core.access import Actor
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result
from asnkarier.views.shapes import Text


def run(
    path: str,
    actor: Actor,
    name: Annotated[
        str | None, option("--name", "--nama", help=N_("Name of the institution, such as `Kota Contoh`."))
    ] = None,
    sample: Annotated[
        bool, option("--sample", "--contoh", help=N_("Fill it with an invented city to try things out."))
    ] = False,
) -> Result:
    """Make the file; an existing one is refused."""
    from asnkarier.store.database import create

    create(path)
    done = Words(N_("Made {path}."), {"path": path})
    return Result({"path": path, "name": name}, [Text([done])])
