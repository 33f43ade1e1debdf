"""A person is taken out of what was asked and answered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stakeholder_graph.loaders.decisions import Erased, erasure_of
from stakeholder_graph.loaders.proposing import DryRun, ModelReader, forget_answers
from stakeholder_graph.loaders.prose import Study


def test_files_that_name_a_person_are_removed(study: Study, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    run = DryRun(cache)
    ModelReader(run).read(study)
    run.finish()
    gone = forget_answers(cache, ["Ada Quill"])
    assert len(gone) == 2  # the request about her section, and the one file of all
    assert [path.name for path in cache.iterdir()] == [
        path.name for path in cache.iterdir() if "Quill" not in path.read_text("utf-8")
    ]
    assert len(list(cache.iterdir())) == 1
    assert forget_answers(cache, ["Ada Quill"]) == []


def test_no_request_names_a_person_who_was_erased(study: Study, tmp_path: Path) -> None:
    erased = Erased([erasure_of(["Ada Quill"])])
    run = DryRun(tmp_path / "cache")
    ModelReader(run, erased=erased).read(study)
    run.finish()
    told = [path.read_text("utf-8") for path in (tmp_path / "cache").iterdir()]
    assert len(told) == 3
    assert not any("Quill" in text for text in told)
    assert any("█████████ has the chair of the panel" in text for text in told)


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"name": "José Muñoz"}),
        json.dumps({"content": json.dumps({"name": "José Muñoz"})}),
        json.dumps({"content": "held by José\nMuñoz"}),
        "{}\n" + json.dumps({"name": "Jose\u0301 Mun\u0303oz"}) + "\n",
        "rubbish about JOSÉ  MUÑOZ",
    ],
)
def test_a_name_is_found_however_it_is_written(tmp_path: Path, text: str) -> None:
    (tmp_path / "model").mkdir()
    kept, gone = tmp_path / "model" / "kept.json", tmp_path / "model" / "gone.json"
    kept.write_text('{"name": "José Muñozano"}', "utf-8")
    gone.write_text(text, "utf-8")
    assert forget_answers(tmp_path, ["José Muñoz"]) == [gone]
    assert kept.exists()


def test_nothing_is_done_without_a_name_or_a_cache(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}", "utf-8")
    assert forget_answers(tmp_path, [""]) == forget_answers(tmp_path / "no", ["x"]) == []
