"""Queries about evaluations and who leads whom."""
