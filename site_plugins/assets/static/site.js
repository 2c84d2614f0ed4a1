/* Filters the table of limits by text and domain. */
(function () {
  "use strict";

  document.querySelectorAll(".sb-filter[data-filter=limits]").forEach(function (form) {
    var rows = Array.from(document.querySelectorAll(".sb-limits tbody tr"));
    /* 10 kV = 10kV = 10千伏: width, case, spaces and unit words do not matter. */
    function plain(text) {
      return text.normalize("NFKC").toLowerCase().replace(/千伏/g, "kv").replace(/千瓦/g, "kw");
    }
    var contents = rows.map(function (row) { return plain(row.textContent).replace(/\s+/g, ""); });
    function apply() {
      var words = plain(form.elements.text.value).replace(/(\d)\s+(?=[a-z])/g, "$1").split(/\s+/), domain = form.elements.domain.value, shown = 0;
      rows.forEach(function (row, i) {
        var fits = (!domain || row.dataset.domain === domain) && words.every(function (w) { return contents[i].indexOf(w) >= 0; });
        row.hidden = !fits;
        shown += fits;
      });
      form.querySelector("output").textContent = shown;
    }
    form.addEventListener("input", apply);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
  });
})();
