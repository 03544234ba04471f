"""Commands of the room `decide`."""
