"""A folder with the shipped catalog and rules, some lines of them written otherwise."""

from pathlib import Path

from spur_rules import load_rulebook
from spur_rules.rulebook import Rulebook

ROOT = Path(__file__).parent.parent
CATALOG = ROOT / "indicator_catalog" / "st-spur.yaml"
RULES = ROOT / "rules" / "st-spur.yaml"

Edit = tuple[str, str]

#: Raised versions, as a change needs them.
RAISED = ("version: 1.1.0", "version: 1.2.0")
#: The default of enstaka_undantag.högst: two exceptions instead of one.
TWO_EXCEPTIONS = ("    default: 1\n    unit: antal", "    default: 2\n    unit: antal")


def edited(folder: Path, catalog: tuple[Edit, ...] = (), rules: tuple[Edit, ...] = ()) -> Path:
    """A checkout's two folders; each edit must find its text exactly once."""
    for source, edits in ((CATALOG, catalog), (RULES, rules)):
        text = source.read_text("utf-8")
        for old, new in edits:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        made = folder / source.parent.name
        made.mkdir(parents=True, exist_ok=True)
        (made / source.name).write_text(text, "utf-8")
    return folder


def rulebook_of(folder: Path) -> Rulebook:
    return load_rulebook(*(folder / path.parent.name / path.name for path in (CATALOG, RULES)))


def row_of(id: str) -> str:
    """A row of the catalog, as its text has it."""
    text = CATALOG.read_text("utf-8")
    start = text.index(f"      - id: {id}\n")
    ends = [text.find(mark, start + 1) for mark in ("\n      - id: ", "\n\n")]
    return text[start : min(end for end in ends if end > 0) + 1]


def rule_of(id: str) -> str:
    """A rule, as its text has it."""
    text = RULES.read_text("utf-8")
    start = text.index(f"  - id: {id}\n    ceiling")
    end = text.find("\n  - id: ", start + 1)
    return text[start : end + 1 if end > 0 else len(text)]
