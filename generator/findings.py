"""Findings are how the program tells an advisor what is wrong, where, and what to type instead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Ernst(StrEnum):
    """How serious a finding is; only `fout` stops a build."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    TIP = "tip"


MEERVOUD = {Ernst.FOUT: "fouten", Ernst.WAARSCHUWING: "waarschuwingen", Ernst.TIP: "tips"}


class Code(StrEnum):
    """Every kind of finding; each has a good and a bad example under `tests/check/cases`."""

    # Files: can this be read at all?
    BESTAND_ONTBREEKT = "BESTAND-ONTBREEKT"
    BESTAND_ONBEKEND = "BESTAND-ONBEKEND"
    BESTAND_NAAM = "BESTAND-NAAM"
    BESTAND_ONLEESBAAR = "BESTAND-ONLEESBAAR"
    BESTAND_TE_GROOT = "BESTAND-TE-GROOT"
    BESTAND_CODERING = "BESTAND-CODERING"
    BESTAND_LEEG = "BESTAND-LEEG"
    SAMENVOEGCONFLICT = "SAMENVOEGCONFLICT"
    # Syntax: is this YAML, CSV or prose as agreed?
    YAML_SYNTAX = "YAML-SYNTAX"
    YAML_NIET_TOEGESTAAN = "YAML-NIET-TOEGESTAAN"
    SLEUTEL_DUBBEL = "SLEUTEL-DUBBEL"
    CSV_SYNTAX = "CSV-SYNTAX"
    CSV_KOLOMMEN = "CSV-KOLOMMEN"
    PROZA_VOORWERK = "PROZA-VOORWERK"
    PROZA_AANROEP = "PROZA-AANROEP"
    PROZA_HTML = "PROZA-HTML"
    PROZA_LINK = "PROZA-LINK"
    PROZA_BEELD = "PROZA-BEELD"
    TEKST_AFGEKAPT = "TEKST-AFGEKAPT"
    # Fields: is each value of the kind that the field asks for?
    VELD_ONBEKEND = "VELD-ONBEKEND"
    VELD_ONTBREEKT = "VELD-ONTBREEKT"
    VORM_ONGELDIG = "VORM-ONGELDIG"
    TEKST_ONGELDIG = "TEKST-ONGELDIG"
    GETAL_ONGELDIG = "GETAL-ONGELDIG"
    GETAL_DUBBELZINNIG = "GETAL-DUBBELZINNIG"
    JANEE_ONGELDIG = "JANEE-ONGELDIG"
    DATUM_ONGELDIG = "DATUM-ONGELDIG"
    SLEUTEL_ONGELDIG = "SLEUTEL-ONGELDIG"
    ADRES_ONGELDIG = "ADRES-ONGELDIG"
    KEUZE_ONBEKEND = "KEUZE-ONBEKEND"
    KLEUR_ONGELDIG = "KLEUR-ONGELDIG"
    # Meaning: does it fit with the rest of the programme?
    ID_DUBBEL = "ID-DUBBEL"
    PAD_ONGELDIG = "PAD-ONGELDIG"
    VERWIJZING_ONBEKEND = "VERWIJZING-ONBEKEND"
    VERWIJZING_INTERN = "VERWIJZING-INTERN"
    EMBARGO_OVERBODIG = "EMBARGO-OVERBODIG"
    WOORDENLIJST_ONTBREEKT = "WOORDENLIJST-ONTBREEKT"
    KLASSE_ONTBREEKT = "KLASSE-ONTBREEKT"
    EIND_VOOR_START = "EIND-VOOR-START"
    EIGENAAR_ONTBREEKT = "EIGENAAR-ONTBREEKT"
    REDEN_ONTBREEKT = "REDEN-ONTBREEKT"
    MIJLPAAL_BUITEN_LOOPTIJD = "MIJLPAAL-BUITEN-LOOPTIJD"
    METING_DUBBEL = "METING-DUBBEL"
    METING_NA_PEILDATUM = "METING-NA-PEILDATUM"
    NULMETING_ONTBREEKT = "NULMETING-ONTBREEKT"
    NULMETING_TEGENSTRIJDIG = "NULMETING-TEGENSTRIJDIG"
    EENHEID_VERSCHILT = "EENHEID-VERSCHILT"
    TELLING_ONJUIST = "TELLING-ONJUIST"
    DOELENBOOM_KRING = "DOELENBOOM-KRING"
    TUSSENDOEL_ONTBREEKT = "TUSSENDOEL-ONTBREEKT"
    KANS_ZONDER_THEMA = "KANS-ZONDER-THEMA"
    KANS_ZONDER_ACTIE = "KANS-ZONDER-ACTIE"
    TYPE_ZONDER_ACTIE = "TYPE-ZONDER-ACTIE"
    PAGINA_ONBEKEND = "PAGINA-ONBEKEND"
    CEL_ONDUIDELIJK = "CEL-ONDUIDELIJK"
    CEL_FORMULE = "CEL-FORMULE"
    BELEMMERING_ZONDER_ACTIE = "BELEMMERING-ZONDER-ACTIE"
    TEKST_PUBLIEK_ONTBREEKT = "TEKST-PUBLIEK-ONTBREEKT"
    TOESTEMMING_ONTBREEKT = "TOESTEMMING-ONTBREEKT"
    BALANS_ONGELIJK = "BALANS-ONGELIJK"
    KENGETAL_DUBBEL = "KENGETAL-DUBBEL"
    KENGETAL_ONTBREEKT = "KENGETAL-ONTBREEKT"
    GROEP_GEKRUIST = "GROEP-GEKRUIST"
    GROEP_NIET_TOEGESTAAN = "GROEP-NIET-TOEGESTAAN"
    GROEP_TE_KLEIN = "GROEP-TE-KLEIN"
    PEILING_TELT_NIET_OP = "PEILING-TELT-NIET-OP"
    FIGUUR_ONBEKEND = "FIGUUR-ONBEKEND"
    FIGUUR_INTERN = "FIGUUR-INTERN"
    BEELD_ONBEKEND = "BEELD-ONBEKEND"
    BEELD_INTERN = "BEELD-INTERN"
    BEELD_ONLEESBAAR = "BEELD-ONLEESBAAR"
    BEELD_ONVEILIG = "BEELD-ONVEILIG"
    LETTERTYPE_ONLEESBAAR = "LETTERTYPE-ONLEESBAAR"
    LETTERTYPE_ONGEBRUIKT = "LETTERTYPE-ONGEBRUIKT"
    CONTRAST_TE_LAAG = "CONTRAST-TE-LAAG"
    VERKLARING_ONTBREEKT = "VERKLARING-ONTBREEKT"
    VOLGORDE_R = "VOLGORDE-R"
    REGEL_ZONDER_GETAL = "REGEL-ZONDER-GETAL"
    DAGEN_OVERBODIG = "DAGEN-OVERBODIG"
    OORDEEL_ONTBREEKT = "OORDEEL-ONTBREEKT"
    ONDERGRENS_ONJUIST = "ONDERGRENS-ONJUIST"
    OORDEEL_NA_PEILDATUM = "OORDEEL-NA-PEILDATUM"
    TOELICHTING_ONTBREEKT = "TOELICHTING-ONTBREEKT"
    STAND_WIJKT_AF = "STAND-WIJKT-AF"
    STAND_NA_PEILDATUM = "STAND-NA-PEILDATUM"
    STAND_VERANDERD = "STAND-VERANDERD"
    ARCHIEF_ONJUIST = "ARCHIEF-ONJUIST"
    BESLUIT_ONTBREEKT = "BESLUIT-ONTBREEKT"
    BESLUIT_ZONDER_ONDERWERP = "BESLUIT-ZONDER-ONDERWERP"
    DATUMS_TEGENSTRIJDIG = "DATUMS-TEGENSTRIJDIG"
    TERUGBLIK_ONVOLLEDIG = "TERUGBLIK-ONVOLLEDIG"
    TERUGBLIK_TE_LAAT = "TERUGBLIK-TE-LAAT"
    PLACEHOLDER = "PLACEHOLDER"
    BEVEILIGING_ONTBREEKT = "BEVEILIGING-ONTBREEKT"
    BEVEILIGING_VERLOPEN = "BEVEILIGING-VERLOPEN"
    BEVEILIGING_TE_VER = "BEVEILIGING-TE-VER"
    PERSOON_GENOEMD = "PERSOON-GENOEMD"
    # The built site: does it hold what nobody may see?
    LEK_INTERN = "LEK-INTERN"
    LEK_PERSOON = "LEK-PERSOON"
    LEK_PAD = "LEK-PAD"
    BELEID_GESCHONDEN = "BELEID-GESCHONDEN"


