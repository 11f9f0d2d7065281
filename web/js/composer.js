/** The question box: Enter sends, Shift+Enter breaks the line, Escape stops. */

import { byId } from "./elements.js";
import { cleaned } from "./request.js";

const WARN_FROM = 1_800;

export class Composer {
  #field = byId("question");
  #form = byId("composer");
  #busy = false;
  #editing = null;

  /** @param acts `ask(text, editedTurn)` and `stop()` */
  constructor(acts) {
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send(acts.ask);
    });
    this.#field.addEventListener("keydown", (event) => {
      // Enter also ends the choice of a character in an input method, and must not send then.
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#send(acts.ask);
    });
    this.#field.addEventListener("input", () => this.#fit());
    byId("stop").addEventListener("click", acts.stop);
    this.#fit();
  }

  focus() {
    this.#field.focus();
  }

  get isEditing() {
    return this.#editing !== null;
  }

  /** Puts a turn's question back into the box; sending replaces it and what came after. */
  edit(turn, later) {
    this.#editing = turn;
    this.#field.value = turn.question;
    const note = byId("editing");
    note.hidden = false;
    note.textContent = later ? "Editing. The answers after this question go when you send. Esc leaves it as it is." : "Editing. Esc leaves it as it is.";
    this.#fit();
    this.#field.focus();
    this.#field.setSelectionRange(turn.question.length, turn.question.length);
  }

  leaveEditing() {
    this.#editing = null;
    byId("editing").hidden = true;
    this.#field.value = "";
    this.#fit();
  }

  busy(isBusy) {
    this.#busy = isBusy;
    const had = document.activeElement;
    byId("stop").hidden = !isBusy;
    byId("send").hidden = isBusy;
    if (had === byId("stop") || had === byId("send")) this.#field.focus();
  }

  #send(ask) {
    const text = cleaned(this.#field.value);
    if (this.#busy || !text) return;
    const edited = this.#editing;
    this.leaveEditing();
    ask(text, edited);
  }

  #fit() {
    const length = this.#field.value.length;
    byId("counter").textContent = length > WARN_FROM ? `${length} of ${this.#field.maxLength}` : "";
    byId("send").disabled = !this.#field.value.trim();
    if (CSS.supports("field-sizing", "content")) return;
    this.#field.style.height = "auto";
    this.#field.style.height = `${this.#field.scrollHeight}px`;
  }
}
