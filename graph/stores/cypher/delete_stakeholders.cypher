// Nothing is attached to them any more; if something is, this must fail.
UNWIND $ids AS id
MATCH (s:Stakeholder {id: id})
DELETE s
