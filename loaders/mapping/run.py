"""The run: each record of an entry makes its statement, or it is told what it lacks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ...errors import InputError, VocabularyError
from ...graph import (
    Kind,
    Mention,
    Place,
    Qualifiers,
    Relation,
    Statement,
    Vocabulary,
    hide_contacts,
    is_contact,
)
from .loops import Loops
from .parts import Choice, End, Mapping, Rule
from .tally import Tally
from .template import Scope, Used, search

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(slots=True)
class Run:
    """One mapping under way."""

    mapping: Mapping
    vocabulary: Vocabulary
    document: str
    loops: Loops
    statements: list[Statement] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    size: int = 0

    def entry(self, rule: Rule, tally: Tally) -> None:
        """Make the statements of one entry."""
        seen: set[tuple[object, ...]] = set()
        for scope, places in self.loops.scopes(rule.loops, rule.place, tally):
            tally.records += 1
            self.record(rule, scope, next(reversed(places.values())), tally, seen)

    def record(
        self,
        rule: Rule,
        scope: dict[str, Any],
        place: str,
        tally: Tally,
        seen: set[tuple[object, ...]],
    ) -> None:
        """Make the statement of one record, if it has what that takes."""
        used: Used = {}
        aside: Used = {}
        if not self.join(rule, scope, used, tally, place):
            return
        if rule.when and not search(rule.when, scope, f"{self.mapping.name}, {rule.place}"):
            return
        ends = [self.end(end, scope, used, aside) for end in (rule.source, rule.target)]
        relation = self.relation(rule, scope, used, tally, place)
        for what, value in (("source", ends[0]), ("target", ends[1])):
            if not value:
                tally.miss(what, place)
        if ends[0] and ends[1] and relation:
            told = self.limits(rule, scope, used, tally, place)
            said = (ends[0], relation, ends[1], *told.values())
            if said not in seen:
                seen.add(said)
                self.state(rule, ends[0], relation, ends[1], told, used, place)
        tally.note({**aside, **used}, scope)

    def join(self, rule: Rule, scope: dict[str, Any], used: Used, tally: Tally, place: str) -> bool:
        """Bring in the records of tables; tell whether all were there that must be."""
        for variable, join in rule.joins:
            key = join.key.render(scope, used) or ""
            found = self.loops.table(join.table, rule.place).get(key)
            if found is None and not join.optional:
                tally.miss(f"join {variable}", repr(key) if key else f"no key at {place}")
                tally.note(used, scope)
                if key:
                    self.notes.append(f"{place}: {key!r} is not in the table {join.table}")
                return False
            scope[variable] = found
        return True

    def relation(self, rule: Rule, scope: Scope, used: Used, tally: Tally, place: str) -> str:
        """Return the relation of a record, and count the values that the mapping does not name."""
        value = rule.relation.template.render(scope, used) or ""
        found = pick(rule.relation, value)
        if not found:
            tally.miss("relation", repr(value) if value else place)
        elif rule.relation.values and value.casefold() not in rule.relation.values:
            tally.otherwise[value] += 1
        return found

    def limits(
        self, rule: Rule, scope: Scope, used: Used, tally: Tally, place: str
    ) -> dict[str, str]:
        """Return the qualifiers of a record; a date that cannot be is left out, and counted."""
        told = {name: self.choose(choice, scope, used) for name, choice in rule.qualifiers}
        for name in ("since", "until"):
            if (value := told.get(name, "")) and not is_date(value):
                tally.miss(f"a date in {name} ({value})", place)
                self.notes.append(f"{place}: {value!r} is no date")
                told[name] = ""
        since, until = told.get("since", ""), told.get("until", "")
        if until and since[: len(until)] > until[: len(since)]:
            tally.miss("an order of dates", place)
            self.notes.append(f"{place}: begins {since}, after it ends, {until}; both left out")
            told |= {"since": "", "until": ""}
        return told

    def state(
        self,
        rule: Rule,
        source: Mention,
        relation: str,
        target: Mention,
        told: dict[str, str],
        used: Used,
        place: str,
    ) -> None:
        """Keep a statement, and as its quote the fields that were used."""
        known = self.known(rule, relation)
        if not known.joins(source.kind, target.kind):
            raise InputError(
                f"{known.name} does not join {source.kind} to {target.kind}",
                where=f"{self.mapping.name}, {rule.place}",
                remedy="mend the kinds or the relation",
            )
        quote = "; ".join(f"{text}: {value}" for text, value in used.items() if value)
        quote = hide_contacts(quote)
        self.statements.append(
            Statement(
                source,
                known.name,
                target,
                quote,
                self.document,
                Place(self.size, self.size + len(quote), place),
                _qualifiers(told),
                confidence=1.0,
                asserted_by=f"mapping.{self.mapping.name}",
            )
        )
        self.text.append(f"{quote}\n")
        self.size += len(quote) + 1

    def known(self, rule: Rule, relation: str) -> Relation:
        """Return a relation of the vocabulary."""
        try:
            return self.vocabulary.relation(relation)
        except VocabularyError as error:
            where = rule.relation.template.where
            raise VocabularyError(error.what, where=where, remedy=error.remedy) from error

    def end(self, end: End, scope: Scope, used: Used, aside: Used) -> Mention | None:
        """Return an end of a statement, None if its name or kind finds nothing."""
        named = end.name.render(scope, used)
        kind = self.choose(end.kind, scope, aside)
        if not named or not kind or is_contact(named):  # an address is nobody's name
            return None
        if kind not in set(Kind):
            raise InputError(
                f"{kind!r} is no kind of stakeholder",
                where=end.name.where,
                remedy=f"use one of {', '.join(Kind)}",
            )
        aliases = (alias.render(scope, aside) for alias in end.aliases)
        values = ((scheme, each.render(scope, aside)) for scheme, each in end.identifiers)
        return Mention(
            named,
            Kind(kind),
            tuple(alias for alias in aliases if alias and alias != named),
            (end.scope.render(scope, aside) or "") if end.scope else "",
            tuple(f"{scheme}:{value}" for scheme, value in values if value),
        )

    def choose(self, choice: Choice, scope: Scope, used: Used) -> str:
        """Return the value of a choice for a record."""
        return pick(choice, choice.template.render(scope, used) or "")


def pick(choice: Choice, value: str) -> str:
    """Return what a value stands for; case does not matter."""
    if not choice.values and not choice.otherwise:
        return value
    return choice.values.get(value.casefold(), choice.otherwise)


def _qualifiers(told: dict[str, str]) -> Qualifiers:
    limits: dict[str, Any] = dict(told)
    return Qualifiers(**limits)


def is_date(text: str) -> bool:
    """Tell whether text is a year, a month or a day there is, as ISO 8601 writes them.

    >>> [is_date(text) for text in ("2024", "2024-02", "2024-02-29", "2023-02-29", "soon")]
    [True, True, True, False, False]
    """
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return False
    return True
