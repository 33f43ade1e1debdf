MATCH (d:Document {id: $document})
RETURN d.id AS id, d.title AS title, d.address AS address, d.language AS language,
       d.sha256 AS sha256, d.text AS text, d.loaded AS loaded
