/** The dates that the next questions are bound to: a range for the documents, and the day that counts as now. */

import { span, longDate } from "./dates.js";
import { byId } from "./elements.js";

export class DateFilter {
  #from = byId("date-from");
  #to = byId("date-to");
  #asOf = byId("date-as-of");
  #details = byId("dates");

  constructor() {
    for (const field of [this.#from, this.#to, this.#asOf]) field.addEventListener("change", () => this.#show());
    byId("dates-clear").addEventListener("click", () => this.#clear());
    byId("dates-remove").addEventListener("click", () => this.#clear());
    document.addEventListener("click", (event) => {
      if (!this.#details.contains(event.target)) this.#details.open = false;
    });
    this.#show();
  }

  /** The dates as the API takes them; a range that ends before it begins counts for nothing. */
  get value() {
    return this.#fault() ? { from: null, to: null, asOf: null } : { from: this.#from.value || null, to: this.#to.value || null, asOf: this.#asOf.value || null };
  }

  /** Closes the panel; true if it was open. */
  close() {
    if (!this.#details.open) return false;
    this.#details.open = false;
    byId("dates-summary").focus();
    return true;
  }

  #clear() {
    for (const field of [this.#from, this.#to, this.#asOf]) field.value = "";
    this.#details.open = false;
    this.#show();
    byId("question").focus();
  }

  #fault() {
    return Boolean(this.#from.value && this.#to.value && this.#from.value > this.#to.value);
  }

  #show() {
    byId("dates-fault").textContent = this.#fault() ? "The range ends before it begins." : "";
    const { from, to, asOf } = this.value;
    const parts = [from || to ? span(from, to) : "", asOf ? `as of ${longDate(asOf)}` : ""].filter(Boolean);
    byId("dates-label").textContent = parts.join(", ") || "Any date";
    byId("dates-remove").hidden = parts.length === 0;
    this.#details.classList.toggle("set", parts.length > 0);
  }
}
