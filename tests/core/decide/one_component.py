"""A policy whose performance is one component: what a measure gives is then what the axis says."""

_TEXT = """name = "uji"
basis = "contoh"
confidence = "illustrative"
base = "umum"
[performance.weights]
uji = 100
[components.uji]
measure = "{measure}"
years = {years}
{rest}
"""


def policy_of(measure: str, rest: str, *, years: int = 2) -> str:
    """Return the policy's text; `rest` are further lines of the component, its ladder among them."""
    return _TEXT.format(measure=measure, years=years, rest=rest)
