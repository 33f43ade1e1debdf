// The folded names with three words in them, the likest first, and whom they stand for.
// $first, $second, $third: the words; $text: a name they may be; $inside: the same after a space;
// $most: at most so many.
MATCH (n:Name)-[:NAMES]->(s:Stakeholder)
WHERE n.key CONTAINS $first AND n.key CONTAINS $second AND n.key CONTAINS $third
WITH n.key AS key, s.id AS id, s.name AS name,
     CASE WHEN n.key = $text THEN 0 WHEN n.key STARTS WITH $text THEN 1
          WHEN n.key CONTAINS $inside THEN 2 ELSE 3 END AS distance
RETURN key, id, name, distance
ORDER BY distance, size(key), key, id
LIMIT $most
