"""The panel above every page of the preview, and the page of all findings."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.findings import Finding, arrange_findings, list_aantallen
from generator.model.paden import pad_melding
from generator.publish.preview.look import Look

MEESTE = 10
"""Mistakes in the panel; the page has them all."""
BREEDSTE = 160
"""Characters of a source line that are shown, with the place that is meant among them."""
_BODY = re.compile(r"<body\b[^>]*>")
_WORD = re.compile(r"[\w.:/@+-]+|.", re.DOTALL)


@cache
def _open_templates() -> Environment:
    templates = Environment(
        loader=PackageLoader("site_theme", "voorbeeld"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["zin"] = close_sentence
    return templates


def close_sentence(text: str) -> str:
    """The text with a mark at its end."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def make_panel(look: Look | None, paden: Collection[str], *, is_site: bool) -> str:
    """What the panel holds: nothing, one quiet line, or what must be mended."""
    return _render("paneel", look, paden, is_site=is_site, meeste=MEESTE)


def make_page(look: Look | None, paden: Collection[str], stand: str) -> str:
    """The page of all findings, which needs no site to stand in."""
    return _render("bevindingen", look, paden, is_site=bool(paden), stand=stand)


def _render(name: str, look: Look | None, paden: Collection[str], **more: object) -> str:
    shown = look or Look()
    return (
        _open_templates()
        .get_template(f"{name}.html.jinja")
        .render(
            is_begonnen=look is not None,
            reden=shown.reden.split("\n"),
            is_bug=shown.is_bug,
            fouten=len(shown.fouten),
            telling=tell_count(shown.findings),
            telling_fouten=tell_count(shown.fouten),
            groepen=[
                (group, cut_line(group.eerste, shown.lines), find_uitleg(group.eerste, paden))
                for group in arrange_findings(shown.findings)
            ],
            **more,
        )
    )


def put_in(html: str, panel: str, stand: str) -> str:
    """A page with the panel as its first part, and what keeps it up to date."""
    frame = _open_templates().get_template("kader.html.jinja").render(stand=stand)
    head, part = frame.split("<!-- paneel -->")
    found = _BODY.search(html)
    place = found.end() if found else 0
    return f"{html[:place]}{head}{panel}{part}{html[place:]}"


def tell_count(findings: Sequence[Finding]) -> str:
    """How many there are of each grade, in words."""
    told = list_aantallen(findings)
    return " en ".join([", ".join(told[:-1]), told[-1]] if told[1:] else told)


def cut_line(finding: Finding, lines: Mapping[str, Sequence[str]]) -> tuple[str, str, str] | None:
    """The source line before, at and behind the place that is meant; None without a line."""
    plek = finding.plek
    known = lines.get(plek.bestand, ())
    line = known[plek.regel - 1] if 0 < plek.regel <= len(known) else ""
    if not line.strip():
        return None
    here = min(plek.kolom - 1, len(line))
    start = max(0, min(here - BREEDSTE // 2, len(line) - BREEDSTE))
    word = _WORD.match(line, here)
    end = word.end() if word else here
    lead, tail = "..." if start else "", "..." if len(line) > start + BREEDSTE else ""
    return lead + line[start:here], line[here:end], line[end : start + BREEDSTE] + tail


def find_uitleg(finding: Finding, paden: Collection[str]) -> str | None:
    """The address of the page that explains a finding, where the edition has it."""
    pad = pad_melding(finding.code)
    return f"/{pad}.html" if pad in paden else None
