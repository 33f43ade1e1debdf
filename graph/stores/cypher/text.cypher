MATCH (d:Document {id: $document})
RETURN d.text AS text
