// The keys by which some stakeholders are found.
UNWIND $ids AS id
MATCH (s:Stakeholder {id: id})
MATCH (s)<-[:NAMES]-(n:Name)
RETURN n.key AS key, s.id AS id
