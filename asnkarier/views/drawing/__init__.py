"""Shapes on a terminal: one layout, drawn plain or in colour."""
