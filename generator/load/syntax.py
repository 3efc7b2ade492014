"""What is wrong with a line that is no YAML; the parser decides, this only explains."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from generator.findings import Code, Finding, Plek, fout
from generator.load.grenzen import MEESTE_WAARDEN
from generator.load.struikel import BLOKTEKST, LOS, VELD, Struikel, indent_of, type_uitleg
from generator.load.syntax_inspringen import explain_above, explain_dash

DIEPSTE_NESTING = 40
TE_DIEP = "too deep"
TE_VEEL = "too many values"
"""The problems that our own reader raises; all others are PyYAML's."""
WOORDEN_VANVELD: Final = 2
"""A line with so many words is rather a field and its value than a sentence."""
LANGSTE_VOORBEELD: Final = 90

_EIGEN = {
    TE_DIEP: (
        Code.YAML_NIET_TOEGESTAAN,
        f"hier zitten meer dan {DIEPSTE_NESTING} lagen in elkaar",
        "haal de haken of de inspringing weg die hier te veel staan",
    ),
    TE_VEEL: (
        Code.BESTAND_TE_GROOT,
        f"dit bestand heeft meer dan {MEESTE_WAARDEN} waarden",
        "haal weg wat hier niet hoort, of verdeel het",
    ),
}
_BEGINT_EERDER = (
    "found unexpected end of stream",
    "did not find expected ',' or",
    "could not find expected ':'",
)
_VREEMDE_SPATIE = re.compile(rf"( *(?:- +)*(?:-|{VELD}:)?)[\u00a0\u2007\u202f\u200b\u3000]")
_ZONDER_SPATIE = re.compile(rf"(\s*{VELD}:)([^\s:/].*)")
_STREEPJE = re.compile(rf"( *)-({VELD}:(?: .*)?)$")
VELDREGEL = re.compile(rf"(\s*(?:- +)*)({VELD}):[ \t]+(.*?)\s*$")
_KRUL = re.compile(rf"\s*(?:- +)*(?:{VELD}:[ \t]+)?([“”„‘’«])")
_OPEN = re.compile(rf"\s*(?:- +)*(?:{VELD}:[ \t]+)?([\"'])")
_HEKJE = re.compile(r"[ \t]#")


def _quote(line: str) -> str:
    """How a line with one field is typed when its text needs quotes; else what to do with it."""
    found = VELDREGEL.match(line)
    if not found or not found[3] or len(found[3]) > LANGSTE_VOORBEELD:
        return "zet de hele tekst tussen aanhalingstekens"
    text = found[3].strip("“”„‘’«»")
    sign = '"' if '"' not in text and "\\" not in text else "'"
    text = text.replace("'", "''") if sign == "'" else text
    return f"schrijf {found[2]}: {sign}{text}{sign}"


def _explain_space(at: Struikel) -> type_uitleg | None:
    for index in at.upwards():
        if found := _VREEMDE_SPATIE.match(at.lines[index]):
            melding = "hier staat een harde spatie: onzichtbaar, en vaak meegekomen bij plakken"
            return index, found.end(1), melding, "vervang het teken door een gewone spatie"
    if found := _ZONDER_SPATIE.match(at.line):
        oplossing = f"schrijf {found[1].strip()} {found[2]}"
        return at.index, found.end(1), "achter de dubbele punt ontbreekt een spatie", oplossing
    for index in at.upwards()[:2]:
        if found := _STREEPJE.match(at.lines[index]):
            melding = "achter het streepje ontbreekt een spatie"
            return index, found.end(1), melding, f"schrijf - {found[2]}"
    return None


def _explain_tab(at: Struikel) -> type_uitleg | None:
    lead = at.line[: indent_of(at.line)]
    column = at.column if at.line[at.column : at.column + 1] == "\t" else lead.find("\t")
    if column < 0:
        return None
    return (
        at.index,
        column,
        "hier staat een tab; YAML kent alleen spaties",
        ("vervang de tab door spaties"),
    )


