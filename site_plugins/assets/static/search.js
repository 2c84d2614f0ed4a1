/* The search boxes: the header's, on every page, and the search page's with its filters. The search itself is
   search-core.js, which is fetched with the index when a reader first touches a box. Classic scripts, no fetch: works from
   file:// too. */
(function (global) {
  "use strict";

  var PAGE = 30, KEPT = 8, waiting = {}, core = null;
  var english = document.documentElement.lang === "en", lang = english ? "en" : "zh";
  var SAY = english ? {
    none: "Nothing found", all: "All results", results: function (n) { return n + (n === 1 ? " result" : " results"); },
    more: "Show more", nothing: "Nothing found for “%”. Try fewer or other words.", failed: "The search data could not be read. Reload the page.",
    only: "No clause says just this. Near it: ", near: "Did you mean", recent: "Recent", clear: "Clear", since: "counted from ", chinese: "Chinese only",
  } : {
    none: "没有找到，换个说法试试", all: "全部结果", results: function (n) { return "找到 " + n + " 条"; },
    more: "再显示一些", nothing: "没有找到“%”。少写几个字，或换个说法。", failed: "搜索数据没有读到，请刷新页面。",
    only: "没有正好说这件事的条款，相近的：", near: "您要找的是不是", recent: "最近搜索", clear: "清除", since: "从", chinese: "",
  };
  var STYLE = { V: "v", "V*": "vs", G: "g", E: "e" };

  /* --- files --- */

  function root() {
    var box = document.querySelector("[data-search-box]");
    return box ? box.getAttribute("data-root") : "./";
  }

  function script(path) {
    return new Promise(function (resolve, reject) {
      var element = document.createElement("script");
      element.src = root() + path;
      element.onload = resolve;
      element.onerror = function () { element.remove(); reject(new Error(path)); };
      document.head.appendChild(element);
    });
  }

  /* A file of the index: it calls `receive` while it loads. */
  function load(name) {
    return new Promise(function (resolve, reject) {
      waiting[name] = resolve;
      script("search/" + name + ".js").catch(reject);
    });
  }

  function receive(name, data) { if (waiting[name]) waiting[name](data); delete waiting[name]; }

  function engine() {
    if (!core) {
      core = script("static/search-core.js").then(function () { return new global.stdbookCore.Search(load); });
      core.catch(function () { core = null; });
    }
    return core;
  }

  function warm() { engine().then(function (search) { return search.warm(); }).catch(function () {}); }
  function search(query, limit, facets) {
    return engine().then(function (core) {
      return core.search(query, limit, facets || {}, lang).then(function (result) {
        result.core = core; result.analyser = core.analyser; result.labels = core.labels[lang];
        return result;
      });
    });
  }

  global.stdbookSearch = { receive: receive, search: search, engine: engine };

  /* --- what readers see --- */

  function element(tag, className, text) {
    var e = document.createElement(tag);
    if (className) e.className = className;
    if (text !== undefined) e.textContent = text;
    return e;
  }

  /* Folded text, and for each of its characters where it stands in the original. */
  function folded(text, analyser) {
    var out = "", from = [], at = 0;
    Array.from(text).forEach(function (character) {
      var plain = analyser.fold(character);
      for (var i = 0; i < plain.length; i++) from.push(at);
      out += plain;
      at += character.length;
    });
    from.push(at);
    return { text: out, from: from };
  }

  /* A text with what the plan found marked: [start, end] pairs in the original. */
  function spots(text, plan, analyser) {
    var plain = folded(text, analyser), found = [], wanted = new Set();
    function note(start, end) { found.push([plain.from[start], plain.from[end]]); }
    plan.groups.forEach(function (group) {
      group.forEach(function (alternative) {
        /* a word that was not typed is marked only where all of it stands */
        if (alternative.factor < 1 && alternative.tokens.length > 1 && !alternative.tokens.every(function (t) { return plain.text.indexOf(t) >= 0; })) return;
        alternative.tokens.forEach(function (token) { wanted.add(token); });
      });
    });
    analyser.words(plain.text).forEach(function (word) {
      if (word.kind !== "han") {
        if (wanted.has(word.token)) note(word.start, word.start + word.text.length);
        return;
      }
      wanted.forEach(function (token) {
        for (var i = word.text.indexOf(token); token && i >= 0; i = word.text.indexOf(token, i + 1)) note(word.start + i, word.start + i + token.length);
      });
      analyser.spelled(word.text).forEach(function (s) { if (wanted.has(s[0])) note(word.start + s[1], word.start + s[2]); });
    });
    found.sort(function (a, b) { return a[0] - b[0] || a[1] - b[1]; });
    return found.reduce(function (joined, spot) {
      var last = joined[joined.length - 1];
      if (last && spot[0] <= last[1]) last[1] = Math.max(last[1], spot[1]); else joined.push(spot.slice());
      return joined;
    }, []);
  }

  function marked(text, plan, analyser, className, length) {
    var box = element("span", className), hot = spots(text, plan, analyser), start = 0;
    if (length && text.length > length) {
      var first = hot.length ? Math.max(0, hot[0][0] - 12) : 0;
      start = Math.min(first, text.length - length);
      text = text.slice(0, start + length) + "…";
      if (start) box.appendChild(document.createTextNode("…"));
    }
    hot.forEach(function (spot) {
      var from = Math.max(spot[0], start), to = Math.min(spot[1], text.length);
      if (from >= to) return;
      box.appendChild(document.createTextNode(text.slice(start, from)));
      box.appendChild(element("mark", "", text.slice(from, to)));
      start = to;
    });
    box.appendChild(document.createTextNode(text.slice(start)));
    return box;
  }

  function address(hit) {
    var folder = root() + (english && hit.translated ? "en/" : "") + "standards/" + hit.standard + "/";
    return folder + (location.protocol === "file:" ? "index.html" : "") + (hit.clause ? "#" + hit.clause : "");
  }

  function hitView(hit, result, small) {
    var link = element("a", "sb-hit"), analyser = result.analyser;
    link.href = address(hit);
    var head = element("span", "sb-hit__head");
    head.appendChild(element("span", "sb-hit__code", hit.code + (hit.number ? " · " + hit.number : "")));
    head.appendChild(marked(hit.clauseTitle || hit.title, result.plan, analyser, "sb-hit__title"));
    if (hit.status !== "in_force") head.appendChild(element("span", "sb-badge sb-" + hit.status, result.labels.shown[hit.status]));
    if (!hit.translated && SAY.chinese) head.appendChild(element("span", "sb-badge", SAY.chinese));
    link.appendChild(head);
    link.appendChild(marked(hit.text, result.plan, analyser, "sb-hit__text", small ? 64 : 0));
    if (hit.clause) link.appendChild(element("span", "sb-hit__where", [hit.title].concat(hit.path).join(" › ")));
    return link;
  }

  function answerView(result) {
    var hit = result.hits[0], card = element("a", "sb-answer-card");
    card.href = address(hit);
    result.answers.forEach(function (answer) {
      var row = element("span", "sb-answer-card__row");
      row.appendChild(element("b", "sb-answer-card__value", answer.value));
      row.appendChild(element("span", "sb-answer-card__subject", answer.subject + (answer.since && !english ? "（" + SAY.since + answer.since + "起）" : "")));
      row.appendChild(element("span", "sb-badge sb-" + STYLE[answer.status], result.labels.verification[answer.status]));
      row.appendChild(element("span", "sb-answer-card__source", result.labels.basis[answer.basis] + " · " + answer.source));
      card.appendChild(row);
    });
    card.appendChild(element("span", "sb-hit__where", hit.code + " " + hit.number + (hit.clauseTitle ? " " + hit.clauseTitle : "")));
    return card;
  }

  function said(result) { return result.total ? (result.sure ? "" : SAY.only) + SAY.results(result.total) : ""; }

  function headerBox(form) {
    var input = form.querySelector("input"), list = form.querySelector("ol"), status = form.querySelector("[role=status]"), at = -1, turn = 0;
    function options() { return list.querySelectorAll("[role=option]"); }
    function close() { turn++; list.hidden = true; input.setAttribute("aria-expanded", "false"); at = -1; choose(); }
    function choose() {
      Array.from(options()).forEach(function (option, i) {
        option.setAttribute("aria-selected", String(i === at));
        if (i === at) option.scrollIntoView({ block: "nearest" });
      });
      if (at >= 0) input.setAttribute("aria-activedescendant", "sb-hit-" + at);
      else input.removeAttribute("aria-activedescendant");
    }
    function add(view, id) {
      var item = element("li");
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.id = "sb-hit-" + id;
      view.tabIndex = -1;
      item.appendChild(view);
      list.appendChild(item);
    }
    function show() {
      var query = input.value.trim(), mine = ++turn;
      if (!query) { close(); return; }
      search(query, 8).then(function (result) {
        if (mine !== turn) return;
        list.replaceChildren();
        var id = 0;
        if (result.hits.length && !result.sure) list.appendChild(element("li", "sb-hits__none", SAY.only));
        if (result.answers.length) add(answerView(result), id++);
        result.hits.forEach(function (hit) { add(hitView(hit, result, true), id++); });
        var all = element("a", "sb-hits__all", result.hits.length ? SAY.all + " (" + result.total + ")" : SAY.none);
        all.href = form.action + "?q=" + encodeURIComponent(query);
        add(all, id);
        status.textContent = said(result) || SAY.none;
        list.hidden = false; at = -1;
        input.setAttribute("aria-expanded", "true");
      }).catch(function () {
        if (mine !== turn) return;
        list.replaceChildren(element("li", "sb-hits__none", SAY.failed));
        status.textContent = SAY.failed;
        list.hidden = false;
      });
    }
    input.addEventListener("focus", warm);
    input.addEventListener("input", show);
    input.addEventListener("keydown", function (event) {
      var size = options().length;
      if (event.isComposing) return;
      if (event.key === "Escape") { if (list.hidden) input.blur(); else event.preventDefault(); close(); }
      else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && size && !list.hidden) {
        at = (at + (event.key === "ArrowDown" ? 1 : -1) + size + (at < 0 && event.key === "ArrowUp" ? 1 : 0)) % size;
        choose(); event.preventDefault();
      } else if (event.key === "Enter" && at >= 0) {
        options()[at].querySelector("a").click(); event.preventDefault();
      }
    });
    document.addEventListener("click", function (event) { if (!form.contains(event.target)) close(); });
    document.addEventListener("keydown", function (event) {
      var target = event.target, typing = /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable;
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      var page = document.querySelector("[data-search-page] input[type=search]");
      if (page) page.focus();
      else if (input.offsetParent) input.focus();
      else document.querySelector(".sb-headsearch__link").click();
    }, true);
  }

  /* --- the search page --- */

  function page(form) {
    var input = form.querySelector("input[type=search]"), list = document.querySelector("[data-search-results]"), answer = document.querySelector("[data-search-answer]");
    var status = document.querySelector(".sb-search__status"), more = document.querySelector("[data-search-more]"), recent = document.querySelector("[data-search-recent]");
    var near = document.querySelector("[data-search-near]"), elsewhere = document.querySelector("[data-search-elsewhere]");
    var selects = Array.from(form.querySelectorAll("select")), turn = 0, limit = PAGE;

    function chosen() {
      var facets = {};
      selects.forEach(function (select) { if (select.value) facets[select.name] = select.value; });
      return facets;
    }

    function read() {
      var parameters = new URLSearchParams(location.search);
      input.value = parameters.get("q") || "";
      selects.forEach(function (select) { select.value = parameters.get(select.name) || ""; if (select.selectedIndex < 0) select.value = ""; });
    }

    function write(push) {
      var parameters = new URLSearchParams(), query = input.value.trim(), facets = chosen();
      if (query) parameters.set("q", query);
      Object.keys(facets).forEach(function (name) { parameters.set(name, facets[name]); });
      var text = parameters.toString();
      try { history[push ? "pushState" : "replaceState"](null, "", text ? "?" + text : location.pathname); } catch (e) { /* file:// */ }
    }

    function kept() { try { return JSON.parse(localStorage.getItem("stdbook-searches") || "[]"); } catch (e) { return []; } }
    function keep(query) {
      var all = [query].concat(kept().filter(function (q) { return q !== query; })).slice(0, KEPT);
      try { localStorage.setItem("stdbook-searches", JSON.stringify(all)); } catch (e) { /* private mode */ }
    }

    function chips(box, title, words, end) {
      box.replaceChildren();
      box.hidden = !words.length;
      if (!words.length) return;
      box.appendChild(element("span", "", title + "："));
      words.forEach(function (word) {
        var button = element("button", "sb-chip", word);
        button.type = "button";
        button.addEventListener("click", function () { input.value = word; show(true); });
        box.appendChild(button);
      });
      if (end) box.appendChild(end);
    }

    function showRecent() {
      var clear = element("button", "sb-chip sb-chip--plain", SAY.clear);
      clear.type = "button";
      clear.addEventListener("click", function () { try { localStorage.removeItem("stdbook-searches"); } catch (e) { /* private mode */ } showRecent(); });
      chips(recent, SAY.recent, input.value.trim() ? [] : kept(), clear);
    }

    function counts(result) {
      return result.core.facets(result.matching).then(function (all) {
        selects.forEach(function (select) {
          Array.from(select.options).forEach(function (option) {
            if (!option.value) return;
            var count = (all[select.name] || {})[option.value] || 0;
            option.textContent = option.dataset.label + " (" + count + ")";
            option.hidden = !count && !option.selected;
          });
        });
      });
    }

    function clear() {
      list.replaceChildren(); answer.replaceChildren(); chips(near, "", []);
      status.textContent = ""; more.hidden = true; elsewhere.hidden = true;
      selects.forEach(function (select) { Array.from(select.options).forEach(function (o) { if (o.value) { o.textContent = o.dataset.label; o.hidden = false; } }); });
    }

    function show(push) {
      var query = input.value.trim(), mine = ++turn;
      if (push !== undefined) write(push);
      showRecent();
      if (!query) { clear(); return; }
      search(query, limit, chosen()).then(function (result) {
        if (mine !== turn) return null;
        list.replaceChildren.apply(list, result.hits.map(function (hit) {
          var item = element("li");
          item.appendChild(hitView(hit, result, false));
          return item;
        }));
        answer.replaceChildren.apply(answer, result.answers.length ? [answerView(result)] : []);
        more.hidden = result.total <= limit;
        elsewhere.hidden = result.total > 0;
        status.textContent = said(result) || SAY.nothing.replace("%", query);
        return Promise.all([counts(result), result.sure ? [] : result.core.near(query)]).then(function (both) {
          if (mine === turn) chips(near, SAY.near, both[1]);
        });
      }).catch(function () { if (mine === turn) { clear(); status.textContent = SAY.failed; } });
    }

    form.addEventListener("submit", function (event) {
      event.preventDefault();
      limit = PAGE;
      if (input.value.trim()) keep(input.value.trim());
      show(true);
    });
    input.addEventListener("input", function (event) { if (!event.isComposing) { limit = PAGE; show(false); } });
    input.addEventListener("compositionend", function () { show(false); });
    selects.forEach(function (select) { select.addEventListener("change", function () { limit = PAGE; show(true); }); });
    list.addEventListener("click", function () { if (input.value.trim()) keep(input.value.trim()); });
    more.addEventListener("click", function () {
      var first = list.children.length;
      limit += PAGE;
      show();
      new MutationObserver(function (_, observer) {
        observer.disconnect();
        if (list.children[first]) list.children[first].querySelector("a").focus();
      }).observe(list, { childList: true });
    });
    global.addEventListener("popstate", function () { read(); show(); });
    read();
    show();
  }

  document.querySelectorAll("[data-search-box]").forEach(headerBox);
  document.querySelectorAll("[data-search-page]").forEach(page);
})(window);
