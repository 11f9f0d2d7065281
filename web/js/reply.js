/** Replies in a shape the page can rely on, whether they come from the server or from storage that somebody has touched. */

const text = (value) => (typeof value === "string" ? value : "");
const textOrNull = (value) => (typeof value === "string" && value ? value : null);
const number = (value) => (typeof value === "number" && Number.isFinite(value) ? value : null);
const share = (value) => (number(value) === null ? null : Math.min(1, Math.max(0, value)));
const list = (value) => (Array.isArray(value) ? value.filter((entry) => entry && typeof entry === "object") : []);

function citation(value) {
  return {
    marker: number(value.marker) ?? 0,
    passage: text(value.passage),
    document: text(value.document),
    title: text(value.title) || "Untitled",
    date: textOrNull(value.date),
    source: textOrNull(value.source),
    quote: text(value.quote),
    start: number(value.start) ?? 0,
    end: number(value.end) ?? 0,
  };
}

export function sourcesOf(value) {
  return list(value).map((source) => ({
    passage: text(source.passage),
    document: text(source.document),
    title: text(source.title) || "Untitled",
    date: textOrNull(source.date),
    source: textOrNull(source.source),
    score: number(source.score),
    text: text(source.text),
  }));
}

export function timeOf(value) {
  if (!value || typeof value !== "object") return null;
  return { from: textOrNull(value.from), to: textOrNull(value.to), said: text(value.said) };
}

export function replyOf(value) {
  const given = value && typeof value === "object" ? value : {};
  return {
    id: text(given.id),
    status: given.status === "answered" ? "answered" : "declined",
    answer: text(given.answer),
    shortAnswer: textOrNull(given.shortAnswer),
    answerer: text(given.answerer),
    confidence: share(given.confidence),
    support: share(given.support),
    question: text(given.question),
    time: timeOf(given.time),
    citations: list(given.citations).map(citation).sort((one, other) => one.marker - other.marker),
    sources: sourcesOf(given.sources),
    notice: textOrNull(given.notice),
    index: { generation: number(given.index?.generation), documents: number(given.index?.documents) },
    millis: { retrieve: number(given.millis?.retrieve), total: number(given.millis?.total) },
  };
}
