// The stakeholders that names stand for. $keys: names, folded.
UNWIND $keys AS key
MATCH (:Name {key: key})-[:NAMES]->(s:Stakeholder)
RETURN key, s.id AS id, s.name AS name, s.kind AS kind, s.aliases AS aliases,
       s.identifiers AS identifiers
ORDER BY key, id
