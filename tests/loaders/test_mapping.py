"""Mappings: the statements that records make, joins, and what is wrong with a mapping or data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from stakeholder_graph.errors import InputError, VocabularyError
from stakeholder_graph.graph import load_vocabulary
from stakeholder_graph.graph.stores.memory import MemoryStore
from stakeholder_graph.loaders import load, load_mapping, read_records, shipped

DOCS = Path(__file__).parents[2] / "docs" / "mappings.md"


def blocks(language: str) -> list[str]:
    """Return the examples of the page, in order."""
    parts = DOCS.read_text("utf-8").split(f"```{language}\n")[1:]
    return [part.partition("```")[0] for part in parts]


def read(folder: Path, mapping: str, data: dict[str, Any] | str, name: str = "data.json") -> Any:
    """Return what a mapping reads in one file."""
    (folder / "mapping.yaml").write_text(mapping, "utf-8")
    text = data if isinstance(data, str) else json.dumps(data)
    (folder / name).write_text(text, "utf-8")
    return read_records(folder / name, load_mapping(folder / "mapping.yaml"), load_vocabulary())


def triples(reading: Any) -> set[tuple[str, str, str]]:
    return {(s.source.name, s.relation, s.target.name) for s in reading.statements}


def test_the_first_example_of_the_page(tmp_path: Path) -> None:
    reading = read(tmp_path, blocks("yaml")[0], blocks("json")[0])
    assert triples(reading) == {
        ("Ada Roy", "CHAIRS", "Harbour Board"),
        ("Ben Oke", "PARTICIPATES_IN", "Harbour Board"),
    }
    first = reading.statements[0]
    text = reading.source.document.text
    assert text[first.place.start : first.place.end] == first.quote
    assert first.place.locator == "boards[0].people[0]"
    assert first.qualifiers.since == "2024-01"
    page = " ".join(DOCS.read_text("utf-8").split())
    assert first.quote in page


def test_the_second_example_joins_two_files(tmp_path: Path) -> None:
    (tmp_path / "assembly.yaml").write_text(blocks("yaml")[2], "utf-8")
    members = {
        "FIN": [
            {"name": "Ada Roy", "id": "A1", "title": "Chairman"},
            {"name": "Ben Oke", "id": "B2", "title": "Ranking Member"},
            {"name": "Cy Dale", "id": "C3", "title": "Ex Officio"},
        ],
        "FIN01": [{"name": "Ben Oke", "id": "B2"}],
        "GONE": [{"name": "Nobody", "id": "N0"}],
    }
    committees = [
        {"code": "FIN", "name": "Finance", "subcommittees": [{"code": "01", "name": "Tax"}]}
    ]
    (tmp_path / "members.yaml").write_text(yaml.safe_dump(members), "utf-8")
    (tmp_path / "committees.yaml").write_text(yaml.safe_dump(committees), "utf-8")
    reading = read_records(tmp_path, load_mapping(tmp_path / "assembly.yaml"), load_vocabulary())
    assert triples(reading) == {
        ("Ada Roy", "CHAIRS", "Finance"),
        ("Ben Oke", "PARTICIPATES_IN", "Finance"),
        ("Cy Dale", "PARTICIPATES_IN", "Finance"),
        ("Ben Oke", "PARTICIPATES_IN", "Tax"),
        ("Tax", "PART_OF", "Finance"),
    }
    entry = reading.entries[0]
    assert (entry.missing, entry.firsts) == ({"join found": 1}, {"join found": "'GONE'"})
    assert entry.otherwise == {"Ranking Member": 1, "Ex Officio": 1, "": 1}
    limits = {s.source.name: s.qualifiers.condition for s in reading.statements[:3]}
    assert limits == {"Ada Roy": "", "Ben Oke": "ranking member", "Cy Dale": "ex officio"}
    assert [s.target.scope for s in reading.statements if s.target.name == "Tax"] == ["Finance"]
    assert reading.statements[1].place.locator == "members.FIN[1]"
    assert reading.statements[0].source.identifiers == ("assembly:A1",)


def test_an_optional_join_may_find_nothing(tmp_path: Path) -> None:
    mapping = """
tables:
  people: {for: {person: people}, key: "{person.id}"}
