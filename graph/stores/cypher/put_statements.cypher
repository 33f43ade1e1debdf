// Two MATCH clauses: with both ends in one, Ladybug joins all pairs (45 rows a second).
UNWIND $rows AS r
MATCH (a:Stakeholder {id: r.source})
MATCH (b:Stakeholder {id: r.target})
MERGE (a)-[e:`<RELATION>` {id: r.id}]->(b)
SET e.quote = r.quote, e.document = r.document,
    e.start_offset = r.start_offset, e.end_offset = r.end_offset, e.locator = r.locator,
    e.phase = r.phase, e.since = r.since, e.until = r.until, e.frequency = r.frequency,
    e.condition = r.condition, e.jointly_with = r.jointly_with, e.confidence = r.confidence,
    e.asserted_by = r.asserted_by, e.review = r.review,
    e.source_name = r.source_name, e.target_name = r.target_name
