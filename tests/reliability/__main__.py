"""`scripts/reliability`: write RELIABILITY.md from the figures that were kept.

With --run the named producers are run first; `--run all` takes hours.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser

from .figures import ROOT, is_of_this_code, read
from .page import page
from .producers import PRODUCERS, run

PAGE = ROOT / "RELIABILITY.md"


def main() -> int:
    """Run what is asked for, then write the page."""
    names = [producer.name for producer in PRODUCERS]
    parser = ArgumentParser(prog="scripts/reliability", description=__doc__)
    parser.add_argument("--run", nargs="+", choices=[*names, "all"], default=[], metavar="NAME")
    wanted = parser.parse_args().run
    for producer in PRODUCERS:
        if producer.name in wanted or "all" in wanted:
            print(f"{producer.name}: {producer.command}", flush=True)
            run(producer)
    runs = {name: read(name) for name in names}
    commits = {found.commit for found in runs.values() if found}
    PAGE.write_text(page(runs, {commit: is_of_this_code(commit) for commit in commits}), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
