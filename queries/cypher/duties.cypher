// What a stakeholder may answer for: what it has a duty for, and what is governed by a body it
// presides over.
// $id; $duties: relations to the thing itself; $heads: relations to a body; $bodies: from it to the
// thing.
MATCH (:Stakeholder {id: $id})-[r]->(b:Stakeholder)
WHERE type(r) IN $duties AND r.review <> 'rejected'
RETURN b.id AS id, b.name AS name, b.kind AS kind
UNION
MATCH (:Stakeholder {id: $id})-[r]->(:Stakeholder)-[v]->(b:Stakeholder)
WHERE type(r) IN $heads AND r.review <> 'rejected'
  AND type(v) IN $bodies AND v.review <> 'rejected'
RETURN b.id AS id, b.name AS name, b.kind AS kind
