// The stakeholders and relations the page holds, and who is linked with whom.
const nodes = new Map(); // id → stakeholder
const edges = new Map(); // id → relation
// Numbered ids: vis-network keeps items in plain objects, where "constructor" is taken.
const idOf = new Map(); // the stakeholder's own id, its key → id
const linksOf = new Map(); // id of a stakeholder → its relations
let order = { size: "", ids: [] };

// Take a piece of the network in; what is held already stays as it is.
function adopt(piece) {
  for (const node of piece.nodes) if (!idOf.has(node.id)) adoptNode(node);
  for (const edge of piece.edges) adoptEdge(edge);
  order.size = "";
  choices = readChoices();
}

function adoptNode(node) {
  const id = `n${nodes.size}`;
  idOf.set(node.id, id);
  linksOf.set(id, []);
  const folded = [node.name, ...(node.aliases || [])].map(fold);
  nodes.set(id, { aliases: [], lines: [node.name], metrics: {}, spots: {}, ...node, folded, key: node.id, id });
}

const edgeOf = new Map(); // ends and relation → relation

function adoptEdge({ source: from, target: to, relation, statements }) {
  const name = [from, relation, to].join(" ");
  if (edgeOf.has(name)) return;
  const edge = { id: `e${edges.size}`, from: idOf.get(from), to: idOf.get(to), relation, statements, name };
  edgeOf.set(name, edge);
  edges.set(edge.id, edge);
  for (const end of new Set([edge.from, edge.to])) linksOf.get(end).push(edge);
}

const edgesOf = (id) => linksOf.get(id) || [];
const otherEnd = (edge, id) => (edge.from === id ? edge.to : edge.from);
const valueOf = (node) => (node.metrics[state.size] || [0])[0];
const rankOf = (node) => (node.metrics[state.size] || [])[1] ?? Infinity;

// Stakeholders by the chosen metric, the first in front; those without a rank by their value.
function ranked() {
  if (order.size !== state.size) {
    const all = [...nodes.values()].sort((a, b) =>
      (rankOf(a) - rankOf(b) || valueOf(b) - valueOf(a) || (a.key < b.key ? -1 : 1)));
    order = { size: state.size, nodes: all };
  }
  return order.nodes;
}

// The radius of a shape, as queries/view/picture.py has it: its area is what the eye compares.
const radius = (node) => facts.least + 17 * Math.sqrt(Math.min(valueOf(node) / (facts.most[state.size] || 1), 1));

// Every stakeholder one step away over relations that pass, the first in front.
function neighboursOf(id, passes) {
  const near = new Set(edgesOf(id).filter(passes).map((edge) => otherEnd(edge, id)));
  near.delete(id);
  return [...near].map((each) => nodes.get(each)).sort((a, b) => rankOf(a) - rankOf(b) || valueOf(b) - valueOf(a));
}

// What stands out: a way, the chosen stakeholder or community with its links and neighbours, or the chosen
// relation with its ends. Where an end is in a collapsed community, that community stands for it.
function surroundings(id) {
  if (state.way) return new Set(state.way.links.flatMap((edge) => [edge.id, edge.from, edge.to]));
  if (edges.has(id)) return standing([edges.get(id)]).add(id);
  if (isGroup(id)) return standing(groupOf(id).members.flatMap((node) => edgesOf(node.id).filter(passes))).add(id);
  return standing(edgesOf(id).filter(passes)).add(id);
}

const standing = (links) => new Set(links.flatMap((edge) => [edge.id, ...[edge.from, edge.to].map(holder)]));
