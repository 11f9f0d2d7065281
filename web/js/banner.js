/** The line at the top that says when the server is starting or out of reach. */

import { isReady } from "./api.js";
import { byId } from "./elements.js";

const PATIENCE = 1_000;

export function showBanner(words) {
  const banner = byId("banner");
  banner.textContent = words;
  banner.classList.toggle("shown", words !== "");
}

/** Resolves once the server can answer; says so meanwhile. Stops waiting when the signal says so. */
export async function untilReady(signal) {
  while (!(await isReady())) {
    showBanner("Footnote is reading its passages. It can answer in a moment.");
    await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    if (signal?.aborted) throw signal.reason;
  }
  showBanner("");
}

export function watchConnection() {
  const say = () => showBanner(navigator.onLine ? "" : "You are offline. Your conversations are still here.");
  window.addEventListener("online", say);
  window.addEventListener("offline", say);
  if (!navigator.onLine) say();
}
