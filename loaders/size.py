"""Size: which files are worth another way of reading, known before anything is loaded for it."""

from __future__ import annotations

from pathlib import Path

RECORDS = (".csv", ".tsv")
_LARGE = 1_000_000  # bytes: below, a transaction and a second are enough


def is_large(path: Path) -> bool:
    """Tell whether a file may be a large list of statements."""
    suffix = path.suffix.lower()
    if suffix == ".parquet":
        return path.is_file()
    return suffix in RECORDS and path.is_file() and path.stat().st_size >= _LARGE
