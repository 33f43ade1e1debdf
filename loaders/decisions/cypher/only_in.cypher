// Those that one document names, and no other.
MATCH (s:Stakeholder)-[:MENTIONED_IN]->(:Document {id: $document})
WHERE NOT EXISTS { MATCH (s)-[:MENTIONED_IN]->(other:Document) WHERE other.id <> $document }
RETURN DISTINCT s.id AS id
