"""Material flows: sums, shares and balances."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Final

from generator.derive.feiten.namen import Naamkaart
from generator.derive.feiten.stromen import (
    Aandeel,
    Stroombeeld,
    Stroomfeiten,
    Stroomsom,
)
from generator.derive.milieukosten import add_shares, find_kern, rank_materialen
from generator.derive.namen import Namen
from generator.model.basis import Klasse
from generator.model.herkomst import inherit
from generator.model.nulmeting import Grondstofanalyse, Materiaalstroom
from generator.model.programma import Programma
from generator.model.regels.balans import (
    BESTEMMINGEN,
    HERKOMSTEN,
    balance_stromen,
    find_factor,
    judge_balance,
)
from generator.model.regels.getallen import percent, percent_or_none

GEWICHTEN: Final = {Klasse.ABIOTISCH: Decimal(1), Klasse.GEMENGD: Decimal("0.5")}
"""How much of a material counts as abiotic, by its klasse.

Source: DOMAIN 3, indicator 4.
"""


HOOGWAARDIG: Final = ("hergebruik", "hoogwaardige_recycling")
"""Destinations where material keeps its value.

Source: DOMAIN 3, indicator 9.
"""


def derive_stromen(programma: Programma, peildatum: date) -> Stroomfeiten | None:
    """The material flows of the newest year of each schaal; None without any row."""
    analyse = programma.grondstofstromen
    if analyse is None:
        return None
    newest: dict[str, int] = {}
    for stroom in analyse.stromen:
        if stroom.jaar <= peildatum.year:
            newest[stroom.schaal] = max(stroom.jaar, newest.get(stroom.schaal, stroom.jaar))
    namen = Namen(programma)
    beelden = [
        _Optelling(programma, analyse, schaal, newest[schaal.id], namen).beeld
        for schaal in namen.order("schaal", newest)
    ]
    return Stroomfeiten(beelden[0], tuple(beelden[1:]), analyse.dekking_pct) if beelden else None


@dataclass(frozen=True)
class _Optelling:
    """Adds up the rows of one schaal in one year."""

    programma: Programma
    analyse: Grondstofanalyse
    schaal: Naamkaart
    jaar: int
    namen: Namen

    @cached_property
    def rows(self) -> Sequence[Materiaalstroom]:
        return [
            stroom
            for stroom in self.analyse.stromen
            if stroom.schaal == self.schaal.id and stroom.jaar == self.jaar
        ]

    @cached_property
    def _erin(self) -> Decimal:
        return balance_stromen(self.rows).erin

    def add(
        self, rows: Sequence[Materiaalstroom], wat: Naamkaart, thema: Naamkaart | None = None
    ) -> Stroomsom:
        """Some rows as one sum."""
        balans = balance_stromen(rows)
        kwaliteiten = [
            inherit(row, self.analyse, self.programma.gegevens).kwaliteit for row in rows
        ]
        co2_kg = self._weigh(rows, "co2_kg_per_ton")
        return Stroomsom(
            wat=wat,
            thema=thema,
            balans=balans,
            sluiting=judge_balance(balans, kwaliteiten),
            herkomst=_add_columns(rows, HERKOMSTEN),
            bestemming=_add_columns(rows, BESTEMMINGEN),
            mki=self._weigh(rows, "mki_eur_per_ton"),
            co2_ton=None if co2_kg is None else co2_kg / 1000,
            massa_pct=percent(balans.erin, self._erin),
        )

    def _weigh(self, rows: Iterable[Materiaalstroom], field: str) -> Decimal | None:
        """Tonnes in times their factor; None when no row has a factor.

        Source: DOMAIN 4, rules 8 and 9.
        """
        found = [
            balance_stromen([row]).erin * factor
            for row in rows
            if (factor := find_factor(row, self.analyse.kengetallen, field)) is not None
        ]
        return sum(found, Decimal(0)) if found else None

    def _group(self, field: str, namen: Sequence[Naamkaart]) -> list[Stroomsom]:
        sums = [
            self.add([row for row in self.rows if getattr(row, field) == naam.id], naam)
            for naam in namen
        ]
        return add_shares(sums)

    @property
    def beeld(self) -> Stroombeeld:
        """Everything about these rows."""
        used = {row.thema for row in self.rows}
        themas = self._group("thema", [kaart for kaart in self._list_themas() if kaart.id in used])
        materialen = self._group(
            "materiaal", self.namen.order("materiaal", [row.materiaal for row in self.rows])
        )
        materialen.sort(key=lambda som: som.balans.erin, reverse=True)
        totaal = self.add(self.rows, self.schaal)
        kern, kern_pct = find_kern(themas)
        return Stroombeeld(
            schaal=self.schaal,
            jaar=self.jaar,
            rijen=tuple(map(self._add_row, self.rows)),
            afkomst=tuple(self.rows),
            themas=tuple(themas),
            materialen=tuple(materialen),
            totaal=totaal,
            herkomsten=self._list_shares("herkomst_stroom", totaal.herkomst),
            bestemmingen=self._list_shares("bestemming_stroom", totaal.bestemming),
            niet_primair_pct=_percent_niet_primair(totaal),
            hoogwaardig_pct=_percent_hoogwaardig(totaal),
            primair_abiotisch_ton=self._sum_abiotic(),
            inwoners=self._count_inwoners(),
            kwaliteiten=self._list_qualities(),
            kern=kern,
            kern_pct=kern_pct,
            pareto=tuple(rank_materialen(materialen)),
            zonder_mki=self._list_zonder_mki(),
        )

    def _add_row(self, row: Materiaalstroom) -> Stroomsom:
        return self.add([row], self.namen.name("materiaal", row.materiaal), self._thema(row.thema))

    def _thema(self, identifier: str) -> Naamkaart:
        return self.namen.themas.get(identifier, Naamkaart(identifier, identifier))

    def _list_themas(self) -> list[Naamkaart]:
        unknown = dict.fromkeys(
            row.thema for row in self.rows if row.thema not in self.namen.themas
        )
        return [*self.namen.themas.values(), *map(self._thema, unknown)]

    def _count_inwoners(self) -> int | None:
        """Inhabitants on 1 January of the same year, from the profile."""
        profiel = self.programma.profiel
        counted = {item.jaar: item.aantal for item in profiel.inwoners} if profiel else {}
        return counted.get(self.jaar)

    def _sum_abiotic(self) -> Decimal:
        return sum(
            (
                row.in_primair_ton * GEWICHTEN.get(klasse, Decimal(0))
                for row in self.rows
                if (klasse := self.namen.klasse(row.materiaal))
            ),
            Decimal(0),
        )

    def _list_shares(self, woordenlijst: str, tonnes: Mapping[str, Decimal]) -> tuple[Aandeel, ...]:
        whole = sum(tonnes.values(), Decimal(0))
        return tuple(
            Aandeel(naam, tonnes[naam.id], percent(tonnes[naam.id], whole))
            for naam in self.namen.order(woordenlijst, tonnes)
        )

    def _list_qualities(self) -> tuple[Aandeel, ...]:
        tonnes: dict[str, Decimal] = {}
        for row in self.rows:
            found = inherit(row, self.analyse, self.programma.gegevens).kwaliteit
            name = found.value if found else ""
            tonnes[name] = tonnes.get(name, Decimal(0)) + balance_stromen([row]).erin
        known = self._list_shares("kwaliteit", tonnes)
        return tuple(
            item if item.wat.id else item._replace(wat=Naamkaart("", "niet ingevuld"))
            for item in known
        )

    def _list_zonder_mki(self) -> tuple[Naamkaart, ...]:
        missing = dict.fromkeys(
            row.materiaal
            for row in self.rows
            if find_factor(row, self.analyse.kengetallen, "mki_eur_per_ton") is None
        )
        return tuple(self.namen.name("materiaal", item) for item in missing)


def _add_columns(
    rows: Iterable[Materiaalstroom], columns: Mapping[str, str]
) -> Mapping[str, Decimal]:
    rows = list(rows)
    return {
        term: sum((getattr(row, field) for row in rows), Decimal(0))
        for term, field in columns.items()
    }


def _percent_niet_primair(som: Stroomsom) -> Decimal | None:
    """The part of what came in that was not newly won."""
    return percent_or_none(som.balans.erin - som.herkomst["primair"], som.balans.erin)


def _percent_hoogwaardig(som: Stroomsom) -> Decimal | None:
    """The part of what went out that was reused or recycled well."""
    kept = sum((som.bestemming[name] for name in HOOGWAARDIG), Decimal(0))
    return percent_or_none(kept, som.balans.eruit)
