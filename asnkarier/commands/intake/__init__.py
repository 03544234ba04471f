"""Commands of the room `intake`."""
