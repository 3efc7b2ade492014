"""Canaries: texts and numbers that stand nowhere else, and how to find them in what was made."""

from __future__ import annotations

import html
import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

from generator.model.basis import Model
from generator.model.datums import Periode, parse_datum, parse_periode
from generator.model.programma import COLLECTIES, Programma
from generator.model.proza import Aanroep, Proza
from generator.model.waarden import (
    NVT,
    parse_adres,
    parse_getal,
    parse_positief,
    parse_postbus,
    parse_tekst,
)
from generator.present.page import Site
from tests.kanaries.verbergen import (
    PAGINAVELDEN,
    VERRE_JAREN,
    change,
    is_hidden,
    is_internal,
    is_refused,
    list_naming,
    pick_far,
)

STAM: Final = "kanarie"
"""What every text that is a canary holds."""
type_ids = dict[tuple[str, str], str]


@cache
def find_kind(info_owner: type[Model], name: str) -> str:
    """What a field holds that a canary can replace: `tekst`, `getal`, `datum`, ...; else empty."""
    info = info_owner.model_fields[name]
    kinds = {
        parse_tekst: "tekst",
        parse_adres: "adres",
        parse_postbus: "postbus",
        parse_getal: "getal",
        parse_positief: "getal",
        parse_datum: "datum",
        parse_periode: "moment",
    }
    found = {kinds.get(function, "") for function in _list_parsers(info)} - {""}
    return found.pop() if found else ""


def _list_parsers(part: Any) -> Iterator[Any]:
    marks: Iterable[Any] = getattr(part, "metadata", ()) or getattr(part, "__metadata__", ())
    for mark in marks:
        if function := getattr(mark, "func", None):
            yield function
    inner = getattr(part, "annotation", None)
    for item in (inner, getattr(part, "__origin__", None), *getattr(part, "__args__", ())):
        if item is not None and item is not part and not isinstance(item, type):
            yield from _list_parsers(item)


@dataclass
class Kooi:
    """Hands out canaries, each once, and remembers for which field."""

    teksten: dict[str, tuple[str, str]] = field(default_factory=dict)
    getallen: dict[int, tuple[str, str]] = field(default_factory=dict)
    verboden: set[str] = field(default_factory=set)
    """Texts that colleagues may not read either."""

    def make_text(self, record: Model, name: str) -> str:
        """A text with capitals, an accent, a space and signs that pages encode."""
        number = len(self.teksten)
        text = f"Kanarie{number}x"
        self.teksten[text] = (type(record).__name__, name)
        return f"{text} & Kanarie é <{number}>"

    def make_id(self, record: Model) -> str:
        """An id; letters and digits only, so that it reads the same everywhere."""
        text = f"kanarie{len(self.teksten)}x"
        self.teksten[text] = (type(record).__name__, "id")
        return text

    def make_number(self, record: Model, name: str) -> Decimal:
        """A number of seven digits that nothing else has."""
        number = PRIEM[len(self.getallen)]
        self.getallen[number] = (type(record).__name__, name)
        return Decimal(number)


def _list_primes() -> list[int]:
    """The primes of seven digits below 1.200.000."""
    low, high = 10**6, 1_200_000
    sieve = bytearray([1]) * high
    for number in range(2, int(high**0.5) + 1):
        if sieve[number]:
            sieve[number * number :: number] = bytes(len(range(number * number, high, number)))
    return [number for number in range(low, high) if sieve[number]]


PRIEM: Final = _list_primes()


def plant(programma: Programma, toeval: random.Random) -> tuple[Programma, Kooi]:
    """The programme with a canary in all that is hidden, and the canaries."""
    kooi, ids = Kooi(), dict[tuple[str, str], str]()
    links = [link for page in programma.proza for link in page.koppelingen]
    for soort, name in COLLECTIES.items():
        for record in getattr(programma, name):
            # What prose links to keeps its name: the link is in the text.
            is_linked = any(str(record.id).lower() in link.doel for link in links)
            if is_hidden(record) and soort != "vaststelling" and not is_linked:
                ids[soort, record.id] = kooi.make_id(record)

    def make(record: Model, hidden: bool) -> Model:
        before, changes = len(kooi.teksten), dict[str, Any]()
        for name in type(record).model_fields:
            if hidden or is_internal(type(record), name):
                value = _vary(record, name, kooi, toeval)
                if value is not None:
                    changes[name] = value
        if is_refused(record):
            kooi.verboden |= set([*kooi.teksten][before:])
        return record.model_copy(update=changes) if changes else record

    planted: Programma = change(programma, make)
    return _rename(planted, ids, kooi), kooi


