"""What else a list holds beyond the kind as which it is read."""

from asnkarier.core.finding import Finding
from asnkarier.ingest.header.likely import Scored


def also(found: list[Scored], file: str, sheet: str, row: int) -> list[Finding]:
    """Say which other kinds the same list holds whole, beyond what the chosen kind reads."""
    chosen = found[0]
    others = [item.kind.name for item in found[1:] if _beyond(item, chosen) and item.kind.name != "movements"]
    if not others:
        return []
    values = {"kind": chosen.kind.name, "others": ", ".join(others), "kinds": f"{chosen.kind.name},{others[0]}"}
    return [Finding("also_holds", "note", file, sheet, row, None, None, values)]


def _beyond(item: Scored, chosen: Scored) -> bool:
    """Tell whether a kind has enough columns besides those of the chosen one: several, or the only one it requires."""
    more = item.fields - chosen.fields - {"nip", "name"}
    required = {field.name for field in item.kind.fields if field.required} - {"nip", "name"}
    return (len(more) >= 2 and item.score >= 2) or bool(more and required and required <= more)
