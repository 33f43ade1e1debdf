// The stakeholders a document mentions.
MATCH (s:Stakeholder)-[:MENTIONED_IN]->(:Document {id: $document})
RETURN DISTINCT s.id AS id, s.name AS name, s.kind AS kind, s.aliases AS aliases,
                s.identifiers AS identifiers
