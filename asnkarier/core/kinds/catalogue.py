"""All kinds of sheet by name, in the order in which their references need them."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from asnkarier.core.kinds import advancement, competence, conduct, growth, performance, staff, structure
from asnkarier.core.kinds.spec import Kind
from asnkarier.core.kinds.spellings import further
from asnkarier.core.text import folded


def _with_further(kind: Kind) -> Kind:
    own = frozenset(
        folded(header.replace(" > ", " "))
        for field in kind.fields
        for header in (field.name, field.label, *field.headers)
    )
    return replace(
        kind,
        fields=tuple(
            replace(field, headers=(*field.headers, *further(kind.name, field.name, own))) for field in kind.fields
        ),
    )


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.name: _with_further(kind)
        for kind in sorted(
            (
                *structure.KINDS,
                *competence.KINDS,
                *staff.KINDS,
                *performance.KINDS,
                *growth.KINDS,
                *advancement.KINDS,
                *conduct.KINDS,
            ),
            key=lambda kind: kind.order,
        )
    }
)
"""Kind by name; iterating gives what others refer to first."""
