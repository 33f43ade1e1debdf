"""The words of tables, one file a language: headers, letters, roles, what stands for nobody."""

from .words import Words, key, load_words

__all__ = ["Words", "key", "load_words"]
