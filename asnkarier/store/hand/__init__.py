"""What is typed by hand: correcting, joining, removing, all of it logged."""
