"""Which function measures a component."""

from asnkarier.core.decide.measures import MEASURES, Measured, bounds
from asnkarier.core.decide.target import Setting
from asnkarier.core.policy import Component
from asnkarier.core.talent.growing import GROWING


def measure(component: Component, setting: Setting) -> Measured:
    """Return the function that measures a component of one person."""
    maker = MEASURES.get(component.measure) or GROWING.get(component.measure)
    if maker is None:
        missing = bounds(component)
        return lambda person, records: missing
    return maker(component, setting)
