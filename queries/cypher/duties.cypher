// What a stakeholder may answer for: what it has a duty for, what is governed by a body it
// presides over, and what is part of it or reports to it.
// $id; $duties: relations to the thing itself; $heads: relations to a body; $bodies: from it to the
// thing; $up: relations of the thing to it.
MATCH (:Stakeholder {id: $id})-[r]->(b:Stakeholder)
WHERE type(r) IN $duties AND r.review <> 'rejected'
RETURN b.id AS id, b.name AS name, b.kind AS kind
UNION
MATCH (:Stakeholder {id: $id})-[r]->(:Stakeholder)-[v]->(b:Stakeholder)
WHERE type(r) IN $heads AND r.review <> 'rejected'
  AND type(v) IN $bodies AND v.review <> 'rejected'
RETURN b.id AS id, b.name AS name, b.kind AS kind
UNION
MATCH (:Stakeholder {id: $id})<-[r]-(b:Stakeholder)
WHERE type(r) IN $up AND r.review <> 'rejected'
RETURN b.id AS id, b.name AS name, b.kind AS kind
