"""The example of the README, without this line."""

import stakeholder_graph as sg

store = sg.open_store(":memory:")
sg.load(["samples"], store)
answer = sg.who_is_accountable(store, "programme Passerelle")
print(answer.outcome, *(finding.evidence.quote for finding in answer.findings), sep="\n")
print(sg.metrics(store)["pagerank"].head(4).round(3))
