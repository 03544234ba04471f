"""What people call a kind of sheet."""

from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.views.language import current


def sheet_label(kind: str) -> str:
    """Return what the template calls a kind of sheet; in English, and for what is none, the word itself."""
    return KINDS[kind].label if current() == "id" and kind in KINDS else kind
