// Which of our constraints are there.
SHOW CONSTRAINTS YIELD name
RETURN collect(name) AS constraints
