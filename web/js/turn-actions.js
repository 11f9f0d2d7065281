/** What can be done with a turn that has ended: copy it, ask again, edit the question, judge the answer. */

import { copied } from "./clipboard.js";
import { element, iconButton } from "./elements.js";
import { answerText } from "./export.js";
import { feedbackButtons } from "./feedback.js";
import { receipt } from "./receipt.js";

export function actionRow(turn, acts) {
  const again = iconButton("again", "Ask again", () => acts.again(turn));
  const edit = iconButton("edit", "Edit the question", () => acts.edit(turn));
  if (!turn.reply) return element("div", { class: "actions" }, again, edit);
  const { buttons, place } = feedbackButtons(turn, (verdict) => acts.judged(turn, verdict));
  return element("div", {}, element("div", { class: "actions" }, copyButton(turn), again, edit, ...buttons, receipt(turn)), place);
}

function copyButton(turn) {
  const note = (text) => {
    button.title = text;
    button.setAttribute("aria-label", text);
  };
  const button = iconButton("copy", "Copy with footnotes", async () => {
    const done = await copied(answerText(turn.reply));
    note(done ? "Copied" : "This browser does not let the page copy");
    button.classList.toggle("done", done);
    setTimeout(() => {
      note("Copy with footnotes");
      button.classList.remove("done");
    }, 2_000);
  });
  return button;
}
