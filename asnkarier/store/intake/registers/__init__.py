"""Registers: how far they reach, and which of their rows are about one and the same thing."""
