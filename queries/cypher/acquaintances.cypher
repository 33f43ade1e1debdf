// How many other stakeholders are one statement away, in either direction. $ids.
// OPTIONAL, for the reason told in holders_of_each.cypher.
UNWIND $ids AS id
MATCH (a:Stakeholder {id: id})
OPTIONAL MATCH (a)-[r]-(b:Stakeholder)
WHERE r.review <> 'rejected' AND a.id <> b.id
RETURN id, count(DISTINCT b.id) AS linked
