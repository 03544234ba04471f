"""What stands in the cells of a column, and what the cells of one row say of each other."""
