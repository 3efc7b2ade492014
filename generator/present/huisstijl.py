"""The house style on the site: colours and fonts as CSS, the logo, the icon, and our own marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Final

from generator.model.beelden import Beeld
from generator.model.huisstijl import Huisstijl
from generator.model.palet import DONKER, LICHT, make_palet, put_on_paper, type_palet
from generator.model.programma import Programma
from generator.present.escape import encode
from generator.present.page import Asset

LETTERS: Final = (
    '"Segoe UI", "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif'  # on every PC
)
MERK: Final = "assets/beeldmerk.svg"
SOORTEN: Final = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
}


def write_variables(huisstijl: Huisstijl | None) -> str:
    """The colours and fonts of the site as CSS variables, one block for each way to look at it."""
    licht, donker = (make_palet(weergave, huisstijl) for weergave in (LICHT, DONKER))
    return "\n".join(
        (
            *_write_faces(huisstijl),
            _write_letters(huisstijl),
            _write_block('[data-md-color-scheme="default"]', "light", licht),
            _write_block('[data-md-color-scheme="slate"]', "dark", donker),
            "@media print {",
            "/* The light colours, whatever the screen shows. */",
            _write_block(
                "[data-md-color-scheme][data-md-color-primary]", "light", put_on_paper(licht)
            ),
            "}\n",
        )
    )


def _write_block(selector: str, scheme: str, palet: type_palet) -> str:
    lines = [f"  --kleur-{role}: {kleur};" for role, kleur in palet.items()]
    return "\n".join((f"{selector} {{", f"  color-scheme: {scheme};", *lines, "}"))


def _write_faces(huisstijl: Huisstijl | None) -> Iterator[str]:
    """Where the browser finds each font; names of fonts and files hold nothing that CSS reads."""
    for item in huisstijl.lettertypen if huisstijl else ():
        yield (
            f'@font-face {{ font-family: "{item.naam}"; src: url("../{item.pad}") format("woff2"); '
            f"font-weight: {item.gewicht}; font-style: {'italic' if item.cursief else 'normal'}; "
            "font-display: swap; }"
        )


def _write_letters(huisstijl: Huisstijl | None) -> str:
    tekst = huisstijl.basis_text_font_family_default if huisstijl else None
    koppen = (huisstijl.basis_heading_font_family if huisstijl else None) or tekst
    stacks = (f'"{naam}", {LETTERS}' if naam else LETTERS for naam in (tekst, koppen))
    return "body {{ --letters: {}; --letters-kop: {}; }}".format(*stacks)


def list_huisstijl(programma: Programma) -> tuple[Asset, ...]:
    """The files of the house style: our marks in its colours, its pictures, and its fonts."""
    palet = make_palet(LICHT, programma.huisstijl)
    marks = (("beeldmerk", ("hoofd", "accent")), ("kringloop", ("op-huis", "op-huis-accent")))
    made = [Asset(f"assets/{name}.svg", _colour(name, palet, roles)) for name, roles in marks]
    huisstijl = programma.huisstijl
    if huisstijl:
        named = {huisstijl.logo, huisstijl.logo_donker, huisstijl.icoon}
        made += [
            Asset(beeld.pad, beeld.opname.inhoud)
            for beeld in programma.beelden
            if beeld.bestand in named and beeld.opname
        ]
        made += [Asset(f"media/{item.bestand}", item.inhoud) for item in huisstijl.letters]
    return tuple(made)


def _colour(name: str, palet: type_palet, roles: Iterable[str]) -> str:
    """One of our drawings, in which `var(--kleur-x)` becomes the colour itself: pictures have none.

    They stand on the light palette: a browser shows an icon in either.
    """
    text = (files("site_theme") / "stijl" / f"{name}.svg").read_text(encoding="utf-8")
    for role in roles:
        text = text.replace(f"var(--kleur-{role})", palet[role])
    return text


def tell_huisstijl(programma: Programma) -> dict[str, str]:
    """What the theme needs to know about logo and icon; texts are encoded, empty is without."""
    huisstijl = programma.huisstijl
    beelden = {beeld.bestand: beeld for beeld in programma.beelden}
    told = {"icoon": MERK, "icoonsoort": SOORTEN["svg"]}
    for name in ("logo", "logo_donker"):
        told |= _tell_logo(name, beelden.get(getattr(huisstijl, name, None) or ""))
    icoon = beelden.get(huisstijl.icoon or "") if huisstijl else None
    if icoon:
        told |= {"icoon": icoon.pad, "icoonsoort": SOORTEN[icoon.bestand.rpartition(".")[2]]}
    return told


def _tell_logo(name: str, beeld: Beeld | None) -> dict[str, str]:
    if beeld is None or beeld.opname is None:
        return dict.fromkeys((name, f"{name}_alt", f"{name}_breedte", f"{name}_hoogte"), "")
    return {
        name: beeld.pad,
        f"{name}_alt": encode(beeld.alt),
        f"{name}_breedte": str(beeld.opname.breedte),
        f"{name}_hoogte": str(beeld.opname.hoogte),
    }
