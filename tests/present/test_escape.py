"""The one escaper: a page shows what was typed, whatever was typed."""

from __future__ import annotations

import html
import re
import string

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.present.escape import encode, escape_label, finalize

PRINTABLE = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\ufeff")
)


@given(PRINTABLE)
def test_encoded_text_survives_markdown_as_typed(text: str) -> None:
    """Markdown and the browser give back the same words, with white space collapsed."""
    shown = markdown.markdown("x" + encode(text), extensions=["tables", "footnotes", "fenced_code"])
    plain = html.unescape(shown.removeprefix("<p>").removesuffix("</p>"))
    assert plain.split() == ("x" + " ".join(text.split())).split()


@given(PRINTABLE)
def test_encoded_text_holds_no_punctuation_that_means_something(text: str) -> None:
    """Nothing is left that HTML, Markdown, YAML or a template could read as an instruction."""
    left = set(encode(text)) & set(string.punctuation)
    assert left <= set("&#;,.-")
    assert not re.search(r"(?<![A-Za-z])[-.]", encode(text))


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "](javascript:alert(1))",
        "{{ config }}",
        "{: onclick=x }",
        "![x](y)",
    ],
)
def test_hostile_text_reads_as_typed(hostile: str) -> None:
    """A script typed in a title is words on the page."""
    assert html.unescape(markdown.markdown(encode(hostile))) == f"<p>{hostile}</p>"


def test_a_number_stays_with_its_unit() -> None:
    """A line never ends between a number and its unit; other white space is one space."""
    assert encode(" 12\N{NO-BREAK SPACE}acties \n  samen ") == "12\N{NO-BREAK SPACE}acties samen"


def test_markup_passes_and_everything_else_is_encoded() -> None:
    """A template's own HTML stays HTML; a value never becomes HTML."""
    assert finalize(Markup("<b>x</b>")) == "<b>x</b>"
    assert finalize("<b>") == "&#60;b&#62;"
    assert finalize(12) == "12"


def test_absent_value_is_a_mistake_of_the_template() -> None:
    """A page never shows the word None."""
    with pytest.raises(TypeError, match="absent"):
        finalize(None)


def test_chart_label_shows_signs_instead_of_reading_them() -> None:
    """A label with a link in it shows the text of the link."""
    assert escape_label('<a href="x">&') == '&lt;a href="x"&gt;&amp;'


def test_chart_label_is_not_filled_in() -> None:
    """A label that looks like a place to fill in reads as it was typed."""
    assert escape_label("%{x} van %{customdata[0]}") == "%&#123;x} van %&#123;customdata[0]}"
