UNWIND $ids AS id
MATCH (:Stakeholder {id: id})-[:MENTIONED_IN]->(d:Document)
RETURN DISTINCT d.id AS id
