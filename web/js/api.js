/** The server, as the page sees it: one function for each route, and a Problem for everything that goes wrong. */

import { eventsOf } from "./events.js";

/** Why there is no answer. Status 0 means that the server can't be reached. */
export class Problem extends Error {
  constructor(status, message, retryAfter = null) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

export const UNREACHABLE = 0;
export const CUT_OFF = -1;
export const LOCKED = 401;

const KEY = "footnote.key";
let key = keptKey();

/** Sends this key with every request from now on, until the tab is closed. */
export function useKey(given) {
  key = given;
  try {
    sessionStorage.setItem(KEY, given);
  } catch {
    // Then it lasts until the page is left.
  }
}

function keptKey() {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

async function send(path, options = {}) {
  const headers = { ...options.headers, ...(key ? { Authorization: `Bearer ${key}` } : {}) };
  const response = await fetch(path, { ...options, headers }).catch((fault) => {
    if (fault.name === "AbortError") throw fault;
    throw new Problem(UNREACHABLE, "The server can’t be reached.");
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function problemOf(response) {
  const body = await response.json().catch(() => ({}));
  const wait = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
  return new Problem(response.status, said(body, response.status), Number.isFinite(wait) ? wait : null);
}

function said(problem, status) {
  if (status === LOCKED) return key ? "This key doesn’t fit." : "This Footnote answers only those who have a key.";
  const parts = [problem?.detail ?? problem?.title, ...(Array.isArray(problem?.errors) ? problem.errors.map(fieldFault) : [])];
  return [...new Set(parts.filter((part) => typeof part === "string" && part))].join(" ") || `The server answered with status ${status}.`;
}

function fieldFault(fault) {
  if (typeof fault === "string") return fault;
  const field = fault?.field ?? fault?.name;
  const detail = fault?.detail ?? fault?.message;
  return field && detail ? `${field}: ${detail}` : detail;
}

async function json(path, signal) {
  return (await send(path, { signal, headers: { Accept: "application/json" } })).json();
}

/** Asks; yields the server's events. The last one is completed, declined or failed, else a Problem says that it broke off. */
export async function* ask(request, signal) {
  const response = await send("/api/ask", {
    method: "POST",
    signal,
    headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
    body: JSON.stringify(request),
  });
  try {
    for await (const event of eventsOf(response.body)) {
      if (event.name === "failed") throw new Problem(event.value.status ?? 500, said(event.value, 500));
      yield event;
      if (event.name === "completed" || event.name === "declined") return;
    }
  } catch (fault) {
    if (fault instanceof Problem || fault.name === "AbortError") throw fault;
  }
  throw new Problem(CUT_OFF, "The answer broke off before it was complete and checked.");
}

export function documents(offset, limit, signal) {
  return json(`/api/documents?offset=${offset}&limit=${limit}`, signal);
}

export function documentWith(id, signal) {
  return json(`/api/documents/${encodeURIComponent(id)}`, signal);
}

export function search(question, limit, signal) {
  return json(`/api/search?q=${encodeURIComponent(question)}&limit=${limit}`, signal);
}

export async function isReady() {
  try {
    await send("/health/ready");
    return true;
  } catch (problem) {
    return problem.status !== 503;
  }
}

export function feedback(id, verdict, comment) {
  return send("/api/feedback", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(comment ? { id, verdict, comment } : { id, verdict }),
  });
}
