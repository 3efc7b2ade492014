"""From Plotly's SVG to a picture for a page."""

from __future__ import annotations

import pytest

from generator.draw.figures import FiguurError
from generator.draw.svg import make_picture
from generator.draw.tree import is_ours

ROLLEN = {"101,3,0": "kleur-1", "101,3,1": "kleur-tekst"}


def draw(inner: str, vorm: str = "breed") -> str:
    """A picture of which Plotly drew `inner`."""
    raw = (
        '<svg class="main-svg" xmlns="http://www.w3.org/2000/svg" '
        'xmlns:xlink="http://www.w3.org/1999/xlink" width="760" height="300" style="" '
        f'viewBox="0 0 760 300">{inner}</svg>'
    )
    picture = make_picture(raw, ROLLEN, "proef", vorm)
    assert is_ours(picture)
    begin = f'<svg class="beeld-{vorm}" viewBox="0 0 760 300" width="760" height="300" '
    begin += 'focusable="false"'
    assert picture.startswith(begin)
    return picture.removeprefix(begin).removesuffix("</svg>" if "</svg>" in picture else "/>")


def test_style_becomes_attributes_and_colours_follow_the_palette() -> None:
    """No style is left, which the policy forbids, and a bar has the colour of light or dark."""
    path = '<path d="M0,1H2V3Z" style="opacity: 1; stroke-width: 0px; fill: rgb(101, 3, 0);"/>'
    assert draw(path) == ' fill="var(--kleur-1)"><path d="M0,1H2V3Z"/>'


def test_colours_that_stand_for_nothing_stay_and_those_of_plotly_itself_get_a_role() -> None:
    """The white edge of a bubble is that of the page, in the dark too."""
    parts = '<path d="M0,1H2" style="fill: rgb(1, 2, 3); stroke: rgb(255, 255, 255);"/>'
    assert draw(parts) == (' fill="#010203" stroke="var(--kleur-grond)"><path d="M0,1H2"/>')


@pytest.mark.parametrize(
    "hidden",
    [
        '<rect x="0" y="0" width="9" height="9" style="fill: rgb(0, 0, 0); fill-opacity: 0;"/>',
        '<rect width="0" height="0" style="fill: rgb(1, 1, 1);"/>',
        '<path class="xlines-below"/>',
        '<path d="M0,0" style="fill: none;"/>',
        '<path d="M0,0Z" style="fill: rgb(1, 1, 1);"/>',
        '<path d="M0,1H9" style="fill: none; stroke: rgb(1, 1, 1); stroke-opacity: 0;"/>',
        '<path d="M0,1H9" style="fill: none; stroke: rgb(1, 1, 1); stroke-width: 0;"/>',
        '<g style="opacity: 0;"><path d="M0,1H9V9Z"/></g>',
        '<g style="display: none;"><text>weg</text></g>',
        '<g class="a"><g data-x="1"><text x="1" y="2" style="white-space: pre;"/></g></g>',
        '<defs><clipPath id="a"><rect width="9" height="9"/></clipPath></defs>',
    ],
)
def test_what_nobody_sees_is_left_out(hidden: str) -> None:
    """Invisible areas, empty groups and definitions that nothing uses cost a reader nothing."""
    assert draw(hidden) == ""


def test_numbers_are_short_and_texts_stand_where_they_are() -> None:
    """A tenth of a pixel is enough, and a place is one pair of numbers."""
    text = '<text x="1" y="2.04" transform="translate(10.26,-3)" style="font-size: 15px;">a</text>'
    assert draw(text) == ' font-size="15"><text x="11.3" y="-1">a</text>'


def test_the_name_of_a_letter_keeps_its_quotes() -> None:
    """The letter that the picture was measured with is the letter that is shown."""
    style = "font-family: Arial, &quot;Liberation Sans&quot;, sans-serif;"
    assert draw(f'<text style="{style}">a</text>') == (
        " font-family=\"Arial, 'Liberation Sans', sans-serif\"><text>a</text>"
    )


