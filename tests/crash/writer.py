"""A process that adds notes to a workshop until it is killed, and says each one that is kept."""

from __future__ import annotations

import random
import sys
from pathlib import Path

from spur_rules.workshops import store
from spur_rules.workshops.events import Discussed

AT = "2026-03-02T09:00:00Z"


def main(path: Path, name: str, seed: int) -> None:
    """Add notes of many lengths: a long one takes several pages of the database."""
    choose, number = random.Random(seed), 0
    while True:
        number += 1
        text = f"{name} {number} {'x' * choose.randrange(4000 - 20)}"
        store.append(path, lambda _, text=text: [Discussed(text=text)], AT)
        print(f"{name} {number}", flush=True)  # the acknowledgement


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
