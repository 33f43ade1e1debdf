UNWIND $rows AS r
MATCH (:Name {key: r.key})-[e:NAMES]->(:Stakeholder {id: r.id})
DELETE e
