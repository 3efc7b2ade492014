"""Benchmarks: how long the program takes beside a floor that does the least possible work."""
