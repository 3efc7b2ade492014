"""Shapes: what a value looks like to who types it, in words and as a piece of JSON Schema.

The parser of a type decides; its shape stands beside it, for the editor and the manual. A shape may
admit more than the parser, and never less.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar

type_parse = TypeVar("type_parse", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Vorm:
    """What may stand somewhere.

    Attributes:
        woorden: for people, as in "wat er mag staan: een heel getal".
        schema: for editors; `patternErrorMessage` is what VS Code says of a wrong value.
    """

    woorden: str
    schema: Mapping[str, object]

    @property
    def kort(self) -> str:
        """The words for a table: without an example."""
        return self.woorden.partition(":")[0].partition(", bijvoorbeeld")[0].removeprefix("een ")


_VORMEN: Final[dict[Callable[..., Any], Vorm]] = {}


def vorm(woorden: str, **schema: object) -> Callable[[type_parse], type_parse]:
    """Give a parser its shape; where it has a pattern, the words are what an editor says."""
    if "pattern" in schema:
        schema["patternErrorMessage"] = f"Schrijf hier {woorden}."
    shape = Vorm(woorden, schema)

    def note(parse: type_parse) -> type_parse:
        _VORMEN[parse] = shape
        return parse

    return note


def find_vorm(parse: Callable[..., Any]) -> Vorm | None:
    """The shape of what a parser admits; None when nobody gave it one."""
    return _VORMEN.get(parse)
