"""Rules about the ambition: a goal tree that is a tree, and targets near enough to steer by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.check.dossier import Dossier
from generator.findings import Code, Finding, fout, waarschuwing

LANGSTE_SPRONG = 5
"""Years that may lie between the last known value and the next target.

Source: DOMAIN 0.5: a court of audit could not tell whether a province was on schedule, because
its targets had no intermediate goals; more than five years ahead asks for one.
"""


def find_doelenboom_kring(dossier: Dossier) -> Iterator[Finding]:
    """Goals that stand under each other in a circle: no tree can show them."""
    above = {item.id: item.onder for item in dossier.programma.doelstellingen}
    told: set[str] = set()
    for identifier in above:
        circle = _follow(identifier, above)
        if circle and told.isdisjoint(circle):
            told.update(circle)
            way = " > ".join((*circle, circle[0]))
            yield fout(
                Code.DOELENBOOM_KRING,
                dossier.plekken.waar("doelstelling", identifier, "onder"),
                f"deze doelen vallen onder elkaar: {way}",
                "laat een van deze doelen onder een hoger doel vallen, of haal onder: weg",
            )


def _follow(identifier: str, above: Mapping[str, str | None]) -> tuple[str, ...]:
    """The circle that a goal is itself part of, from that goal upwards; empty without one."""
    way = [identifier]
    upper = above[identifier]
    while upper is not None and upper not in way:
        way.append(upper)
        upper = above.get(upper)
    return tuple(way) if upper == identifier else ()


def find_tussendoel_ontbreekt(dossier: Dossier) -> Iterator[Finding]:
    """A target so far ahead of the last known value that nobody can tell who is on time."""
    for indicator in dossier.programma.indicatoren:
        if dossier.plekken.is_half("indicator", indicator.id):
            continue
        years = [meting.jaar for meting in indicator.metingen if meting.waarde is not None]
        if indicator.nulmeting:
            years.append(indicator.nulmeting.jaar)
        known = max(years, default=None)
        coming = [
            (doel.jaar, index)
            for index, doel in enumerate(indicator.streefwaarden)
            if known is not None and doel.jaar > known
        ]
        if known is None or not coming:
            continue
        jaar, index = min(coming)
        if jaar - known > LANGSTE_SPRONG:
            yield waarschuwing(
                Code.TUSSENDOEL_ONTBREEKT,
                dossier.plekken.waar("indicator", indicator.id, "streefwaarden", index, "jaar"),
                f"het eerstvolgende doel is voor {jaar}, {jaar - known} jaar na de laatste waarde "
                f"({known})",
                "voeg bij streefwaarden een tussendoel toe, uiterlijk voor "
                f"{known + LANGSTE_SPRONG}",
            )
