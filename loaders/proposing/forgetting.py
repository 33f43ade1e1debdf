"""Forgetting: what was asked and answered about a person, taken off the disk."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from ...errors import InputError

_SUFFIXES = frozenset([".json", ".jsonl", ".md", ".txt"])


def forget_answers(cache: Path, names: Iterable[str]) -> list[Path]:
    """Remove the files of a cache, or of a folder of requests and answers, that hold a name.

    A file goes as a whole: what is not about the person is asked for again when it is read again.

    Parameters
    ----------
    cache : Path
        The folder; where there is none, there is nothing to do.
    names : iterable of str
        All names of the person.

    Returns
    -------
    list of Path
        The files removed.

    Raises
    ------
    InputError
        If a file cannot be removed.
    """
    patterns = [r"\s+".join(map(re.escape, _plain(name).split())) for name in names]
    if not any(patterns) or not cache.is_dir():
        return []
    found = re.compile(rf"(?<!\w)(?:{'|'.join(filter(None, patterns))})(?!\w)", re.IGNORECASE)
    holding = [path for path in _files(cache) if found.search(_plain(_text(path)))]
    for path in holding:
        try:
            path.unlink()
        except OSError as error:
            remedy = "remove it by hand"
            raise InputError("cannot be removed", where=str(path), remedy=remedy) from error
    return holding


def _files(cache: Path) -> list[Path]:
    return sorted(p for p in cache.rglob("*") if p.suffix.lower() in _SUFFIXES and p.is_file())


def _text(path: Path) -> str:
    """Return the words of a file, also where JSON writes letters and lines as escapes."""
    text = path.read_text("utf-8", "replace")
    return f"{text}\n{_unescaped(text)}"


def _unescaped(text: str) -> str:
    """Return all texts in JSON, also those that hold JSON themselves."""
    words: list[str] = []
    waiting: list[object] = []
    for line in (text, *text.splitlines()):
        try:
            waiting.append(json.loads(line))
        except (ValueError, RecursionError):
            continue
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += [*value.keys(), *value.values()]
        elif isinstance(value, list):
            waiting += value
        elif isinstance(value, str):
            words.append(value)
            if value.lstrip().startswith(("{", "[")):
                waiting += _inner(value)
    return "\n".join(words)


def _inner(text: str) -> list[object]:
    try:
        return [json.loads(text)]
    except (ValueError, RecursionError):
        return []


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("’", "'")
