// Search by name or alias, shown or not; case and accents do not matter.

// Stakeholders a text may mean, the likeliest first: the very name, one that begins so, a word that
// begins so, one that holds it; of equals a name before an alias, then
// the first by the chosen metric.
function matches(text, most) {
  const asked = fold(text);
  if (!asked) return [];
  const found = ranked().map((node) => ({ node, at: Math.min(...node.folded.map((name, i) => closeness(name, asked) + (i ? 0.5 : 0))) }));
  return found.filter(({ at }) => at < 9).sort((a, b) => a.at - b.at).slice(0, most).map(({ node }) => node);
}

function closeness(name, asked) {
  if (name === asked) return 0;
  if (name.startsWith(asked)) return 1;
  if (name.includes(` ${asked}`)) return 2;
  return name.includes(asked) ? 3 : 9;
}

// The likeliest stakeholder of a name: null if there is none, undefined if a server, which knows more, does not answer.
async function look(text) {
  if (!facts.server || !fold(text)) return matches(text, 1)[0] || null;
  const piece = await learn("search", { text, most: 1 });
  return piece ? piece.nodes.map((node) => nodes.get(idOf.get(node.id)))[0] || null : undefined;
}

async function search(text) {
  if (!fold(text)) return;
  const found = await look(text);
  if (found) visit(found.id);
  else if (found === null) report(say("unknown"));
}

// Go to a stakeholder, and show it where the view left it out.
function visit(id) {
  reveal([id]);
  choose(id);
  centre(id);
}
