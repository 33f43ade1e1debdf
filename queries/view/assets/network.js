// The drawing itself: vis-network with positions made beforehand.
const shapes = new vis.DataSet();
const lines = new vis.DataSet();
const network = new vis.Network(find("canvas"), { nodes: shapes, edges: lines }, JSON.parse(data.options));
let moving = false;
let thick = 1; // how many times thicker lines are drawn, so that they are as thick on the screen from near and far

// Bring every shape and line in accord with the state.
function redraw() {
  settle();
  const near = stands();
  keep(shapes, [...[...shown.groups.values()].map((group) => bubbleOf(group, near)),
    ...[...shown.nodes].map((id) => shapeOf(nodes.get(id), near))]);
  drawLines(near);
  network.setOptions({ interaction: { hideEdgesOnDrag: shown.edges.size > 800 } });
}

function drawLines(near = stands()) {
  const bends = bendsOf([...shown.edges].map((id) => edges.get(id)));
  const faint = shown.edges.size > 150 ? (shown.edges.size > 1500 ? 0.25 : 0.45) : 0.8;
  keep(lines, [...[...shown.bundles.values()].map((bundled) => bundleLine(bundled, near)),
    ...[...shown.edges].map((id) => lineOf(edges.get(id), near, bends.get(id), faint))]);
}

const stands = () => (state.chosen || state.way ? surroundings(state.chosen) : null);

// Only what is shown is held by the drawing: it has to go through all it holds at every step.
function keep(set, items) {
  const wanted = new Set(items.map((item) => item.id));
  set.remove(set.getIds().filter((id) => !wanted.has(id)));
  set.update(items);
}

function shapeOf(node, near) {
  const kind = kinds.get(node.kind);
  const marked = node.id === state.chosen || node.id === pointed?.id;
  const border = marked ? theme("mark") : visible(kind.colour);
  const colour = { background: kind.colour, border };
  const shape = {
    id: node.id, shape: kind.shape, size: drawnRadius(node),
    borderWidth: node.id === state.chosen ? 4 : marked ? 3 : 1.5, opacity: !near || near.has(node.id) ? 1 : 0.18,
    color: { ...colour, highlight: colour, hover: { ...colour, border: theme("mark") } },
  };
  // A position only at first: later the reader may have moved it.
  return shapes.get(node.id) ? shape : { ...shape, ...at(spotOf(node.id)) };
}

// A stakeholder inside a collapsed community is seen from far: there is room.
const drawnRadius = (node) => radius(node) * (shown.groups.has(groupId(node.community)) ? 2.5 : 1);

const at = ([x, y]) => ({ x, y });

function bubbleOf(group, near) {
  const disc = discOf(group);
  const marked = group.id === state.chosen || group.id === pointed?.id;
  const colour = { background: theme("bubble"), border: marked ? theme("mark") : theme("rim") };
  const bubble = {
    id: group.id, shape: "dot", size: disc.radius, borderWidth: group.id === state.chosen ? 4 : marked ? 3 : 1.5,
    color: { ...colour, highlight: colour, hover: { ...colour, border: theme("mark") } },
    opacity: !near || near.has(group.id) ? 1 : 0.35,
  };
  return shapes.get(group.id) ? bubble : { ...bubble, x: disc.x, y: disc.y };
}

function bundleLine({ id, from, to, edges: all }, near) {
  return {
    id, from, to, smooth: false, arrows: "", dashes: false, width: Math.sqrt(all.length) * thick,
    color: { color: theme("rim"), highlight: theme("rim"), hover: theme("ink"), inherit: false,
             opacity: !near ? 0.45 : near.has(from) && near.has(to) ? 0.8 : 0.08 },
  };
}

function lineOf(edge, near, smooth, faint) {
  const relation = relations.get(edge.relation);
  const colour = visible(relation.colour);
  const stated = Math.min(edge.statements.filter(statementShown).length - 1, 3) * 0.7;
  return {
    id: edge.id, from: edge.from, to: edge.to, smooth,
    dashes: relation.dashes.length ? relation.dashes : false,
    width: (relation.width + stated + (edge.id === state.chosen || edge.id === pointed?.edge?.id ? 2 : 0)) * thick,
    color: { color: colour, highlight: colour, hover: colour, inherit: false,
             opacity: !near ? faint : near.has(edge.id) ? 1 : 0.1 },
  };
}

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const motion = () => (calm() ? false : { duration: 350, easingFunction: "easeInOutQuad" });

// Show everything that is not hidden, with room for labels at the edges.
function fit(animation = motion()) {
  fitTo([...shown.nodes, ...shown.groups.keys()], animation);
}

function fitTo(ids, animation = motion()) {
  const spots = Object.entries(network.getPositions(ids.filter((id) => shapes.get(id))))
    .map(([id, { x, y }]) => ({ x, y, half: shapes.get(id).size }));
  if (!spots.length) return;
  const least = (axis) => Math.min(...spots.map((spot) => spot[axis] - spot.half));
  const greatest = (axis) => Math.max(...spots.map((spot) => spot[axis] + spot.half));
  const [left, right, top, bottom] = [least("x"), greatest("x"), least("y"), greatest("y")];
  const { clientWidth: width, clientHeight: height } = find("canvas");
  const scale = Math.min((width - 120) / (right - left || 1), (height - 90) / (bottom - top || 1), 1.6);
  thicken(scale, 1.02);
  network.moveTo({
    position: { x: (left + right) / 2, y: (top + bottom) / 2 + 12 / scale }, scale: Math.max(scale, 0.05), animation,
  });
}

function thicken(scale, least = 1.25) {
  const before = thick;
  thick = Math.min(Math.max(0.9 / scale, 0.4), 3);
  if (Math.max(thick / before, before / thick) > least) drawLines();
  else thick = before;
}

function centre(id) {
  const scale = Math.max(network.getScale(), shown.groups.size ? 0.3 : 0.8);
  thicken(scale);
  if (shapes.get(id)) network.moveTo({ position: network.getPosition(id), scale, animation: motion() });
}

function toggleMotion() {
  moving = !moving;
  network.setOptions({ physics: moving ? { enabled: true, ...forces() } : { enabled: false } });
  find("move").setAttribute("aria-pressed", moving);
}

// Collapsed communities are large, and repel one another as far as that takes.
function forces() {
  if (!shown.groups.size) return { solver: "forceAtlas2Based" };
  const apart = 2.6 * Math.max(...[...shown.groups.values()].map((group) => discOf(group).radius));
  return { solver: "repulsion", repulsion: { nodeDistance: apart, springLength: apart, springConstant: 0.02, centralGravity: 0.1 } };
}

function pan(x, y) {
  const at = network.getViewPosition();
  const step = 60 / network.getScale();
  network.moveTo({ position: { x: at.x + x * step, y: at.y + y * step } });
}

function zoom(factor) {
  network.moveTo({ scale: network.getScale() * factor });
  thicken(network.getScale());
}
