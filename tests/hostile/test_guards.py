"""Each guard switched off once: the proof must notice, or it proves nothing."""

from __future__ import annotations

import html
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import markdown
import pytest
from markdown.extensions import Extension

from generator.model.basis import Editie
from generator.model.programma import Programma
from generator.pipeline import prepare
from generator.present import escape, mail, tables, writer
from generator.present.page import Page
from generator.publish import builder, raw_html, search
from generator.publish.builder import MARKDOWN
from generator.publish.raw_html import PlainFences, RawHtml, SafeLinks
from tests.hostile.seen import Seen, find_harm, is_safe, read_figure, read_page
from tests.hostile.sites import PEILDATUM, build_filled, build_made, build_twins

type_patch = pytest.MonkeyPatch


def replace_everywhere(monkeypatch: type_patch, name: str, weak: object) -> None:
    """Put something weak in the place of a function, wherever it was imported."""
    for module in [item for key, item in sys.modules.items() if key.startswith("generator.")]:
        if hasattr(module, name):
            monkeypatch.setattr(module, name, weak)


def convert(text: str) -> Seen:
    """What Markdown becomes as the site reads it."""
    extensions: list[str | Extension] = [RawHtml(), *MARKDOWN]
    return read_page(markdown.markdown(text, extensions=extensions, extension_configs=MARKDOWN))


def test_proof_notices_every_file_that_is_not_escaped(
    monkeypatch: type_patch, proefdorp: Programma, tmp_path: Path
) -> None:
    """Charts, tables to download and search: each has a guard of its own."""
    replace_everywhere(monkeypatch, "escape_label", str)
    monkeypatch.setattr(tables, "is_formule", lambda _: False)
    monkeypatch.setattr(search, "_strip", lambda text: html.unescape(re.sub("<[^>]*>", " ", text)))
    wrong = build_twins(proefdorp, Editie.INTERN, tmp_path).find_wrong()
    for kind in ("figuren/", "csv/", "search/"):
        assert [line for line in wrong if line.startswith(kind)], kind


def show(programma: Programma, pad: str = "acties/a-0001") -> Seen:
    """A page of the intranet edition."""
    pages = prepare(programma, Editie.INTERN, PEILDATUM).pages
    (text,) = (page.markdown for page in pages if page.pad == pad)
    return convert(text.split("---\n", 2)[2])


def name_acties(programma: Programma, titel: str) -> Programma:
    """The programme with one title for every action."""
    acties = [actie.model_copy(update={"titel": titel}) for actie in programma.acties]
    return programma.model_copy(update={"acties": tuple(acties)})


def test_proof_notices_a_mail_that_is_not_encoded(
    monkeypatch: type_patch, proefdorp: Programma
) -> None:
    """A title would add a reader to the mail."""
    changed = name_acties(proefdorp, "x&bcc=iemand@elders.example")
    assert not [key for key in show(changed).shape if "bcc" in key]
    monkeypatch.setattr(mail, "_quote", str)
    assert [key for key in show(changed).shape if "bcc" in key]


@pytest.mark.parametrize("weak", [str, html.escape])
def test_proof_notices_a_page_that_is_not_escaped(
    monkeypatch: type_patch, proefdorp: Programma, weak: Callable[[str], str]
) -> None:
    """Without the escaper HTML comes through; with a common one Markdown still reads."""
    changed = name_acties(proefdorp, "*schuin* <b>vet</b>")
    assert not show(changed).shape["em",]
    for module in (writer, escape):
        monkeypatch.setattr(module, "encode", weak)
    assert show(changed).shape["em",]


