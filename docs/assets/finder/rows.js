// The rows of tensors, and whether they are shares. No DOM.
import { byPixel } from "./compare.js";

export const areOneHot = (tensor) => rowsOf(tensor).every((row) => row.length > 1 && addsUp(row) && row.every(Number.isInteger));
export const rowsOf = ({ values, shape }) => (!shape.length ? [[values]] : shape.length === 1 ? [values] : shape.length === 2 ? values
  : shape.length > 3 ? byPixel(values) : values.flat(shape.length - 2));
export const sum = (row) => row.reduce((total, x) => total + x, 0);
export const isUnit = (x) => x >= 0 && x <= 1;
export const addsUp = (row) => row.every(isUnit) && Math.abs(sum(row) - 1) <= 1e-6 + 6e-5 * row.length;
