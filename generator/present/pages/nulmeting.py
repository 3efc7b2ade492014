"""What the pages of the nulmeting show: which parts there are, and what each of them says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from generator.derive.feiten.stromen import Stroombeeld
from generator.model.basis import Editie
from generator.model.herkomst import Herkomstvelden
from generator.model.nulmeting import Bevinding
from generator.model.woordenlijst import Term
from generator.present.formats import (
    format_aandeel,
    format_aantal,
    format_co2,
    format_milieukosten,
    format_ton,
    format_uitgaven,
    format_waarde,
)
from generator.present.writer import Writer

DELEN = (
    ("grondstofstromen", "Grondstofstromen", "stromen-massa"),
    ("inkoop", "Inkoopanalyse", "inkoop-segmenten"),
    ("bewustzijn", "Bewustzijn en draagvlak", "bewustzijn-niveaus"),
)
"""The parts that a nulmeting has, each with the figure whose sentence tells what came out.

Source: DOMAIN 1.3, row K16.
"""


class Deel(NamedTuple):
    """A part of the nulmeting; `pad` is None where it was not done, or is not shown here."""

    kop: str
    pad: str | None
    zin: str
    is_illustratief: bool = False


def gather_nulmeting(writer: Writer) -> dict[str, Any]:
    """The parts of the nulmeting, each with its conclusion, or named as missing."""
    return {
        "delen": [*(_tell_deel(writer, *deel) for deel in DELEN), _tell_scandeel(writer)],
        "heeft_stromen": writer.feiten.stromen is not None,
    }


def _tell_deel(writer: Writer, veld: str, kop: str, naam: str) -> Deel:
    pad = f"nulmeting/{veld}"
    if getattr(writer.feiten.programma, veld) is None or pad not in writer.paden:
        return Deel(kop, None, _tell_missing(writer))
    figuur = writer.figuren.figuur(naam)
    return Deel(kop, pad, figuur.zin, figuur.is_illustratief)


def _tell_scandeel(writer: Writer) -> Deel:
    kop, pad = "Circulariteitsscan", "nulmeting/circulariteitsscan"
    if pad not in writer.paden:
        return Deel(kop, None, _tell_missing(writer))
    own = writer.feiten.programma.circulariteitsscan or Herkomstvelden()
    return Deel(kop, pad, tell_scan(writer), writer.is_illustratief(own))


def _tell_missing(writer: Writer) -> str:
    """That a part is absent; the public edition cannot know whether it was done."""
    if writer.feiten.editie is Editie.PUBLIEK:
        return "Dit onderdeel ontbreekt in deze versie: er zijn geen openbare uitkomsten."
    return "Dit onderdeel ontbreekt: het is nog niet gedaan of nog niet ingevuld."


def tell_scan(writer: Writer) -> str:
    """What the scan gave, in numbers."""
    programma = writer.feiten.programma
    scan, praktijken = programma.circulariteitsscan, programma.praktijken
    zinnen = []
    if scan is None:
        zinnen.append("De scan zelf is nog niet gedaan of nog niet ingevuld.")
    else:
        counted = [
            f"{soort.naam.lower()} ({len(found)})" for soort, found in group_bevindingen(writer)
        ]
        number = format_aantal(len(scan.bevindingen), "bevinding", "bevindingen")
        zinnen.append(f"De scan gaf {number}{': ' if counted else ''}{', '.join(counted)}.")
    if praktijken:
        number = format_aantal(len(praktijken), "praktijk", "praktijken")
        intrinsic = sum(item.is_intrinsiek for item in praktijken)
        verb = "is" if len(praktijken) == 1 else "zijn"
        zinnen.append(
            f"Er {verb} {number} van medewerkers in beeld, waarvan {intrinsic} uit eigen beweging."
        )
    if programma.initiatieven:
        number = format_aantal(len(programma.initiatieven), "initiatief", "initiatieven")
        verb = "is" if len(programma.initiatieven) == 1 else "zijn"
        zinnen.append(f"Van buiten {verb} er {number}.")
    return " ".join(zinnen)


def group_bevindingen(writer: Writer) -> list[tuple[Term, Sequence[Bevinding]]]:
    """The findings by kind, in the order of the vocabulary; a kind without findings is left out."""
    scan = writer.feiten.programma.circulariteitsscan
    bevindingen = scan.bevindingen if scan else ()
    grouped = [
        (soort, [item for item in bevindingen if item.soort == soort.id])
        for soort in writer.termen("bevindingsoort")
    ]
    return [(soort, found) for soort, found in grouped if found]


def gather_scan(writer: Writer) -> dict[str, Any]:
    """The scan: findings by kind, practices and initiatives."""
    return {"zin": tell_scan(writer), "soorten": group_bevindingen(writer)}


def gather_stromen(writer: Writer) -> dict[str, Any]:
    """The material flows: the headline facts of each schaal; two schalen are never added."""
    feiten, analyse = writer.feiten.stromen, writer.feiten.programma.grondstofstromen
    if feiten is None or analyse is None:
        return {"kern": [], "andere": [], "is_voorbeeld": False}
    return {
        "kern": _list_facts(feiten.beeld),
        "andere": [(beeld.schaal.naam, _list_facts(beeld)) for beeld in feiten.andere],
        "is_voorbeeld": any(
            writer.is_illustratief(item, analyse)
            for beeld in (feiten.beeld, *feiten.andere)
            for item in beeld.afkomst
        ),
    }


def _list_facts(beeld: Stroombeeld) -> list[tuple[str, str]]:
    """The headline facts, as (heading, words); what is unknown is left out."""
    totaal = beeld.totaal
    rows = [
        ("Jaar", str(beeld.jaar)),
        ("Schaal", beeld.schaal.naam),
        ("Kwam erin", format_ton(totaal.balans.erin)),
        ("Ging eruit", format_ton(totaal.balans.eruit)),
        ("Bleef in gebruik", format_ton(totaal.balans.gebleven)),
        ("Niet nieuw gewonnen", _show(beeld.niet_primair_pct, format_aandeel)),
        ("Nieuw en niet-hernieuwbaar", format_ton(beeld.primair_abiotisch_ton)),
        ("Opnieuw gebruikt of goed gerecycled", _show(beeld.hoogwaardig_pct, format_aandeel)),
        ("Milieukosten (MKI)", _show(totaal.mki, format_milieukosten)),
        ("Broeikasgas", _show(totaal.co2_ton, format_ton)),
        ("Gewicht per inwoner", _show(beeld.kg_per_inwoner, _show_kg)),
        ("Milieukosten per inwoner", _show(beeld.mki_per_inwoner, format_milieukosten)),
    ]
    return [(kop, waarde) for kop, waarde in rows if waarde]


def _show(value: Decimal | None, words: Callable[[Decimal], str]) -> str:
    return "" if value is None else words(value)


def _show_kg(value: Decimal) -> str:
    return format_waarde(value, "kg", 0)


def gather_inkoop(writer: Writer) -> dict[str, Any]:
    """The headline numbers of procurement, in words."""
    found = writer.feiten.inkoop
    if found is None:
        return {}
    pct = found.contracten_pct
    return {
        "bedrag": format_uitgaven(found.uitgaven_eur),
        "uitstoot": format_co2(found.impact_ton),
        "besparing": format_co2(found.potentieel_ton) if found.potentieel_ton else "",
        "contracten": ""
        if pct is None
        else f"{found.contracten_met} van {found.contracten} ({format_aandeel(pct)})",
    }
