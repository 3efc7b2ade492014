"""Where every part of a YAML text begins and ends, so that it can be replaced and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final

from yaml._yaml import CParser
from yaml.events import MappingEndEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from generator.edit.bestand import EditError
from generator.load.yaml_document import parse_yaml, type_value
from generator.model.basis import type_path

LANGE_TEKST: Final = ">|"
"""How the value of a text over more lines begins."""
_OPMERKING = re.compile(r"[ \t]*#")


@dataclass(slots=True)
class Node:
    """One value in a YAML text.

    Attributes:
        start: where it begins, counted in letters from 0.
        end: where its own letters end; a comment behind it does not belong to it.
        stijl: `"`, `'`, `>` or `|` of a scalar, `[` or `{` of a collection in brackets, else "".
        delen: the values in it, by key or position; None for a scalar.
        sleutels: where each key begins, or the dash of each position in a list of lines.
    """

    start: int
    end: int
    stijl: str = ""
    delen: dict[str | int, Node] | None = None
    sleutels: dict[str | int, int] = field(default_factory=dict)
    is_list: bool = False

    def at(self, path: type_path) -> Node | None:
        """The value at a path below this one; None when it is not there."""
        here: Node | None = self
        for part in path:
            here = (here.delen or {}).get(part) if here else None
        return here


def read_checked(text: str, bestand: str) -> dict[str, type_value]:
    """What a text holds.

    Raises:
        EditError: it cannot be read without a finding; such a text is not edited.
    """
    document, findings = parse_yaml(text, bestand)
    if document is None or findings:
        first = findings[0]
        raise EditError(f"{first.plek}: {first.melding}", f"herstel dit eerst: {first.oplossing}")
    return document.inhoud


def build_tree(text: str) -> Node:
    """The root of a text that `read_checked` could read."""
    parser: Any = CParser(text)  # PyYAML's stubs do not describe the events of its C parser
    parser.get_event()
    parser.get_event()
    return _build(text, parser, parser.get_event())


def _build(text: str, parser: Any, event: Any) -> Node:
    start, end = event.start_mark.index, event.end_mark.index
    if isinstance(event, ScalarEvent):
        if event.style and event.style in LANGE_TEKST:
            written = text[start:end].rstrip(" \n")
            end = find_line_end(text, start + len(written))
        return Node(start, end, event.style or "")
    is_list = isinstance(event, SequenceStartEvent)
    bracket = text[start] if event.flow_style else ""
    node = Node(start, start, bracket, {}, is_list=is_list)
    delen = node.delen = {}
    close = SequenceEndEvent if is_list else MappingEndEvent
    while not isinstance(event := parser.get_event(), close):
        key: str | int = len(delen) if is_list else event.value
        node.sleutels[key] = event.start_mark.index
        if is_list and not bracket:
            node.sleutels[key] = _find_dash(text, node)
        delen[key] = _build(text, parser, event if is_list else parser.get_event())
        node.end = delen[key].end
    mark: Any = event.end_mark
    node.end = mark.index if bracket else node.end
    return node


def _find_dash(text: str, node: Node) -> int:
    """Where the dash of the next position of a list of lines stands."""
    if not node.delen:
        return node.start
    column = find_column(text, node.start)
    here = find_line_end(text, node.end)
    while text[here + 1 : here + 1 + column].strip() or text[here + 1 + column] != "-":
        here = find_line_end(text, here + 1)
    return here + 1 + column


def find_line_start(text: str, offset: int) -> int:
    """Where the line of a letter begins."""
    return text.rfind("\n", 0, offset) + 1


def find_line_end(text: str, offset: int) -> int:
    """Where the line of a letter ends: at its LF, or at the end of the text."""
    found = text.find("\n", offset)
    return len(text) if found < 0 else found


def find_column(text: str, offset: int) -> int:
    """How many letters stand before this one on its line."""
    return offset - find_line_start(text, offset)


def find_entry_end(text: str, node: Node, column: int) -> int:
    """Where the last line of a field or position ends, with the comments that stand inside it.

    Args:
        text: the whole text.
        node: the value of the field.
        column: where its key or dash stands; a comment that is indented further belongs to it.
    """
    end = here = find_line_end(text, node.end)
    while here < len(text):
        line = text[here + 1 : find_line_end(text, here + 1)]
        if line.strip() and not (_OPMERKING.match(line) and line.index("#") > column):
            break
        here += 1 + len(line)
        if line.strip():
            end = here
    return end
