/** Asks for the key that the server wants; it is kept in this tab alone. */

import { useKey } from "./api.js";
import { element } from "./elements.js";

/** @param unlocked called once there is a key to try */
export function keyForm(id, words, unlocked) {
  const field = element("input", { type: "password", autocomplete: "current-password", id: `key-${id}`, required: true });
  const form = element("form", { class: "trouble" }, element("label", { for: field.id }, words), field, element("button", { type: "submit", class: "button" }, "Use this key"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!field.value.trim()) return;
    useKey(field.value.trim());
    unlocked();
  });
  return form;
}
