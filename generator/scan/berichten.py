"""Messages: what leaked, from where, and what to do, in the words of an advisor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from generator.findings import Code, Finding, Plek, fout
from generator.model.persoonsgegevens import Gegeven, Persoonsgegeven
from generator.model.programma import ONDERDELEN
from generator.model.waarden import show
from generator.scan.geheimen import Waarde
from generator.scan.lekken import Lekken, type_namen
from generator.scan.vindplaatsen import Bronnen

VRIJGEVEN: Final = "zet het dan bij vrijgegeven in data/programma.yaml"
_PERSONEN: Final = {
    Gegeven.MAIL: f"noem een postbus (contact, of de postbus van een team); klopt dit niet, of mag "
    f"iedereen dit adres zien, {VRIJGEVEN}",
    Gegeven.TELEFOON: f"noem een postbus in plaats van een nummer; klopt dit niet, of mag "
    f"iedereen dit nummer zien, {VRIJGEVEN}",
    Gegeven.NAAM: f"noem de functie of het team in plaats van de naam; is het geen persoon, of mag "
    f"iedereen deze naam zien, {VRIJGEVEN}",
}


def iter_findings(lekken: Lekken, bronnen: Bronnen) -> Iterator[Finding]:
    """A finding for each thing that leaked."""
    for geheim, names in lekken.intern.items():
        yield fout(
            Code.LEK_INTERN,
            _find_plek(geheim, lekken.woorden[geheim], bronnen),
            f"{show(geheim.inhoud)} is intern ({_name(geheim)}), maar staat in de openbare versie: "
            f"{_list_names(names)}",
            "haal het weg uit de tekst of de instelling waar die pagina het vandaan heeft; mag "
            f"iedereen het lezen, {VRIJGEVEN}",
        )
    for gegeven, names in lekken.personen.items():
        yield fout(
            Code.LEK_PERSOON,
            _find_gegeven(gegeven, bronnen) or Plek(names[0]),
            f"{show(gegeven.tekst)} lijkt een {gegeven.soort}, en staat in de openbare versie: "
            f"{_list_names(names)}",
            _PERSONEN[gegeven.soort],
        )
    for pad, names in lekken.paden.items():
        yield fout(
            Code.LEK_PAD,
            bronnen.find(pad) or Plek(names[0]),
            f"{show(pad)} is een plek op een computer of netwerk, en staat in de openbare versie: "
            f"{_list_names(names)}",
            f"noem alleen de naam van het bestand, of zet er een webadres neer; mag iedereen het "
            f"lezen, {VRIJGEVEN}",
        )


def _find_plek(geheim: Waarde, words: Sequence[bytes], bronnen: Bronnen) -> Plek:
    """Where a secret was written; in prose the line of the words that were found."""
    plek = bronnen.plekken.waar(geheim.soort, geheim.id, *geheim.pad)
    if geheim.soort == "proza" and geheim.pad[0] == "delen":
        return bronnen.find(" ".join(map(bytes.decode, words)), plek.bestand) or plek
    return plek


def _find_gegeven(gegeven: Persoonsgegeven, bronnen: Bronnen) -> Plek | None:
    if gegeven.soort is Gegeven.TELEFOON:
        return bronnen.find_nummer(gegeven.tekst)
    return bronnen.find(gegeven.tekst)


def _name(geheim: Waarde) -> str:
    """Of what the secret is a part: `'trekker' van actie A-0003`."""
    if geheim.soort == "proza":
        return f"'{geheim.veld}' van de pagina {geheim.id}"
    if geheim.soort == "gegevens":
        return f"'{geheim.veld}' van het programma"
    if geheim.soort in ONDERDELEN:
        return f"'{geheim.veld}' van {geheim.soort}"
    return f"'{geheim.veld}' van {geheim.soort} {geheim.id}"


def _list_names(names: type_namen) -> str:
    """The first output by name, and how many others there are."""
    first, others = names[0], len(names) - 1
    if not others:
        return first
    return f"{first} en nog {others} {'bestand' if others == 1 else 'bestanden'}"
