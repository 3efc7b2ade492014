"""Figures of series: an indicator with its path, and a series of somebody else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from generator.derive.feiten import Feiten, Indicatorfeiten, Punt, Reeksfeiten
from generator.model.basis import Herkomst
from generator.present.charts.lines import chart_indicator, chart_reeks, list_tekening
from generator.present.figures.basis import (
    Afkomst,
    Cijfer,
    Figuur,
    is_illustratief,
    list_bronnen,
    name_bron,
)
from generator.present.formats import format_getal, format_periode, format_waarde, round_half_up
from generator.present.koers import count_digits, tell_oordeel
from generator.present.tables import Kolom, Tabel, type_cell
from generator.present.zinnen import tell_indicator, tell_reeks


def make_indicator(feiten: Feiten, naam: str, indicator: Indicatorfeiten) -> Figuur:
    """An indicator: what was measured, what the path asks, and intern what the pace would bring."""
    reeks = indicator.reeks
    table = _make_table(feiten, naam, reeks)
    by_year: dict[int, list[tuple[type_cell, ...]]] = {}
    for rij, punt in zip(table.rijen, reeks.punten, strict=True):
        by_year.setdefault(punt.jaar, []).append(rij)
    kolommen, ahead = _list_ahead(indicator)
    empty = (None,) * (len(table.kolommen) - 1)
    rijen = tuple(
        (*rij, *(cells.get(jaar) for cells in ahead))
        for jaar in sorted({*by_year, *(jaar for cells in ahead for jaar in cells)})
        for rij in by_year.get(jaar, [(jaar, *empty)])
    )
    return Figuur(
        naam=naam,
        titel=indicator.indicator.naam,
        zin=tell_indicator(indicator, feiten.peildatum, tell_oordeel(feiten, indicator)),
        grafiek=chart_indicator(indicator),
        tabel=Tabel(naam, table.titel, (*table.kolommen, *kolommen), rijen),
        afkomst=_tell_afkomst(feiten, reeks),
    )


def _list_ahead(
    indicator: Indicatorfeiten,
) -> tuple[list[Kolom], list[Mapping[int, Decimal]]]:
    """The columns that look ahead, with their cells by year: the path, and intern the pace."""
    digits = count_digits(indicator.op_pad.values(), indicator.indicator)
    on_path = {jaar: round_half_up(value, digits) for jaar, value in indicator.op_pad.items()}
    kolommen = [Kolom("Op het pad", is_getal=True, decimalen=digits)]
    drawn = list_tekening(indicator)
    if not drawn:
        return kolommen, [on_path]
    parts = [("Als het tempo zo blijft", {punt.jaar: punt.verwacht for punt in drawn})]
    if any(punt.laag != punt.hoog for punt in drawn):
        parts += [
            ("Bandbreedte van", {punt.jaar: punt.laag for punt in drawn}),
            ("Bandbreedte tot", {punt.jaar: punt.hoog for punt in drawn}),
        ]
    values = [value for _, cells in parts for value in cells.values()]
    digits = count_digits(values, indicator.indicator)
    kolommen += [Kolom(name, is_getal=True, decimalen=digits) for name, _ in parts]
    return kolommen, [on_path, *(cells for _, cells in parts)]


def make_reeks(feiten: Feiten, naam: str, reeks: Reeksfeiten) -> Figuur:
    """A series as somebody else published it."""
    return Figuur(
        naam=naam,
        titel=reeks.naam,
        zin=tell_reeks(reeks, feiten.peildatum),
        grafiek=chart_reeks(reeks),
        tabel=_make_table(feiten, naam, reeks),
        definitie=reeks.reeks.definitie if reeks.reeks else None,
        afkomst=_tell_afkomst(feiten, reeks),
    )


def _tell_afkomst(feiten: Feiten, reeks: Reeksfeiten) -> Afkomst:
    """The sources of the points; each says its own moment, so that there is none for them all."""
    found = [punt.herkomst for punt in reeks.punten]
    return Afkomst(
        bronnen=list_bronnen(feiten.programma, found), is_illustratief=is_illustratief(found)
    )


def _make_table(feiten: Feiten, naam: str, reeks: Reeksfeiten) -> Tabel:
    """Year, value and what to know about it; columns without any content are left out."""
    several = len({punt.herkomst.bron for punt in reeks.punten}) > 1
    columns: list[tuple[Kolom, Callable[[Punt], type_cell]]] = [
        (Kolom("Jaar"), lambda punt: punt.jaar),
        (
            Kolom(f"Waarde ({reeks.eenheid})", is_getal=True, decimalen=reeks.decimalen),
            lambda punt: punt.waarde,
        ),
        (Kolom("Definitie"), lambda punt: _name_versie(punt, reeks)),
        (Kolom("Voorlopig"), lambda punt: "voorlopig" if punt.voorlopig else None),
        (Kolom("Gepubliceerd"), _tell_periode),
        (Kolom("Eerder gepubliceerd"), lambda punt: _tell_earlier(punt, reeks)),
        (Kolom("Toelichting"), lambda punt: punt.reden),
        (
            Kolom("Bron"),
            lambda punt: _name_bron(feiten, punt) if several else None,
        ),
    ]
    used = columns[:2] + [
        column for column in columns[2:] if any(column[1](punt) for punt in reeks.punten)
    ]
    rijen = tuple(tuple(read(punt) for _, read in used) for punt in reeks.punten)
    return Tabel(naam, reeks.naam, tuple(kolom for kolom, _ in used), rijen)


def _name_versie(punt: Punt, reeks: Reeksfeiten) -> str | None:
    versie = punt.definitie_versie
    return reeks.versienamen.get(versie, versie) if versie else None


def _name_bron(feiten: Feiten, punt: Punt) -> str | None:
    return name_bron(feiten.programma, punt.herkomst.bron) if punt.herkomst.bron else None


def _tell_periode(punt: Punt) -> str | None:
    return format_periode(punt.publicatie) if punt.publicatie else None


def _tell_earlier(punt: Punt, reeks: Reeksfeiten) -> str | None:
    told = []
    for old in punt.eerder:
        waarde = "–" if old.waarde is None else format_getal(old.waarde, reeks.decimalen)
        when = f" ({format_periode(old.publicatie)})" if old.publicatie else ""
        told.append(f"{waarde}{when}")
    return ", ".join(told) or None


def tell_cijfer(reeks: Reeksfeiten) -> Cijfer:
    """The newest value of a series in words, with its year."""
    if reeks.laatste is None or reeks.laatste.waarde is None:
        return Cijfer("nog niet bekend")
    waarde = format_waarde(reeks.laatste.waarde, reeks.eenheid, reeks.decimalen)
    voorlopig = ", voorlopig" if reeks.laatste.voorlopig else ""
    herkomst = reeks.laatste.herkomst.herkomst
    return Cijfer(f"{waarde} ({reeks.laatste.jaar}{voorlopig})", herkomst is Herkomst.ILLUSTRATIEF)