def test_lines_of_a_label_move_along() -> None:
    """A name of two lines stays one name when its place is written another way."""
    lines = (
        '<text x="1" y="2" transform="translate(4,5)"><tspan x="1" y="2" dy="0em">een</tspan>'
        '<tspan x="1" y="2" dy="1.3em">twee</tspan></text>'
    )
    assert draw(lines) == (
        '><text x="5" y="7"><tspan x="5" y="7">een</tspan>'
        '<tspan x="5" y="7" dy="1.3em">twee</tspan></text>'
    )


def test_a_clip_stays_only_where_it_cuts_something_off() -> None:
    """A bar that runs out of the picture is cut off; one that does not needs no cutting."""
    clip = '<defs><clipPath id="c1"><rect width="100" height="50"/></clipPath></defs>'
    inside = '<path d="M0,1H100V50Z" clip-path="url(#c1)"/>'
    outside = '<path d="M0,1H120V50Z" clip-path="url(\'#c1\')"/>'
    assert draw(clip + inside) == '><path d="M0,1H100V50Z"/>'
    assert draw(clip + outside) == (
        '><defs><clipPath id="_proef-b1"><rect width="100" height="50"/></clipPath></defs>'
        '<path d="M0,1H120V50Z" clip-path="url(#_proef-b1)"/>'
    )


def test_ids_differ_between_the_wide_and_the_narrow_form() -> None:
    """Both forms stand on one page, and an id may stand there once."""
    clip = (
        '<defs><clipPath id="c1"><rect width="1" height="5"/></clipPath></defs>'
        '<g id="leeg" clip-path="url(#c1)"><circle r="9"/></g>'
    )
    assert 'id="_proef-b1"' in draw(clip)
    assert 'id="_proef-s1"' in draw(clip, "smal")
    assert "leeg" not in draw(clip)


@pytest.mark.parametrize(
    "label",
    [
        '"><script>hacked=1</script>',
        "' onload='hacked=1",
        "rgb(101, 3, 0) url(#_proef-b1) var(--kleur-1)",
        'style="background:url(x)" &lt;b&gt; &amp;',
        "]]> <!-- --> <?xml ?>",
    ],
)
def test_a_label_is_shown_as_it_was_typed(label: str) -> None:
    """Whatever somebody typed is a text in the picture, and nothing else."""
    plain = label.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    written = plain.replace('"', "&quot;")
    assert draw(f'<text data-unformatted="{written}">{plain}</text>') == f"><text>{written}</text>"


@pytest.mark.parametrize(
    "element",
    [
        '<a href="https://elders.example/"><text>a</text></a>',
        '<image href="https://elders.example/x.png"/>',
        "<foreignObject/>",
        "<script>hacked=1</script>",
        "<style>*{display:none}</style>",
        '<use href="#a"/>',
        "<g>",
    ],
)
def test_a_picture_with_anything_else_is_refused(element: str) -> None:
    """A link, a picture of elsewhere or a script never comes into a page this way."""
    with pytest.raises(FiguurError):
        draw(element)


@pytest.mark.parametrize(
    "attribute",
    [
        'onclick="hacked=1"',
        'href="https://elders.example/"',
        'fill="url(https://elders.example/x)"',
        'style="background: url(https://elders.example/x.png)"',
        'style="fill: url(//elders.example/x)"',
        'clip-path="url(https://elders.example/x#a)"',
        'class="md-overlay"',
        'font-family="x;}"',
    ],
)
def test_an_attribute_that_could_do_something_is_left_out(attribute: str) -> None:
    """Only shapes, places, colours and letters are taken over."""
    assert draw(f'<path d="M0,1H2" {attribute}/>') == '><path d="M0,1H2"/>'


@pytest.mark.parametrize(
    "text",
    [
        "<svg><script>hacked=1</script></svg>",
        '<svg onload="hacked=1"/>',
        '<svg fill="url(https://elders.example/x)"/>',
        '<svg width="1" style="x"/>',
        "<svg><!-- x --></svg>",
        '<svg width="1',
    ],
)
def test_what_is_not_ours_is_known(text: str) -> None:
    """A picture that somebody put in the cache is looked at before it comes into a page."""
    assert not is_ours(text)
