/** The conversations of this browser: each under a key of its own, so that one spoilt entry costs only itself. */

import { replyOf, sourcesOf } from "./reply.js";

const START = "conversation.";
const LONGEST_TITLE = 80;
const KEPT_OF_A_SOURCE = 400;
const ENDED = new Set(["answered", "declined", "failed", "offline", "limited", "locked", "stopped"]);

export function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Conversations {
  #shelf;
  #all = new Map();

  constructor(shelf) {
    this.#shelf = shelf;
    this.reload();
  }

  /** Reads everything again, for instance because another tab has written. */
  reload() {
    this.#all.clear();
    for (const key of this.#shelf.keys(START)) {
      const found = conversationOf(key.slice(START.length), this.#shelf.read(key));
      if (found) this.#all.set(found.id, found);
    }
  }

  start() {
    const now = new Date().toISOString();
    return { id: newId(), title: "", named: false, created: now, updated: now, turns: [] };
  }

  find(id) {
    return this.#all.get(id);
  }

  /** Those that hold every word of the search, newest first. */
  list(search = "") {
    const words = search.toLowerCase().split(/\s+/).filter(Boolean);
    return [...this.#all.values()]
      .filter((one) => words.every((word) => wordsOf(one).includes(word)))
      .sort((one, other) => other.updated.localeCompare(one.updated) || one.id.localeCompare(other.id));
  }

  /** Keeps a conversation; false if only this page can remember it. */
  save(conversation) {
    conversation.updated = new Date().toISOString();
    if (!conversation.named) conversation.title = titleOf(conversation);
    this.#all.set(conversation.id, conversation);
    return this.#shelf.write(START + conversation.id, { ...conversation, turns: conversation.turns.map(kept) });
  }

  rename(conversation, title) {
    conversation.named = title.trim() !== "";
    conversation.title = title.trim().slice(0, LONGEST_TITLE);
    return this.save(conversation);
  }

  remove(id) {
    this.#all.delete(id);
    this.#shelf.remove(START + id);
  }
}

function titleOf(conversation) {
  const first = conversation.turns[0]?.question ?? "New conversation";
  return first.length > LONGEST_TITLE ? `${first.slice(0, LONGEST_TITLE - 1).toWellFormed()}…` : first;
}

function wordsOf(conversation) {
  const said = conversation.turns.flatMap((turn) => [turn.question, turn.reply?.answer ?? ""]);
  return [conversation.title, ...said].join("\n").toLowerCase();
}

/** A turn without what the page can do without, because the browser's storage is small. */
function kept(turn) {
  const { reply, sources, ...rest } = turn;
  const short = (one) => ({ ...one, text: one.text.slice(0, KEPT_OF_A_SOURCE) });
  return reply ? { ...rest, reply: { ...reply, sources: reply.sources.map(short) } } : rest;
}

function conversationOf(id, value) {
  if (!value || typeof value !== "object" || !Array.isArray(value.turns)) return undefined;
  const turns = value.turns.map(turnOf).filter(Boolean);
  if (!turns.length) return undefined;
  const found = {
    id,
    named: value.named === true,
    title: typeof value.title === "string" ? value.title.slice(0, LONGEST_TITLE) : "",
    created: dayOf(value.created),
    updated: dayOf(value.updated),
    turns,
  };
  if (!found.title) found.title = titleOf(found);
  return found;
}

function dayOf(value) {
  return typeof value === "string" ? value : new Date(0).toISOString();
}

function turnOf(value) {
  if (!value || typeof value.question !== "string" || !value.question) return undefined;
  const state = ENDED.has(value.state) ? value.state : "stopped";
  const ended = state === "answered" || state === "declined";
  return {
    id: typeof value.id === "string" ? value.id : newId(),
    question: value.question,
    asked: dayOf(value.asked),
    dates: datesOf(value.dates),
    state,
    reply: ended ? replyOf(value.reply) : null,
    fault: typeof value.fault === "string" ? value.fault : "",
    partial: typeof value.partial === "string" ? value.partial : "",
    sources: sourcesOf(value.sources),
    verdict: value.verdict === "up" || value.verdict === "down" ? value.verdict : null,
  };
}

function datesOf(value) {
  const day = (given) => (/^\d{4}-\d\d-\d\d$/.test(given) ? given : null);
  return { from: day(value?.from), to: day(value?.to), asOf: day(value?.asOf) };
}
