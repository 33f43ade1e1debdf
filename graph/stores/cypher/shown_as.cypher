// Stakeholders as they stand.
UNWIND $ids AS id
MATCH (s:Stakeholder {id: id})
RETURN s.id AS id, s.name AS name, s.kind AS kind, s.aliases AS aliases,
       s.identifiers AS identifiers
