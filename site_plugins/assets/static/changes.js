/* Filters the list of changes by post and date; the choice stays in the address, so that it can be sent. */
(function () {
  "use strict";

  var LASTING = ["added", "removed", "tightened", "relaxed"];
  document.querySelectorAll(".sb-filter[data-filter=changes]").forEach(function (form) {
    var releases = Array.from(document.querySelectorAll(".sb-release"));
    var given = new URLSearchParams(location.search);
    ["post", "since"].forEach(function (name) { if (given.get(name)) { form.elements[name].value = given.get(name); } });
    function has(node, post) { return !post || (node.dataset.posts || "").split(" ").indexOf(post) >= 0; }
    function apply() {
      var post = form.elements.post.value, since = form.elements.since.value, meaning = form.elements.meaning.checked, shown = 0;
      releases.forEach(function (release) {
        var rows = Array.from(release.querySelectorAll("li[data-grade]"));
        rows.forEach(function (row) { row.hidden = !has(row, post) || (meaning && LASTING.indexOf(row.dataset.grade) < 0); });
        var fits = has(release, post) && (!since || release.dataset.day >= since);
        if (rows.length) { fits = fits && rows.some(function (row) { return !row.hidden; }); }
        release.hidden = !fits;
        shown += fits;
      });
      form.querySelector("output").textContent = shown;
      var query = new URLSearchParams();
      if (post) { query.set("post", post); }
      if (since) { query.set("since", since); }
      history.replaceState(null, "", query.toString() ? "?" + query : location.pathname);
    }
    form.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    if (form.elements.post.value || form.elements.since.value) { apply(); }
  });
})();
