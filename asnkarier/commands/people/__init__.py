"""Commands of the room `people`."""
