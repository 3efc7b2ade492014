"""Broken sources by the thousand: `python -m tests.fuzz 20000`, and a short run in the tests."""
