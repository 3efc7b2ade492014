"""Causes that stand on another line than the one the parser stumbled over: what moved aside."""

from __future__ import annotations

import re

from generator.load.struikel import BLOKTEKST, LOS, Struikel, indent_of, type_uitleg

_BLOKVELD = re.compile(r"\s[>|][+-]?\s*$")


def explain_dash(at: Struikel) -> type_uitleg | None:
    """A list of which the first item has no dash: the parser stumbles over the second."""
    if not at.is_a("did not find expected key") or not at.line.lstrip().startswith("- "):
        return None
    indent = indent_of(at.line)
    first = at.index
    while first and indent_of(at.lines[first - 1]) > indent:
        first -= 1
    line = at.lines[first]
    is_list = first and at.lines[first - 1].rstrip().endswith(":")
    if first == at.index or not is_list or line.lstrip().startswith("- "):
        return None
    melding = f"voor deze regel ontbreekt een streepje: op regel {at.index + 1} staat er wel een"
    return first, indent_of(line), melding, f"schrijf - {line.strip()}"


def explain_above(at: Struikel) -> type_uitleg | None:
    """A line of which the parser only notices at the next one that it is wrong."""
    if at.is_a("did not find expected <document start>") and at.lines[0].startswith(" "):
        return 0, 0, "de eerste regel springt in", "haal de spaties voor deze regel weg"
    return (_explain_text(at) or _explain_no_colon(at) or _explain_moved(at)) if at.index else None


def _explain_text(at: Struikel) -> type_uitleg | None:
    """A text of more lines, of which the first stands further to the right than a next one."""
    first, here = at.index, indent_of(at.line)
    while first and (not at.lines[first - 1].strip() or indent_of(at.lines[first - 1]) > here):
        first -= 1
    head = at.lines[first - 1] if first else ""
    if first == at.index or not BLOKTEKST.search(head) or indent_of(head) >= here:
        return None
    field = len(head) - len(head.lstrip(" -"))
    index = at.index if indent_of(at.lines[first]) == field + 2 else first
    melding = "deze regel springt anders in dan de andere regels van deze tekst"
    mend = "zet evenveel spaties voor elke regel van de tekst"
    return index, min(here, indent_of(at.lines[index])), melding, mend


def _explain_no_colon(at: Struikel) -> type_uitleg | None:
    """A field without a colon, which the parser took for a text that goes on."""
    if not at.is_a("mapping values") or ": " in at.before:
        return None
    for index in at.upwards()[1:]:
        line = at.lines[index]
        found = LOS.match(line)
        is_field = index == at.index - 1 and len(found[1] if found else "") == indent_of(at.line)
        if found and (_BLOKVELD.search(line) or is_field):
            mend = f"schrijf {found[1].strip()} {found[2]}: {found[3] or ''}".replace("  ", " ")
            return index, indent_of(line), "op deze regel ontbreekt een dubbele punt", mend.strip()
    return None


def _explain_moved(at: Struikel) -> type_uitleg | None:
    """An item of a list that moved to the side, or of which only the first line did."""
    above, is_item = at.lines[at.index - 1], at.line.lstrip().startswith("- ")
    indent = indent_of(at.line) - (0 if is_item else 2)
    if not above.lstrip().startswith("- ") or indent_of(above) == indent or indent < 0:
        return None
    others = [line for n, line in enumerate(at.lines) if n not in {at.index, at.index - 1}]
    if not is_item and not any(line.startswith(f"{' ' * indent}- ") for line in others):
        return None
    head = at.lines[at.index - 2] if at.index > 1 else ""
    if is_item and head.rstrip().endswith(":") and indent_of(above) == indent_of(head) + 2:
        melding = "deze regel springt anders in dan het onderdeel erboven"
        return (
            at.index,
            indent_of(at.line),
            melding,
            f"zet {indent_of(above)} spaties voor het streepje",
        )
    melding = "deze regel springt anders in dan de andere onderdelen van de lijst"
    return at.index - 1, indent_of(above), melding, f"zet {indent} spaties voor het streepje"
