"""The audit: what each rule finds and leaves alone, exceptions, and what it agrees with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stakeholder_graph.errors import InputError
from stakeholder_graph.graph import (
    Document,
    Kind,
    Mention,
    Place,
    Statement,
    Store,
    StoredStatement,
)
from stakeholder_graph.graph.stores.memory import MemoryStore
from stakeholder_graph.queries import Outcome, who_is_accountable
from stakeholder_graph.queries.audit import (
    Audit,
    Exemption,
    Severity,
    as_sarif,
    audit,
    load_exceptions,
    rules,
)
from stakeholder_graph.queries.audit.checks import CHECKS

from .conftest import put

Tell = Callable[..., Store]
TODAY = "2026-11-24"
PAST, FUTURE = {"until": "2024-06"}, {"until": "2030"}

# Each: the rule, statements as "source RELATION target", what limits them, and whether it finds.
CASES: list[tuple[str, list[tuple[str, dict[str, Any]]], bool]] = [
    ("nobody-accountable", [("A FUNDS projet", {})], True),
    ("nobody-accountable", [("A FUNDS comité", {})], True),
    ("nobody-accountable", [("A FUNDS bureau", {})], False),
    ("nobody-accountable", [("A ACCOUNTABLE_FOR projet", PAST)], True),
    ("nobody-accountable", [("A ACCOUNTABLE_FOR projet", FUTURE)], False),
    ("nobody-accountable", [("A PILOTS projet", {"phase": "en service"})], False),
    (
        "nobody-accountable",
        [
            ("A ACCOUNTABLE_FOR projet", {"phase": "en service"}),
            ("B FUNDS projet", {"phase": "travaux"}),
            ("C OVERSEES projet", {"phase": "travaux"}),
        ],
        True,
    ),
    ("nobody-accountable", [("comité GOVERNS projet", {}), ("A CHAIRS comité", {})], False),
    (
        "several-accountable",
        [("A ACCOUNTABLE_FOR projet", {}), ("B ACCOUNTABLE_FOR projet", {})],
        True,
    ),
    (
        "several-accountable",
        [
            ("A ACCOUNTABLE_FOR projet", {"jointly_with": ("B",)}),
            ("B ACCOUNTABLE_FOR projet", {}),
        ],
        False,
    ),
    (
        "several-accountable",
        [("A ACCOUNTABLE_FOR projet", PAST), ("B ACCOUNTABLE_FOR projet", {})],
        False,
    ),
    ("contradicting-sources", [("A CHAIRS comité", {}), ("B CHAIRS comité", {})], True),
    ("contradicting-sources", [("A CHAIRS comité", PAST), ("B CHAIRS comité", {})], False),
    ("contradicting-sources", [("A CHAIRS comité", {}), ("préfet CHAIRS comité", {})], False),
    ("circular-chain", [("A PART_OF B", {}), ("B PART_OF C", {}), ("C PART_OF A", {})], True),
    ("circular-chain", [("A REPORTS_TO B", {}), ("B PART_OF A", {})], False),
    ("circular-chain", [("A PART_OF B", PAST), ("B PART_OF A", {})], False),
    ("broken-chain", [("A REPORTS_TO comité", {})], True),
    ("broken-chain", [("A REPORTS_TO comité", {}), ("B CHAIRS comité", {})], False),
    ("broken-chain", [("A PART_OF B", PAST)], True),
    ("broken-chain", [("A PART_OF B", PAST), ("A PART_OF C", {})], False),
    ("responsible-without-accountable", [("A PILOTS projet", {})], True),
    (
        "responsible-without-accountable",
        [("A IMPLEMENTS projet", {}), ("B COMMISSIONS projet", {})],
        False,
    ),
    (
        "responsible-without-accountable",
        [("A PILOTS projet", {"phase": "travaux"}), ("B SPONSORS projet", {"phase": "en service"})],
        True,
    ),
    ("body-without-chair", [("A PARTICIPATES_IN comité", {})], True),
    ("body-without-chair", [("comité GOVERNS projet", {})], True),
    ("body-without-chair", [("comité ADVISES projet", {})], False),
    ("body-without-chair", [("A PARTICIPATES_IN comité", {}), ("B CO_CHAIRS comité", PAST)], False),
    ("expired-post", [("A CHAIRS comité", PAST)], True),
    ("expired-post", [("A CHAIRS comité", PAST), ("B CO_CHAIRS comité", {})], False),
    ("expired-post", [("A PILOTS projet", FUTURE)], False),
    ("expired-post", [("A PARTICIPATES_IN comité", PAST)], False),
    ("vacant-post", [("poste vacant PILOTS projet", {})], True),
    ("vacant-post", [("A CHAIRS comité", {"quote": "présidé par A (poste à pourvoir)"})], True),
    ("vacant-post", [("A CHAIRS comité", {"quote": "a chair to be appointed by A"})], False),
    ("self-oversight", [("A OVERSEES projet", {}), ("A PILOTS projet", {})], True),
    ("self-oversight", [("A OVERSEES C", {}), ("A PART_OF B", {}), ("B PART_OF C", {})], True),
    ("self-oversight", [("A OVERSEES projet", {}), ("A FUNDS projet", {})], False),
    (
        "self-oversight",
        [("A OVERSEES projet", {"phase": "travaux"}), ("A PILOTS projet", {"phase": "en service"})],
        False,
    ),
    ("mentioned-once", [("A FUNDS B", {})], True),
    ("mentioned-once", [("A FUNDS B", {}), ("B FUNDS A", {})], False),
]


def found(report: Audit, rule: str) -> dict[str, str]:
    """Return the message by subject."""
    return {p.subject: p.message for p in report.problems if p.rule.id == rule}


def test_each_rule_finds_what_it_means_and_no_more(tell: Tell) -> None:
    def apart(case: int, said: str, facts: dict[str, Any]) -> tuple[Any, ...]:
        *source, relation, target = said.split()
        name = "vacant" if source == ["poste", "vacant"] else f"{source[0]} {case}"
        partners = tuple(f"{partner} {case}" for partner in facts.get("jointly_with", ()))
        return name, relation, f"{target} {case}", {**facts, "jointly_with": partners}

    cases = ((n, each) for n, (_, all_of, _) in enumerate(CASES) for each in all_of)
    store = tell(*(apart(n, *each) for n, each in cases))
    report = audit(store, TODAY)
    for number, (rule, said, finds) in enumerate(CASES):
        subjects = [name for name in found(report, rule) if name.endswith(f" {number}")]
        assert bool(subjects) is finds, (rule, said)
    for problem in report.problems:
        assert all(e.quote and e.document and e.locator for e in problem.evidence)
        assert problem.evidence


def test_every_rule_but_that_about_exceptions_is_checked_and_tested() -> None:
    assert set(CHECKS) == set(rules()) - {"unused-exception"}
    assert {rule for rule, _, _ in CASES} | {"stale-document"} == set(CHECKS)


def test_documents_that_disagree_contradict_each_other(tell: Tell) -> None:
    tell(
        ("A", "ACCOUNTABLE_FOR", "projet X"),
        ("C", "PILOTS", "projet Y", {"until": "2027"}),
        document="one.md",
    )
    store = tell(
        ("B", "ACCOUNTABLE_FOR", "projet X"),
        ("C", "PILOTS", "projet Y", {"until": "2028-03"}),
        document="two.md",
    )
    report = audit(store, TODAY, only=["contradicting-sources", "several-accountable"])
    assert found(report, "several-accountable") == {}
    assert found(report, "contradicting-sources") == {
        "projet X": "Documents hold different parties accountable for projet X: A and B",
        "projet Y": "C leads projet Y until 2027 or 2028-03: documents disagree",
    }
    assert {e.document for p in report.problems for e in p.evidence} == {"one.md", "two.md"}


def test_a_document_of_which_nothing_holds_is_stale(tell: Tell) -> None:
    tell(("A", "PILOTS", "projet X", PAST), ("B", "FUNDS", "projet X", PAST), document="old.md")
    store = tell(("A", "PILOTS", "projet X", PAST), ("B", "FUNDS", "projet X"), document="new.md")
    (problem,) = audit(store, TODAY, only=["stale-document"]).problems
    assert (problem.subject, problem.kind) == ("old.md", "document")
    assert "Each of the 2 statements of old.md ended by 2024-06" in problem.message
    assert not audit(store, "2024", only=["stale-document"]).problems


PROSE = """# Port

