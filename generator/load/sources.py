"""The sources as plain texts, for who must say where something was written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from generator.load.reader import SourceTree

TEKST = (".yaml", ".csv", ".md")


def read_sources(
    root: Path | None, anders: Mapping[str, bytes | None] = MappingProxyType({})
) -> dict[str, str]:
    """The text of each source file by its name; what cannot be read is left out.

    `anders` holds files that count instead of those on the disk, as for `SourceTree`.
    """
    tree = SourceTree(root, anders)
    texts = {name: tree.read(name) for name in tree.names if name.endswith(TEKST)}
    return {name: text for name, text in texts.items() if text is not None}
