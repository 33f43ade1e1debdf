// The texts of the documents that have one of some words. $words.
UNWIND $words AS word
MATCH (d:Document)
WHERE d.text CONTAINS word
RETURN DISTINCT d.id AS document, d.text AS text
ORDER BY document
