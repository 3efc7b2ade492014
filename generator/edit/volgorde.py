"""The fields of each record in the order of the model, with the comments above them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.edit.yaml_splice import apply_splices, type_splice
from generator.edit.yaml_tree import (
    Node,
    build_tree,
    find_column,
    find_entry_end,
    find_line_start,
)
from generator.model.basis import Model, find_model
from generator.model.velden import iter_fields


def order_fields(text: str, cls: type[Model], lijst: str = "") -> str:
    """The text with the fields of every record in the order of its class.

    A record between brackets, or with a field that its class does not have, stays as it is.

    Args:
        text: a YAML text that can be read.
        cls: the class of its records.
        lijst: the one key of the text, when it is a list of such records.
    """
    depth = max((depth for depth, _, _ in _list_records(text, cls, lijst)), default=-1)
    # The deepest first: what they move stays inside the field that holds them.
    for level in range(depth, -1, -1):
        found = (
            _order(text, node, one)
            for depth, node, one in _list_records(text, cls, lijst)
            if depth == level
        )
        text = apply_splices(text, [splice for splice in found if splice])
    return text


def _list_records(text: str, cls: type[Model], lijst: str) -> list[tuple[int, Node, type[Model]]]:
    root = build_tree(text)
    if not lijst:
        return list(_iter_records(root, cls, 0))
    items = root.at((lijst,))
    return [
        record
        for item in ((items.delen or {}).values() if items else ())
        for record in _iter_records(item, cls, 0)
    ]


def _iter_records(
    node: Node, cls: type[Model], depth: int
) -> Iterator[tuple[int, Node, type[Model]]]:
    """A record and those in it, each with how deep it lies and its class."""
    if node.delen is None or node.is_list:
        return
    yield depth, node, cls
    for key, value in node.delen.items():
        info = cls.model_fields.get(str(key))
        inner = find_model(info.annotation) if info else None
        if inner:
            items = (value.delen or {}).values() if value.is_list else (value,)
            for item in items:
                yield from _iter_records(item, inner, depth + 1)


def _order(text: str, node: Node, cls: type[Model]) -> type_splice | None:
    """What puts the fields of one record in order; None when they are, or cannot be moved."""
    names = [name for name, _ in iter_fields(cls, frozenset())]
    keys = [str(key) for key in node.sleutels]
    if node.stijl or not set(keys) <= set(names):
        return None
    wanted = sorted(keys, key=names.index)
    if wanted == keys:
        return None
    start = node.sleutels[keys[0]]
    column = find_column(text, start)
    begin_line = find_line_start(text, start)
    above = text[:begin_line].rstrip("\n").rsplit("\n", 1)[-1]
    stands_alone = not text[begin_line:start].strip()
    if wanted[0] != keys[0] and stands_alone and above.lstrip().startswith("#"):
        # Nobody can tell whether it is about the first field or about the whole file.
        return None
    chunks, blanks = _cut(text, node, keys, column)
    first = chunks[wanted[0]]
    if not stands_alone and first.lstrip().startswith("#"):
        return None
    lines = "\n".join(
        blank + chunks[key] for blank, key in zip(blanks, wanted, strict=True)
    ).lstrip(" ")
    return start, find_entry_end(text, (node.delen or {})[keys[-1]], column), lines


def _cut(
    text: str, node: Node, keys: Sequence[str], column: int
) -> tuple[dict[str, str], list[str]]:
    """The lines of each field with the comments above it, and the blank lines before each place."""
    delen = node.delen or {}
    ends = {key: find_entry_end(text, delen[key], column) for key in keys}
    chunks = {keys[0]: " " * column + text[node.sleutels[keys[0]] : ends[keys[0]]]}
    blanks = [""]
    for before, key in pairwise(keys):
        lines = text[ends[before] + 1 : ends[key]]
        chunk = lines.lstrip("\n")
        blanks.append("\n" * (len(lines) - len(chunk)))
        chunks[key] = chunk
    return chunks, blanks
