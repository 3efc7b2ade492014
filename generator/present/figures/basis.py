"""A figure in its three forms, and what makers of figures share."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from generator.derive.feiten import Feiten
from generator.model.basis import Herkomst
from generator.model.herkomst import Herkomstvelden, inherit
from generator.present.charts import type_figure
from generator.present.formats import format_periode
from generator.present.tables import Tabel


@dataclass(frozen=True, slots=True)
class Figuur:
    """One figure in its three forms: a sentence, a picture and a table that say the same.

    Attributes:
        grafiek: the picture; None for a matrix, which is a table with its values in the cells.
        bronnen: the sources, as readers see them.
        stand: when the numbers held, as readers see it.
        is_hoog: whether the picture needs more height than others.
    """

    naam: str
    titel: str
    zin: str
    grafiek: type_figure | None
    tabel: Tabel
    bronnen: tuple[str, ...] = ()
    definitie: str | None = None
    is_illustratief: bool = False
    stand: str | None = None
    is_hoog: bool = False

    @property
    def script_bestand(self) -> str:
        """The file with the figure's data; a script, because a page from a disk cannot fetch."""
        return f"figuren/{self.naam}.js"

    def as_script(self) -> str:
        """The figure for the chart script; the same figure always gives the same text."""
        text = json.dumps(self.grafiek, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return f"circulair.figuur({json.dumps(self.naam)},{text});\n"


@dataclass(frozen=True, slots=True)
class Cijfer:
    """One number in words, for in a sentence."""

    tekst: str
    is_illustratief: bool = False


type_maker = Callable[[Feiten], Figuur]
type_part = TypeVar("type_part")


@dataclass(frozen=True, slots=True)
class Afkomst:
    """Where the numbers of a figure come from, in words."""

    bronnen: tuple[str, ...]
    stand: str | None
    is_illustratief: bool


def tell_afkomst(feiten: Feiten, around: Herkomstvelden, *own: Herkomstvelden) -> Afkomst:
    """The sources, the moment and whether any number is an example.

    Args:
        feiten: the facts of the edition.
        around: the part that holds the numbers.
        own: the rows, where they may differ from the part; without rows the part itself.
    """
    gegevens = feiten.programma.gegevens
    found = [inherit(item, around, gegevens) for item in own] or [inherit(around, gegevens)]
    names = {bron.id: f"{bron.organisatie}, {bron.titel}" for bron in feiten.programma.bronnen}
    moments = {item.peildatum for item in found if item.peildatum}
    return Afkomst(
        bronnen=_list_unique(names.get(item.bron or "") for item in found),
        stand=format_periode(moments.pop()) if len(moments) == 1 else None,
        is_illustratief=any(item.herkomst is Herkomst.ILLUSTRATIEF for item in found),
    )


def _list_unique(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def require(part: type_part | None) -> type_part:
    """The facts of a part that the programme has; its figures are only asked for when it does.

    Raises:
        LookupError: the programme does not have the part.
    """
    if part is None:
        message = "a figure of a part that the programme does not have"
        raise LookupError(message)
    return part
