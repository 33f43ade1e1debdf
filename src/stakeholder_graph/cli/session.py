"""What a command works with: settings, vocabulary, store and output."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..errors import InputError
from .render.formats import FORMATS
from .render.text import clean
from .settings import DEFAULTS, PROJECT_FILE, Settings, amount

if TYPE_CHECKING:
    from rich.console import Console

    from ..graph import Store, Vocabulary
    from ..loaders import Ledger, Limits
    from .render.groups import Words
    from .render.page import Page


@dataclass
class Session:
    """One run of the program.

    Attributes
    ----------
    given : dict
        The shared options of the command line that were given.
    """

    given: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def settings(self) -> Settings:
        """The settings in force."""
        flags = ("store", "decisions", "vocabulary", "format")
        return Settings({name: self.given[name] for name in flags if name in self.given})

    @property
    def quiet(self) -> bool:
        """Whether only results and errors are wanted."""
        return bool(self.given.get("quiet"))

    @property
    def verbose(self) -> bool:
        """Whether more talk is wanted."""
        return bool(self.given.get("verbose"))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The relations in force: the built-in ones and those of a file of the user's."""
        from ..graph import load_vocabulary

        path = self.settings.get("vocabulary").value
        return load_vocabulary(Path(path).expanduser() if path else None)

    @cached_property
    def limits(self) -> Limits:
        """What a file may not exceed."""
        from ..loaders import Limits

        names = [name for name in DEFAULTS if name.startswith("limit_")]
        return Limits(**{n.removeprefix("limit_"): amount(self.settings.get(n)) for n in names})

    def store(self, *, read_only: bool = True) -> Store:
        """Open the store; questions leave it read-only."""
        from ..graph import open_store

        address, origin = (setting := self.settings.get("store")).value, setting.origin
        if origin == PROJECT_FILE and _names_server(address):
            # Or a folder from anywhere could have the password sent to a server of its choice.
            raise InputError(
                "names a server, which a project file may not",
                where=PROJECT_FILE,
                remedy='write store = "neo4j://" and set NEO4J_URI',
            )
        if "://" not in address:
            address = address if address == ":memory:" else str(Path(address).expanduser())
        return open_store(address, read_only=read_only, vocabulary=self.vocabulary)

    def shown(self, store: Store, *, roles_only: bool) -> Store:
        """Return a store, or a copy of it without persons."""
        if not roles_only:
            return store
        from ..loaders import roles_only as without_persons

        return without_persons(store, self.vocabulary)

    @property
    def ledger(self) -> Ledger:
        """The file of decisions: beside the store, or in the current folder for a server."""
        from ..loaders import Ledger

        path = self._beside_store("decisions", "decisions.yaml")
        return Ledger(path, self.vocabulary.relations)

    @property
    def proposals(self) -> Path:
        """The folder of what a language model was asked and answered: beside the store too."""
        return self._beside_store("proposer_cache", "proposals")

    def _beside_store(self, setting: str, name: str) -> Path:
        given, store = self.settings.get(setting).value, self.settings.get("store").value
        if given:
            return Path(given).expanduser()
        return (Path() if _names_server(store) else Path(store).expanduser().parent) / name

    def format(self, default: str = "table", formats: Sequence[str] = ()) -> str:
        """Return the format results are wanted in: one that all write, or of some more."""
        setting = self.settings.get("format")
        if setting.value and setting.value not in (*FORMATS, *formats):
            remedy = f"use one of {', '.join((*FORMATS, *formats))}"
            raise InputError(
                f"unknown format {setting.value!r}", where=setting.origin, remedy=remedy
            )
        return setting.value or default

    @property
    def colour(self) -> bool:
        """Whether results are coloured."""
        if self.given.get("no_color") or os.environ.get("NO_COLOR"):
            return False
        if os.environ.get("FORCE_COLOR"):
            return True
        return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"

    @property
    def console(self) -> Console:
        """Where tables and answers are written."""
        from .render.screen import console

        return console(colour=self.colour)

    @property
    def page(self) -> Page:
        """Where answers for people are written."""
        from .render.page import Page

        return Page(self.console)

    @property
    def wording(self) -> Words:
        """How relations are worded."""
        from .render.groups import Words

        return Words(self.vocabulary, detailed=self.verbose)

    def complain(self, message: str) -> None:
        """Tell of a fault that does not end the run."""
        click.echo(f"Error: {clean(message)}", err=True)

    def say(self, message: str) -> None:
        """Tell the user something that is no result."""
        if not self.quiet:
            click.echo(message, err=True)


def _names_server(address: str) -> bool:
    return bool(address.partition("://")[2])
