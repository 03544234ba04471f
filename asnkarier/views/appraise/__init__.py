"""What the room `appraise` shows."""
