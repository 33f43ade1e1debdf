// Both ends of a statement are mentioned in its document: start there, not at all edges.
MATCH (:Document {id: $document})<-[:MENTIONED_IN]-(:Stakeholder)-[r]->(:Stakeholder)
WHERE r.document = $document
WITH DISTINCT r
DELETE r
