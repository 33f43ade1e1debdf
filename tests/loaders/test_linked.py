"""Linked data of others: ORG, PROV, FOAF and vCard, each statement with the node that states it."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest
from rdflib import Graph

from stakeholder_graph.errors import InputError
from stakeholder_graph.graph import Kind, Statement, open_store
from stakeholder_graph.graph.exchange import export, take
from stakeholder_graph.graph.vocabulary import load_vocabulary
from stakeholder_graph.loaders import Extraction, Failure, extract, import_graph

# rdflib warns of itself.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

PREFIXES = """\
@prefix org: <http://www.w3.org/ns/org#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix time: <http://www.w3.org/2006/time#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix : <http://port.example/> .
"""
PORT = """\
:port a org:FormalOrganization ; skos:prefLabel "Port of Saltmarsh"@en, "Port de Saltmarsh"@fr ;
  skos:altLabel "PoS" ; org:hasUnit :ferries ; org:linkedTo :city .
:ferries a org:OrganizationalUnit ; skos:prefLabel "Ferry Department" ; org:unitOf :port .
:board a org:Organization ; skos:prefLabel "Harbour Board" ; dct:isPartOf :port .
:ada a foaf:Person ; foaf:name "Ada Roy" ; foaf:mbox <mailto:ada@port.example> ;
  org:headOf :ferries .
:ben foaf:name "Ben Oke" ; org:memberOf :board .
:m1 a org:Membership ; org:member :ada ; org:organization :board ; org:role :chair ;
  org:memberDuring [ time:hasBeginning [ time:inXSDDate "2024-01-15"^^xsd:date ] ;
                     time:hasEnd [ time:inXSDDate "2026-12-31"^^xsd:date ] ] .
[] a org:Membership ; org:member :ben ; org:organization :board ;
  org:role [ skos:prefLabel "Archivist" ] .
