"""An SVG as a tree of elements with presentation attributes, and back to text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from typing import Final
from xml.etree.ElementTree import Element, ParseError, fromstring

from generator.draw.figures import FiguurError

VORMEN: Final = frozenset({"path", "rect", "circle", "line", "polyline", "polygon"})
TEKSTEN: Final = frozenset({"text", "tspan"})
BEWAARD: Final = frozenset({"clipPath", "pattern"})
"""What is not drawn itself, but used by what is."""
ELEMENTEN: Final = VORMEN | TEKSTEN | BEWAARD | {"svg", "g", "defs"}
"""All elements that a picture may have: nothing that loads, links or runs."""

GETALLEN: Final = frozenset(
    {"x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "dx", "dy", "width", "height"}
    | {"d", "points", "transform", "viewBox", "patternTransform", "stroke-dasharray"}
    | {"fill-opacity", "stroke-opacity", "opacity", "stroke-width", "font-size"}
)
"""Attributes of numbers, commands and names of transformations."""
KLEUREN: Final = frozenset({"fill", "stroke"})
_GETALLEN = r"[-+\w.,()\s]*"
_WAARDEN: Final = {
    **dict.fromkeys(GETALLEN, _GETALLEN),
    **dict.fromkeys(KLEUREN, r"none|#[0-9a-f]{3,6}|var\(--kleur-[a-z0-9-]+\)|url\(#[\w-]+\)"),
    "id": r"[\w-]+",
    "clip-path": r"url\(#[\w-]+\)",
    "patternUnits": "userSpaceOnUse",
    "fill-rule": "evenodd|nonzero",
    "text-anchor": "middle|end",
    "font-family": r"[\w ,'-]+",
    "font-weight": r"\d+|bold",
    "font-style": "italic",
    "stroke-linecap": "butt|round|square",
    "stroke-linejoin": "miter|round|bevel",
    "paint-order": "stroke",
    "class": "beeld-(?:breed|smal)",
    "focusable": "false",
}
"""All attributes that a picture may have, and what may stand in them."""
ATTRIBUTEN: Final = {name: re.compile(value) for name, value in _WAARDEN.items()}
_ATTRIBUUT = "|".join(rf'{name}="(?:{value})"' for name, value in _WAARDEN.items())
_EIGEN: Final = re.compile(
    rf'(?:[^<>"]|</?(?:{"|".join(sorted(ELEMENTEN))})>'
    rf"|<(?:{'|'.join(sorted(ELEMENTEN))})(?: (?:{_ATTRIBUUT}))*/?>)*+"
)


@dataclass(slots=True)
class Node:
    """An element: its attributes, its children, and for text what stands in and behind it."""

    tag: str
    attributes: dict[str, str]
    children: list[Node] = field(default_factory=list)
    text: str = ""
    tail: str = ""

    def walk(self) -> Iterator[Node]:
        """This element and all that it holds."""
        yield self
        for child in self.children:
            yield from child.walk()


def read_svg(text: str) -> Node:
    """The tree of a picture; a style of an element becomes attributes.

    Raises:
        FiguurError: it is no SVG, or has an element that no picture of ours has.
    """
    try:
        root = fromstring(text)  # noqa: S314 - a browser wrote it; it has no entities
    except ParseError as error:
        raise FiguurError from error
    return _read(root)


def _read(element: Element) -> Node:
    tag = element.tag.rpartition("}")[2]
    if tag not in ELEMENTEN:
        raise FiguurError
    attributes = dict(element.attrib)
    for declaration in attributes.pop("style", "").split(";"):
        name, found, value = declaration.partition(":")
        if found:
            attributes[name.strip()] = value.strip()
    is_text = tag in TEKSTEN
    return Node(
        tag,
        attributes,
        [_read(child) for child in element],
        (element.text or "") if is_text else "",
        (element.tail or "") if tag == "tspan" else "",
    )


def write_svg(node: Node) -> str:
    """The text of a tree, on one line; no text in it holds a quote or a line end."""
    attributes = "".join(f' {name}="{_encode(value)}"' for name, value in node.attributes.items())
    inner = _write_text(node.text) + "".join(map(write_svg, node.children))
    end = f">{inner}</{node.tag}>" if inner else "/>"
    return f"<{node.tag}{attributes}{end}{_write_text(node.tail)}"


def _write_text(text: str) -> str:
    return _encode(" ".join(re.split(r"[\t\r\n]+", text)))


def _encode(text: str) -> str:
    return escape(text, quote=False).replace('"', "&quot;")


def is_ours(text: str) -> bool:
    """Whether a text is made of nothing but elements and attributes that we write."""
    return _EIGEN.fullmatch(text) is not None
