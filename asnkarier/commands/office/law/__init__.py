"""Commands of the room `office` about law and policy."""
