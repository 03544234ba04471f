"""Commands of the room `appraise`."""
