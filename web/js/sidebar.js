/** The list of conversations: open, rename, delete, search, begin a new one. */

import { byId, drawn, element, iconButton } from "./elements.js";

const BESIDE = window.matchMedia("(min-width: 62rem)");

export class Sidebar {
  #conversations;
  #acts;
  #shelf;
  #current = null;
  #search = byId("search-conversations");
  #toggle = byId("toggle-conversations");

  /** @param acts `open(id)`, `begin()`, `removed(id)` and `renamed()` */
  constructor(conversations, acts, shelf) {
    this.#conversations = conversations;
    this.#acts = acts;
    this.#shelf = shelf;
    this.#search.addEventListener("input", () => this.draw());
    byId("new-conversation").addEventListener("click", () => this.#leave(acts.begin));
    this.#toggle.addEventListener("click", () => this.#show(!this.isOpen, true));
    byId("backdrop").addEventListener("click", () => this.#show(false, true));
    BESIDE.addEventListener("change", () => this.#settle());
    this.#settle();
  }

  get isOpen() {
    return document.documentElement.classList.contains("conversations-open");
  }

  /** Closes the drawer of a small screen; true if it was open. */
  close() {
    if (BESIDE.matches || !this.isOpen) return false;
    this.#show(false, false);
    this.#toggle.focus();
    return true;
  }

  draw(current = this.#current) {
    this.#current = current;
    const found = this.#conversations.list(this.#search.value);
    byId("conversation-list").replaceChildren(...found.map((one) => this.#item(one)));
    byId("conversations-note").textContent = this.#note(found.length);
  }

  #note(shown) {
    if (this.#search.value.trim() && !shown) return "No conversation holds these words.";
    return this.#shelf.blocked ? "This browser keeps nothing: conversations last until the page is closed." : "Conversations stay in this browser.";
  }

  #item(conversation) {
    const open = element("button", { type: "button", class: "conversation", dir: "auto", "aria-current": conversation.id === this.#current ? "true" : null }, conversation.title);
    open.addEventListener("click", () => this.#leave(() => this.#acts.open(conversation.id)));
    const rename = iconButton("edit", "Rename", () => this.#rename(item, conversation));
    const remove = iconButton("trash", "Delete", () => this.#confirm(item, conversation));
    for (const button of [rename, remove]) button.setAttribute("aria-label", `${button.title}: ${conversation.title}`);
    const item = element("li", {}, open, rename, remove);
    return item;
  }

  #rename(item, conversation) {
    const field = element("input", { type: "text", maxlength: 80, "aria-label": "New title", dir: "auto" });
    field.value = conversation.title;
    let left = false;
    const leave = (keep) => {
      if (left) return;
      left = true;
      if (keep) this.#conversations.rename(conversation, field.value);
      this.draw();
      this.#acts.renamed();
    };
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== "Escape") return;
      event.stopPropagation();
      leave(event.key === "Enter");
      this.#search.focus();
    });
    field.addEventListener("blur", () => leave(true));
    item.replaceChildren(field);
    field.select();
  }

  #confirm(item, conversation) {
    const yes = element("button", { type: "button", class: "button" }, drawn("trash"), "Delete for good");
    const no = element("button", { type: "button", class: "button plain" }, "Keep");
    yes.addEventListener("click", () => {
      this.#conversations.remove(conversation.id);
      this.draw();
      this.#acts.removed(conversation.id);
      this.#search.focus();
    });
    no.addEventListener("click", () => {
      this.draw();
      this.#search.focus();
    });
    item.replaceChildren(element("div", { class: "confirm", role: "group", "aria-label": `Delete ${conversation.title}?` }, yes, no));
    no.focus();
  }

  #leave(act) {
    if (!BESIDE.matches) this.#show(false, false);
    act();
  }

  #settle() {
    this.#show(BESIDE.matches && this.#shelf.read("sidebar") !== false, false);
  }

  #show(open, chosen) {
    document.documentElement.classList.toggle("conversations-open", open);
    this.#toggle.setAttribute("aria-expanded", String(open));
    byId("conversations").inert = !open;
    byId("main").inert = open && !BESIDE.matches;
    if (chosen && BESIDE.matches) this.#shelf.write("sidebar", open);
    if (chosen && open && !BESIDE.matches) byId("new-conversation").focus();
  }
}
