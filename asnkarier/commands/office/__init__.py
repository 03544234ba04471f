"""Commands of the room `office`."""
