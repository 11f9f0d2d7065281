/* Runs before the first paint, so that nobody sees the wrong colours flash by. */
(function () {
  var root = document.documentElement;
  try {
    var chosen = JSON.parse(localStorage.getItem("footnote.theme"));
    if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  } catch (blocked) {
    /* Without storage the system's choice stands. */
  }
  if (new URLSearchParams(location.search).has("embedded")) root.classList.add("embedded");
})();
