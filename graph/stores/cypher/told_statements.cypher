// Both ends of a statement are mentioned in its document: start there, not at all edges.
MATCH (:Document {id: $document})<-[:MENTIONED_IN]-(a:Stakeholder)
WITH DISTINCT a
MATCH (a)-[r]->(b:Stakeholder)
WHERE r.document = $document
RETURN a.id AS source, b.id AS target, type(r) AS relation,
       r.source_name AS source_name, r.target_name AS target_name,
       r.source_resolved AS source_resolved, r.target_resolved AS target_resolved,
       r.quote AS quote, r.document AS document, r.start_offset AS start_offset,
       r.end_offset AS end_offset, r.locator AS locator, r.phase AS phase, r.since AS since,
       r.until AS until, r.frequency AS frequency, r.condition AS condition,
       r.jointly_with AS jointly_with, r.confidence AS confidence,
       r.asserted_by AS asserted_by, r.review AS review
