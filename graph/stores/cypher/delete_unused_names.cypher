UNWIND $keys AS key
MATCH (n:Name {key: key})
WHERE NOT (n)-[:NAMES]->(:Stakeholder)
DELETE n
