// Communities that are not collapsed: a soft ground behind their members.
const ROOM = 26; // pixels between a member and the rim

function drawHulls(context) {
  context.save();
  context.lineJoin = "round";
  context.lineWidth = 2 * ROOM;
  context.fillStyle = context.strokeStyle = theme("ground");
  for (const points of hulls(network.getPositions([...shown.nodes].filter((id) => network.body.nodes[id])))) {
    context.beginPath();
    points.forEach(({ x, y }) => context.lineTo(x, y));
    context.closePath();
    context.stroke();
    context.fill();
  }
  context.restore();
}

// The outlines of communities.
function hulls(spots) {
  return [...communities.values()].map((members) => members.map((node) => spots[node.id]).filter(Boolean))
    .filter((points) => points.length >= SMALLEST).map(hullOf);
}

// The convex hull: Andrew 1979, Information Processing Letters 9(5).
function hullOf(points) {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (each) => {
    const chain = [];
    for (const point of each) {
      while (chain.length > 1 && turn(chain.at(-2), chain.at(-1), point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

const turn = (a, b, c) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