:chair a org:Role ; skos:prefLabel "Chair"@en , "Présidente"@fr .
:director a org:Post ; skos:prefLabel "Director" ; org:postIn :port ; org:heldBy :cleo .
:deputy a org:Post ; skos:prefLabel "Deputy" ; org:postIn :port ; org:reportsTo :director .
:cleo vcard:fn "Cleo Tan" .
"""
STATED = {
    ("Ada Roy", "PILOTS", "Ferry Department", "http://port.example/ada"),
    ("Ada Roy", "CHAIRS", "Harbour Board", "http://port.example/m1"),
    ("Ben Oke", "PARTICIPATES_IN", "Harbour Board", "org:Membership of http://port.example/ben"),
    ("Harbour Board", "PART_OF", "Port of Saltmarsh", "http://port.example/board"),
    ("Ferry Department", "PART_OF", "Port of Saltmarsh", "http://port.example/ferries"),
    ("Deputy", "PART_OF", "Port of Saltmarsh", "http://port.example/deputy"),
    ("Deputy", "REPORTS_TO", "Director", "http://port.example/deputy"),
    ("Director", "PART_OF", "Port of Saltmarsh", "http://port.example/director"),
    ("Cleo Tan", "PILOTS", "Port of Saltmarsh", "http://port.example/director"),
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Be in an empty folder, from which nothing can be fetched."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something was fetched")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def write(text: str, name: str = "port.ttl") -> str:
    Path(name).write_text(text, "utf-8")
    return name


def read(name: str) -> Extraction:
    (found,) = extract([name])
    assert isinstance(found, Extraction), found
    for each in found.statements:
        place = each.place
        assert found.source.document.text[place.start : place.end] == each.quote
    return found


def shown(statements: tuple[Statement, ...]) -> set[tuple[str, str, str, str]]:
    return {(s.source.name, s.relation, s.target.name, s.place.locator) for s in statements}


def test_each_statement_points_at_its_node() -> None:
    found = read(write(PREFIXES + PORT))
    assert shown(found.statements) == STATED
    assert found.notes == ("1 org:linkedTo passed over: it does not say how they are linked",)
    chairs, sits = (
        next(s for s in found.statements if s.relation == name)
        for name in ("CHAIRS", "PARTICIPATES_IN")
    )
    assert chairs.quote == (
        "org:member: Ada Roy; org:organization: Harbour Board; org:role: Chair;"
        " org:memberDuring: 2024-01-15/2026-12-31"
    )
    assert (chairs.qualifiers.since, chairs.qualifiers.until) == ("2024-01-15", "2026-12-31")
    assert sits.qualifiers.condition == "Archivist"
    assert (sits.source.kind, sits.target.kind) == (Kind.PERSON, Kind.BODY)
    part = next(s for s in found.statements if s.source.name == "Ferry Department")
    assert part.target.aliases == ("Port de Saltmarsh", "PoS")
    assert "iri:http://port.example/port" in part.target.identifiers
    assert "mailto" not in str(found.statements)


def test_every_syntax_states_the_same() -> None:
    graph = Graph().parse(data=PREFIXES + PORT, format="turtle")
    context = {"org": "http://www.w3.org/ns/org#", "foaf": "http://xmlns.com/foaf/0.1/"}
    write(graph.serialize(format="json-ld"), "expanded.jsonld")
    write(graph.serialize(format="json-ld", context=context), "compact.jsonld")
    write(graph.serialize(format="nt", encoding="utf-8").decode(), "port.nt")
    for name in ("expanded.jsonld", "compact.jsonld", "port.nt"):
        assert shown(read(name).statements) == STATED
    again = [[s.quote for s in read("port.nt").statements] for _ in range(2)]
    assert again[0] == again[1]


@pytest.mark.parametrize(
    ("said", "statement"),
    [
        (":a org:subOrganizationOf :b .", ("Able Trust", "PART_OF", "Bell Agency")),
        (":b org:hasSubOrganization :a .", ("Able Trust", "PART_OF", "Bell Agency")),
        (":b org:hasMember :a .", ("Able Trust", "PARTICIPATES_IN", "Bell Agency")),
        (":b foaf:member :a .", ("Able Trust", "PARTICIPATES_IN", "Bell Agency")),
        (":a org:reportsTo :b .", ("Able Trust", "REPORTS_TO", "Bell Agency")),
        (":a prov:actedOnBehalfOf :b .", ("Able Trust", "REPORTS_TO", "Bell Agency")),
        (":a foaf:fundedBy :b .", ("Bell Agency", "FUNDS", "Able Trust")),
        (
            ":a org:hasMembership [ org:organization :b ; org:role [ skos:prefLabel 'chair' ] ] .",
            ("Able Trust", "CHAIRS", "Bell Agency"),
        ),
        (
            ":a org:holds :p . :p skos:prefLabel 'Director' . :b org:hasPost :p .",
            ("Able Trust", "PILOTS", "Bell Agency"),
        ),
    ],
)
def test_each_way_to_say_it(said: str, statement: tuple[str, str, str]) -> None:
    names = """:a a org:Organization ; foaf:name "Able Trust" .
        :b a org:Organization ; foaf:name "Bell Agency" . """
    found = shown(read(write(PREFIXES + names + said)).statements)
    assert statement in {each[:3] for each in found}


@pytest.mark.parametrize(
    "context",
    [
        "https://elsewhere.example/context.jsonld",
        ["https://schema.org", "context.jsonld"],
        {"@import": "https://elsewhere.example/context.jsonld"},
        {"member": {"@id": "http://a.example/m", "@context": "file:///etc/passwd"}},
    ],
)
def test_a_context_elsewhere_is_refused(context: object) -> None:
    text = json.dumps({"@context": context, "@id": "http://a.example/o", "name": "Port"})
    (found,) = extract([write(text, "port.jsonld")])
    assert isinstance(found, Failure)
    assert "has its context elsewhere" in str(found)
    assert "nothing is fetched" in str(found)


def test_schema_org_is_known_without_asking_for_it() -> None:
    trust = {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": "Harbour Trust",
        "member": [{"@type": "Person", "name": "Ada Roy"}],
    }
    found = read(write(json.dumps(trust), "port.jsonld"))
    assert {each[:3] for each in shown(found.statements)} == {
        ("Ada Roy", "PARTICIPATES_IN", "Harbour Trust")
    }


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("a.ttl", "@prefix : <http://a.example/> .\n:a :b ) .", "a.ttl:2: is no sound Turtle"),
        ("a.ttl", "<http://a.example/a> a <http://a.example/B> .", "states no membership"),
        ("a.jsonld", '{"@id": "a", ', "a.jsonld: cannot be read"),
        ("a.jsonld", "[" * 5_000 + "]" * 5_000, "nested too deep"),
        ("a.ttl", "<a:a> <a:b> " + "[ <a:b> " * 5_000, "a.ttl: is nested too deep"),
    ],
)
def test_what_is_no_such_graph_is_told_in_one_line(name: str, text: str, fault: str) -> None:
    (found,) = extract([write(text, name)])
    assert isinstance(found, Failure)
    assert fault in str(found)


def test_import_reads_it_and_export_is_sound_linked_data() -> None:
    with open_store(":memory:") as store:
        report = import_graph(write(PREFIXES + PORT), store)
        assert report.loaded == ["port.ttl"]
        snapshot = take(store)
        export(snapshot, "out.jsonld", "jsonld", load_vocabulary())
    graph = Graph().parse("out.jsonld", format="json-ld")
    asked = """SELECT ?who ?what WHERE { ?m a org:Membership ; org:member/skos:prefLabel ?who ;
        org:organization/skos:prefLabel ?what ; prov:wasDerivedFrom/dcterms:title ?paper . }"""
    spaces = {
        "org": "http://www.w3.org/ns/org#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "prov": "http://www.w3.org/ns/prov#",
        "dcterms": "http://purl.org/dc/terms/",
    }
    rows = {tuple(map(str, row)) for row in graph.query(asked, initNs=spaces)}  # type: ignore[arg-type]
    assert rows == {("Ada Roy", "Harbour Board"), ("Ben Oke", "Harbour Board")}
    with open_store(":memory:") as again:
        import_graph("out.jsonld", again)
        assert take(again).statements == snapshot.statements


def test_json_of_another_name_is_told_what_to_do() -> None:
    write('{"@context": {"a": "http://a.example/"}, "a:b": "c"}', "port.json")
    with open_store(":memory:") as store, pytest.raises(InputError, match=r"ends in \.jsonld"):
        import_graph("port.json", store)
