"""`db upgrade`: bring the file of an older asnkarier up to date; a copy is made first."""

from asnkarier.core.access import Progress
from asnkarier.store.upgrade import upgrade
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result
from asnkarier.views.shapes import Text


def run(path: str, progress: Progress) -> Result:
    """Run the missing steps in one transaction."""
    done = upgrade(path, progress)
    values = {"path": path, "before": str(done.before), "after": str(done.after), "copy": str(done.copy or "")}
    data = {
        "path": path,
        "from": done.before,
        "to": done.after,
        "upgraded": done.before != done.after,
        "copy": str(done.copy) if done.copy else None,
    }
    if done.before == done.after:
        return Result(data, [Text([Words(N_("{path} is up to date (schema {after})."), values)])])
    said = [Words(N_("{path} went from schema {before} to {after}."), values)]
    if done.copy:
        said.append(Words(N_("The file as it was is kept as {copy}."), values))
    return Result(data, [Text(said)], [Words(N_("Look it over with: asnkarier db check"))])
