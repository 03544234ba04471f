"""Appraisal of units and people as a whole: the spread of predicates and the index of professionalism."""
