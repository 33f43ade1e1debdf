// What a reader takes along: a picture, the statements shown as a table, a text.
function save(name, type, ...parts) {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

const fileName = (ending) => `${fold(document.title).replace(/[^a-z0-9]+/g, "-") || "network"}.${ending}`;

function savePng() {
  const drawn = find("canvas").querySelector("canvas");
  const canvas = make("canvas", { width: drawn.width, height: drawn.height });
  const context = canvas.getContext("2d");
  context.fillStyle = theme("desk");
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(drawn, 0, 0);
  canvas.toBlob((blob) => save(fileName("png"), "image/png", blob));
}

// A spreadsheet would run a text that begins like a formula.
function cell(value) {
  const text = String(value ?? "");
  return `"${(/^[\s\ufeff]*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
}

function saveCsv() {
  const heads = ["source", "relation", "target", "phase", "since", "until", "quote", "document", "place", "confidence"];
  const rows = [...shown.edges].map((id) => edges.get(id)).flatMap((edge) => edge.statements.filter(statementShown).map((said) => ({
    ...said, source: nodes.get(edge.from).name, relation: edge.relation, target: nodes.get(edge.to).name,
    place: placeOf(said), confidence: said.confidence ?? 1,
  })));
  const lines = [heads.join(","), ...rows.map((row) => heads.map((head) => cell(row[head])).join(","))];
  save(fileName("csv"), "text/csv;charset=utf-8", "\ufeff", lines.join("\r\n"), "\r\n");
}

function saveSvg() {
  const ids = [...shown.nodes];
  const spots = network.getPositions(ids);
  const [xs, ys] = [ids.map((id) => spots[id].x), ids.map((id) => spots[id].y)];
  const [left, top] = [Math.min(...xs, 0) - 160, Math.min(...ys, 0) - 60];
  const [width, height] = [Math.max(...xs, 0) + 160 - left, Math.max(...ys, 0) + 60 - top];
  const root = drawing("svg", { xmlns: SVG, viewBox: `${left} ${top} ${width} ${height}`, width, height,
    "font-family": "sans-serif", "font-size": 13 },
    drawing("title", {}, document.title),
    drawing("rect", { x: left, y: top, width, height, fill: theme("desk") }),
    ...[...shown.edges].map((id) => edges.get(id)).map((edge) => lineAcross(edge, spots)),
    ...ids.flatMap((id) => markAt(nodes.get(id), spots[id])));
  save(fileName("svg"), "image/svg+xml", new XMLSerializer().serializeToString(root));
}

function lineAcross(edge, spots) {
  const relation = relations.get(edge.relation);
  const [a, b] = [spots[edge.from], spots[edge.to]];
  return drawing("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: visible(relation.colour), "stroke-opacity": 0.7,
    "stroke-width": relation.width, "stroke-dasharray": relation.dashes.join(" ") },
    drawing("title", {}, `${nodes.get(edge.from).name} ${label(relation)} ${nodes.get(edge.to).name}`));
}

function markAt(node, { x, y }) {
  const kind = kinds.get(node.kind);
  const size = drawnRadius(node) / 7;
  const look = { fill: kind.colour, stroke: visible(kind.colour) };
  const shape = SHAPES[kind.shape]
    ? drawing("polygon", { points: SHAPES[kind.shape].map(([dx, dy]) => [x + dx * size, y + dy * size]).join(" "), ...look })
    : drawing("circle", { cx: x, cy: y, r: 7 * size, ...look });
  return [shape, drawing("text", { x, y: y + 7 * size + 15, "text-anchor": "middle", fill: theme("ink") }, node.name)];
}

// What the panel tells, as Markdown in which all text stands for itself.
function markdown() {
  const plain = (text) => String(text).replace(/\s+/g, " ").replace(/[\\`*_[\]<>|~#]/g, "\\$&");
  const line = (edge, said) => `- ${plain(nodes.get(edge.from).name)} **${plain(label(relations.get(edge.relation)))}** `
    + `${plain(nodes.get(edge.to).name)}: ${plain(said.quote)} (${plain([said.document, placeOf(said)].filter(Boolean).join(", "))})`;
  const told = panelEdges().flatMap((edge) => edge.statements.filter(statementShown).map((said) => line(edge, said)));
  return [`## ${plain(find("panel").querySelector("h3").textContent)}`, "", ...told, ""].join("\n");
}

async function copyMarkdown() {
  const text = markdown();
  try {
    await navigator.clipboard.writeText(text);
    report(say("copied"));
  } catch {
    save(fileName("md"), "text/markdown;charset=utf-8", text); // a page from a file may not copy
  }
}
