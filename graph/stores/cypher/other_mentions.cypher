// How the other documents name these stakeholders, and how many do so.
UNWIND $ids AS id
MATCH (:Stakeholder {id: id})-[m:MENTIONED_IN]->(d:Document)
WHERE d.id <> $document
RETURN id, m.name AS name, m.aliases AS aliases, m.kind AS kind, m.scope AS scope,
       count(*) AS documents
