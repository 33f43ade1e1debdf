// How all documents name some stakeholders.
UNWIND $ids AS id
MATCH (s:Stakeholder {id: id})
MATCH (s)-[m:MENTIONED_IN]->(:Document)
RETURN s.id AS id, m.name AS name, m.aliases AS aliases, m.kind AS kind, m.scope AS scope,
       m.identifiers AS identifiers, m.resolved AS resolved, m.chosen AS chosen,
       count(m) AS times
