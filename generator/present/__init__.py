"""Present: from facts to pages, with their figures, tables and menu."""

from __future__ import annotations

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
from generator.present.huisstijl import list_huisstijl, tell_huisstijl
from generator.present.menu import list_files, make_nav
from generator.present.page import Asset, Site
from generator.present.pages import write_pages, write_proza_pages
from generator.present.stijl import make_stylesheet
from generator.present.writer import Writer
from generator.present.zinnen import tell_besluit, tell_concept, tell_stand
from generator.present.zoekwoorden import list_synoniemen


def present(feiten: Feiten, compiled: BytecodeCache | None = None) -> Site:
    """One edition as pages, assets and a menu; `compiled` keeps templates between runs."""
    writer = Writer(feiten, Figuren(feiten), compiled)
    pages = list(write_pages(writer))
    pages += write_proza_pages(writer, [page.pad for page in pages])
    nav = make_nav(feiten, pages)
    in_nav = list_files(nav)
    gegevens = feiten.programma.gegevens
    is_intern = feiten.editie is Editie.INTERN
    stand = tell_stand(feiten.programma, feiten.editie, feiten.peildatum)
    style = list_huisstijl(feiten.programma)
    security = None if is_intern else make_security(gegevens)
    return Site(
        pages=tuple(pages),
        assets=(
            *writer.figuren.gebruikt.values(),
            # The logo may stand on a page as well.
            *{asset.bestand: asset for asset in (*writer.media.values(), *style)}.values(),
            *list_agendas(feiten, writer.term),
            make_stylesheet(feiten.programma.huisstijl, f"{gegevens.sitenaam} · {stand}"),
            _plotly(),
        ),
        nav=nav,
        buiten_menu=tuple(page.bestand for page in pages if page.bestand not in in_nav),
        instellingen={
            "sitenaam": encode(gegevens.sitenaam),
            "melding": encode(gegevens.melding or ""),
            "editie": feiten.editie.value,
            "editienaam": encode(writer.term("zichtbaarheid", feiten.editie.value)),
            "concept": encode(tell_concept(feiten.programma)),
            "besluit": encode(tell_besluit(feiten.programma)),
            "stand": encode(stand),
            "overheid": encode(gegevens.overheid),
            "contact": encode(gegevens.contact),
            "adres": (gegevens.intern_url if is_intern else gegevens.site_url) or "",
            **tell_huisstijl(feiten.programma),
            "plotly": f"plotly-{version('plotly')}.min.js",
        },
        los=(security,) if security else (),
        synoniemen=tuple(list_synoniemen(feiten.programma.begrippen)),
    )


def _plotly() -> Asset:
    """The plotly.js of the installed wheel, so that it always fits the figures."""
    script = Path(str(files("plotly"))) / "package_data" / "plotly.min.js"
    return Asset(f"assets/plotly-{version('plotly')}.min.js", script)
