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
  const order = ranked().filter(nodeShown);
  const name = (matches) => order.find((node) => matches(fold(node.name)));
  const alias = (matches) => order.find((node) => node.aliases.map(fold).some(matches));
  const same = (other) => other === asked;
  const holds = (other) => other.includes(asked);
  const found = name(same) || alias(same) || name(holds) || alias(holds);
  if (!found) return report(say("unknown"));
  choose(found.id);
  centre(found.id);
}
