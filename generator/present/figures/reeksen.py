"""Figures of series: an indicator with its path, and a series of somebody else."""

from __future__ import annotations

from collections.abc import Callable

from generator.derive.feiten import Indicatorfeiten, Punt, Reeksfeiten
from generator.model.basis import Herkomst
from generator.present.charts import chart_indicator, chart_reeks
from generator.present.figures.basis import Cijfer, Figuur
from generator.present.formats import format_getal, format_periode, format_waarde, round_half_up
from generator.present.tables import Kolom, Tabel, type_cell
from generator.present.zinnen import tell_indicator, tell_reeks


def make_indicator(naam: str, feiten: Indicatorfeiten, bron_naam: Callable[[str], str]) -> Figuur:
    """An indicator: what was measured, and what the path asks."""
    reeks = feiten.reeks
    jaren = sorted({punt.jaar for punt in reeks.punten} | set(feiten.op_pad))
    table = _make_table(naam, reeks, bron_naam)
    by_year: dict[int, list[tuple[type_cell, ...]]] = {}
    for rij, punt in zip(table.rijen, reeks.punten, strict=True):
        by_year.setdefault(punt.jaar, []).append(rij)
    rijen: list[tuple[type_cell, ...]] = []
    empty = (None,) * (len(table.kolommen) - 1)
    for jaar in jaren:
        on_path = feiten.op_pad.get(jaar)
        shown = None if on_path is None else round_half_up(on_path, reeks.decimalen)
        rijen += [(*rij, shown) for rij in by_year.get(jaar, [(jaar, *empty)])]
    doel = Kolom("Op het pad", is_getal=True, decimalen=reeks.decimalen)
    return Figuur(
        naam=naam,
        titel=feiten.indicator.naam,
        zin=tell_indicator(feiten),
        grafiek=chart_indicator(feiten),
        tabel=Tabel(naam, table.titel, (*table.kolommen, doel), tuple(rijen)),
        bronnen=_list_bronnen(reeks, bron_naam),
        is_illustratief=_is_illustratief(reeks),
    )


def make_reeks(naam: str, reeks: Reeksfeiten, bron_naam: Callable[[str], str]) -> Figuur:
    """A series as somebody else published it."""
    return Figuur(
        naam=naam,
        titel=reeks.naam,
        zin=tell_reeks(reeks),
        grafiek=chart_reeks(reeks),
        tabel=_make_table(naam, reeks, bron_naam),
        definitie=reeks.reeks.definitie if reeks.reeks else None,
        bronnen=_list_bronnen(reeks, bron_naam),
        is_illustratief=_is_illustratief(reeks),
    )


def _list_bronnen(reeks: Reeksfeiten, bron_naam: Callable[[str], str]) -> tuple[str, ...]:
    used = [punt.herkomst.bron for punt in reeks.punten if punt.herkomst.bron]
    return tuple(bron_naam(identifier) for identifier in dict.fromkeys(used))


def _is_illustratief(reeks: Reeksfeiten) -> bool:
    return any(punt.herkomst.herkomst is Herkomst.ILLUSTRATIEF for punt in reeks.punten)


def _make_table(naam: str, reeks: Reeksfeiten, bron_naam: Callable[[str], str]) -> Tabel:
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
            lambda punt: bron_naam(punt.herkomst.bron) if several and punt.herkomst.bron else None,
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
