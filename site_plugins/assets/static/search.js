/* Search in the browser: the twin of generator/search/{analyzer,rank}.py, and the boxes that use it.
   Classic script, no modules, no fetch: works from file:// too. Shards call stdbookSearch.receive. */
(function (global) {
  "use strict";

  var K1 = 1.2, B = 0.6, SHARDS = 32;
  var waiting = {}, loaded = {};
  function own(map, key) { return Object.prototype.hasOwnProperty.call(map, key) ? map[key] : undefined; }

  /* --- analyser --- */

  function analyser(units, folding) {
    var names = Object.keys(units).sort(function (a, b) {
      return b.length - a.length || (a < b ? -1 : 1);
    });
    var escaped = names.map(function (n) { return n.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"); });
    var han = "\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
    var run = new RegExp("(\\d+(?:\\.\\d+)*)(?:\\s*(" + escaped.join("|") + ")(?![a-z]))?|([a-z]+)|([" + han + "]+)", "gu");
    var from = Array.from(folding[0]), to = Array.from(folding[1]), table = new Map();
    from.forEach(function (c, i) { table.set(c, to[i]); });

    function fold(text) {
      return Array.from(text.normalize("NFKC").toLowerCase(), function (c) { return table.get(c) || c; }).join("");
    }

    function pairs(runText, query, out) {
      var chars = Array.from(runText);
      for (var i = 0; i + 1 < chars.length; i++) out.push(chars[i] + chars[i + 1]);
      if (!query || chars.length === 1) out.push.apply(out, chars);
    }

    function tokens(text, query) {
      var out = [], found;
      run.lastIndex = 0;
      text = fold(text);
      while ((found = run.exec(text))) {
        var number = found[1], unit = found[2];
        if (number) {
          if (unit) out.push(number + units[unit]);
          if (!(query && unit)) out.push(number);
          if (unit && !query && !/^[\x00-\x7f]*$/.test(unit)) pairs(unit, query, out);
        } else if (found[3]) out.push(found[3]);
        else pairs(found[4], query, out);
      }
      return out;
    }
    return { fold: fold, tokens: tokens };
  }

  /* --- ranking --- */

  function idf(documents, containing) {
    return Math.log(1 + (documents - containing + 0.5) / (containing + 0.5));
  }

  function score(query, weights, length, factor, average, idfs) {
    var total = 0, matched = 0, points = 0, norm = K1 * (1 - B + (B * length) / average);
    query.forEach(function (token) {
      total += idfs[token];
      var weight = weights[token] || 0;
      if (weight) {
        matched += idfs[token];
        points += (idfs[token] * weight * (K1 + 1)) / (weight + norm);
      }
    });
    var coverage = total ? matched / total : 0;
    return points * coverage * coverage * factor;
  }

  function titleFit(title, query) {
    if (!title || !query) return 1;
    return title === query ? 1.6 : title.endsWith(query) ? 1.3 : 1;
  }

  /* --- shards --- */

  function root() {
    var box = document.querySelector("[data-search-box]");
    return box ? box.getAttribute("data-root") : "./";
  }

  function need(name) {
    if (loaded[name]) return Promise.resolve(loaded[name]);
    if (!waiting[name]) {
      waiting[name] = {};
      waiting[name].promise = new Promise(function (resolve, reject) {
        waiting[name].resolve = resolve;
        var script = document.createElement("script");
        script.src = root() + "search/" + name + ".js";
        script.onerror = function () { delete waiting[name]; reject(new Error("search/" + name + ".js")); };
        document.head.appendChild(script);
      });
    }
    return waiting[name].promise;
  }

  function receive(name, data) {
    if (name === "docs") data.analyser = analyser(data.units, data.folding);
    loaded[name] = data;
    if (waiting[name]) waiting[name].resolve(data);
  }

  function shardOf(token) {
    var sum = 0;
    Array.from(token).forEach(function (c) { sum += c.codePointAt(0); });
    return ("0" + (sum % SHARDS)).slice(-2);
  }

  /* Answers {total, hits: [{score, document}]}, best first. */
  function search(text, limit) {
    return need("docs").then(function (docs) {
      text = text.slice(0, 1000);
      var wanted = Array.from(new Set(docs.analyser.tokens(text, true))), folded = docs.analyser.fold(text.trim());
      var shards = Array.from(new Set(wanted.map(shardOf)));
      return Promise.all(shards.map(need)).then(function () {
        var weights = new Map(), idfs = Object.create(null), count = docs.documents.length;
        wanted.forEach(function (token) {
          var posting = own(loaded[shardOf(token)], token) || [];
          idfs[token] = idf(count, posting.length / 2);
          for (var i = 0; i < posting.length; i += 2) {
            if (!weights.has(posting[i])) weights.set(posting[i], Object.create(null));
            weights.get(posting[i])[token] = posting[i + 1];
          }
        });
        var hits = Array.from(weights, function (pair) {
          var d = docs.documents[pair[0]];
          var fit = titleFit(docs.analyser.fold(d[4] || d[2]), folded);
          return { index: pair[0], document: d, score: score(wanted, pair[1], d[9], d[8], docs.average, idfs) * fit };
        });
        hits.sort(function (a, b) { return b.score - a.score || a.index - b.index; });
        return { total: hits.length, hits: hits.slice(0, limit), words: text };
      });
    });
  }

  global.stdbookSearch = { receive: receive, search: search, analyser: analyser };
  if (typeof document === "undefined") return;

  /* --- what readers see --- */

  function element(tag, className, text) {
    var e = document.createElement(tag);
    if (className) e.className = className;
    if (text !== undefined) e.textContent = text;
    return e;
  }

  /* Marks the parts of a text that the query holds (runs of at least one of its tokens). */
  function marked(text, query, analyse) {
    var box = element("span"), folded = Array.from(text, function (c) { return analyse.fold(c); });
    var hot = new Array(folded.length).fill(false);
    analyse.tokens(query, true).forEach(function (token) {
      var want = Array.from(token);
      for (var i = 0; i + want.length <= folded.length; i++) {
        if (want.every(function (c, j) { return folded[i + j] === c; })) {
          for (var j = 0; j < want.length; j++) hot[i + j] = true;
        }
      }
    });
    var chars = Array.from(text), start = 0;
    for (var i = 1; i <= chars.length; i++) {
      if (i === chars.length || hot[i] !== hot[start]) {
        var part = chars.slice(start, i).join("");
        box.appendChild(hot[start] ? element("mark", "", part) : document.createTextNode(part));
        start = i;
      }
    }
    return box;
  }

  var STATUS = { in_force: "现行", under_review: "复审中", upcoming: "即将实施", draft: "草案", comment: "征求意见", review: "审查中", superseded: "被代替", withdrawn: "废止" };

  function hitView(hit, query, small) {
    var d = hit.document, analyse = loaded.docs.analyser;
    var link = element("a", "sb-hit");
    link.href = root() + d[10];
    var head = element("span", "sb-hit__head");
    head.appendChild(element("span", "sb-hit__code", d[1] + (d[3] ? " · " + d[3] : "")));
    head.appendChild(marked(d[4] || d[2], query, analyse)).className = "sb-hit__title";
    if (d[7] !== "in_force") head.appendChild(element("span", "sb-badge sb-" + d[7], STATUS[d[7]]));
    link.appendChild(head);
    var text = small && d[5].length > 60 ? d[5].slice(0, 60) + "…" : d[5];
    link.appendChild(marked(text, query, analyse)).className = "sb-hit__text";
    if (d[4]) link.appendChild(element("span", "sb-hit__where", d[2]));
    return link;
  }

  function fill(list, result, query, small) {
    list.replaceChildren();
    result.hits.forEach(function (hit, i) {
      var item = element("li");
      if (small) { item.setAttribute("role", "option"); item.id = "sb-hit-" + i; }
      item.appendChild(hitView(hit, query, small));
      list.appendChild(item);
    });
  }

  function headerBox(form) {
    var input = form.querySelector("input"), list = form.querySelector("ol"), at = -1, turn = 0;
    function close() { list.hidden = true; input.setAttribute("aria-expanded", "false"); at = -1; choose(); }
    function choose() {
      Array.from(list.children).forEach(function (li, i) { li.setAttribute("aria-selected", String(i === at)); });
      if (at >= 0) input.setAttribute("aria-activedescendant", "sb-hit-" + at);
      else input.removeAttribute("aria-activedescendant");
    }
    function show() {
      var query = input.value.trim(), mine = ++turn;
      if (!query) { close(); return; }
      search(query, 8).then(function (result) {
        if (mine !== turn) return;
        fill(list, result, query, true);
        if (!result.hits.length) list.appendChild(element("li", "sb-hits__none", "没有找到，换个说法试试"));
        list.hidden = false; at = -1;
        input.setAttribute("aria-expanded", "true");
      }, close);
    }
    input.addEventListener("focus", function () { need("docs"); });
    input.addEventListener("input", show);
    input.addEventListener("keydown", function (event) {
      var size = list.querySelectorAll("[role=option]").length;
      if (event.key === "Escape") { close(); input.blur(); }
      else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && size) {
        at = (at + (event.key === "ArrowDown" ? 1 : -1) + size + (at < 0 && event.key === "ArrowUp" ? 1 : 0)) % size;
        choose(); event.preventDefault();
      } else if (event.key === "Enter" && at >= 0) {
        list.children[at].querySelector("a").click(); event.preventDefault();
      }
    });
    document.addEventListener("click", function (event) { if (!form.contains(event.target)) close(); });
    document.addEventListener("keydown", function (event) {
      var target = event.target, typing = /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable;
      if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) { input.focus(); event.preventDefault(); }
    }, true);
  }

  function page(form) {
    var input = form.querySelector("input"), list = document.querySelector("[data-search-results]");
    var status = document.querySelector(".sb-search__status"), turn = 0;
    function show(remember) {
      var query = input.value.trim(), mine = ++turn;
      if (remember) {
        try { history.replaceState(null, "", query ? "?q=" + encodeURIComponent(query) : location.pathname); } catch (e) { /* file:// */ }
      }
      if (!query) { list.replaceChildren(); status.textContent = ""; return; }
      search(query, 30).then(function (result) {
        if (mine !== turn) return;
        fill(list, result, query, false);
        status.textContent = result.total ? "找到 " + result.total + " 条" + (result.total > 30 ? "，显示前 30 条" : "") : "没有找到“" + query + "”。换个说法，或从标准目录、限值一览查找。";
      }, function () { status.textContent = "搜索数据没有读到，请刷新页面。"; });
    }
    form.addEventListener("submit", function (event) { event.preventDefault(); show(true); });
    input.addEventListener("input", function () { show(true); });
    input.value = new URLSearchParams(location.search).get("q") || "";
    show(false);
  }

  document.querySelectorAll("[data-search-box]").forEach(headerBox);
  document.querySelectorAll("[data-search-page]").forEach(page);
})(typeof window === "undefined" ? globalThis : window);
