// The stakeholders that names stand for. $keys: names, folded.
// OPTIONAL, though every name stands for someone: see holders_of_each.cypher.
UNWIND $keys AS key
MATCH (n:Name {key: key})
OPTIONAL MATCH (n)-[:NAMES]->(s:Stakeholder)
RETURN key, s.id AS id, s.name AS name, s.kind AS kind, s.aliases AS aliases,
       s.identifiers AS identifiers
ORDER BY key, id
