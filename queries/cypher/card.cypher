// The card of a stakeholder: everything others do for it, who presides over the bodies that govern
// it, and whom it answers to.
// $id; $within: relations of its own parts, left out; $bodies: relations of a governing body;
// $heads: relations of those who preside over one; $above: relations to what stands above it.
MATCH (a:Stakeholder)-[r]->(b:Stakeholder {id: $id})
WHERE NOT type(r) IN $within AND r.review <> 'rejected'
RETURN a.id AS source_id, a.name AS source, a.kind AS source_kind, type(r) AS relation,
       b.id AS target_id, b.name AS target, b.kind AS target_kind,
       r.phase AS phase, r.since AS since, r.until AS until, r.frequency AS frequency,
       r.condition AS condition, r.jointly_with AS jointly_with, r.quote AS quote,
       r.document AS document, r.locator AS locator, r.confidence AS confidence,
       r.asserted_by AS asserted_by, r.review AS review,
       r.start_offset AS start_offset, r.end_offset AS end_offset,
       r.id AS id
UNION ALL
MATCH (x:Stakeholder {id: $id})<-[v]-(b:Stakeholder)<-[r]-(a:Stakeholder)
WHERE type(v) IN $bodies AND v.review <> 'rejected'
  AND type(r) IN $heads AND r.review <> 'rejected'
RETURN a.id AS source_id, a.name AS source, a.kind AS source_kind, type(r) AS relation,
       b.id AS target_id, b.name AS target, b.kind AS target_kind,
       r.phase AS phase, r.since AS since, r.until AS until, r.frequency AS frequency,
       r.condition AS condition, r.jointly_with AS jointly_with, r.quote AS quote,
       r.document AS document, r.locator AS locator, r.confidence AS confidence,
       r.asserted_by AS asserted_by, r.review AS review,
       r.start_offset AS start_offset, r.end_offset AS end_offset,
       r.id AS id
UNION ALL
MATCH (a:Stakeholder {id: $id})-[r]->(b:Stakeholder)
WHERE type(r) IN $above AND r.review <> 'rejected'
RETURN a.id AS source_id, a.name AS source, a.kind AS source_kind, type(r) AS relation,
       b.id AS target_id, b.name AS target, b.kind AS target_kind,
       r.phase AS phase, r.since AS since, r.until AS until, r.frequency AS frequency,
       r.condition AS condition, r.jointly_with AS jointly_with, r.quote AS quote,
       r.document AS document, r.locator AS locator, r.confidence AS confidence,
       r.asserted_by AS asserted_by, r.review AS review,
       r.start_offset AS start_offset, r.end_offset AS end_offset,
       r.id AS id
