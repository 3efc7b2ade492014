"""One mistake at a time in the sample data, and whether it is reported where it was made."""
