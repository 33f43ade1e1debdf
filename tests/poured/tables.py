"""Lists of statements as files, and what tells that two stores hold the same of them."""

from __future__ import annotations

import csv
import io

from stakeholder_graph.graph import Store


def written(rows: list[list[str]], delimiter: str) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode()


def alike(one: Store, other: Store) -> None:
    for mine, theirs in zip(one.frames(), other.frames(), strict=True):
        assert mine.to_dict("index") == theirs.to_dict("index")
    assert one.stakeholders() == other.stakeholders()
    for document in one.documents():
        mine, theirs = one.told(document.id), other.told(document.id)
        assert mine and theirs
        assert mine.mentions == theirs.mentions
        assert mine.statements == theirs.statements
        assert mine.document.text == theirs.document.text
        assert mine.document.sha256 == theirs.document.sha256
        assert bool(mine.document.loaded)
