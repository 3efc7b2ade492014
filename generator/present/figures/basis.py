"""A figure in its three forms, and what makers of figures share."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from generator.derive.feiten import Feiten
from generator.model.basis import Herkomst
from generator.model.herkomst import Herkomstvelden, inherit
from generator.model.programma import Programma
from generator.present.charts.basis import type_figure
from generator.present.charts.maten import Maten, measure
from generator.present.formats import format_datum, format_periode
from generator.present.tables import Kolom, Tabel, type_rijen, type_trappen

MEESTE_RIJEN: Final = 12
"""A table with more rows than this, and nothing to see in its colours, is not unfolded."""


@dataclass(frozen=True, slots=True)
class Afkomst:
    """Where the numbers of a figure come from.

    Attributes:
        bronnen: the sources, as readers see them.
        stand: when the numbers held, as readers see it; None where that differs or is unknown.
        is_illustratief: whether any number is an example.
    """

    bronnen: tuple[str, ...] = ()
    stand: str | None = None
    is_illustratief: bool = False


@dataclass(frozen=True, slots=True)
class Figuur:
    """One figure in its three forms: a sentence, a picture and a table that say the same.

    Attributes:
        grafiek: the picture; None for a matrix, which is a table with its values in the cells.
        definitie: what is measured, where the sentence does not say so.
        is_hoog: whether the picture needs more height than others.
    """

    naam: str
    titel: str
    zin: str
    grafiek: type_figure | None
    tabel: Tabel
    afkomst: Afkomst = Afkomst()
    definitie: str | None = None
    is_hoog: bool = False

    @property
    def bronnen(self) -> tuple[str, ...]:
        """The sources of its numbers, as readers see them."""
        return self.afkomst.bronnen

    @property
    def stand(self) -> str | None:
        """When its numbers held, as readers see it."""
        return self.afkomst.stand

    @property
    def is_illustratief(self) -> bool:
        """Whether any of its numbers is an example."""
        return self.afkomst.is_illustratief

    @property
    def script_bestand(self) -> str:
        """The file with the figure's data; a script, because a page from a disk cannot fetch."""
        return f"figuren/{self.naam}.js"

    @property
    def maten(self) -> Maten | None:
        """How high the picture is; None where there is nothing to draw."""
        if not (self.grafiek and self.grafiek["data"]):
            return None
        return measure(self.grafiek, is_hoog=self.is_hoog)

    @property
    def is_lang(self) -> bool:
        """Whether the table is a long one without colours, that folds away under its sentence."""
        return not self.tabel.trappen and len(self.tabel.rijen) > MEESTE_RIJEN

    def as_script(self) -> str:
        """The figure for the chart script; the same figure always gives the same text."""
        made = dict(self.grafiek or {})
        if maten := self.maten:
            made |= maten._asdict()
        text = json.dumps(made, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return f"circulair.figuur({json.dumps(self.naam)},{text});\n"


def count_now(feiten: Feiten) -> Afkomst:
    """Where a count of the programme itself comes from: the programme on the day of the stand."""
    return Afkomst(stand=format_datum(feiten.peildatum))


@dataclass(frozen=True, slots=True)
class Cijfer:
    """One number in words, for in a sentence."""

    tekst: str
    is_illustratief: bool = False


type_maker = Callable[[Feiten], Figuur]
type_part = TypeVar("type_part")


@dataclass(frozen=True, slots=True)
class Grondslag(Generic[type_part]):
    """What the figures of one part of the programme are made from.

    Attributes:
        leeg: the sentence where there is nothing to show.
        deel: the facts of the part; None where there is nothing to show.
        bij: what the title of a table adds: of when the numbers are, and of what.
    """

    leeg: str
    deel: type_part | None = None
    afkomst: Afkomst = Afkomst()
    bij: str = ""


def make_figuur(  # noqa: PLR0913 - a figure has these parts, all named
    grondslag: Grondslag[type_part],
    naam: str,
    *,
    titel: str,
    zin: Callable[[type_part], str],
    kolommen: Sequence[Kolom],
    rijen: Callable[[type_part], type_rijen],
    trappen: Callable[[type_part], type_trappen] = lambda _: (),
    grafiek: Callable[[type_part], type_figure | None] | None = None,
    is_hoog: bool = False,
) -> Figuur:
    """A figure of a part of the programme; where that is empty a sentence that says so."""
    deel = grondslag.deel
    if deel is None:
        return Figuur(naam, titel, grondslag.leeg, None, Tabel(naam, titel, tuple(kolommen), ()))
    return Figuur(
        naam=naam,
        titel=titel,
        zin=zin(deel),
        grafiek=grafiek(deel) if grafiek else None,
        tabel=Tabel(
            naam,
            f"{titel}, {grondslag.bij}" if grondslag.bij else titel,
            tuple(kolommen),
            tuple(rijen(deel)),
            tuple(trappen(deel)),
        ),
        afkomst=grondslag.afkomst,
        is_hoog=is_hoog,
    )


def tell_afkomst(feiten: Feiten, around: Herkomstvelden, *own: Herkomstvelden) -> Afkomst:
    """The sources, the moment and whether any number is an example.

    Args:
        feiten: the facts of the edition.
        around: the part that holds the numbers.
        own: the rows, where they may differ from the part; without rows the part itself.
    """
    programma = feiten.programma
    found = [inherit(item, around, programma.gegevens) for item in own or (around,)]
    moments = {item.peildatum for item in found if item.peildatum}
    return Afkomst(
        bronnen=list_bronnen(programma, found),
        stand=format_periode(moments.pop()) if len(moments) == 1 else None,
        is_illustratief=is_illustratief(found),
    )


def list_bronnen(programma: Programma, found: Sequence[Herkomstvelden]) -> tuple[str, ...]:
    """The sources of some numbers in words, each once, in the order of the numbers."""
    used = dict.fromkeys(item.bron for item in found if item.bron)
    return tuple(filter(None, (name_bron(programma, identifier) for identifier in used)))


def name_bron(programma: Programma, identifier: str) -> str | None:
    """A source as readers see it; None where the edition does not have it."""
    found = (bron for bron in programma.bronnen if bron.id == identifier)
    return next((f"{bron.organisatie}, {bron.titel}" for bron in found), None)


def is_illustratief(found: Sequence[Herkomstvelden]) -> bool:
    """Whether any of some numbers is an example."""
    return any(item.herkomst is Herkomst.ILLUSTRATIEF for item in found)


def require(part: type_part | None) -> type_part:
    """The facts of a part that the programme has; its figures are only asked for when it does.

    Raises:
        LookupError: the programme does not have the part.
    """
    if part is None:
        message = "a figure of a part that the programme does not have"
        raise LookupError(message)
    return part
