"""The checks: one module a field of what is asked of people."""