CODES_VAN_DE_SITE = frozenset(
    {Code.LEK_INTERN, Code.LEK_PERSOON, Code.LEK_PAD, Code.BELEID_GESCHONDEN}
)
"""Codes that only the scan of a built site gives; `controleer` never does."""


@dataclass(frozen=True, slots=True, order=True)
class Plek:
    """A place in a source file; `regel` and `kolom` count from 1. A file as a whole is its top."""

    bestand: str
    regel: int = 1
    kolom: int = 1

    def __str__(self) -> str:
        """`data/x.yaml:3:7`, a form that editors can jump to."""
        return f"{self.bestand}:{self.regel}:{self.kolom}"


MEESTE_GELIJK = 100
"""Findings of one kind in one file that are shown; nobody reads more."""
LANGSTE_ZIN = 1500
"""A finding quotes what somebody typed, and that may be a whole book."""
_ONZICHTBAAR = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


def show_safely(text: str) -> str:
    """The text as any terminal can show it: short, on one line, and without signs that steer it."""
    half = LANGSTE_ZIN // 2
    for _ in range(2):  # first what was typed, then what it became
        if len(text) > LANGSTE_ZIN:
            text = f"{text[:half]}...{text[-half:]}"
        text = _ONZICHTBAAR.sub(_show_code, text.replace("\n", " "))
    return text


