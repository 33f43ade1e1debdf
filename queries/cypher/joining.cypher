// The statements between some stakeholders and others, in either direction. $ids; $others.
// A stakeholder without any gives a row of nulls, for the reason told in holders_of_each.cypher.
UNWIND $ids AS id
MATCH (a:Stakeholder {id: id})
OPTIONAL MATCH (a)-[r]->(b:Stakeholder)
WHERE b.id IN $others AND r.review <> 'rejected'
RETURN a.id AS source_id, a.name AS source, a.kind AS source_kind, type(r) AS relation,
       b.id AS target_id, b.name AS target, b.kind AS target_kind,
       r.phase AS phase, r.since AS since, r.until AS until, r.frequency AS frequency,
       r.condition AS condition, r.jointly_with AS jointly_with, r.quote AS quote,
       r.document AS document, r.locator AS locator, r.confidence AS confidence,
       r.asserted_by AS asserted_by, r.review AS review,
       r.start_offset AS start_offset, r.end_offset AS end_offset,
       r.id AS id
UNION ALL
UNWIND $ids AS id
MATCH (b:Stakeholder {id: id})
OPTIONAL MATCH (a:Stakeholder)-[r]->(b)
WHERE a.id IN $others AND r.review <> 'rejected'
RETURN a.id AS source_id, a.name AS source, a.kind AS source_kind, type(r) AS relation,
       b.id AS target_id, b.name AS target, b.kind AS target_kind,
       r.phase AS phase, r.since AS since, r.until AS until, r.frequency AS frequency,
       r.condition AS condition, r.jointly_with AS jointly_with, r.quote AS quote,
       r.document AS document, r.locator AS locator, r.confidence AS confidence,
       r.asserted_by AS asserted_by, r.review AS review,
       r.start_offset AS start_offset, r.end_offset AS end_offset,
       r.id AS id
