// What the reader does, and what follows.
function choose(id, before = []) {
  state.chosen = id;
  state.way = null;
  trail = before;
  pointed = null;
  redraw();
  drawPanel();
  report(nodes.has(id) ? introduced(nodes.get(id)) : isGroup(id) ? nameOfGroup(groupOf(id)) : shownCounts());
}

// A stakeholder as a screen reader tells it.
const introduced = (node) => [node.name, label(kinds.get(node.kind)), say("links", { n: panelEdges().length })].join(" · ");

async function focus(id, steps) {
  if (facts.server) await learnAround(id, steps);
  state.focus = steps ? { id, steps } : null;
  filtered();
  fit();
}

function translate() {
  document.documentElement.lang = state.language;
  document.title = facts.title || say("heading");
  find("heading").textContent = document.title;
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = say(element.dataset.word);
  for (const element of document.querySelectorAll("[data-hint]")) element.title = say(element.dataset.hint);
  find("query").placeholder = say("search");
  for (const id of ["search", "query"]) find(id).setAttribute("aria-label", say("search"));
  find("canvas").setAttribute("aria-label", say("canvas", { n: facts.total }));
  find("query-list").setAttribute("aria-label", say("suggestions"));
  find("rows").setAttribute("aria-label", say("table"));
  find("languages").setAttribute("aria-label", say("language"));
  drawKeys();
  find("exports").setAttribute("aria-label", say("export"));
  for (const button of find("languages").children) button.setAttribute("aria-pressed", button.lang === state.language);
  find("size").replaceChildren(...facts.sizes.map((metric) =>
    make("option", { value: metric, textContent: say(metric), selected: metric === state.size })));
  filtered();
}

// How much of the whole is shown.
function drawSummary() {
  find("summary").textContent = [shownPart(), say("statements", { n: facts.statements })].join(" · ");
}

function shownPart() {
  const [n, all, groups] = [shown.nodes.size, facts.total, [...shown.groups.values()]];
  const inside = groups.reduce((sum, group) => sum + group.members.length, 0);
  const folded = say("in_groups", { n: groups.length, m: inside, all });
  if (groups.length && !n) return folded;
  const part = n < all ? say("part", { n, all }) : say("stakeholders", { n });
  return groups.length ? `${part}, ${say("others_in_groups", { n: groups.length, m: inside })}` : part;
}

let zooming;
network.on("click", ({ nodes: [node], edges: [edge], pointer }) =>
  choose(node || labelAt(pointer.canvas) || (edges.has(edge) ? edge : null)));
network.on("doubleClick", ({ nodes: [node], pointer }) => {
  const id = node || labelAt(pointer.canvas);
  if (isGroup(id)) unfold(groupOf(id).number);
  else if (nodes.has(id)) isOpened(id) ? collapse(id) : expand(id);
});
for (const [event, key] of [["hoverNode", "node"], ["hoverEdge", "edge"]]) {
  network.on(event, (happened) => { state.hovered = happened[key]; find("canvas").style.cursor = "pointer"; });
}
for (const event of ["blurNode", "blurEdge"]) {
  network.on(event, () => { state.hovered = null; find("canvas").style.cursor = ""; });
}
network.on("zoom", ({ scale }) => { clearTimeout(zooming); zooming = setTimeout(() => thicken(scale), 200); });
network.on("beforeDrawing", drawHulls);
network.on("afterDrawing", drawLabels);
network.on("resize", () => requestAnimationFrame(() => fit(false)));

find("search").addEventListener("submit", (event) => { event.preventDefault(); search(find("query").value); });
find("search").append(suggest(find("query"), (node) => visit(node.id)));
find("size").addEventListener("change", (event) => { state.size = event.target.value; filtered(); });
find("fit").addEventListener("click", () => fit());
find("move").addEventListener("click", toggleMotion);
find("table").addEventListener("click", toggleTable);
find("png").addEventListener("click", savePng);
find("svg").addEventListener("click", saveSvg);
find("csv").addEventListener("click", saveCsv);
for (const button of find("languages").children) {
  button.addEventListener("click", () => { state.language = button.lang; translate(); });
}
for (const theme of [dark, printed]) theme.addEventListener("change", () => { drawLegend(); redraw(); drawPanel(); });

async function open() {
  await readAddress();
  translate();
  fit(false);
  document.documentElement.dataset.ready = "true";
}

addEventListener("hashchange", open);
adopt(data);
open();
