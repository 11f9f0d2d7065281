/** The document beside the chat, scrolled to the words that were cited; a sheet on a small screen. */

import { LOCKED, documentWith } from "./api.js";
import { copied } from "./clipboard.js";
import { longDate } from "./dates.js";
import { textBlocks } from "./document-text.js";
import { byId, drawn, element, iconButton } from "./elements.js";
import { keyForm } from "./key-form.js";
import { outside, shareLink } from "./links.js";

const BESIDE = window.matchMedia("(min-width: 75rem)");

export class DocumentPanel {
  #dialog = byId("document");
  #onClose;
  #shown = null;
  #opener = null;
  #loading = null;

  /** @param onClose called after the reader has closed the panel */
  constructor(onClose) {
    this.#onClose = onClose;
    this.#dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.close();
    });
    this.#dialog.addEventListener("click", (event) => event.target === this.#dialog && this.close());
    this.#dialog.addEventListener("keydown", (event) => this.#key(event));
    BESIDE.addEventListener("change", () => this.isOpen && this.#present());
  }

  get isOpen() {
    return this.#dialog.open;
  }

  /**
   * Shows a document.
   * @param place `{document, start, end, quote, passage}`; all but the document may be null
   * @param among the citations to step through; empty for none
   * @param opener gets the focus back
   */
  async open(place, among = [], opener = null, step = null) {
    this.#loading?.abort();
    this.#loading = new AbortController();
    const signal = this.#loading.signal;
    this.#opener = opener ?? this.#opener;
    if (!this.isOpen) this.#frame(element("p", { class: "quiet" }, "Opening…"));
    this.#present();
    try {
      const found = this.#shown?.id === place.document ? this.#shown : await documentWith(place.document, signal);
      this.#shown = found;
      this.#draw(found, place, among, step);
    } catch (problem) {
      if (problem.status === LOCKED) this.#locked(problem, () => this.open(place, among, null, step));
      else if (problem.name !== "AbortError") this.#absent(place, problem);
    }
  }

  close() {
    this.hide();
    const opener = this.#opener;
    this.#opener = null;
    if (opener?.isConnected) opener.focus();
    else byId("question").focus();
    this.#onClose();
  }

  /** Takes the panel away without a word to anybody. */
  hide() {
    this.#loading?.abort();
    this.#shown = null;
    if (this.#dialog.open) this.#dialog.close();
    document.documentElement.classList.remove("reading-document");
  }

  #present() {
    const modal = !BESIDE.matches;
    if (this.#dialog.open && this.#dialog.matches(":modal") === modal) return;
    const focused = this.#dialog.contains(document.activeElement) ? document.activeElement : null;
    if (this.#dialog.open) this.#dialog.close();
    if (modal) this.#dialog.showModal();
    else this.#dialog.show();
    focused?.focus();
    document.documentElement.classList.add("reading-document");
  }

  #frame(...content) {
    const close = iconButton("close", "Close the document", () => this.close());
    const bar = element("div", { class: "document-bar" }, element("span", { class: "document-steps" }), element("span", { class: "document-share" }), close);
    this.#dialog.replaceChildren(bar, ...content);
  }

  #draw(found, place, among, step) {
    const spot = spotOf(found, place);
    const pressed = document.activeElement?.dataset.key;
    const body = element("div", { class: "document-body", tabindex: "0", role: "region", "aria-label": "Text of the document" }, textBlocks(found.text, spansOf(found, spot, among, place.marker), found.passages));
    this.#frame(headOf(found), spot.changed ? wordsOnce(place.quote, "The document has changed since it was cited. The words were:") : "", body);
    this.#bar(found, spot, place, among, step);
    const mark = this.#dialog.querySelector("mark.current");
    if (mark) mark.scrollIntoView({ block: "center" });
    else body.scrollTop = 0;
    const stay = pressed && this.#dialog.querySelector(`[data-key="${pressed}"]:not(:disabled)`);
    (stay || this.#dialog.querySelector("#document-title")).focus({ preventScroll: true });
  }

  #bar(found, spot, place, among, step) {
    const steps = this.#dialog.querySelector(".document-steps");
    const at = among.findIndex((one) => one.marker === place.marker);
    if (at >= 0 && step) {
      const previous = iconButton("previous", "Previous footnote", () => step(among[at - 1]), { disabled: at === 0, data: { key: "p" } });
      const next = iconButton("next", "Next footnote", () => step(among[at + 1]), { disabled: at === among.length - 1, data: { key: "n" } });
      steps.append(previous, element("span", { class: "document-count" }, `Footnote ${place.marker} of ${among.length}`), next);
    }
    const link = shareLink({ document: found.id, start: spot.start, end: spot.end, quote: spot.start === null ? "" : found.text.slice(spot.start, spot.end) });
    const share = iconButton("link", "Copy a link to this place", async () => {
      const done = await copied(link);
      share.title = done ? "Copied" : link;
      share.setAttribute("aria-label", share.title);
      share.classList.toggle("done", done);
    });
    this.#dialog.querySelector(".document-share").append(share);
  }

  #absent(place, problem) {
    this.#shown = null;
    const gone = problem.status === 404;
    const title = gone ? "This document is no longer among the passages" : "The document can’t be opened";
    this.#frame(element("div", { class: "document-head" }, element("h2", { id: "document-title", tabindex: "-1" }, title), element("p", { class: "quiet" }, gone ? "It has been removed or renamed since it was cited." : problem.message)), place.quote ? wordsOnce(place.quote, "The words that were cited:") : "");
    this.#dialog.querySelector("#document-title").focus();
  }

  #locked(problem, again) {
    const form = keyForm("document", problem.message, again);
    this.#frame(element("div", { class: "document-head" }, element("h2", { id: "document-title", tabindex: "-1" }, "This document is behind a key")), form);
    form.querySelector("input").focus();
  }

  #key(event) {
    if (event.key === "Escape") {
      event.stopPropagation();
      event.preventDefault();
      this.close();
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    this.#dialog.querySelector(`.document-steps [data-key="${CSS.escape(event.key)}"]:not(:disabled)`)?.click();
  }
}

