// How many other stakeholders each one holds something for.
MATCH (a:Stakeholder)-[r]->(b:Stakeholder)
WHERE r.review <> 'rejected' AND a.id <> b.id
RETURN a.id AS id, count(DISTINCT b.id) AS linked
