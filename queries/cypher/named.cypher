// The stakeholders a name stands for. $key: the name, folded.
MATCH (:Name {key: $key})-[:NAMES]->(s:Stakeholder)
RETURN s.id AS id, s.name AS name, s.kind AS kind, s.aliases AS aliases,
       s.identifiers AS identifiers
ORDER BY id
