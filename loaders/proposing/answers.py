"""A folder of answers, in place of an endpoint or beside one as its memory."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from ...errors import InputError
from .answer import Answer, read_answer
from .request import Request

REQUEST = ".request.json"
"""How files of requests end: they are no answers."""
BATCH = "requests.jsonl"
"""All requests in one file, as services take them that answer batches: no answers either."""
_ID = re.compile(r"(?<![0-9a-f])[0-9a-f]{16}(?![0-9a-f])")
_SUFFIXES = frozenset(["", ".json", ".jsonl", ".md", ".txt"])
_LARGEST = 10_000_000


class Answers:
    """Answers to requests, each in a file with the id of its request in its name.

    Parameters
    ----------
    folder : Path
        Where they are, also in folders of it.
    model : str, optional
        Whose they are; else what an answer itself says, else ``answers``.
    """

    def __init__(self, folder: Path, model: str = "") -> None:
        self.folder, self.model = folder, model

    def answer(self, request: Request) -> Answer:
        """Return the answer to a request.

        Raises
        ------
        InputError
            If there is none, or it cannot be used.
        """
        found = self.find(request)
        if found is None:
            raise InputError(
                f"no answer to {request.name}",
                where=str(self.folder),
                remedy=f"put it in a file with {request.id} in its name",
            )
        return found

    def find(self, request: Request) -> Answer | None:
        """Return the answer to a request, or None where no file has its id."""
        if request.id in self._lines:
            return read_answer(self._lines[request.id], f"{self.folder}, {request.id}")
        path = self._files.get(request.id)
        return None if path is None else read_answer(_read(path), str(path))

    @cached_property
    def _files(self) -> dict[str, Path]:
        files: dict[str, Path] = {}
        for path in self._listed():
            for id_ in _ID.findall(path.name.lower()):
                files.setdefault(id_, path)
        return files

    @cached_property
    def _lines(self) -> dict[str, str]:
        """The lines of batch results, by the id they carry."""
        lines: dict[str, str] = {}
        for path in self._listed():
            if path.suffix.lower() == ".jsonl":
                for line in _read(path).splitlines():
                    lines.setdefault(_custom_id(line), line)
        return lines

    def _listed(self) -> Iterator[Path]:
        if not self.folder.is_dir():
            return
        for path in sorted(self.folder.rglob("*")):
            request = path.name == BATCH or path.name.endswith(REQUEST)
            if path.suffix.lower() in _SUFFIXES and not request and path.is_file():
                yield path


def _custom_id(line: str) -> str:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return ""
    return str(value.get("custom_id", "")) if isinstance(value, dict) else ""


def _read(path: Path) -> str:
    remedy = "check the file"
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError("is too large for an answer", where=str(path), remedy=remedy)
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("cannot be read as UTF-8 text", where=str(path), remedy=remedy) from error
