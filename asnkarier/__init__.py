"""Careers of Indonesian civil servants from one local file."""
