/* Filters the table of limits by text and domain. */
(function () {
  "use strict";

  document.querySelectorAll(".sb-filter[data-filter=limits]").forEach(function (form) {
    var rows = Array.from(document.querySelectorAll(".sb-limits tbody tr"));
    function apply() {
      var text = form.elements.text.value.trim().toLowerCase(), domain = form.elements.domain.value, shown = 0;
      rows.forEach(function (row) {
        var fits = (!domain || row.dataset.domain === domain) && row.textContent.toLowerCase().indexOf(text) >= 0;
        row.hidden = !fits;
        shown += fits;
      });
      form.querySelector("output").textContent = shown;
    }
    form.addEventListener("input", apply);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
  });
})();
