// The address of the page: its fragment restores what is chosen, filtered and opened.
const keys = (ids) => [...ids].map((id) => nodes.get(id).key).join(" ");
const idsOf = (text) => text.split(" ").map((key) => idOf.get(key)).filter(Boolean);

function writeAddress() {
  const asked = new URLSearchParams();
  const put = (key, value) => { if (value) asked.set(key, value); };
  if (state.view !== facts.views[0]) put("view", state.view);
  if (nodes.has(state.chosen)) put("stakeholder", nodes.get(state.chosen).key);
  if (edges.has(state.chosen)) put("statement", edges.get(state.chosen).name);
  if (isGroup(state.chosen)) put("community", state.chosen.slice(1));
  if (state.way) put("path", keys([state.way.from, state.way.to]));
  if (state.focus) put("focus", `${nodes.get(state.focus.id).key} ${state.focus.steps}`);
  put("opened", [...state.opened].map(([id, most]) => `${nodes.get(id).key} ${most}`).join(" "));
  put("unfolded", [...state.unfolded].join(" "));
  put("added", keys(state.added));
  put("without", [...state.hidden.kinds, ...state.hidden.relations].join(" "));
  for (const [key, value] of Object.entries(state.limits)) put(key, value);
  if (state.size !== facts.size) put("size", state.size);
  if (state.language !== facts.language) put("language", state.language);
  // A page inside another may not change its address.
  try { history.replaceState(null, "", `#${asked}`); } catch { /* the page works without */ }
}

async function readAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const get = (key) => asked.get(key) || "";
  if (facts.server) await learnNamed(get);
  readFilters(get);
  readOpened(get);
  const edge = edgeOf.get(get("statement"));
  const group = /^\d+$/.test(get("community")) && facts.views.includes("groups") && groupId(Number(get("community")));
  state.chosen = idOf.get(get("stakeholder")) || (edge && edge.id) || group || null;
  state.way = null;
  refresh();
  if (nodes.has(state.chosen) && !shown.nodes.has(state.chosen)) state.added.add(state.chosen);
  const [from, to] = idsOf(get("path"));
  if (from && to) await seekWay(from, to);
}

// What the address names and the page does not hold yet.
async function learnNamed(get) {
  const words = (key) => get(key).split(" ").filter(Boolean);
  const opened = words("opened");
  const [from, , to] = words("statement");
  const named = [...words("stakeholder"), ...words("added"), ...words("path"), words("focus")[0], from, to, ...opened.filter((_, i) => i % 2 === 0)];
  const ids = [...new Set(named)].filter((key) => key && !idOf.has(key));
  if (ids.length) await learn("some", { ids });
  for (let i = 0; i < opened.length; i += 2) {
    if (idOf.has(opened[i])) await learn("neighbours", askFor(idOf.get(opened[i]), Number(opened[i + 1]) || AT_ONCE));
  }
}

function readFilters(get) {
  const without = get("without").split(" ");
  state.hidden.kinds = new Set(without.filter((name) => kinds.has(name)));
  state.hidden.relations = new Set(without.filter((name) => relations.has(name)));
  if (choices.documents.includes(get("document"))) state.limits.document = get("document");
  if (choices.phases.includes(get("phase"))) state.limits.phase = get("phase");
  if (choices.dates.includes(get("date"))) state.limits.date = get("date");
  state.limits.confidence = Math.min(Math.max(Number(get("confidence")) || 0, 0), 1);
  if (facts.sizes.includes(get("size"))) state.size = get("size");
  if (get("language") in words) state.language = get("language");
}

function readOpened(get) {
  if (facts.views.includes(get("view"))) state.view = get("view");
  state.added = new Set(idsOf(get("added")));
  state.unfolded = new Set(get("unfolded").split(" ").filter(Boolean).map(Number));
  const opened = get("opened").split(" ");
  state.opened = new Map(opened.flatMap((key, i) => (i % 2 || !idOf.has(key) ? [] : [[idOf.get(key), Number(opened[i + 1]) || AT_ONCE]])));
  const [key, steps] = get("focus").split(" ");
  state.focus = idOf.has(key) ? { id: idOf.get(key), steps: Math.min(Math.max(Number(steps) || 1, 1), 3) } : null;
}
