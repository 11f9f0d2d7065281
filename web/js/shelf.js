/** The browser's storage, which may be blocked, full or filled with rubbish: then the page remembers until it is closed. */

export class Shelf {
  #store;
  #prefix;
  #unkept = new Map();

  constructor(prefix = "footnote.") {
    this.#prefix = prefix;
    try {
      this.#store = window.localStorage;
      this.#store.getItem(prefix);
    } catch {
      this.#store = undefined;
    }
  }

  get blocked() {
    return !this.#store;
  }

  /** The value, or undefined if there is none or it can't be read. */
  read(key) {
    try {
      const text = this.#unkept.get(key) ?? this.#store?.getItem(this.#prefix + key);
      return text === null || text === undefined ? undefined : JSON.parse(text);
    } catch {
      return undefined;
    }
  }

  /** Keeps a value; false if only this page can remember it. */
  write(key, value) {
    const text = JSON.stringify(value);
    try {
      this.#store.setItem(this.#prefix + key, text);
      this.#unkept.delete(key);
      return true;
    } catch {
      this.#unkept.set(key, text);
      return false;
    }
  }

  remove(key) {
    this.#unkept.delete(key);
    try {
      this.#store?.removeItem(this.#prefix + key);
    } catch {
      // What can't be removed was never kept.
    }
  }

  /** The keys that begin so, sorted. */
  keys(start) {
    const found = new Set([...this.#unkept.keys()]);
    try {
      for (const key of Object.keys(this.#store ?? {})) {
        if (key.startsWith(this.#prefix)) found.add(key.slice(this.#prefix.length));
      }
    } catch {
      // A store that can't be listed holds nothing that could be shown.
    }
    return [...found].filter((key) => key.startsWith(start)).sort();
  }
}
