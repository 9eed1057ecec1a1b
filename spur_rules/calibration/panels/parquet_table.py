"""A table as Parquet. The only importer of `pyarrow`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ...errors import InputError, Problem, quoted, refusal
from ...provenance import Place
from ...vocabulary import fold
from .headings import PASSED_OVER, names_a_review
from .tables import LIMIT_TABLE_BYTES, plain_file, too_large

_MISSING = (
    "reading Parquet needs pyarrow; run pip install 'spur_rules[parquet]', or save the table as CSV"
)
_BATCH = 16_384
#: Four columns of so many rows are all answers of 100,000 checklists. Runs of one value take no
#: room in the file, so its size says little.
MOST_ROWS = 10_000_000


class ColumnPlace(Place):
    """A cell of a table that has no lines of text: the row, from 1 below the headings, and column.

    >>> str(ColumnPlace.of("visits.parquet", 7, 3, "A4"))
    'visits.parquet:7:A4'
    """

    heading: str

    @classmethod
    def of(cls, file: str, row: int, column: int, heading: str) -> ColumnPlace:
        """A place that tells the column's heading."""
        place = cls(file, row, column)
        place.heading = heading
        return place

    def __str__(self) -> str:
        return str(Place(f"{Place(self.file)}:{self.line}:{self.heading}"))


class ParquetTable:
    """A table whose columns are text.

    Args:
        path: The file.

    Raises:
        InputError: SR101 to SR104 and SR830 for the file, SR831 and SR833 for its columns, SR604.
    """

    def __init__(self, path: Path) -> None:
        plain_file(path)
        self.name = str(path)
        self.problems: list[Problem] = []
        self._row = 0
        self._file = self._opened(path)
        schema = self._file.schema_arrow
        self.headings: Sequence[str] = schema.names
        if not names_a_review(self.headings):
            message = "no columns `case` and `rater` (`fall`, `bedömare`); name them so"
            raise refusal("SR831", self.name, message)
        self._is_passed = [fold(heading) in PASSED_OVER for heading in self.headings]
        self.problems += self._not_text(schema)
        if self.problems:
            raise InputError(self.problems)

    def _opened(self, path: Path) -> Any:
        try:
            from pyarrow import ArrowException
            from pyarrow.parquet import ParquetFile
        except ImportError:
            raise refusal("SR604", self.name, _MISSING) from None
        try:
            names = ParquetFile(path).schema_arrow.names
            file = ParquetFile(path, read_dictionary=names)
        except (ArrowException, OSError, ValueError) as error:
            raise self._unreadable(error) from None
        groups = range(file.metadata.num_row_groups)
        size = sum(file.metadata.row_group(at).total_byte_size for at in groups)
        if size > LIMIT_TABLE_BYTES or file.metadata.num_rows > MOST_ROWS:
            raise too_large(self.name)
        return file

    def _unreadable(self, error: Exception) -> InputError:
        why = " ".join(str(error).split())[:100]
        message = f"this is no Parquet file, or a damaged one ({why}); write it anew, or as CSV"
        return refusal("SR830", self.name, message)

    def _not_text(self, schema: Any) -> Iterator[Problem]:
        """Columns of numbers or dates: what they mean is not guessed."""
        from pyarrow import types

        for at, field in enumerate(schema):
            kind = field.type.value_type if types.is_dictionary(field.type) else field.type
            is_text = types.is_string(kind) or types.is_large_string(kind) or types.is_null(kind)
            if not is_text and not self._is_passed[at]:
                message = f"the column holds {quoted(str(kind))}; write it as text (string)"
                yield Problem("SR833", self.heading_place(at), message)

    def rows(self) -> Iterator[Sequence[str]]:
        """The rows; what is null is an empty cell."""
        from pyarrow import ArrowException

        try:
            for batch in self._file.iter_batches(batch_size=_BATCH):
                columns = [
                    [""] * len(batch) if is_passed else _texts(column)
                    for column, is_passed in zip(batch.columns, self._is_passed, strict=True)
                ]
                for cells in zip(*columns, strict=True):
                    self._row += 1
                    yield cells
        except (ArrowException, OSError) as error:
            raise self._unreadable(error) from None

    def place(self, column: int) -> Place:
        """The row and the heading of a cell of the present row."""
        return ColumnPlace.of(self.name, self._row, column + 1, self.headings[column])

    def heading_place(self, column: int) -> Place:
        """The heading."""
        return Place(f"{self.name}:{self.headings[column]}")


def _texts(column: Any) -> list[str]:
    """A column as text; each word of a dictionary is made once, however often it stands there."""
    from pyarrow import types

    if not types.is_dictionary(column.type):
        return [text or "" for text in column.to_pylist()]
    words = [word or "" for word in column.dictionary.to_pylist()]
    return ["" if at is None else words[at] for at in column.indices.to_pylist()]
