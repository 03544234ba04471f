"""The data of a sealed decision: taken out of the file as it stood on the day, and put into a database of its own."""
