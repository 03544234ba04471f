"""Where the nine boxes stand: potential grows to the right, performance upwards."""

PLACES = ((4, 7, 9), (2, 5, 8), (1, 3, 6))
"""Rows from the top (performance above expectation) to the bottom, each from low to high potential."""
