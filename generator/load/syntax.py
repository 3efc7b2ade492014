"""What is wrong with a line that is no YAML; the parser decides, this only explains."""

from __future__ import annotations

import re

from generator.findings import Code, Finding, Plek, fout
from generator.load.grenzen import MEESTE_WAARDEN

DIEPSTE_NESTING = 40
TE_DIEP = "too deep"
TE_VEEL = "too many values"
"""The problems that our own reader raises; all others are PyYAML's."""

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
HARDE_SPATIE = "\N{NO-BREAK SPACE}"
_BEGINT_EERDER = (
    "found unexpected end of stream",
    "did not find expected ',' or",
    "could not find expected ':'",
)
_ZONDER_SPATIE = re.compile(r"(\s*[A-Za-z_][\w-]*:)([^\s:/].*)")
_CONFLICT = re.compile(r"<{7}( |$)")
_UITLEG = (
    ("mapping values are not allowed", "deze regel heeft een dubbele punt te veel",
     "zet een tekst met een dubbele punt tussen aanhalingstekens"),
    ("could not find expected ':'", "op deze regel ontbreekt een dubbele punt",
     "schrijf veld: waarde, of laat een lange tekst verder inspringen"),
    ("did not find expected ',' or", "de lijst tussen haken is niet afgesloten",
     "zet ] of } aan het eind, en komma's tussen de onderdelen"),
    ("found unexpected end of stream", "een aanhalingsteken wordt nergens afgesloten",
     "zet het ontbrekende aanhalingsteken"),
    ("did not find expected key", "deze regel springt anders in dan de regels erboven",
     "zet evenveel spaties voor de regel als bij de velden ernaast"),
    ("did not find expected <document start>", "deze regel springt minder in dan de eerste regel",
     "begin alle regels op het hoogste niveau zonder spaties ervoor"),
    ("found character that cannot start any token", "met dit teken kan een tekst niet beginnen",
     "zet de tekst tussen aanhalingstekens"),
    ("did not find expected alphabetic", "met * of & kan een tekst niet beginnen",
     "zet de tekst tussen aanhalingstekens"),
    ("block sequence entries are not allowed", "een streepje kan hier niet staan",
     "begin de lijst op een nieuwe regel, of zet de tekst tussen aanhalingstekens"),
    ("found unknown escape character", "een \\ tussen dubbele aanhalingstekens hoort bij een code",
     "schrijf \\\\, of gebruik enkele aanhalingstekens"),
    ("control characters are not allowed", "hier staat een onzichtbaar stuurteken",
     "typ het woord rond die plek opnieuw; het teken komt meestal mee bij plakken"),
    ("did not find expected '-' indicator", "deze regel hoort niet in de lijst erboven",
     "zet evenveel spaties voor de regel als bij de velden erboven, of begin met een streepje"),
)  # fmt: skip


def _find_conflict(lines: list[str]) -> int | None:
    """The line on which a merge conflict begins, counted from 0; None without one."""
    return next((index for index, line in enumerate(lines) if _CONFLICT.match(line)), None)


def explain_syntax(text: str, error: Exception, bestand: str, regel_vooraf: int) -> Finding:
    """The Dutch message for an error of the parser.

    Args:
        text: what was parsed.
        error: what PyYAML raised.
        bestand: the file, for the finding.
        regel_vooraf: lines of the file that come before `text`.
    """
    mark = getattr(error, "problem_mark", None)
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
    code = Code.YAML_SYNTAX
    if problem in _EIGEN:
        code, melding, oplossing = _EIGEN[problem]
    elif (conflict := _find_conflict(lines)) is not None:
        index, column = conflict, 0
        melding = "hier staat een samenvoegconflict van git"
        oplossing = "kies een van beide versies en haal de regels met <<<, === en >>> weg"
    elif HARDE_SPATIE in lines[index]:
        column = lines[index].index(HARDE_SPATIE)
        melding = "hier staat een harde spatie: onzichtbaar, en vaak meegekomen bij plakken"
        oplossing = "vervang het teken door een gewone spatie"
    elif found := _ZONDER_SPATIE.match(lines[index]):
        column = found.end(1)
        melding = "achter de dubbele punt ontbreekt een spatie"
        oplossing = f"schrijf {found.group(1).strip()} {found.group(2)}"
    elif lines[index][column : column + 1] == "\t":
        melding = "hier staat een tab; YAML kent alleen spaties"
        oplossing = "vervang de tab door spaties"
    elif problem == "did not find expected key" and lines[index][:column].strip():
        melding = "achter het aanhalingsteken dat de tekst afsluit, staat nog tekst"
        oplossing = "zet de hele tekst tussen de andere soort aanhalingstekens (\" of ')"
    elif problem.startswith("mapping values") and ": " not in lines[index][:column]:
        column = len(lines[index]) - len(lines[index].lstrip())
        melding = "deze regel springt te ver in, of de regel erboven is niet af"
        oplossing = (
            "zet evenveel spaties voor de regel als bij de velden ernaast; begint hier een nieuw "
            "onderdeel van een lijst, zet dan een streepje voor het eerste veld"
        )
    else:
        known = (row for row in _UITLEG if problem.startswith(row[0]))
        melding, oplossing = next(
            ((melding, oplossing) for _, melding, oplossing in known),
            (f"deze regel is geen geldige YAML ({problem})",
             "vergelijk de regel met een bestand dat wel werkt"),
        )  # fmt: skip
    plek = Plek(bestand, index + 1 + regel_vooraf, column + 1)
    return fout(code, plek, melding, oplossing)
