// The keys by which the stakeholders of a document are found.
MATCH (:Document {id: $document})<-[:MENTIONED_IN]-(s:Stakeholder)
MATCH (s)<-[:NAMES]-(n:Name)
RETURN DISTINCT n.key AS key, s.id AS id
