/** An answer's text: paragraphs of plain words, with its markers as superscript buttons. */

import { element } from "./elements.js";
import { longDate } from "./dates.js";

const MARKER = /\s*\[(\d+)\]/g;
const LIST_ITEM = /^\s*(?:[-*•–]|\d+[.)])\s/;

/**
 * The answer as paragraphs.
 * @param citations those that the markers stand for; none while it is still written
 * @param open called with a citation and its button
 */
export function answerParagraphs(text, { citations = [], shortAnswer = null, open } = {}) {
  const [first, rest] = parted(text.trim(), shortAnswer);
  const emphasis = { words: first ? null : shortAnswer };
  const lead = first ? [element("p", { dir: "auto", class: "lead" }, ...inline(first, citations, emphasis, open))] : [];
  const others = paragraphsOf(rest).map((words) => {
    const listed = LIST_ITEM.test(words);
    return element("p", { dir: "auto", class: listed ? "listed" : undefined }, ...inline(words, citations, emphasis, open));
  });
  return [...lead, ...others];
}

/** The line that says no more than the short answer, if the text begins with one, and the rest. */
function parted(text, shortAnswer) {
  const [first] = text.split("\n", 1);
  const bare = (words) => words.replace(MARKER, "").replace(/[.!?…\s]+$/, "").replace(/\s+/g, " ").trim().toLowerCase();
  const leads = shortAnswer && first.length < text.length && bare(first) === bare(shortAnswer);
  return leads ? [first, text.slice(first.length)] : ["", text];
}

/** Sentences come one to a line; only an empty line or a list begins a paragraph. */
function paragraphsOf(text) {
  return text.split(/\n\s*\n|\n(?=\s*(?:[-*•–]|\d+[.)])\s)/).map((words) => words.replace(/\s*\n\s*/g, " ").trim()).filter(Boolean);
}

function inline(words, citations, emphasis, open) {
  const nodes = [];
  let read = 0;
  for (const match of words.matchAll(MARKER)) {
    const citation = citations.find((one) => one.marker === Number(match[1]));
    if (!citation && citations.length) continue;
    nodes.push(...emphasised(words.slice(read, match.index), emphasis));
    nodes.push(citation ? marker(citation, open) : element("sup", { class: "marker-pending" }, match[1]));
    read = match.index + match[0].length;
  }
  nodes.push(...emphasised(words.slice(read), emphasis));
  return nodes;
}

/** The short answer stands out where it is first said. */
function emphasised(words, emphasis) {
  const at = emphasis.words ? words.indexOf(emphasis.words) : -1;
  if (at < 0 || emphasis.words.length > words.length * 0.7) return words ? [words] : [];
  const short = emphasis.words;
  emphasis.words = null;
  return [words.slice(0, at), element("strong", {}, short), words.slice(at + short.length)];
}

function marker(citation, open) {
  const name = `Footnote ${citation.marker}: ${citation.title}, ${longDate(citation.date)}`;
  const button = element("button", { type: "button", class: "marker", "aria-label": name, data: { marker: citation.marker } }, String(citation.marker));
  button.addEventListener("click", () => open(citation, button));
  return element("sup", {}, button);
}
