"""The Sankey figures: who is joined to what, and how wide."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from generator.derive.feiten import Feiten
from generator.derive.feiten.stromen import Stroombeeld, Stroomsom
from generator.present.charts.basis import HOOFD, REFERENTIE, choose_kleur
from generator.present.charts.sankey import Knoop, Stroom, chart_sankey
from generator.present.figures.basis import Figuur, make_figuur
from generator.present.figures.stromen.basis import MATERIAAL, MILIEUKOSTEN, THEMA, take_stromen
from generator.present.figures.stromen.zinnen import tell_massa, tell_milieukosten
from generator.present.formats import format_milieukosten, format_ton
from generator.present.tables import Kolom, round_cell, tidy_cell, type_cell

BLEEF, WAS = "Bleef in gebruik", "Was in gebruik"
OVERIG = "Overige materialen"


@dataclass
class _Banden:
    """Gathers bands between nodes; a node exists from its first band on."""

    show: Callable[[Decimal], str]
    values: dict[tuple[str, str], tuple[Decimal, str]] = field(default_factory=dict)
    nodes: dict[str, tuple[str, str, str]] = field(default_factory=dict)

    def add(self, van: str, naar: str, waarde: Decimal, kleur: str) -> None:
        """A band; what is zero or less cannot be drawn."""
        if waarde > 0:
            before, _ = self.values.get((van, naar), (Decimal(0), kleur))
            self.values[van, naar] = (before + waarde, kleur)

    def name(self, key: str, naam: str, kleur: str, kort: str | None = None) -> str:
        """What a node is called; returns its key."""
        self.nodes.setdefault(key, (naam, kleur, kort or naam))
        return key

    def finish(self) -> tuple[list[Knoop], list[Stroom]]:
        """The nodes that have a band, and the bands between them by position."""
        keys = [key for key in self.nodes if any(key in pair for pair in self.values)]
        knopen = [
            Knoop(naam, kleur, self.show(self._size(key)), kort)
            for key in keys
            for naam, kleur, kort in [self.nodes[key]]
        ]
        stromen = [
            Stroom(keys.index(van), keys.index(naar), waarde, kleur, self.show(waarde))
            for (van, naar), (waarde, kleur) in self.values.items()
        ]
        return knopen, stromen

    def _size(self, key: str) -> Decimal:
        """What goes through a node: the larger of what comes in and what goes out."""
        out = sum(
            (waarde for (van, _), (waarde, _) in self.values.items() if van == key), Decimal(0)
        )
        into = sum(
            (waarde for (_, naar), (waarde, _) in self.values.items() if naar == key), Decimal(0)
        )
        return max(out, into)


def _by_size(sums: Iterable[Stroomsom]) -> list[Stroomsom]:
    return sorted(sums, key=lambda som: som.balans.erin, reverse=True)


def link_massa(beeld: Stroombeeld) -> tuple[list[Knoop], list[Stroom]]:
    """From origin to theme, and from theme to destination or to what stayed in use."""
    banden = _Banden(format_ton)
    for place, share in enumerate(beeld.herkomsten):
        kleur = choose_kleur(share.wat.kleur, place)
        begin = banden.name(f"in {share.wat.id}", share.wat.naam, kleur)
        for som in _by_size(beeld.themas):
            thema = banden.name(f"thema {som.wat.id}", som.wat.naam, HOOFD, som.wat.kort)
            banden.add(begin, thema, som.herkomst[share.wat.id], kleur)
    for som in _by_size(beeld.themas):
        thema = f"thema {som.wat.id}"
        stock = banden.name("gebleven", BLEEF, REFERENTIE)
        banden.add(thema, stock, som.balans.gebleven, REFERENTIE)
        before = banden.name("was", WAS, REFERENTIE)
        banden.add(before, thema, -som.balans.gebleven, REFERENTIE)
        for place, share in enumerate(beeld.bestemmingen):
            kleur = choose_kleur(share.wat.kleur, place)
            end = banden.name(f"uit {share.wat.id}", share.wat.naam, kleur)
            banden.add(thema, end, som.bestemming[share.wat.id], kleur)
    return banden.finish()


def link_milieukosten(beeld: Stroombeeld) -> tuple[list[Knoop], list[Stroom]]:
    """From theme to material by environmental cost; small ones together, negatives left out."""
    banden = _Banden(format_milieukosten)
    kern = {regel.som.wat.id for regel in beeld.pareto if regel.is_kern}
    colours = {
        som.wat: choose_kleur(som.wat.kleur, place) for place, som in enumerate(beeld.themas)
    }
    for som in sorted(beeld.rijen, key=lambda row: row.mki or 0, reverse=True):
        if som.thema is None or som.mki is None:
            continue
        kleur = colours[som.thema]
        thema = banden.name(f"thema {som.thema.id}", som.thema.naam, kleur, som.thema.kort)
        is_kern = som.wat.id in kern
        materiaal = banden.name(
            f"materiaal {som.wat.id if is_kern else ''}", som.wat.naam if is_kern else OVERIG, HOOFD
        )
        banden.add(thema, materiaal, som.mki, kleur)
    return banden.finish()


def make_massa(feiten: Feiten) -> Figuur:
    """From where to which theme, and from there to where, by weight."""
    return make_figuur(
        take_stromen(feiten),
        "stromen-massa",
        titel="Grondstofstromen naar gewicht",
        zin=tell_massa,
        grafiek=lambda beeld: chart_sankey(*link_massa(beeld)),
        kolommen=(Kolom("Van"), Kolom("Naar"), Kolom("Ton", is_getal=True)),
        rijen=_list_massa,
        is_hoog=True,
    )


def _list_massa(beeld: Stroombeeld) -> list[tuple[type_cell, ...]]:
    """Each band of the picture, with its exact weight."""
    knopen, stromen = link_massa(beeld)
    return [
        (knopen[item.van].naam, knopen[item.naar].naam, tidy_cell(item.waarde)) for item in stromen
    ]


def make_milieukosten(feiten: Feiten) -> Figuur:
    """Which theme costs the environment what, by material."""
    return make_figuur(
        take_stromen(feiten),
        "stromen-milieukosten",
        titel="Milieukosten per thema en materiaal",
        zin=tell_milieukosten,
        grafiek=lambda beeld: chart_sankey(*link_milieukosten(beeld)),
        kolommen=(THEMA, MATERIAAL, MILIEUKOSTEN, Kolom("In het beeld")),
        rijen=lambda beeld: [
            (
                som.thema.naam if som.thema else None,
                som.wat.naam,
                round_cell(som.mki, 0),
                "ja" if som.mki and som.mki > 0 else "nee",
            )
            for som in beeld.rijen
        ],
        is_hoog=True,
    )
