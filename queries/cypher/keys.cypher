// Every folded name there is: to tell the nearest ones.
MATCH (n:Name)
RETURN n.key AS key