def _explain_curl(at: Struikel) -> type_uitleg | None:
    found = _KRUL.match(at.line)
    if not found:
        return None
    melding = f"{found[1]} is een aanhalingsteken van Word, en telt hier als gewone letter"
    return at.index, found.start(1), melding, _quote(at.line)


def _explain_quote(at: Struikel) -> type_uitleg | None:
    if not at.is_a("found unexpected end of stream"):
        return None
    sign = at.line[at.column : at.column + 1]
    rest = at.line[at.column + 1 :]
    if sign == "'" and re.match(r"[A-Za-z]{1,2}\b", rest) and "'" not in rest:
        melding = "een ' aan het begin telt als aanhalingsteken, en hier is het een weglatingsteken"
        return at.index, at.column, melding, _quote(at.line)
    melding = "een aanhalingsteken wordt nergens afgesloten"
    return at.index, at.column, melding, f"zet een {sign or 'aanhalingsteken'} achter de tekst"


def _explain_behind(at: Struikel) -> type_uitleg | None:
    """Something behind what was finished; often because it was finished elsewhere than meant."""
    last = at.before.rstrip()[-1:]
    is_start = at.is_a("found character that cannot start")
    if not is_start and not at.is_a("did not find expected key", "did not find expected '-'"):
        return None
    for index in range(at.index - 1, -1, -1):
        found = _OPEN.match(at.lines[index]) if last and last in "\"'" else None
        if found and found[1] == last and at.lines[index].count(last) == 1:
            melding = "een aanhalingsteken wordt hier niet afgesloten"
            return index, found.start(1), melding, f"zet een {last} achter de tekst op deze regel"
    if is_start or not last:
        return None
    if last in "]}":
        melding = "achter het haakje dat de lijst afsluit, staat nog tekst"
        return at.index, at.column, melding, _quote(at.line)
    melding = "achter het aanhalingsteken dat de tekst afsluit, staat nog tekst"
    other = "zet de hele tekst tussen de andere soort aanhalingstekens (\" of ')"
    return at.index, at.column, melding, other


def _explain_colon(at: Struikel) -> type_uitleg | None:
    if at.is_a("mapping values"):
        if ": " in at.before:
            return at.index, at.column, "deze regel heeft een dubbele punt te veel", _quote(at.line)
        column = indent_of(at.line)
        melding = "deze regel springt te ver in, of de regel erboven is niet af"
        oplossing = (
            "zet evenveel spaties voor de regel als bij de velden ernaast; begint hier een nieuw "
            "onderdeel van een lijst, zet dan een streepje voor het eerste veld"
        )
        return at.index, column, melding, oplossing
    if not at.is_a("could not find expected ':'"):
        return None
    above = next((line for line in reversed(at.lines[: at.index]) if line.strip()), "")
    if BLOKTEKST.search(above):
        melding = "deze regel hoort bij de tekst erboven, maar springt niet in"
        return at.index, at.column, melding, "zet twee spaties voor elke regel van de tekst"
    melding, oplossing = (
        "op deze regel ontbreekt een dubbele punt",
        ("schrijf veld: waarde, of laat een lange tekst verder inspringen"),
    )
    found = LOS.match(at.line)
    # Of a longer line nobody knows whether it is a field, or goes on with the text above it.
    if found and ("_" in found[2] or "=" in at.line or len(at.line.split()) <= WOORDEN_VANVELD):
        oplossing = f"schrijf {found[2]}: {found[3] or ''}".rstrip()
        oplossing += " (hoort de regel bij de tekst erboven, laat hem dan verder inspringen)"
    return at.index, at.column, melding, oplossing


