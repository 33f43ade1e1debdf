// Going from link to link by keyboard: arrows point at the links of what is chosen, Enter follows, Escape goes back.
let trail = []; // ids that were chosen before, for the way back
let pointed = null; // {id, edge, at, of}: the other end that is pointed at, over which relation

// Where one can go from what is chosen: to the other ends of its links, or to the two ends of a relation.
function waysOn() {
  const { chosen } = state;
  if (edges.has(chosen)) return ["from", "to"].map((end) => ({ id: edges.get(chosen)[end], edge: edges.get(chosen) }));
  if (isGroup(chosen)) {
    const linked = [...shown.bundles.values()].filter(({ from, to }) => [from, to].includes(chosen));
    return linked.sort((a, b) => b.edges.length - a.edges.length).map((bundled) => ({ id: otherEnd(bundled, chosen), bundled }));
  }
  return nodes.has(chosen) ? panelEdges().map((edge) => ({ id: otherEnd(edge, chosen), edge })) : [];
}

function point(by) {
  const ways = waysOn();
  if (!ways.length) return report(say("nothing"));
  const at = pointed ? (pointed.at + by + ways.length) % ways.length : by > 0 ? 0 : ways.length - 1;
  pointed = { ...ways[at], at, of: ways.length };
  redraw();
  mark();
  announce(say("pointed", { n: at + 1, all: ways.length, what: told(pointed) }));
}

const told = ({ id, edge, bundled }) => (edge
  ? `${nameOf(edge.from)} ${label(relations.get(edge.relation))} ${nameOf(edge.to)}`
  : say("bundled", { n: bundled.edges.length, name: isGroup(id) ? nameOfGroup(groupOf(id)) : nameOf(id) }));

// Follow what is pointed at; else open what is chosen; else choose the first.
function follow() {
  if (pointed) return goTo(pointed.id);
  if (isGroup(state.chosen) && shown.groups.has(state.chosen)) return unfold(groupOf(state.chosen).number);
  if (nodes.has(state.chosen)) return unseen(nodes.get(state.chosen)) && !state.focus ? expand(state.chosen) : find("panel").focus();
  const [first] = shown.groups.size ? groupsBySize() : ranked().filter(nodeShown);
  if (first) goTo(first.id);
}

const groupsBySize = () => [...shown.groups.values()].sort((a, b) => b.members.length - a.members.length);

function goTo(id) {
  const before = [...trail, state.chosen].filter(Boolean);
  nodes.has(id) ? visit(id) : choose(id);
  if (isGroup(id)) centre(id);
  trail = before;
}

// To where one came from; to nothing chosen at last.
function back() {
  if (state.way || pointed) return choose(state.chosen, trail);
  const before = [...trail];
  const last = before.pop() || null;
  choose(last, before);
  if (last) centre(last);
}

// The statements of the relation that is pointed at, marked in the panel.
function mark() {
  for (const statement of find("panel").querySelectorAll(".statement")) {
    const here = Boolean(pointed?.edge) && statement.dataset.edge === pointed.edge.id;
    statement.classList.toggle("pointed", here);
    if (here) statement.scrollIntoView({ block: "nearest" });
  }
}

// Spoken even where the same is said again.
function announce(text) {
  find("status").textContent = "";
  requestAnimationFrame(() => { find("status").textContent = text; });
}
