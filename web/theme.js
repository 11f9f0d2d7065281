/* Runs before the first paint, so that nobody sees the wrong colours flash by, or the page jump when the rest has come. */
(function () {
  var root = document.documentElement;
  function kept(name) {
    try {
      return JSON.parse(localStorage.getItem("footnote." + name));
    } catch (blocked) {
      return null;
    }
  }
  var chosen = kept("theme");
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  if (matchMedia("(min-width: 62rem)").matches && kept("sidebar") !== false) root.classList.add("conversations-open");
  try {
    if (kept("conversation." + sessionStorage.getItem("current"))) root.classList.add("resuming");
  } catch (blocked) {
    /* Without storage there is nothing to go on with. */
  }
  if (new URLSearchParams(location.search).has("embedded")) root.classList.add("embedded");
})();
