// Whether anything that is not ours bears our labels.
RETURN EXISTS { MATCH (:Stakeholder|Document|Name) } AS found
