// The documents that a decision has changed.
MATCH (:Stakeholder)-[m:MENTIONED_IN]->(d:Document)
WHERE m.resolved <> '' OR m.chosen
RETURN d.id AS id
UNION
MATCH (:Stakeholder)-[r]->(:Stakeholder)
WHERE r.review <> 'proposed' OR r.asserted_by STARTS WITH 'decision '
RETURN r.document AS id
