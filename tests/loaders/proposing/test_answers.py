"""Answers in the forms in which people and services hand them over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stakeholder_graph.errors import InputError
from stakeholder_graph.loaders.proposing import Answers, DryRun, ModelReader
from stakeholder_graph.loaders.prose import Reading, Study

STATEMENT = {
    "source": "Harbour Office",
    "relation": "SPONSORS",
    "target": "Sound Ferry",
    "quote": "The Sound Ferry is sponsored by the Harbour Office (HO).",
}
BARE = json.dumps({"stakeholders": [], "statements": [STATEMENT]})
MESSAGE = {"role": "assistant", "content": BARE}
COMPLETION = {"model": "careful-1", "choices": [{"finish_reason": "stop", "message": MESSAGE}]}
FORMS = {
    "the bare object": BARE,
    "only the list": json.dumps([STATEMENT]),
    "a fenced block": f"Here is what I found:\n\n```json\n{BARE}\n```\nThat is all.",
    "a block without a language": f"```\n{BARE}\n```",
    "words around the object": f"Sure {{of it}}: {BARE} Anything else?",
    "a byte order mark": f"\ufeff{BARE}",
    "a chat completion": json.dumps(COMPLETION),
    "a completion in parts": json.dumps(
        {"choices": [{"message": {"content": [{"type": "text", "text": BARE}]}}]}
    ),
    "a completion with a fenced block": json.dumps(
        {"choices": [{"message": {"content": f"```json\n{BARE}\n```"}}]}
    ),
    "what the cache keeps": json.dumps({"request": {}, "response": COMPLETION}),
    "a relation in lower case": BARE.replace("SPONSORS", "sponsors"),
    "words of the guide": json.dumps(
        {
            "entities": [{"id": "ho", "kind": "organization", "name": "Harbour Office"}],
            "relations": [{**STATEMENT, "source": "ho", "type": "SPONSORS", "qualifiers": {}}],
        }
    ),
    "ends as objects": json.dumps(
        {"statements": [{**STATEMENT, "source": {"name": "HO", "aliases": ["Harbour Office"]}}]}
    ),
}


def answered(study: Study, folder: Path, text: str, name: str = "{name}.json") -> Reading:
    """Read with one answer, to the first request."""
    ModelReader(DryRun(folder / "requests")).read(study)
    first = min((folder / "requests").glob("*.request.json"))
    stem = first.name.removesuffix(".request.json")
    answers = folder / "answers"
    answers.mkdir()
    file = answers / name.format(name=stem, id=stem[-16:])
    file.parent.mkdir(exist_ok=True)
    file.write_text(text.replace("{id}", stem[-16:]), "utf-8")
    return ModelReader(Answers(answers)).read(study)


def proposed(reading: Reading) -> list[str]:
    return [s.asserted_by for s in reading.statements if "model:" in s.asserted_by]


@pytest.mark.parametrize("form", FORMS)
def test_an_answer_may_have_many_forms(study: Study, tmp_path: Path, form: str) -> None:
    assert len(proposed(answered(study, tmp_path, FORMS[form]))) == 1


@pytest.mark.parametrize(
    "name",
    ["{name}.json", "{id}.md", "answer to {id}.txt", "{name}.answer.json", "sub/{id}", "{id}.JSON"],
)
def test_a_file_is_known_by_the_id_in_its_name(study: Study, tmp_path: Path, name: str) -> None:
    assert len(proposed(answered(study, tmp_path, BARE, name))) == 1


def test_results_of_a_batch_are_answers(study: Study, tmp_path: Path) -> None:
    line = {
        "custom_id": "{id}",
        "response": {"status_code": 200, "body": COMPLETION},
        "error": None,
    }
    text = f"rubbish\n{json.dumps(line)}\n"
    reading = answered(study, tmp_path, text, "output.jsonl")
    assert [by.rpartition("model:")[2] for by in proposed(reading)] == ["careful-1"]


def test_the_model_is_named_where_the_answer_does(study: Study, tmp_path: Path) -> None:
    (by,) = proposed(answered(study, tmp_path, FORMS["a chat completion"]))
    assert by.endswith("model:careful-1")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "holds no JSON object"),
        ("I cannot help with that.", "holds no JSON object"),
        ('{"answer": 42}', 'has no list "statements"'),
        ('{"statements": "none"}', 'has no list "statements"'),
        ('{"statements": [', "holds no JSON object"),
        ('{"choices": []}', "without a message"),
        ('{"choices": [{"message": {"content": null, "refusal": "no"}}]}', "holds no JSON object"),
        ('{"choices": [{"finish_reason": "length", "message": {"content": "{"}}]}', "cut off"),
        ("[" * 200_000, ""),
        ('{"a":' * 100_000, ""),
    ],
)
def test_rubbish_is_told_in_one_line_and_loses_nothing_else(
    study: Study, tmp_path: Path, text: str, told: str
) -> None:
    reading = answered(study, tmp_path, text)
    assert len(reading.notes) == 2  # this one, and the section without an answer
    assert told in reading.notes[0]
    assert "\n" not in reading.notes[0]
    assert [s.id for s in reading.statements] == [s.id for s in study.reading.statements]
    assert reading.statements == study.reading.statements


def test_a_missing_answer_is_told_with_the_name_to_give_it(study: Study, tmp_path: Path) -> None:
    reading = answered(study, tmp_path, BARE)
    (note,) = reading.notes
    stem = max((tmp_path / "requests").glob("*.request.json")).name.removesuffix(".request.json")
    assert f"no answer to {stem}" in note
    assert f"put it in a file with {stem[-16:]} in its name" in note


def test_a_folder_of_requests_answers_nothing(study: Study, tmp_path: Path) -> None:
    run = DryRun(tmp_path)
    ModelReader(run).read(study)
    assert run.finish() == 2
    reading = ModelReader(Answers(tmp_path)).read(study)
    assert [note.partition(": ")[2].split(": ")[1].split(" to ")[0] for note in reading.notes] == [
        "no answer"
    ] * 2


def test_an_entry_of_another_form_loses_no_other(study: Study, tmp_path: Path) -> None:
    text = json.dumps({"stakeholders": [3, {}, {"name": []}], "statements": [7, {}, STATEMENT]})
    reading = answered(study, tmp_path, text)
    assert len(proposed(reading)) == 1
    assert [each.check for each in reading.rejected].count("form") == 2


def test_a_folder_that_is_not_there_has_no_answers(study: Study, tmp_path: Path) -> None:
    class Request:
        id, name = "0" * 16, "x"

    with pytest.raises(InputError, match="no answer"):
        Answers(tmp_path / "nowhere").answer(Request())  # type: ignore[arg-type]
