"""Columns of one field side by side: which of them is meant, and what the others tell."""
