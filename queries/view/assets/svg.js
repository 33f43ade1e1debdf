// The drawing as SVG: what is shown, where it stands, with the names that are written on it.
function saveSvg() {
  const [position, scale] = [network.getViewPosition(), network.getScale()];
  fit(false);
  network.redraw(); // names are chosen for the whole in view
  save(fileName("svg"), "image/svg+xml", new XMLSerializer().serializeToString(svgOfAll()));
  network.moveTo({ position, scale });
}

function svgOfAll() {
  const ids = [...shown.groups.keys(), ...shown.nodes];
  const spots = network.getPositions(ids);
  const sizes = ids.map((id) => ({ ...spots[id], half: shapes.get(id).size }));
  const least = (axis) => Math.min(...sizes.map((each) => each[axis] - each.half), 0);
  const greatest = (axis) => Math.max(...sizes.map((each) => each[axis] + each.half), 0);
  const em = 13 / Math.min(network.getScale(), 1);
  const [left, top] = [least("x") - 9 * em, least("y") - 3 * em];
  const [width, height] = [greatest("x") + 9 * em - left, greatest("y") + 4 * em - top];
  return drawing("svg", { xmlns: SVG, viewBox: `${left} ${top} ${width} ${height}`, width, height,
    "font-family": "sans-serif", "font-size": em },
    drawing("title", {}, document.title),
    drawing("rect", { x: left, y: top, width, height, fill: theme("desk") }),
    ...hullMarks(spots),
    ...[...shown.bundles.values()].map((bundled) => bundleAcross(bundled, spots)),
    ...[...shown.edges].map((id) => lineAcross(edges.get(id), spots)),
    ...[...shown.groups.values()].map((group) => discAt(group, spots[group.id])),
    ...[...shown.nodes].map((id) => markAt(nodes.get(id), spots[id])),
    ...placed.filter(({ leader }) => leader).map(({ leader }) => drawing("line", { ...leader, class: "leader", stroke: theme("soft"), "stroke-width": em / 13 })),
    ...placed.map((box) => nameIn(box, em)));
}

const hullMarks = (spots) => hulls(spots).map((points) => drawing("polygon", {
  points: points.map(({ x, y }) => `${x},${y}`).join(" "), fill: theme("ground"), stroke: theme("ground"),
  "stroke-width": 2 * ROOM, "stroke-linejoin": "round" }));

const lineBetween = (a, b, look, words) =>
  drawing("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, ...look }, drawing("title", {}, words));

function bundleAcross({ from, to, edges: all }, spots) {
  const look = { stroke: theme("rim"), "stroke-opacity": 0.45, "stroke-width": Math.sqrt(all.length) * thick };
  return lineBetween(spots[from], spots[to], look, count(all.length));
}

function lineAcross(edge, spots) {
  const relation = relations.get(edge.relation);
  const look = { stroke: visible(relation.colour), "stroke-opacity": 0.7, "stroke-width": relation.width * thick,
    "stroke-dasharray": relation.dashes.join(" ") };
  return lineBetween(spots[edge.from], spots[edge.to], look,
    `${nodes.get(edge.from).name} ${label(relation)} ${nodes.get(edge.to).name}`);
}

const discAt = (group, { x, y }) => drawing("circle", { cx: x, cy: y, r: shapes.get(group.id).size,
  fill: theme("bubble"), stroke: theme("rim"), "stroke-width": 1.5 * thick }, drawing("title", {}, nameOfGroup(group)));

function markAt(node, { x, y }) {
  const kind = kinds.get(node.kind);
  const size = drawnRadius(node) / 7;
  const look = { fill: kind.colour, stroke: visible(kind.colour) };
  const title = drawing("title", {}, node.name);
  return SHAPES[kind.shape]
    ? drawing("polygon", { points: SHAPES[kind.shape].map(([dx, dy]) => [x + dx * size, y + dy * size]).join(" "), ...look }, title)
    : drawing("circle", { cx: x, cy: y, r: 7 * size, ...look }, title);
}

// A name where the drawing has it, line by line.
function nameIn({ left, right, top, bottom, lines: words }, em) {
  const step = (bottom - top) / words.length;
  return drawing("text", { "text-anchor": "middle", fill: theme("ink"), stroke: theme("desk"), "stroke-width": em / 4, "paint-order": "stroke",
    "font-size": step / LINE, direction: directionOf(words[0]) }, ...words.map((word, i) => drawing("tspan", { x: (left + right) / 2, y: top + (i + 0.8) * step }, word)));
}
