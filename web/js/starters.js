/** Questions to begin and to go on with, made from sentences of the passages, so that the passages can answer them. */

import { LOCKED, documents, search } from "./api.js";
import { shortDate } from "./dates.js";
import { byId, element } from "./elements.js";
import { keyForm } from "./key-form.js";
import { pathOf } from "./links.js";
import { questionsIn } from "./questions.js";

const ASKED_ABOUT = 30;
const MOST_SEARCHES = 16;
const STARTERS = 4;
const FOLLOW_UPS = 3;

/** Fills the welcome page: what there is, and questions that it answers. */
export async function showStarters(ask, openDocument) {
  const place = byId("starters");
  try {
    const { total, documents: known } = await documents(0, ASKED_ABOUT);
    const newest = [...known].sort((one, other) => (other.date ?? "").localeCompare(one.date ?? "") || one.id.localeCompare(other.id));
    const questions = await startersFrom(newest);
    const words = element("p", { class: "quiet small" }, amount(total, newest));
    showIfNew(place, [words, questions.length ? questionList(questions, ask) : documentList(newest, openDocument)]);
  } catch (problem) {
    if (problem.status === LOCKED) askForKey(place, problem.message, () => showStarters(ask, openDocument));
    else place.replaceChildren();
  }
}

/** What is the same stays as it is: it may have the focus, or be about to be clicked. */
function showIfNew(place, children) {
  if (!children.every((one, at) => one.isEqualNode(place.children[at]))) place.replaceChildren(...children);
}

function askForKey(place, words, begin) {
  const unlocked = () => begin().then(() => (place.querySelector("input") ?? byId("question")).focus());
  place.replaceChildren(keyForm("starters", words, unlocked));
}

function amount(total, newest) {
  if (!total) return "There are no documents yet. Put some into the folder of passages.";
  const dated = newest.find((one) => one.date);
  return `${total.toLocaleString("en-GB")} document${total === 1 ? "" : "s"} to ask${dated && total <= ASKED_ABOUT ? `, the newest from ${shortDate(dated.date)}` : ""}`;
}

function questionList(questions, ask) {
  return element("ul", { class: "suggestions", "aria-label": "Questions that the passages answer" }, questions.map((one) => element("li", {}, element("button", { type: "button", class: "suggestion", dir: "auto", onclick: () => ask(one) }, one))));
}

function documentList(newest, open) {
  const items = newest.slice(0, STARTERS).map((one) => {
    const link = element("a", { href: pathOf(one.id), dir: "auto", class: "suggestion" }, one.title);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      open({ document: one.id }, link);
    });
    return element("li", {}, link);
  });
  return element("ul", { class: "suggestions", "aria-label": "Documents" }, items);
}

/** One question for each document in turn, and only such as the search leads back to the document that it came from. */
async function startersFrom(newest) {
  const found = [];
  const waiting = [];
  let searches = 0;
  for (const one of newest) {
    if (found.length === STARTERS || ++searches > MOST_SEARCHES / 2) break;
    const { sources } = await search(one.title, 3);
    const questions = [...new Set(sources.filter((source) => source.document === one.id).flatMap((source) => questionsIn(source.text)))];
    const question = questions.find((each) => !found.includes(each));
    if (question && (await leadsTo(question, one.id))) found.push(question);
    waiting.push(...questions.filter((each) => each !== question).map((each) => [each, one.id]));
  }
  for (const [question, document] of waiting) {
    if (found.length === STARTERS || ++searches > MOST_SEARCHES) break;
    if (!found.includes(question) && (await leadsTo(question, document))) found.push(question);
  }
  return found;
}

async function leadsTo(question, document) {
  const { sources } = await search(question, 1);
  return sources[0]?.document === document;
}

/** What the passages of a reply also answer: questions from sentences that it has not quoted. */
export function followUps(reply, asked) {
  if (reply.status !== "answered") return [];
  const quoted = reply.citations.map((one) => one.quote.replace(/\s+/g, " ")).join(" ");
  const already = new Set([...asked, reply.question, ...questionsIn(quoted)].map(bare));
  const found = reply.sources.slice(0, 6).flatMap((source) => questionsIn(source.text));
  return [...new Set(found)].filter((one) => !already.has(bare(one))).slice(0, FOLLOW_UPS);
}

function bare(question) {
  return question.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
