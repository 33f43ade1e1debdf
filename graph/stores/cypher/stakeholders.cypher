MATCH (s:Stakeholder)
RETURN s.id AS id, s.name AS name, s.kind AS kind, s.aliases AS aliases,
       s.identifiers AS identifiers
ORDER BY id
