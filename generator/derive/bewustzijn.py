"""The awareness survey: how people answered the statements, as a whole and by group.

Narrow has hidden or merged every group that is too small; here only what it left is added up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from generator.derive.feiten.namen import Naamkaart
from generator.derive.feiten.peilingen import (
    Antwoord,
    Bewustzijnsfeiten,
    Dimensieregel,
    Groep,
    Stellingfeiten,
)
from generator.derive.groepen import list_rows
from generator.derive.namen import Namen
from generator.derive.rangorde import choose_extremes
from generator.model.peilingen import Antwoordgroep, Bewustzijnsmeting, Stelling
from generator.model.programma import Programma
from generator.model.regels.getallen import percent_or_none

Z: Final = Decimal("1.96")
"""Standard deviations either side of the mean that hold 95 %.

Source: DOMAIN 4, rule 7.
"""
SAMEN: Final = "samen"
"""What the groups that were taken together are called by, where each group has an id."""


def derive_bewustzijn(programma: Programma) -> Bewustzijnsfeiten | None:
    """The awareness survey as far as it may be shown; None when there is none."""
    meting = programma.bewustzijn
    return _Vragenlijst(programma, meting, Namen(programma)).feiten if meting else None


@dataclass(frozen=True)
class _Vragenlijst:
    """Adds up the answers of the groups that narrow left."""

    programma: Programma
    meting: Bewustzijnsmeting
    namen: Namen

    @cached_property
    def feiten(self) -> Bewustzijnsfeiten:
        """The survey as a whole."""
        asked = {row.stelling for row in self.meting.antwoorden}
        stellingen = tuple(self._tell(item) for item in self.meting.stellingen if item.id in asked)
        sizes = [item.allen.n + item.allen.weet_niet for item in stellingen]
        meeste = max(sizes, default=0)
        sterkste, zwakste = choose_extremes([(item, item.allen.gemiddelde) for item in stellingen])
        return Bewustzijnsfeiten(
            stellingen=stellingen,
            niet_getoond=tuple(item for item in self.meting.stellingen if item.id not in asked),
            dimensies=tuple(
                Dimensieregel(
                    wat,
                    _join(item.allen for item in stellingen if item.stelling.dimensie == wat.id),
                )
                for wat in self.namen.order(
                    "dimensie", [item.stelling.dimensie for item in stellingen]
                )
            ),
            allen=_join(item.allen for item in stellingen),
            niveaus=_list_groepen(self._per_niveau, "niveau", self._niveaus),
            afdelingen=_list_groepen(self._per_afdeling, "afdeling", self._afdelingen),
            verborgen_afdelingen=_list_hidden(self._per_afdeling, self._afdelingen),
            uitgenodigd=self.meting.uitgenodigd,
            minste=min(sizes, default=0),
            meeste=meeste,
            respons_pct=percent_or_none(Decimal(meeste), Decimal(self.meting.uitgenodigd)),
            sterkste=sterkste,
            zwakste=zwakste,
        )

    @cached_property
    def _afdelingen(self) -> Mapping[str, Naamkaart]:
        return {item.id: Naamkaart(item.id, item.naam) for item in self.programma.afdelingen}

    @cached_property
    def _per_afdeling(self) -> Sequence[Antwoordgroep]:
        return list_rows(self.meting.antwoorden, "afdeling", self._afdelingen)

    @cached_property
    def _per_niveau(self) -> Sequence[Antwoordgroep]:
        rest = [row for row in self.meting.antwoorden if row not in self._per_afdeling]
        return list_rows(rest, "niveau", [name for row in rest for name in row.samengevoegd])

    @cached_property
    def _niveaus(self) -> Mapping[str, Naamkaart]:
        used = [name for row in self._per_niveau for name in (row.niveau, *row.samengevoegd)]
        return {
            item.id: item for item in self.namen.order("niveau", [name for name in used if name])
        }

    def _tell(self, stelling: Stelling) -> Stellingfeiten:
        per_niveau, per_afdeling = (
            {_name_groep(row, veld): _count(row) for row in rows if row.stelling == stelling.id}
            for veld, rows in (("niveau", self._per_niveau), ("afdeling", self._per_afdeling))
        )
        # Both divisions are of the same people; either gives the whole.
        allen = _join((per_niveau or per_afdeling).values())
        return Stellingfeiten(
            stelling=stelling,
            allen=allen,
            marge=_find_margin(allen, self.meting.uitgenodigd),
            niveaus=per_niveau,
            afdelingen=per_afdeling,
        )


def _name_groep(row: Antwoordgroep, veld: str) -> str:
    """What a group is called by; groups that were taken together share one name."""
    return getattr(row, veld) or SAMEN


def _count(row: Antwoordgroep) -> Antwoord:
    return _tell_answers(row.verdeling, row.weet_niet)


def _join(answers: Iterable[Antwoord]) -> Antwoord:
    found = list(answers)
    columns = zip(*(item.verdeling for item in found), strict=True)
    verdeling = tuple(map(sum, columns)) or (0,) * 5
    return _tell_answers(verdeling, sum(item.weet_niet for item in found))


def _tell_answers(verdeling: tuple[int, ...], weet_niet: int) -> Antwoord:
    """Mean and share of those who agree, over those who had an opinion.

    Source: DOMAIN 4, rule 7.
    """
    n = sum(verdeling)
    total = sum(value * number for value, number in enumerate(verdeling, start=1))
    return Antwoord(
        verdeling=verdeling,
        weet_niet=weet_niet,
        gemiddelde=Decimal(total) / n if n else None,
        positief_pct=percent_or_none(Decimal(sum(verdeling[3:])), Decimal(n)),
    )


def _find_margin(answer: Antwoord, invited: int) -> Decimal | None:
    """How far the mean of all invited may lie from this mean, with 95 % certainty.

    Source: DOMAIN 4, rule 7.
    """
    n, mean = answer.n, answer.gemiddelde
    if mean is None or not 1 < n <= invited:
        return None
    squares = sum(
        (number * (value - mean) ** 2 for value, number in enumerate(answer.verdeling, start=1)),
        Decimal(0),
    )
    spread = (squares / (n - 1)).sqrt()
    correction = (Decimal(invited - n) / (invited - 1)).sqrt()
    return Z * spread / Decimal(n).sqrt() * correction


def _list_groepen(
    rows: Sequence[Antwoordgroep], veld: str, namen: Mapping[str, Naamkaart]
) -> tuple[Groep, ...]:
    """The groups that may be shown, in the order of their list, and the hidden ones as one."""
    shown = {getattr(row, veld) for row in rows}
    found = [Groep(item.id, item.naam) for item in namen.values() if item.id in shown]
    if leden := [item.naam for item in _list_hidden(rows, namen)]:
        found.append(Groep(SAMEN, f"Samen: {', '.join(leden)}"))
    return tuple(found)


def _list_hidden(
    rows: Iterable[Antwoordgroep], namen: Mapping[str, Naamkaart]
) -> tuple[Naamkaart, ...]:
    hidden = {name for row in rows for name in row.samengevoegd}
    return tuple(item for item in namen.values() if item.id in hidden)
