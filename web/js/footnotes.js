/** The list under an answer: for every marker the words, what they stand in and from when. */

import { element } from "./elements.js";
import { longDate } from "./dates.js";
import { pathOf } from "./links.js";

export function footnoteList(citations, open) {
  if (!citations.length) return "";
  return element("ol", { class: "footnotes", "aria-label": "Footnotes" }, citations.map((citation) => footnote(citation, open)));
}

function footnote(citation, open) {
  const link = element("a", { href: pathOf(citation.document, citation.start, citation.end), dir: "auto" }, citation.title);
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(citation, link);
  });
  return element(
    "li",
    { value: citation.marker, data: { marker: citation.marker } },
    element("span", { class: "footnote-number", "aria-hidden": "true" }, String(citation.marker)),
    element("p", { class: "footnote-origin" }, link, " · ", element("time", { datetime: citation.date ?? undefined }, longDate(citation.date)), citation.source ? ` · ${citation.source}` : ""),
    element("blockquote", { dir: "auto" }, citation.quote),
  );
}
