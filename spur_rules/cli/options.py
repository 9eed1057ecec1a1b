"""Options that several commands share, and the input they name."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import reduce
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from ..checklist import Checklist
    from ..policy import Policy
    from ..rulebook import Rulebook

Command = TypeVar("Command", bound=Callable[..., Any])


def joined_option(name: str, **settings: Any) -> Callable[[Command], Command]:
    """An option that holds a list with commas, and may be given several times: none is lost."""

    def joined(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> str | None:
        return ",".join(values) or None

    return click.option(name, multiple=True, callback=joined, **settings)


_POLICY = joined_option(
    "--policy",
    default=("standard",),
    metavar="READING",
    help="standard, sträng or generös, and single parameters as name=value.",
)
_ENGINE = click.option("--engine", default="auto", metavar="NAME", help="auto, native or durable.")
_CATALOG = click.option("--catalog", metavar="FILE", help="Another catalog than the shipped one.")
_RULES = click.option("--rules", metavar="FILE", help="Other rules than the shipped ones.")
_LANG = click.option(
    "--lang", type=click.Choice(["sv", "en"]), default="sv", help="The language of the text."
)


def reading_options(command: Command) -> Command:
    """--policy, --catalog, --rules and --lang."""
    return reduce(lambda made, add: add(made), (_LANG, _RULES, _CATALOG, _POLICY), command)


def catalog_options(command: Command) -> Command:
    """--catalog, --rules and --lang: for what is about the rules, not about one reading."""
    return reduce(lambda made, add: add(made), (_LANG, _RULES, _CATALOG), command)


def grading_options(command: Command) -> Command:
    """The same and --engine."""
    return _ENGINE(reading_options(command))


def format_option(*formats: str) -> Callable[[Command], Command]:
    """--format, the first one by default."""
    choice = click.Choice(formats)
    return click.option("--format", "format_", type=choice, default=formats[0], help="The output.")


def domain_option(help: str) -> Callable[[Command], Command]:
    """--domain, which may be given several times; `chosen_domains` reads it."""
    return click.option("--domain", "letters", multiple=True, metavar="LETTER", help=help)


def opened(file: str, rulebook: Rulebook, policy: str) -> tuple[Checklist, Policy]:
    """The checklist and the reading that the options name; the mistakes of both at once."""
    from .. import api
    from ..errors import both

    return both(lambda: read_input(file, rulebook), lambda: api.read_policy(rulebook, policy))


def read_input(file: str, rulebook: Rulebook) -> Checklist:
    """The checklist in a file, or on standard input for `-`."""
    from .. import api
    from ..yaml_file import LIMIT_BYTES

    if file != "-":
        return api.read_checklist(file, rulebook)
    content = sys.stdin.buffer.read(LIMIT_BYTES + 1) if sys.stdin is not None else b""
    return api.read_checklist(content, rulebook, name="stdin")


def chosen_domains(rulebook: Rulebook, letters: Sequence[str]) -> list[str]:
    """The domains that --domain names, in catalog order; all of them where it names none."""
    from ..errors import InputError
    from ..provenance import Place

    known = [domain.letter for domain in rulebook.domains]
    unknown = [typed for typed in letters if typed.strip().upper() not in known]
    if unknown:
        place = Place("--domain")
        raise InputError(rulebook.unknown_domain(letter, place) for letter in unknown)
    wanted = {typed.strip().upper() for typed in letters}
    return [letter for letter in known if not wanted or letter in wanted]
