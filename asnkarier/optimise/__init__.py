"""Solving what core states, exactly where it can be done. The only room that knows the solver (the extra `plan`)."""

from importlib import import_module
from importlib.util import find_spec


def available() -> bool:
    """Tell whether the solver is installed and can be loaded: a missing library of the system is no reason to plan nothing."""
    if find_spec("highspy") is None:
        return False
    try:
        import_module("highspy")
        import_module("numpy")
    except (ImportError, OSError):
        return False
    return True
