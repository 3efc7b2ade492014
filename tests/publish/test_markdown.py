"""From Markdown to a page and its search entries: what is taken over, and what is left out."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import markdown
import pytest
from bs4 import BeautifulSoup

from generator.model.basis import Editie
from generator.model.programma import Programma
from generator.pipeline import prepare
from generator.publish.raw_html import RawHtml
from generator.publish.search import iter_sections


def convert(text: str, *, own: bool = True) -> str:
    """The HTML of a page, by our reading of HTML blocks or by Python-Markdown's own."""
    html = markdown.markdown(text, extensions=[RawHtml(), "toc"] if own else ["toc"])
    return "\n".join(line for line in html.splitlines() if line.strip())


PAGINA = """<nav class="kruimels">
<ol>
<li><a href="x.html">Home</a></li>
</ol>
</nav>

# Titel met &#42;sterren&#42;

<dl class="feiten">
<div><dt>Thema</dt><dd>Bouw</dd></div>

<div><dt>Fase</dt><dd>Een</dd></div>
</dl>

Gewone *tekst* met een [link](x.md).

- een
- twee

<figure>
<figcaption>Zin</figcaption>
</figure>

## Kop

<p>Slot</p>"""


def test_blocks_of_html_come_out_as_python_markdown_gives_them() -> None:
    """Our quick way to take over HTML gives the same page as the thorough one."""
    assert convert(PAGINA) == convert(PAGINA, own=False)
    assert "<p><" not in convert(PAGINA)


def test_html_in_a_code_block_stays_code() -> None:
    """An example of HTML in prose is shown, not run."""
    html = markdown.markdown(
        "```\n<div>\n<p>x</p>\n</div>\n```\n", extensions=[RawHtml(), "fenced_code"]
    )
    assert "<div>" not in html
    assert "&lt;div&gt;" in html


HOSTILE = [
    "Een `los accent.\n\n<script>alert(1)</script>\n\nnog een ` los",
    "tekst `code\n<img src=x onerror=alert(2)>\neinde`",
    "``` dit is `geen` hek\n\n<script>alert(1)</script>\n\n```",
    "```` zie ``` <b>x</b>\n\n<b>let op</b> ````",
    "``` x y z\n<script>alert(1)</script>\n```",
    " ```\n<script>alert(1)</script>\n```",
    "\\`<script>alert(1)</script>\\`",
    "<div onclick=alert(1)>x</div>",
    "<https://elders.example> <a href=javascript:alert(1)>x</a>",
    "| a |\n| --- |\n| <img src=x onerror=alert(1)> |",
    "[x](javascript:alert(1))",
    "[x](JaVaScript&colon;alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](vbscript:x) [y](data:text/html,x)",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "![x](https://elders.example/x.png) ![y](//elders.example/y.png)",
    "voet[^1]\n\n[^1]: <script>alert(1)</script> [x](javascript:alert(1))",
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_prose_is_text_whatever_it_looks_like(hostile: str, proefdorp: Programma) -> None:
    """Nothing that an advisor pastes can run, or load anything from elsewhere."""
    page = proefdorp.proza[0].model_copy(update={"delen": (hostile,)})
    programma = proefdorp.model_copy(update={"proza": (page,)})
    site = prepare(programma, Editie.INTERN, date(2026, 10, 1))
    (made,) = (item.markdown for item in site.pages if item.pad == page.pad)
    body = made.split("---\n", 2)[2]
    html = markdown.markdown(body, extensions=[RawHtml(), "tables", "fenced_code", "footnotes"])
    tree = BeautifulSoup(html, "html.parser")
    assert tree.select("script, img[src], iframe, object, b") == []
    for element in tree.select("*"):
        assert not [name for name in element.attrs if name.startswith("on")]
        address = str(element.get("href", ""))
        assert not re.match(r"\s*(?!https?:|mailto:)[a-z]+:", unescape(address), re.IGNORECASE)


CONTENT = """<nav class="kruimels" data-search-exclude><ol><li>Home</li></ol></nav>
<h1 id="titel">Titel &amp; meer<a class="headerlink" href="#titel">¶</a></h1>
<p>Eerste &#60;woorden&#62;.</p>
<table class="x" data-search-exclude><tr><td>Cijfers</td></tr></table>
<h2 id="kop">Kop</h2>
<p>Tweede</p><p>deel</p>"""


def test_search_holds_each_section_without_menus_and_tables() -> None:
    """A reader finds a section by its words, and no page by the words of its menu."""
    assert list(iter_sections(CONTENT)) == [
        ("", "Titel &amp; meer", "Eerste &lt;woorden&gt;."),
        ("kop", "Kop", "Tweede deel"),
    ]


def test_search_entry_cannot_hold_markup() -> None:
    """Words that look like HTML are found as words and shown as words."""
    sections = iter_sections('<h1 id="a">A</h1><p>&#60;img src=x onerror=alert(1)&#62;</p>')
    assert "<" not in "".join(text for _, _, text in sections)


def test_page_without_headings_is_found_as_a_whole() -> None:
    """A page that has only text has one entry."""
    assert list(iter_sections("<p>Alleen tekst</p>")) == [("", "", "Alleen tekst")]
