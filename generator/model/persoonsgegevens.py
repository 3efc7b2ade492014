"""Personal data by their form: mail addresses, Dutch telephone numbers and names of people."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Final, get_args

from pydantic import BeforeValidator

from generator.model.basis import Model, walk
from generator.model.waarden import parse_tekst


class Gegeven(StrEnum):
    """What kind of personal data a text seems to hold."""

    MAIL = "mailadres"
    TELEFOON = "telefoonnummer"
    NAAM = "naam van een persoon"


@dataclass(frozen=True, slots=True)
class Persoonsgegeven:
    """Something that looks like personal data, with where in the text it begins."""

    soort: Gegeven
    tekst: str
    begin: int


CIJFERS: Final = 10
"""Digits of a Dutch telephone number within the country."""
FUNCTIONEEL: Final = ("0800", "088", "0900", "0906", "0909")
"""Numbers of services and organisations, never of a person; `14 020` is too short for one."""
RUIMTE: Final = 12
"""Characters before an initial that are looked at."""
LANGSTE_ADRES: Final = 64
"""Characters before the @ of a mail address, at most (RFC 5321, 4.5.3.1)."""

_VOOR_AAPJE = re.compile(r"[^\W_](?:[\w.+'-]*[\w+-])?$")
_NA_AAPJE = re.compile(r"@((?:[^\W_](?:[\w-]*[^\W_])?\.)+([^\W\d_]{2,24}))(?![\w@])")
_BESTAND = frozenset({"css", "gif", "jpeg", "jpg", "js", "map", "png", "svg", "webp"})
_SCHEIDING = "[ \\-\u00a0\u2010\u2011\u2013/.]{0,3}"
# Each begins with one class of characters, and looks back behind it: Python finds those quickly.
_NUMMER = re.compile(
    r"[+0(](?<![\w+.,/=%&#-].)(?:"
    rf"(?:(?<=\+)|(?<=0)0)31{_SCHEIDING}(?:\(0\)|0)?{_SCHEIDING}[1-9](?:{_SCHEIDING}\d){{8}}"
    rf"|(?:(?<=0)6|(?<=\()06\)){_SCHEIDING}[1-9](?:{_SCHEIDING}\d){{7}}"
    rf"|(?:(?<=0)[1-9]\d|(?<=\()0[1-9]\d\)){_SCHEIDING}[1-9](?:{_SCHEIDING}\d){{6}}"
    rf"|(?:(?<=0)[1-9]\d\d|(?<=\()0[1-9]\d\d\)){_SCHEIDING}[1-9](?:{_SCHEIDING}\d){{5}}"
    r")(?![\w%]|[.,/-]\d)"
)
_DECIMAAL = re.compile(r"\d\.\d")

_VOORZETSEL = r"(?:van|von|de|der|den|het|'t|’t|ten|ter|te|in|op|aan|bij|la|le|du|el|al|d'|d’)"
_HOOFDLETTER = r"[^\W\d_a-zß-ÿ]"
_ACHTERNAAM = rf"{_HOOFDLETTER}[^\W\d_]*(?:['’-][^\W\d_]+)*[a-zß-ÿ](?![\w@])"
_AANHEF = re.compile(
    r"[DIMPdimp](?<![\w.].)(?:(?:(?<=[Dd])(?:hr|rs)|(?<=[Mm])(?:evr|w))\b\.?"
    r"|(?:(?<=[Mm])(?:evrouw|eneer)|(?<=[Dd])e [Hh]eer)\b"
    r"|(?:(?<=[IMDimd])r|(?<=[Ii])ng|(?<=[Pp])rof)\.)"
    rf"\s{{1,3}}(?:[^\W\d_]{{1,5}}\.\s?){{0,5}}(?:{_VOORZETSEL}\s){{0,3}}({_ACHTERNAAM})"
)
# From its first full stop on: the letter before it is looked back at.
_VOORLETTERS = re.compile(
    rf"\.(?:(?<=(?<![\w.-]){_HOOFDLETTER}\.)|(?<=(?<![\w.-])(?:IJ|Ph|Sj|Th|Tj)\.))"
    rf"([ \u00a0-]?(?:{_HOOFDLETTER}\.[ \u00a0-]?){{0,4}})"
    rf"(?:\(\w+\)\s)?((?:{_VOORZETSEL}\s){{0,3}})({_ACHTERNAAM})"
)
_VAN = frozenset({"van", "von", "de", "der", "den", "'t", "’t", "ten", "ter"})
"""Words that stand in names, and hardly ever behind a full stop."""
_STRAAT = re.compile(
    r"(?:straat|laan|plein|weg|kade|singel|dreef|park|school|college|gracht|pad|tunnel|plantsoen"
    r"|lyceum|museum|instituut|stichting|ziekenhuis|gebouw|gemaal|centrum|kazerne|viaduct|bad)$"
)
_OOK_ACHTERNAAM = re.compile(r"(?:hof|huis|dijk|steeg|brug|sluis|haven|hal|kerk)$")
"""How places end and surnames as well: a place has an article before it, or a number behind it."""
_LIDWOORD = re.compile(r"(?:\b(?:[Dd]e|[Hh]et)|['’]t)\s$")
_HUISNUMMER = re.compile(r"\s\d")
_ORGANISATIE = re.compile(
    r" (?:(?:[^\W\d_a-zß-ÿ][\w-]* ){0,2}(?:[BN]\.?V\b|V\.?O\.?F\b|(?:&|en) (?:Zn|Zonen|Zoon|Co)\b)"
    r"|(?:College|Fonds|Lyceum|Museum|School)\b)"
)
"""What stands behind a name that is one of a company or a school."""
_SOORT = re.compile(
    r"(?i:\b(?:bijlage|blok|categorie|cluster|deel|fase|gebouw|groep|klasse|label|lot|niveau|optie"
    r"|perceel|scenario|sectie|spoor|stap|type|variant|vak|wijk|zone))\s$"
)
"""A letter behind one of these is no initial."""
_AFKORTINGEN = frozenset(
    {"BV", "NV", "NB", "PS", "VOF", "CV", "PM", "RK", "VS", "US", "UK", "EU", "OBS", "CBS", "DD"}
    | {"EZK", "GGD", "GGZ", "HBS", "MER", "OLV", "PhD", "RWS", "VNG", "ZOZ"}
)
"""Letters with full stops that are no initials."""


def find_persoonsgegevens(
    text: str, is_gewoon_woord: Callable[[str], bool]
) -> Iterator[Persoonsgegeven]:
    """Every mail address, telephone number and name in a text, as far as the form gives it away.

    A name is known by what stands before it: `dhr.`, `mevrouw`, `drs.`, or initials. One initial
    is not enough before an ordinary word, or at the end of a sentence ("klasse A. Daarna").

    Args:
        text: what to look at.
        is_gewoon_woord: whether a word with a capital is also known without somebody's name.
    """
    yield from find_mailadressen(text)
    yield from find_telefoonnummers(text)
    yield from find_namen(text, is_gewoon_woord)


def find_mailadressen(text: str) -> Iterator[Persoonsgegeven]:
    """Every mail address in a text."""
    start = text.find("@")
    while start >= 0:
        before = _VOOR_AAPJE.search(text, max(0, start - LANGSTE_ADRES), start)
        after = _NA_AAPJE.match(text, start)
        if before and after and after[2].lower() not in _BESTAND:
            yield Persoonsgegeven(Gegeven.MAIL, before[0] + after[0], before.start())
        start = text.find("@", start + 1)


def find_telefoonnummers(text: str) -> Iterator[Persoonsgegeven]:
    """Every Dutch telephone number that is not of a service."""
    for found in _NUMMER.finditer(text):
        national = to_national(found[0])
        is_told = len(national) == CIJFERS and not national.startswith(FUNCTIONEEL)
        # 0.1234567890 is a decimal number, 06.12.34.56.78 is not.
        if is_told and (not _DECIMAAL.match(found[0]) or found[0].count(".") > 1):
            yield Persoonsgegeven(Gegeven.TELEFOON, found[0], found.start())


def to_national(number: str) -> str:
    """The digits of a telephone number as within the country: `+31 (0)6 123` is `06123`."""
    digits = re.sub(r"\D", "", number.replace("(0)", ""))
    for prefix in ("0031", "31"):
        if digits.startswith(prefix) and (prefix == "0031" or number.startswith("+")):
            return "0" + digits.removeprefix(prefix).removeprefix("0")
    return digits


def find_namen(
    text: str, is_gewoon_woord: Callable[[str], bool], *, has_aanhef: bool = True
) -> Iterator[Persoonsgegeven]:
    """Every name by its form, each once; `has_aanhef` is whether some word in the text is one."""
    named = list(_find_aanhef(text)) if has_aanhef else []
    yield from named
    ends = {item.begin + len(item.tekst) for item in named}
    for item in _find_voorletters(text, is_gewoon_woord):
        if item.begin + len(item.tekst) not in ends:
            yield item


def _find_aanhef(text: str) -> Iterator[Persoonsgegeven]:
    """Every name that has a form of address or a title before it."""
    for found in _AANHEF.finditer(text):
        if not _is_plek(found[1], text, found.start(), found.end()):
            yield Persoonsgegeven(Gegeven.NAAM, found[0], found.start())


def _is_plek(name: str, text: str, begin: int, end: int) -> bool:
    """Whether a name from `begin` to `end` is that of a street, a building or an organisation."""
    if _STRAAT.search(name) or _ORGANISATIE.match(text, end):
        return True
    return bool(_OOK_ACHTERNAAM.search(name)) and bool(
        _LIDWOORD.search(text, max(0, begin - len("het  ")), begin) or _HUISNUMMER.match(text, end)
    )


def _find_voorletters(
    text: str, is_gewoon_woord: Callable[[str], bool]
) -> Iterator[Persoonsgegeven]:
    """Every name that has initials before it."""
    for found in _VOORLETTERS.finditer(text):
        dot = found.start()
        begin = dot - (2 if dot > 1 and text[dot - 2 : dot].isalpha() else 1)
        name = text[begin : found.end()]
        initials = re.sub(r"\W", "", text[begin:dot] + found[1])
        if initials in _AFKORTINGEN or _is_plek(found[3], text, begin, found.end()):
            continue
        is_single = "." not in found[1] and _VAN.isdisjoint(found[2].split())
        if is_single and _SOORT.search(text, max(0, begin - RUIMTE), begin):
            continue
        if not is_single or not is_gewoon_woord(found[3]):
            yield Persoonsgegeven(Gegeven.NAAM, name, begin)


def is_vrijgegeven(gegeven: Persoonsgegeven, vrijgegeven: Iterable[str]) -> bool:
    """Whether an advisor listed this, or a name in it, as something that everyone may see."""
    words = _list_words(gegeven.tekst)
    for text in vrijgegeven:
        own = _list_words(text)
        if words in own or (gegeven.soort is Gegeven.NAAM and " " in own.strip() and own in words):
            return True
        if gegeven.soort is Gegeven.TELEFOON and to_national(gegeven.tekst) in {
            to_national(found.tekst) for found in find_telefoonnummers(text)
        }:
            return True
    return False


def _list_words(text: str) -> str:
    """The words of a text in small letters with a space around each."""
    words = " ".join(re.findall(r"[^\W_]+", text.casefold()))
    return f" {words} "


_WOORD = re.compile(r"[^\W\d_]{2,}(?:['’-][^\W\d_]+)*")


def list_gewone_woorden(texts: Iterable[str]) -> frozenset[str]:
    """Words of these texts, without a surname that only stands behind initials or a title."""
    found: set[str] = set()
    for text in texts:
        rest = _VOORLETTERS.sub(" ", text)
        found.update(word.lower() for word in _WOORD.findall(_AANHEF.sub(" ", rest)))
    return frozenset(found)


def list_postbussen(record: Model) -> frozenset[str]:
    """The mail addresses in fields that are meant for one, in a record and all in it."""
    return frozenset(
        address.casefold()
        for _, inner in walk(record)
        for name in _list_postbusvelden(type(inner))
        for address in _as_tuple(getattr(inner, name))
        if isinstance(address, str) and "@" in address
    )


def _as_tuple(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


@cache
def _list_postbusvelden(cls: type[Model]) -> tuple[str, ...]:
    fields = cls.model_fields.items()
    return tuple(name for name, field in fields if _holds_adres((field, field.annotation)))


def _holds_adres(parts: tuple[Any, ...]) -> bool:
    """Whether a type has a form of its own; a text may hold an address, and is not meant for it."""
    return any(
        any(
            isinstance(mark, BeforeValidator) and mark.func is not parse_tekst
            for mark in (part, *getattr(part, "metadata", ()))
        )
        or _holds_adres(get_args(part))
        for part in parts
    )
