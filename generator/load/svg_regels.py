"""What a drawing may hold: the elements, attributes and values that SVG needs to show a picture.

Nothing here can run, link, load or repeat itself. `use`, `pattern`, `mask`, `marker` and `filter`
are absent: with them a small file can ask for endless work.
"""

from __future__ import annotations

import re
from typing import Final

SVG: Final = "http://www.w3.org/2000/svg"
XLINK: Final = "http://www.w3.org/1999/xlink"
XML: Final = "http://www.w3.org/XML/1998/namespace"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TEKST: Final = frozenset({"text", "tspan", "title", "desc"})
"""Elements that hold words."""
VERLOPEN: Final = frozenset({"linearGradient", "radialGradient"})
ELEMENTEN: Final = (
    _words("svg g defs path rect circle ellipse line polyline polygon stop clipPath")
    | TEKST
    | VERLOPEN
)

_GETAL = r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,2})?"
_MAAT = rf"{_GETAL}(?:px|pt|pc|mm|cm|in|em|ex|%)?"
_KLEUR = (
    r"#[0-9a-fA-F]{3,8}|[a-zA-Z]{3,24}|(?:rgb|hsl)a?\([-+0-9.,%/\sdeg]{1,60}\)"
    # Named so that a reader sees them; both are words as well.
    r"|currentColor|none"
)
_NAAM = r"[A-Za-z_][A-Za-z0-9_.-]{0,79}"
_INTERN = rf"url\((?:#{_NAAM}|'#{_NAAM}'|\"#{_NAAM}\")\)"

MAAT: Final = re.compile(_MAAT)
_MATEN = re.compile(rf"\s*{_MAAT}(?:[\s,]+{_MAAT})*\s*|none|normal")
_REEKS = re.compile(r"[-+0-9.eE,\s]*")
_WEG = re.compile(r"[MmZzLlHhVvCcSsQqTtAaeE0-9.,+\s-]*")
_DRAAIING = re.compile(
    r"\s*(?:(?:matrix|translate|scale|rotate|skewX|skewY)\s*\([-+0-9.eE,\s]*\)[\s,]*)*"
)
_WOORD = re.compile(r"[A-Za-z0-9 -]{1,60}")
_LETTER = re.compile(r"[\w ,.'\"-]{1,200}")
_INKT = re.compile(_KLEUR)
_VERF = re.compile(rf"(?:{_KLEUR})|{_INTERN}(?:\s+(?:{_KLEUR}))?")
_KNIP = re.compile(rf"none|{_INTERN}")
_ANKER = re.compile(rf"#{_NAAM}")

_TEKENING: Final = {
    **dict.fromkeys(
        _words(
            "x y x1 y1 x2 y2 cx cy r rx ry fx fy fr width height dx dy rotate offset textLength"
        ),
        _MATEN,
    ),
    "id": re.compile(_NAAM),
    "d": _WEG,
    "points": _REEKS,
    "viewBox": _REEKS,
    "transform": _DRAAIING,
    "gradientTransform": _DRAAIING,
    **dict.fromkeys(
        _words("gradientUnits clipPathUnits spreadMethod lengthAdjust preserveAspectRatio"),
        _WOORD,
    ),
}
STIJL: Final = {
    "fill": _VERF,
    "stroke": _VERF,
    **dict.fromkeys(("color", "stop-color"), _INKT),
    "clip-path": _KNIP,
    "font-family": _LETTER,
    **dict.fromkeys(
        _words(
            "opacity fill-opacity stroke-opacity stop-opacity stroke-width stroke-dasharray "
            "stroke-dashoffset stroke-miterlimit font-size letter-spacing word-spacing "
            "baseline-shift"
        ),
        _MATEN,
    ),
    **dict.fromkeys(
        _words(
            "fill-rule clip-rule stroke-linecap stroke-linejoin text-anchor dominant-baseline "
            "alignment-baseline font-style font-weight font-variant font-stretch text-decoration "
            "visibility display overflow vector-effect paint-order shape-rendering text-rendering "
            "color-interpolation direction writing-mode unicode-bidi"
        ),
        _WOORD,
    ),
}
"""What says how something looks: as an attribute, or in `style`, which becomes attributes."""
ATTRIBUTEN: Final = _TEKENING | STIJL

EDITORS: Final = frozenset(
    {
        "http://www.inkscape.org/namespaces/inkscape",
        "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    }
)
"""What Inkscape notes for itself; it is left out."""
_ZONDER_GEVOLG = re.compile(
    "version|baseProfile|class|role|lang|focusable|enable-background|aria-[a-z]+|data-[a-z0-9-]+"
)
_STIJL_ZONDER_GEVOLG = re.compile(
    "-inkscape-[a-z-]+|font-variant-[a-z-]+|font-(?:feature|variation)-settings|text-orientation|"
    "text-(?:indent|align|align-last|transform|overflow)|text-decoration-[a-z]+|line-height|"
    "white-space|shape-(?:padding|margin)|inline-size|block-progression|solid-(?:color|opacity)|"
    "isolation|mix-blend-mode|color-rendering|color-interpolation-filters|enable-background|"
    "stop-miterlimit|color-profile|image-rendering"
)
_UIT = frozenset({"none", "auto", "normal"})


def is_left_out(name: str) -> bool:
    """Whether an attribute means nothing in a picture: it is not published, and no mistake."""
    return bool(_ZONDER_GEVOLG.fullmatch(name))


def is_style_left_out(name: str, value: str) -> bool:
    """Whether a style means nothing in a picture, or says that something is not there."""
    return bool(_STIJL_ZONDER_GEVOLG.fullmatch(name)) or (name not in STIJL and value in _UIT)


def is_anchor(value: str) -> bool:
    """Whether a link leads to a part of the same drawing."""
    return bool(_ANKER.fullmatch(value))