statements:
  - for: {seat: seats}
    join: {who: {table: people, key: "{seat.id}", optional: true}}
    source: {name: "{who.full || seat.name}", kind: person}
    relation: PARTICIPATES_IN
    target: {name: Board, kind: body}
"""
    data = {
        "people": [{"id": "1", "full": "Ada Grace Roy"}],
        "seats": [{"id": 1, "name": "Ada Roy"}, {"id": 2, "name": "Ben Oke"}],
    }
    reading = read(tmp_path, mapping, data)
    assert {s.source.name for s in reading.statements} == {"Ada Grace Roy", "Ben Oke"}


def test_two_of_one_name_are_two_where_their_identifiers_differ(tmp_path: Path) -> None:
    (tmp_path / "assembly.yaml").write_text(blocks("yaml")[2], "utf-8")
    members = {"FIN": [{"name": "Ada Roy", "id": "A1"}], "TAX": [{"name": "Ada Roy", "id": "A2"}]}
    committees = [{"code": "FIN", "name": "Finance"}, {"code": "TAX", "name": "Taxes"}]
    (tmp_path / "members.yaml").write_text(yaml.safe_dump(members), "utf-8")
    (tmp_path / "committees.yaml").write_text(yaml.safe_dump(committees), "utf-8")
    with MemoryStore() as store:
        load([tmp_path], store, mapping=load_mapping(tmp_path / "assembly.yaml"))
        found = {each.identifiers for each in store.stakeholders() if each.name == "Ada Roy"}
    assert found == {("assembly:A1",), ("assembly:A2",)}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"source": "{p.nom}"}, "{p.nom} finds nothing; p has name, post, tags"),
        ({"source": "{q.name}"}, "{q.name} finds nothing; there is people, p"),
        ({"for": {"p": "persons"}}, "{persons} finds nothing; there is people"),
        ({"source": "{p.post.name}"}, "{p.post.name} finds nothing; p.post is 'chair'"),
        (
            {"source": "{p.tags.name}"},
            "{p.tags.name} finds nothing; p.tags is a list: loop over it",
        ),
        ({"since": "{p.start}"}, "{p.start} finds nothing; p has name, post, tags"),
    ],
)
def test_where_a_path_finds_nothing_it_is_said_what_there_is(
    tmp_path: Path, change: dict[str, Any], said: str
) -> None:
    mapping = yaml.safe_dump({"statements": [{**SOUND, **change}]})
    data = {"people": [{"name": "Ada", "post": "chair", "tags": ["x"]}]}
    assert said in read(tmp_path, mapping, data).entries[0].nothing


def test_yaml_is_what_is_written(tmp_path: Path) -> None:
    mapping = """
statements:
  - for: {row: data}
    source: {name: "{row.code} {row.country} {row.version}", kind: organization}
    relation: SPONSORS
    target: {name: X, kind: project}
    since: "{row.since}"
"""
    text = "- {code: 007, country: NO, version: 1.10, since: 2024-01-05}"
    (said,) = read(tmp_path, mapping, text, "data.yaml").statements
    assert (said.source.name, said.qualifiers.since) == ("007 NO 1.10", "2024-01-05")


def test_lines_of_json_are_a_list(tmp_path: Path) -> None:
    mapping = yaml.safe_dump({"statements": [{**SOUND, "for": {"p": "data"}}]})
    reading = read(tmp_path, mapping, '{"name": "Ada"}\n{"name": "Ben"}\n', "data.jsonl")
    assert {s.source.name for s in reading.statements} == {"Ada", "Ben"}


def test_a_key_of_a_table_that_finds_nothing_is_told(tmp_path: Path) -> None:
    mapping = """
    tables: {boards: {for: {board: boards}, key: "{board.code}"}}
    statements:
      - for: {seat: seats}
        join: {found: {table: boards, key: "{seat.board}"}}
        source: "{seat.name}"
        relation: PARTICIPATES_IN
        target: {name: "{found.name}", kind: body}
    """
    data = {"boards": [{"id": "B", "name": "Board"}], "seats": [{"name": "Ada", "board": "B"}]}
    assert read(tmp_path, mapping, json.dumps(data)).notes == (
        "tables.boards: {board.code} finds nothing; board has id, name",
        "seats[0]: 'B' is not in the table boards",
    )


def test_rows_of_a_table_are_records(tmp_path: Path) -> None:
    mapping = """
