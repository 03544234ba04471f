"""Reading, by concept: SQL in, core's types out."""
