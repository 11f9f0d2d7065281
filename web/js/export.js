/** Answers and conversations on their way out: the same markers as on the page, and the footnotes with them. */

import { longDate, moment, span } from "./dates.js";
import { shareLink } from "./links.js";

/** One answer as plain text: its words with their markers, then its footnotes. */
export function answerText(reply) {
  const notes = reply.citations.map((one) => `[${one.marker}] ${originOf(one)}: “${oneLine(one.quote)}” ${shareLink({ ...one, quote: "" })}`);
  return [reply.answer.trim(), notes.join("\n")].filter(Boolean).join("\n\n");
}

function originOf(citation) {
  return [citation.title, longDate(citation.date), citation.source].filter(Boolean).map(oneLine).join(", ");
}

function oneLine(text) {
  return text.replace(/\s+/g, " ").trim();
}

/** A conversation as Markdown; what documents and people wrote is escaped, so that it reads as it stood. */
export function asMarkdown(conversation) {
  const turns = conversation.turns.map((turn) => [`## ${escaped(oneLine(turn.question))}`, aboutTurn(turn), turnMarkdown(turn)].filter(Boolean).join("\n\n"));
  return `# ${escaped(oneLine(conversation.title))}\n\n${turns.join("\n\n")}\n`;
}

function aboutTurn(turn) {
  const dates = turn.dates.from || turn.dates.to ? `, documents dated ${span(turn.dates.from, turn.dates.to)}` : "";
  return `*Asked ${moment(turn.asked)}${dates}*`;
}

function turnMarkdown(turn) {
  if (!turn.reply) return `*No answer: ${escaped(turn.fault || turn.state)}*`;
  const notes = turn.reply.citations.map((one) => `- \\[${one.marker}\\] [${escaped(originOf(one))}](${shareLink({ ...one, quote: "" })}): “${escaped(oneLine(one.quote))}”`);
  return [escaped(turn.reply.answer.trim()), turn.reply.notice ? `*${escaped(turn.reply.notice)}*` : "", notes.join("\n")].filter(Boolean).join("\n\n");
}

function escaped(text) {
  return text.replace(/[\\`*_[\]<>#|~!&]/g, "\\$&");
}

/** A conversation as JSON: the questions and the whole reply objects. */
export function asJson(conversation) {
  const turns = conversation.turns.map(({ question, asked, dates, state, reply, fault }) => ({ question, asked, ...dates, state, ...(reply ? { reply: withLinks(reply) } : { fault }) }));
  return `${JSON.stringify({ title: conversation.title, created: conversation.created, turns }, null, 2)}\n`;
}

function withLinks(reply) {
  return { ...reply, citations: reply.citations.map((one) => ({ ...one, link: shareLink({ ...one, quote: "" }) })) };
}

export function saveAs(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export function fileName(conversation, ending) {
  const words = conversation.title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 50);
  return `${words || "conversation"}.${ending}`;
}
