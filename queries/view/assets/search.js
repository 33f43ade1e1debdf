// Search by name or alias; case and accents do not matter.
function drawNames() {
  const seen = new Set();
  const options = ranked().flatMap((node) => [node.name, ...node.aliases].map((name) => ({ name, node })))
    .filter(({ name }) => !seen.has(name) && seen.add(name));
  find("names").replaceChildren(...options.map(({ name, node }) =>
    make("option", { value: name, label: name === node.name ? label(kinds.get(node.kind)) : node.name })));
}

function named(text) {
  const asked = fold(text);
  if (!asked) return null;
  const order = ranked().filter(nodeShown);
  const name = (matches) => order.find((node) => matches(fold(node.name)));
  const alias = (matches) => order.find((node) => node.aliases.map(fold).some(matches));
  const same = (other) => other === asked;
  const holds = (other) => other.includes(asked);
  return name(same) || alias(same) || name(holds) || alias(holds);
}

function search(text) {
  const found = named(text);
  if (!fold(text)) return;
  if (!found) {
    report(say("unknown"));
    return;
  }
  choose(found.id);
  centre(found.id);
}
