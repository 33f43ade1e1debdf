// The stakeholders of some kinds that something is stated about. $kinds.
MATCH (:Stakeholder)-[r]->(b:Stakeholder)
WHERE b.kind IN $kinds AND r.review <> 'rejected'
RETURN DISTINCT b.id AS id
ORDER BY id
