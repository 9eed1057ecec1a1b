"""What tests of overlays and versions share: small overlays, and checklists in one line."""

from typing import Any

import yaml

from spur_rules import Checklist, Status, api
from spur_rules.linking import link
from spur_rules.rulebook import Rulebook
from spur_rules.shipped import CATALOG, RULES
from spur_rules.vocabulary import STATUSES
from spur_rules.yaml_file import YamlFile, parse_bytes, read_file

HEAD = {
    "schema": "spur-rules/overlay/1",
    "version": "0.1.0",
    "title": "Tillägg",
    "language": "sv",
    "extends": "st-spur",
}
OLD, NEW = "SOSFS 2015:8", "HSLF-FS 2021:8"


def overlay(id: str = "x", **content: Any) -> YamlFile:
    """An overlay of the shipped catalog, as if it stood in a file of that name."""
    text = yaml.safe_dump(HEAD | {"id": id} | content, allow_unicode=True, sort_keys=False)
    return parse_bytes(text.encode(), f"{id}.yaml")


def added(id: str, *regulations: str) -> dict[str, Any]:
    row = {"id": id, "source": "Föreningen", "text": f"Det finns {id}."}
    return row | ({"regulations": list(regulations)} if regulations else {})


def extended(*overlays: YamlFile) -> Rulebook:
    return link(read_file(CATALOG), read_file(RULES), overlays)


def bound(**rows: list[str]) -> Rulebook:
    """The shipped catalog with some of its rows bound to regulations."""
    bind = [{"indicator": id, "regulations": r, "reason": "Prov."} for id, r in rows.items()]
    return extended(overlay(bind=bind))


def visit(rulebook: Rulebook, regulations: tuple[str, ...] = (), **statuses: str) -> Checklist:
    """Every row met but those named; `A_X1` is the row `A-X1`."""
    named = {id.replace("_", "-"): STATUSES[status] for id, status in statuses.items()}
    answers = dict.fromkeys(rulebook.indicators, Status.MET) | named
    made = Checklist.of("st-spur", answers)
    review = made.review.model_copy(update={"regulations": regulations})
    return made.model_copy(update={"review": review})


def grades(rulebook: Rulebook, checklist: Checklist, engine: str = "native") -> str:
    """The grades of all domains, `-` for a range."""
    found = api.suggest(rulebook, checklist, engine=engine)
    return "".join(str(domain.grade or "-") for domain in found.domains)
