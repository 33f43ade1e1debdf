UNWIND $rows AS r
MERGE (n:Name {key: r.key})
WITH n, r
MATCH (s:Stakeholder {id: r.id})
MERGE (n)-[:NAMES]->(s)
