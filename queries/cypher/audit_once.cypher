// The stakeholders that stand in one single statement.
MATCH (s:Stakeholder)-[r]-(:Stakeholder)
WHERE r.review <> 'rejected'
WITH s, count(r) AS statements
WHERE statements = 1
RETURN s.id AS id
ORDER BY id
