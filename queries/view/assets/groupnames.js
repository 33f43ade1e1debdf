// Names of collapsed communities.
const GROUP = 11;
const LONGEST = 24; // letters of a word

// They stand in the middle of their discs, those of the largest first, and are shortened where there is no more room.
function drawGroupNames(context, scale, { taken, shapes }) {
  const size = (GROUP * LINE) / scale;
  context.font = `500 ${GROUP / scale}px ${FONT}`;
  const groups = [...shown.groups.values()].filter(({ id }) => network.body.nodes[id]);
  for (const group of groups.sort((a, b) => b.members.length - a.members.length)) {
    const disc = { ...discOf(group), ...network.getPosition(group.id) };
    const boxes = wordings(group, disc, size).map((lines) => boxInside(context, disc, lines, size));
    const free = (box) => box.half < disc.radius * 1.9 && taken.free(box) && shapes.free(box);
    const box = boxes.find(free) || ([state.chosen, state.hovered].includes(group.id) ? boxes[0] : null);
    if (!box) continue;
    taken.add(box);
    placed.push({ ...box, id: group.id });
    box.lines.forEach((line, i) => write(context, line, disc.x, box.top + i * size, theme("ink"), scale, theme("bubble")));
  }
}

// How a community may be named, the longest first; how many members there are where the disc has room for it.
function wordings({ members }, disc, size) {
  const name = narrow(members[0].name);
  const counted = (name.length + 1) * size < disc.radius * 1.5 ? [[...name, `+${count(members.length - 1)}`]] : [];
  const short = [2, 1].filter((lines) => lines < name.length).map((lines) => [...name.slice(0, lines - 1), `${name[lines - 1]} …`]);
  return [...counted, name, ...short];
}

function boxInside(context, { x, y }, lines, size) {
  const half = Math.max(...lines.map((line) => context.measureText(line).width)) / 2;
  const tall = (lines.length * size) / 2;
  return { lines, half, left: x - half, right: x + half, top: y - tall, bottom: y + tall };
}

// A name in up to three short lines.
function narrow(name) {
  const lines = [""];
  for (const long of name.split(" ")) {
    const word = long.length > LONGEST ? `${long.slice(0, LONGEST - 1)}…` : long;
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
