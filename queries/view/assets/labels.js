// Names and verbs on the drawing: of constant size on the screen, the most important first, and
// only where they cover nothing. Zooming in makes room for more, until all in sight are named.
const FONT = '"Inter", "Segoe UI", Roboto, "Helvetica Neue", Arial, system-ui, sans-serif';
const NAME = 13;
const VERB = 11;
const LINE = 1.2;
const FIRST = 30; // stakeholders in sight that are named before all others
const SURE = 8; // of these, that are named however many lesser shapes they cover
const SMALL = 60; // stakeholders in sight up to which lines may lead to the names of all
const MANY = 250; // stakeholders in sight above which only the first are named
const NEAR = 0.9; // scale from which lines may lead to the names of all
const COVERED = 6; // lesser shapes that a name may cover
let placed = []; // {id, lines, left, top, right, bottom, leader} on the drawing, for clicks on labels
const widths = new Map(); // text → its width in pixels

function drawLabels(context) {
  const scale = network.getScale();
  const focus = state.chosen || state.hovered;
  const near = focus ? surroundings(focus) : new Set();
  if (pointed) near.add(pointed.id);
  const spots = network.getPositions();
  const stage = stageBox(scale);
  const order = ranked().filter((node) => nodeShown(node) && spots[node.id] && meets(shapeBox(node, spots[node.id]), stage));
  const room = { scale, stage, taken: new Grid(90 / scale), shapes: new Grid(90 / scale), before: new Set() };
  order.forEach((node) => room.shapes.add(shapeBox(node, spots[node.id])));
  placed = [];
  context.save();
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  drawGroupNames(context, scale, room);
  bubbleBoxes().forEach((box) => room.shapes.add(box));
  for (const { node, look } of named(order, near, focus, scale)) {
    room.before.add(node.id);
    drawName(context, node, spots[node.id], room, look);
  }
  drawVerbs(context, room, near);
  const whole = order.filter((node) => within(shapeBox(node, spots[node.id]), stage)).length;
  Object.assign(find("canvas").dataset, { named: placed.length, sight: whole });
  context.restore();
}

// Who is named, in which order, and how: those that matter even across lesser shapes, the others where all is free.
function named(order, near, focus, scale) {
  const first = new Map(order.slice(0, FIRST).map((node, i) => [node.id, i]));
  const matters = (id) => first.has(id) || near.has(id);
  const rank = ({ id }) => (id === focus ? 0 : near.has(id) ? 1 : first.has(id) ? 2 : 3);
  return order.filter(({ id }) => order.length <= MANY || matters(id)).sort((a, b) => rank(a) - rank(b)).map((node) => ({
    node, look: {
      focus: node.id === focus,
      sure: first.get(node.id) < SURE,
      across: first.get(node.id) < SURE || (order.length > SMALL && matters(node.id)),
      led: order.length <= SMALL || scale > NEAR || matters(node.id),
      faint: Boolean(state.chosen) && !near.has(node.id),
    },
  }));
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

function drawName(context, node, spot, room, look) {
  const { scale } = room;
  const weight = look.focus ? 600 : 500;
  const sizes = [node.lines, narrow(node.name)].map((lines) => ({
    lines, width: Math.max(...lines.map((line) => widthOf(context, line, weight))) / scale, height: (lines.length * NAME * LINE) / scale,
  }));
  const box = placeFor(node, spot, sizes, room, look);
  if (!box) return;
  room.taken.add(box);
  for (const part of box.leader ? along(box.leader, scale) : []) room.taken.add(part);
  placed.push({ ...box, id: node.id });
  context.globalAlpha = look.faint ? 0.3 : 1;
  if (box.leader) lead(context, box.leader, scale);
  context.font = `${weight} ${NAME / scale}px ${FONT}`;
  box.lines.forEach((line, i) => {
    write(context, line, (box.left + box.right) / 2, box.top + (i * NAME * LINE) / scale, theme("ink"), scale);
  });
  context.globalAlpha = 1;
}

function widthOf(context, text, weight) {
  const key = `${weight} ${text}`;
  if (!widths.has(key)) {
    context.font = `${weight} ${NAME}px ${FONT}`;
    widths.set(key, context.measureText(text).width);
  }
  return widths.get(key);
}

// Where a name is written: beside its shape, else away from it where a line may lead there; null where there is no room.
function placeFor(node, spot, sizes, room, { focus, sure, across, led }) {
  const { scale, stage, taken, shapes, before } = room;
  const radius = drawnRadius(node);
  const last = () => (focus && options.find((box) => within(box, stage))) || null;
  const options = sizes.flatMap((size) => around(spot, radius, size, GAP / scale).map((box) => ({ ...box, lines: size.lines })));
  let best = null;
  for (const box of options) {
    if (!within(box, stage) || !taken.free(box)) continue;
    const met = shapes.meeting(box, node.id);
    if (!met.length) return box;
    if (across && met.length < (best?.covered ?? (sure || focus ? Infinity : COVERED)) && !met.some(({ id }) => before.has(id))) best = { ...box, covered: met.length };
  }
  if (best?.covered === 1 || !led) return best || last();
  const open = (box, id) => taken.free(box) && shapes.free(box, id);
  for (const size of sizes) {
    for (const box of away(spot, radius, size, scale)) {
      if (!within(box, stage) || !open(box, null)) continue;
      if ([...along(box.leader, scale)].every((part) => open(part, node.id))) return { ...box, lines: size.lines };
    }
  }
  return best || last();
}

function lead(context, { x1, y1, x2, y2 }, scale) {
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.lineWidth = 1 / scale;
  context.strokeStyle = theme("soft");
  context.stroke();
}

const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;
const directionOf = (text) => (RIGHT_TO_LEFT.test(text) ? "rtl" : "ltr");

function write(context, text, x, y, colour, scale, ground = theme("desk")) {
  context.direction = directionOf(text);
  context.strokeStyle = ground;
  context.lineWidth = 4 / scale;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

// Verbs of the links around what is chosen or hovered, where there is room.
function drawVerbs(context, { scale, taken, shapes }, near) {
  context.font = `${VERB / scale}px ${FONT}`;
  // What is drawn first, the shapes, comes before there are lines.
  const drawn = network.body.edges;
  for (const edge of [...shown.edges].filter((id) => near.has(id) && drawn[id]).map((id) => edges.get(id))) {
    const relation = relations.get(edge.relation);
    const { x, y } = drawn[edge.id].edgeType.getPoint(0.5);
    const [width, height] = [context.measureText(label(relation)).width, (VERB * LINE) / scale];
    const box = { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
    const only = [state.chosen, state.hovered, pointed?.edge?.id].includes(edge.id);
    if (!only && !(taken.free(box) && shapes.free(box))) continue;
    taken.add(box);
    write(context, label(relation), x, box.top, visible(relation.colour, 4.5), scale);
  }
}

const labelAt = ({ x, y }) =>
  placed.find((box) => x > box.left && x < box.right && y > box.top && y < box.bottom)?.id;
