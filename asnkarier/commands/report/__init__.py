"""Commands of the room `report`."""
