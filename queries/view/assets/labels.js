// Names and verbs on the drawing: of constant size on the screen, the most important first, and
// only where they cover nothing. Zooming in makes room for more.
const FONT = '"Inter", "Segoe UI", Roboto, "Helvetica Neue", Arial, system-ui, sans-serif';
const NAME = 13;
const VERB = 11;
const GROUP = 11;
const LINE = 1.2;
const FIRST = 30; // stakeholders named before all others
const SMALL = 60; // stakeholders up to which all are named from any distance
const NEAR = 0.9; // scale from which the others are named in a large network
let placed = []; // {id, lines, left, top, right, bottom} on the drawing, for clicks on labels

const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const within = (a, b) => a.left > b.left && a.right < b.right && a.top > b.top && a.bottom < b.bottom;

function drawLabels(context) {
  const scale = network.getScale();
  const focus = state.chosen || state.hovered;
  const near = focus ? surroundings(focus) : new Set();
  const spots = network.getPositions();
  const stage = stageBox(scale);
  const order = ranked().filter((node) => nodeShown(node) && spots[node.id] && meets(shapeBox(node, spots[node.id]), stage));
  const shapes = [...order.map((node) => shapeBox(node, spots[node.id])), ...bubbleBoxes()];
  const taken = [];
  placed = [];
  context.save();
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  drawGroupNames(context, scale, taken, shapes.filter((box) => nodes.has(box.id)));
  // The first stakeholders are named even across lesser shapes; the others where all is free, and
  // in a large network only when shapes are seen from near.
  const first = new Set(order.slice(0, FIRST).map((node) => node.id));
  const matters = (id) => first.has(id) || near.has(id);
  const named = order.length <= SMALL || scale > NEAR ? order : order.filter((node) => matters(node.id));
  const rank = (node) => (node.id === focus ? 0 : near.has(node.id) ? 1 : first.has(node.id) ? 2 : 3);
  const before = new Set();
  for (const node of named.sort((a, b) => rank(a) - rank(b))) {
    before.add(node.id);
    const others = shapes.filter((box) => box.id !== node.id);
    const across = (box) => order.length > SMALL && matters(node.id) && !before.has(box.id);
    const place = { scale, stage, near, taken, hard: others.filter((b) => !across(b)), soft: others.filter(across) };
    drawName(context, node, spots[node.id], place, node.id === focus);
  }
  drawVerbs(context, scale, [...taken, ...shapes], near);
  find("canvas").dataset.named = placed.length;
  context.restore();
}

// Names of collapsed communities, in the middle of their discs: the largest first. How many members
// there are is told where the disc has room for it; a small disc far below its name has none.
function drawGroupNames(context, scale, taken, inside) {
  const size = (GROUP * LINE) / scale;
  context.font = `500 ${GROUP / scale}px ${FONT}`;
  const groups = [...shown.groups.values()].filter(({ id }) => network.body.nodes[id]);
  for (const group of groups.sort((a, b) => b.members.length - a.members.length)) {
    const { x, y, radius: far } = { ...discOf(group), ...network.getPosition(group.id) };
    const name = narrow(group.members[0].name);
    const lines = (name.length + 1) * size < far * 1.5 ? [...name, `+${count(group.members.length - 1)}`] : name;
    const half = Math.max(...lines.map((line) => context.measureText(line).width)) / 2;
    const box = { left: x - half, right: x + half, top: y - (lines.length * size) / 2, bottom: y + (lines.length * size) / 2 };
    const free = half < far * 1.9 && ![...taken, ...inside].some((other) => meets(box, other));
    if (!free && group.id !== state.chosen && group.id !== state.hovered) continue;
    taken.push(box);
    placed.push({ ...box, id: group.id, lines });
    lines.forEach((line, i) => write(context, line, x, box.top + i * size, theme("ink"), scale, theme("bubble")));
  }
}

