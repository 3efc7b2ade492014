"""Figures by name: a sentence, a picture and a table that say the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from generator.derive.feiten import Feiten, Indicatorfeiten, Punt, Reeksfeiten, Telling
from generator.model.basis import Editie, Herkomst
from generator.model.figuren import AANTALLEN, TELLINGEN
from generator.present.charts import chart_indicator, chart_reeks, chart_telling, type_figure
from generator.present.formats import format_getal, format_periode, format_waarde, round_half_up
from generator.present.page import Asset
from generator.present.tables import Kolom, Tabel, type_cell
from generator.present.zinnen import tell_indicator, tell_reeks, tell_telling


@dataclass(frozen=True, slots=True)
class Figuur:
    """One figure in its three forms; `herkomst` are the labels that stand beside it."""

    naam: str
    titel: str
    zin: str
    grafiek: type_figure
    tabel: Tabel
    bronnen: tuple[str, ...] = ()
    definitie: str | None = None
    is_illustratief: bool = False

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


@dataclass
class Figuren:
    """Makes figures and numbers by name, and remembers which ones the pages used."""

    feiten: Feiten
    gebruikt: dict[str, Asset] = field(default_factory=dict)

    def figuur(self, naam: str) -> Figuur:
        """The figure of that name.

        Raises:
            KeyError: no such figure; check has refused such a name in prose.
        """
        kind, _, identifier = naam.partition("-")
        if naam in self.feiten.tellingen:
            soort = "openbare" if self.feiten.editie is Editie.PUBLIEK else ""
            made = _make_telling(naam, self.feiten.tellingen[naam], soort)
        elif kind == "indicator":
            made = _make_indicator(naam, self.feiten.indicatoren[identifier], self._bron_naam)
        else:
            made = _make_reeks(naam, self.feiten.reeksen[identifier], self._bron_naam)
        tabel = made.tabel
        self.gebruikt[tabel.csv_bestand] = Asset(tabel.csv_bestand, tabel.as_csv())
        return made

    def grafiek(self, naam: str) -> Figuur:
        """The figure of that name, with its picture."""
        made = self.figuur(naam)
        self.gebruikt[made.script_bestand] = Asset(made.script_bestand, made.as_script())
        return made

    def cijfer(self, naam: str) -> Cijfer:
        """The number of that name, in words."""
        if naam in AANTALLEN:
            return Cijfer(format_getal(len(getattr(self.feiten.programma, AANTALLEN[naam]))))
        kind, _, identifier = naam.partition("-")
        indicatoren, reeksen = self.feiten.indicatoren, self.feiten.reeksen
        reeks = indicatoren[identifier].reeks if kind == "indicator" else reeksen[identifier]
        if reeks.laatste is None or reeks.laatste.waarde is None:
            return Cijfer("nog niet bekend")
        waarde = format_waarde(reeks.laatste.waarde, reeks.eenheid, reeks.decimalen)
        voorlopig = ", voorlopig" if reeks.laatste.voorlopig else ""
        herkomst = reeks.laatste.herkomst.herkomst
        return Cijfer(
            f"{waarde} ({reeks.laatste.jaar}{voorlopig})", herkomst is Herkomst.ILLUSTRATIEF
        )

    def _bron_naam(self, identifier: str) -> str:
        return self._bronnen[identifier]

    @cached_property
    def _bronnen(self) -> dict[str, str]:
        bronnen = self.feiten.programma.bronnen
        return {bron.id: f"{bron.organisatie}, {bron.titel}" for bron in bronnen}


def _make_telling(naam: str, telling: Telling, soort: str) -> Figuur:
    _, titel, kop, wat = TELLINGEN[naam]
    return Figuur(
        naam=naam,
        titel=titel,
        zin=tell_telling(telling, wat, soort),
        grafiek=chart_telling(telling),
        tabel=Tabel(
            naam,
            titel,
            (Kolom(kop), Kolom("Aantal acties", is_getal=True)),
            tuple((regel.naam, regel.aantal) for regel in telling.regels),
        ),
    )


def _make_indicator(naam: str, feiten: Indicatorfeiten, bron_naam: Callable[[str], str]) -> Figuur:
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


def _make_reeks(naam: str, reeks: Reeksfeiten, bron_naam: Callable[[str], str]) -> Figuur:
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
