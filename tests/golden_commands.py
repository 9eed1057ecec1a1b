"""What the program prints, by file in tests/golden. Run as a script, it writes them all anew."""

import contextlib
import io
from pathlib import Path

from spur_rules.cli.main import main

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "golden"
SAID, ASSUMED = (f"examples/primary-care-2025{end}.yaml" for end in ("", "-assumed"))
NATIVE = ("--engine", "native")
DIFF = "docs/commands/diff"
COMPARED = (
    *("diff", f"{DIFF}/rules-1.yaml", f"{DIFF}/rules-2.yaml", "--replay", DIFF),
    *("--catalog", f"{DIFF}/catalog.yaml", "--changelog", "CHANGELOG.md"),
)
SHIPPED = ("indicator_catalog/st-spur.yaml", "rules/st-spur.yaml")
PANEL = ("calibrate", "examples/workshop/panel.csv")
CALIBRATED = (*PANEL, "--samples", "500")
GIVEN = ("--given", "A=C,B=B,C=B,D=A,E=B,F=C,G=A,H=C")

#: What writes tests/vignettes, but for where.
CASES = (
    *("vignette", "--domain", "E", "--between", "B", "C", "--hangs-on", "delvis"),
    *("--form", "both", "--seed", "2026"),
)

COMMANDS: dict[str, tuple[str, ...]] = {
    "primary-care-2025.native.json": ("grade", SAID, *NATIVE, "--format", "json"),
    "primary-care-2025-assumed.check.json": ("check", ASSUMED, *GIVEN, *NATIVE, "--format", "json"),
    "primary-care-2025.explain-E.json": (
        *("explain", SAID, *NATIVE, "--domain", "E", "--depth", "derivation"),
        *("--sensitivity", "--format", "json"),
    ),
    "two-exceptions.diff.json": (*COMPARED, "--format", "json"),
    "examples.sweep.csv": ("sweep", "examples", "--format", "csv"),
    "cases.test.json": ("test", "-k", "handlingsplan-", "--format", "json"),
    "domain-E.size.json": (
        *("workshop", "size", "--width", "0.3", "--agreement", "0.7", "--domain", "E"),
        *("--raters", "4", "--simulations", "50", "--format", "json"),
    ),
    "shipped.lint.json": ("lint", *SHIPPED, "--format", "json"),
} | {
    f"{name}.{lang}.txt": (*command, "--lang", lang)
    for lang in ("sv", "en")
    for name, command in {
        "primary-care-2025": ("grade", SAID, *NATIVE),
        "primary-care-2025-assumed": ("grade", ASSUMED, *NATIVE, "--sensitivity"),
        "primary-care-2025.regrade": ("regrade", SAID, *NATIVE),
        "primary-care-2025-assumed.regrade": ("regrade", ASSUMED, *NATIVE),
        "primary-care-2025-assumed.sentences": ("explain", ASSUMED, *NATIVE, "--depth", "sentence"),
        "primary-care-2025.derivation-E": (
            *("explain", SAID, *NATIVE, "--domain", "E", "--depth", "derivation"),
        ),
        "primary-care-2025.allmanmedicin": (
            *("explain", SAID, *NATIVE, "--overlay", "allmanmedicin"),
            *("--domain", "C", "--domain", "D", "--domain", "E"),
        ),
        "primary-care-2025-assumed.check": ("check", ASSUMED, *GIVEN, *NATIVE),
        "examples.sweep": ("sweep", "examples"),
        "st-spur.verify": ("verify",),
        "cases.test": ("test", "--coverage"),
        "cases.test-missing": ("test", "-k", "delvis-", "--threshold", "100"),
        "two-exceptions.diff": COMPARED,
        "workshop.calibrate": CALIBRATED,
        "workshop.pair-of-ticks": (*PANEL, "--pair", "Fall 1", "A", "R1", "R4"),
        "workshop.pair-of-readings": (*PANEL, "--pair", "Fall 2", "E", "R1", "R4"),
        "workshop.figures": (*CALIBRATED, "--format", "figures"),
        "mini.lint": ("lint", "tests/valid"),
        "st-spur.boundaries": ("vignette", "--list"),
        "all.size": ("workshop", "size", "--width", "0.3", "--agreement", "0.7"),
    }.items()
}


def printed(command: tuple[str, ...]) -> str:
    """What a command prints, run from the top of the checkout."""
    out = io.StringIO()
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(out):
        main(command)
    return out.getvalue()


if __name__ == "__main__":
    for name, command in COMMANDS.items():
        (GOLDEN / name).write_text(printed(command), encoding="utf-8", newline="\n")
    main((*CASES, "-o", str(ROOT / "tests" / "vignettes" / "fall"), "--force"))
