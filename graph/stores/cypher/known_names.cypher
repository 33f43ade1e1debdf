UNWIND $keys AS key
MATCH (n:Name {key: key})
RETURN n.key AS key
