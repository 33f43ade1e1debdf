// The drawing itself: vis-network with positions made beforehand.
const shapes = new vis.DataSet();
const lines = new vis.DataSet();
const network = new vis.Network(find("canvas"), { nodes: shapes, edges: lines }, JSON.parse(data.options));
let moving = false;

// Bring every shape and line in accord with the state.
function redraw() {
  const near = (state.chosen || state.way) && surroundings(state.chosen);
  shapes.update(data.nodes.map((node) => shapeOf(node, near)));
  lines.update(data.edges.map((edge) => lineOf(edge, near)));
}

function shapeOf(node, near) {
  const kind = kinds.get(node.kind);
  const border = node.id === state.chosen ? theme("mark") : visible(kind.colour);
  const colour = { background: kind.colour, border };
  const shape = {
    id: node.id, shape: kind.shape, size: node.metrics[state.size][2], hidden: !nodeShown(node),
    borderWidth: node.id === state.chosen ? 4 : 1.5, opacity: !near || near.has(node.id) ? 1 : 0.18,
    color: { ...colour, highlight: colour, hover: { ...colour, border: theme("mark") } },
  };
  // A position only at first: later the reader may have moved it.
  return shapes.get(node.id) ? shape : { ...shape, x: node.x, y: node.y };
}

function lineOf(edge, near) {
  const relation = relations.get(edge.relation);
  const colour = visible(relation.colour);
  const stated = Math.min(edge.statements.filter(statementShown).length - 1, 3) * 0.7;
  return {
    id: edge.id, from: edge.from, to: edge.to, smooth: edge.smooth, hidden: !edgeShown(edge),
    dashes: relation.dashes.length ? relation.dashes : false,
    width: relation.width + stated + (edge.id === state.chosen ? 1 : 0),
    color: { color: colour, highlight: colour, hover: colour, inherit: false,
             opacity: !near ? (data.edges.length > 150 ? 0.45 : 0.8) : near.has(edge.id) ? 1 : 0.1 },
  };
}

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const motion = () => (calm() ? false : { duration: 350, easingFunction: "easeInOutQuad" });

// Show everything that is not hidden, with room for labels at the edges.
function fit(animation = motion()) {
  const spots = Object.values(network.getPositions(data.nodes.filter(nodeShown).map((node) => node.id)));
  if (!spots.length) return;
  const [xs, ys] = [spots.map((spot) => spot.x), spots.map((spot) => spot.y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const { clientWidth: width, clientHeight: height } = find("canvas");
  const scale = Math.min((width - 160) / (right - left || 1), (height - 110) / (bottom - top || 1), 1.6);
  network.moveTo({
    position: { x: (left + right) / 2, y: (top + bottom) / 2 + 12 / scale }, scale: Math.max(scale, 0.05), animation,
  });
}

function centre(id) {
  const scale = Math.max(network.getScale(), 0.8);
  if (nodes.has(id)) network.moveTo({ position: network.getPosition(id), scale, animation: motion() });
}

function toggleMotion() {
  moving = !moving;
  network.setOptions({ physics: { enabled: moving } });
  find("move").setAttribute("aria-pressed", moving);
}

function pan(x, y) {
  const at = network.getViewPosition();
  const step = 60 / network.getScale();
  network.moveTo({ position: { x: at.x + x * step, y: at.y + y * step } });
}

const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor });

const KEYS = {
  ArrowLeft: () => pan(-1, 0), ArrowRight: () => pan(1, 0), ArrowUp: () => pan(0, -1), ArrowDown: () => pan(0, 1),
  "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), 0: () => fit(), Escape: () => choose(null),
};
