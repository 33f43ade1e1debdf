"""Legend: what letters and their forms say, the same in every format."""

from __future__ import annotations

from collections.abc import Iterator

from ...graph import LETTERS
from .matrix import Matrix

WORDS = {
    "R": "responsible: does or leads the work",
    "A": "accountable: answers for it",
    "C": "consulted: takes part or advises",
    "I": "informed: follows it",
}
"""What each letter says."""

FORMS = {
    "A": "stated: a sentence says so",
    "(A)": "derived: it follows by a rule; an A that is stated goes before it",
    "A!": "conflicting: documents name different parties",
    "A*": "only for a phase, a time or a condition, or only outside of one",
}
"""What each form of a letter says, on the example of A."""


def letters_in_words(matrix: Matrix) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield each letter, what it says, and the relations that give it."""
    for letter in LETTERS:
        given = tuple(name for name, of in matrix.letters.items() if of == letter)
        yield letter, WORDS[letter], given


def without_letter(matrix: Matrix) -> tuple[str, ...]:
    """Return the relations that give no letter."""
    return tuple(name for name in matrix.vocabulary.relations if name not in matrix.letters)
