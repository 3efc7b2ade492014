"""Programmes of any size, grown from the default one."""

from __future__ import annotations

from pathlib import Path

from tests.programmes import copy_programme


def grow_programme(target: Path, aantal: int) -> Path:
    """A copy of the default programme with `aantal` actions, repeated under new numbers."""
    root = copy_programme(target)
    folder = root / "data" / "acties"
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.yaml"))]
    for number in range(1, aantal + 1):
        text = texts[(number - 1) % len(texts)]
        (folder / f"A-{number:04}.yaml").write_text(text, encoding="utf-8")
    return root
