"""Series: which published value counts for each year, and what an indicator makes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

import pandas as pd

from generator.derive.feiten import Indicatorfeiten, Publicatie, Punt, Reeksfeiten
from generator.model.herkomst import Herkomstvelden, inherit
from generator.model.indicatoren import Indicator, Meting, Reeks, Streefwaarde
from generator.model.rekenregels import list_path_points, read_path


def select_published(metingen: Sequence[Meting], peildatum: date) -> pd.DataFrame:
    """Which measurements were published at `peildatum`, and which of them count.

    Args:
        metingen: measurements of one series, in any order.
        peildatum: publications after this date do not exist yet.

    Returns:
        One row per publication; columns index int (position in `metingen`), jaar int, versie str,
        publicatie datetime (NaT = not stated, counts as the oldest), telt bool (the newest of its
        jaar and versie). Ascending by jaar, versie, publicatie. Definitions are never mixed.
    """
    published = [meting.publicatie.begin if meting.publicatie else None for meting in metingen]
    frame = pd.DataFrame(
        {
            "index": range(len(metingen)),
            "jaar": [meting.jaar for meting in metingen],
            "versie": [meting.definitie_versie or "" for meting in metingen],
            "publicatie": pd.to_datetime(pd.Series(published, dtype=object)),
        }
    )
    known = frame[~(frame["publicatie"] > pd.Timestamp(peildatum))]
    known = known.sort_values(["jaar", "versie", "publicatie"], na_position="first", kind="stable")
    newest = ~known.duplicated(["jaar", "versie"], keep="last")
    return known.assign(telt=newest)


def _derive_punten(
    metingen: Sequence[Meting], around: Sequence[Herkomstvelden], peildatum: date
) -> tuple[Punt, ...]:
    punten: list[Punt] = []
    earlier: list[Publicatie] = []
    for row in select_published(metingen, peildatum).itertuples():
        meting = metingen[int(str(row.index))]
        if not row.telt:
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


def derive_reeks(reeks: Reeks, gegevens: Herkomstvelden, peildatum: date) -> Reeksfeiten:
    """A foreign series as it stands at `peildatum`."""
    punten = _derive_punten(reeks.metingen, (reeks, gegevens), peildatum)
    return Reeksfeiten(
        id=reeks.id,
        naam=reeks.naam,
        eenheid=reeks.eenheid,
        decimalen=count_decimals([punt.waarde for punt in punten]),
        punten=punten,
        laatste=_find_last(punten),
        reeks=reeks,
    )


def derive_indicator(
    indicator: Indicator,
    reeksen: Mapping[str, Reeksfeiten],
    gegevens: Herkomstvelden,
    peildatum: date,
) -> Indicatorfeiten:
    """An indicator as it stands at `peildatum`; the nulmeting counts as a point of its series."""
    metingen = list(indicator.metingen)
    nulmeting = indicator.nulmeting
    if nulmeting and all(meting.jaar != nulmeting.jaar for meting in metingen):
        metingen.append(
            Meting(
                reeks=indicator.id,
                jaar=nulmeting.jaar,
                waarde=nulmeting.waarde,
                bron=nulmeting.bron,
                peildatum=nulmeting.peildatum,
                herkomst=nulmeting.herkomst,
                kwaliteit=nulmeting.kwaliteit,
            )
        )
    punten = _derive_punten(metingen, (indicator, gegevens), peildatum)
    laatste = _find_last(punten)
    pad = list_path_points(indicator)
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
        doel=_find_target(indicator.streefwaarden, peildatum),
        op_pad=read_path(pad, laatste.jaar) if laatste else None,
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
    at_start = {punt.definitie_versie for punt in punten if punt.jaar == nulmeting.jaar}
    if laatste.definitie_versie not in at_start:
        return None
    return laatste.waarde - nulmeting.waarde
