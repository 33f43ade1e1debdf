UNWIND $keys AS key
CREATE (:Name {key: key})
