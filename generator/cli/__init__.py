"""The command line `circulair`; each command is a module of its own, read when it is asked for."""

from __future__ import annotations

import io
import re
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module

import click
from click.exceptions import NoArgsIsHelpError, NoSuchCommand

from generator.cli.opties import GOED, PROGRAMMAFOUT, VERKEERD_GEBRUIK, help_option
from generator.findings import GeneratorError

OPDRACHTEN = (
    "controleer",
    "uitleg",
    "bouw",
    "bekijk",
    "nieuw",
    "excel",
    "opmaak",
    "bevestig",
    "verschil",
    "vaststellen",
    "rapport",
    "start",
)
"""Every command, in the order of the help; `generator.cli.<name>` holds a command of that name."""


class _Opdrachten(click.Group):
    """The commands, of which only the one that is asked for is loaded."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the help."""
        del ctx
        return list(OPDRACHTEN)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None, with all of them loaded to suggest one, if unknown."""
        for name in [cmd_name] if cmd_name in OPDRACHTEN else OPDRACHTEN:
            if name not in self.commands:
                self.add_command(getattr(import_module(f"generator.cli.{name}"), name))
        return super().get_command(ctx, cmd_name)


@click.group(cls=_Opdrachten, options_metavar="", subcommand_metavar="OPDRACHT [OPTIES]")
@help_option
def circulair() -> None:
    """Maak van de gegevens in data en content een circulair actieprogramma als website."""


def _suggest(possibilities: Sequence[str] | None) -> str:
    return f" (bedoelt u {possibilities[0]}?)" if possibilities else ""


def _tell_usage(error: click.UsageError) -> str:
    """A usage error in Dutch; click itself speaks English."""
    told = error.message
    if isinstance(error, click.NoSuchOption):
        told = f"de optie {error.option_name} bestaat niet{_suggest(error.possibilities)}"
    elif isinstance(error, NoSuchCommand):
        told = f"de opdracht {error.command_name} bestaat niet{_suggest(error.possibilities)}"
    elif isinstance(error, click.BadOptionUsage):
        wrong = "krijgt geen waarde" if "not take" in told else "moet een waarde krijgen"
        told = f"de optie {error.option_name} {wrong}"
    elif isinstance(error, click.MissingParameter) and error.param is not None:
        told = f"noem ook {error.param.human_readable_name}"
    elif isinstance(error, click.BadParameter) and error.param is not None:
        if isinstance(error.param.type, click.Choice):
            told = f"kies uit {', '.join(map(str, error.param.type.choices))}"
        told = f"{error.param.opts[0]}: {told}"
    elif extra := re.search(r"extra arguments? \((.*)\)", told):
        told = f"'{extra[1]}' hoort hier niet"
    return told


def _speak_utf8() -> None:
    """Let every terminal, also one of Windows, take every character that we print."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def main() -> None:
    """Run `circulair` and leave with its exit code: 0 good, 1 findings, 2 wrong use, 3 a bug."""
    _speak_utf8()
    try:
        code = circulair.main(prog_name="circulair", standalone_mode=False)
    except NoArgsIsHelpError as error:
        click.echo(error.message, err=True)
        code = VERKEERD_GEBRUIK
    except click.UsageError as error:
        told = _tell_usage(error)
        end = "" if told.endswith("?") else "."
        command = error.ctx.command_path if error.ctx else "circulair"
        click.echo(f"Zo kan het niet: {told}{end} Zie {command} --help.", err=True)
        code = VERKEERD_GEBRUIK
    except click.Abort:
        click.echo("\nGestopt; er is niets geschreven.", err=True)
        code = VERKEERD_GEBRUIK
    except GeneratorError as error:
        click.echo(str(error), err=True)
        code = VERKEERD_GEBRUIK
    except Exception:  # noqa: BLE001 - the one place that turns a bug into exit code 3
        traceback.print_exc()
        code = PROGRAMMAFOUT
    sys.exit(code or GOED)
