"""Ranks and what time brings: promotion in rank, credit, pay steps, retirement."""
