UNWIND $rows AS r
MATCH (n:Name {key: r.key})
MATCH (s:Stakeholder {id: r.id})
CREATE (n)-[:NAMES]->(s)
