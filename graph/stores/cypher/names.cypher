// The keys these stakeholders are found by.
UNWIND $ids AS id
MATCH (n:Name)-[:NAMES]->(:Stakeholder {id: id})
RETURN DISTINCT n.key AS key, id
