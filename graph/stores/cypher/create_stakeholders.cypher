// Only for new ones: MERGE takes Ladybug some 30 times as long.
UNWIND $rows AS r
CREATE (:Stakeholder {id: r.id, name: r.name, kind: r.kind, aliases: r.aliases, identifiers: r.identifiers})
