/* Filters the table of limits by text and domain; the words are the search's, so 10 kV = 10kV = 10千伏 = 十千伏. */
(function () {
  "use strict";

  document.querySelectorAll(".sb-filter[data-filter=limits]").forEach(function (form) {
    var rows = Array.from(document.querySelectorAll(".sb-limits tbody tr")), contents = null, turn = 0;
    function show(fits) {
      var domain = form.elements.domain.value, shown = 0;
      rows.forEach(function (row, i) {
        row.hidden = !((!domain || row.dataset.domain === domain) && fits(i));
        shown += !row.hidden;
      });
      form.querySelector("output").textContent = shown;
    }
    function apply() {
      var text = form.elements.text.value.trim(), mine = ++turn;
      if (!text) { show(function () { return true; }); return; }
      stdbookSearch.engine().then(function (core) { return core.warm().then(function () { return core.analyser; }); }).then(function (analyser) {
        if (mine !== turn) return;
        contents = contents || rows.map(function (row) { return [new Set(analyser.tokens(row.textContent)), analyser.fold(row.textContent)]; });
        var words = analyser.words(analyser.fold(text));
        show(function (i) {
          return words.every(function (word) {
            return word.kind === "han" && !analyser.spelled(word.text).length ? contents[i][1].indexOf(word.text) >= 0
              : (word.token ? [word.token] : analyser.spelled(word.text).map(function (s) { return s[0]; })).every(function (t) { return contents[i][0].has(t); });
          });
        });
      });
    }
    form.addEventListener("input", apply);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
  });
})();
