"""From Plotly's SVG to a picture for a page: no styles, few bytes, colours of the palette."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from generator.draw.numbers import move_text, needs_clip, round_numbers
from generator.draw.tree import (
    ATTRIBUTEN,
    BEWAARD,
    GETALLEN,
    KLEUREN,
    TEKSTEN,
    VORMEN,
    Node,
    read_svg,
    write_svg,
)

LETTERS: Final = ("font-family", "font-size", "font-weight", "font-style", "text-anchor")
GEERFD: Final = (
    *LETTERS,
    *("fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity"),
    *("stroke-dasharray", "stroke-linecap", "stroke-linejoin", "paint-order"),
)
"""What an element takes from the one around it, so that a group can say it for all."""
GEWOON: Final = {
    **dict.fromkeys(("opacity", "fill-opacity", "stroke-opacity"), "1"),
    **dict.fromkeys(("x", "y", "dy"), "0"),
    "rx": "0",
    "ry": "0",
    "font-weight": "400",
    "font-family": "inherit",
    "stroke-dasharray": "none",
    "transform": "",
}
"""Values that say nothing."""
VAN_PLOTLY: Final = {
    "255,255,255": "kleur-grond",  # around bubbles
    "68,68,68": "kleur-tekst",
}
"""Roles of the colours that Plotly chooses itself."""
_RGB = re.compile(r"rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)")
_VERWIJZING = re.compile(r"""url\(["']?#([^"')]+)["']?\)""")
_NIETS = re.compile(r"(?:M0,0Z?)?")


def make_picture(raw: str, kleuren: Mapping[str, str], naam: str, vorm: str) -> str:
    """What Plotly drew, as it stands in a page.

    Args:
        raw: the SVG of Plotly.
        kleuren: the role that each colour in it stands for, by `r,g,b`.
        naam: the name of the figure; its ids begin with `_` and this name.
        vorm: `breed` or `smal`.

    Raises:
        FiguurError: it is no SVG, or has something that no picture of ours has.
    """
    root = read_svg(raw)
    _name_colours(root, kleuren)
    _clean(root)
    _drop_hidden(root, {})
    _drop_clips(root)
    _drop_unused(root)
    _rename(root, f"_{naam}-{vorm[0]}")
    _merge_groups(root)
    _hoist(root)
    box = root.attributes.get("viewBox", "0 0 0 0")
    _, _, width, height = box.split()
    own = {"class": f"beeld-{vorm}", "viewBox": box, "width": width, "height": height}
    root.attributes = own | {"focusable": "false"} | _pick(root.attributes, GEERFD)
    return write_svg(root)


def _pick(attributes: Mapping[str, str], names: tuple[str, ...]) -> dict[str, str]:
    return {name: attributes[name] for name in names if name in attributes}


def _name_colours(root: Node, kleuren: Mapping[str, str]) -> None:
    """Colours that stand for a role become its variable; others are written short."""
    roles = {**VAN_PLOTLY, **kleuren}

    def name(found: re.Match[str]) -> str:
        rgb = found.groups()[:3]
        role = roles.get(",".join(rgb))
        return f"var(--{role})" if role else "#" + "".join(f"{int(part):02x}" for part in rgb)

    for node in root.walk():
        for what in KLEUREN & set(node.attributes):
            value = node.attributes[what]
            if (found := _RGB.fullmatch(value)) and found.group(4):
                node.attributes[f"{what}-opacity"] = found.group(4)
            elif value == "transparent":
                value = "none"
            value = _VERWIJZING.sub(r"url(#\1)", value)
            node.attributes[what] = _RGB.sub(name, value)


def _clean(root: Node) -> None:
    """Keep the attributes that say something, in round numbers."""
    for node in root.walk():
        if "text-shadow" in node.attributes:  # Plotly keeps words apart from bands behind them
            node.attributes |= {
                "paint-order": "stroke",
                "stroke": "var(--kleur-grond)",
                "stroke-width": "2.5",
                "stroke-linejoin": "round",
            }
        if "font-family" in node.attributes:
            node.attributes["font-family"] = node.attributes["font-family"].replace('"', "'")
        if "clip-path" in node.attributes:
            clip = _VERWIJZING.sub(r"url(#\1)", node.attributes["clip-path"])
            node.attributes["clip-path"] = clip
        for name in GETALLEN & set(node.attributes):
            node.attributes[name] = round_numbers(name, node.attributes[name])
        node.attributes = {
            name: value
            for name, value in node.attributes.items()
            if name == "display"
            or (
                name in ATTRIBUTEN
                and GEWOON.get(name) != value
                and ATTRIBUTEN[name].fullmatch(value)
            )
        }
        if node.tag == "text":
            move_text(node)


def _drop_hidden(node: Node, around: Mapping[str, str]) -> bool:
    """Drop what nobody sees, from the inside out; whether this element itself can go."""
    own = {**around, **_pick(node.attributes, GEERFD)}
    if node.attributes.pop("display", "") == "none" or node.attributes.get("opacity") == "0":
        return True
    if node.tag in BEWAARD:
        return False
    node.children = [child for child in node.children if not _drop_hidden(child, own)]
    if node.tag in TEKSTEN:
        return not node.tail and not any(part.text or part.tail for part in node.walk())
    has_line = _is_seen(own, "stroke", "none") and own.get("stroke-width") != "0"
    has_fill = _is_seen(own, "fill", "")
    if node.attributes.get("fill-opacity") == "0":
        del node.attributes["fill-opacity"]
        node.attributes["fill"] = "none"
    if node.tag in VORMEN:
        if not has_line:
            node.attributes = {
                name: value
                for name, value in node.attributes.items()
                if not name.startswith("stroke")
            }
        return _is_empty(node) or not (has_line or has_fill)
    return node.tag == "g" and not node.children


def _is_empty(node: Node) -> bool:
    if node.tag == "path":
        return _NIETS.fullmatch(node.attributes.get("d", "")) is not None
    return node.tag == "rect" and "0" in {node.attributes.get(name) for name in ("width", "height")}


def _is_seen(own: Mapping[str, str], what: str, default: str) -> bool:
    return own.get(what, default) != "none" and own.get(f"{what}-opacity") != "0"


def _drop_clips(root: Node) -> None:
    """Let go of a clip that cuts nothing off."""
    clips = {node.attributes.get("id"): node for node in root.walk() if node.tag == "clipPath"}
    for node in root.walk():
        found = _VERWIJZING.fullmatch(node.attributes.get("clip-path", ""))
        if found and not needs_clip(node, clips.get(found.group(1))):
            del node.attributes["clip-path"]


def _drop_unused(root: Node) -> None:
    """Drop definitions that nothing refers to, and ids of what is no definition."""
    used = {
        found
        for node in root.walk()
        for value in node.attributes.values()
        for found in _VERWIJZING.findall(value)
    }

    def is_kept(node: Node) -> bool:
        if node.tag in BEWAARD:
            return node.attributes.get("id") in used
        if node.attributes.get("id") not in used:
            node.attributes.pop("id", None)
        node.children = [child for child in node.children if is_kept(child)]
        return bool(node.children) or node.tag not in {"g", "defs"}

    is_kept(root)


def _rename(root: Node, prefix: str) -> None:
    """Short ids, that no other picture and no heading has."""
    new: dict[str, str] = {}
    for node in root.walk():
        if "id" in node.attributes:
            new[node.attributes["id"]] = f"{prefix}{len(new) + 1}"
    for node in root.walk():
        for name, value in node.attributes.items():
            if name == "id":
                node.attributes[name] = new[value]
            elif "url(" in value:
                node.attributes[name] = _VERWIJZING.sub(
                    lambda found: f"url(#{new.get(found.group(1), prefix)})", value
                )


def _merge_groups(node: Node) -> None:
    """Take away groups that say nothing."""
    for child in node.children:
        _merge_groups(child)
    node.children = [
        part
        for child in node.children
        for part in (child.children if child.tag == "g" and not child.attributes else [child])
    ]


def _hoist(node: Node) -> None:
    """Let a group say once what all that it holds say; a letter is only said to what has text."""
    for child in node.children:
        _hoist(child)
    if node.tag not in {"svg", "g"}:
        return
    drawn = [child for child in node.children if child.tag != "defs"]
    words = [child for child in drawn if any(part.tag == "text" for part in child.walk())]
    for name in GEERFD:
        concerned = words if name in LETTERS else drawn
        values = {child.attributes.get(name) for child in concerned}
        if len(values) == 1 and (value := values.pop()) is not None:
            node.attributes[name] = value
            for child in concerned:
                del child.attributes[name]
