// Where a name has room: what stands on the drawing already, in a grid, and the places that are tried beside a shape.
const GAP = 5; // pixels between a shape and its name
const RINGS = [22, 46, 78]; // pixels, where there is no room beside the shape: a thin line leads to the name
const TURNS = 16; // places in each ring
const STEP = 7; // pixels along a leading line, at which it must meet nothing

const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const within = (a, b) => a.left > b.left && a.right < b.right && a.top > b.top && a.bottom < b.bottom;

class Grid {
  constructor(size) {
    this.size = size;
    this.cells = new Map();
  }

  cellsOf({ left, top, right, bottom }) {
    const found = [];
    const at = (length) => Math.floor(length / this.size);
    for (let x = at(left); x <= at(right); x += 1) for (let y = at(top); y <= at(bottom); y += 1) found.push(x * 1e5 + y);
    return found;
  }

  add(box) {
    for (const cell of this.cellsOf(box)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push(box);
    }
  }

  // The boxes that one meets, but for that of an id.
  meeting(box, id = null) {
    const near = this.cellsOf(box).flatMap((cell) => this.cells.get(cell) || []);
    return [...new Set(near.filter((other) => other.id !== id && meets(box, other)))];
  }

  free(box, id = null) {
    return !this.cellsOf(box).some((cell) => this.cells.get(cell)?.some((other) => other.id !== id && meets(box, other)));
  }
}

// Places for a name of some size beside a shape, the best first: below, above, right, left, and the corners.
function around({ x, y }, radius, { width, height }, gap) {
  const at = (left, top) => ({ left, top, right: left + width, bottom: top + height });
  const [middle, centre] = [x - width / 2, y - height / 2];
  const [below, above, right, left] = [y + radius + gap, y - radius - gap - height, x + radius + gap, x - radius - gap - width];
  return [
    at(middle, below), at(middle, above), at(right, centre), at(left, centre),
    at(x, below), at(x - width, below), at(x, above), at(x - width, above),
  ];
}

// Places away from a shape, the nearest first, each with the line that leads there.
function* away({ x, y }, radius, { width, height }, scale) {
  for (const ring of RINGS) {
    for (let turn = 0; turn < TURNS; turn += 1) {
      const [cos, sin] = [Math.cos((2 * Math.PI * turn) / TURNS), Math.sin((2 * Math.PI * turn) / TURNS)];
      const far = radius + ring / scale;
      const end = { x: x + cos * far, y: y + sin * far };
      const left = end.x + (cos > 0.3 ? 0 : cos < -0.3 ? -width : -width / 2);
      const top = end.y + (sin > 0.3 ? 0 : sin < -0.3 ? -height : -height / 2);
      const leader = { x1: x + cos * radius, y1: y + sin * radius, x2: end.x, y2: end.y };
      yield { left, top, right: left + width, bottom: top + height, leader };
    }
  }
}

// What a leading line goes through, as small boxes.
function* along({ x1, y1, x2, y2 }, scale) {
  const steps = Math.max(Math.ceil((Math.hypot(x2 - x1, y2 - y1) * scale) / STEP), 1);
  const half = 2 / scale;
  for (let i = 1; i < steps; i += 1) {
    const [x, y] = [x1 + ((x2 - x1) * i) / steps, y1 + ((y2 - y1) * i) / steps];
    yield { left: x - half, right: x + half, top: y - half, bottom: y + half };
  }
}
