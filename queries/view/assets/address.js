// The address of the page: its fragment restores what is chosen and filtered.
const keyOf = new Map(data.nodes.map((node) => [node.key, node.id]));
const nameOf = (edge) => [nodes.get(edge.from).key, edge.relation, nodes.get(edge.to).key].join(" ");

function writeAddress() {
  const asked = new URLSearchParams();
  const put = (key, value) => { if (value) asked.set(key, value); };
  if (nodes.has(state.chosen)) put("stakeholder", nodes.get(state.chosen).key);
  if (edges.has(state.chosen)) put("statement", nameOf(edges.get(state.chosen)));
  if (state.way) put("path", [state.way.from, state.way.to].map((id) => nodes.get(id).key).join(" "));
  if (state.focus) put("focus", `${nodes.get(state.focus.id).key} ${state.focus.steps}`);
  put("without", [...state.hidden.kinds, ...state.hidden.relations].join(" "));
  for (const [key, value] of Object.entries(state.limits)) put(key, value);
  if (state.size !== facts.size) put("size", state.size);
  if (state.language !== facts.language) put("language", state.language);
  // A page inside another may not change its address.
  try { history.replaceState(null, "", `#${asked}`); } catch { /* the page works without */ }
}

function readAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const get = (key) => asked.get(key) || "";
  const without = get("without").split(" ");
  state.hidden.kinds = new Set(without.filter((name) => kinds.has(name)));
  state.hidden.relations = new Set(without.filter((name) => relations.has(name)));
  if (choices.documents.includes(get("document"))) state.limits.document = get("document");
  if (choices.phases.includes(get("phase"))) state.limits.phase = get("phase");
  if (choices.dates.includes(get("date"))) state.limits.date = get("date");
  state.limits.confidence = Math.min(Math.max(Number(get("confidence")) || 0, 0), 1);
  if (facts.sizes.includes(get("size"))) state.size = get("size");
  if (get("language") in words) state.language = get("language");
  const [key, steps] = get("focus").split(" ");
  if (keyOf.has(key)) state.focus = { id: keyOf.get(key), steps: Math.min(Math.max(Number(steps) || 1, 1), 3) };
  const edge = data.edges.find((each) => nameOf(each) === get("statement"));
  state.chosen = keyOf.get(get("stakeholder")) || (edge && edge.id) || null;
  const [from, to] = get("path").split(" ").map((name) => keyOf.get(name));
  refresh();
  if (from && to) setWay(from, to);
}
