"""What the tests of proposing share: a document of our own, and what is read in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from stakeholder_graph.loaders import read
from stakeholder_graph.loaders.proposing import Answers, DryRun, ModelReader
from stakeholder_graph.loaders.prose import Reader, Reading, Study

FERRY = """\
# The Sound Ferry

The Sound Ferry is sponsored by the Harbour Office (HO). Until 2019 Holt & Sons ran it.

It may be taken over by the county council.

## Steering

The ferry panel steers the Sound Ferry. Ada Quill has the chair of the panel, which comprises:

- the island councils;
- the HO.

The Sound Ferry needs two boats. It lies in the hands of North Lines, which operates them.
Brook & Co does not fund the ferry.
"""

Propose = Callable[..., Reading]


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.md"
    path.write_text(FERRY, "utf-8")
    return path


@pytest.fixture
def study(ferry: Path) -> Study:
    return Reader().study(read(ferry))


@pytest.fixture
def propose(study: Study, tmp_path: Path) -> Propose:
    """Read the ferry with one answer to all requests."""

    def answer(
        *statements: dict[str, Any], stakeholders: tuple[dict[str, Any], ...] = ()
    ) -> Reading:
        import json

        requests, answers = tmp_path / "requests", tmp_path / "answers"
        answers.mkdir()
        ModelReader(DryRun(requests)).read(study)
        content = json.dumps({"stakeholders": stakeholders, "statements": statements})
        for path in requests.glob("*.request.json"):
            (answers / path.name.replace(".request", "")).write_text(content, "utf-8")
        return ModelReader(Answers(answers, "careful")).read(study)

    return answer
