// What is shown: the view, and what the reader has opened beside it, of what passes the filters.
const shown = { nodes: new Set(), edges: new Set(), groups: new Map(), bundles: new Map(), passing: new Set() };
const nodeShown = (node) => shown.nodes.has(node.id);
const edgeShown = (edge) => shown.edges.has(edge.id);
const passes = (edge) => shown.passing.has(edge.id);
const starting = new Set(facts.start); // keys of those that a served page opens on
const AT_ONCE = 50; // neighbours that one step of expanding shows

function refresh() {
  const passing = [...edges.values()].filter(relationPasses);
  shown.passing = new Set(passing.map((edge) => edge.id));
  const linked = new Set(passing.flatMap((edge) => [edge.from, edge.to]));
  const allowed = (node) => kindShown(node.id) && (!limited() || linked.has(node.id));
  const all = ranked().filter(allowed);
  const wanted = state.focus ? near(state.focus) : inView(all);
  shown.nodes = new Set(all.map((node) => node.id).filter((id) => wanted.has(id)));
  shown.edges = new Set(passing.filter((edge) => shown.nodes.has(edge.from) && shown.nodes.has(edge.to)).map((edge) => edge.id));
  refreshGroups(all, passing);
}

function inView(all) {
  const first = { top: all.slice(0, facts.limit), all, groups: [], start: all.filter((node) => starting.has(node.key)) }[state.view];
  const members = all.filter((node) => state.unfolded.has(node.community));
  const opened = [...state.opened].flatMap(([id, most]) => neighboursOf(id, passes).slice(0, most));
  return new Set([...first, ...members, ...opened].map((node) => node.id).concat([...state.added], [...state.opened.keys()]));
}

// The ids at most so many steps from one, whichever way relations run; the nearest, and of these the first, up to the limit.
function near({ id, steps }) {
  const reached = new Set([id]);
  let edge = [id];
  for (let step = 0; step < steps; step += 1) {
    const next = new Set(edge.flatMap((each) => neighboursOf(each, passes).map((node) => node.id)).filter((each) => !reached.has(each)));
    edge = [...next].sort((a, b) => rankOf(nodes.get(a)) - rankOf(nodes.get(b))).slice(0, Math.max(facts.limit - reached.size, 0));
    edge.forEach((each) => reached.add(each));
  }
  return reached;
}

// Ask for what is so many steps around a stakeholder.
async function learnAround(id, steps) {
  let edge = [id];
  for (let step = 0; step < steps; step += 1) {
    for (const each of edge.slice(0, AT_ONCE)) await learn("neighbours", askFor(each, AT_ONCE));
    edge = edge.flatMap((each) => neighboursOf(each, () => true).map((node) => node.id));
  }
}

const askFor = (id, most) => ({ of: nodes.get(id).key, most, size: state.size });

const isOpened = (id) => state.opened.has(id);

// How many stakeholders linked with one are not shown: as far as the page knows.
function unseen(node) {
  const all = neighboursOf(node.id, passes);
  const held = neighboursOf(node.id, () => true).length;
  return all.filter((each) => !nodeShown(each)).length + Math.max((node.neighbours || 0) - held, 0);
}

async function expand(id) {
  const most = (state.opened.get(id) || shownBeside(id)) + AT_ONCE;
  if (!await learn("neighbours", askFor(id, most))) return;
  state.opened.set(id, most);
  changed();
}

const shownBeside = (id) => neighboursOf(id, passes).filter(nodeShown).length;

function collapse(id) {
  state.opened.delete(id);
  changed();
}

// Put stakeholders on the page that the view leaves out.
function reveal(ids) {
  const missing = ids.filter((id) => !shown.nodes.has(id));
  missing.forEach((id) => state.added.add(id));
  if (missing.length) changed();
}
