"""How questions are put in a language, as data."""

from .words import LANGUAGES, Words, language_of, load_words

__all__ = ["LANGUAGES", "Words", "language_of", "load_words"]
