// How all documents name the stakeholders of a document. From that document on, and without a
// condition on the others: else Ladybug reads every mention there is.
MATCH (:Document {id: $document})<-[:MENTIONED_IN]-(s:Stakeholder)
MATCH (s)-[m:MENTIONED_IN]->(:Document)
RETURN s.id AS id, m.name AS name, m.aliases AS aliases, m.kind AS kind, m.scope AS scope,
       m.identifiers AS identifiers, m.resolved AS resolved, m.chosen AS chosen,
       count(DISTINCT m) AS times
