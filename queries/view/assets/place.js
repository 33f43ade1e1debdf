// Where each shape stands: as laid out beforehand, else in a free place beside what it is linked with.
const CELL = 56;
let found = new Map(); // id → place found in this view
const homeIn = { top: "top", all: "all", groups: "all", start: "all" };

const homeOf = (node) => node.spots[homeIn[state.view]];
const spotOf = (id) => found.get(id) || homeOf(nodes.get(id));

// Give a place to all that is shown, in the order of rank.
function settle() {
  const homeless = [];
  const taken = new Set();
  for (const id of shown.nodes) {
    const spot = spotOf(id);
    spot ? occupy(taken, spot) : homeless.push(id);
  }
  for (const id of homeless) {
    const spot = freePlace(taken, beside(id));
    found.set(id, spot);
    occupy(taken, spot);
  }
}

const cellOf = ([x, y]) => [Math.round(x / CELL), Math.round(y / CELL)];
const occupy = (taken, spot) => taken.add(cellOf(spot).join());

// The middle of the shown stakeholders it is linked with, the opened one counting most.
function beside(id) {
  const linked = edgesOf(id).map((edge) => otherEnd(edge, id)).filter((other) => shown.nodes.has(other) && spotOf(other));
  const anchors = linked.filter(isOpened);
  const near = (anchors.length ? anchors : linked).map(spotOf);
  if (!near.length) return [0, 0];
  return [0, 1].map((axis) => near.reduce((sum, spot) => sum + spot[axis], 0) / near.length);
}

// The nearest free cell, ring by ring.
function freePlace(taken, [x, y]) {
  const [column, row] = cellOf([x, y]);
  const free = (at) => [[0, 0], [1, 0], [-1, 0], [0, 1], [0, -1]].every(([i, j]) => !taken.has(`${at[0] + i},${at[1] + j}`));
  for (let ring = 0; ; ring += 1) {
    const steps = Math.max(8 * ring, 1);
    for (let step = 0; step < steps; step += 1) {
      const angle = (2 * Math.PI * step) / steps;
      const at = [column + Math.round(ring * 1.4 * Math.cos(angle)), row + Math.round(ring * Math.sin(angle))];
      if (free(at)) return at.map((part) => part * CELL);
    }
  }
}

// The disc of a collapsed community: as large as its members would need.
function discOf(group) {
  group.disc ??= discAround(group.members.map((node) => homeOf(node) || spotOf(node.id)).filter(Boolean));
  return group.disc;
}

function discAround(spots) {
  if (!spots.length) return { x: 0, y: 0, radius: 20 };
  const [x, y] = [0, 1].map((axis) => {
    const along = spots.map((spot) => spot[axis]);
    return (Math.min(...along) + Math.max(...along)) / 2;
  });
  const far = Math.max(...spots.map((spot) => Math.hypot(spot[0] - x, spot[1] - y)));
  return { x, y, radius: far + 24 };
}
