// How lines are curved, so that those between the same two lie side by side.
const BEND = 0.22;

function bendsOf(drawn) {
  const between = new Map();
  for (const edge of drawn) {
    const pair = [edge.from, edge.to].sort().join(" ");
    between.set(pair, [...(between.get(pair) || []), edge]);
  }
  return new Map([...between.values()].flatMap((alike) => alike.map((edge, i) =>
    [edge.id, curve((i - (alike.length - 1) / 2) * BEND * (edge.from <= edge.to ? 1 : -1))])));
}

function curve(offset) {
  return offset ? { enabled: true, type: offset > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(offset) } : false;
}
