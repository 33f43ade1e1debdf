// Search by name or alias; case and accents do not matter.
function drawNames() {
  const seen = new Set();
  const options = ranked().flatMap((node) => [node.name, ...node.aliases].map((name) => ({ name, node })))
    .filter(({ name }) => !seen.has(name) && seen.add(name));
  find("names").replaceChildren(...options.map(({ name, node }) =>
    make("option", { value: name, label: name === node.name ? label(kinds.get(node.kind)) : node.name })));
}

// The likeliest stakeholder of a name, or null: whether it is shown or not.
function named(text) {
  const asked = fold(text);
  if (!asked) return null;
  const name = (matches) => ranked().find((node) => matches(fold(node.name)));
  const alias = (matches) => ranked().find((node) => node.aliases.map(fold).some(matches));
  const same = (other) => other === asked;
  const holds = (other) => other.includes(asked);
  return name(same) || alias(same) || name(holds) || alias(holds) || null;
}

async function look(text) {
  if (facts.server && fold(text) && await learn("search", { text, most: 10 })) drawNames();
  return named(text);
}

async function search(text) {
  if (!fold(text)) return;
  const found = await look(text);
  found ? visit(found.id) : report(say("unknown"));
}

// Go to a stakeholder, and show it where the view left it out.
function visit(id) {
  reveal([id]);
  choose(id);
  centre(id);
}
