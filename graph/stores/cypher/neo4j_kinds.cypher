// A second label by kind, which Neo4j Browser and Bloom colour by.
UNWIND $rows AS r
MATCH (s:Stakeholder {id: r.id})
REMOVE s:Organization:Person:Role:Body:Project:Place
FOREACH (_ IN CASE r.kind WHEN 'organization' THEN [1] ELSE [] END | SET s:Organization)
FOREACH (_ IN CASE r.kind WHEN 'person' THEN [1] ELSE [] END | SET s:Person)
FOREACH (_ IN CASE r.kind WHEN 'role' THEN [1] ELSE [] END | SET s:Role)
FOREACH (_ IN CASE r.kind WHEN 'body' THEN [1] ELSE [] END | SET s:Body)
FOREACH (_ IN CASE r.kind WHEN 'project' THEN [1] ELSE [] END | SET s:Project)
FOREACH (_ IN CASE r.kind WHEN 'place' THEN [1] ELSE [] END | SET s:Place)
