/** How an answer came about, for those who want to know. */

import { moment } from "./dates.js";
import { element } from "./elements.js";
import { counted } from "./sources.js";

export function receipt(turn) {
  const reply = turn.reply;
  const rows = [
    ["Searched for", reply.question],
    ["Asked", moment(turn.asked)],
    ["Answered by", reply.answerer],
    ["Confidence", percent(reply.confidence)],
    ["Sentences supported", percent(reply.support)],
    ["Passages read", reply.sources.length ? String(reply.sources.length) : null],
    ["Found and answered in", reply.millis.total === null ? null : `${reply.millis.retrieve ?? 0} ms and ${reply.millis.total} ms in all`],
    ["Index", reply.index.generation === null ? null : `generation ${reply.index.generation}, ${counted(reply.index.documents ?? 0, "document")}`],
  ];
  const shown = rows.filter(([, value]) => value).flatMap(([name, value]) => [element("dt", {}, name), element("dd", { dir: "auto" }, value)]);
  const confidence = percent(reply.confidence);
  return element("details", { class: "receipt" }, element("summary", {}, confidence && reply.status === "answered" ? `Confidence ${confidence}` : "How this came about"), element("dl", {}, shown));
}

/** Only what is certain is a hundred. */
function percent(share) {
  if (share === null) return null;
  const rounded = Math.round(share * 100);
  return `${share < 1 ? Math.min(rounded, 99) : rounded} %`;
}
