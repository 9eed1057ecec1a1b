"""`spur-rules workshop profile`: what was decided, as something to grade with."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .exits import GRADED
from .workshop_file import FILE, LANG, opened
from .workshop_minutes import write

if TYPE_CHECKING:
    from ..rulebook import Rulebook
    from ..texts import Language
    from ..workshops.workshop import Workshop


@click.command(
    epilog="Example: spur-rules workshop profile ws.spur -o rules.yaml --to-overlay notes.yaml"
)
@FILE
@click.option("-o", "--output", metavar="FILE", help="Write the rules with the profile here.")
@click.option("--name", metavar="ID", default="workshop", help="What the profile is called.")
@click.option(
    "--to-overlay", metavar="FILE", help="Write the decisions about rows here, as an overlay."
)
@click.option("--force", is_flag=True, help="Write over files that are there.")
@LANG
def profile(
    file: str, output: str | None, name: str, to_overlay: str | None, force: bool, lang: Language
) -> int:
    """Make the decisions something to grade with.

    The text for --policy is always shown. With -o also a ruleset with the decisions as a profile,
    for --rules and --policy; without it the profile to be pasted. What was decided about rows
    becomes notes in an overlay.
    """
    from ..texts import say
    from ..workshops.events import IndicatorDecided, ParameterDecided
    from ..workshops.readings import policy_text

    _check_name(name)
    found = opened(file)
    kinds = [type(decision.decided) for decision in found.workshop.standing]
    lines: list[str] = []
    if ParameterDecided in kinds or output is not None or not kinds:
        lines += _profile(found.workshop, found.rulebook, name, output, force, lang)
    rows = kinds.count(IndicatorDecided)
    if to_overlay is not None:
        lines += _overlay(found.workshop, found.rulebook, name, to_overlay, force, lang)
    elif rows:
        lines.append(say(lang, "workshop-profile.rest", rows))
    policy = policy_text(found.workshop)
    click.echo(say(lang, "workshop-profile.policy", policy=policy))
    click.echo("\n".join(lines))
    return GRADED


def _check_name(name: str) -> None:
    """What is wrong in --name is told of the option, not of a file that is made from it."""
    from ..errors import InputError, Problem, quoted
    from ..frozen import PATTERNS
    from ..provenance import Place

    pattern = r"^[0-9a-zåäö][0-9a-zåäö_.-]{0,63}$"
    if re.fullmatch(pattern, name) is None:
        message = f"{quoted(name)}: {PATTERNS[pattern]}, such as `höst-2026`"
        raise InputError([Problem("SR124", Place("--name"), message)])


def _profile(
    workshop: Workshop,
    rulebook: Rulebook,
    name: str,
    output: str | None,
    force: bool,
    lang: Language,
) -> list[str]:
    from ..documents.workshop.words import command_line
    from ..scaffolding.target import new_path
    from ..scaffolding.workshop_profile import profile_entry, ruleset_with_profile
    from ..texts import say

    entry = profile_entry(workshop, rulebook, name, lang)
    made = ruleset_with_profile(workshop, rulebook, name, entry)
    if output is None:
        return [say(lang, "workshop-profile.paste"), entry]
    write(new_path(Path(output), force), made.text)
    rules = f"{rulebook.ruleset.id} {made.version}"
    told = say(lang, "workshop-profile.rules", name=name, file=output, rules=rules)
    command = ("grade", "visit.yaml", "--rules", output, "--policy", name)
    return [told, f"  {command_line(*command)}"]


def _overlay(
    workshop: Workshop,
    rulebook: Rulebook,
    name: str,
    path: str,
    force: bool,
    lang: Language,
) -> list[str]:
    from ..documents.workshop.words import command_line
    from ..scaffolding.target import new_path
    from ..scaffolding.workshop_profile import overlay_with_notes
    from ..texts import say

    made = overlay_with_notes(workshop, rulebook, name, new_path(Path(path), force), lang)
    write(Path(path), made.text)
    number = made.text.count("indicator:")
    told = say(lang, "workshop-profile.overlay", number, file=path)
    return [told, f"  {command_line('grade', 'visit.yaml', '--overlay', path)}"]
