"""Which of the two languages a text is in."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

LANGUAGES = ("fr", "en")
# Enough to tell two languages apart, at the same cost for a page and for a book.
_SAMPLE = 20_000


def detect(text: str, default: str = "fr") -> str:
    """Return ``fr`` or ``en``: always the same answer for the same text.

    Parameters
    ----------
    text : str
        Running text.
    default : str, optional
        The answer for a text without a letter.

    Examples
    --------
    >>> detect("Le comité de pilotage est présidé par le préfet.")
    'fr'
    >>> detect("The steering committee is chaired by the Permanent Secretary.")
    'en'
    """
    sample = text[:_SAMPLE]
    if not any(character.isalpha() for character in sample):
        return default
    language, _ = _identifier().classify(sample)
    return str(language)


@cache
def _identifier() -> LanguageIdentifier:
    """Load the model once, and an own one: the library's is shared by the whole process."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(LANGUAGES)
    return identifier
