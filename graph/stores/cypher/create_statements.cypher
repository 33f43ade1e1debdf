// What the document stated before is gone by now, and no id comes twice: nothing to merge with.
// Two MATCH clauses: with both ends in one, Ladybug joins all pairs (45 rows a second).
UNWIND $rows AS r
MATCH (a:Stakeholder {id: r.source})
MATCH (b:Stakeholder {id: r.target})
CREATE (a)-[:`<RELATION>` {
    id: r.id, quote: r.quote, document: r.document,
    start_offset: r.start_offset, end_offset: r.end_offset, locator: r.locator,
    phase: r.phase, since: r.since, until: r.until, frequency: r.frequency,
    condition: r.condition, jointly_with: r.jointly_with, confidence: r.confidence,
    asserted_by: r.asserted_by, review: r.review,
    source_name: r.source_name, target_name: r.target_name,
    source_resolved: r.source_resolved, target_resolved: r.target_resolved
}]->(b)
