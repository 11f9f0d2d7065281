/** What is said when a question has no answer, and what can be done about it. */

import { element } from "./elements.js";
import { keyForm } from "./key-form.js";

/** The words for a turn's state; nothing if all is well. */
export function trouble(turn, acts) {
  switch (turn.state) {
    case "starting":
      return note("Footnote is still getting ready. Your question goes out as soon as it is.");
    case "stopped":
      return note(turn.partial ? "Stopped. What stands here is unfinished and unchecked." : "Stopped.");
    case "offline":
      return note(navigator.onLine ? turn.fault : "You are offline. Your conversations are still here.", again(turn, acts));
    case "limited":
      return note("Too many questions just now.", waiting(turn, acts));
    case "locked":
      return keyForm(turn.id, turn.fault, () => acts.again(turn));
    case "failed":
      return note(turn.fault || "That did not work.", again(turn, acts));
    default:
      return "";
  }
}

function note(words, ...acts) {
  return element("div", { class: "trouble", role: "status" }, element("p", {}, words), ...acts);
}

function again(turn, acts) {
  return element("button", { type: "button", class: "button", onclick: () => acts.again(turn) }, "Try again");
}

/** A button that counts down the seconds that the server has asked for. */
function waiting(turn, acts) {
  const button = again(turn, acts);
  const count = () => {
    const seconds = Math.ceil(((turn.waitUntil ?? 0) - Date.now()) / 1000);
    button.disabled = seconds > 0;
    button.textContent = seconds > 0 ? `Try again in ${seconds} s` : "Try again";
    if (seconds > 0) setTimeout(count, 500);
  };
  count();
  return button;
}
