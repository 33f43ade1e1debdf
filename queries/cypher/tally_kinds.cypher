// How many stakeholders there are of each kind.
MATCH (s:Stakeholder)
RETURN s.kind AS name, count(s) AS times
ORDER BY name
