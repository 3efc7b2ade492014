"""Present: from facts to pages, with their figures, tables and menu."""

from __future__ import annotations

from functools import partial
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from jinja2 import BytecodeCache

from generator.derive.feiten import Feiten
from generator.model.basis import Editie
from generator.present.agenda import list_agendas
from generator.present.beveiliging import make_security
from generator.present.escape import encode
from generator.present.figures import Figuren
from generator.present.historie import Historie
from generator.present.huisstijl import list_huisstijl, tell_huisstijl
from generator.present.menu import list_files, make_nav
from generator.present.page import Asset, Draft, Site
from generator.present.pages import list_pages, list_proza_pages
from generator.present.stijl import make_stylesheet
from generator.present.writer import Writer
from generator.present.zinnen import tell_besluit, tell_concept, tell_stand
from generator.present.zoekwoorden import list_synoniemen


def present(
    feiten: Feiten, compiled: BytecodeCache | None = None, historie: Historie | None = None
) -> Site:
    """One edition as pages, assets and a menu; `compiled` keeps templates between runs."""
    return make_draft(feiten, compiled, historie).complete()


def make_draft(
    feiten: Feiten, compiled: BytecodeCache | None = None, historie: Historie | None = None
) -> Draft:
    """One edition with its menu, of which each page is written when it is asked for.

    When records were last changed is for the intranet: it would tell of changes that are hidden.
    """
    told = historie if feiten.editie is Editie.INTERN else None
    writer = Writer(feiten, Figuren(feiten), compiled, told)
    pages = tuple(list_pages(writer))
    pages += tuple(list_proza_pages(writer, {page.pad for page in pages}))
    nav = make_nav(feiten, {page.pad for page in pages})
    in_nav = list_files(nav)
    names = (f"{page.pad}.md" for page in pages)
    is_intern = feiten.editie is Editie.INTERN
    security = None if is_intern else make_security(feiten.programma.gegevens)
    frame = Site(
        pages=(),
        assets=(),
        nav=nav,
        buiten_menu=tuple(name for name in names if name not in in_nav),
        instellingen=_tell_frame(writer),
        los=(security,) if security else (),
        synoniemen=tuple(list_synoniemen(feiten.programma.begrippen)),
    )
    return Draft(
        frame,
        pages,
        list_assets=partial(_list_assets, writer),
        list_agendas=lambda: tuple(list_agendas(feiten, writer.term)),
    )


def _tell_frame(writer: Writer) -> dict[str, str]:
    """What the theme needs to know of the edition, by name."""
    feiten, gegevens = writer.feiten, writer.feiten.programma.gegevens
    is_intern = feiten.editie is Editie.INTERN
    return {
        "sitenaam": encode(gegevens.sitenaam),
        "melding": encode(gegevens.melding or ""),
        "editie": feiten.editie.value,
        "editienaam": encode(writer.term("zichtbaarheid", feiten.editie.value)),
        "concept": encode(tell_concept(feiten.programma)),
        "besluit": encode(tell_besluit(feiten.programma)),
        "stand": encode(tell_stand(feiten.programma, feiten.editie, feiten.peildatum)),
        "overheid": encode(gegevens.overheid),
        "contact": encode(gegevens.contact),
        "adres": (gegevens.intern_url if is_intern else gegevens.site_url) or "",
        **tell_huisstijl(feiten.programma),
        "plotly": f"plotly-{version('plotly')}.min.js",
    }


def _list_assets(writer: Writer) -> tuple[Asset, ...]:
    """The files of the edition, with those that the pages written so far ask for."""
    programma, gegevens = writer.feiten.programma, writer.feiten.programma.gegevens
    stand = tell_stand(programma, writer.feiten.editie, writer.feiten.peildatum)
    return (
        *writer.figuren.gebruikt.values(),
        # The logo may stand on a page as well.
        *{
            asset.bestand: asset for asset in (*writer.media.values(), *list_huisstijl(programma))
        }.values(),
        make_stylesheet(programma.huisstijl, f"{gegevens.sitenaam} · {stand}"),
        _plotly(),
    )


def _plotly() -> Asset:
    """The plotly.js of the installed wheel, so that it always fits the figures."""
    script = Path(str(files("plotly"))) / "package_data" / "plotly.min.js"
    return Asset(f"assets/plotly-{version('plotly')}.min.js", script)
