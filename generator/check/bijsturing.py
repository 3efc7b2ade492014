"""Rules about steering: what asks for a decision has one, and every decision is looked back on."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from generator.check.dossier import Dossier
from generator.findings import Code, Finding, fout, waarschuwing
from generator.model.basis import Indicatorstatus
from generator.model.bijsturing import Bijsturing
from generator.model.oordelen import find_gegeven
from generator.model.regels.besluiten import (
    is_terugblik_te_laat,
    list_beantwoord,
    list_vraagt_besluit,
)
from generator.model.regels.getallen import as_decimal, show_getal
from generator.model.regels.koers import Koers, judge_indicator, read_grenzen
from generator.model.regels.voortgang import Licht, judge_actie

SOORT = "bijsturing"


def find_besluit_ontbreekt(dossier: Dossier) -> Iterator[Finding]:
    """An indicator or an action whose verdict asks for a decision that nobody took.

    The verdict is the one that counts: by hand where it was given by hand. A decision that was
    looked back on answers nothing any more.
    """
    read = len(dossier.programma.bijsturingen)
    if not dossier.is_gedateerd or dossier.plekken.holds_mistake(SOORT, read):
        return
    answered = list_beantwoord(dossier.programma, dossier.peildatum)
    for identifier, naam, why in _list_indicatoren(dossier):
        is_half = dossier.plekken.is_half("indicator", identifier)
        if identifier not in answered.indicatoren and not is_half:
            yield _ask(dossier, "indicator", identifier, naam, why)
    for identifier, naam, why in _list_acties(dossier):
        if identifier not in answered.acties:
            yield _ask(dossier, "actie", identifier, naam, why)


def _list_indicatoren(dossier: Dossier) -> Iterator[tuple[str, str, str]]:
    """The indicators that ask for a decision, each with its verdict in words and why it is so."""
    asking = list_vraagt_besluit(dossier.programma, "indicatorstatus")
    grenzen = read_grenzen(dossier.programma)
    for indicator in dossier.geteld.indicatoren:
        koers = judge_indicator(indicator, grenzen, dossier.peildatum)
        given = find_gegeven(indicator.oordeel_handmatig, dossier.peildatum)
        status = given.waarde if given else koers.status
        if status and status.value in asking:
            why = f"met de hand: {_cut(given.reden)}" if given else _tell_koers(koers)
            yield indicator.id, dossier.termen["indicatorstatus"][status.value].naam, why


def _tell_koers(koers: Koers) -> str:
    """The sum behind a verdict: the pace, or target and value where no pace decided."""
    if koers.verhouding is not None and koers.status is not Indicatorstatus.NIET_GEHAALD:
        wrong = ", de verkeerde kant op" if koers.verhouding < 0 else ""
        return f"{_round(abs(koers.verhouding) * 100)}% van het nodige tempo{wrong}"
    moments = (("doel", koers.doel), ("gemeten", koers.laatste))
    return ", ".join(
        f"{what} {show_getal(as_decimal(moment[1]))} in {moment[0]}"
        for what, moment in moments
        if moment
    )


def _round(value: Fraction) -> Decimal:
    return as_decimal(value).quantize(Decimal(1), ROUND_HALF_UP)


def _list_acties(dossier: Dossier) -> Iterator[tuple[str, str, str]]:
    """The actions that ask for a decision, each with its light in words and why it is so."""
    programma, statussen = dossier.programma, dossier.termen.get("actiestatus", {})
    asking = list_vraagt_besluit(programma, "voortgang")
    for actie in programma.acties:
        status = statussen.get(actie.actiestatus)
        klasse = status.klasse if status else None
        licht = judge_actie(actie, klasse, programma.voortgangsregels, dossier.peildatum)
        if licht.waarde and licht.waarde.value in asking:
            naam = dossier.termen["voortgang"][licht.waarde.value].naam
            yield actie.id, naam, _tell_licht(licht)


def _tell_licht(licht: Licht) -> str:
    if licht.handmatig:
        return f"met de hand: {_cut(licht.handmatig.reden)}"
    return "; ".join(_cut(regel.tekst) for regel in licht.regels)


def _cut(text: str) -> str:
    """A sentence without its full stop, to stand within another."""
    return text.rstrip(". \n")


def _ask(dossier: Dossier, soort: str, identifier: str, naam: str, why: str) -> Finding:
    field = "indicatoren" if soort == "indicator" else "acties"
    named = [item for item in dossier.programma.bijsturingen if identifier in getattr(item, field)]
    others = "".join(f"; {_tell_other(dossier, item)}" for item in named)
    return waarschuwing(
        Code.BESLUIT_ONTBREEKT,
        dossier.plekken.waar(soort, identifier),
        f"deze {soort} staat op '{naam}' ({why}), en daar is geen besluit over{others}",
        f"voeg in data/bijsturingen.yaml een besluit toe met {field}: [{identifier}], of zet "
        f"{identifier} bij een besluit waarop nog niet is teruggekeken",
    )


def _tell_other(dossier: Dossier, item: Bijsturing) -> str:
    """Why a decision that does name it is no answer."""
    if item.datum > dossier.peildatum:
        return f"{item.id} is van na {dossier.peildatum}"
    return f"op {item.id} is al teruggekeken"


def find_terugblik_te_laat(dossier: Dossier) -> Iterator[Finding]:
    """A decision that should have been looked back on by now."""
    for item in dossier.programma.bijsturingen if dossier.is_gedateerd else ():
        if item.datum > dossier.peildatum or not is_terugblik_te_laat(item, dossier.peildatum):
            continue
        passed = f"het moment om terug te kijken ({item.terugkijken}) is voorbij"
        if item.teruggekeken_op:
            yield waarschuwing(
                Code.TERUGBLIK_TE_LAAT,
                dossier.plekken.waar(SOORT, item.id, "teruggekeken_op"),
                f"{passed}, en teruggekeken_op ({item.teruggekeken_op}) ligt na de peildatum "
                f"({dossier.peildatum}): het telt nog niet",
                "controleer de datum, of zet de peildatum in data/programma.yaml later",
            )
        else:
            yield waarschuwing(
                Code.TERUGBLIK_TE_LAAT,
                dossier.plekken.waar(SOORT, item.id, "terugkijken"),
                f"{passed}, en er is niet teruggekeken",
                "kijk of het besluit werkte en voeg toe: teruggekeken_op: ... en uitkomst: ...; "
                "of spreek een later moment af",
            )


def find_datums_tegenstrijdig(dossier: Dossier) -> Iterator[Finding]:
    """A decision whose dates are not in the order in which things happen."""
    for item in dossier.programma.bijsturingen:
        for field, words in _list_wrong_order(item):
            yield fout(
                Code.DATUMS_TEGENSTRIJDIG,
                dossier.plekken.waar(SOORT, item.id, field),
                f"{field} ({getattr(item, field)}) ligt voor {words}",
                f"schrijf bij {field} een later moment, of verbeter de andere datum",
            )


def _list_wrong_order(item: Bijsturing) -> Iterator[tuple[str, str]]:
    """Each date that comes too early, and before what."""
    besluit = f"de dag van het besluit ({item.datum})"
    if item.gaat_in.eind < item.datum:
        yield "gaat_in", besluit
    if item.terugkijken.eind < item.datum:
        yield "terugkijken", besluit
    elif item.terugkijken.eind < item.gaat_in.begin:
        yield "terugkijken", f"gaat_in ({item.gaat_in})"
    if item.teruggekeken_op and item.teruggekeken_op < item.datum:
        yield "teruggekeken_op", besluit


def find_terugblik_onvolledig(dossier: Dossier) -> Iterator[Finding]:
    """A look back without what it told, or what it told without the day."""
    for item in dossier.programma.bijsturingen:
        if item.teruggekeken_op and item.uitkomst is None:
            yield fout(
                Code.TERUGBLIK_ONVOLLEDIG,
                dossier.plekken.waar(SOORT, item.id, "teruggekeken_op"),
                "er is teruggekeken, maar er staat niet wat daarbij bleek",
                "voeg toe: uitkomst: ... (wat er bij het terugkijken bleek)",
            )
        if item.uitkomst is not None and item.teruggekeken_op is None:
            yield fout(
                Code.TERUGBLIK_ONVOLLEDIG,
                dossier.plekken.waar(SOORT, item.id, "uitkomst"),
                "er staat een uitkomst, maar niet op welke dag is teruggekeken",
                "voeg toe: teruggekeken_op: ... (jaar-maand-dag)",
            )


def find_besluit_zonder_onderwerp(dossier: Dossier) -> Iterator[Finding]:
    """A decision about nothing: it stands beside no indicator and no action."""
    for item in dossier.programma.bijsturingen:
        if not item.indicatoren and not item.acties:
            yield fout(
                Code.BESLUIT_ZONDER_ONDERWERP,
                dossier.plekken.waar(SOORT, item.id),
                "dit besluit noemt geen indicator en geen actie",
                "voeg toe: indicatoren: [...] of acties: [...], met de id's waar het over gaat",
            )
