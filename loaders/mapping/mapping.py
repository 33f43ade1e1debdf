"""The mapping: what a YAML file says of records, checked once and ready to run."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import yaml

from ...errors import InputError
from ..strict import read_yaml
from .form import mapping_of
from .parts import Mapping


def shipped() -> dict[str, str]:
    """Return the mappings that come with the program: name → what it is for."""
    folder = resources.files(__package__) / "shipped"
    names = sorted(entry.name.removesuffix(".yaml") for entry in folder.iterdir())
    return {name: load_mapping(name).title for name in names}


def load_mapping(path: str | Path) -> Mapping:
    """Return a mapping from a file, or one of those that come with the program by its name.

    Raises
    ------
    InputError
        If it is not there or does not follow the form; the message says where.
    """
    own = resources.files(__package__) / "shipped" / f"{path}.yaml"
    where = str(path)
    try:
        text = own.read_text("utf-8") if own.is_file() else Path(path).read_text("utf-8")
        data = read_yaml(text)
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("is no readable mapping", where=where, remedy="check it") from error
    except (yaml.YAMLError, ValueError) as error:
        said = " ".join(str(error).split())
        raise InputError(f"is not YAML ({said})", where=where, remedy="mend it") from error
    return mapping_of(data, where, text)
