"""Pages to read: passages of real documents where they are, else our own samples, repeated."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import yaml

from stakeholder_graph.loaders import read

_ROOT = Path(__file__).parents[2]
_PASSAGES = _ROOT.parent / "shared"
_SIZE = 2_500  # characters: what stands on a page


def passages() -> dict[str, list[str]]:
    """Return texts by language."""
    found: dict[str, list[str]] = {"fr": [], "en": []}
    for path in sorted(_PASSAGES.glob("gold*/*.yaml")):
        passage = yaml.safe_load(path.read_text("utf-8"))
        found[passage["lang"]].append(passage["text"])
    if not any(found.values()):
        for path in sorted((_ROOT / "samples").iterdir()):
            if path.is_file():
                document = read(path).document
                found[document.language].append(document.text)
    return found


def pages(number: int) -> Iterator[str]:
    """Yield pages, in French and English in turn; each begins with another passage."""
    texts = passages()
    starts = {language: count() for language in texts}
    for page in range(number):
        language = ("fr", "en")[page % 2]
        start, text = next(starts[language]), ""
        for step in range(100):
            text += texts[language][(start + step) % len(texts[language])] + "\n\n"
            if len(text) >= _SIZE:
                break
        yield f"{text}\n{page}.\n"
