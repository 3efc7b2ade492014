"""Home, and the pages with which an employee begins: what to do now, and what is new here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Final

from generator.derive.feiten import Actiefeiten, Feiten
from generator.derive.feiten.uitvoering import Besluitvraag
from generator.model.basis import Editie, Klasse
from generator.model.organisatie import Team
from generator.model.paginas import PAGINAS, Pagina
from generator.model.werk import Keuzehulp
from generator.model.woordenlijst import Begrip
from generator.present.formats import format_aantal
from generator.present.pages.overviews import list_upcoming
from generator.present.writer import Writer
from generator.present.zoekwoorden import name_begrip

VOORBEELDEN = 3
"""How many words the hint about searching names."""
WOORDEN = 8
"""How many words a newcomer gets explained."""
SITUATIES = 6
"""How many situations at work stand on home; the page Aan de slag has all of them."""
EERSTVOLGEND = 3
"""How many milestones to come stand on home when nothing is due this month."""
BESLUITVRAGEN = 4
"""How much of what asks for a decision stands on the public home; Voortgang has all of it."""

VRAAGPLEK: Final = {
    Editie.INTERN: "wat-vraagt-een-besluit",
    Editie.PUBLIEK: "dit-vraagt-bijsturing",
}
"""Where on the page Voortgang stands what asks for a decision: the anchor of its heading."""

type_situaties = list[tuple[Team | None, list[Keuzehulp]]]


def list_situaties(writer: Writer) -> type_situaties:
    """The situations at work: first those of everyone, then by team."""
    programma = writer.feiten.programma
    groups: type_situaties = [
        (team, [item for item in programma.keuzehulp if item.team == (team and team.id)])
        for team in (None, *programma.teams)
    ]
    return [(team, items) for team, items in groups if items]


def gather_home(writer: Writer) -> dict[str, Any]:
    """The home page: on the intranet what to do now, for the public what comes of it."""
    feiten = writer.feiten
    programma = feiten.programma
    situaties = [item for _, items in list_situaties(writer) for item in items]
    return {
        "omschrijving": programma.gegevens.kernzin,
        "verberg": ("navigation", "toc", "path"),
        "koppen": list_koppen(writer),
        "besluitvragen": feiten.uitvoering.besluitvragen[:BESLUITVRAGEN],
        "vraagkop": tell_vraagkop(feiten),
        "vraagplek": f"voortgang/index#{VRAAGPLEK[feiten.editie]}",
        "alle_vragen": tell_all(feiten.uitvoering.besluitvragen, BESLUITVRAGEN),
        "situaties": situaties[:SITUATIES],
        "alle_situaties": f"Alle {len(situaties)} situaties" if situaties[SITUATIES:] else "",
        "zoekvoorbeelden": _list_zoekvoorbeelden(situaties),
        "eerstvolgend": list_upcoming(feiten.acties.values())[:EERSTVOLGEND],
        "afgerond": list_afgerond(writer),
        "programmapaginas": [
            (pagina.pad, pagina.titel) for pagina in PAGINAS if _is_for_advisors(writer, pagina)
        ],
    }


def tell_all(vragen: Sequence[Besluitvraag], shown: int) -> str:
    """The words of the link from a list of what asks for a decision to the page with all of it."""
    rest = len(vragen) - shown
    begin = f"Nog {rest} {'andere' if rest > 1 else 'ander punt'}, en h" if rest > 0 else "H"
    return f"{begin}oe het programma ervoor staat"


def count_vragen(vragen: Sequence[Besluitvraag]) -> str:
    """How many indicators and actions there are among what asks for a decision."""
    acties = sum(item.actie is not None for item in vragen)
    counts = (
        (len(vragen) - acties, "indicator", "indicatoren"),
        (acties, "actie", "acties"),
    )
    return " en ".join(format_aantal(count, *nouns) for count, *nouns in counts if count)


def tell_vraagkop(feiten: Feiten) -> str:
    """In a few words how much asks for a decision, and of how much of it nobody has decided yet."""
    vragen = feiten.uitvoering.besluitvragen
    if not vragen:
        return ""
    verb = "vraagt" if len(vragen) == 1 else "vragen"
    if feiten.editie is Editie.PUBLIEK:
        return f"{count_vragen(vragen)} {verb} bijsturing"
    waiting = sum(item.bijsturing is None for item in vragen)
    rest = f"; over {waiting} daarvan is nog niets besloten" if waiting else ""
    return f"{count_vragen(vragen)} {verb} een besluit{rest}"


def _is_for_advisors(writer: Writer, pagina: Pagina) -> bool:
    """Whether a page is about the making of the programme, and this edition has it."""
    return pagina.hoofdstuk in {"programma", "nulmeting"} and pagina.pad in writer.paden


def list_koppen(writer: Writer) -> list[Any]:
    """The indicators of which the number stands at the head of the programme."""
    return [item for item in writer.feiten.indicatoren.values() if item.indicator.in_kop]


def list_afgerond(writer: Writer) -> list[Actiefeiten]:
    """The actions that are ready."""
    return [item for item in writer.feiten.acties.values() if item.klasse is Klasse.KLAAR]


def _list_zoekvoorbeelden(situaties: Iterable[Keuzehulp]) -> list[str]:
    """Words to search by, each of another situation."""
    return [item.zoekwoorden[0] for item in situaties if item.zoekwoorden][:VOORBEELDEN]


def gather_aan_de_slag(writer: Writer) -> dict[str, Any]:
    """The situations at work, by team."""
    situaties = list_situaties(writer)
    every = [item for _, items in situaties for item in items]
    return {"situaties": situaties, "zoekvoorbeelden": _list_zoekvoorbeelden(every)}


def gather_nieuw(writer: Writer) -> dict[str, Any]:
    """For who begins: ambition, team, three things to do, and the words met most."""
    programma = writer.feiten.programma
    texts = [" ".join(_iter_texts(item)) for item in programma.keuzehulp]
    texts += [f"{item.titel} {item.omschrijving}" for item in programma.acties]
    met = Counter(
        begrip.id
        for text in texts
        for begrip in find_begrippen(programma.begrippen, [text], with_synoniemen=False)
    )
    chosen = {identifier for identifier, _ in met.most_common(WOORDEN)}
    return {"begrippen": _order(item for item in programma.begrippen if item.id in chosen)}


def list_begrippen(writer: Writer, keuzehulp: Keuzehulp) -> list[Begrip]:
    """The words on the page of a situation that the glossary explains."""
    texts = [*_iter_texts(keuzehulp), "R-ladder"]
    return find_begrippen(writer.feiten.programma.begrippen, texts)


def _iter_texts(keuzehulp: Keuzehulp) -> Iterator[str]:
    single = (
        keuzehulp.inleiding,
        keuzehulp.toch_nieuw,
        keuzehulp.zo_leg_je_het_uit,
        keuzehulp.mag_dit,
        keuzehulp.let_op,
    )
    asked = [text for vraag in keuzehulp.vragen for text in (vraag.vraag, vraag.toelichting)]
    yield from (text for text in (*single, *asked, *keuzehulp.hulpmiddelen) if text)


def find_begrippen(
    begrippen: Sequence[Begrip], texts: Iterable[str], *, with_synoniemen: bool = True
) -> list[Begrip]:
    """The glossary entries of which the name, or another word for it, stands in the texts."""
    text = " ".join(texts).casefold()

    def is_met(begrip: Begrip) -> bool:
        more = begrip.synoniemen if with_synoniemen else ()
        names = (name_begrip(begrip), *more)
        return any(_has_word(text, name.casefold()) for name in names)

    return _order(filter(is_met, begrippen))


def _has_word(text: str, word: str) -> bool:
    """Whether a text of small letters holds a whole word; most do not hold it at all."""
    return word in text and _match_word(word).search(text) is not None


@cache
def _match_word(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")


def _order(begrippen: Iterable[Begrip]) -> list[Begrip]:
    return sorted(begrippen, key=lambda item: item.naam.casefold())
