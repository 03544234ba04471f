"""Careers of Indonesian civil servants from one local file."""

__version__ = "0.1.0"
