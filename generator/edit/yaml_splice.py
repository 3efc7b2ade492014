"""What to cut from a YAML text and what to put there, for one change of one field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from generator.edit.bestand import EditError
from generator.edit.yaml_tree import (
    LANGE_TEKST,
    Node,
    find_column,
    find_entry_end,
    find_line_end,
    find_line_start,
)
from generator.edit.yaml_write import (
    is_long,
    reads_as,
    type_field,
    type_scalar,
    write_field,
    write_list,
    write_long,
    write_scalar,
)
from generator.load.yaml_document import type_value

type_splice = tuple[int, int, str]
"""Begin and end of what goes, and what comes in its place."""
_OPMERKING = re.compile(r"[ \t]+#.*")
MET_DE_HAND = "pas dit bestand met de hand aan"


def apply_splices(text: str, splices: Sequence[type_splice]) -> str:
    """The text with every splice made; they do not overlap."""
    for start, end, new in sorted(splices, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _first_key(node: Node) -> str | int:
    return next(iter(node.sleutels))


def _column(text: str, parent: Node) -> int:
    """Where the keys of a record, or the dashes of a list, stand on their lines."""
    return find_column(text, parent.sleutels[_first_key(parent)])


# -- away ----------------------------------------------------------------------------------------


def splice_away(text: str, parent: Node, key: str | int) -> type_splice:
    """Take a field, or a position of a list, away with its lines."""
    keys = list(parent.sleutels)
    if len(keys) == 1:
        melding = f"'{key}' is het enige dat hier staat"
        raise EditError(melding, "haal het hele blok weg, of vul iets anders in")
    index = keys.index(key)
    node = (parent.delen or {})[key]
    start = parent.sleutels[key]
    begin_line = find_line_start(text, start)
    following = keys[index + 1] if index + 1 < len(keys) else None
    if not parent.stijl and not text[begin_line:start].strip():
        return cut_lines(text, begin_line, find_entry_end(text, node, start - begin_line))
    if following is not None:
        end = parent.sleutels[following]
        gap = text[node.end : end] if parent.stijl else text[find_line_end(text, node.end) : end]
    else:
        start, end = (parent.delen or {})[keys[index - 1]].end, node.end
        gap = text[start : parent.sleutels[key]]
    if "#" in gap:
        raise EditError(f"bij '{key}' staat een opmerking tussen de velden", MET_DE_HAND)
    return start, end, ""


def cut_lines(text: str, start: int, end: int) -> type_splice:
    """Take whole lines away: `start` begins the first, `end` ends the last before its LF."""
    if end < len(text):
        return start, end + 1, ""
    return max(start - 1, 0), end, ""


# -- new -----------------------------------------------------------------------------------------


def splice_new(
    text: str, parent: Node, key: str, value: type_field, order: Sequence[str]
) -> type_splice:
    """Add a field behind the nearest one that stands before it in `order`, else at the end."""
    if parent.stijl:
        return _splice_in_flow(parent, key, value)
    column = _column(text, parent)
    return splice_lines(text, parent, key, write_field(key, value, column), order)


def splice_lines(
    text: str, parent: Node, key: str, lines: Sequence[str], order: Sequence[str]
) -> type_splice:
    """Add the lines of a field to a record, at its place in `order`."""
    column = _column(text, parent)
    earlier = order[: order.index(key)] if key in order else list(parent.sleutels)
    near = next((name for name in reversed(earlier) if name in parent.sleutels), None)
    if near is not None:
        end = find_entry_end(text, (parent.delen or {})[near], column)
        return end, end, "".join(f"\n{line}" for line in lines)
    start = parent.sleutels[_first_key(parent)]
    # The first key may stand behind a dash: the indent of the new one is there already.
    return start, start, "\n".join(lines)[column:] + "\n" + " " * column


def _splice_in_flow(parent: Node, key: str, value: type_field) -> type_splice:
    keys = list(parent.sleutels)
    if not keys:
        raise EditError(f"'{key}' past niet in lege haken", MET_DE_HAND)
    written = write_list(value) if isinstance(value, tuple) else write_scalar(value, in_flow=True)
    end = (parent.delen or {})[keys[-1]].end
    return end, end, f", {key}: {written}"


# -- other ---------------------------------------------------------------------------------------


def splice_value(
    text: str, parent: Node, key: str | int, value: type_field, read: object
) -> list[type_splice]:
    """Put another value where one stands, in the form that it has; `read` is what it says."""
    node = (parent.delen or {})[key]
    column = find_column(text, parent.sleutels[key])
    if isinstance(value, tuple):
        return _splice_list(text, key, node, value, read)
    if node.delen is not None:
        what = "een lijst" if node.is_list else "een blok met velden"
        raise EditError(f"bij '{key}' staat {what}, en geen enkele waarde", MET_DE_HAND)
    return [_splice_scalar(text, node, value, None if parent.stijl else column + 2)]


def _splice_scalar(text: str, node: Node, value: type_scalar, indent: int | None) -> type_splice:
    """Another scalar; `indent` is that of a long text below its key, None where none may stand."""
    was_long = bool(node.stijl) and node.stijl in LANGE_TEKST
    header = find_line_end(text, node.start)
    end = find_line_end(text, node.end)
    behind = text[node.start : header] if was_long else text[node.end : end]
    found = _OPMERKING.search(behind)
    comment = found.group().rstrip() if found else ""
    gap = " " if text[node.start - 1 : node.start] in {":", "-"} else ""
    line = write_scalar(value, "" if was_long else node.stijl, in_flow=indent is None)
    before = text[find_line_start(text, node.start) : node.start]
    is_text = indent is not None and isinstance(value, str)
    if is_text and (was_long or is_long(value, before + gap + line)):
        old = text[header + 1 : node.end] if was_long else ""
        below = write_long(str(value), indent or 0, old)
        return node.start, end, f"{gap}>-{comment}\n{below}"
    return node.start, node.end, gap + line + (comment if was_long else "")


def _splice_list(
    text: str, key: str | int, node: Node, values: tuple[type_scalar, ...], read: object
) -> list[type_splice]:
    if node.delen is None:
        gap = " " if text[node.start - 1 : node.start] == ":" else ""
        return [(node.start, node.end, gap + write_list(values))]
    if not node.is_list or any(part.delen is not None for part in node.delen.values()):
        raise EditError(f"bij '{key}' staan blokken met velden", MET_DE_HAND)
    if not node.stijl and isinstance(read, list):
        return list(_splice_items(text, node, values, read))
    if "\n" in text[node.start : node.end] and "#" in text[node.start : node.end]:
        raise EditError(f"in de lijst bij '{key}' staan opmerkingen", MET_DE_HAND)
    return [(node.start, node.end, write_list(values))]


def _splice_items(
    text: str, node: Node, values: tuple[type_scalar, ...], read: list[type_value]
) -> Iterator[type_splice]:
    """The lines of a list that change; a position that stays keeps its line and its comment."""
    parts = list((node.delen or {}).values())
    dashes = list(node.sleutels.values())
    column = find_column(text, dashes[0])
    new = [write_scalar(value) for value in values]
    old = [f"{index} {text[part.start : part.end]}" for index, part in enumerate(parts)]
    known = [
        next((line for line, one in zip(old, read, strict=True) if reads_as(one, value)), "")
        for value in values
    ]
    for action, begin, end, new_begin, new_end in SequenceMatcher(a=old, b=known).get_opcodes():
        if action == "equal":
            continue
        both = min(end - begin, new_end - new_begin)
        for step in range(both):
            part = parts[begin + step]
            yield part.start, part.end, new[new_begin + step]
        for gone in range(begin + both, end):
            line = find_line_start(text, dashes[gone])
            if text[line : dashes[gone]].strip():
                raise EditError("deze lijst begint achter een streepje", MET_DE_HAND)
            yield cut_lines(text, line, find_entry_end(text, parts[gone], column))
        lines = [f"{' ' * column}- {one}" for one in new[new_begin + both : new_end]]
        if lines and begin + both:
            place = find_entry_end(text, parts[begin + both - 1], column)
            yield place, place, "".join(f"\n{line}" for line in lines)
        elif lines:
            yield dashes[0], dashes[0], "\n".join(lines)[column:] + "\n" + " " * column
