// The shortest way between two stakeholders, over all that passes the filters, shown or not.
async function seekWay(from, to) {
  // A page that does not hold everything does not know the shortest one.
  const known = !facts.server && findWay(from, to);
  if (!known && !await learn("path", { from: nodes.get(from).key, to: nodes.get(to).key })) return false;
  return setWay(from, to);
}

function setWay(from, to) {
  refresh();
  const links = findWay(from, to);
  state.way = links && { from, to, links };
  reveal((links || []).flatMap((edge) => [edge.from, edge.to]));
  return Boolean(links);
}

// The links of a shortest way, or null.
function findWay(from, to) {
  const by = new Map([[from, null]]);
  for (const id of by.keys()) {
    for (const edge of edgesOf(id).filter(passes)) {
      const other = otherEnd(edge, id);
      if (!by.has(other)) by.set(other, edge);
    }
    if (by.has(to)) break;
  }
  if (!by.has(to)) return null;
  const way = [];
  for (let at = to; at !== from;) {
    const edge = by.get(at);
    way.unshift(edge);
    at = otherEnd(edge, at);
  }
  return way;
}
