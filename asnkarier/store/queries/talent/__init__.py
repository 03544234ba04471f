"""What talent, the index, credit and forecasts read."""
