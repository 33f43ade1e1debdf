// The stakeholders of some kinds. $kinds.
MATCH (s:Stakeholder)
WHERE s.kind IN $kinds
RETURN s.id AS id, s.name AS name, s.kind AS kind, s.aliases AS aliases,
       s.identifiers AS identifiers
