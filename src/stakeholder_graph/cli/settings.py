"""Settings: each is taken from flag, environment, project file, user file or default, in turn."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import click

from ..errors import InputError

DEFAULTS = {
    "store": "stakeholders.lbug",
    "decisions": "",
    "vocabulary": "",
    "format": "",
    "limit_size": "10 MB",
    "limit_table": "1 GB",
    "limit_unpacked": "200 MB",
    "limit_ratio": "100",
    "limit_pages": "2000",
    "limit_paragraph": "20000",
    "limit_cells": "5000000",
    "limit_depth": "100",
    "limit_attachments": "100",
    "limit_seconds": "600",
    "proposer_cache": "",
    "proposer_timeout": "120",
    "proposer_retries": "3",
    "proposer_answer": "8000",
    "proposer_tokens": "1000000",
    "proposer_cost": "0",
    "proposer_price_in": "0",
    "proposer_price_out": "0",
}
PROJECT_FILE = "stakeholders.toml"
_AMOUNT = re.compile(r"(\d[\d_]*)\s*(|[kmg]?b)", re.IGNORECASE)
_PRICE = re.compile(r"\d+(\.\d+)?", re.ASCII)
_UNITS = {"": 1, "b": 1, "kb": 10**3, "mb": 10**6, "gb": 10**9}


@dataclass(frozen=True, slots=True)
class Setting:
    """A value in force, and where it comes from."""

    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run.

    Attributes
    ----------
    flags : mapping
        What the command line gives, by the name of the setting.
    environment : mapping
        ``STAKEHOLDERS_STORE``, ``STAKEHOLDERS_VOCABULARY``, ``STAKEHOLDERS_FORMAT``, and so on.
    """

    flags: Mapping[str, str] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)

    def get(self, name: str) -> Setting:
        """Return a setting, empty if nothing and no default gives it.

        Raises
        ------
        InputError
            If a file of settings cannot be read, or holds something else.
        """
        if name in self.flags:
            return Setting(self.flags[name], f"--{name}")
        variable = f"STAKEHOLDERS_{name.upper()}"
        if self.environment.get(variable):
            return Setting(self.environment[variable], variable)
        for path in (Path(PROJECT_FILE), user_file()):
            found = _read(path)
            if name in found:
                return Setting(found[name], str(path))
        return Setting(DEFAULTS[name], "default")


def amount(setting: Setting) -> int:
    """Return the number that a setting gives, perhaps of kB, MB or GB.

    Raises
    ------
    InputError
        If it is none.

    Examples
    --------
    >>> amount(Setting("10 MB", "default")), amount(Setting("2_000", "default"))
    (10000000, 2000)
    """
    match = _AMOUNT.fullmatch(setting.value.strip())
    if match is None:
        remedy = "write a number such as 2000 or 10 MB"
        raise InputError(f"{setting.value!r} is no limit", where=setting.origin, remedy=remedy)
    return int(match[1].replace("_", "")) * _UNITS[match[2].lower()]


def price(setting: Setting) -> float:
    """Return the sum of money that a setting gives.

    Raises
    ------
    InputError
        If it is none.

    Examples
    --------
    >>> price(Setting("2.50", "default"))
    2.5
    """
    if not _PRICE.fullmatch(setting.value.strip()):
        remedy = "write a number such as 2.50"
        raise InputError(f"{setting.value!r} is no price", where=setting.origin, remedy=remedy)
    return float(setting.value)


def user_file() -> Path:
    """Return where the settings of a user are: ``~/.config/stakeholders/config.toml`` on Linux."""
    return Path(click.get_app_dir("stakeholders")) / "config.toml"


def _read(path: Path) -> dict[str, str]:
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        remedy = "mend or remove the file"
        raise InputError("cannot be read as UTF-8 text", where=str(path), remedy=remedy) from error
    return _check(_parse(text, path), path)


def _parse(text: str, path: Path) -> dict[str, object]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"is not TOML ({error})", where=str(path), remedy="mend it") from error


def _check(data: dict[str, object], path: Path) -> dict[str, str]:
    known = ", ".join(DEFAULTS)
    for name, value in data.items():
        if name not in DEFAULTS:
            remedy = f"settings are {known}; secrets belong in the environment"
            raise InputError(f"unknown setting {name!r}", where=str(path), remedy=remedy)
        if not isinstance(value, str):
            raise InputError(f"{name} is not text", where=str(path), remedy="put it in quotes")
    return {name: str(value) for name, value in data.items()}
