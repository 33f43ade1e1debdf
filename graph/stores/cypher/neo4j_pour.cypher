// Statements of one relation as lists: what most of them have in common comes once, in $shared,
// and where one differs, its tenth item says in what. Packing names and values of every row would
// take the client as long as the server needs to write them.
UNWIND $rows AS r
MATCH (a:Stakeholder {id: r[0]})
MATCH (b:Stakeholder {id: r[1]})
CREATE (a)-[:`<RELATION>` {
    id: r[2], quote: r[3], document: $shared.document,
    start_offset: r[4], end_offset: r[5], locator: r[6],
    phase: coalesce(r[9].phase, $shared.phase), since: coalesce(r[9].since, $shared.since),
    until: coalesce(r[9].until, $shared.until),
    frequency: coalesce(r[9].frequency, $shared.frequency),
    condition: coalesce(r[9].condition, $shared.condition),
    jointly_with: coalesce(r[9].jointly_with, $shared.jointly_with),
    confidence: $shared.confidence, asserted_by: $shared.asserted_by,
    review: coalesce(r[9].review, $shared.review),
    source_name: r[7], target_name: r[8],
    source_resolved: coalesce(r[9].source_resolved, $shared.source_resolved),
    target_resolved: coalesce(r[9].target_resolved, $shared.target_resolved)
}]->(b)
