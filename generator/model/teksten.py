"""Texts: every text of a record, and the placeholders that writers leave in one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BeforeValidator

from generator.model.basis import PUBLIEK, Model, is_public, list_nested, type_path
from generator.model.waarden import parse_tekst

# Capitals only where the small letters are a word or part of a name.
_WOORD = re.compile(
    r"(?<![\w.])(?:TODO|TBD|XXX|(?i:lorem\s+ipsum)|[Nn]\.\s?[Tt]\.\s?[Bb]\b\.?)(?!\w)"
)
_ALLEEN_PUNTEN = re.compile(r"^[ \t]*(\.{3,}|…)[ \t]*$", re.MULTILINE)


def find_plaatshouders(text: str) -> list[tuple[int, str]]:
    """Every placeholder in a text, as (offset, what stands there).

    Three dots count only where they are all there is: of a value, or of a line of prose.
    """
    words = [(found.start(), found.group()) for found in _WOORD.finditer(text)]
    dots = [(found.start(1), found.group(1)) for found in _ALLEEN_PUNTEN.finditer(text)]
    return sorted(words + dots)


def iter_teksten(record: Model, *, is_shown: bool = True) -> Iterator[tuple[type_path, str, bool]]:
    """Every text in a record and in what it holds: its path, its words, whether everyone sees it.

    Args:
        record: a record, with what is nested in it.
        is_shown: whether everyone sees what the record is part of.
    """
    cls = type(record)
    if "zichtbaarheid" in cls.model_fields or cls.altijd_publiek or cls.openbaar_met:
        is_shown = is_shown and is_public(record)
    for name, field_is_public in _list_teksten(cls):
        value = getattr(record, name)
        many = isinstance(value, tuple)
        for index, text in enumerate(value if many else [value]):
            if text is not None:
                yield ((name, index) if many else (name,)), text, is_shown and field_is_public
    for name in list_nested(cls):
        value = getattr(record, name)
        inside = is_shown and PUBLIEK in cls.model_fields[name].metadata
        many = isinstance(value, tuple)
        for index, inner in enumerate(value if many else [value]):
            if isinstance(inner, Model):
                for path, text, shown in iter_teksten(inner, is_shown=inside):
                    yield ((name, index, *path) if many else (name, *path)), text, shown


@cache
def list_tekstvelden(cls: type[Model]) -> frozenset[str]:
    """The fields of a class that hold text."""
    return frozenset(name for name, _ in _list_teksten(cls))


@cache
def _list_teksten(cls: type[Model]) -> tuple[tuple[str, bool], ...]:
    """The fields of a class that hold text, and whether everyone may see them."""
    return tuple(
        (name, PUBLIEK in field.metadata)
        for name, field in cls.model_fields.items()
        if any(map(_is_tekst, field.metadata)) or _holds_tekst(field.annotation)
    )


def _is_tekst(mark: object) -> bool:
    return isinstance(mark, BeforeValidator) and mark.func is parse_tekst


def _holds_tekst(annotation: Any) -> bool:
    """Whether a type is text, text or nothing, or a list of texts."""
    return any(_is_tekst(part) or _holds_tekst(part) for part in get_args(annotation))
