"""Mutation testing: does a test notice when the code is changed?

Works on a copy of the checkout in build/mutation, so that a run that is interrupted leaves no
changed file behind.
"""

import argparse
import json
import time
from pathlib import Path

from mutation.figures import LEAST, against_explanations, figures, shown
from mutation.session import MODULES, prepare, results, run


def main() -> int:
    """Run the mutants; 1 where too few are noticed, or one that is not has no explanation."""
    options = _options()
    started = time.monotonic()
    modules = options.modules or list(MODULES)
    if not options.report:
        prepare(modules, options.again)
        run(modules)
    mutants = [mutant for module in modules for mutant in results(module)]
    unexplained, stale = against_explanations(mutants)
    found = figures(mutants, len(unexplained))
    if not options.report:
        found["seconds"] = round(time.monotonic() - started)
    if options.json:
        options.json.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", "utf-8")
    print(shown(found, unexplained, stale))
    return int(bool(unexplained) or found["share"] < LEAST)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/mutation", description=__doc__)
    parser.add_argument("modules", nargs="*", metavar="MODULE", help="only these: engines/base")
    parser.add_argument("--again", action="store_true", help="only what survived the last run")
    parser.add_argument("--report", action="store_true", help="only tell of the last run")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
