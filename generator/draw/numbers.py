"""Numbers in a picture: as short as the eye allows, and where they put something."""

from __future__ import annotations

import re
from typing import Final

from generator.draw.tree import Node

PLAATSEN: Final = {"transform": 1, "patternTransform": 3, "opacity": 2, "fill-opacity": 2}
"""Decimals, where there are others than 1: a tenth of a pixel is not seen."""
_GETAL = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?")
_EENHEID = re.compile(r"(?<=\d)(?:px|em)(?![a-z])")
_STIL = re.compile(r"\s*(?:translate\(0(?:,\s*0)?\)|rotate\(0(?:,[^)]*)?\)|scale\(1\))\s*")
_SCHUIF = re.compile(r"translate\((-?[\d.]+),\s*(-?[\d.]+)\)")
_STAP = re.compile(r"([MLHVZ])([^MLHVZ]*)")
SPELING: Final = 0.6
"""How far something may stand out of its clip without anybody seeing it, in pixels."""


def round_numbers(name: str, value: str) -> str:
    """The value of the attribute `name` with short numbers, and without what changes nothing."""
    digits = PLAATSEN.get(name, 1)
    if "scale" in value or "matrix" in value:
        digits = 3
    is_letter = name == "dy"  # counted in letters
    if is_letter:
        digits = 2
    short = _GETAL.sub(lambda found: show_number(float(found.group()), digits), value)
    if name == "transform":
        return _STIL.sub("", short)
    if is_letter:
        return "0" if short in {"0em", "0"} else short
    return _EENHEID.sub("", short)


def show_number(value: float, digits: int = 1) -> str:
    """A number as short as it can be: `.5`, `-3`, `0`."""
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".") if digits else f"{value:.0f}"
    return "0" if text in {"-0", ""} else text


def move_text(node: Node) -> None:
    """Put a text where it stands, instead of beside it and moved."""
    found = _SCHUIF.fullmatch(node.attributes.get("transform", ""))
    if not found:
        return
    del node.attributes["transform"]
    for name, shift in zip("xy", found.groups(), strict=True):
        for part in node.walk():
            if part is node or name in part.attributes:
                place = float(part.attributes.get(name, 0)) + float(shift)
                part.attributes[name] = show_number(place)


def needs_clip(node: Node, clip: Node | None) -> bool:
    """Whether a clip may cut something off; yes where that is not simply seen."""
    if clip is None or len(clip.children) != 1 or clip.children[0].tag != "rect":
        return clip is not None
    box = clip.children[0].attributes
    if "transform" in node.attributes or node.tag != "path":
        return True
    points = list_points(node.attributes.get("d", ""))
    if points is None:
        return True
    for axis, size in ((0, "width"), (1, "height")):
        start = float(box.get("xy"[axis], 0)) - SPELING
        end = start + float(box.get(size, 0)) + 2 * SPELING
        if any(not start <= point[axis] <= end for point in points):
            return True
    return False


def list_points(path: str) -> list[tuple[float, float]] | None:
    """The corners of a path of straight lines; None where it has curves or relative steps."""
    if re.search(r"[^MLHVZ\d\s.,-]", path):
        return None
    x = y = 0.0
    points = []
    for command, rest in _STAP.findall(path):
        numbers = [float(number) for number in _GETAL.findall(rest)]
        if command in "ML":
            pairs = zip(numbers[::2], numbers[1::2], strict=False)
        elif command == "H":
            pairs = zip(numbers, [y] * len(numbers), strict=True)
        else:
            pairs = zip([x] * len(numbers), numbers, strict=True)
        for x, y in pairs:
            points.append((x, y))
    return points