def _vary(record: Model, name: str, kooi: Kooi, toeval: random.Random) -> Any:
    """A canary for a field; None where it holds none."""
    if isinstance(record, Proza) and name == "delen":
        return (*record.delen, f"\n\n{kooi.make_text(record, name)}\n\n")
    value, kind = getattr(record, name), find_kind(type(record), name)
    if name in {*PAGINAVELDEN, "publiek_vanaf"} or value in (None, NVT):
        return None
    if kind == "tekst":
        made = kooi.make_text(record, name)
        return (made,) if isinstance(value, tuple) else made
    makers: dict[str, Callable[[], Any]] = {
        "adres": lambda: f"https://{kooi.make_id(record)}.example/pad",
        "postbus": lambda: f"{kooi.make_id(record)}@kanarie.example",
        "getal": lambda: kooi.make_number(record, name),
    }
    # Days decide what comes first and what is not there yet; those of the intranet alone do not.
    if is_internal(type(record), name) and name != "datum":
        far = pick_far(toeval)
        makers["datum"] = lambda: far
        makers["moment"] = lambda: Periode(far.isoformat(), far, far)
    make = makers.get(kind)
    return make() if make else None


def _rename(programma: Programma, ids: type_ids, kooi: Kooi) -> Programma:
    """The programme with other ids for what is hidden, wherever they are named."""
    linked = any(page.koppelingen for page in programma.proza)

    def make(record: Model, hidden: bool) -> Model:
        changes: dict[str, Any] = {}
        for name, mark in list_naming(type(record)):
            value = getattr(record, name)
            if value is None:
                continue
            if isinstance(value, tuple):
                changes[name] = tuple(ids.get((mark.soort, item), item) for item in value)
            else:
                changes[name] = ids.get((mark.soort, value), value)
        if isinstance(record, Proza):
            changes["delen"] = tuple(_rename_call(part, ids) for part in record.delen)
        if isinstance(record, Proza) and hidden and not linked:
            changes["pad"] = f"map/{kooi.make_id(record)}"
        return record.model_copy(update=changes) if changes else record

    renamed: Programma = change(programma, make)
    changes = {
        name: tuple(
            item.model_copy(update={"id": ids[soort, item.id]}) if (soort, item.id) in ids else item
            for item in getattr(renamed, name)
        )
        for soort, name in COLLECTIES.items()
    }
    return renamed.model_copy(update=changes)


def _rename_call(part: Any, ids: type_ids) -> Any:
    """A piece of prose that calls what is hidden by its new name."""
    if not isinstance(part, Aanroep):
        return part
    soort, _, identifier = part.naam.partition("-")
    found = ids.get((soort, identifier))
    return replace(part, naam=f"{soort}-{found}") if found else part


# --- looking ----------------------------------------------------------------------------------


def list_texts(site: Site) -> dict[str, str]:
    """Everything that publish would write, by the name of the file."""
    texts = {page.bestand: page.markdown for page in site.pages}
    texts |= {item.bestand: _read(item.inhoud) for item in (*site.assets, *site.los)}
    return texts | {"menu": repr((site.nav, site.buiten_menu, dict(site.instellingen)))}


def _read(inhoud: str | bytes | Path) -> str:
    """What stands in a file; of one that is copied from a library nothing."""
    if isinstance(inhoud, bytes):
        return inhoud.decode("latin-1")
    return inhoud if isinstance(inhoud, str) else ""


_TEKENS = re.compile(r"[\W_]+")
_GROEPEN = re.compile(r"(?<=[0-9])[.,\s'](?=[0-9]{3}(?![0-9]))")
_GETAL = re.compile(r"[0-9]{7}")


def unfold(text: str) -> str:
    """A text as somebody who looks for something reads it: decoded, in small letters."""
    return unquote(html.unescape(text)).casefold()


def find_canaries(text: str, kooi: Kooi) -> set[str]:
    """What of the canaries sings in a text, however it was written."""
    plain = unfold(text)
    found = {STAM} if STAM in _TEKENS.sub("", plain) else set()
    numbers = map(int, _GETAL.findall(_GROEPEN.sub("", plain)))
    found |= {str(number) for number in numbers if number in kooi.getallen}
    years = range(*VERRE_JAREN)
    return found | {str(year) for year in years if re.search(rf"(?<![0-9]){year}(?![0-9])", plain)}
