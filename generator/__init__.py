"""Circular action programme generator: from data files to a published MkDocs site."""
