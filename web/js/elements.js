/** Builds elements. Children that are strings become text nodes: nothing a document says is ever read as markup. */

export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key === "class") made.className = value;
    else if (key === "data") Object.assign(made.dataset, value);
    else made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

export function byId(id) {
  return document.getElementById(id);
}

/** A button with an icon and, unless it is told to show it, a name for those who can't see the icon. */
export function iconButton(icon, name, act, properties = {}) {
  const button = element("button", { type: "button", class: "icon", title: name, "aria-label": name, onclick: act, ...properties });
  button.append(drawn(icon));
  return button;
}

const DRAWINGS = {
  menu: "M4 7h16M4 12h10M4 17h16",
  plus: "M12 5v14M5 12h14",
  close: "M6 6l12 12M18 6L6 18",
  send: "M12 19V5M6 11l6-6 6 6",
  stop: "M8 8h8v8H8z",
  calendar: "M5 6.500h14v13H5zM5 10.500h14M9 4v4M15 4v4",
  copy: "M9 9h10v11H9zM5 15V4h10",
  link: "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
  again: "M19 12a7 7 0 1 1-2-5M17 3v4h-4",
  edit: "M5 19l1-4L16 5l3 3L9 18zM14 7l3 3",
  up: "M7 20V10l4-7c2 0 2.500 1.500 2 3l-1 4h6l-2 10zM4 10v10",
  down: "M7 4v10l4 7c2 0 2.500-1.500 2-3l-1-4h6L16 4zM4 14V4",
  download: "M12 4v11M7 11l5 5 5-5M5 20h14",
  braces: "M9 4c-3 0-3 1-3 4s0 3-2 4c2 1 2 1 2 4s0 4 3 4M15 4c3 0 3 1 3 4s0 3 2 4c-2 1-2 1-2 4s0 4-3 4",
  previous: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  out: "M14 5h5v5M19 5l-9 9M17 14v5H5V7h5",
  system: "M4 5h16v11H4zM9 20h6M12 16v4",
  light: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600L7 7M17 17l1.400 1.400M18.400 5.600L17 7M7 17l-1.400 1.400",
  dark: "M19 14A8 8 0 0 1 10 5a7.500 7.500 0 1 0 9 9z",
};
const SVG = "http://www.w3.org/2000/svg";

export function drawn(icon) {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", "0 0 24 24");
  picture.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", DRAWINGS[icon]);
  picture.append(line);
  return picture;
}

/** Changes the icon of a button that has one. */
export function redraw(button, icon) {
  button.querySelector("svg")?.remove();
  button.prepend(drawn(icon));
}

export function drawIcons(root = document) {
  for (const holder of root.querySelectorAll("[data-icon]")) redraw(holder, holder.dataset.icon);
}
