"""Reads what a built site says about a figure: its script holds data, and is never run here."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final

type_figure = dict[str, Any]

NAAM: Final = re.compile(r"[a-z0-9][a-z0-9_-]*")
"""Names of figures are names of files, and parts of ids."""
_SCRIPT = re.compile(r"circulair\.figuur\((.*)\);", re.DOTALL)


class FiguurError(Exception):
    """A figure cannot be drawn; its slot stays empty."""


def read_figure(folder: Path, naam: str) -> tuple[type_figure, str]:
    """The figure with its script, from the built site in `folder`.

    Raises:
        FiguurError: there is no such script, or it holds something else than one figure.
    """
    if not NAAM.fullmatch(naam):
        raise FiguurError
    try:
        script = (folder / "figuren" / f"{naam}.js").read_text(encoding="utf-8")
        found = _SCRIPT.fullmatch(script.strip())
        own, figure = json.loads(f"[{found.group(1)}]") if found else (None, None)
    except (OSError, ValueError, RecursionError) as error:
        raise FiguurError from error
    if own != naam or not (isinstance(figure, dict) and isinstance(figure.get("data"), list)):
        raise FiguurError
    return figure, script
