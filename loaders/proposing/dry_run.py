"""A dry run: the requests as files, in place of an endpoint that would answer them."""

from __future__ import annotations

import json
from pathlib import Path

from ...errors import InputError
from ...whole_file import write_whole
from .answer import Answer
from .answers import BATCH, REQUEST
from .request import Request


class DryRun:
    """Writes each request to a file of a folder, and answers nothing.

    Parameters
    ----------
    folder : Path
        Where to; it is made where it is not there.
    model : str, optional
        Which model the requests name.
    longest : int, optional
        Tokens of an answer at most.
    """

    def __init__(self, folder: Path, model: str = "", longest: int = 8000) -> None:
        self.folder, self.model, self.longest = folder, model, longest
        self.written: dict[str, str] = {}

    def answer(self, request: Request) -> Answer:
        """Write a request.

        Raises
        ------
        InputError
            If it cannot be written.
        """
        self._make()
        body = request.body(self.model, self.longest)
        text = json.dumps(body, ensure_ascii=False, indent=1) + "\n"
        write_whole(self.folder / f"{request.name}{REQUEST}", text.encode())
        line = {
            "custom_id": request.id,
            "method": "POST",
            "url": "/v1/chat/completions",
            "body": body,
        }
        self.written.setdefault(request.id, json.dumps(line, ensure_ascii=False))
        return Answer({"statements": []})

    def finish(self) -> int:
        """Write all requests to one file as well, and return how many there are."""
        if self.written:
            content = "".join(f"{line}\n" for line in self.written.values())
            write_whole(self.folder / BATCH, content.encode())
        return len(self.written)

    def _make(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(
                f"cannot be made ({error.strerror})",
                where=str(self.folder),
                remedy="name a folder you may write to",
            ) from error
