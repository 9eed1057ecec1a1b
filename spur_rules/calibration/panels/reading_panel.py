"""Whatever holds the checklists of several raters, as a panel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ...editions import Editions, shipped_editions
from ...errors import refusal
from .csv_table import CsvTable
from .folder_order import Folders
from .folder_panel import panel_of_folder
from .panel import Panel
from .parquet_table import ParquetTable
from .sheet_table import SheetTable
from .table_panel import panel_of_table
from .tables import Table, plain_file

_READERS: dict[str, Callable[[Path], Table]] = {
    **dict.fromkeys((".csv", ".tsv", ".txt"), CsvTable),
    ".parquet": ParquetTable,
    **dict.fromkeys((".xlsx", ".xlsm", ".ods"), SheetTable),
}


def read_panel(
    source: str | Path, found_in: Editions | None = None, folders: str | None = None
) -> Panel:
    r"""Read the checklists of several raters: a folder, or one table.

    Args:
        source: A folder of checklists, as `CASE/RATER.yaml` or `CASE--RATER.yaml`, or a table as
            CSV, Parquet, Excel or OpenDocument, with a line for each checklist or each answer.
        found_in: Where rulebooks come from, as `editions` makes it; the shipped ones if left out.
        folders: What the folders in a folder are, `cases` or `raters`; if left out, told by what
            `review.unit` in the files says, and `cases` where it says nothing.

    Returns:
        The reviews by case and rater, all of one catalog.

    Raises:
        InputError: Every mistake in it, with its place.

    >>> from tempfile import TemporaryDirectory
    >>> table = "case;rater;A4;given.A\nfall 1;R1;ej uppfyllt;B\nfall 1;R2;uppfyllt;\n"
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "visits.csv")
    ...     _ = path.write_text(table)
    ...     panel = read_panel(path)
    >>> panel.cases, panel.raters, panel.given[:, 0].tolist()
    (('fall 1',), ('R1', 'R2'), [1, -1])
    """
    path, found_in = Path(source), found_in or shipped_editions()
    if path.is_dir():
        return panel_of_folder(path, found_in, Folders(folders) if folders else None)
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        plain_file(path)
        known = ", ".join(sorted(_READERS))
        message = f"a panel is a folder of checklists or a table ({known}); name one of these"
        raise refusal("SR830", str(path), message)
    return panel_of_table(reader(path), found_in)
