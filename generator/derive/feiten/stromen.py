"""Material flows: sums, shares and balances."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.derive.feiten.namen import Naamkaart
from generator.model.herkomst import Herkomstvelden
from generator.model.regels.balans import Balans, Sluiting


class Aandeel(NamedTuple):
    """A part of a whole: what it is, how many tonnes, and how many percent of the whole."""

    wat: Naamkaart
    ton: Decimal
    pct: Decimal


@dataclass(frozen=True, slots=True)
class Stroomsom:
    """Some flows added up: of a row, a theme, a material or all of one schaal and year.

    Attributes:
        wat: what was added up; of a row its material.
        thema: the theme; only of a row.
        balans: tonnes in, out and in use.
        sluiting: how well the balance closes.
        herkomst: tonnes in, by term of `herkomst_stroom`.
        bestemming: tonnes out, by term of `bestemming_stroom`.
        mki: environmental cost in euro; None when no factor is known. Never money that was spent.
        co2_ton: greenhouse gas in tonnes of CO2 equivalent; None when no factor is known.
        massa_pct: share of all tonnes in.
        mki_pct: share of the positive environmental cost of its like (themes, or materials); None
            where that is unknown or below zero.
    """

    wat: Naamkaart
    thema: Naamkaart | None
    balans: Balans
    sluiting: Sluiting
    herkomst: Mapping[str, Decimal]
    bestemming: Mapping[str, Decimal]
    mki: Decimal | None
    co2_ton: Decimal | None
    massa_pct: Decimal
    mki_pct: Decimal | None = None


class Paretoregel(NamedTuple):
    """A material in the order of its environmental cost.

    Attributes:
        som: its sum.
        samen_pct: its share and those of all before it.
        is_kern: whether it is one of the fewest that hold 80 % together.
    """

    som: Stroomsom
    samen_pct: Decimal
    is_kern: bool


@dataclass(frozen=True, slots=True)
class Stroombeeld:
    """All flows of one schaal in its newest year; two schalen are never added.

    Attributes:
        rijen: each row, in the order of the file.
        afkomst: each row, for where its numbers come from.
        themas: a sum per theme, in the order of the programme.
        materialen: a sum per material, the heaviest first.
        totaal: all rows.
        herkomsten: the shares of what came in, in the order of the vocabulary.
        bestemmingen: the shares of what went out, in the order of the vocabulary.
        niet_primair_pct: the part that was not newly won; None when nothing came in.
        hoogwaardig_pct: the part of what went out that was reused or recycled well.
        primair_abiotisch_ton: newly won material that does not grow back; mixed counts half.
        inwoners: inhabitants in the same year, where the profile has them.
        kwaliteiten: how well the numbers are founded, as shares of the tonnes in.
        kern: the fewest themes that hold half of the environmental cost, in programme order.
        kern_pct: what they hold together.
        pareto: materials with a positive environmental cost, the highest first.
        zonder_mki: materials of which some rows have no environmental cost.
    """

    schaal: Naamkaart
    jaar: int
    rijen: tuple[Stroomsom, ...]
    afkomst: tuple[Herkomstvelden, ...]
    themas: tuple[Stroomsom, ...]
    materialen: tuple[Stroomsom, ...]
    totaal: Stroomsom
    herkomsten: tuple[Aandeel, ...]
    bestemmingen: tuple[Aandeel, ...]
    niet_primair_pct: Decimal | None
    hoogwaardig_pct: Decimal | None
    primair_abiotisch_ton: Decimal
    inwoners: int | None
    kwaliteiten: tuple[Aandeel, ...]
    kern: tuple[Stroomsom, ...]
    kern_pct: Decimal | None
    pareto: tuple[Paretoregel, ...]
    zonder_mki: tuple[Naamkaart, ...]

    @property
    def kg_per_inwoner(self) -> Decimal | None:
        """Kilogrammes in, per inhabitant."""
        return self.totaal.balans.erin * 1000 / self.inwoners if self.inwoners else None

    @property
    def mki_per_inwoner(self) -> Decimal | None:
        """Environmental cost in euro, per inhabitant."""
        mki = self.totaal.mki
        return mki / self.inwoners if self.inwoners and mki is not None else None

    @property
    def negatief(self) -> tuple[Stroomsom, ...]:
        """Materials with an environmental cost below zero, the lowest first."""
        below = [som for som in self.materialen if som.mki is not None and som.mki < 0]
        return tuple(sorted(below, key=lambda som: som.mki or 0))


@dataclass(frozen=True, slots=True)
class Stroomfeiten:
    """The material flow analysis at peildatum.

    Attributes:
        beeld: the first schaal of the vocabulary that has rows; the figures show it.
        andere: the other schalen that have rows.
        dekking_pct: which part of the material is in sight.
    """

    beeld: Stroombeeld
    andere: tuple[Stroombeeld, ...]
    dekking_pct: Decimal | None
