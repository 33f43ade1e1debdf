UNWIND $rows AS r
MATCH (s:Stakeholder {id: r.id})
SET s.name = r.name, s.kind = r.kind, s.aliases = r.aliases,
    s.identifiers = r.identifiers
