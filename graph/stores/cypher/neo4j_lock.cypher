// Held until the transaction ends: writers take turns, so none works from names that another is
// changing.
MERGE (s:Store {id: 'stakeholder-graph'})
SET s.writes = coalesce(s.writes, 0) + 1
