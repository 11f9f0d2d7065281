/** Colours by the system, or by the reader's choice. */

import { byId, redraw } from "./elements.js";

const ORDER = ["system", "light", "dark"];
const NAMES = { system: "as the system", light: "light", dark: "dark" };

export function themeSwitch(shelf) {
  const button = byId("theme");
  const show = (theme) => {
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    redraw(button, theme);
    button.title = `Colours: ${NAMES[theme]}`;
    button.setAttribute("aria-label", button.title);
  };
  const chosen = () => document.documentElement.dataset.theme ?? "system";
  show(chosen());
  button.addEventListener("click", () => {
    const next = ORDER[(ORDER.indexOf(chosen()) + 1) % ORDER.length];
    show(next);
    shelf.write("theme", next);
  });
}
