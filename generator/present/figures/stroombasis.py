"""What the figures of material flows share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from generator.derive.feiten import Feiten
from generator.derive.feiten.stromen import Stroombeeld
from generator.present.charts import type_figure
from generator.present.figures.basis import Figuur, tell_afkomst
from generator.present.figures.stroomzinnen import GEEN_STROMEN
from generator.present.formats import round_half_up
from generator.present.tables import Kolom, Tabel, type_cell


def round_cell(value: Decimal | None, decimalen: int = 1) -> Decimal | None:
    """A computed number as a table shows it; shares with one decimal."""
    return None if value is None else round_half_up(value, decimalen)


def make_figuur(  # noqa: PLR0913 - a figure has these parts, all named
    feiten: Feiten,
    naam: str,
    *,
    titel: str,
    zin: Callable[[Stroombeeld], str],
    kolommen: Sequence[Kolom],
    rijen: Callable[[Stroombeeld], Sequence[tuple[type_cell, ...]]],
    grafiek: Callable[[Stroombeeld], type_figure] | None = None,
    trappen: Callable[[Stroombeeld], tuple[tuple[int | None, ...], ...]] | None = None,
    is_hoog: bool = False,
) -> Figuur:
    """A figure of the flows; without any flow a sentence that says so."""
    analyse = feiten.programma.grondstofstromen
    if feiten.stromen is None or analyse is None:
        return Figuur(naam, titel, GEEN_STROMEN, None, Tabel(naam, titel, tuple(kolommen), ()))
    beeld = feiten.stromen.beeld
    afkomst = tell_afkomst(feiten, analyse, *beeld.afkomst)
    steps = trappen(beeld) if trappen else ()
    title = f"{titel}, {beeld.jaar} ({beeld.schaal.naam})"
    return Figuur(
        naam=naam,
        titel=titel,
        zin=zin(beeld),
        grafiek=grafiek(beeld) if grafiek else None,
        tabel=Tabel(naam, title, tuple(kolommen), tuple(rijen(beeld)), steps),
        bronnen=afkomst.bronnen,
        stand=afkomst.stand,
        is_illustratief=afkomst.is_illustratief,
        is_hoog=is_hoog,
    )


def tidy(value: Decimal | None) -> Decimal | None:
    """An exact number without the zeros that adding leaves at its end."""
    return None if value is None else Decimal(format(value.normalize(), "f")) + 0
