"""The wordings of a language: head nouns, frames and function words, as data."""

from .lexicon import Lexicon, Wording, load_lexicon

__all__ = ["Lexicon", "Wording", "load_lexicon"]
