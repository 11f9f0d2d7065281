/** The evidence: a strip of the passages that were read, and the closest ones when nothing could be said. */

import { element } from "./elements.js";
import { longDate, shortDate } from "./dates.js";

const LONGEST_EXTRACT = 320;
const CLOSEST = 5;

/**
 * The passages that were read, in one row that never changes its height.
 * @param citations to show the markers on the passages that were used
 */
export function evidenceStrip(sources, citations, open) {
  if (!sources.length) return "";
  const cards = sources.map((source) => {
    const markers = citations.filter((one) => one.passage === source.passage).map((one) => one.marker);
    const button = element(
      "button",
      { type: "button", class: markers.length ? "evidence-card used" : "evidence-card" },
      element("span", { class: "evidence-title", dir: "auto" }, source.title),
      element("span", { class: "evidence-origin" }, shortDate(source.date), source.source ? ` · ${source.source}` : ""),
      markers.length ? element("span", { class: "evidence-markers" }, markers.join(", ")) : "",
    );
    button.addEventListener("click", () => open(source, button));
    return element("li", {}, button);
  });
  return element("ul", { class: "evidence", "aria-label": `${counted(sources.length, "passage")} read` }, cards);
}

export function counted(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** The closest passages, marked as what they are. */
export function closestPassages(sources, open) {
  if (!sources.length) return "";
  const items = sources.slice(0, CLOSEST).map((source) => {
    const button = element("button", { type: "button", class: "closest-title", dir: "auto" }, source.title);
    button.addEventListener("click", () => open(source, button));
    return element(
      "li",
      {},
      button,
      element("p", { class: "closest-origin" }, element("time", { datetime: source.date ?? undefined }, longDate(source.date)), source.source ? ` · ${source.source}` : ""),
      element("p", { class: "closest-text", dir: "auto" }, extract(source.text)),
    );
  });
  return element("section", { class: "closest", "aria-label": "Closest passages, not an answer" }, element("h3", {}, "Closest passages ", element("span", { class: "stamp" }, "not an answer")), element("ul", {}, items));
}

function extract(text) {
  const words = text.replace(/\s+/g, " ").trim();
  return words.length <= LONGEST_EXTRACT ? words : `${words.slice(0, LONGEST_EXTRACT).toWellFormed().replace(/\s+\S*$/, "")} …`;
}
