// The curve −log p, with the present row as a point on it: beside it, and marked so, if the loss is not −log p of the target.
import { part } from "../drawing.js";

const [WIDTH, HEIGHT, LEFT, TOP, MOST] = [220, 120, 14, 8, 5];
const xOf = (p) => LEFT + p * (WIDTH - LEFT - 10);
const yOf = (loss) => HEIGHT - 18 - (Math.min(loss, MOST) / MOST) * (HEIGHT - 18 - TOP);

/** The curve as an element. Screen readers hear the numbers elsewhere. */
export function drawCurve() {
  const points = Array.from({ length: 60 }, (_, at) => Math.exp(-MOST * (1 - at / 59)));
  const line = points.map((p) => `${xOf(p).toFixed(1)},${yOf(-Math.log(p)).toFixed(1)}`).join(" ");
  const svg = part("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "calc-curve", "aria-hidden": "true", "data-quantity": "loss" });
  svg.append(
    part("path", { d: `M${LEFT} ${TOP}V${yOf(0)}H${xOf(1)}`, class: "calc-axis" }),
    part("polyline", { points: line, class: "calc-log" }),
    part("line", { class: "calc-drop", y2: yOf(0) }), part("circle", { r: 4.5 }), part("text", { class: "calc-off" }),
    part("text", { x: LEFT, y: HEIGHT - 4, "text-anchor": "middle" }, "0"), part("text", { x: xOf(1), y: HEIGHT - 4, "text-anchor": "middle" }, "1"),
    part("text", { x: xOf(0.5), y: HEIGHT - 4, "text-anchor": "middle" }, "p of the target"), part("text", { x: xOf(0.3), y: TOP + 24 }, "loss −log p"),
  );
  return svg;
}

/** Move the point to this probability and loss, no higher than the picture; the curve is hidden without them. */
export function movePoint(svg, p, loss) {
  const [dot, drop] = [svg.querySelector("circle"), svg.querySelector(".calc-drop")];
  const isThere = Number.isFinite(p) && !Number.isNaN(loss);
  svg.toggleAttribute("hidden", !isThere);
  if (!isThere) return;
  dot.setAttribute("cx", xOf(p));
  dot.setAttribute("cy", yOf(loss));
  for (const end of ["x1", "x2"]) drop.setAttribute(end, xOf(p));
  drop.setAttribute("y1", yOf(loss));
  const off = svg.querySelector(".calc-off");
  const isHigher = loss > MOST;
  const isLeft = p < 0.4;
  off.textContent = isHigher ? "off the chart" : "not −log p";
  off.toggleAttribute("hidden", !isHigher && Math.abs(loss + Math.log(p)) < 0.02);
  off.setAttribute("text-anchor", isLeft ? "start" : "end");
  const right = isHigher ? p : Math.max(p, Math.exp(-loss)); // of the point, and of the curve beside it
  off.setAttribute("x", isLeft ? xOf(right) + 8 : xOf(p) + (isHigher ? -8 : 6));
  off.setAttribute("y", yOf(loss) + (isHigher ? 4 : isLeft ? -5 : -9));
}
