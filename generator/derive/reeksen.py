"""Series: which published value counts for each year, and what an indicator makes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from generator.derive.feiten import Indicatorfeiten, Publicatie, Punt, Reeksfeiten
from generator.model.herkomst import Herkomstvelden, inherit
from generator.model.indicatoren import (
    Definitieversie,
    Indicator,
    Meting,
    Reeks,
    Streefwaarde,
)
from generator.model.regels.getallen import as_decimal
from generator.model.regels.metingen import choose_published, drop_future, list_metingen
from generator.model.regels.streefpad import list_path_points, read_path


def _derive_punten(
    metingen: Sequence[Meting], around: Sequence[Herkomstvelden], peildatum: date
) -> tuple[Punt, ...]:
    punten: list[Punt] = []
    earlier: list[Publicatie] = []
    for meting, counts in choose_published(metingen, peildatum):
        if not counts:
            earlier.append(Publicatie(meting.waarde, meting.publicatie))
            continue
        punten.append(
            Punt(
                jaar=meting.jaar,
                waarde=meting.waarde,
                voorlopig=meting.voorlopig,
                definitie_versie=meting.definitie_versie,
                publicatie=meting.publicatie,
                reden=meting.reden,
                herkomst=inherit(meting, *around),
                eerder=tuple(earlier),
            )
        )
        earlier = []
    return tuple(punten)


def _find_last(punten: Sequence[Punt]) -> Punt | None:
    return next((punt for punt in reversed(punten) if punt.waarde is not None), None)


def count_decimals(values: Sequence[Decimal | None]) -> int:
    """The largest number of digits behind the comma among the values; 0 without values."""
    exponents = [value.as_tuple().exponent for value in values if value is not None]
    return max((-exponent for exponent in exponents if isinstance(exponent, int)), default=0)


def derive_reeksen(
    reeksen: Sequence[Reeks], gegevens: Herkomstvelden, peildatum: date
) -> dict[str, Reeksfeiten]:
    """The foreign series as they stand at `peildatum`, by id; goals may lie in the future."""
    return {reeks.id: _derive_reeks(reeks, gegevens, peildatum) for reeks in reeksen}


def _derive_reeks(reeks: Reeks, gegevens: Herkomstvelden, peildatum: date) -> Reeksfeiten:
    metingen = reeks.metingen if reeks.is_doel else drop_future(reeks.metingen, peildatum)
    punten = _derive_punten(metingen, (reeks, gegevens), peildatum)
    return Reeksfeiten(
        id=reeks.id,
        naam=reeks.naam,
        eenheid=reeks.eenheid,
        decimalen=count_decimals([punt.waarde for punt in punten]),
        punten=punten,
        laatste=_find_last(punten),
        reeks=reeks,
    )


def derive_indicatoren(
    indicatoren: Sequence[Indicator],
    reeksen: Mapping[str, Reeksfeiten],
    gegevens: Herkomstvelden,
    peildatum: date,
) -> dict[str, Indicatorfeiten]:
    """The indicators as they stand at `peildatum`, by id."""
    return {item.id: _derive_indicator(item, reeksen, gegevens, peildatum) for item in indicatoren}


def _order(punten: Sequence[Punt], definitieversies: Sequence[Definitieversie]) -> tuple[Punt, ...]:
    """The points by year, and within a year by definition, the newest definition last."""
    places = {item.versie: place for place, item in enumerate(definitieversies)}

    def place(punt: Punt) -> tuple[int, int]:
        return punt.jaar, places.get(punt.definitie_versie or "", -1)

    return tuple(sorted(punten, key=place))


def _derive_indicator(
    indicator: Indicator,
    reeksen: Mapping[str, Reeksfeiten],
    gegevens: Herkomstvelden,
    peildatum: date,
) -> Indicatorfeiten:
    metingen = drop_future(list_metingen(indicator), peildatum)
    punten = _order(
        _derive_punten(metingen, (indicator, gegevens), peildatum), indicator.definitieversies
    )
    laatste = _find_last(punten)
    pad = list_path_points(indicator)
    doel = _find_target(indicator.streefwaarden, peildatum)
    last = max(indicator.streefwaarden, key=lambda item: item.jaar, default=None)
    return Indicatorfeiten(
        indicator=indicator,
        reeks=Reeksfeiten(
            id=indicator.id,
            naam=indicator.naam,
            eenheid=indicator.eenheid,
            decimalen=indicator.decimalen,
            punten=punten,
            laatste=laatste,
            versienamen={item.versie: item.naam for item in indicator.definitieversies},
        ),
        referenties=tuple(reeksen[name] for name in indicator.referentiereeksen),
        pad=pad,
        doel=doel,
        einddoel=last if doel and last and last.jaar > doel.jaar else None,
        is_doel_voorbij=doel is not None and doel.jaar < peildatum.year,
        op_pad={
            jaar: as_decimal(value)
            for jaar in sorted({jaar for jaar, _ in pad} | {punt.jaar for punt in punten})
            if (value := read_path(pad, jaar)) is not None
        },
        verschil=_subtract_baseline(indicator, punten, laatste),
    )


def _find_target(targets: Sequence[Streefwaarde], peildatum: date) -> Streefwaarde | None:
    ordered = sorted(targets, key=lambda item: item.jaar)
    coming = (item for item in ordered if item.jaar >= peildatum.year)
    return next(coming, ordered[-1] if ordered else None)


def _subtract_baseline(
    indicator: Indicator, punten: Sequence[Punt], laatste: Punt | None
) -> Decimal | None:
    """Latest minus baseline; None without either, in the same year, or over a definition break."""
    nulmeting = indicator.nulmeting
    if nulmeting is None or laatste is None or laatste.waarde is None:
        return None
    if laatste.jaar <= nulmeting.jaar:
        return None
    at_start = {
        punt.definitie_versie
        for punt in punten
        if (punt.jaar, punt.waarde) == (nulmeting.jaar, nulmeting.waarde)
    }
    return laatste.waarde - nulmeting.waarde if laatste.definitie_versie in at_start else None
