// The statements that decisions may be about.
MATCH (:Stakeholder)-[r]->(:Stakeholder)
WHERE r.id IN $ids OR r.quote IN $quotes
RETURN r.id AS id, r.document AS document, type(r) AS relation,
       r.source_name AS source, r.target_name AS target, r.quote AS quote
