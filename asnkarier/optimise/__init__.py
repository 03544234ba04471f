"""Solving what core states, exactly where it can be done. The only room that knows the solver (the extra `plan`)."""

from importlib.util import find_spec


def available() -> bool:
    """Tell whether the solver is installed."""
    return find_spec("highspy") is not None
