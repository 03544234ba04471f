"""What the coming months bring."""
