// Search by name or alias; case and accents do not matter.
function drawNames() {
  const seen = new Set();
  const options = ranked().flatMap((node) => [node.name, ...node.aliases].map((name) => ({ name, node })))
    .filter(({ name }) => !seen.has(name) && seen.add(name));
  find("names").replaceChildren(...options.map(({ name, node }) =>
    make("option", { value: name, label: name === node.name ? label(kinds.get(node.kind)) : node.name })));
}

function search(text) {
  const asked = fold(text);
  if (!asked) return;
  const names = (node) => [node.name, ...node.aliases].map(fold);
  const order = ranked().filter(nodeShown);
  const found = order.find((node) => names(node).includes(asked))
    || order.find((node) => names(node).some((name) => name.includes(asked)));
  if (!found) return report(say("unknown"));
  choose(found.id);
  centre(found.id);
}
