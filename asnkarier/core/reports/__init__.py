"""What yearly reports count and sort."""
