"""Rules about references: whatever a field names must exist, and may be shown where it is shown."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.check.dossier import Dossier
from generator.findings import Code, Ernst, Finding, Plek, fout
from generator.model.basis import PUBLIEK, Model, Verwijzing, Zichtbaarheid
from generator.model.datums import show_datum
from generator.model.gelijkenis import find_closest, suggest
from generator.model.openbaarheid import Openbaarheid, is_embargoed
from generator.model.programma import COLLECTIES, LIJSTEN, MAPPEN, iter_records, iter_verwijzingen
from generator.model.woordenlijst import KLASSEN


@dataclass(frozen=True, slots=True)
class _Gemist:
    """A place that names something that does not exist."""

    plek: Plek
    veld: str
    id: str
    oplossing: str


def find_verwijzing_onbekend(dossier: Dossier) -> Iterator[Finding]:
    """A field that names a team, a thema, a term, ... that does not exist."""
    unknown_lists: set[str] = set()
    used: set[tuple[str, str]] = set()
    missed: dict[tuple[Verwijzing, str, str | None], list[_Gemist]] = {}
    for soort, owner, record in iter_records(dossier.programma):
        for path, mark, identifier, inner in iter_verwijzingen(record):
            known = _list_known(dossier, mark, inner)
            if known is not None and identifier in known:
                used.add((mark.soort, identifier))
                continue
            plek = dossier.plekken.waar(soort, owner, *path)
            if known is None:
                if mark.soort in unknown_lists:
                    continue
                unknown_lists.add(mark.soort)
                yield fout(
                    Code.WOORDENLIJST_ONTBREEKT,
                    plek,
                    f"de woordenlijst '{mark.soort}' bestaat niet",
                    _tell_lijst(mark.soort, identifier),
                )
            else:
                name = next(step for step in reversed(path) if isinstance(step, str))
                gemist = _Gemist(plek, name, identifier, _tell_choice(mark, identifier, known))
                # Where there is nothing of a kind yet, all that names some of it is one mistake.
                named = identifier if known else ""
                key = (replace(mark, onmisbaar=False), named, find_closest(named, known))
                missed.setdefault(key, []).append(gemist)
    for (mark, identifier, closest), places in missed.items():
        is_unused = closest and (mark.soort, closest) not in used
        yield from _tell_missed(dossier, mark, identifier, closest if is_unused else None, places)


def _tell_missed(
    dossier: Dossier,
    mark: Verwijzing,
    identifier: str,
    unused: str | None,
    places: Sequence[_Gemist],
) -> Iterator[Finding]:
    """A finding for each place that names what does not exist.

    When several do, and nothing names the one that is most like it (`unused`), it is the id of
    that one that was changed: there the mistake is mended, and there it is told first.
    """
    bron = places[0].plek
    changed = None
    if unused and len(places) > 1:
        changed = _find_definition(dossier, mark, unused)
    if changed and unused:
        bron = changed
        is_file = mark.soort in MAPPEN and not mark.woordenlijst
        mend = f"noem dit bestand {identifier}.yaml" if is_file else f"schrijf hier {identifier}"
        yield Finding(
            Code.VERWIJZING_ONBEKEND,
            Ernst.FOUT,
            bron,
            f"nergens staat een verwijzing naar '{unused}', en {len(places)} keer een naar "
            f"'{identifier}', dat niet bestaat",
            f"{mend}; klopt '{unused}' juist wel, pas dan de andere plekken aan",
            bron,
        )
    for place in places:
        melding = f"{place.veld}: '{place.id}' bestaat niet"
        yield Finding(
            Code.VERWIJZING_ONBEKEND, Ernst.FOUT, place.plek, melding, place.oplossing, bron
        )


def _find_definition(dossier: Dossier, mark: Verwijzing, identifier: str) -> Plek | None:
    """Where the thing that a reference may name got its id; None for a part of another record."""
    if not mark.woordenlijst:
        known = dossier.plekken.ids(mark.soort)
        return dossier.plekken.waar(mark.soort, identifier, "id") if identifier in known else None
    termen = list(dossier.termen[mark.soort])
    path = ("termen", termen.index(identifier), "id")
    return dossier.plekken.waar("woordenlijst", mark.soort, *path)


def _list_known(dossier: Dossier, mark: Verwijzing, record: Model) -> Collection[str] | None:
    """The ids that a reference may hold; None when its vocabulary was never written."""
    if mark.woordenlijst:
        if mark.soort in dossier.termen:
            return dossier.termen[mark.soort]
        return _Everything() if mark.soort in dossier.plekken.ids("woordenlijst") else None
    if mark.soort == "deelonderwerp":
        themas = dossier.programma.themas
        own = [thema for thema in themas if thema.id == getattr(record, "thema", None)]
        return (
            [part.id for thema in own for part in thema.deelonderwerpen] if own else _Everything()
        )
    return (
        _Everything() if dossier.plekken.is_unread(mark.soort) else dossier.plekken.ids(mark.soort)
    )


def _tell_choice(mark: Verwijzing, identifier: str, known: Collection[str]) -> str:
    """What to type instead of an unknown id; where nothing is like it, also where to add it."""
    told = suggest(identifier, known)
    if find_closest(identifier, known):
        return told
    if mark.woordenlijst:
        return f"{told}; of voeg de term toe in data/woordenlijst/{mark.soort}.yaml"
    name = LIJSTEN.get(mark.soort)
    if not name:
        return told
    if not known:
        return f"maak data/{name}.yaml, en zet het daarin; of haal de verwijzing weg"
    return f"{told}; of voeg het toe in data/{name}.yaml"


def _tell_lijst(name: str, identifier: str) -> str:
    """How to write the vocabulary `name`, with the term that was named as its first."""
    klassen = ", ".join(sorted(KLASSEN.get(name, ())))
    return (
        f"maak data/woordenlijst/{name}.yaml met naam: ... en termen: met daaronder "
        f"- id: {identifier}, naam: ... en definitie: ..."
        + (f" en klasse: een van {klassen}" if klassen else "")
    )


class _Everything(list[str]):
    """Stands for a collection that holds a mistake itself: its users are not blamed too."""

    def __contains__(self, item: object) -> bool:
        return True


def find_verwijzing_intern(dossier: Dossier) -> Iterator[Finding]:
    """A public record that cannot do without something that is intern."""
    known: dict[tuple[str, str], Model] = {}
    for soort, name in COLLECTIES.items():
        for record in getattr(dossier.programma, name):
            # Of two records with one id (a finding of its own), the first counts.
            known.setdefault((soort, record.id), record)
    for soort, owner, record in iter_records(dossier.programma):
        opens = _find_opening(record, dossier.peildatum)
        if opens is None:
            continue
        fields = type(record).model_fields
        for path, mark, identifier, inner in iter_verwijzingen(record):
            own = type(inner).model_fields[next(p for p in reversed(path) if isinstance(p, str))]
            is_shown = PUBLIEK in fields[str(path[0])].metadata
            is_needed = mark.onmisbaar or (own.is_required() and len(path) == 1)
            needed = known.get((mark.soort, identifier))
            if needed and is_shown and is_needed and _is_intern(needed, opens, dossier.peildatum):
                is_now = opens <= dossier.peildatum
                yield Finding(
                    Code.VERWIJZING_INTERN,
                    Ernst.FOUT if is_now else Ernst.WAARSCHUWING,
                    dossier.plekken.waar(soort, owner, *path),
                    *_tell_intern(
                        f"{mark.soort} '{identifier}'", needed, None if is_now else opens
                    ),
                )


def _find_opening(record: Model, peildatum: date) -> date | None:
    """From which day everyone sees a record; None when never."""
    if isinstance(record, Openbaarheid) and is_embargoed(record, peildatum):
        return record.publiek_vanaf
    is_open = getattr(record, "zichtbaarheid", None) is Zichtbaarheid.PUBLIEK
    return peildatum if is_open else None


def _is_intern(needed: Model, day: date, peildatum: date) -> bool:
    """Whether a record that was held back, or never meant for everyone, is intern on `day`."""
    if getattr(needed, "zichtbaarheid", None) is not Zichtbaarheid.INTERN:
        return False
    opens = _find_opening(needed, peildatum)
    return opens is None or opens > day


def _tell_intern(naam: str, needed: Model, opens: date | None) -> tuple[str, str]:
    """What is wrong with needing something intern, and what to type; with the days, if any."""
    dit = f"dit wordt openbaar op {show_datum(opens)}" if opens else "dit is openbaar"
    day = needed.publiek_vanaf if isinstance(needed, Openbaarheid) else None
    if day:
        return (
            f"{dit}, maar {naam} pas op {show_datum(day)}",
            f"schrijf hier publiek_vanaf: {day} of later, of geef {naam} een vroegere dag",
        )
    return (
        f"{dit}, maar {naam} is intern",
        f"zet {naam} op zichtbaarheid: publiek, of maak dit onderdeel intern",
    )
