"""The sources as plain texts, for who must say where something was written."""

from __future__ import annotations

from pathlib import Path

from generator.load.reader import SourceTree

TEKST = (".yaml", ".csv", ".md")


def read_sources(root: Path) -> dict[str, str]:
    """The text of each source file by its name; what cannot be read is left out."""
    tree = SourceTree(root)
    texts = {name: tree.read(name) for name in tree.names if name.endswith(TEKST)}
    return {name: text for name, text in texts.items() if text is not None}
