/** Up or down for an answer, with a word about why. */

import { feedback } from "./api.js";
import { drawn, element } from "./elements.js";

const LONGEST = 2000;

/** @param kept called with the verdict once the server has it */
export function feedbackButtons(turn, kept) {
  const note = element("span", { class: "quiet small", role: "status" });
  const place = element("div", { class: "comment-place" });
  const buttons = ["up", "down"].map((verdict) => verdictButton(verdict, turn));
  const send = async (verdict, comment) => {
    try {
      await feedback(turn.reply.id, verdict, comment);
      kept(verdict);
      buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.verdict === verdict)));
      note.textContent = comment ? "Thank you, that is kept." : "";
    } catch (problem) {
      note.textContent = problem.status === 404 ? "This server keeps no feedback." : "That could not be kept.";
      return;
    }
    place.replaceChildren(comment ? "" : commentForm(verdict, (words) => send(verdict, words), () => place.replaceChildren()));
  };
  buttons.forEach((button) => button.addEventListener("click", () => send(button.dataset.verdict, "")));
  return { buttons: [...buttons, note], place };
}

function verdictButton(verdict, turn) {
  const name = verdict === "up" ? "A good answer" : "A bad answer";
  return element("button", { type: "button", class: "icon", title: name, "aria-label": name, "aria-pressed": String(turn.verdict === verdict), data: { verdict } }, drawn(verdict));
}

function commentForm(verdict, send, dismiss) {
  const ask = verdict === "up" ? "What was good about it?" : "What was wrong with it?";
  const field = element("textarea", { rows: "2", maxlength: LONGEST, "aria-label": ask, placeholder: `${ask} (if you like)` });
  const form = element("form", { class: "comment" }, field, element("div", { class: "comment-tools" }, element("button", { type: "submit", class: "button" }, "Send"), element("button", { type: "button", class: "button plain", onclick: dismiss }, "No comment")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = field.value.trim();
    if (words) send(words);
    else dismiss();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      dismiss();
    }
  });
  return form;
}
