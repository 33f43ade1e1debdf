// Both ends of a statement are mentioned in its document: start there, not at all edges.
MATCH (a:Stakeholder)-[:MENTIONED_IN]->(:Document {id: $document})
WITH DISTINCT a
MATCH (a)-[r]->(:Stakeholder)
WHERE r.document = $document
DELETE r
