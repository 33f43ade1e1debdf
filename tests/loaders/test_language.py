"""Which language a text is in."""

from __future__ import annotations

import subprocess
import sys

import pytest

from stakeholder_graph.loaders.language import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("La direction régionale assure la maîtrise d'ouvrage du projet.", "fr"),
        ("Comité de pilotage", "fr"),
        ("The regional office is accountable for the programme.", "en"),
        ("Steering committee", "en"),
        ("LE PRÉFET PRÉSIDE LE COMITÉ.", "fr"),
    ],
)
def test_french_and_english_are_told_apart(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "12 / 2024", "—"])
def test_a_text_without_a_word_has_the_default(text: str) -> None:
    assert (detect(text), detect(text, "en")) == ("fr", "en")


def test_other_languages_are_read_as_the_nearer_of_the_two() -> None:
    assert detect("Der Ausschuss leitet das Projekt.") in ("fr", "en")


def test_nothing_heavy_loads_before_a_document_is_read() -> None:
    heavy = "{'py3langid', 'lxml', 'markdown_it', 'charset_normalizer', 'spacy', 'numpy', 'pandas'}"
    code = f"import sys, stakeholder_graph.loaders; print(sorted({heavy} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
