"""What a workshop decided, as files to grade with: a profile in a ruleset, notes in an overlay."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import quoted, refusal
from ..linking import link
from ..overlaying import lay
from ..policy import Policy
from ..provenance import Place
from ..rulebook import Rulebook
from ..rules import Ruleset
from ..texts import Language, say
from ..workshops.events import IndicatorDecided, ParameterDecided
from ..workshops.readings import policy_of, setting
from ..workshops.workshop import Workshop
from ..yaml_events import compose, dump
from ..yaml_file import parse_bytes
from .target import schema_line

OVERLAY = "spur-rules/overlay/1"


class Written(NamedTuple):
    """A text to be kept, and what it is called: the profile's or the overlay's name and version."""

    text: str
    version: str


def profile_entry(workshop: Workshop, rulebook: Rulebook, name: str, language: Language) -> str:
    """The profile as it stands under `profiles`.

    Args:
        workshop: What was decided.
        rulebook: The rules that it keeps.
        name: The profile's name.
        language: The language of its reason.

    Raises:
        InputError: SR868, no parameter was decided.
    """
    made = [d.decided for d in workshop.standing if isinstance(d.decided, ParameterDecided)]
    if not made:
        message = "no parameter was decided, so there is no profile; see `workshop decide`"
        raise refusal("SR868", Place(workshop.opened.title), message)
    policy = policy_of(workshop, rulebook)
    titles = {
        lang: say(lang, "workshop-profile.title", title=workshop.opened.title)
        for lang in ("sv", "en")
    }
    entry: dict[str, Any] = {"title": titles, "reason": _reason(workshop, made, language)}
    entry["values"] = {parameter: _number(value) for parameter, value in policy.values}
    if policy.domains:
        entry["domains"] = {
            letter: {parameter: _number(value) for parameter, value in values}
            for letter, values in policy.domains
        }
    lines = dump({name: entry}, leaves_on_one_line=True).splitlines()
    return "\n".join(f"  {line}" if line else line for line in lines)


def _number(value: Fraction) -> int | str:
    return int(value) if value.denominator == 1 else str(value)


def _reason(workshop: Workshop, made: list[ParameterDecided], language: Language) -> str:
    reasons = [
        say(
            language,
            "workshop-profile.one-reason",
            setting=setting(one.parameter, one.value, one.domain),
            because=one.because.removesuffix("."),
        )
        for one in made
    ]
    return say(
        language,
        "workshop-profile.reason",
        title=workshop.opened.title,
        day=workshop.last[:10],
        reasons=" ".join(reasons),
        head=workshop.head,
    )


def ruleset_with_profile(workshop: Workshop, rulebook: Rulebook, name: str, entry: str) -> Written:
    """The workshop's ruleset with one more profile and a higher version; all else as it was.

    Args:
        workshop: Whose rules they are.
        rulebook: The same, linked.
        name: The profile's name.
        entry: What `profile_entry` made.

    Raises:
        InputError: SR613, the name is used; SR612, the file is not written in lines; what is wrong
            with the profile.
    """
    source = workshop.opened.rules
    if name in [profile.name for profile in rulebook.ruleset.profiles]:
        message = f"the rules have a profile {quoted(name)} already; choose another with --name"
        raise refusal("SR613", Place("--name"), message)
    version = _raised(rulebook.ruleset)
    text = _with_profile(_with_version(source.text, version), entry)
    if text is None:
        message = "the profiles are not written as lines; add the profile by hand: leave out -o"
        raise refusal("SR612", Place(source.name), message)
    _read(workshop, text, name, policy_of(workshop, rulebook))
    return Written(text, version)


def _read(workshop: Workshop, text: str, name: str, wanted: Policy) -> None:
    """What is written is read again before it is kept, and must be what was decided."""
    opened = workshop.opened
    catalog, *overlays = (
        parse_bytes(source.text.encode(), source.name)
        for source in (opened.catalog, *opened.overlays)
    )
    made = link(catalog, parse_bytes(text.encode(), opened.rules.name), overlays)
    got = made.policy(name)
    letters = [domain.letter for domain in made.domains]
    for parameter, _ in wanted.values:
        for letter in letters:
            if got.value(parameter, letter) != wanted.value(parameter, letter):
                raise AssertionError(f"{name} does not read {parameter} as decided")


def _raised(ruleset: Ruleset) -> str:
    major, minor, _ = ruleset.version.split(".")
    return f"{major}.{int(minor) + 1}.0"


def _with_version(text: str, version: str) -> str:
    node = _value(text, "version")
    return text[: node.start_mark.index] + version + text[node.end_mark.index :]


def _with_profile(text: str, entry: str) -> str | None:
    """The text with an entry after the last profile, before what stands below the profiles."""
    found = _value(text, "profiles")
    if found is None or found.id != "mapping" or found.flow_style:
        return None
    if found.start_mark.column != 2:
        return None  # the entry is moved in by two spaces
    stop = len(text[: found.end_mark.index].rstrip())
    lines = text[:stop].split("\n")
    while lines and (not lines[-1].strip() or lines[-1].startswith("#")):
        lines.pop()  # comments at the left edge belong to what comes after the profiles
    stop = len("\n".join(lines))
    return f"{text[:stop]}\n{entry}{text[stop:]}"


def _value(text: str, key: str) -> Any:
    root = compose(text)
    return next((value for name, value in root.value if name.value == key), None)


def overlay_with_notes(
    workshop: Workshop, rulebook: Rulebook, id: str, path: Path, language: Language
) -> Written:
    """The decisions about indicators as an overlay with notes.

    Args:
        workshop: What was decided.
        rulebook: The catalog that it keeps.
        id: The overlay's id.
        path: Where it will be, for the schema that it names.
        language: The language of the notes.

    Raises:
        InputError: SR868, no reading of an indicator was decided; SR124, the id is none.
    """
    notes = [
        {"indicator": d.decided.indicator, "text": _note(workshop, d.decided, language)}
        for d in workshop.standing
        if isinstance(d.decided, IndicatorDecided)
    ]
    if not notes:
        message = "no reading of an indicator was decided; see `workshop decide --indicator`"
        raise refusal("SR868", Place(workshop.opened.title), message)
    title = say(language, "workshop-profile.overlay-title", title=workshop.opened.title)
    content = {
        "schema": OVERLAY,
        "id": id,
        "version": "1.0.0",
        "title": title,
        "language": "sv",
        "extends": rulebook.catalog.id,
        "notes": notes,
    }
    text = f"{schema_line(path, 'overlay')}\n{dump(content, leaves_on_one_line=True)}"
    lay(rulebook.catalog, [parse_bytes(text.encode(), str(path))])
    return Written(text, "1.0.0")


def _note(workshop: Workshop, decided: IndicatorDecided, language: Language) -> str:
    values = {"title": workshop.opened.title, "day": workshop.last[:10], "text": decided.text}
    if decided.because is None:
        return say(language, "workshop-profile.note", None, **values)
    because = decided.because.removesuffix(".") + "."
    return say(language, "workshop-profile.note-because", None, because=because, **values)