statements:
  - for: {row: data}
    source: "{row.Sponsor}"
    relation: SPONSORS
    target: {name: "{row.Project}", kind: project}
"""
    reading = read(tmp_path, mapping, "Project;Sponsor\nQuay;Port\nPier;\n", "list.csv")
    assert triples(reading) == {("Port", "SPONSORS", "Quay")}
    assert reading.entries[0].missing == {"source": 1}


def test_only_the_fields_that_are_used_are_kept(tmp_path: Path) -> None:
    mapping = """
statements:
  - for: {person: people}
    source: {name: "{person.name}", kind: person}
    relation: CHAIRS
    target: {name: Board, kind: body}
"""
    reading = read(tmp_path, mapping, {"people": [{"name": "Ada", "email": "ada@example.org"}]})
    assert reading.source.document.text == "person.name: Ada\n"


def test_kubernetes_comes_with_the_program(tmp_path: Path) -> None:
    person = {"name": "Ada", "github": "ada", "email": "ada@example.org"}
    other = {"name": "Ben", "github": "ben"}
    data = {
        "sigs": [
            {"name": "Docs", "dir": "sig-docs", "leadership": {"chairs": [person, other]}},
            {
                "name": "Node", "dir": "sig-node", "contact": {"liaison": other},
                "leadership": {"chairs": [person], "tech_leads": [other]},
                "subprojects": [{"name": "kubelet"}],
            },
        ],
        "workinggroups": [
            {"name": "Batch", "stakeholder_sigs": ["Node"], "leadership": {"chairs": [person]}}
        ],
    }  # fmt: skip
    (tmp_path / "sigs.yaml").write_text(yaml.safe_dump(data), "utf-8")
    reading = read_records(tmp_path / "sigs.yaml", load_mapping("kubernetes"), load_vocabulary())
    assert triples(reading) == {
        ("Ada", "CO_CHAIRS", "SIG Docs"),
        ("Ben", "CO_CHAIRS", "SIG Docs"),
        ("Ada", "CHAIRS", "SIG Node"),
        ("Ben", "PILOTS", "SIG Node"),
        ("Ben", "OVERSEES", "SIG Node"),
        ("kubelet", "PART_OF", "SIG Node"),
        ("Ada", "CHAIRS", "WG Batch"),
        ("SIG Node", "PARTICIPATES_IN", "WG Batch"),
    }
    assert "@" not in reading.source.document.text
    assert set(shipped()) == {"followthemoney", "kubernetes", "popolo"}


def test_popolo_comes_with_the_program(tmp_path: Path) -> None:
    data = {
        "persons": [{"id": "p1", "name": "Ada Roy"}],
        "organizations": [
            {"id": "o1", "name": "Council"},
            {"id": "o2", "name": "Budget panel", "parent_id": "o1"},
        ],
        "memberships": [
            {
                "person_id": "p1",
                "organization_id": "o2",
                "role": "Chair",
                "start_date": "2023-02-30",
            }
        ],
    }
    (tmp_path / "popolo.json").write_text(json.dumps(data), "utf-8")
    reading = read_records(tmp_path / "popolo.json", load_mapping("popolo"), load_vocabulary())
    assert triples(reading) == {
        ("Ada Roy", "CHAIRS", "Budget panel"),
        ("Budget panel", "PART_OF", "Council"),
    }
    assert reading.statements[0].qualifiers.since == ""  # a day there is not
    assert reading.entries[0].missing == {"a date in since (2023-02-30)": 1}


def test_loading_twice_changes_nothing_and_a_bad_file_loses_no_other(tmp_path: Path) -> None:
    (tmp_path / "boards.json").write_text(blocks("json")[0], "utf-8")
    (tmp_path / "bad.json").write_text("{", "utf-8")
    (tmp_path / "boards.yaml").write_text(blocks("yaml")[0], "utf-8")
    mapping = load_mapping(tmp_path / "boards.yaml")
    files = [tmp_path / "bad.json", tmp_path / "boards.json", tmp_path / "none.json"]
    with MemoryStore() as store:
        first = load(files, store, mapping=mapping)
        assert (len(first.loaded), first.statements.total(), len(first.failures)) == (1, 2, 2)
        again = load(files, store, mapping=mapping)
        assert (len(again.loaded), len(again.unchanged)) == (0, 1)
        assert len(store.frames()[1]) == 2


SOUND = {"for": {"p": "people"}, "source": "{p.name}", "relation": "CHAIRS", "target": "Board"}
BAD = [
    ({"statements": []}, "statements: is no list"),
    ({"statments": [SOUND]}, "has no 'statments'"),
    ({"statements": [{**SOUND, "for": {}}]}, r"statements\[0\].for: loops over nothing"),
    ({"statements": [{**SOUND, "source": "{p.name"}]}, "a brace too many or too few"),
    ({"statements": [{**SOUND, "source": "{p..name}"}]}, "is no JMESPath expression"),
    ({"statements": [{**SOUND, "source": {"nome": "x"}}]}, "has no 'nome'"),
    ({"statements": [{**SOUND, "source": {"p.name": None}}]}, r'put it in quotes: "{p.name}"'),
    ({"statements": [{**SOUND, "for": {"a-b": "people"}}]}, "'a-b' is no name"),
    ({"statements": [{"source": "x", "relation": "CHAIRS", "target": "y"}]}, "for: is missing"),
    ({"statements": [{**SOUND, "target": {"kind": "body"}}]}, "target.name: is missing"),
    ({"statements": [SOUND], "files": {"a": "../a.yaml"}}, "leads out of the folder"),
    ({"statements": [SOUND], "files": {"a": "/etc/passwd"}}, "leads out of the folder"),
]


@pytest.mark.parametrize(("mapping", "message"), BAD)
def test_what_is_wrong_with_a_mapping_is_said_with_its_place(
    tmp_path: Path, mapping: dict[str, Any], message: str
) -> None:
    file = tmp_path / "mapping.yaml"
    file.write_text(yaml.safe_dump(mapping), "utf-8")
    with pytest.raises(InputError, match=message) as raised:
        load_mapping(file)
    assert "mapping.yaml" in str(raised.value)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"source": {"name": "{p.name}", "kind": "animal"}}, "'animal' is no kind"),
        ({"source": "{p}"}, "finds dict, not one value"),
        ({"join": {"x": {"table": "none", "key": "{p.name}"}}}, "joins 'none', which is no table"),
        ({"target": {"name": "X", "kind": "person"}}, "CHAIRS does not join"),
    ],
)
def test_a_mapping_that_does_not_fit_the_data(
    tmp_path: Path, change: dict[str, Any], message: str
) -> None:
    mapping = yaml.safe_dump({"statements": [{**SOUND, **change}]})
    with pytest.raises(InputError, match=message):
        read(tmp_path, mapping, {"people": [{"name": "Ada"}]})


def test_an_unknown_relation(tmp_path: Path) -> None:
    mapping = yaml.safe_dump({"statements": [{**SOUND, "relation": "LIKES"}]})
    with pytest.raises(VocabularyError, match=r"mapping.yaml, .*unknown relation 'LIKES'"):
        read(tmp_path, mapping, {"people": [{"name": "Ada"}]})


NESTED = "[" * 3000 + "]" * 3000
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("deep.json", NESTED, "nested too deep|cannot be read"),
        ("bomb.yaml", BOMB, "too many values"),
        ("broken.toml", "a = ", "cannot be read"),
        ("twice.yaml", "people: []\npeople: []", "'people' stands twice.*line 2"),
        ("twice.json", '{"people": 1, "people": 2}', "'people' stands twice"),
        ("nan.json", '{"people": NaN}', "NaN is no number"),
        ("huge.json", '{"people": 1e999}', "1e999 is no number"),
        ("lines.jsonl", '{"a": 1}\n{"a": }', "line 2"),
        ("deep.yaml", NESTED, "nested too deep|cannot be read"),
        ("data.xml", "<a/>", "cannot read records from .xml"),
    ],
)
def test_data_that_cannot_be_used(tmp_path: Path, name: str, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(tmp_path, yaml.safe_dump({"statements": [SOUND]}), text, name)