def test_proof_notices_a_title_that_is_decoded(
    monkeypatch: type_patch, proefdorp: Programma, tmp_path: Path
) -> None:
    """Where a page has no title of its own, the theme decodes its heading; our block does not."""
    made = prepare(proefdorp, Editie.INTERN, PEILDATUM)
    heading = (
        f"---\ndescription: x\n---\n\n# {escape.encode('</title><script>hacked=1</script>')}\n"
    )
    pages = [page for page in made.pages if page.pad != "acties/a-0001"]
    made = replace(made, pages=(*pages, Page("acties/a-0001", heading)))

    def build(place: str) -> str:
        return (build_made(made, tmp_path / place) / "acties" / "a-0001.html").read_text("utf-8")

    assert "<script>hacked" not in build("met")
    theme = tmp_path / "thema" / "overrides"
    shutil.copytree(str(files("site_theme") / "overrides"), theme)
    block = re.compile(r"{% block htmltitle %}.*?{% endblock %}", re.DOTALL)
    frame = theme / "main.html"
    frame.write_text(block.sub("", frame.read_text("utf-8")), "utf-8")
    known = {"site_theme": theme.parent}
    monkeypatch.setattr(builder, "files", lambda package: known.get(package, files(package)))
    assert "<script>hacked" in build("zonder")


def test_proof_notices_an_address_that_nobody_checked(proefdorp: Programma, tmp_path: Path) -> None:
    """An address that was not checked would be in the page as it is."""
    bronnen = [bron.model_copy(update={"url": "javascript:hacked=1"}) for bron in proefdorp.bronnen]
    changed = proefdorp.model_copy(update={"bronnen": tuple(bronnen)})
    site = build_filled(changed, Editie.INTERN, tmp_path)
    seen = read_page((site / "over" / "bronnen.html").read_text("utf-8"))
    assert [key for key in seen.shape if key[0] == "address" and not is_safe(key[1])]


@pytest.mark.parametrize(
    ("owner", "name", "weak", "text"),
    [
        (SafeLinks, "run", lambda *_: None, "[x](javascript:hacked=1)"),
        (raw_html, "_read_address", str.strip, "[x](java&Tab;script:hacked=1)"),
        (
            PlainFences,
            "handle_attrs",
            lambda *_: ("__config", ["x", "mermaid"], {}),
            "``` { .x .mermaid }\nx\n```",
        ),
        (raw_html, "_TAG", re.compile(".*<"), "tekst <img src=x onerror=hacked=1>"),
    ],
)
def test_proof_notices_prose_that_nobody_guards(
    monkeypatch: type_patch, owner: object, name: str, weak: object, text: str
) -> None:
    """Each lock behind the check of prose holds something by itself."""
    assert find_harm(convert(text)) == []
    monkeypatch.setattr(owner, name, weak)
    assert find_harm(convert(text))


def test_proof_notices_prose_that_begins_as_a_template(
    monkeypatch: type_patch, proefdorp: Programma
) -> None:
    """A line of prose that begins with a tag would be taken for a line of a template."""
    monkeypatch.setattr(writer, "_LINE_OF_HTML", re.compile(r"(?!)"))
    page = next(page for page in proefdorp.proza if page.pad == "werkwijze")
    hostile = page.model_copy(update={"delen": ("x\n\n<script>hacked=1</script>\n",)})
    changed = proefdorp.model_copy(update={"proza": (hostile,)})
    assert find_harm(show(changed, "werkwijze"))


def test_a_heading_is_never_called_as_a_part_of_the_theme() -> None:
    """The script of the theme finds its own parts by an id that begins with two underscores."""
    shown = convert("## __config\n\n## \\_\\_search\n\n### -__drawer")
    assert not [key for key in shown.shape if key[0] == "id"]


def test_a_label_may_hold_line_ends_and_bold_and_nothing_else() -> None:
    """The detector knows which HTML of a label is ours."""
    good = 'circulair.figuur("x",{"a":"<b>kop</b><br>x","b":"%{x}: %{text}<extra></extra>"});'
    assert not [key for key in read_figure(good).shape if key[0] == "markup"]
    for bad in ("<i>x</i>", "<a href='x'>", "%{y:.2f}", "%{fullData.name}"):
        figure = f'circulair.figuur("x",{{"a":"{bad}"}});'
        assert [key for key in read_figure(figure).shape if key[0] == "markup"], bad
