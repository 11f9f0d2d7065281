/** A document's text as blocks of plain words, with the cited spans marked. Offsets are UTF-16 units, as the server counts. */

import { element } from "./elements.js";

const LONGEST_BLOCK = 8_000;
const STRETCH = 40;
const LONGEST_HEADING = 80;

/**
 * Draws the text.
 * @param spans `{start, end, name, data}`; they may touch and overlap, the first one wins
 */
export function textBlocks(text, spans, passages = []) {
  const ordered = disjoint(spans);
  const blocks = blocksOf(text, passages);
  const drawnBlocks = blocks.map(([start, end]) => {
    const inside = ordered.filter((span) => span.start < end && span.end > start);
    return element("p", { dir: "auto", class: isHeading(text.slice(start, end)) ? "heading" : undefined }, ...marked(text, start, end, inside));
  });
  return element("div", { class: "words" }, ...stretches(drawnBlocks));
}

/** A long text in stretches, so that the browser need not lay out those that are out of sight. */
function stretches(blocks) {
  if (blocks.length <= 2 * STRETCH) return blocks;
  const count = Math.ceil(blocks.length / STRETCH);
  return Array.from({ length: count }, (_, at) => element("div", { class: "stretch" }, blocks.slice(at * STRETCH, (at + 1) * STRETCH)));
}

/** A short line that ends no sentence; the text has no markup that would say so. */
function isHeading(block) {
  const line = block.trim();
  return line.length <= LONGEST_HEADING && /^\p{Lu}[^\n]*[\p{L}\p{N}]$/u.test(line);
}

function marked(text, start, end, spans) {
  const nodes = [];
  let read = start;
  for (const span of spans) {
    const from = Math.max(span.start, start);
    const to = Math.min(span.end, end);
    nodes.push(text.slice(read, from), element("mark", { class: span.name, data: span.data ?? {} }, text.slice(from, to)));
    read = to;
  }
  nodes.push(text.slice(read, end));
  return nodes.filter((node) => node !== "");
}

function disjoint(spans) {
  const kept = [];
  for (const span of spans) {
    if (span.end > span.start && kept.every((one) => one.end <= span.start || one.start >= span.end)) kept.push(span);
  }
  return kept.sort((one, other) => one.start - other.start);
}

/** Paragraphs are what empty lines part; one that is too long to lay out at once is parted between passages too. */
function blocksOf(text, passages) {
  const blocks = [];
  const gap = /\n[ \t]*(?:\n[ \t]*)+/g;
  let start = 0;
  for (let found = gap.exec(text); found; found = gap.exec(text)) {
    blocks.push([start, found.index]);
    start = found.index + found[0].length;
  }
  blocks.push([start, text.length]);
  const cuts = passages.map((passage) => passage.start).filter(Number.isInteger).sort((one, other) => one - other);
  return blocks.filter(([from, to]) => text.slice(from, Math.min(to, from + 200)).trim()).flatMap((block) => parted(block, cuts));
}

function parted([start, end], cuts) {
  if (end - start <= LONGEST_BLOCK) return [[start, end]];
  const edges = cuts.filter((cut) => cut > start && cut < end);
  for (let at = start; !edges.length && at + LONGEST_BLOCK < end; ) edges.push((at += LONGEST_BLOCK));
  return [start, ...edges].map((edge, index) => [edge, edges[index] ?? end]);
}
