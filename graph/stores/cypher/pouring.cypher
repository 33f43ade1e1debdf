// How far a large document is: one that is not whole has no date, and a mark in place of a hash.
MATCH (d:Document {id: $document})
RETURN d.sha256 AS mark, d.loaded AS loaded
