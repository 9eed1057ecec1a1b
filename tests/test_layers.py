"""A file imports only from floors below its own (the table in CONTRIBUTING.md)."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "spur_rules"

#: Lowest first. Files on one floor do not import each other.
FLOORS = (
    ("version", "shipped", "provenance", "vocabulary", "replacing"),
    ("errors",),
    ("writing",),
    ("frozen", "yaml_syntax", "schema_files"),
    ("yaml_events",),
    ("catalog", "conditions", "plan", "yaml_file", "pseudonym_key"),
    ("condition_reading", "checklist", "overlay", "shapes", "hint_checks", "id_checks"),
    ("rules",),
    ("cases", "phrases"),
    ("policy", "loading", "earlier_ids"),
    ("suggestion", "explanation", "rulebook", "overlaying"),
    ("in_force",),
    ("facts", "evaluation"),
    ("linking", "reading", "grading", "picking", "engines.base", "asking.checklist_text"),
    (
        "engines.native",
        "engines.durable",
        "editions",
        "folder",
        "regrading.adjusting",
        "asking.given_text",
    ),
    ("engines.choice", "explaining.what_if", "regrading.changes", "asking.saving"),
    ("explaining.open_questions", "explaining.repairs", "explaining.reticking"),
    ("proving.alike", "proving.findings"),
    ("proving.enumeration",),
    ("proving.definition",),
    ("proving.smallest",),
    ("proving.steps",),
    ("proving.domain_proof",),
    ("proving.verifying",),
    ("explaining.derivation", "explaining.sensitivity"),
    ("noticing",),
    ("suggesting", "explaining.explain", "explaining.sweeping", "regrading.findings"),
    ("linting.findings", "linting.source", "linting.outcomes"),
    (
        "linting.wording",
        "linting.rows",
        "linting.settings",
        "linting.likeness",
        "linting.deciding",
        "linting.silences",
        "linting.pages",
    ),
    ("linting.scales", "linting.versions", "linting.mending"),
    ("linting.gathering",),
    ("linting.lint",),
    ("linting.fixing",),
    ("checking.sanity", "checking.consistency", "regrading.regrade", "whole_review"),
    ("checking.agreement",),
    ("testing.deciding", "testing.case_reading"),
    ("testing.reaching", "testing.case_files", "testing.running"),
    ("testing.observing", "testing.differing"),
    ("testing.coverage",),
    ("comparing.changes", "comparing.moves"),
    ("comparing.causes", "comparing.renaming", "comparing.changelog", "comparing.sources"),
    ("comparing.replaying", "comparing.gone_ids", "comparing.setting_aside"),
    ("comparing.comparison",),
    ("calibration.panels.panel", "calibration.panels.tables", "calibration.panels.names"),
    (
        "calibration.panels.headings",
        "calibration.panels.cell_scans",
        "calibration.panels.folder_order",
    ),
    ("calibration.panels.sheet_archive", "calibration.panels.form_rows"),
    (
        "calibration.panels.csv_table",
        "calibration.panels.parquet_table",
        "calibration.panels.sheet_table",
    ),
    ("calibration.panels.reviews_read", "calibration.panels.writing_panel"),
    ("calibration.panels.table_lines", "calibration.panels.folder_panel"),
    ("calibration.panels.wide_lines", "calibration.panels.long_lines"),
    ("calibration.panels.table_panel", "calibration.panels.keeping_key"),
    ("calibration.panels.reading_panel", "calibration.panels.pseudonyms"),
    ("calibration.panels.handing_on",),
    ("calibration.suggested",),
    ("calibration.agreement.estimates", "calibration.agreement.ratings"),
    (
        "calibration.agreement.scopes",
        "calibration.agreement.resampling",
        "calibration.agreement.student",
        "calibration.agreement.case_sums",
    ),
    ("calibration.agreement.formulas", "calibration.agreement.intervals"),
    ("calibration.agreement.coefficients",),
    ("calibration.agreement.agreement",),
    ("calibration.agreement.labels",),
    ("calibration.split.split", "calibration.split.pairing", "calibration.split.ticks_graded"),
    ("calibration.split.talking", "calibration.split.sides", "calibration.split.settling_two"),
    ("calibration.split.gaps", "calibration.split.grades_by_reading"),
    ("calibration.split.kinds", "calibration.split.settling", "calibration.split.judgements"),
    ("calibration.split.split_rows", "calibration.split.pair_explained"),
    ("calibration.split.split_lists", "calibration.split.pair_asked"),
    ("calibration.split.splitting",),
    ("calibration.severity.severity", "calibration.severity.steps", "calibration.severity.linkage"),
    ("calibration.severity.peer_effects",),
    ("calibration.severity.rating_severity",),
    ("calibration.sizing.rating_model",),
    ("calibration.sizing.rating_fit", "calibration.sizing.sizing"),
    ("calibration.sizing.size_request",),
    ("calibration.calibrating",),
    ("calibration.maps", "calibration.bounds"),
    ("workshops.events",),
    ("workshops.records",),
    ("workshops.store", "workshops.workshop"),
    ("workshops.expecting",),
    ("workshops.hand_in_checks",),
    ("workshops.rules_kept", "workshops.readings", "workshops.scores"),
    ("workshops.moves", "workshops.figures", "workshops.handing_in", "workshops.effects"),
    ("workshops.drift", "workshops.panels"),
    ("vignettes.boundary", "vignettes.drawing", "vignettes.plausible", "vignettes.phrase_book"),
    ("vignettes.situation_grades",),
    ("vignettes.asides",),
    ("vignettes.filling",),
    ("vignettes.searching", "vignettes.answer_key"),
    ("vignettes.wishes",),
    ("vignettes.making",),
    ("api.reading", "api.linting", "api.testing", "api.comparing"),
    ("api.grading",),
    ("api.explaining", "api.verifying", "api.calibrating", "api.vignettes"),
    ("api",),
    ("asking.steps",),
    ("asking.session", "asking.blind"),
    (
        "texts.sv.suggestion",
        "texts.sv.agreed",
        "texts.sv.explanation",
        "texts.sv.ask",
        "texts.sv.plan",
        "texts.sv.check",
        "texts.sv.review",
        "texts.sv.overlay",
        "texts.sv.verify",
        "texts.sv.vignette",
        "texts.sv.new",
        "texts.sv.test",
        "texts.sv.diff",
        "texts.sv.lint",
        "texts.sv.size",
        "texts.sv.severity",
        "texts.sv.pseudonyms",
        "texts.sv.document",
        "texts.sv.calibration_report",
        "texts.sv.calibration_talk",
        "texts.sv.calibration_figures",
        "texts.sv.calibration_judged",
        "texts.sv.calibration_notes",
        "texts.sv.split",
        "texts.sv.words",
        "texts.sv.workshop",
        "texts.sv.workshop_results",
        "texts.en.suggestion",
        "texts.en.agreed",
        "texts.en.explanation",
        "texts.en.ask",
        "texts.en.plan",
        "texts.en.check",
        "texts.en.review",
        "texts.en.overlay",
        "texts.en.verify",
        "texts.en.vignette",
        "texts.en.new",
        "texts.en.test",
        "texts.en.diff",
        "texts.en.lint",
        "texts.en.size",
        "texts.en.severity",
        "texts.en.pseudonyms",
        "texts.en.document",
        "texts.en.calibration_report",
        "texts.en.calibration_talk",
        "texts.en.calibration_figures",
        "texts.en.calibration_judged",
        "texts.en.calibration_notes",
        "texts.en.split",
        "texts.en.words",
        "texts.en.workshop",
        "texts.en.workshop_results",
    ),
    ("texts.sv", "texts.en"),
    ("texts",),
    ("documents.blocks",),
    ("documents.picture_tables", "documents.picture_layout", "documents.calibration.linked"),
    ("documents.markdown", "documents.pictures"),
    ("documents.html",),
    ("documents.data", "documents.adjusted", "documents.calendar", "documents.tables"),
    ("documents.calibration.size_data",),
    ("documents.wrapping", "documents.word_marks", "documents.diff_data"),
    ("documents.lint_data", "documents.sarif", "documents.pseudonyms_text"),
    ("documents.calibration.agreements_data", "documents.plain"),
    ("documents.phrasing", "documents.review_text", "documents.lint_text"),
    (
        "documents.change_words",
        "documents.calibration.size_text",
        "documents.calibration.severity_text",
    ),
    ("documents.calibration.agreed_words",),
    ("documents.calibration.agreements_text",),
    ("documents.moves_text",),
    ("documents.diff_text",),
    ("documents.sentences", "documents.readings_text", "documents.overlay_text"),
    ("documents.workshop.words", "documents.workshop.data"),
    ("documents.workshop.figures", "documents.workshop.sections", "documents.workshop.decided"),
    (
        "documents.workshop.minutes",
        "documents.workshop.text",
        "documents.workshop.drift_text",
        "documents.workshop.drift_data",
        "documents.workshop.hand_in_text",
    ),
    ("documents.calibration.pair_text",),
    ("scaffolding.entries",),
    ("scaffolding.target", "scaffolding.typed"),
    ("scaffolding.adding",),
    ("scaffolding.rule", "scaffolding.case", "scaffolding.overlay_file"),
    ("scaffolding.workshop_profile",),
    ("documents.scaffold_text",),
    ("documents.derivation_text", "documents.explanation_data"),
    (
        "documents.vignette.answer_key_words",
        "documents.vignette.case_files",
        "scaffolding.case_folders",
    ),
    (
        "documents.vignette.answer_key_data",
        "documents.vignette.answer_key_text",
        "documents.vignette.boundaries_text",
    ),
    ("documents.review_data", "documents.check_data", "documents.sweep_text"),
    ("documents.calibration.words", "documents.calibration.split_data"),
    ("documents.calibration.judged_section",),
    (
        "documents.calibration.talk_section",
        "documents.calibration.split_section",
        "documents.calibration.agreement_section",
        "documents.calibration.maps_section",
        "documents.calibration.severity_section",
        "documents.calibration.data",
        "documents.calibration.pair_data",
    ),
    ("documents.calibration.document", "documents.workshop.talking"),
    ("documents.case_text", "documents.coverage_text", "documents.case_data"),
    ("documents.terminal", "documents.regrade_data", "documents.verify_cases"),
    ("documents.verify_text", "documents.verify_data"),
    ("documents.check_text",),
    ("documents.agreement_text",),
    ("documents.explanation_text", "documents.regrade_text", "documents.conversation"),
    ("documents.blind_conversation",),
    ("testing.pytest_plugin",),
    ("cli.exits", "cli.screen", "cli.options", "cli.workshop_file"),
    ("cli.workshop_minutes", "cli.ask_dialogue"),
    ("cli.ask_blind",),
    (
        "cli.grade",
        "cli.explain",
        "cli.ask",
        "cli.check",
        "cli.sweep",
        "cli.regrade",
        "cli.schema",
        "cli.new",
        "cli.lint",
        "cli.verify",
        "cli.test",
        "cli.diff",
        "cli.workshop_size",
        "cli.workshop_new",
        "cli.workshop_rounds",
        "cli.workshop_hand_in",
        "cli.workshop_withdraw",
        "cli.workshop_talk",
        "cli.workshop_show",
        "cli.workshop_profile",
        "cli.workshop_drift",
        "cli.pseudonyms",
        "cli.calibrate",
        "cli.vignette",
    ),
    ("cli.workshop",),
    ("cli.main",),
    ("__main__", ""),
)
FLOOR = {module: number for number, floor in enumerate(FLOORS) for module in floor}
BARE_PACKAGES = (
    "calibration",
    "calibration.agreement",
    "calibration.panels",
    "calibration.severity",
    "calibration.sizing",
    "calibration.split",
    "engines",
    "explaining",
    "regrading",
    "checking",
    "comparing",
    "proving",
    "linting",
    "asking",
    "testing",
    "workshops",
    "vignettes",
    "documents",
    "documents.calibration",
    "documents.vignette",
    "documents.workshop",
    "scaffolding",
    "cli",
)  # an __init__ with a docstring only
ONLY_IMPORTERS = {
    "yaml": "yaml_events",
    "durable": "engines.durable",
    "icalendar": "documents.calendar",
    "sqlite3": "workshops.store",
    "pytest": "testing.pytest_plugin",
    "pyarrow": "calibration.panels.parquet_table",
    "python_calamine": "calibration.panels.sheet_table",
    "matplotlib": "documents.pictures",
    "jinja2": "documents.html",
}


def modules() -> dict[str, Path]:
    found = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        found[".".join(part for part in parts if part != "__init__")] = path
    return found


def imported(module: str, path: Path) -> set[str]:
    """The modules of this package that a file imports, wherever the import stands."""
    package = module.split(".") if path.name == "__init__.py" else module.split(".")[:-1]
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = [part for part in package if part][: len(package) - node.level + 1]
            target = ".".join([*base, *((node.module or "").split(".") if node.module else [])])
            names |= _targets(target, [alias.name for alias in node.names])
    return names


def _targets(target: str, aliases: list[str]) -> set[str]:
    """`from . import api` names a module; `from .api import suggest` names it before the dot."""
    as_modules = {f"{target}.{alias}".strip(".") for alias in aliases} & set(modules())
    return as_modules or {target}


def foreign(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            names.add(node.module.split(".")[0])
    return names


def test_every_module_has_a_floor() -> None:
    assert set(modules()) - set(BARE_PACKAGES) == set(FLOOR)


@pytest.mark.parametrize("module", sorted(FLOOR))
def test_imports_go_down(module: str) -> None:
    path = modules()[module]
    upward = {name for name in imported(module, path) if FLOOR[name] >= FLOOR[module]}
    assert not upward


@pytest.mark.parametrize("library", ONLY_IMPORTERS)
def test_a_library_has_one_importer(library: str) -> None:
    importers = {name for name, path in modules().items() if library in foreign(path)}
    assert importers == {ONLY_IMPORTERS[library]}


def test_no_drawer_for_odds_and_ends() -> None:
    odd = {"utils", "util", "helpers", "common", "manager", "misc"}
    assert not odd & {part for module in modules() for part in module.split(".")}


def test_sizes() -> None:
    for module, path in modules().items():
        text = path.read_text(encoding="utf-8")
        assert text.count("\n") <= 350, module
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                assert node.end_lineno is not None
                assert node.end_lineno - node.lineno < 50, (module, node.name)