def _show_code(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One mistake: what is wrong (`melding`), where (`plek`), and what to type (`oplossing`).

    A mistake that shows in many places has a finding in each. `hoort_bij` is then the place where
    it is mended, the same in all of them; that need not be a place where it shows.
    """

    code: Code
    ernst: Ernst
    plek: Plek
    melding: str
    oplossing: str
    hoort_bij: Plek | None = None

    def __post_init__(self) -> None:
        """Make what was quoted fit to print: it may hold anything."""
        for name in ("melding", "oplossing"):
            object.__setattr__(self, name, show_safely(getattr(self, name)))

    def as_dict(self) -> dict[str, str | int]:
        """The JSON form of `controleer --vorm json`."""
        return {
            "code": self.code.value,
            "ernst": self.ernst.value,
            "bestand": self.plek.bestand,
            "regel": self.plek.regel,
            "kolom": self.plek.kolom,
            "melding": self.melding,
            "oplossing": self.oplossing,
        }


class GeneratorError(Exception):
    """The program cannot go on; the message is for the user and is shown without a stack."""


def fout(code: Code, plek: Plek, melding: str, oplossing: str) -> Finding:
    """A finding that stops the build."""
    return Finding(code, Ernst.FOUT, plek, melding, oplossing)


def waarschuwing(code: Code, plek: Plek, melding: str, oplossing: str) -> Finding:
    """A finding that is shown and does not stop the build."""
    return Finding(code, Ernst.WAARSCHUWING, plek, melding, oplossing)


def tip(code: Code, plek: Plek, melding: str, oplossing: str) -> Finding:
    """A finding about something that may well be meant so."""
    return Finding(code, Ernst.TIP, plek, melding, oplossing)


def sort_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in reading order: by file, line and column; equal ones once."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda f: (f.plek, f.code, f.melding)))


def limit_findings(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """At most `MEESTE_GELIJK` findings of one kind in one file; then one that counts the rest."""
    counts: Counter[tuple[str, Code, Ernst]] = Counter()
    kept: list[Finding] = []
    rest: dict[tuple[str, Code, Ernst], Plek] = {}
    for finding in findings:
        key = (finding.plek.bestand, finding.code, finding.ernst)
        counts[key] += 1
        if counts[key] <= MEESTE_GELIJK:
            kept.append(finding)
        else:
            rest.setdefault(key, finding.plek)
    for (bestand, code, ernst), plek in rest.items():
        number = counts[(bestand, code, ernst)] - MEESTE_GELIJK
        melding = f"vanaf hier staat dit nog {number} keer in dit bestand"
        oplossing = "herstel eerst wat hierboven staat en controleer opnieuw"
        kept.append(Finding(code, ernst, plek, melding, oplossing))
    return sort_findings(kept)


_TREDEN = (Code.VELD_ONBEKEND, Code.ID_DUBBEL, Code.KLASSE_ONTBREEKT, Code.LEK_INTERN)
"""The first code of each next step: what stands before it may be the cause of what follows.

First what keeps a file from being read, then fields, then references, then all other meaning.
"""
_VOLGORDE = tuple(Code)
_TREDE = {
    code: sum(_VOLGORDE.index(first) <= index for first in _TREDEN)
    for index, code in enumerate(_VOLGORDE)
}


GENOEMD = re.compile("'[^']*'")
"""What a sentence names; what does not stop a build, is told once for all that it names."""


@dataclass(frozen=True, slots=True)
class Groep:
    """The findings that tell one mistake: `eerste` is where to mend it, `ook` the other places."""

    eerste: Finding
    ook: tuple[Finding, ...] = ()


def arrange_findings(findings: Iterable[Finding]) -> tuple[Groep, ...]:
    """Findings as people mend them: each mistake once, and what may cause others before those.

    What stops the build comes before what does not. Within a step the order of `findings` stays.
    """
    groups: dict[tuple[Code, Ernst, Plek | str], list[Finding]] = {}
    for finding in findings:
        is_fout = finding.ernst is Ernst.FOUT
        sentence = finding.melding if is_fout else GENOEMD.sub("", finding.melding)
        key = (finding.code, finding.ernst, finding.hoort_bij or sentence)
        groups.setdefault(key, []).append(finding)
    arranged = [
        Groep(group[0], tuple(group[1:]))
        for group in (
            sorted(group, key=lambda f: f.plek != f.hoort_bij) for group in groups.values()
        )
    ]
    grades = tuple(Ernst)
    return tuple(
        sorted(arranged, key=lambda g: (grades.index(g.eerste.ernst), _TREDE[g.eerste.code]))
    )


def has_fout(findings: Iterable[Finding]) -> bool:
    """Whether any finding stops the build."""
    return any(finding.ernst is Ernst.FOUT for finding in findings)


def list_aantallen(findings: Iterable[Finding]) -> list[str]:
    """How many there are of each grade, in words, the most serious first."""
    counts = Counter(finding.ernst for finding in findings)
    return [
        f"{counts[ernst]} {ernst.value if counts[ernst] == 1 else MEERVOUD[ernst]}"
        for ernst in Ernst
        if counts[ernst]
    ]
