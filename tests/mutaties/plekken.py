"""What stands where in a YAML file, read by PyYAML alone: no code of the program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode


@dataclass(frozen=True, slots=True)
class Veld:
    """A field with one value on one line.

    Attributes:
        sleutel: its name; for an item of a list, that of the list.
        regel: the line, from 0.
        begin: where the value begins on that line.
        eind: where it ends.
        record: first and last line of the record that it is in.
        in_lijst: whether it is an item of a list.
        waarde: what it says.
    """

    sleutel: str
    regel: int
    begin: int
    eind: int
    record: tuple[int, int]
    in_lijst: bool
    waarde: str


@dataclass(frozen=True, slots=True)
class Sleutel:
    """A name of a field: its line from 0, where it begins, and its record."""

    naam: str
    regel: int
    begin: int
    record: tuple[int, int]
    is_kort: bool


def read_nodes(text: str) -> tuple[list[Veld], list[Sleutel]]:
    """Every field with a short value, and every name of a field."""
    velden: list[Veld] = []
    sleutels: list[Sleutel] = []
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    for key, value, record in _walk(root, (0, len(text.splitlines()) - 1)):
        mark = key.start_mark
        short = isinstance(value, ScalarNode) and value.start_mark.line == value.end_mark.line
        sleutels.append(Sleutel(key.value, mark.line, mark.column, record, short))
        items = value.value if isinstance(value, SequenceNode) else [value]
        for item in items:
            is_one_line = item.start_mark.line == item.end_mark.line
            if isinstance(item, ScalarNode) and item.value and is_one_line:
                start, end = item.start_mark, item.end_mark
                in_lijst = item is not value
                place = (start.line, start.column, end.column, record, in_lijst, item.value)
                velden.append(Veld(key.value, *place))
    return velden, sleutels


def _walk(
    node: Node | None, record: tuple[int, int]
) -> Iterator[tuple[ScalarNode, Node, tuple[int, int]]]:
    if isinstance(node, SequenceNode):
        for item in node.value:
            end = item.end_mark.line - (item.end_mark.column == 0 or item.end_mark.line > record[1])
            yield from _walk(item, (item.start_mark.line, max(item.start_mark.line, end)))
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            yield key, value, record
            yield from _walk(value, record)
