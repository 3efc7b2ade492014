"""What the page about contributions shows: per indicator the sum, its parts and its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from generator.derive.feiten import Indicatorfeiten
from generator.derive.feiten.bijdrage import Bijdrage, Bijdragefeiten, Doelbijdrage
from generator.model.basis import Editie
from generator.model.indicatoren import Indicator
from generator.present.bijdragezinnen import (
    MEESTE_CIJFERS,
    NIET_TE_BEREKENEN,
    count_digits,
    name_rest,
    show_rest,
    tell_bereikt,
    tell_doelen,
    tell_gepland,
    tell_minimaal,
    tell_reden,
    tell_rest,
    tell_verwacht,
)
from generator.present.formats import (
    count_decimalen,
    format_effect,
    format_getal,
    format_opsomming,
    format_teken,
    format_verschil,
    format_waarde,
)
from generator.present.writer import Writer


class Doelregel(NamedTuple):
    """The sum of one target, in words; `reden` says why it cannot be made."""

    jaar: int
    doel: str
    verwacht: str
    afstand: str
    som: str
    rest: str
    gewogen: str
    reden: str


class Actieregel(NamedTuple):
    """One effect of one action, in words; `in_plaats` is the action that counts instead of it."""

    actie: str
    effect: str
    jaar: int
    zekerheid: str
    gewogen: str
    telt: str
    in_plaats: str | None
    is_voorbeeld: bool


class Minimaalregel(NamedTuple):
    """A target that the pace does not meet, and what the minimal package does about it."""

    indicator: str
    naam: str
    jaar: int
    afstand: str
    som: str
    rest: str


class Bijdrageblok(NamedTuple):
    """What the actions add to one indicator, as it is shown."""

    indicator: Indicator
    kort: str
    zinnen: Sequence[str]
    doelen: Sequence[Doelregel]
    acties: Sequence[Actieregel]
    bereikt: str
    som_bereikt: str
    bereikte: Sequence[Actieregel]
    is_voorbeeld: bool


def gather_bijdrage(writer: Writer) -> dict[str, Any]:
    """Every indicator to which an action adds something, or of which a target is to come."""
    feiten = writer.feiten
    blokken = [blok for name in feiten.bijdrage if (blok := make_blok(writer, name))]
    doelen = [doel for item in feiten.bijdrage.values() for doel in item.doelen]
    kansen = feiten.kansen
    return {
        "blokken": [blok for blok in blokken if blok.doelen or blok.acties],
        "bereikt": [blok for blok in blokken if blok.bereikte],
        "zin": tell_doelen(doelen) if feiten.editie is Editie.INTERN else "",
        "minimaal": kansen.minimaal if kansen else (),
        "minimaalzin": tell_minimaal(doelen),
        "minimaalregels": list(_list_minimaal(writer)),
        "niet_in_pakket": _list_niet_in_pakket(writer),
        "toont_beeld": feiten.editie is Editie.INTERN and bool(doelen),
        "weegt": [term for term in writer.termen("zekerheid") if term.gewicht is not None],
        "is_voorbeeld": any(blok.is_voorbeeld for blok in blokken),
    }


def make_blok(writer: Writer, identifier: str) -> Bijdrageblok | None:
    """What the actions add to one indicator; None where there is nothing to say."""
    feit = writer.feiten.bijdrage.get(identifier)
    if feit is None or not (feit.doelen or feit.verwacht or feit.bereikt):
        return None
    basis = writer.feiten.indicatoren[identifier]
    is_intern = writer.feiten.editie is Editie.INTERN
    digits = _count_together(feit.verwacht)
    expected = [_tell_actie(writer, basis, item, digits, feit) for item in feit.verwacht]
    digits = _count_together(feit.bereikt)
    reached = [_tell_actie(writer, basis, item, digits) for item in feit.bereikt]
    return Bijdrageblok(
        indicator=basis.indicator,
        kort=_tell_kort(basis.indicator, feit),
        zinnen=_tell_eerste(basis.indicator, feit) if is_intern else (),
        doelen=_list_doelen(basis.indicator, feit),
        acties=expected if is_intern else (),
        bereikt=tell_bereikt(basis.indicator, feit),
        som_bereikt=""
        if feit.som_bereikt is None
        else format_effect(feit.som_bereikt, basis.indicator.eenheid),
        bereikte=reached,
        is_voorbeeld=writer.is_illustratief(basis.indicator)
        or any(item.is_voorbeeld for item in (*expected, *reached)),
    )


def _tell_kort(indicator: Indicator, feit: Bijdragefeiten) -> str:
    """What is still to be done for the nearest target, in a few words."""
    if not feit.doelen:
        return "geen doel met een getal"
    first = feit.doelen[0]
    return (
        f"{first.doel.jaar}: {name_rest(indicator, first.alle.rest, count_digits(indicator, feit))}"
    )


def _tell_eerste(indicator: Indicator, feit: Bijdragefeiten) -> list[str]:
    """The sum of the nearest target in sentences; without a target only that there is none."""
    if not feit.doelen:
        return ["Er is geen doel met een getal dat nog moet komen. Een restopgave is er dus niet."]
    digits, first = count_digits(indicator, feit), feit.doelen[0]
    zinnen = [tell_verwacht(indicator, first, digits), tell_gepland(indicator, first)]
    return [*zinnen, *filter(None, [tell_rest(indicator, first, digits)])]


def _list_doelen(indicator: Indicator, feit: Bijdragefeiten) -> list[Doelregel]:
    """The targets to come, all numbers in equal digits; the caption names their unit."""
    weighed = [item.alle.gewogen for item in feit.doelen if item.alle.gewogen is not None]
    digits = count_digits(indicator, feit, weighed)
    return [_tell_doel(indicator, item, digits) for item in feit.doelen]


def _tell_doel(indicator: Indicator, item: Doelbijdrage, digits: int) -> Doelregel:
    eenheid, pakket = indicator.eenheid, item.alle
    gewogen = ""
    if pakket.gewogen is not None:
        gewogen = format_teken(pakket.gewogen, digits)
        if item.afstand is not None:
            gewogen += f": {show_rest(pakket.rest_gewogen, digits)}"
    return Doelregel(
        jaar=item.doel.jaar,
        doel=format_waarde(item.doel.waarde, eenheid, indicator.decimalen),
        verwacht=NIET_TE_BEREKENEN
        if item.verwacht is None
        else f"{format_getal(item.verwacht, digits)}{'%' if eenheid == '%' else ''}",
        afstand=_name_afstand(item, digits),
        som=format_teken(pakket.som, digits),
        rest=show_rest(pakket.rest, digits),
        gewogen=gewogen,
        reden=tell_reden(item),
    )


def _name_afstand(item: Doelbijdrage, digits: int, eenheid: str = "") -> str:
    if item.afstand is None:
        return NIET_TE_BEREKENEN
    if item.afstand <= 0:
        return "tempo is genoeg"
    if not eenheid:
        return format_getal(item.afstand, digits)
    return format_verschil(item.afstand, eenheid, digits)


def _count_together(effecten: Sequence[Bijdrage]) -> tuple[int, int]:
    """The digits in which effects stand together, and those in which what they weigh does."""
    digits = count_decimalen([item.effect.waarde for item in effecten], 0, MEESTE_CIJFERS)
    weighed = [item.gewogen for item in effecten if item.gewogen is not None]
    return digits, count_decimalen(weighed, digits, MEESTE_CIJFERS)


def _tell_actie(
    writer: Writer,
    basis: Indicatorfeiten,
    item: Bijdrage,
    digits: tuple[int, int],
    feit: Bijdragefeiten | None = None,
) -> Actieregel:
    """One effect and what it weighs, in `digits`; of expected ones the caption has the unit."""
    effect, eenheid = item.effect, basis.indicator.eenheid
    telt, in_plaats = _tell_telt(item, feit)
    coarse, fine = digits
    return Actieregel(
        actie=item.actie,
        effect=format_teken(effect.waarde, coarse)
        if feit
        else format_effect(effect.waarde, eenheid, coarse),
        jaar=effect.jaar,
        zekerheid=writer.term("zekerheid", effect.zekerheid) if effect.zekerheid else "",
        gewogen="" if item.gewogen is None else format_teken(item.gewogen, fine),
        telt=telt,
        in_plaats=in_plaats,
        is_voorbeeld=writer.is_illustratief(effect, writer.feiten.acties[item.actie].actie),
    )


def _tell_telt(item: Bijdrage, feit: Bijdragefeiten | None) -> tuple[str, str | None]:
    """Whether an effect is in the sum, for which targets, and else which action is."""
    found = [
        (doel.doel.jaar, part)
        for doel in (feit.doelen if feit else ())
        for part in doel.alle.bijdragen
        if part.effect is item.effect
    ]
    if feit is None or not feit.doelen:
        return ("telt mee", None) if item.telt else ("telt niet mee, wel", item.in_plaats)
    if not found:
        return "komt na het laatste doel", None
    years = [jaar for jaar, part in found if part.telt]
    instead = next((part.in_plaats for _, part in found if not part.telt), None)
    if not years:
        return "telt niet mee, wel", instead
    if instead:
        return f"telt mee voor {format_opsomming(list(map(str, years)))}, daarna telt", instead
    since = f" vanaf {years[0]}" if len(found) < len(feit.doelen) else ""
    return f"telt mee{since}", None


def _list_minimaal(writer: Writer) -> Iterable[Minimaalregel]:
    """The targets that the pace does not meet, with what the minimal package adds to them."""
    for identifier, feit in writer.feiten.bijdrage.items():
        indicator = writer.feiten.indicatoren[identifier].indicator
        digits = count_digits(indicator, feit)
        for item in feit.doelen:
            if _falls_short(item) and item.minimaal and item.minimaal.bijdragen:
                yield Minimaalregel(
                    indicator=identifier,
                    naam=indicator.naam,
                    jaar=item.doel.jaar,
                    afstand=_name_afstand(item, digits, indicator.eenheid),
                    som=format_effect(item.minimaal.som, indicator.eenheid, digits),
                    rest=name_rest(indicator, item.minimaal.rest, digits),
                )


def _list_niet_in_pakket(writer: Writer) -> list[Indicator]:
    """The indicators whose pace is not enough and to which the package adds nothing, by name."""
    feiten = writer.feiten
    found = []
    for identifier, feit in feiten.bijdrage.items():
        short = [item for item in feit.doelen if _falls_short(item)]
        if short and all(item.minimaal and not item.minimaal.bijdragen for item in short):
            found.append(feiten.indicatoren[identifier].indicator)
    return sorted(found, key=lambda item: item.naam.casefold())


def _falls_short(item: Doelbijdrage) -> bool:
    """Whether it is known that the pace does not meet the target."""
    return item.afstand is not None and item.afstand > 0
