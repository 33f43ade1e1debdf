"""SARIF 2.1.0: an audit as tools for code review show it.

The format: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from ...graph import Document
from ..evidence import Evidence
from .exceptions import Exemption
from .problem import Audit, Problem
from .rule import Rule

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LINE = re.compile(r"line (\d+)")
_AS_STORED = (".md", ".markdown", ".txt")  # files whose text is the one that is stored


def as_sarif(audit: Audit, version: str = "") -> dict[str, Any]:
    """Return an audit as a SARIF log: one run, with the rules, a result a problem.

    What an exception covers is a result that is suppressed, with the reason. Offsets count Unicode
    code points, and are given where the text of a document is that of its file.

    Parameters
    ----------
    audit : Audit
        What was found.
    version : str, optional
        Of the program.
    """
    places = {rule.id: place for place, rule in enumerate(audit.rules)}
    results = [_result(problem, audit, places) for problem in audit.problems]
    for problem, exemption in audit.exempted:
        suppressed = {"suppressions": [_suppression(exemption)]}
        results.append({**_result(problem, audit, places), **suppressed})
    driver = {"name": "stakeholders audit", "rules": [_rule(rule) for rule in audit.rules]}
    if version:
        driver["version"] = version
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
        "properties": {"at": audit.at},
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": f"{rule.title}."},
        "fullDescription": {"text": rule.meaning},
        "help": {"text": rule.remedy},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _result(problem: Problem, audit: Audit, places: dict[str, int]) -> dict[str, Any]:
    key = "\n".join((problem.rule.id, problem.id, problem.message))
    return {
        "ruleId": problem.rule.id,
        "ruleIndex": places[problem.rule.id],
        "level": problem.severity.value,
        "message": {"text": f"{problem.sentence} {problem.rule.remedy}"},
        "locations": _locations(problem, audit),
        "partialFingerprints": {"problem/v1": hashlib.sha256(key.encode()).hexdigest()[:20]},
    }


def _locations(problem: Problem, audit: Audit) -> list[dict[str, Any]]:
    """Return a location for each sentence, or the file that a problem without any is about."""
    found = [_location(said, audit) for said in problem.evidence]
    if not found and problem.kind in ("document", "exception"):
        file = problem.id.rpartition(", entry ")[0] or problem.id
        return [{"physicalLocation": {"artifactLocation": _artifact(file, audit)}}]
    for place in found:
        place["logicalLocations"] = [{"name": problem.subject, "kind": problem.kind}]
    return found


def _location(said: Evidence, audit: Audit) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(said.document, audit)}
    line = _LINE.fullmatch(said.locator)
    if line and said.document.lower().endswith(_AS_STORED):
        region = {"startLine": int(line[1]), "snippet": {"text": said.quote}}
        if said.start >= 0:
            region |= {"charOffset": said.start, "charLength": said.end - said.start}
        physical["region"] = region
    place = f" ({said.locator})" if said.locator else ""
    message = f"{said.document}{place}: {said.quote or 'no words'}"
    return {"physicalLocation": physical, "message": {"text": message}}


def _artifact(document: str, audit: Audit) -> dict[str, str]:
    """Return where a document is: as it is named from the folder it was loaded in, if it can be."""
    known = audit.documents.get(document, Document(document))
    if "://" in document:
        return {"uri": document}
    if PurePath(document).is_absolute():
        return {"uri": PurePath(document).as_uri()}
    return {"uri": quote(known.id)}


def _suppression(exemption: Exemption) -> dict[str, str]:
    return {"kind": "external", "justification": exemption.reason}