def _explain_list(at: Struikel) -> type_uitleg | None:
    if not at.is_a("did not find expected ',' or"):
        return None
    if found := _HEKJE.search(at.line, at.column):
        melding = "alles achter # telt niet mee, ook het haakje dat deze lijst afsluit"
        return at.index, found.end() - 1, melding, "zet de tekst met # tussen aanhalingstekens"
    melding = "de lijst tussen haken is niet afgesloten"
    return at.index, at.column, melding, "zet ] of } aan het eind, en komma's tussen de onderdelen"


_UITLEG = (
    ("did not find expected key", "deze regel springt anders in dan de regels erboven",
     "zet evenveel spaties voor de regel als bij de velden ernaast"),
    ("did not find expected <document start>", "deze regel springt minder in dan de eerste regel",
     "begin alle regels op het hoogste niveau zonder spaties ervoor"),
    ("found character that cannot start any token", "met dit teken kan een tekst niet beginnen",
     ""),
    ("did not find expected alphabetic", "met * of & kan een tekst niet beginnen", ""),
    ("did not find expected comment or line break", "met > of | kan een tekst niet beginnen", ""),
    ("block sequence entries are not allowed", "een streepje kan hier niet staan",
     "begin de lijst op een nieuwe regel, of zet de tekst tussen aanhalingstekens"),
    ("found unknown escape character", "een \\ tussen dubbele aanhalingstekens hoort bij een code",
     "schrijf \\\\, of gebruik enkele aanhalingstekens"),
    ("control characters are not allowed", "hier staat een onzichtbaar stuurteken",
     "typ het woord rond die plek opnieuw; het teken komt meestal mee bij plakken"),
    ("did not find expected '-' indicator", "deze regel hoort niet in de lijst erboven",
     "zet evenveel spaties voor de regel als bij de velden erboven, of begin met een streepje"),
)  # fmt: skip
"""What the parser says, in Dutch; without a remedy the text needs quotes."""


def _explain_problem(at: Struikel) -> type_uitleg:
    for problem, melding, oplossing in _UITLEG:
        if at.is_a(problem):
            return at.index, at.column, melding, oplossing or _quote(at.line)
    melding = f"deze regel is geen geldige YAML ({at.problem})"
    return at.index, at.column, melding, "vergelijk de regel met een bestand dat wel werkt"


_UITLEGGERS: tuple[Callable[[Struikel], type_uitleg | None], ...] = (
    _explain_space,
    _explain_tab,
    _explain_curl,
    _explain_quote,
    _explain_behind,
    explain_dash,
    explain_above,
    _explain_colon,
    _explain_list,
)
"""Each knows some causes; the first that recognises one tells it."""


def explain_syntax(text: str, error: Exception, bestand: str, regel_vooraf: int) -> Finding:
    """The Dutch message for an error of the parser.

    Args:
        text: what was parsed.
        error: what PyYAML raised.
        bestand: the file, for the finding.
        regel_vooraf: lines of the file that come before `text`.
    """
    at = _locate(text, error)
    code = Code.YAML_SYNTAX
    if at.problem in _EIGEN:
        code, melding, oplossing = _EIGEN[at.problem]
        index, column = at.index, at.column
    else:
        told = (explain(at) for explain in _UITLEGGERS)
        index, column, melding, oplossing = next(filter(None, told), None) or _explain_problem(at)
    plek = Plek(bestand, index + 1 + regel_vooraf, column + 1)
    return fout(code, plek, melding, oplossing)


def _locate(text: str, error: Exception) -> Struikel:
    mark: Any = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(getattr(error, "reason", "")) or "onbekend"
    lines = text.split("\n")
    if problem.startswith(_BEGINT_EERDER):
        # What was never finished began elsewhere: there is the mistake.
        mark = getattr(error, "context_mark", None) or mark
    index = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column if mark else 0
    if mark is None and (position := getattr(error, "position", None)) is not None:
        # libyaml counts bytes where it reads, and characters everywhere else.
        before = text.encode()[:position].decode(errors="ignore")
        index, column = before.count("\n"), len(before) - before.rfind("\n") - 1
    return Struikel(problem, lines, index, column)
