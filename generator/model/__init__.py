"""The domain: what a circular action programme holds, as frozen, strictly typed classes."""
