"""What was begun, what is still to be written in it, and what comes next."""

from __future__ import annotations

import shlex

from ..scaffolding.adding import Scaffold
from ..scaffolding.target import has_schema
from ..texts import Language, listing, say
from .wrapping import wrapped


def as_text(what: str, id: str, made: Scaffold, language: Language) -> str:
    """What a person reads after `spur-rules new`.

    Args:
        what: `rule`, `case` or `overlay`.
        id: Its id.
        made: What was written.
        language: `sv` or `en`.
    """
    lines = [say(language, f"new-written.{what}", id=id, file=made.path, line=made.line)]
    if made.to_write:
        where = listing(language, [str(line) for line in made.to_write])
        lines.append(say(language, "new-left", count=len(made.to_write), lines=where))
    lines += ["", say(language, "new-next")]
    lines += [wrapped(step, 80, "- ", 2) for step in _steps(what, made, language)]
    return "\n".join(lines) + "\n"


def _steps(what: str, made: Scaffold, language: Language) -> list[str]:
    """What comes next, in order."""
    steps = []
    if made.is_new_file and not has_schema(made.path, _SCHEMAS[what]):
        beside = made.path.parent / f"{_SCHEMAS[what]}.schema.json"
        command = f"spur-rules schema {_SCHEMAS[what]} > {shlex.quote(str(beside))}"
        steps.append(say(language, "new-step.schema", command=command))
    if made.to_write:
        steps.append(say(language, "new-step.fill"))
    for name, command in _COMMANDS[what]:
        where = shlex.quote(str(made.path))
        steps.append(say(language, f"new-step.{name}", command=command.format(file=where)))
    return steps


_SCHEMAS = {"rule": "ruleset", "case": "cases", "overlay": "overlay"}
_COMMANDS = {
    "rule": (
        ("version", ""),
        ("case", "spur-rules new case … --rules {file}"),
        ("verify", "spur-rules verify --rules {file}"),
    ),
    "case": (("test", "spur-rules test {file}"),),
    "overlay": (),
}
