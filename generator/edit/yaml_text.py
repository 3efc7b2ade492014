"""One field of a YAML text changed in place: order, comments and the rest stay as typed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from generator.edit.bestand import EditError
from generator.edit.yaml_splice import (
    MET_DE_HAND,
    apply_splices,
    splice_away,
    splice_lines,
    splice_new,
    splice_value,
)
from generator.edit.yaml_tree import (
    Node,
    build_tree,
    find_column,
    find_entry_end,
    read_checked,
)
from generator.edit.yaml_write import (
    clean,
    reads_as,
    type_field,
    type_record,
    write_fields,
    write_item,
    write_scalar,
)
from generator.load.yaml_document import type_value
from generator.model.basis import type_path

__all__ = ["append_item", "set_field", "write_fields", "write_scalar"]

WEG: Final = object()
"""Stands for a field that is not there."""


def set_field(
    text: str,
    bestand: str,
    path: type_path,
    value: type_field | None,
    order: Sequence[str] = (),
) -> str:
    """The text with another value at `path`; nothing else changes.

    Args:
        text: the file, with LF.
        bestand: its name, for messages.
        path: keys and positions that lead to the field.
        value: what it holds from now on; a tuple is a list. None, or an empty tuple, takes the
            field away with its lines; a comment above it stays.
        order: the keys of the record as the model has them; a new one comes behind the nearest
            of those before it. Without it a new field comes at the end of the record.

    Raises:
        EditError: the change cannot be made without touching something else.
    """
    inhoud = read_checked(text, bestand)
    root = build_tree(text)
    value = tuple(map(clean, value)) if isinstance(value, tuple) else value
    value = clean(value) if value is not None and not isinstance(value, tuple) else value
    parent, key = _find_parent(root, path, bestand), path[-1]
    if value is None or value == ():
        if key not in parent.sleutels:
            return text
        splices = [splice_away(text, parent, key)]
        value = None
    elif key in parent.sleutels:
        splices = splice_value(text, parent, key, value, _at(inhoud, path))
    elif isinstance(key, str):
        splices = [splice_new(text, parent, key, value, order)]
    else:
        melding = f"{bestand}: de lijst heeft geen onderdeel {key + 1}"
        raise EditError(melding, "lees het bestand opnieuw")
    edited = apply_splices(text, splices)
    read = read_or_none(edited)
    at = _at(read, path)
    if value is None:
        _drop(inhoud, path)
    elif at is not WEG and reads_as(at, value):
        _put(inhoud, path, at)
    else:
        read = None
    return _verify(edited, read, inhoud, bestand, path)


def append_item(
    text: str,
    bestand: str,
    path: type_path,
    fields: type_record,
    order: Sequence[str] = (),
) -> str:
    """The text with one record more at the end of the list at `path`.

    Args:
        text: the file, with LF.
        bestand: its name, for messages.
        path: the list; it is made when its record does not have it yet.
        fields: the fields of the new record, in their order; None is left out.
        order: as for `set_field`, for a list that is made.

    Raises:
        EditError: the record cannot be added without touching something else.
    """
    inhoud = read_checked(text, bestand)
    root = build_tree(text)
    parent, key = _find_parent(root, path, bestand), path[-1]
    node = (parent.delen or {}).get(key)
    meant = read_checked("\n".join(["k:", *write_item(fields, 2)]), bestand)["k"]
    if node is None:
        column = find_column(text, min(parent.sleutels.values()))
        lines = [f"{' ' * column}{key}:", *write_item(fields, column + 2)]
        splice = splice_lines(text, parent, str(key), lines, order)
        _put(inhoud, path, meant)
    elif node.is_list and node.delen and not node.stijl:
        column = find_column(text, node.start)
        end = find_entry_end(text, list(node.delen.values())[-1], column)
        lines = write_item(fields, column)
        splice = (end, end, _find_gap(text, node) + "".join(f"\n{line}" for line in lines))
        _at(inhoud, path).extend(meant)
    elif not node.delen and text[node.start : node.end] in {"", "[]"}:
        column = find_column(text, parent.sleutels[key])
        lines = write_item(fields, column + 2)
        start = len(text[: node.start].rstrip(" "))
        splice = (start, node.end, "".join(f"\n{line}" for line in lines))
        _put(inhoud, path, meant)
    else:
        melding = f"{bestand}: bij '{key}' staat geen lijst met streepjes"
        raise EditError(melding, MET_DE_HAND)
    edited = apply_splices(text, [splice])
    return _verify(edited, read_or_none(edited), inhoud, bestand, path)


def _find_gap(text: str, node: Node) -> str:
    """What stands between the records of a list: a blank line, or nothing."""
    dashes = list(node.sleutels.values())
    if len(dashes) > 1 and "\n\n" in text[dashes[-2] : dashes[-1]]:
        return "\n"
    return ""


def _find_parent(root: Node, path: type_path, bestand: str) -> Node:
    """The record or list that holds the field at `path`."""
    parent = root.at(path[:-1])
    if parent is None or not parent.delen:
        told = " > ".join(str(part + 1 if isinstance(part, int) else part) for part in path[:-1])
        melding = f"{bestand}: '{told}' staat er niet, of is leeg"
        raise EditError(melding, "lees het bestand opnieuw, of voeg dat eerst toe")
    return parent


def read_or_none(text: str) -> dict[str, type_value] | None:
    """What a text holds; None when it cannot be read without a finding."""
    try:
        return read_checked(text, "")
    except EditError:
        return None


def _at(inhoud: Any, path: type_path) -> Any:
    for part in path:
        try:
            inhoud = inhoud[part]
        except (KeyError, IndexError, TypeError):
            return WEG
    return inhoud


def _put(inhoud: Any, path: type_path, value: Any) -> None:
    _at(inhoud, path[:-1])[path[-1]] = value


def _drop(inhoud: Any, path: type_path) -> None:
    del _at(inhoud, path[:-1])[path[-1]]


def is_same(one: object, other: object) -> bool:
    """Whether two readings hold the same, whatever the order of their keys; 1 is not true."""
    first, second = (json.dumps(side, sort_keys=True) for side in (one, other))
    return first == second


def _verify(edited: str, read: object, meant: object, bestand: str, path: type_path) -> str:
    """The edited text, when it reads as was meant."""
    if read is None or not is_same(read, meant):
        melding = f"{bestand}: '{path[-1]}' is niet te veranderen zonder de rest te raken"
        raise EditError(melding, MET_DE_HAND)
    return edited
