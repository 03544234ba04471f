"""One view a shape: tables, trees, grids, machine formats, and every message."""
