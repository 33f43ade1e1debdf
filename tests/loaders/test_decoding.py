"""Bytes to text: French accents are exact in every encoding an office uses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stakeholder_graph.errors import InputError
from stakeholder_graph.loaders.decoding import decode

SENTENCES = [
    "Le préfet préside.",
    "À l’été, l’élu déléguée à l’œuvre « coûte » 3 €",
    "Comité",
    "The Board’s chair — Zoë — resigned.",
]


@pytest.mark.parametrize("text", SENTENCES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_is_read_exactly_in_what_offices_write(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.md") == text


def test_latin_1_is_read_exactly() -> None:
    text = "Arrêté du préfet : la forêt gérée à Orléans, où l'été est sec."
    assert decode(text.encode("latin-1"), "a.md") == text


def test_an_invalid_byte_in_utf_8_is_read_as_what_it_is() -> None:
    assert decode("Présidée à ".encode() + b"Gu\xe9ret.", "a.md").endswith("Guéret.")


def test_what_the_file_names_comes_before_a_guess() -> None:
    assert decode("Příbram".encode("iso-8859-2"), "a.html", "iso-8859-2") == "Příbram"
    assert decode(b"Text.", "a.html", "no-such-encoding") == "Text."


def test_every_line_break_is_one_character() -> None:
    assert decode(b"a\r\nb\rc\n", "a.txt") == "a\nb\nc\n"


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Z")), min_size=1))
def test_code_points_stay_as_they_are(text: str) -> None:
    if not text.strip():
        return
    assert decode(text.encode(), "a.txt") == text.removeprefix("\ufeff")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"%PDF-1.7\x00\x01\x02", "is not text"),
        (b"Text\x00 with a NUL.", "is not text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(255, 0, -1)) * 8, "is not text"),
        (b"\x01\x02\x03\x04 text", "is not text"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        decode(data, "folder/a.md")
    assert str(caught.value).startswith("folder/a.md: ")
