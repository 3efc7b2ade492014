"""Rules about the house style: everything in it can be read, seen, and shown to everyone."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.beelden import LIJST
from generator.check.dossier import Dossier
from generator.findings import Code, Finding, fout, waarschuwing
from generator.model.basis import Zichtbaarheid
from generator.model.huisstijl import ROLLEN, Kleuren
from generator.model.kleur import show_contrast
from generator.model.palet import (
    TRAPPEN,
    WEERGAVEN,
    Weergave,
    add_trappen,
    iter_getypt,
    list_grondkleuren,
    type_palet,
)
from generator.model.regels.kleurparen import (
    NODIG,
    Tekort,
    find_tekorten,
    name_grondrol,
    suggest_shade,
)

HUISSTIJL = "huisstijl"


def find_kleur_leeg(dossier: Dossier) -> Iterator[Finding]:
    """A colour typed without quotes: everything behind # is a comment, so that nothing is left."""
    huisstijl = dossier.programma.huisstijl
    for weergave in WEERGAVEN if huisstijl else ():
        kleuren = getattr(huisstijl, weergave.veld)
        for token in ROLLEN.values():
            path = (HUISSTIJL, HUISSTIJL, weergave.veld, token)
            if not getattr(kleuren, token, None) and dossier.plekken.is_written(*path):
                yield fout(
                    Code.KLEUR_ONGELDIG,
                    dossier.plekken.waar(*path),
                    f"{token} is leeg: zonder aanhalingstekens telt alles na # niet mee",
                    f'schrijf {token}: "#0b4f49", met aanhalingstekens, of haal de regel weg',
                )


def find_contrast_te_laag(dossier: Dossier) -> Iterator[Finding]:
    """A colour that is not told apart well enough from what it stands on."""
    for weergave in WEERGAVEN:
        kleuren = getattr(dossier.programma.huisstijl, weergave.veld, None)
        if kleuren is not None:
            yield from _find_in_weergave(dossier, weergave, kleuren)


def _find_in_weergave(dossier: Dossier, weergave: Weergave, kleuren: Kleuren) -> Iterator[Finding]:
    gronden = list_grondkleuren(weergave, kleuren)
    places = {role: path for role, _, path in iter_getypt(kleuren)}
    found = find_tekorten(gronden, weergave)
    remedies = {role: _list_remedies(role, tekorten) for role, tekorten in found.items()}

    def suggest(name: str, tekorten: list[Tekort]) -> str | None:
        # One shade that mends all that a colour can mend, or the next run asks for another.
        whole = [item for role, own in found.items() if name in remedies[role] for item in own]
        asked = (gronden, weergave, name)
        return suggest_shade(*asked, whole) or suggest_shade(*asked, tekorten)

    for role, tekorten in found.items():
        # What somebody typed comes first: that is what they know, and can change.
        roles = sorted(remedies[role], key=lambda name: name not in places)
        # One colour of the charts cannot be typed without the other five.
        alone = [name for name in roles if name in ROLLEN or name in places]
        shades = ((name, suggest(name, tekorten)) for name in alone)
        advice = [_tell_shade(name, shade) for name, shade in shades if shade]
        yield fout(
            Code.CONTRAST_TE_LAAG,
            dossier.plekken.waar(HUISSTIJL, HUISSTIJL, weergave.veld, *places.get(roles[0], ())),
            _tell_tekort(tekorten[0]),
            f"schrijf {', of '.join(advice)}" if advice else _tell_apart(role, tekorten),
        )


def _list_remedies(role: str, tekorten: list[Tekort]) -> list[str]:
    """The colours of which a change can help: the one in front, and a surface that they share."""
    achters = {name_grondrol(item.meting.paar.achter) for item in tekorten}
    if any(item.meting.paar.achter in TRAPPEN for item in tekorten):
        achters = {"grond"}  # a step of a matrix is the page with some of another colour
    return [role, *(achters - {role} if len(achters) == 1 else ())]


def _tell_apart(role: str, tekorten: list[Tekort]) -> str:
    """What to do where no shade of one colour helps: what it stands on differs too much."""
    achters = {name_grondrol(item.meting.paar.achter) for item in tekorten} - {role}
    names = (name_token(name) for name in (role, *sorted(achters)))
    return f"kies kleuren die in lichtheid verder uit elkaar liggen voor {', '.join(names)}"


def _tell_tekort(worst: Tekort) -> str:
    paar = worst.meting.paar
    voor, achter = (_name_kleur(role, worst.palet) for role in (paar.voor, paar.achter))
    return (
        f"{worst.waar} is het contrast van {voor} op {achter} "
        f"{show_contrast(worst.meting.contrast)}:1; nodig is {show_contrast(NODIG[paar.soort])}:1"
    )


def _name_kleur(role: str, palet: type_palet) -> str:
    """A colour as an advisor knows it: by the token that it is, or that it was made from."""
    grondrol = name_grondrol(role)
    made = "" if role == grondrol else "een tint van "
    return f"{made}{name_token(grondrol)} ({add_trappen(palet)[role]})"


def name_token(role: str) -> str:
    """What an advisor types to set a colour."""
    return ROLLEN.get(role, f"kleur {role} van grafiek")


def _tell_shade(role: str, shade: str) -> str:
    return f'{ROLLEN[role]}: "{shade}"' if role in ROLLEN else f'"{shade}" als {name_token(role)}'


def find_beeld_van_huisstijl_intern(dossier: Dossier) -> Iterator[Finding]:
    """A logo or an icon that not everyone may see: the public edition would not show it."""
    hidden = {
        beeld.bestand
        for beeld in dossier.programma.beelden
        if beeld.zichtbaarheid is Zichtbaarheid.INTERN
    }
    for veld in ("logo", "logo_donker", "icoon"):
        naam = getattr(dossier.programma.huisstijl, veld, None)
        if naam in hidden:
            yield fout(
                Code.BEELD_INTERN,
                dossier.plekken.waar(HUISSTIJL, HUISSTIJL, veld),
                f"{veld} staat ook in de openbare versie, maar het beeld '{naam}' is intern",
                f"schrijf bij het beeld in {LIJST} zichtbaarheid: publiek",
            )


def find_lettertype_ongebruikt(dossier: Dossier) -> Iterator[Finding]:
    """A font file that comes along with the site, and that nothing on it uses."""
    huisstijl = dossier.programma.huisstijl
    if huisstijl is None:
        return
    used = {huisstijl.basis_text_font_family_default, huisstijl.basis_heading_font_family}
    for index, item in enumerate(huisstijl.lettertypen):
        if item.naam not in used:
            yield waarschuwing(
                Code.LETTERTYPE_ONGEBRUIKT,
                dossier.plekken.waar(HUISSTIJL, HUISSTIJL, "lettertypen", index, "naam"),
                f"het lettertype '{item.naam}' wordt nergens gebruikt",
                f"schrijf basis_text_font_family_default: {item.naam}, of haal dit onderdeel weg",
            )
