/** The card that a marker shows when it is pointed at or has the focus: what is cited, from when, and the very words. */

import { byId, element } from "./elements.js";
import { longDate } from "./dates.js";

const GAP = 8;
const LINGER = 150;
let shownFor = null;
let leaving = 0;

/** Shows the card for the markers inside, whichever citation they stand for at that moment. */
export function cardFor(container, citationOf) {
  const show = (event) => {
    const button = event.target.closest?.(".marker");
    if (button) reveal(button, citationOf(Number(button.dataset.marker)));
  };
  container.addEventListener("pointerover", (event) => event.pointerType !== "touch" && show(event));
  container.addEventListener("focusin", (event) => event.target.matches?.(":focus-visible") && show(event));
  container.addEventListener("pointerout", leave);
  container.addEventListener("focusout", hideCard);
}

export function watchCard() {
  const card = byId("card");
  card.addEventListener("pointerenter", () => clearTimeout(leaving));
  card.addEventListener("pointerleave", leave);
  const follow = () => shownFor && place(card, shownFor.getBoundingClientRect());
  byId("scroller").addEventListener("scroll", follow, { passive: true });
  window.addEventListener("resize", follow);
}

function reveal(button, citation) {
  clearTimeout(leaving);
  if (!citation || shownFor === button) return;
  hideCard();
  const card = byId("card");
  card.replaceChildren(
    element("p", { class: "card-title", dir: "auto" }, citation.title),
    element("p", { class: "card-origin" }, element("time", {}, longDate(citation.date)), citation.source ? ` · ${citation.source}` : ""),
    element("blockquote", { dir: "auto" }, citation.quote),
  );
  shownFor = button;
  button.setAttribute("aria-describedby", "card");
  card.showPopover();
  place(card, button.getBoundingClientRect());
}

/** Above the marker if there is room, else below; always inside the window. */
function place(card, near) {
  const { width, height } = card.getBoundingClientRect();
  const left = Math.min(Math.max(GAP, near.left - width / 3), window.innerWidth - width - GAP);
  const above = near.top - height - GAP;
  card.style.left = `${Math.max(GAP, left)}px`;
  card.style.top = `${above > GAP ? above : near.bottom + GAP}px`;
}

/** The pointer's going hides no card that the keyboard has called. */
function leave() {
  clearTimeout(leaving);
  if (shownFor?.matches(":focus-visible")) return;
  leaving = setTimeout(hideCard, LINGER);
}

/** Hides the card; true if there was one. */
export function hideCard() {
  clearTimeout(leaving);
  if (!shownFor) return false;
  shownFor.removeAttribute("aria-describedby");
  shownFor = null;
  byId("card").hidePopover();
  return true;
}
