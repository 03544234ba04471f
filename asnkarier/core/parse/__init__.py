"""Pure parsers: one cell in, its canonical value out, None for nothing, or a `Bad` that says why it cannot stand."""
