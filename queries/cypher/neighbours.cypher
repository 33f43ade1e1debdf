// The stakeholders one statement away, in either direction. $ids; $every, or only $relations.
// One without any gives a null, for the reason told in holders_of_each.cypher.
UNWIND $ids AS id
MATCH (a:Stakeholder {id: id})
OPTIONAL MATCH (a)-[r]-(b:Stakeholder)
WHERE ($every OR type(r) IN $relations) AND r.review <> 'rejected'
RETURN DISTINCT a.id AS id, b.id AS neighbour
