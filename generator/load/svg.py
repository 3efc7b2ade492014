"""SVG: written anew from what was understood of it, so that nothing else is published."""

from __future__ import annotations

import re
from typing import Final

from generator.findings import Code, Finding, Plek, fout
from generator.load.svg_lezer import Element, Reader
from generator.load.svg_regels import MAAT, SVG
from generator.model.beelden import Opname

GROOTSTE_TEKENING = 1_000_000
GROOTSTE_MAAT = 10_000
BREEDST = 1600
"""Nothing on the site is shown wider, in pixels."""
_PIXELS: Final = {
    "": 1.0,
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
}


def _measure(text: str | None) -> float | None:
    """A length in pixels; None where it depends on something else."""
    found = MAAT.fullmatch((text or "").strip())
    number = re.match(r"[-+0-9.]+(?:[eE][-+]?[0-9]+)?", found.group()) if found else None
    if found is None or number is None:
        return None
    factor = _PIXELS.get(found.group()[number.end() :])
    return None if factor is None else float(number.group()) * factor


def _find_size(root: Element) -> tuple[str, int, int] | None:
    """The view of a drawing, and its width and height in pixels; None when it has no good ones."""
    given = root.attributes.get("viewBox", "").replace(",", " ").split()
    width, height = _measure(root.attributes.get("width")), _measure(root.attributes.get("height"))
    try:
        view = [float(part) for part in given]
    except ValueError:
        return None
    if not view and width and height:
        view = [0, 0, width, height]
    if len(view) != 4 or not all(abs(part) <= 100 * GROOTSTE_MAAT for part in view):  # noqa: PLR2004 - x y w h
        return None
    if width is None or height is None:
        width, height = view[2], view[3]
    if not (min(view[2:]) > 0 and 1 <= min(width, height) <= max(width, height) <= GROOTSTE_MAAT):
        return None
    scale = min(1.0, BREEDST / width)
    shown = " ".join(f"{part:.10g}" for part in view)
    return shown, max(1, round(width * scale)), max(1, round(height * scale))


_CODES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def _serialise(element: Element) -> str:
    start = element.name
    for name, value in element.attributes.items():
        start += f' {name}="{value.translate(_CODES)}"'
    if not element.inside:
        return f"<{start}/>"
    inside = "".join(
        part.translate(_CODES) if isinstance(part, str) else _serialise(part)
        for part in element.inside
    )
    return f"<{start}>{inside}</{element.name}>"


def _explain_bytes(content: bytes) -> tuple[str, str] | None:
    """What is wrong with a drawing before it is read, and what to do."""
    if content.startswith(b"\x1f\x8b"):
        return "deze tekening is ingepakt (svgz)", "sla de tekening op als gewone SVG"
    if len(content) > GROOTSTE_TEKENING:
        return "deze tekening is groter dan 1 MB", "vereenvoudig haar, of sla haar op als .png"
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        return "deze tekening is niet opgeslagen als UTF-8", "sla haar opnieuw op als gewone SVG"
    return None


def read_svg(content: bytes, bestand: str) -> tuple[Opname | None, tuple[Finding, ...]]:
    """The drawing, written anew, with its size; or None with what was wrong, and where."""
    if problem := _explain_bytes(content):
        return None, (fout(Code.BEELD_ONLEESBAAR, Plek(bestand), *problem),)
    reader = Reader(bestand)
    reader.read(content)
    if reader.findings or reader.root is None:
        return None, tuple(reader.findings)
    root = reader.root
    size = _find_size(root)
    if size is None:
        melding = "deze tekening heeft geen maat, of een die niet kan"
        oplossing = f'geef <svg> een viewBox, bijvoorbeeld "0 0 400 300", tot {GROOTSTE_MAAT}'
        return None, (fout(Code.BEELD_ONLEESBAAR, Plek(bestand), melding, oplossing),)
    view, width, height = size
    place = {"x", "y", "viewBox", "width", "height"}
    own = {name: value for name, value in root.attributes.items() if name not in place}
    head = {"xmlns": SVG, "viewBox": view, "width": str(width), "height": str(height)}
    text = _serialise(Element("svg", head | own, root.inside))
    return Opname(f"{text}\n".encode(), width, height), ()
