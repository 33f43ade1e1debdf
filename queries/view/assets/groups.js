// Communities: each is one node that opens onto its members, in the view that collapses them.
const SMALLEST = 3; // members of a community that is worth a node
const communities = new Map(); // number → its members, the first in front

function refreshGroups(all, passing) {
  communities.clear();
  for (const node of all) {
    if (node.community === undefined) continue;
    if (!communities.has(node.community)) communities.set(node.community, []);
    communities.get(node.community).push(node);
  }
  shown.groups = new Map(state.view === "groups" && !state.focus
    ? [...communities].filter(([number, members]) => !state.unfolded.has(number) && members.length >= SMALLEST)
      .map(([number, members]) => [groupId(number), { id: groupId(number), number, members }])
    : []);
  shown.bundles = bundle(passing);
}

const groupId = (number) => `g${number}`;
const groupOf = (id) => ({ number: Number(id.slice(1)), members: communities.get(Number(id.slice(1))) || [] });
const isGroup = (id) => typeof id === "string" && id[0] === "g";

// What stands on the drawing for a stakeholder: itself, or its collapsed community.
const holder = (id) => (shown.nodes.has(id) ? id : groupId(nodes.get(id).community));

// Relations into a collapsed community, as one line for all between the same two.
function bundle(passing) {
  const bundles = new Map();
  if (!shown.groups.size) return bundles;
  const drawn = (id) => shown.nodes.has(id) || shown.groups.has(id);
  for (const edge of passing) {
    const [from, to] = [holder(edge.from), holder(edge.to)].sort();
    if (from === to || !drawn(from) || !drawn(to) || edgeShown(edge)) continue;
    const id = `b${from} ${to}`;
    if (!bundles.has(id)) bundles.set(id, { id, from, to, edges: [] });
    bundles.get(id).edges.push(edge);
  }
  return bundles;
}

function nameOfGroup({ members }) {
  const [first] = members;
  return first ? say("group", { name: first.name, n: members.length - 1 }) : "";
}

function unfold(number) {
  state.unfolded.add(number);
  changed();
  fitTo(communities.get(number).map((node) => node.id));
}

function foldUp(number) {
  state.unfolded.delete(number);
  state.chosen = groupId(number);
  changed();
}
