// The rows of tensors, whether they are shares, and how a size is written. No DOM.

/** All numbers of a tensor. */
export const flat = ({ values }) => [values].flat(Infinity);
export const sum = (row) => row.reduce((total, x) => total + x, 0);
export const isUnit = (x) => x >= 0 && x <= 1;
export const addsUp = (row) => row.every(isUnit) && Math.abs(sum(row) - 1) <= 1e-6 + 6e-5 * row.length;
/** Whether the exponentials of a row add up to one. */
export const areLogarithms = (row) => row.every((x) => x <= 0) && addsUp(row.map(Math.exp));
export const areOneHot = (tensor) => rowsOf(tensor).every((row) => row.length > 1 && addsUp(row) && row.every(Number.isInteger));
export const transposed = (rows) => rows[0].map((_, at) => rows.map((row) => row[at]));
/** The classes of each position or pixel, of logits whose second dimension is that of the classes. */
export const byPixel = (values) => values.flatMap((each) => transposed(each.map((channel) => [channel].flat(Infinity))));
export const rowsOf = ({ values, shape }) => (!shape.length ? [[values]] : shape.length === 1 ? [values] : shape.length === 2 ? values
  : shape.length > 3 ? byPixel(values) : values.flat(shape.length - 2));
/** A size in Python: (8, 3), or (8,). */
export const sized = (shape) => `(${shape.join(", ")}${shape.length === 1 ? "," : ""})`;
