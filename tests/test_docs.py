"""The documentation is whole: it builds without a warning, and knows what the program knows."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest

from spur_rules import Norm, Status, Verdict, api, load_rulebook
from spur_rules.catalog import Basis
from spur_rules.cli.main import COMMANDS, cli
from spur_rules.conditions import Measure
from spur_rules.rules import Unit
from spur_rules.schema_files import NAMES
from spur_rules.suggestion import Cause, CaveatCode

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"


def page(name: str) -> str:
    return (DOCS / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.skipif(
    importlib.util.find_spec("sphinx") is None, reason="needs the extra docs, which test includes"
)
def test_it_builds_without_a_warning(tmp_path: Path) -> None:
    """A warning is a link that leads nowhere, a word that is not explained, a page that is lost."""
    command = [sys.executable, "-m", "sphinx", "--fail-on-warning", "--keep-going", "--quiet"]
    done = subprocess.run(
        [*command, "--builder", "html", str(DOCS), str(tmp_path)], capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    for name in ("index", "glossary", "commands/grade", "reference/api"):
        assert (tmp_path / f"{name}.html").is_file()
    functions = (tmp_path / "reference" / "api.html").read_text(encoding="utf-8")
    assert all(f'id="spur_rules.api.{name}"' in functions for name in api.__all__)


def leaves(command: click.Command) -> list[click.Command]:
    if not isinstance(command, click.Group):
        return [command]
    context = click.Context(command)
    inner = [command.get_command(context, name) for name in command.list_commands(context)]
    return [leaf for one in inner if one is not None for leaf in leaves(one)]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_a_page_that_names_its_options(name: str) -> None:
    """On its own page, or among those that many commands share."""
    text = page(f"commands/{name}")
    everywhere = page("commands/index") if "as everywhere](index.md)" in text else ""
    assert re.match(rf"# .*{name}", text)
    assert f"spur-rules {name} " in text
    assert re.search(r"exit code", text, re.IGNORECASE)
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    for leaf in leaves(command):
        for option in leaf.params:
            if isinstance(option, click.Option):
                assert re.search(rf"`{option.opts[0]}\b", text + everywhere), option.opts[0]


def glossary() -> set[str]:
    """What the glossary explains: the lines of its blocks that are not moved in."""
    blocks = re.findall(r"```\{glossary\}\n(.*?)```", page("glossary"), re.DOTALL)
    lines = "\n".join(blocks).splitlines()
    return {line for line in lines if line and not line.startswith(" ")}


@pytest.mark.parametrize("kind", [Status, Norm, Verdict, Cause, Unit, Basis])
def test_the_glossary_explains_every_word_that_is_shown(kind: Any) -> None:
    assert {word.value for word in kind} <= glossary()


def test_the_glossary_explains_what_is_counted_and_the_profiles() -> None:
    rulebook = load_rulebook()
    measures = {measure.value for measure in Measure}
    assert measures | {profile.name for profile in rulebook.ruleset.profiles} <= glossary()
    groups = {d.domain.group.lower() for d in rulebook.domains}
    regulations = {regulation.id for regulation in rulebook.catalog.regulations}
    assert groups | regulations <= glossary()


def test_a_word_is_explained_once() -> None:
    blocks = re.findall(r"```\{glossary\}\n(.*?)```", page("glossary"), re.DOTALL)
    words = [line for line in "\n".join(blocks).splitlines() if line and line[0] != " "]
    assert len(words) == len(set(words))


def test_the_readings_are_those_of_the_rules() -> None:
    """Every parameter with its value in every profile, and the printed words it reads."""
    rulebook = load_rulebook()
    text = page("open-readings")
    policies = [rulebook.policy(profile.name) for profile in rulebook.ruleset.profiles]
    for parameter in rulebook.ruleset.parameters:
        values = [str(policy.value(parameter.name, "E")) for policy in policies]
        assert f"| `{parameter.name}` | {' | '.join(values)} |" in text
    for reading in rulebook.ruleset.readings:
        assert f"| `{reading.id}` |" in text
    plan = rulebook.ruleset.action_plan
    assert plan is not None
    assert f'"{plan.printed}"' in text


def test_the_printed_criteria_are_quoted_word_for_word() -> None:
    text = page("open-readings")
    for domain in load_rulebook().domains:
        for step in domain.domain.scale:
            assert f'"{step.text}"' in text, (domain.letter, step.grade)


def test_the_parameters_of_the_concept_page_are_those_of_the_rules() -> None:
    rulebook = load_rulebook()
    policies = [rulebook.policy(profile.name) for profile in rulebook.ruleset.profiles]
    for parameter in rulebook.ruleset.parameters:
        values = " | ".join(str(policy.value(parameter.name, "E")) for policy in policies)
        assert f"| {parameter.name} | {values} |" in page("concepts/policy")


@pytest.mark.parametrize("norm", Norm)
def test_the_rows_of_the_catalog_are_counted_right(norm: Norm) -> None:
    number = sum(row.norm is norm for row in load_rulebook().indicators.values())
    assert f"| {{term}}`{norm}` | {number} |" in page("concepts/catalog")


def test_every_caveat_and_every_rule_has_its_row() -> None:
    assert all(f"| `{code}` |" in page("concepts/caveats") for code in CaveatCode)
    assert all(f"| {rule} |" in page("concepts/ruleset") for rule in load_rulebook().rules)


@pytest.mark.parametrize("name", NAMES)
def test_every_format_has_its_row(name: str) -> None:
    assert f"`{name}`" in page("reference/formats")
