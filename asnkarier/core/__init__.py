"""Pure concepts: dataclasses and functions without I/O, clock or language."""
