// Everything stated towards those about whom some statement is limited in time.
MATCH (:Stakeholder)-[e]->(b:Stakeholder)
WHERE e.review <> 'rejected' AND (e.since <> '' OR e.until <> '')
WITH DISTINCT b
MATCH (a:Stakeholder)-[r]->(b)
WHERE r.review <> 'rejected'
RETURN a.id AS source_id, a.name AS source, a.kind AS source_kind, type(r) AS relation,
       b.id AS target_id, b.name AS target, b.kind AS target_kind,
       r.phase AS phase, r.since AS since, r.until AS until, r.frequency AS frequency,
       r.condition AS condition, r.jointly_with AS jointly_with, r.quote AS quote,
       r.document AS document, r.locator AS locator, r.confidence AS confidence,
       r.asserted_by AS asserted_by, r.review AS review,
       r.start_offset AS start_offset, r.end_offset AS end_offset,
       r.id AS id
