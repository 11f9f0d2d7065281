/** Puts the page together. */

import { showBanner, untilReady, watchConnection } from "./banner.js";
import { hideCard, watchCard } from "./card.js";
import { Chat } from "./chat.js";
import { Composer } from "./composer.js";
import { Conversations } from "./conversations.js";
import { DateFilter } from "./date-filter.js";
import { DocumentPanel } from "./document-panel.js";
import { byId, drawIcons } from "./elements.js";
import { asJson, asMarkdown, fileName, saveAs } from "./export.js";
import { pathOf, placeOf } from "./links.js";
import { cleaned } from "./request.js";
import { Shelf } from "./shelf.js";
import { Sidebar } from "./sidebar.js";
import { showStarters } from "./starters.js";
import { themeSwitch } from "./theme-switch.js";

const EMBEDDED = document.documentElement.classList.contains("embedded");
const HOME = EMBEDDED ? "/?embedded" : "/";
const CURRENT = "current";

drawIcons();
const shelf = new Shelf();
const conversations = new Conversations(shelf);
const filter = new DateFilter();
const panel = new DocumentPanel(() => placeOf(location) && leaveDocument());
const chat = new Chat({
  dates: () => filter.value,
  busy: (isBusy) => composer.busy(isBusy),
  kept: keep,
  edit: (turn, later) => composer.edit(turn, later),
  openCitation: showCitation,
  openSource: (source, opener) => showDocument({ document: source.document, passage: source.passage }, opener),
});
const composer = new Composer({ ask: send, stop: () => chat.stop() });
const sidebar = new Sidebar(conversations, { open: openConversation, begin, removed, renamed: () => undefined }, shelf);

function send(text, edited) {
  begun(true);
  composer.focus();
  chat.ask(text, edited);
}

function keep(conversation) {
  const kept = conversations.save(conversation);
  if (!kept && !shelf.blocked) showBanner("This browser’s storage is full. This conversation lasts until the page is closed: export it, or delete others.");
  if (conversation === chat.conversation) remember(conversation.id);
  sidebar.draw(chat.conversation.id);
  begun(chat.conversation.turns.length > 0);
}

/** The open conversation belongs to this tab, so that another tab may have another one open. */
function remember(id) {
  try {
    sessionStorage.setItem(CURRENT, id);
  } catch {
    // Then a reload begins with a new conversation.
  }
}

function remembered() {
  try {
    return conversations.find(sessionStorage.getItem(CURRENT) ?? "");
  } catch {
    return undefined;
  }
}

function begun(hasTurns) {
  document.documentElement.classList.remove("resuming");
  byId("welcome").hidden = hasTurns;
  for (const id of ["export-markdown", "export-json"]) byId(id).hidden = !hasTurns || EMBEDDED;
}

function show(conversation) {
  if (composer.isEditing) composer.leaveEditing();
  hideCard();
  chat.show(conversation);
  begun(conversation.turns.length > 0);
  sidebar.draw(conversation.id);
}

function openConversation(id) {
  show(conversations.find(id) ?? conversations.start());
  remember(id);
  composer.focus();
}

function begin() {
  show(conversations.start());
  remember("");
  composer.focus();
  showStarters(send, showDocument);
}

function removed(id) {
  if (chat.conversation.id === id) begin();
}

function showCitation(citation, among, opener) {
  const step = (other) => showCitation(other, among, null);
  showDocument({ document: citation.document, start: citation.start, end: citation.end, quote: citation.quote, marker: citation.marker }, opener, among, step);
}

function showDocument(place, opener, among = [], step = null) {
  hideCard();
  const path = pathOf(place.document, place.start, place.end);
  if (!EMBEDDED) history[placeOf(location) ? "replaceState" : "pushState"]({ pushed: placeOf(location) ? history.state?.pushed : true }, "", path);
  panel.open(place, among, opener, step);
}

/** Back to where the reader came from, or, after a link from outside, to the chat. */
function leaveDocument() {
  if (history.state?.pushed) history.back();
  else history.replaceState(null, "", HOME);
}

function follow() {
  const place = placeOf(location);
  if (place) panel.open(place);
  else if (panel.isOpen) panel.close();
}

function escape() {
  if (hideCard() || filter.close() || sidebar.close()) return;
  if (chat.isRunning) chat.stop();
  else if (composer.isEditing) composer.leaveEditing();
  else if (panel.isOpen) panel.close();
  else if (EMBEDDED) closeEmbedded();
}

/** The word itself says nothing that another site may not hear. */
function closeEmbedded() {
  window.parent.postMessage("footnote:close", "*");
}

function isTyping(target) {
  return target.closest("input, textarea, select, [contenteditable]") !== null;
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") escape();
  else if (event.key === "/" && !isTyping(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    composer.focus();
  }
});
window.addEventListener("popstate", follow);
window.addEventListener("hashchange", () => placeOf(location) && follow());
window.addEventListener("storage", (event) => {
  if (event.key !== null && !event.key.startsWith("footnote.conversation.")) return;
  if (chat.isRunning) return;
  conversations.reload();
  sidebar.draw();
});
byId("export-markdown").addEventListener("click", () => saveAs(fileName(chat.conversation, "md"), "text/markdown", asMarkdown(chat.conversation)));
byId("export-json").addEventListener("click", () => saveAs(fileName(chat.conversation, "json"), "application/json", asJson(chat.conversation)));
if (EMBEDDED) {
  byId("close-embedded").hidden = false;
  byId("close-embedded").addEventListener("click", closeEmbedded);
  document.querySelector(".wordmark a").href = HOME;
}

/** A link may bring a question along, for instance from an answer that was too long for where it stood. */
function broughtQuestion() {
  const question = cleaned(new URLSearchParams(location.search).get("q") ?? "");
  if (question) history.replaceState(null, "", HOME);
  return question;
}

const brought = broughtQuestion();
themeSwitch(shelf);
watchCard();
watchConnection();
show((!brought && remembered()) || conversations.start());
follow();
if (!placeOf(location)) composer.focus();
untilReady().then(() => (brought ? send(brought) : showStarters(send, showDocument)));
