"""The kinds of mistakes: each is illegal by itself, and knows where it can be pointed at."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import yaml

from tests.mutaties.plekken import Sleutel, Veld, read_nodes

DATUMS: Final = {
    *("start", "eind", "gepland", "behaald", "gecontroleerd_op", "afgesproken_met_team", "datum"),
    *(
        "terugkijken",
        "teruggekeken_op",
        "gaat_in",
        "publiek_vanaf",
        "volgende_publicatie",
        "moment",
    ),
    *("besluitdatum", "wanneer", "terug", "verloopt"),
}
GETALLEN: Final = {
    *("waarde", "budget_eur", "uren_per_jaar", "aantal", "deelnemers", "jaar", "volgorde"),
    *("gewicht", "impactscore", "dagen", "decimalen", "inwoners", "duur_dagen", "ondergrens"),
    *("afval_kg_oud", "afval_kg_nieuw", "meldingen", "tolerantie"),
}
JANEE: Final = {
    *("substitutie", "is_gekozen", "is_minimaal_pakket", "in_kop", "akkoord_vermelding"),
    *("toestemming", "is_intrinsiek", "herkenbaar", "vraagt_besluit"),
}
VERWIJZINGEN: Final = {
    *("thema", "themas", "eigenaar_team", "betrokken_teams", "team", "teams", "fase", "schaal"),
    *("actiestatus", "interventietype", "overige_interventietypen", "indicator", "indicatoren"),
    *(
        "acties",
        "kansen",
        "deelonderwerp",
        "transitieagenda",
        "doelgroep",
        "r_strategie",
        "dekking",
    ),
    *("koppelopgaven", "bron_idee", "afdeling", "stap", "invloed", "zekerheid", "proces"),
    *("beleidsdomein", "instrument", "comb", "praktisch", "indicatorsoort", "laag", "bron"),
}
TEKSTEN: Final = {"titel", "naam", "omschrijving", "definitie", "reden", "tekst", "vraag"}
VERPLICHT: Final[Mapping[str, set[str]]] = {
    "acties": {
        "titel",
        "omschrijving",
        "thema",
        "schaal",
        "interventietype",
        "fase",
        "actiestatus",
    },
    "indicatoren": {"naam", "definitie", "eenheid", "richting", "indicatorsoort", "schaal"},
    "keuzehulp": {"situatie", "vragen"},
    "woordenlijst": {"naam", "termen"},
}
"""Fields without which nothing is shown, as the manual says."""
ORDE: Final = {"id", "actie", "bestand"}

type_sources = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Mutatie:
    """One mistake: the file, what stands in it now, and every place that would be right.

    Attributes:
        soort: the kind.
        bestand: which file changed; None as `inhoud` is a file that is gone.
        plaatsen: (file, line from 1) where a report points at the mistake.
        wat: in words, for who reads the outcome.
    """

    soort: str
    bestand: str
    inhoud: bytes | None
    plaatsen: frozenset[tuple[str, int]]
    wat: str


type_maker = Callable[[random.Random, str, type_sources], Mutatie | None]


def _replace(text: str, regel: int, begin: int, eind: int, new: str) -> str:
    lines = text.split("\n")
    lines[regel] = f"{lines[regel][:begin]}{new}{lines[regel][eind:]}"
    return "\n".join(lines)


def _spots(bestand: str, first: int, last: int | None = None) -> frozenset[tuple[str, int]]:
    return frozenset((bestand, line + 1) for line in range(first, (last or first) + 1))


def _is_own(name: str) -> bool:
    return name.endswith(".yaml") and "aangeleverd" not in name


def _pick(rng: random.Random, text: str, wanted: Callable[[Veld], bool]) -> Veld | None:
    found = [veld for veld in read_nodes(text)[0] if wanted(veld)]
    return rng.choice(found) if found else None


def _change_value(
    soort: str, keys: set[str], make: Callable[[random.Random, Veld], str]
) -> type_maker:
    """A maker that types something else where a field of `keys` has a value."""

    def change(rng: random.Random, name: str, sources: type_sources) -> Mutatie | None:
        if not _is_own(name):
            return None
        text = sources[name].decode()
        veld = _pick(rng, text, lambda item: item.sleutel in keys)
        if veld is None:
            return None
        new = make(rng, veld)
        changed = _replace(text, veld.regel, veld.begin, veld.eind, new)
        wat = f"{veld.sleutel}: {veld.waarde} -> {new}"
        return Mutatie(soort, name, changed.encode(), _spots(name, veld.regel), wat)

    return change


def _misspell(rng: random.Random, word: str) -> str:
    """A word with one letter too many, too few, or two swapped; never the same word."""
    spot = rng.randrange(len(word) - 1) if len(word) > 1 else 0
    ways = [word[:spot] + word[spot + 1 :], f"{word[:spot]}{word[spot]}{word[spot:]}"]
    ways.append(f"{word[:spot]}{word[spot + 1 : spot + 2]}{word[spot]}{word[spot + 2 :]}")
    return rng.choice([way for way in ways if way and way != word] or [f"{word}x"])


def _refer_wrong(rng: random.Random, veld: Veld) -> str:
    return f"{veld.waarde.lower().replace('-', '_')}_bestaat_niet" if rng.random() < 0.5 else "xq"


def _make_key_maker(soort: str, change: Callable[[random.Random, str], str]) -> type_maker:
    def mutate(rng: random.Random, name: str, sources: type_sources) -> Mutatie | None:
        if not _is_own(name):
            return None
        text = sources[name].decode()
        sleutels = [item for item in read_nodes(text)[1] if item.naam not in ORDE]
        sleutel = rng.choice(sleutels)
        new = change(rng, sleutel.naam)
        end = sleutel.begin + len(sleutel.naam)
        changed = _replace(text, sleutel.regel, sleutel.begin, end, new)
        wat = f"veld {sleutel.naam} -> {new}"
        return Mutatie(soort, name, changed.encode(), _spots(name, sleutel.regel), wat)

    return mutate


def double_key(rng: random.Random, name: str, sources: type_sources) -> Mutatie | None:
    """A field that stands in a record twice."""
    if not _is_own(name):
        return None
    lines = sources[name].decode().split("\n")
    sleutels = [
        item
        for item in read_nodes("\n".join(lines))[1]
        if item.is_kort
        and not lines[item.regel].lstrip().startswith("- ")
        and "{" not in lines[item.regel]
    ]
    if not sleutels:
        return None
    sleutel: Sleutel = rng.choice(sleutels)
    lines.insert(sleutel.regel + 1, lines[sleutel.regel])
    content = "\n".join(lines).encode()
    places = _spots(name, sleutel.regel, sleutel.regel + 1)
    return Mutatie("sleutel dubbel", name, content, places, f"veld {sleutel.naam} twee keer")


def drop_required(rng: random.Random, name: str, sources: type_sources) -> Mutatie | None:
    """A file of one record without a field that it needs."""
    folder = name.split("/")[1]
    if not _is_own(name) or folder not in VERPLICHT:
        return None
    lines = sources[name].decode().split("\n")
    tops = [item for item in read_nodes("\n".join(lines))[1] if item.begin == 0]
    found = [item for item in tops if item.naam in VERPLICHT[folder]]
    gone = rng.choice(found)
    following = [item.regel for item in tops if item.regel > gone.regel]
    end = min(following, default=len(lines))
    kept = lines[: gone.regel] + lines[end:]
    places = _spots(name, 0, len(kept))
    return Mutatie("veld weg", name, "\n".join(kept).encode(), places, f"zonder {gone.naam}")


def change_type(rng: random.Random, name: str, sources: type_sources) -> Mutatie | None:
    """A block, a list or a truth where a text belongs."""
    if not _is_own(name):
        return None
    text = sources[name].decode()
    veld = _pick(rng, text, lambda item: item.sleutel in TEKSTEN and not item.in_lijst)
    if veld is None:
        return None
    new = rng.choice(["[een, twee]", "{een: twee}", "true", "''", ""])
    if not new and veld.sleutel == "definitie":
        return None
    changed = _replace(text, veld.regel, veld.begin, veld.eind, new)
    wat = f"{veld.sleutel}: {new or '(leeg)'}"
    # An empty text is the same as none, where the field may be absent.
    if new == "" and veld.sleutel not in {"titel", "naam", "tekst", "vraag"}:
        return None
    return Mutatie("soort waarde", name, changed.encode(), _spots(name, veld.regel), wat)


def spoil_encoding(rng: random.Random, name: str, sources: type_sources) -> Mutatie | None:
    """A letter of an old encoding, or one that nobody can see, inside a text."""
    if (not _is_own(name) and not name.endswith((".csv", ".md"))) or "aangeleverd" in name:
        return None
    lines = sources[name].split(b"\n")
    long = [index for index, line in enumerate(lines) if len(line) > 20 and b"#" not in line]
    if not long:
        return None
    regel = rng.choice(long)
    line = lines[regel]
    spot = len(line) - 3
    bad = rng.choice([b"\xe9", b"\x00", b"\x07", "\u202e".encode(), b"\xff"])
    while spot < len(line) and line[spot] & 0xC0 == 0x80:
        spot += 1
    lines[regel] = line[:spot] + bad + line[spot:]
    content = b"\n".join(lines)
    places = _spots(name, _find_begin(name, sources[name], regel), regel)
    return Mutatie("codering", name, content, places, f"byte {bad!r} op regel {regel + 1}")


def _find_begin(name: str, content: bytes, regel: int) -> int:
    """The line on which the text that holds a line begins."""
    if not name.endswith(".yaml"):
        return regel
    begins = [item.regel for item in read_nodes(content.decode())[1] if item.regel <= regel]
    return max(begins, default=regel)


def swap_lines(rng: random.Random, name: str, sources: type_sources) -> Mutatie | None:
    """Two lines that changed places, so that no reader of YAML can read the file."""
    if not _is_own(name):
        return None
    lines = sources[name].decode().split("\n")
    for _ in range(30):
        regel = rng.randrange(len(lines) - 2)
        other = min(len(lines) - 2, regel + rng.choice([1, 1, 2, 5]))
        swapped = [*lines]
        swapped[regel], swapped[other] = lines[other], lines[regel]
        text = "\n".join(swapped)
        try:
            yaml.compose(text, Loader=yaml.CSafeLoader)
        except yaml.YAMLError:
            places = _spots(name, max(0, regel - 1), other + 1)
            wat = f"regel {regel + 1} en {other + 1} verwisseld"
            return Mutatie("volgorde van regels", name, text.encode(), places, wat)
    return None


def rename_id(rng: random.Random, name: str, sources: type_sources) -> Mutatie | None:
    """Something that others refer to gets another id, and they do not know."""
    keys = {
        "data/teams.yaml": {"eigenaar_team", "betrokken_teams", "team", "teams"},
        "data/themas.yaml": {"thema", "themas"},
        "data/woordenlijst/fase.yaml": {"fase"},
        "data/woordenlijst/actiestatus.yaml": {"actiestatus"},
        "data/woordenlijst/schaal.yaml": {"schaal"},
        "data/bronnen.yaml": {"bron"},
    }
    name = rng.choice(sorted(keys))
    text = sources[name].decode()
    users: dict[str, set[tuple[str, int]]] = {}
    for other, content in sources.items():
        if _is_own(other) and other != name:
            for veld in read_nodes(content.decode())[0]:
                if veld.sleutel in keys[name]:
                    users.setdefault(veld.waarde, set()).add((other, veld.regel + 1))
    named = _pick(rng, text, lambda item: item.sleutel == "id" and item.waarde in users)
    if named is None:
        return None
    changed = _replace(text, named.regel, named.begin, named.eind, f"{named.waarde}_nieuw")
    places = frozenset(users[named.waarde])
    return Mutatie("id", name, changed.encode(), places, f"{named.waarde} heet anders")


def drop_file(rng: random.Random, name: str, sources: type_sources) -> Mutatie | None:
    """A file is gone that others refer to."""
    del name
    users: dict[str, set[tuple[str, int]]] = {}
    for other, content in sources.items():
        if _is_own(other):
            for veld in read_nodes(content.decode())[0]:
                if veld.sleutel in {"acties", "actie", "leidt_tot", "afhankelijkheden"}:
                    users.setdefault(veld.waarde, set()).add((other, veld.regel + 1))
    actie = rng.choice(sorted(users))
    gone = f"data/acties/{actie}.yaml"
    if gone not in sources:
        return None
    places = frozenset(place for place in users[actie] if place[0] != gone)
    return Mutatie("bestand weg", gone, None, places, f"{actie} is weg") if places else None


def _iter_cells(text: str) -> Iterator[tuple[int, list[str]]]:
    yield from enumerate(csv.reader(text.split("\n"), delimiter=";"))


def spoil_cell(rng: random.Random, name: str, sources: type_sources) -> Mutatie | None:
    """A table with a word for a number, a wrong separator, or a cell too many."""
    if not name.endswith(".csv") or "aangeleverd" in name:
        return None
    text = sources[name].decode().removeprefix("\ufeff")
    rows = [(regel, cells) for regel, cells in _iter_cells(text) if any(cells)]
    header = rows[0][1]
    numeric = [
        index
        for index, kolom in enumerate(header)
        if kolom in {"waarde", "jaar", "score", "n"}
        or kolom.endswith(("_ton", "_eur"))
        or (kolom[:1] == "n" and kolom[1:].isdigit())
    ]
    regel, cells = rng.choice(rows[1:])
    wat = rng.choice(["getal", "teveel", "tekort", "kop"])
    if wat == "getal":
        filled = [index for index in numeric if cells[index]]
        if not filled or '"' in text.split("\n")[regel]:
            return None
        cells = [*cells]
        cells[rng.choice(filled)] = rng.choice(["twaalf", "12.5", "1.234", "n.n.b.", "3x"])
        new = ";".join(cells)
    elif wat == "teveel":
        new = f"{text.split(chr(10))[regel]};nog een"
    elif wat == "tekort":
        new = text.split("\n")[regel].replace(";", ",", 1)
    else:
        regel = rows[0][0]
        kolom = rng.choice(header)
        new = text.split("\n")[regel].replace(kolom, f"{kolom}x", 1)
    lines = text.split("\n")
    lines[regel] = new
    places = _spots(name, regel)
    return Mutatie("tabel", name, "\n".join(lines).encode(), places, f"{wat}: {new[:60]}")


DATUMFOUTEN: Final = (
    "2026-13-01",
    "2026-02-30",
    "1-10-2026",
    "volgend jaar",
    "26-10-01",
    "2026/10/01",
)
GETALFOUTEN: Final = ("twaalf", "12.5", "1.234", "n.n.b.", "1e3", "5 kg", "012", "1_000")

SOORTEN: Final[tuple[type_maker, ...]] = (
    _change_value("verwijzing", VERWIJZINGEN, _refer_wrong),
    _change_value("datum", DATUMS, lambda rng, _: rng.choice(DATUMFOUTEN)),
    _change_value("getal", GETALLEN, lambda rng, _: rng.choice(GETALFOUTEN)),
    _change_value("ja of nee", JANEE, lambda rng, _: rng.choice(["ja", "nee", "True", "1"])),
    _change_value("keuze", {"zichtbaarheid", "herkomst", "kwaliteit", "richting", "pad"},
                  lambda rng, veld: _misspell(rng, f"{veld.waarde}s")),
    _make_key_maker("sleutel", lambda rng, name: f"{_misspell(rng, name)}q"),
    double_key,
    drop_required,
    change_type,
    spoil_encoding,
    swap_lines,
    rename_id,
    drop_file,
    spoil_cell,
)  # fmt: skip
