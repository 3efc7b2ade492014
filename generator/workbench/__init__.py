"""Workbench: what an advisor does to the sources; each change is made, judged, then written."""
