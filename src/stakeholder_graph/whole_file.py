"""A file that is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from .errors import InputError


def write_whole(path: str | os.PathLike[str], content: bytes) -> Path:
    """Write a file by way of a draft beside it, and return its path; one that is there is replaced.

    Raises
    ------
    InputError
        If it cannot be written.
    """
    target = Path(path)
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with draft.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        draft.replace(target)
    except OSError as error:
        raise InputError(
            f"cannot be written ({error.strerror})",
            where=str(target),
            remedy="choose a folder that exists and that you may write to",
        ) from error
    finally:
        draft.unlink(missing_ok=True)
    return target
