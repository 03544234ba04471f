"""Commands of the room `grow`."""