function headOf(found) {
  const address = outside(found.url);
  return element(
    "div",
    { class: "document-head" },
    element("h2", { id: "document-title", tabindex: "-1", dir: "auto" }, found.title || "Untitled"),
    element("p", { class: "document-origin" }, element("time", { datetime: found.date ?? undefined }, longDate(found.date)), found.source ? ` · ${found.source}` : "", address ? element("a", { href: address, rel: "noopener noreferrer nofollow", target: "_blank", class: "document-address" }, "as published", drawn("out")) : ""),
  );
}

/** Where the quote stands today: at its place, elsewhere, or nowhere any more. */
function spotOf(found, { start, end, quote, passage }) {
  if (passage && !quote) {
    const whole = found.passages?.find((one) => one.id === passage);
    return { start: whole?.start ?? null, end: whole?.end ?? null, name: "passage", changed: false };
  }
  if (start === null || start === undefined) return { start: null, end: null, changed: false };
  if (!quote || found.text.slice(start, end) === quote) return { start, end: Math.min(end, found.text.length), changed: false };
  const elsewhere = found.text.indexOf(quote);
  return elsewhere < 0 ? { start: null, end: null, changed: true } : { start: elsewhere, end: elsewhere + quote.length, changed: false };
}

function spansOf(found, spot, among, marker) {
  const current = spot.start === null ? [] : [{ start: spot.start, end: spot.end, name: `current ${spot.name ?? "quote"}`, data: marker ? { marker } : {} }];
  const others = among.filter((one) => one.document === found.id && found.text.slice(one.start, one.end) === one.quote);
  return [...current, ...others.map((one) => ({ start: one.start, end: one.end, name: "quote", data: { marker: one.marker } }))];
}

function wordsOnce(quote, about) {
  return element("div", { class: "document-changed" }, element("p", {}, about), element("blockquote", { dir: "auto" }, quote));
}
