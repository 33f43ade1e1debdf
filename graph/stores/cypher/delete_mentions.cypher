MATCH (:Stakeholder)-[m:MENTIONED_IN]->(:Document {id: $document})
DELETE m
