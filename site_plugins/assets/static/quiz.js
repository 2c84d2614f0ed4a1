/* Self-tests: an answer is judged at once and the clause is quoted. Practice only; nothing is sent anywhere. */
(function () {
  "use strict";

  var forms = Array.from(document.querySelectorAll(".sb-question"));
  if (!forms.length) return;
  var score = document.querySelector(".sb-score"), done = {}, right = 0;

  function plain(text) {
    return text.normalize("NFKC").toUpperCase().replace(/[\s，,。、；;]/g, "");
  }

  function given(form) {
    if (form.dataset.type === "ordering" || form.dataset.type === "blank") return form.elements.answer.value;
    if (form.dataset.type === "matching") {
      var picked = Array.from(form.querySelectorAll("select"), function (s) { return s.value; });
      return picked.every(Boolean) ? picked.join("") : "";
    }
    return Array.from(form.querySelectorAll("input:checked"), function (i) { return i.value; }).sort().join("");
  }

  function isRight(form, answer) {
    return form.dataset.key.split("|").some(function (key) { return plain(key) === plain(answer); });
  }

  function judge(form) {
    var answer = given(form), verdict = form.querySelector(".sb-verdict");
    if (!answer.trim()) { verdict.textContent = "请先作答"; return; }
    var good = isRight(form, answer);
    form.classList.toggle("sb-question--right", good);
    form.classList.toggle("sb-question--wrong", !good);
    verdict.textContent = good ? "✓ 正确" : "✗ 不对，见解析";
    form.querySelector("details").open = true;
    form.querySelectorAll(".sb-why").forEach(function (why) { why.hidden = !why.parentNode.querySelector("input:checked"); });
    if (!(form.id in done)) { done[form.id] = good; right += good; }
    score.textContent = "已答 " + Object.keys(done).length + " / " + forms.length + "，首次答对 " + right + "。";
  }

  forms.forEach(function (form) {
    form.querySelector(".sb-question__actions").hidden = false;
    form.addEventListener("submit", function (event) { event.preventDefault(); judge(form); });
  });

  var clause = new URLSearchParams(location.search).get("clause");
  var first = clause && forms.find(function (f) { return f.dataset.clause === clause; });
  if (first) {
    forms.forEach(function (f) { f.classList.toggle("sb-question--asked", f.dataset.clause === clause); });
    first.scrollIntoView();
  }
})();
