"""Rules about pictures: each one in prose is known, may be seen, and was agreed to."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.dossier import Dossier
from generator.findings import Code, Finding, Plek, fout
from generator.model.basis import Zichtbaarheid
from generator.model.beelden import judge_beeldnaam
from generator.model.datums import show_datum
from generator.model.gelijkenis import find_closest
from generator.model.proza import Beeldplaats, Proza

LIJST = "data/beelden.yaml"


def _iter_beelden(dossier: Dossier) -> Iterator[tuple[Proza, Beeldplaats, Plek]]:
    for page in dossier.programma.proza:
        for deel in page.delen:
            if isinstance(deel, Beeldplaats):
                yield page, deel, Plek(f"content/{page.pad}.md", deel.regel, deel.kolom)


def find_beeld_onbekend(dossier: Dossier) -> Iterator[Finding]:
    """Prose that shows a picture about which nothing was written down."""
    known = dossier.plekken.ids("beeld")
    if dossier.plekken.is_unread("beeld"):
        return
    for _, deel, plek in _iter_beelden(dossier):
        if deel.bestand in known:
            continue
        oplossing = f"zet het in {LIJST} met bestand, alt, rechten en herkenbaar"
        if closest := find_closest(deel.bestand, known):
            oplossing = f"bedoelt u '{closest}'? Anders: {oplossing}"
        elif problem := judge_beeldnaam(deel.bestand):
            oplossing = f"{problem[1]}, en {oplossing}"
        melding = f"het beeld '{deel.bestand}' staat niet in {LIJST}"
        yield fout(Code.BEELD_ONBEKEND, plek, melding, oplossing)


def find_beeld_intern(dossier: Dossier) -> Iterator[Finding]:
    """A public page that shows a picture that not everyone may see, or not yet."""
    beelden = {beeld.bestand: beeld for beeld in dossier.programma.beelden}
    for page, deel, plek in _iter_beelden(dossier):
        beeld = beelden.get(deel.bestand)
        is_hidden = beeld is not None and beeld.zichtbaarheid is Zichtbaarheid.INTERN
        if beeld is None or not is_hidden or page.zichtbaarheid is Zichtbaarheid.INTERN:
            continue
        until = beeld.publiek_vanaf
        since = f" tot {show_datum(until)}" if until and until > dossier.peildatum else ""
        yield fout(
            Code.BEELD_INTERN,
            plek,
            f"deze pagina is openbaar, maar het beeld '{deel.bestand}' is intern{since}",
            f"schrijf bij het beeld in {LIJST} zichtbaarheid: publiek, of haal het hier weg"
            if not since
            else f"schrijf boven aan de pagina publiek_vanaf: {until} of later, geef het beeld een "
            "vroegere dag, of haal het hier weg",
        )


def find_herkenbaar_zonder_toestemming(dossier: Dossier) -> Iterator[Finding]:
    """A picture of people who did not say that it may be shown."""
    for beeld in dossier.programma.beelden:
        if beeld.herkenbaar and not beeld.toestemming:
            yield fout(
                Code.TOESTEMMING_ONTBREEKT,
                dossier.plekken.waar("beeld", beeld.id, "herkenbaar"),
                "er zijn mensen herkenbaar, en hun toestemming ontbreekt",
                "vraag toestemming en schrijf toestemming: true, of kies een ander beeld",
            )
