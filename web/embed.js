/*
 * Puts Footnote in a corner of another site's page:
 *   <script src="https://FOOTNOTE/embed.js" data-label="Ask the archive" data-side="right" async></script>
 * The server names the sites that may do so (its setting --embed-origins).
 */
(function () {
  "use strict";
  const script = document.currentScript;
  const home = new URL(script.src).origin;
  const label = script.dataset.label || "Ask Footnote";
  const side = script.dataset.side === "left" ? "left" : "right";

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial; }
    button { position: fixed; z-index: 2147483000; ${side}: 1rem; bottom: 1rem; padding: 0.75rem 1.125rem; border: 0; border-radius: 1.5rem;
      font: 600 1rem/1.2 system-ui, sans-serif; color: #fff; background: #9a3412; box-shadow: 0 4px 16px rgb(0 0 0 / 25%); cursor: pointer; }
    button:focus-visible { outline: 3px solid #9a3412; outline-offset: 3px; }
    iframe { position: fixed; z-index: 2147483001; ${side}: 1rem; bottom: 1rem; width: min(26rem, calc(100vw - 2rem)); height: min(42rem, calc(100dvh - 2rem));
      border: 0; border-radius: 1rem; background: Canvas; box-shadow: 0 8px 40px rgb(0 0 0 / 35%); }
    [hidden] { display: none; }
    @media (max-width: 30rem) { iframe { inset: 0; width: 100vw; height: 100dvh; border-radius: 0; } }
    @media print { :host { display: none; } }
  `);

  function begin() {
    const host = document.createElement("footnote-chat");
    const root = host.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.setAttribute("aria-haspopup", "dialog");
    button.setAttribute("aria-expanded", "false");
    root.append(button);
    document.body.append(host);

    let frame = null;
    const show = (open) => {
      if (open && !frame) {
        frame = document.createElement("iframe");
        frame.src = `${home}/?embedded`;
        frame.title = label;
        frame.allow = "clipboard-write";
        root.append(frame);
      }
      frame.hidden = !open;
      button.hidden = open;
      button.setAttribute("aria-expanded", String(open));
      (open ? frame : button).focus();
    };
    button.addEventListener("click", () => show(true));
    window.addEventListener("message", (event) => {
      if (frame && event.source === frame.contentWindow && event.origin === home && event.data === "footnote:close") show(false);
    });
  }

  if (document.body) begin();
  else document.addEventListener("DOMContentLoaded", begin);
})();
