"""Finding the header of a list, and what its columns mean."""
