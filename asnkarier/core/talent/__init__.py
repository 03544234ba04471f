"""Talent beyond one decision: measures of growth, what is missing, and policies compared."""
