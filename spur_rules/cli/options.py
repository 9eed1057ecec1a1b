"""Options that several commands share, and the input they name."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import reduce, wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

import click

if TYPE_CHECKING:
    from datetime import date

    from ..checklist import Checklist
    from ..editions import Editions
    from ..errors import Problem
    from ..policy import Policy
    from ..rulebook import Rulebook
    from ..yaml_file import YamlFile

Command = TypeVar("Command", bound=Callable[..., Any])


def joined_option(name: str, **settings: Any) -> Callable[[Command], Command]:
    """An option that holds a list with commas, and may be given several times: none is lost."""

    def joined(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> str | None:
        return ",".join(values) or None

    return click.option(name, multiple=True, callback=joined, **settings)


folders_option = click.option(
    "--folders",
    type=click.Choice(("cases", "raters")),
    help="What the folders in SOURCE are; told by `review.unit` in the files if left out.",
)
_POLICY = joined_option(
    "--policy",
    default=("standard",),
    metavar="READING",
    help="standard, sträng or generös, and single parameters as name=value.",
)
_ENGINE = click.option("--engine", default="auto", metavar="NAME", help="auto, native or durable.")
_CATALOG = click.option(
    "--catalog",
    metavar="FILE",
    help="Another catalog: a file, a folder of versions, or a shipped one as st-spur@1.0.0.",
)
_RULES = click.option("--rules", metavar="FILE", help="Other rules, named in the same ways.")
_OVERLAYS = click.option(
    "--overlay",
    "overlays",
    multiple=True,
    metavar="FILE",
    help="Extend the catalog by a file or a shipped overlay; may be given several times.",
)
_DAY = click.option(
    "--date",
    "day",
    metavar="DATE",
    help="The version in force on this day; that of the review if left out.",
)
_LANG = click.option(
    "--lang", type=click.Choice(["sv", "en"]), default="sv", help="The language of the text."
)


class Source(NamedTuple):
    """Where the catalog and the rules come from, as the options say."""

    catalog: str | None
    rules: str | None
    overlays: tuple[str, ...]
    day: str | None

    def editions(self, proven: bool = True) -> Editions:
        """What finds the rulebook for each checklist; see `linking.link` for `proven`."""
        from .. import api

        day = read_day(self.day, "--date")
        return api.editions(self.catalog, self.rules, self.overlays, day, proven)


def source_options(command: Command) -> Command:
    """--catalog, --rules, --overlay and --date, as one `source`."""

    @wraps(command)
    def called(*args: Any, **options: Any) -> Any:
        source = Source(*(options.pop(name) for name in Source._fields))
        return command(*args, source=source, **options)

    options = (_DAY, _OVERLAYS, _RULES, _CATALOG)
    return reduce(lambda made, add: add(made), options, cast("Command", called))


def rulebook_options(command: Command) -> Command:
    """The source options and --lang: for what is about the rules, not about one reading."""
    return source_options(_LANG(command))


def reading_options(command: Command) -> Command:
    """The same and --policy."""
    return _POLICY(rulebook_options(command))


def comparing_options(command: Command) -> Command:
    """--policy, --catalog, --rules and --lang, for what names its catalogs itself."""
    return reduce(lambda made, add: add(made), (_LANG, _RULES, _CATALOG, _POLICY), command)


def read_day(text: str | None, option: str) -> date | None:
    """A day as an option names it; None where it is left out."""
    from .. import frozen
    from ..errors import InputError, Problem, quoted
    from ..provenance import Place

    day = frozen.read_day(text) if text is not None else None
    if text is not None and day is None:
        message = f"expected a date, found {quoted(text)}; write it as 2026-04-01"
        raise InputError([Problem("SR123", Place(option), message)])
    return day


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


class Input(NamedTuple):
    """A checklist's file, read as far as it can be, and the rulebook that it is graded with."""

    rulebook: Rulebook
    file: YamlFile | None
    mistakes: tuple[Problem, ...]

    def checklist(self) -> Checklist:
        """The checklist.

        Raises:
            InputError: Every mistake in the file.
        """
        from ..errors import InputError
        from ..reading import read

        if self.file is None:
            raise InputError(self.mistakes)
        return read(self.file, self.rulebook.catalog)


def read_input(file: str, source: Source) -> Input:
    """The file, or standard input for `-`; where it cannot be read the newest rulebook is used."""
    from ..editions import Header, header
    from ..errors import InputError
    from ..yaml_file import LIMIT_BYTES, parse_bytes, read_file

    editions = source.editions()
    try:
        if file != "-":
            found = read_file(file)
        else:
            content = sys.stdin.buffer.read(LIMIT_BYTES + 1) if sys.stdin is not None else b""
            found = parse_bytes(content, "stdin")
    except InputError as error:
        return Input(editions.rulebook(Header()), None, error.problems)
    return Input(editions.rulebook(header(found)), found, ())


def opened(file: str, source: Source, policy: str) -> tuple[Rulebook, Checklist, Policy]:
    """The rulebook, the checklist and the reading that the options name; all mistakes at once."""
    from .. import api
    from ..errors import both

    found = read_input(file, source)
    rulebook = found.rulebook
    checklist, reading = both(found.checklist, lambda: api.read_policy(rulebook, policy))
    return rulebook, checklist, reading


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
