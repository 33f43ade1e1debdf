// How many statements of a relation a document makes: their order is fixed, so these are the first.
MATCH (:Stakeholder)-[r:`<RELATION>`]->(:Stakeholder)
WHERE r.document = $document
RETURN count(r) AS number
