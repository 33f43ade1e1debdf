// What is read of each person concerns whom, and where; as resolution alone takes them all.
MATCH (a:Stakeholder)-[r]->(b:Stakeholder)
WHERE (a.kind = 'person' OR b.kind = 'person') AND NOT r.asserted_by STARTS WITH 'decision '
RETURN a.id AS source, b.id AS target, r.source_resolved AS source_resolved,
       r.target_resolved AS target_resolved, r.document AS document
