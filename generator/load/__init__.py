"""Load: from files to a typed Programma, with findings for all that could not be read."""
