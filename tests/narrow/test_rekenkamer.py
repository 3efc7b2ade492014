"""Questions of a court of audit: everyone reads the answer, and no address of the intranet."""

from __future__ import annotations

from generator.model.basis import Editie
from generator.model.programma import Programma
from generator.narrow import narrow


def test_question_loses_a_page_of_the_intranet_and_keeps_its_answer(proefdorp: Programma) -> None:
    """The public edition does not even hold the name of a page that it does not have."""
    (vraag,) = narrow(proefdorp, Editie.INTERN).rekenkamer
    assert vraag.paginas == ("indicatoren/index", "voortgang/spreiding")
    (shown,) = narrow(proefdorp, Editie.PUBLIEK).rekenkamer
    assert shown.paginas == ("indicatoren/index",)
    assert shown.antwoord == vraag.antwoord
