// How a document names its stakeholders.
MATCH (s:Stakeholder)-[m:MENTIONED_IN]->(:Document {id: $document})
RETURN s.id AS id, m.name AS name, m.aliases AS aliases, m.kind AS kind, m.scope AS scope,
       m.identifiers AS identifiers, m.resolved AS resolved, m.chosen AS chosen,
       count(m) AS times
