MATCH (a:Stakeholder)-[r]->(b:Stakeholder)
WHERE r.review <> 'rejected'
RETURN r.id AS id, a.id AS source, type(r) AS relation, b.id AS target,
       r.source_name AS source_name, r.target_name AS target_name, r.quote AS quote,
       r.document AS document, r.start_offset AS start_offset, r.end_offset AS end_offset,
       r.locator AS locator,
       r.phase AS phase, r.since AS since, r.until AS until, r.frequency AS frequency,
       r.condition AS condition, r.jointly_with AS jointly_with, r.confidence AS confidence,
       r.asserted_by AS asserted_by, r.review AS review
