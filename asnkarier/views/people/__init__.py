"""People and their competencies, as data and for people."""
