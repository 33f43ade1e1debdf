// Every mention of the stakeholders that a decision has changed.
MATCH (s:Stakeholder)-[m:MENTIONED_IN]->(:Document)
WHERE m.resolved <> '' OR m.chosen
WITH DISTINCT s
MATCH (s)-[n:MENTIONED_IN]->(:Document)
RETURN s.id AS id, n.name AS name, n.aliases AS aliases, n.kind AS kind, n.scope AS scope,
       n.identifiers AS identifiers, n.resolved AS resolved, n.chosen AS chosen,
       count(n) AS times
