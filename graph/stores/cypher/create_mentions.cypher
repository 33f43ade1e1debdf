UNWIND $rows AS r
MATCH (s:Stakeholder {id: r.id})
MATCH (d:Document {id: r.document})
CREATE (s)-[:MENTIONED_IN {
    name: r.name, aliases: r.aliases, kind: r.kind, scope: r.scope,
    identifiers: r.identifiers, resolved: r.resolved, chosen: r.chosen
}]->(d)
