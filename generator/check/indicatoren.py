"""Rules about indicators: a baseline, and measurements that do not contradict each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.dossier import Dossier
from generator.findings import Code, Finding, fout, tip, waarschuwing
from generator.model.indicatoren import Meting
from generator.model.regels.getallen import show_getal


def _find_dubbel(
    dossier: Dossier, soort: str, identifier: str, metingen: Sequence[Meting]
) -> Iterator[Finding]:
    seen: dict[tuple[int, str | None], set[str]] = {}
    for index, meting in enumerate(metingen):
        publicatie = str(meting.publicatie or "")
        earlier = seen.setdefault((meting.jaar, meting.definitie_versie), set())
        # Without a publication nobody can tell which of two values is the newer one.
        if earlier and (publicatie in earlier or "" in {publicatie, *earlier}):
            yield fout(
                Code.METING_DUBBEL,
                dossier.plekken.waar(soort, identifier, "metingen", index, "jaar"),
                f"voor {meting.jaar} staat deze reeks er twee keer, en het is niet te zien welke "
                "waarde de nieuwste is",
                "haal een regel weg, of geef elke regel een eigen publicatie",
            )
        earlier.add(publicatie)


def find_meting_dubbel(dossier: Dossier) -> Iterator[Finding]:
    """Two measurements of one indicator for the same year and the same publication."""
    for indicator in dossier.programma.indicatoren:
        yield from _find_dubbel(dossier, "indicator", indicator.id, indicator.metingen)


def find_meting_na_peildatum(dossier: Dossier) -> Iterator[Finding]:
    """A value of a year that has not begun: nobody sees it, and it may be a slip of the hand."""
    for indicator in dossier.programma.indicatoren if dossier.is_gedateerd else ():
        for index, meting in enumerate(indicator.metingen):
            if meting.waarde is not None and meting.jaar > dossier.peildatum.year:
                yield tip(
                    Code.METING_NA_PEILDATUM,
                    dossier.plekken.waar("indicator", indicator.id, "metingen", index, "jaar"),
                    f"{meting.jaar} moet op de peildatum ({dossier.peildatum}) nog beginnen; deze "
                    "waarde staat niet op de site",
                    "verbeter het jaar, of laat dit zo tot de peildatum in dat jaar valt",
                )


def find_reekswaarde_dubbel(dossier: Dossier) -> Iterator[Finding]:
    """Two rows of a foreign file that would be one value: its filter lets too much through."""
    for reeks in dossier.programma.reeksen:
        yield from _find_dubbel(dossier, "reeks", reeks.id, reeks.metingen)


def find_streefwaarde_dubbel(dossier: Dossier) -> Iterator[Finding]:
    """Two targets for one year."""
    for indicator in dossier.programma.indicatoren:
        seen: set[int] = set()
        for index, doel in enumerate(indicator.streefwaarden):
            if doel.jaar in seen:
                yield fout(
                    Code.METING_DUBBEL,
                    dossier.plekken.waar("indicator", indicator.id, "streefwaarden", index, "jaar"),
                    f"voor {doel.jaar} staan er twee streefwaarden",
                    "haal er een weg, of pas het jaar aan",
                )
            seen.add(doel.jaar)


def find_meting_vreemd(dossier: Dossier) -> Iterator[Finding]:
    """A measurement that names another series or another definition than its indicator has."""
    for indicator in dossier.programma.indicatoren:
        versies = {item.versie for item in indicator.definitieversies}
        for index, meting in enumerate(indicator.metingen):
            if meting.reeks != indicator.id:
                yield fout(
                    Code.VERWIJZING_ONBEKEND,
                    dossier.plekken.waar("indicator", indicator.id, "metingen", index, "reeks"),
                    f"reeks: '{meting.reeks}' hoort niet in dit bestand",
                    f"schrijf {indicator.id}",
                )
            if meting.definitie_versie is not None and meting.definitie_versie not in versies:
                place = ("metingen", index, "definitie_versie")
                yield fout(
                    Code.VERWIJZING_ONBEKEND,
                    dossier.plekken.waar("indicator", indicator.id, *place),
                    f"definitie_versie: '{meting.definitie_versie}' bestaat niet",
                    f"voeg die toe bij definitieversies in data/indicatoren/{indicator.id}.yaml",
                )


def find_meting_zonder_reden(dossier: Dossier) -> Iterator[Finding]:
    """A value that is missing, while nobody says why: readers see an empty cell."""
    for indicator in dossier.programma.indicatoren:
        for index, meting in enumerate(indicator.metingen):
            if meting.waarde is None and meting.reden is None:
                yield waarschuwing(
                    Code.REDEN_ONTBREEKT,
                    dossier.plekken.waar("indicator", indicator.id, "metingen", index, "jaar"),
                    f"de waarde over {meting.jaar} ontbreekt, en er staat niet waarom",
                    "schrijf in de kolom reden waarom de waarde er niet is, of haal de regel weg",
                )


def find_grenzen_verwisseld(dossier: Dossier) -> Iterator[Finding]:
    """The smallest and the largest that a value can be, the wrong way round."""
    for indicator in dossier.programma.indicatoren:
        low, high = indicator.kleinst_mogelijk, indicator.grootst_mogelijk
        if low is not None and high is not None and low > high:
            yield fout(
                Code.GETAL_ONGELDIG,
                dossier.plekken.waar("indicator", indicator.id, "kleinst_mogelijk"),
                "kleinst_mogelijk is groter dan grootst_mogelijk",
                "verwissel de twee getallen",
            )


def find_waarde_onmogelijk(dossier: Dossier) -> Iterator[Finding]:
    """A value that cannot exist by what the indicator says itself: one of the two is wrong."""
    for indicator in dossier.programma.indicatoren:
        low, high = indicator.kleinst_mogelijk, indicator.grootst_mogelijk
        if low is not None and high is not None and low > high:
            continue
        begin = indicator.nulmeting
        values: list[tuple[tuple[str | int, ...], Decimal | None]] = [
            (("nulmeting", "waarde"), begin.waarde if begin else None)
        ]
        for name in ("streefwaarden", "metingen"):
            items = enumerate(getattr(indicator, name))
            values += [((name, index, "waarde"), item.waarde) for index, item in items]
        for path, value in values:
            field = _find_overtreden(value, low, high)
            if field:
                yield fout(
                    Code.GETAL_ONGELDIG,
                    dossier.plekken.waar("indicator", indicator.id, *path),
                    f"deze waarde kan niet bestaan volgens {field}",
                    f"verbeter de waarde, of {field} in data/indicatoren/{indicator.id}.yaml",
                )


def _find_overtreden(value: Decimal | None, low: Decimal | None, high: Decimal | None) -> str:
    """The field that says that a value cannot exist; empty when none does."""
    if value is not None and low is not None and value < low:
        return "kleinst_mogelijk"
    return "grootst_mogelijk" if value is not None and high is not None and value > high else ""


def find_nulmeting_ontbreekt(dossier: Dossier) -> Iterator[Finding]:
    """An indicator without a baseline that does not say so either.

    Source: the seed's "eerst weten waar je staat" (DOMAIN, row S12).
    """
    for indicator in dossier.programma.indicatoren:
        if indicator.nulmeting is None and indicator.nog_geen_nulmeting is None:
            yield fout(
                Code.NULMETING_ONTBREEKT,
                dossier.plekken.waar("indicator", indicator.id),
                "deze indicator heeft geen nulmeting",
                "voeg nulmeting toe met jaar en waarde, of nog_geen_nulmeting met de reden",
            )


def find_nulmeting_tegenstrijdig(dossier: Dossier) -> Iterator[Finding]:
    """A baseline that differs from every measurement of the same year."""
    for indicator in dossier.programma.indicatoren:
        nulmeting = indicator.nulmeting
        if nulmeting is None or dossier.plekken.is_half("indicator", indicator.id):
            continue
        same_year = {
            meting.waarde
            for meting in indicator.metingen
            if meting.jaar == nulmeting.jaar and meting.waarde is not None
        }
        if same_year and nulmeting.waarde not in same_year:
            measured = " of ".join(map(show_getal, sorted(same_year)))
            yield fout(
                Code.NULMETING_TEGENSTRIJDIG,
                dossier.plekken.waar("indicator", indicator.id, "nulmeting", "waarde"),
                f"de nulmeting over {nulmeting.jaar} is anders dan de meting ({measured})",
                f"maak de waarden gelijk: hier, of in data/metingen/{indicator.id}.csv",
            )


def find_eenheid_verschilt(dossier: Dossier) -> Iterator[Finding]:
    """An indicator that is compared with a series in another unit: one axis cannot show both."""
    eenheden = {reeks.id: reeks.eenheid for reeks in dossier.programma.reeksen}
    for indicator in dossier.programma.indicatoren:
        for index, name in enumerate(indicator.referentiereeksen):
            if eenheden.get(name, indicator.eenheid) != indicator.eenheid:
                yield fout(
                    Code.EENHEID_VERSCHILT,
                    dossier.plekken.waar("indicator", indicator.id, "referentiereeksen", index),
                    f"de reeks '{name}' is in {eenheden[name]}, de indicator in "
                    f"{indicator.eenheid}",
                    "vergelijk met een reeks in dezelfde eenheid, of schrijf de eenheid gelijk",
                )
