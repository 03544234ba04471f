"""What reports read over everyone: counted in SQL where counting is all."""
