// How many statements each document makes, and the ends they give, an empty one for none.
MATCH (:Stakeholder)-[r]->(:Stakeholder)
WHERE r.review <> 'rejected'
RETURN r.document AS document, count(r) AS statements, collect(DISTINCT r.until) AS untils
ORDER BY document
