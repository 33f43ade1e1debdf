// How many statements there are of each relation.
MATCH (:Stakeholder)-[r]->(:Stakeholder)
WHERE r.review <> 'rejected'
RETURN type(r) AS name, count(r) AS times
ORDER BY name
