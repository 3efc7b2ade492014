"""How a command asks: a question with a default, until the answer can be used."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

import click
from pydantic_core import PydanticCustomError

from generator.findings import Code
from generator.model.waarden import WaardeError

type_answer = TypeVar("type_answer")


def is_interactive() -> bool:
    """Whether somebody sits at the keyboard to answer."""
    return sys.stdin.isatty()


def tell_refusal(error: PydanticCustomError) -> str:
    """Why an answer cannot be used, and what to type."""
    context = error.context or {}
    return f"{context.get('melding', error)}; {context.get('oplossing', '')}"


def ask(vraag: str, parse: Callable[[str], type_answer], default: str = "") -> type_answer:
    """The answer to a question; asked again, with the reason, until it can be used.

    What is typed empty is `default`.
    """
    while True:
        shown = f"{vraag} [{default}]" if default else vraag
        suffix = " " if shown.endswith("?") else ": "
        typed = click.prompt(shown, default=default, show_default=False, prompt_suffix=suffix)
        try:
            return parse(str(typed).strip())
        except PydanticCustomError as error:
            told = tell_refusal(error)
            click.echo(f"  Dat kan niet: {told}{'' if told.endswith('?') else '.'}")


def confirm(vraag: str) -> bool:
    """Whether somebody agrees; an empty answer is yes."""
    answers = {"ja": True, "j": True, "nee": False, "n": False}

    def parse(typed: str) -> bool:
        if typed.lower() not in answers:
            raise WaardeError(Code.JANEE_ONGELDIG, "dat is geen ja of nee", "typ ja of nee")
        return answers[typed.lower()]

    return ask(vraag, parse, "ja")
