"""Reads ``fr.yaml`` and ``en.yaml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Guide:
    """What a model is told in one language.

    Attributes
    ----------
    task, trust, naming, reply : str
        What it is to do, that a document gives no orders, how to name and quote, how to answer.
    relations : mapping of str to str
        Relation of the built-in vocabulary → definition, with wordings.
    conventions : sequence of str
        How doubtful cases are read.
    words : mapping of str to str
        Headings of the parts of a request.
    examples : sequence of mapping
        Each a ``section`` and its ``answer``.
    """

    task: str
    trust: str
    relations: Mapping[str, str]
    conventions: Sequence[str]
    naming: str
    reply: str
    words: Mapping[str, str]
    examples: Sequence[Mapping[str, Any]]


@cache
def load_guide(language: str) -> Guide:
    """Return the guide of ``fr`` or ``en``."""
    text = (resources.files(__package__) / f"{language}.yaml").read_text("utf-8")
    return Guide(**yaml.safe_load(text))
