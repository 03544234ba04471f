"""All kinds of sheet by name, in the order in which their references need them."""

from collections.abc import Mapping
from types import MappingProxyType

from asnkarier.core.kinds import competence, conduct, growth, performance, staff, structure
from asnkarier.core.kinds.spec import Kind

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.name: kind
        for kind in sorted(
            (
                *structure.KINDS,
                *competence.KINDS,
                *staff.KINDS,
                *performance.KINDS,
                *growth.KINDS,
                *conduct.KINDS,
            ),
            key=lambda kind: kind.order,
        )
    }
)
"""Kind by name; iterating gives what others refer to first."""
