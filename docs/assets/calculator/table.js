// Reads numbers without brackets: rows as a spreadsheet, a CSV file, pandas, MATLAB or a PyTorch before 0.4 prints them. No DOM.
import { abbreviated, notUnderstood, number, Refusal, severalTensors, twoReadings } from "./text.js";

const SIZED = /^\[ ?[\w.]*?(Float|Double|Half|Long|Int|Short|Char|Byte)(?:Tensor of size \(?|Type\{)([\dx, ]*)/;
const SERIES = /^(?:(?:Name|Length):[^:]*, )?dtype: \w+$/;
const DECIMAL = /^[-+]?\d+,\d+(?:e[-+]?\d+)?$/i;
const BOTH = /^[-+]?[1-9]\d{0,2}(?:(?:\.\d{3})+,\d+|(?:,\d{3})+\.\d+)$/;
const THOUSANDS = /^[-+]?[1-9]\d{0,2}(?:,\d{3})+$/;
const TARGET = /^(?:labels?|targets?|class|y|y_true|pred\w*)$/i;
const NUMBERING = /^(?:#|n|id|idx|index|rows?|samples?|unnamed.*)?$/i;
const isInteger = (cell) => /^\d+$/.test(cell);
const counts = (cells) => cells.every((cell, at) => (isInteger(cell) || /^[1-9]\d*\.$/.test(cell)) && Number(cell) === Number(cells[0]) + at);
const valueOf = (cell) => number(DECIMAL.test(cell) ? cell.replace(",", ".") : cell);

/** { values, dtype, bare } of the rows in a text, or of a column or a row as one list. Throws a Refusal. */
export function readTable(text) {
  const { rows, dtype: named, scale, size, isSeries } = read(text);
  if (!rows.some(({ cells }) => cells.some(valueOf))) notUnderstood(rows[0]?.line ?? 1, (rows[0]?.source ?? text).trim());
  const parts = new Set(rows.filter(({ cells }) => cells.some(valueOf)).map(({ part }) => part)).size;
  if (!size && parts > 1 && parts < rows.length) severalTensors();
  checkCommas(rows);
  const numbers = withoutNames(rows, isSeries, size).map(({ cells, line }) => cells.map((cell) => valueOf(cell) ?? notUnderstood(line, cell)));
  const kinds = new Set(numbers.flat().map(([, kind]) => kind));
  const dtype = named ?? (kinds.has("Float") || scale !== 1 ? "Float" : kinds.has("Long") ? "Long" : "Bool");
  const values = numbers.map((row) => row.map(([x]) => x * scale));
  return { values: size ? reshaped(values.flat(), size) : simplest(values), dtype, bare: !named };
}

function simplest(values) {
  if (values.length === 1) return values[0].length === 1 ? values[0][0] : values[0];
  return values.every((row) => row.length === 1) ? values.flat() : values;
}

function reshaped(values, size) {
  if (size.reduce((product, n) => product * n, 1) !== values.length) {
    throw new Refusal(`The size is ${size.join(" x ")}, but there are ${values.length} numbers.`, "Copy the whole print, from its first row to its size.");
  }
  return size.slice(1).reverse().reduce((flat, n) => Array.from({ length: flat.length / n }, (_, at) => flat.slice(at * n, at * n + n)), values);
}

// The rows as cells, and what stands around them: a scale above, the size and dtype below, whether it is a Series of pandas.
function read(text) {
  const told = { scale: 1, rows: [] };
  let part = 0; // counts what separates rows: empty lines and headings
  for (const [at, whole] of text.split("\n").entries()) {
    const line = whole.replace(/[|│┆]/g, "\t").trim();
    const [, dtype, size] = SIZED.exec(line) ?? [];
    const scale = /^\S+\s*\*$/.test(line) ? number(line.slice(0, -1).trim()) : null;
    if (dtype) Object.assign(told, { dtype, size: (size.match(/\d+/g) ?? []).map(Number) });
    else if (SERIES.test(line)) told.isSeries = true;
    else if (scale) [told.scale] = scale;
    else if (!unlabelled(line)) part++;
    else if (/\w/.test(line)) told.rows.push(...rowsOf(unlabelled(line), { line: at + 1, part, isIndented: /^\s/.test(whole) }));
    else if (/\.\.|…/.test(line)) abbreviated();
  }
  const heading = told.rows.findIndex(({ cells }) => cells.some(valueOf));
  told.rows.splice(0, heading - 1); // the line above the numbers may name the columns
  return told;
}

// A line without the names before its numbers, such as "logits = "; nothing is left of a heading.
function unlabelled(line) {
  for (;;) {
    const at = line.search(/[=:]/);
    const name = line.slice(0, at);
    if (at < 0 || (at < line.length - 1 && (!/[a-z_]/i.test(name) || name.split(/[\s,;]+/).some(number)))) return line;
    line = line.slice(at + 1).trim();
  }
}

// A line as a row, or as several with ";" between them.
function rowsOf(line, where) {
  const parts = line.includes("\t") ? [line] : line.split(";").map((part) => part.trim()).filter(Boolean);
  const isSeveral = (part) => /[\s,]/.test(part) && !DECIMAL.test(part);
  const areRows = parts.some(isSeveral) && parts.every((part) => cellsOf(part).every(valueOf));
  return (areRows ? parts : [line]).map((source) => ({ ...where, source, cells: cellsOf(source) }));
}

function cellsOf(line) {
  const words = /[[(]/.test(line) ? [line] : line.split(/\s+/);
  const isFit = (word) => DECIMAL.test(word) || !word.includes(",");
  const isDecimal = words.length > 1 && words.some((word) => DECIMAL.test(word)) && words.every(isFit);
  const by = ["\t", ";", ","].find((each) => line.includes(each) && !(each === "," && isDecimal));
  const cells = (by ? line.split(by) : words).map((cell) => cell.trim().replace(/^"([^"]*)"$/, "$1"));
  while (cells.length > 1 && !cells.at(-1)) cells.pop();
  return cells;
}

// A comma may stand for a point, between thousands or between numbers.
function checkCommas(rows) {
  const ask = (cell) => twoReadings(cell, cell.replace(",", "."), THOUSANDS.test(cell) ? cell.replaceAll(",", "") : cell.replace(",", " and "));
  const lines = rows.filter(({ cells }) => cells.some(valueOf));
  const commas = lines.flatMap(({ cells }) => cells).filter((cell) => cell.includes(",") && valueOf(cell));
  const every = (all, test) => all.length > 0 && all.every((each) => test.test(each));
  const sources = lines.map(({ source }) => source);
  if (every(commas, THOUSANDS)) ask(commas[0]);
  if (every(sources, DECIMAL) || every(sources, THOUSANDS)) ask(sources[0]);
  if (every(sources, BOTH)) twoReadings(sources[0], "one number", "two");
  const isRow = sources.length === 1 && sources[0].includes(";") && lines[0].cells.every((cell) => DECIMAL.test(cell));
  if (isRow && !commas.some((cell) => /^[-+]?0,\d\d/.test(cell))) ask(commas[0]);
}

// The rows without column heads and without row numbers or names, where it is certain that they are such.
function withoutNames(rows, isSeries, size) {
  if (size) return rows.filter(({ cells }) => cells.some(valueOf));
  const head = isHead(rows) ? rows[0].cells : [];
  const body = head.length ? rows.slice(1) : rows;
  const width = body[0].cells.length;
  const column = firstOf(body);
  const isLabelled = width > 1 && column.every((cell) => !valueOf(cell) && /\w/.test(cell));
  const isNumbered = width > 1 && ((isSeries && width === 2) || (head.length === width && NUMBERING.test(head[0]))
    || (head.length === width - 1 && isIndex(column, width, rows[0].isIndented)));
  const left = isLabelled || isNumbered ? body.map((row) => ({ ...row, cells: row.cells.slice(1) })) : body;
  const columns = left[0].cells.length;
  if (head.length >= columns) checkTarget(head.slice(head.length - columns));
  if (!isNumbered && counting(left)) askNumbering("column", firstOf(left)[0], "rows");
  const [first, ...others] = rows;
  const isCount = !head.length && width > 1 && others.length > 0 && first.cells[0] === "0" && counts(first.cells);
  if (isCount && haveFractions(others)) askNumbering("row", 0, "columns");
  return left;
}

const firstOf = (rows) => rows.map(({ cells }) => cells[0]);
const haveFractions = (rows) => rows.every(({ cells }) => cells.some((cell) => valueOf(cell) && !isInteger(cell)));

// Whether the first row names the columns: it ends in a word, or counts where the others have one cell more or a name for it.
function isHead([{ cells }, second]) {
  if (!second) return false;
  const isShorter = cells.length === second.cells.length - 1;
  return !valueOf(cells.at(-1)) || (isShorter && counts(cells)) || (NUMBERING.test(cells[0]) && counts(cells.slice(1)));
}

// Whether the first column numbers the rows, if there is one column head less than columns.
function isIndex(column, width, isIndented) {
  if (isIndented && width > 2) return column.every(isInteger);
  return counts(column) && (isIndented || (width > 2 && column.length > 1));
}

// Whether the first column may number the rows.
function counting(rows) {
  const column = firstOf(rows);
  return rows[0].cells.length > 1 && counts(column) && (rows.length > 1 || (column[0] === "0" && haveFractions(rows)));
}

function askNumbering(line, from, others) {
  throw new Refusal(`The first ${line} counts up from ${from}. Does it number the ${others}, or hold values?`,
    "Delete the numbers of rows and columns; if they are values, put brackets around the rows: [[0, 0.5], [1, 0.6]].");
}

function checkTarget(names) {
  const target = names.length > 1 && names.find((name) => TARGET.test(name));
  if (!target) return;
  throw new Refusal(`A column is called "${target}". Is it the target?`,
    "Paste the columns of the logits alone, and the target into its own field.");
}