The chair of the harbour board is vacant. The treasurer's seat is not vacant. If the seat of
chair is vacant, the eldest member presides. The vacant lots are sold. Le poste de directeur
reste à pourvoir. The director is to be appointed by the minister.
"""


def test_a_vacancy_is_found_in_prose_that_states_nothing_else(any_store: Store) -> None:
    board = Mention("harbour board", Kind.BODY)
    quay = Mention("Quay", Kind.PROJECT)
    line = Place(0, 4, "line 1")
    said = Statement(board, "GOVERNS", quay, "Port", "port.md", line)
    document = Document("port.md", text=PROSE)
    any_store.write(document, {}, [StoredStatement("board", "quay", said)])
    problems = audit(any_store, TODAY, only=["vacant-post"]).problems
    assert [(p.subject, p.evidence[0].quote, p.evidence[0].locator) for p in problems] == [
        ("harbour board", "The chair of the harbour board is vacant.", "line 3"),
        ("port.md", "Le poste de directeur\nreste à pourvoir.", "line 4"),
    ]
    for problem in problems:
        (words,) = problem.evidence
        assert PROSE[words.start : words.end] == words.quote


def test_the_date_decides(tell: Tell) -> None:
    store = tell(("A", "CHAIRS", "comité X", {"until": "2025"}))
    assert found(audit(store, "2025-12-31"), "expired-post") == {}
    assert set(found(audit(store, date(2026, 1, 1)), "expired-post")) == {"comité X"}
    with pytest.raises(InputError, match="not a date"):
        audit(store, "soon")


def test_a_post_nobody_holds_any_more(tell: Tell) -> None:
    ada, head = Mention("Ada Lune", Kind.PERSON), Mention("directrice du port", Kind.ROLE)
    store = tell((ada, "PART_OF", head, PAST), (head, "PILOTS", "projet Quai"))
    assert set(found(audit(store, TODAY), "expired-post")) == {"directrice du port"}
    assert found(audit(store, "2023"), "expired-post") == {}


def test_a_circle_is_told_once_with_each_link(tell: Tell) -> None:
    store = tell(("A", "PART_OF", "B"), ("B", "PART_OF", "C"), ("C", "PART_OF", "A"))
    (problem,) = audit(store, TODAY, only=["circular-chain"]).problems
    assert problem.message == "A is part of B, B is part of C, C is part of A: a circle"
    assert [(e.source, e.target) for e in problem.evidence] == [("A", "B"), ("B", "C"), ("C", "A")]


def test_who_is_named_once_may_be_somebody_under_another_spelling(tell: Tell) -> None:
    store = tell(
        ("Région Nord", "FUNDS", "projet X"),
        ("Région Nord", "OVERSEES", "projet X"),
        ("Nord région", "HOSTS", "projet X"),
    )
    assert found(audit(store, TODAY), "mentioned-once") == {
        "Nord région": "One single statement names Nord région; is it Région Nord?"
    }


def test_rules_are_chosen_and_unknown_ones_refused(tell: Tell) -> None:
    store = tell(("A", "FUNDS", "projet X"))
    assert {p.rule.id for p in audit(store).problems} == {"nobody-accountable", "mentioned-once"}
    assert {p.rule.id for p in audit(store, only=["mentioned-once"]).problems} == {"mentioned-once"}
    ignored = audit(store, ignore=["mentioned-once"])
    assert {p.rule.id for p in ignored.problems} == {"nobody-accountable"}
    assert (ignored.fails(Severity.ERROR), ignored.counts()["note"]) == (True, 0)
    with pytest.raises(InputError, match="unknown rule 'fun'"):
        audit(store, ignore=["fun"])


def test_an_exception_covers_its_subject_until_it_runs_out(tell: Tell) -> None:
    store = tell(("A", "FUNDS", Mention("projet X", Kind.PROJECT, ("Grand X",))))
    only = ["nobody-accountable", "unused-exception"]

    def problems(*entries: Exemption) -> set[str]:
        report = audit(store, TODAY, only=only, exceptions=entries)
        assert len(report.exempted) == 2 - len(report.problems) if entries else True
        return {problem.rule.id for problem in report.problems}

    entry = Exemption("nobody-accountable", "le grand x", "It runs by itself.")
    assert problems() == {"nobody-accountable"}
    report = audit(store, TODAY, only=only, exceptions=[entry])
    assert (report.problems, report.exempted[0][1]) == ((), entry)
    over = Exemption("nobody-accountable", "projet X", "Until summer.", "2026-06")
    report = audit(store, TODAY, only=only, exceptions=[over])
    assert [p.rule.id for p in report.problems] == ["nobody-accountable", "unused-exception"]
    assert "ran out on 2026-06" in report.problems[1].message
    lost = Exemption("nobody-accountable", "projet Z", "Gone.")
    report = audit(store, TODAY, only=only, exceptions=[entry, lost])
    assert [p.message for p in report.problems] == [
        "The exception from nobody-accountable for projet Z matches nothing that was found"
    ]


BAD_EXCEPTIONS = {
    "- {rule: nobody-accountable, subject: X}": "has no reason",
    "- {rule: nobody-accountable, subject: X, reason: ' '}": "has no reason",
    "- {rule: fun, subject: X, reason: y}": "unknown rule",
    "- {rule: nobody-accountable, subject: X, reason: y, until: soon}": "not a date",
    "- {rule: nobody-accountable, subject: X, reason: y, till: 2027}": "unknown key",
    "- nobody-accountable": "is not a mapping",
    "{": "is not YAML",
    "x: 1": "has no list",
}


@pytest.mark.parametrize(("text", "says"), BAD_EXCEPTIONS.items())
def test_exceptions_that_are_not_sound_are_refused_with_their_place(
    text: str, says: str, tmp_path: Path
) -> None:
    path = tmp_path / "audit.yaml"
    path.write_text(f"exceptions:\n  {text}\n" if text.startswith("-") else text, "utf-8")
    with pytest.raises(InputError, match=says) as refused:
        load_exceptions(path)
    assert refused.value.where.startswith(str(path))


def test_exceptions_are_read(tmp_path: Path) -> None:
    path = tmp_path / "audit.yaml"
    entry = "{rule: mentioned-once, subject: Ada, reason: A guest., until: 2027-01-31}"
    path.write_text(f"exceptions:\n- {entry}\n", "utf-8")
    (read,) = load_exceptions(path)
    assert (read.rule, read.subject, read.until) == ("mentioned-once", "Ada", "2027-01-31")


def test_sarif_has_what_its_readers_need(tell: Tell) -> None:
    store = tell(("A", "FUNDS", "projet X"), ("B", "OVERSEES", "projet Y"), document="a b.md")
    allowed = Exemption("nobody-accountable", "projet Y", "It ends soon.")
    log = as_sarif(audit(store, TODAY, exceptions=[allowed]), "1.0")
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    ids = [rule["id"] for rule in driver["rules"]]
    assert driver["name"] and ids == list(rules())
    assert run["columnKind"] == "unicodeCodePoints"
    for result in run["results"]:
        assert ids[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        for location in result["locations"]:
            physical = location["physicalLocation"]
            assert physical["artifactLocation"]["uri"] == "a%20b.md"
            region = physical["region"]
            assert region["startLine"] >= 1
            assert region["charLength"] == len(region["snippet"]["text"])
    suppressed = [r for r in run["results"] if "suppressions" in r]
    assert [r["suppressions"][0]["justification"] for r in suppressed] == ["It ends soon."]
    prints = [r["partialFingerprints"]["problem/v1"] for r in run["results"]]
    assert len(set(prints)) == len(prints)


def test_sarif_gives_no_offsets_in_files_whose_text_is_another(tell: Tell) -> None:
    store = tell(("A", "FUNDS", "projet X"), document="/docs/charter.docx")
    (run,) = as_sarif(audit(store, TODAY, only=["nobody-accountable"]))["runs"]
    (location,) = run["results"][0]["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "file:///docs/charter.docx"}
    }
    assert location["message"]["text"].startswith("/docs/charter.docx (line 1): A FUNDS projet X")


KINDS = (Kind.PROJECT, Kind.BODY, Kind.ORGANIZATION, Kind.PERSON)
RELATIONS = ("ACCOUNTABLE_FOR", "SPONSORS", "PILOTS", "CHAIRS", "GOVERNS", "PART_OF", "REPORTS_TO")
LIMITS = ({}, {}, PAST, FUTURE, {"phase": "travaux"})
names = st.integers(0, 5)
graphs = st.lists(
    st.tuples(names, st.sampled_from((*RELATIONS, "FUNDS")), names, st.sampled_from(LIMITS))
)


@settings(max_examples=25, deadline=None)
@given(graphs)
def test_nobody_is_accountable_where_the_answer_says_so(said: list[Any]) -> None:
    mentions = [Mention(f"party {n}", KINDS[n % len(KINDS)]) for n in range(6)]
    with MemoryStore() as store:
        put(store, *((mentions[a], r, mentions[b], facts) for a, r, b, facts in said))
        report = audit(store, TODAY, only=["nobody-accountable"])
        silent = {p.id for p in report.problems if " in the phase " not in p.message}
        targets = {s.id for s in store.stakeholders() if s.kind in KINDS[:2]}
        targets &= {f"party-{b}" for _, _, b, _ in said}
        for stakeholder in store.stakeholders():
            if stakeholder.id in targets:
                answer = who_is_accountable(store, stakeholder, at=TODAY)
                assert (answer.outcome is Outcome.NOT_STATED) is (stakeholder.id in silent)


def test_an_empty_store_has_no_problems(any_store: Store) -> None:
    assert audit(any_store).problems == ()
