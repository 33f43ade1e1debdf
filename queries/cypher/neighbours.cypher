// The stakeholders one statement away, in either direction. $ids; $every, or only $relations.
MATCH (a:Stakeholder)-[r]-(b:Stakeholder)
WHERE a.id IN $ids AND ($every OR type(r) IN $relations) AND r.review <> 'rejected'
RETURN DISTINCT a.id AS id, b.id AS neighbour
