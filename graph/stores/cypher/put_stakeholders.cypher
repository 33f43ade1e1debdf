UNWIND $rows AS r
MERGE (s:Stakeholder {id: r.id})
ON CREATE SET s.identifiers = r.identifiers
SET s.name = r.name, s.kind = r.kind, s.aliases = r.aliases
