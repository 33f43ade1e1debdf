// The statements whose id starts so, the rejected ones too.
MATCH (a:Stakeholder)-[r]->(b:Stakeholder)
WHERE r.id STARTS WITH $id
RETURN r.id AS id, r.document AS document, type(r) AS relation, r.quote AS quote,
       r.source_name AS source, r.target_name AS target,
       a.kind AS source_kind, b.kind AS target_kind