// A name in up to three short lines.
function narrow(name) {
  const lines = [""];
  for (const word of name.split(" ")) {
    const last = lines.at(-1);
    if (last && last.length + word.length > 14) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`.trim();
  }
  return lines.length > 3 ? [...lines.slice(0, 2), `${lines[2]} …`] : lines;
}

function bubbleBoxes() {
  return [...shown.groups.values()].map((group) => {
    const { x, y, radius: far } = discOf(group);
    const half = far * 0.7;
    return { id: group.id, left: x - half, right: x + half, top: y - half, bottom: y + half };
  });
}

function shapeBox(node, { x, y }) {
  const half = drawnRadius(node) * 0.9;
  return { id: node.id, left: x - half, right: x + half, top: y - half, bottom: y + half };
}

function stageBox(scale) {
  const { x, y } = network.getViewPosition();
  const [width, height] = [find("canvas").clientWidth / scale / 2, find("canvas").clientHeight / scale / 2];
  return { left: x - width, right: x + width, top: y - height, bottom: y + height };
}

function drawName(context, node, spot, { scale, stage, near, taken, hard, soft }, anyway) {
  context.font = `${anyway ? 600 : 500} ${NAME / scale}px ${FONT}`;
  const width = Math.max(...node.lines.map((line) => context.measureText(line).width));
  const height = (node.lines.length * NAME * LINE) / scale;
  const free = (box) => within(box, stage) && ![...taken, ...hard].some((other) => meets(box, other));
  const covered = (box) => soft.filter((other) => meets(box, other)).length;
  const boxes = around(spot, drawnRadius(node), width, height, 5 / scale);
  const [best] = boxes.filter(free).map((box) => [covered(box), box]).sort((a, b) => a[0] - b[0]);
  const box = best && best[0] < 6 ? best[1] : anyway ? boxes[0] : null;
  if (!box) return;
  taken.push(box);
  placed.push({ ...box, id: node.id, lines: node.lines });
  context.globalAlpha = state.chosen && !near.has(node.id) ? 0.3 : 1;
  node.lines.forEach((line, i) => {
    write(context, line, (box.left + box.right) / 2, box.top + (i * NAME * LINE) / scale, theme("ink"), scale);
  });
  context.globalAlpha = 1;
}

// Places for a label beside a shape, the best first: below, above, right, left, and the corners.
function around({ x, y }, radius, width, height, gap) {
  const at = (left, top) => ({ left, top, right: left + width, bottom: top + height });
  const [middle, centre] = [x - width / 2, y - height / 2];
  const [below, above, right, left] = [y + radius + gap, y - radius - gap - height, x + radius + gap, x - radius - gap - width];
  return [
    at(middle, below), at(middle, above), at(right, centre), at(left, centre),
    at(x, below), at(x - width, below), at(x, above), at(x - width, above),
  ];
}

function write(context, text, x, y, colour, scale, ground = theme("desk")) {
  context.strokeStyle = ground;
  context.lineWidth = 4 / scale;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

// Verbs of the links around what is chosen or hovered, where there is room.
function drawVerbs(context, scale, taken, near) {
  context.font = `${VERB / scale}px ${FONT}`;
  // What is drawn first, the shapes, comes before there are lines.
  const drawn = network.body.edges;
  for (const edge of [...shown.edges].filter((id) => near.has(id) && drawn[id]).map((id) => edges.get(id))) {
    const relation = relations.get(edge.relation);
    const { x, y } = drawn[edge.id].edgeType.getPoint(0.5);
    const [width, height] = [context.measureText(label(relation)).width, (VERB * LINE) / scale];
    const box = { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
    const only = edge.id === state.chosen || edge.id === state.hovered;
    if (!only && taken.some((other) => meets(box, other))) continue;
    taken.push(box);
    write(context, label(relation), x, box.top, visible(relation.colour, 4.5), scale);
  }
}

const labelAt = ({ x, y }) =>
  placed.find((box) => x > box.left && x < box.right && y > box.top && y < box.bottom)?.id;
