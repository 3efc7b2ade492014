"""Values as they are typed in YAML: quotes only where they must be, long texts over lines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from generator.edit.bestand import EditError
from generator.load.guard import unify_line_ends
from generator.load.yaml_document import parse_yaml, type_value

REGELBREEDTE: Final = 100
"""Letters on a line of a long text, its indent included; as the sample data are written."""

type_scalar = str | int | bool | Decimal
type_field = type_scalar | tuple[type_scalar, ...]
type_record = Mapping[str, "type_field | type_record | tuple[type_record, ...] | None"]


def clean(value: type_scalar) -> type_scalar:
    """A value as it will be read back: without spaces around it, nor around its paragraphs."""
    if not isinstance(value, str):
        return value
    return "\n".join(line.strip() for line in unify_line_ends(value).strip().split("\n"))


def reads_as(read: type_value, value: type_field) -> bool:
    """Whether what is read is what was meant; `12` and a text of those digits are the same."""
    if isinstance(value, tuple):
        if not isinstance(read, list) or len(read) != len(value):
            return False
        return all(reads_as(part, meant) for part, meant in zip(read, value, strict=True))
    if isinstance(value, bool) or isinstance(read, bool):
        return read is value
    if isinstance(read, str | int):
        return str(read) == (_write_number(value) if isinstance(value, Decimal) else str(value))
    return False


def write_scalar(value: type_scalar, stijl: str = "", *, in_flow: bool = False) -> str:
    """A value as it stands behind a key, on one line.

    Args:
        value: what to write; a Decimal gets a decimal comma, a bool is `true` or `false`.
        stijl: the quote that it had, `"` or `'`, which it keeps; "" for quotes only when needed.
        in_flow: whether it stands between brackets, where a comma ends it.

    Raises:
        EditError: it holds a letter that no file may hold.
    """
    value = clean(value)
    for written in _propose(value, stijl):
        snippet = f"k: [{written}]\n" if in_flow else f"k: {written}\n"
        document, findings = parse_yaml(snippet, "")
        read = document.inhoud.get("k") if document and not findings else None
        if reads_as(read, (value,) if in_flow else value):
            return written
    melding = "in deze waarde staat een teken dat niet in een bestand past"
    raise EditError(melding, "typ de tekst opnieuw; het teken komt meestal mee bij plakken")


def _propose(value: type_scalar, stijl: str) -> Iterator[str]:
    if not isinstance(value, str):
        plain = _write_number(value)
        yield from (plain, f'"{plain}"')
        return
    single = "'" + value.replace("'", "''") + "'"
    double = json.dumps(value, ensure_ascii=False)
    is_one_line = "\n" not in value
    if is_one_line and stijl == "'":
        yield single
    if is_one_line and stijl != '"':
        yield value
    if is_one_line and ('"' in value or "\\" in value) and stijl != '"':
        yield single
    yield from (double, json.dumps(value))


def _write_number(value: type_scalar) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(value, "f").replace(".", ",") if isinstance(value, Decimal) else str(value)


def write_list(values: tuple[type_scalar, ...]) -> str:
    """A list between brackets, on one line."""
    return f"[{', '.join(write_scalar(value, in_flow=True) for value in values)}]"


def write_long(text: str, indent: int, old: str = "") -> str:
    """The lines of a long text, each behind `indent` spaces; a blank line between paragraphs.

    Lines of `old`, which stood there, are kept as long as they say the same: a word that changes
    changes one line.
    """
    margin = " " * indent
    room = max(REGELBREEDTE - indent, 20)
    before = _split_paragraphs(old)
    lines: list[str] = []
    for index, paragraph in enumerate(text.split("\n")):
        lines += [""] * (index > 0)
        near = before[index] if index < len(before) else []
        same = next((one for one in before if " ".join(one) == paragraph), near)
        lines += _wrap(paragraph, room, same) if paragraph else []
    return "\n".join(f"{margin}{line}" if line else "" for line in lines)


def _split_paragraphs(old: str) -> list[list[str]]:
    """The lines of each paragraph of a long text as it stood in the file."""
    paragraphs: list[list[str]] = [[]]
    for line in old.split("\n"):
        if line.strip(" "):
            paragraphs[-1].append(line.strip(" "))
        else:
            paragraphs.append([])
    return paragraphs


def _wrap(paragraph: str, room: int, old: list[str]) -> list[str]:
    """A paragraph in lines of at most `room` letters, with the old ones at begin and end."""
    head = 0
    while head < len(old) and f"{paragraph} ".startswith(" ".join([*old[: head + 1], ""])):
        head += 1
    begin = " ".join([*old[:head], ""]) if head else ""
    rest = paragraph[len(begin) :]
    tail = len(old)
    while tail > head and f" {rest}".endswith(" ".join(["", *old[tail - 1 :]])):
        tail -= 1
    # As many lines as stood there: then the rest can stay. Else one line more is filled anew.
    while True:
        end = " ".join(old[tail:])
        filled = _fill(rest[: len(rest) - len(end)].strip(" "), room)
        if tail == len(old) or len(filled) == tail - head:
            return [*old[:head], *filled, *old[tail:]]
        tail += 1


def _fill(text: str, room: int) -> list[str]:
    """Lines of at most `room` letters, broken at single spaces only."""
    lines: list[str] = []
    # Two spaces in a row are part of what was typed: no line may end or begin with one.
    for word in text.replace("  ", " \0").split(" ") if text else ():
        glued = word.startswith("\0")
        if lines and (glued or len(lines[-1]) + 1 + len(word) <= room):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return [line.replace("\0", " ") for line in lines]


def write_fields(fields: type_record, indent: int = 0) -> list[str]:
    """The lines of a record, a field each, in the order of `fields`; None is left out."""
    lines: list[str] = []
    margin = " " * indent
    for key, value in fields.items():
        if isinstance(value, Mapping):
            lines += [f"{margin}{key}:", *write_fields(value, indent + 2)]
        elif isinstance(value, tuple) and value and isinstance(value[0], Mapping):
            lines.append(f"{margin}{key}:")
            for item in value:
                lines += write_item(item, indent + 2)
        elif value is not None and value != ():
            lines += write_field(key, value, indent)  # type: ignore[arg-type]  # a tuple of records went above
    return lines


def write_item(fields: type_record, indent: int) -> list[str]:
    """The lines of a record in a list; the first begins with a dash."""
    first, *rest = write_fields(fields, indent + 2)
    return [f"{' ' * indent}- {first[indent + 2 :]}", *rest]


def write_field(key: str, value: type_field, indent: int) -> list[str]:
    """The lines of one field: on one line, or below it what does not fit."""
    margin = " " * indent
    if isinstance(value, tuple):
        line = f"{margin}{key}: {write_list(value)}"
        if len(line) <= REGELBREEDTE:
            return [line]
        return [f"{margin}{key}:", *(f"{margin}  - {write_scalar(one)}" for one in value)]
    value = clean(value)
    line = f"{margin}{key}: {write_scalar(value)}"
    if is_long(value, line):
        return [f"{margin}{key}: >-", *write_long(str(value), indent + 2).split("\n")]
    return [line]


def is_long(value: type_scalar, line: str) -> bool:
    """Whether a value is a text for more lines, given the line that would hold it."""
    fits = len(line) <= REGELBREEDTE
    return isinstance(value, str) and ("\n" in value or (not fits and " " in value))
