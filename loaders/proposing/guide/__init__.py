"""The guide: what a language model is told, in French and English, as data."""

from .guide import Guide, load_guide

__all__ = ["Guide", "load_guide"]
