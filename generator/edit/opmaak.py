"""Source files as all are written: signs, line ends, spaces, order of fields; never a value."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import PurePosixPath
from typing import Final

from generator.edit.bestand import BOM
from generator.edit.codering import decode_source
from generator.edit.opmaak_yaml import ONZICHTBAAR, is_misread, repair_indent, tidy_yaml
from generator.edit.yaml_text import read_or_none
from generator.load.csv_table import parse_csv
from generator.load.guard import unify_line_ends
from generator.model.basis import Model
from generator.model.velden import list_bestandsoorten

SPATIES: Final = " \t" + "".join(ONZICHTBAAR)
VEEL_REGELS: Final = 2000
AANGELEVERD: Final = "data/aangeleverd/"
ONLEESBAAR: Final = "het bestand is niet te lezen; herstel eerst wat circulair controleer zegt"
ONZEKER: Final = "de tekens zijn niet met zekerheid te lezen; sla het zelf op als UTF-8"
_VOORWERK = re.compile(r"(---[ ]*\n)(.*?\n)(---[ ]*(?:\n|$).*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Opgemaakt:
    """A file as it would be.

    Attributes:
        inhoud: its bytes.
        gelezen: its bytes as soon as they can be read: what it says, and must go on saying.
        gedaan: what changed, in words.
        laten: why the rest was left as it is, in words; "" when nothing was.
        regels: how many lines are new, or stand elsewhere.
    """

    inhoud: bytes
    gelezen: bytes
    gedaan: tuple[str, ...] = ()
    laten: str = ""
    regels: int = 0


def is_ours(name: str) -> bool:
    """Whether a file is one that people here write; what others delivered stays as it came."""
    if name.startswith("content/"):
        return name.endswith(".md")
    if name.endswith(".csv"):
        return name.startswith("data/") and not name.startswith(AANGELEVERD)
    return name.startswith("data/") and name.endswith(".yaml")


def tidy(name: str, content: bytes) -> Opgemaakt:
    """A source file in the form that all have, with the same values."""
    decoded = decode_source(content)
    if decoded is None:
        return Opgemaakt(content, content, laten=ONZEKER)
    text = unify_line_ends(decoded.text)
    is_table = name.endswith(".csv")
    # A Dutch Excel knows UTF-8 by this mark.
    mark = BOM if decoded.bom and is_table else ""
    done = [f"tekens ({decoded.codering})"] if decoded.codering else []
    done += ["regeleinden"] if text != decoded.text else []
    done += ["onzichtbaar begin (BOM)"] if decoded.bom and not mark else []
    readable, edited, laten = text, text, ""
    more: list[str] = []
    if text.strip():
        change = _tidy_table if is_table else _tidy_prose if name.endswith(".md") else _tidy_fields
        readable, edited, more, laten = change(name, text)
    before, after = (f"{mark}{one}".encode() for one in (readable, edited))
    return Opgemaakt(after, before, (*done, *more), laten, _count_new(content, after))


def _count_new(before: bytes, after: bytes) -> int:
    """How many lines are new, or stand elsewhere; of a large file only those that are new."""
    old, new = before.split(b"\n"), after.split(b"\n")
    if max(len(old), len(new)) > VEEL_REGELS:
        return (Counter(new) - Counter(old)).total()
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changed = (max(one[2] - one[1], one[4] - one[3]) for one in codes if one[0] != "equal")
    return max(sum(changed), 1) if before != after else 0


type_tidied = tuple[str, str, list[str], str]
"""What can be read, what it became, what changed, and why the rest was left."""


def _tidy_table(name: str, text: str) -> type_tidied:
    """A table without spaces around its lines, and without blank ones."""
    before, _ = parse_csv(text, name)
    lines = [line.strip(SPATIES) for line in text.split("\n")]
    edited = "\n".join(filter(None, lines)) + "\n"
    after, _ = parse_csv(edited, name)
    if before is None or after is None:
        return text, text, [], ONLEESBAAR
    is_same = before.kolommen == after.kolommen and [row.cellen for row in before.rijen] == [
        row.cellen for row in after.rijen
    ]
    if edited == text or not is_same:
        return text, text, [], ""
    return text, edited, ["spaties en lege regels"], ""


def _tidy_prose(name: str, text: str) -> type_tidied:
    """A page with its front matter tidied; in Markdown two spaces behind a line mean something."""
    parts = _VOORWERK.fullmatch(text)
    if parts is None:
        return text, text, [], ""
    readable, edited, done, laten = _tidy_fields(name, parts.group(2))
    first, _, rest = parts.groups()
    return f"{first}{readable}{rest}", f"{first}{edited}{rest}", done, laten


def _tidy_fields(name: str, text: str) -> type_tidied:
    readable, done = text, []
    if is_misread(read_or_none(text)):
        repaired = repair_indent(text)
        if repaired is None:
            return text, text, [], ONLEESBAAR
        readable, done = repaired, ["inspringing"]
    cls, lijst = _find_class(name)
    edited, more = tidy_yaml(readable, cls, lijst)
    return readable, edited, [*done, *more], ""


def _find_class(name: str) -> tuple[type[Model] | None, str]:
    """The class of the records in a file, and the key of its list if it is one.

    The few fields above a page have no order.
    """
    for soort in list_bestandsoorten():
        if PurePosixPath(name).match(f"data/{soort.patroon}"):
            return soort.cls, soort.lijst
    return None, ""
