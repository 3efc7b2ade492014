"""Draw: fill the picture slots of a built site with what Plotly draws in a browser here."""

from generator.draw.atelier import Atelier

__all__ = ["Atelier"]
