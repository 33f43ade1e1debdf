// Colours of the theme, and swatches that look like what they stand for.
const dark = matchMedia("(prefers-color-scheme: dark)");
const printed = matchMedia("print");
const theme = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const SVG = "http://www.w3.org/2000/svg";

const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const hex = (parts) => "#" + parts.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("");

function luminance(colour) {
  const [r, g, b] = channels(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

// The colour, moved towards the ink until it stands out from the desk (WCAG 1.4.11 asks for 3).
// Black is ink: grey would be another colour of the legend.
function visible(colour, least = 3) {
  const key = `${dark.matches} ${printed.matches} ${colour} ${least}`;
  if (!seenAs.has(key)) seenAs.set(key, mixed(colour, least));
  return seenAs.get(key);
}

const seenAs = new Map();

function mixed(colour, least) {
  if (luminance(colour) < 0.002) return theme("ink");
  const [desk, ink] = [theme("desk"), channels(theme("ink"))];
  for (let share = 0; share < 1; share += 0.05) {
    const tried = hex(channels(colour).map((part, i) => part + (ink[i] - part) * share));
    if (contrast(tried, desk) >= least) return tried;
  }
  return theme("ink");
}

function drawing(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const SHAPES = {
  square: [[-6, -6], [6, -6], [6, 6], [-6, 6]],
  diamond: [[0, -7], [7, 0], [0, 7], [-7, 0]],
  triangle: [[0, -7], [7, 5.5], [-7, 5.5]],
  triangleDown: [[0, 7], [7, -5.5], [-7, -5.5]],
  hexagon: [[7, 0], [3.5, 6.1], [-3.5, 6.1], [-7, 0], [-3.5, -6.1], [3.5, -6.1]],
};

function kindSwatch(kind) {
  const look = { fill: kind.colour, stroke: visible(kind.colour), "stroke-width": 1.5 };
  const shape = SHAPES[kind.shape]
    ? drawing("polygon", { points: SHAPES[kind.shape].join(" "), ...look })
    : drawing("circle", { r: 6.5, ...look });
  return drawing("svg", { width: 18, height: 18, viewBox: "-9 -9 18 18", "aria-hidden": "true" }, shape);
}

function relationSwatch(relation) {
  const colour = visible(relation.colour);
  const line = drawing("line", {
    x1: 0, y1: 6, x2: 19, y2: 6, stroke: colour, "stroke-width": relation.width,
    "stroke-dasharray": relation.dashes.join(" "),
  });
  const head = drawing("polygon", { points: "18,2 26,6 18,10", fill: colour });
  return drawing("svg", { width: 26, height: 12, viewBox: "0 0 26 12", "aria-hidden": "true" }, line, head);
}
