/* The search itself, without a page: the twin of generator/search/{analyzer,lexicon,plan,rank,engine}.py, and the reader of
   the files that generator/outputs/search.py writes (docs/search.md). Both sides are held by tests/search/vectors.yml.
   Classic script, no modules, no fetch: works from file:// too. */
(function (global) {
  "use strict";

  var N = {}; /* the numbers of generator/search/tuning.py, which search/head.js brings */

  var HAN = "\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  var NUMBER = "\\d+(?:\\.\\d+)*", NUMERAL = "[〇零一二两三四五六七八九十百千万]";
  var DIGITS = {}, POWERS = { 十: 10, 百: 100, 千: 1000 };
  Array.from("零一二三四五六七八九").forEach(function (c, i) { DIGITS[c] = i; });
  DIGITS["〇"] = 0; DIGITS["两"] = 2;

  function has(map, key) { return Object.prototype.hasOwnProperty.call(map, key); }
  function longestFirst(words) {
    return words.slice().sort(function (a, b) {
      var x = Array.from(a).length, y = Array.from(b).length;
      return y - x || (a < b ? -1 : a > b ? 1 : 0);
    });
  }
  function either(words) {
    return longestFirst(words).map(function (w) { return w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&") + (w.endsWith("伏安") ? "(?!全)" : ""); }).join("|");
  }
  function unique(list) { return Array.from(new Set(list)); }
  function pairs(run) {
    var chars = Array.from(run), out = [];
    if (chars.length === 1) return chars;
    for (var i = 0; i + 1 < chars.length; i++) out.push(chars[i] + chars[i + 1]);
    return out;
  }

  /* --- analyser --- */

  function Analyser(head) {
    var table = new Map(), from = Array.from(head.folding[0]), to = Array.from(head.folding[1]);
    from.forEach(function (c, i) { table.set(c, to[i]); });
    var units = head.units, any = either(Object.keys(units));
    var hanUnits = either(Object.keys(units).filter(function (u) { return !/^[\x00-\x7f]*$/.test(u) && u !== "°c"; }));
    var RUN = new RegExp("(" + NUMBER + ")(?:\\s*(" + any + ")(?![a-z])|(?=\\s*[~—–至-]\\s*" + NUMBER + "\\s*(" + any + ")(?![a-z]))|)|([a-z]+)|([" + HAN + "]+)", "gu");
    var SPELLED_OUT = new RegExp("百分之(" + NUMERAL + "+)|(" + NUMERAL + "+?)(" + hanUnits + ")", "gu");
    var NOT_KEY = new RegExp("[^a-z0-9." + HAN + "]", "gu");

    this.fold = function (text) {
      return Array.from(text.normalize("NFKC").toLowerCase(), function (c) { return table.get(c) || c; }).join("");
    };
    this.key = function (text) { return this.fold(text).replace(NOT_KEY, ""); };

    function quantity(value, unit) {
      var thousandths = Math.floor(value * units[unit][0] * 1000 + 0.5), rest = thousandths % 1000;
      var decimals = rest ? ("." + ("00" + rest).slice(-3)).replace(/0+$/, "") : "";
      return Math.floor(thousandths / 1000) + decimals + units[unit][1];
    }

    function numeralValue(numeral) {
      var chars = Array.from(numeral);
      if (chars.every(function (c) { return has(DIGITS, c); })) return Number(chars.map(function (c) { return DIGITS[c]; }).join(""));
      var total = 0, section = 0, digit = 0;
      chars.forEach(function (c) {
        if (has(DIGITS, c)) digit = DIGITS[c];
        else if (has(POWERS, c)) { section += (digit || 1) * POWERS[c]; digit = 0; }
        else { total = (total + section + digit) * 10000; section = 0; digit = 0; }
      });
      return total + section + digit || null;
    }

    /* Runs of one script with their tokens: {kind, text, token, start, number}. */
    this.words = function (folded) {
      var out = [], found;
      RUN.lastIndex = 0;
      while ((found = RUN.exec(folded))) {
        var number = found[1], unit = found[2] || found[3];
        if (number) {
          var measured = unit && number.split(".").length < 3, token = measured ? quantity(Number(number), unit) : number;
          out.push({ kind: token !== number ? "quantity" : "number", text: found[0], token: token, start: found.index, number: number });
        } else if (found[4]) out.push({ kind: "latin", text: found[4], token: stem(found[4]), start: found.index });
        else out.push({ kind: "han", text: found[0], token: "", start: found.index });
      }
      return out;
    };

    /* Quantities in Chinese numerals within a run of Han: [token, start, end] in characters. */
    this.spelled = function (run) {
      var out = [], found;
      SPELLED_OUT.lastIndex = 0;
      while ((found = SPELLED_OUT.exec(run))) {
        var numeral = found[1] || found[2], value = numeral === "一" ? null : numeralValue(numeral);
        if (value !== null) out.push([quantity(value, found[3] || "%"), found.index, found.index + found[0].length]);
      }
      return out;
    };

    this.tokens = function (text) {
      var out = [], self = this;
      this.words(this.fold(text)).forEach(function (word) {
        if (word.kind === "han") {
          out.push.apply(out, pairs(word.text));
          self.spelled(word.text).forEach(function (s) { out.push(s[0]); });
        } else {
          out.push(word.token);
          if (word.kind === "quantity") {
            out.push(word.number);
            out.push.apply(out, pairs(word.text.replace(new RegExp("[^" + HAN + "]", "gu"), "")));
          }
        }
      });
      return out;
    };
  }

  function stem(word) {
    if (word.length < 4) return word;
    if (word.endsWith("ies")) word = word.slice(0, -3) + "y";
    else if (word.endsWith("sses")) word = word.slice(0, -2);
    else if (word.endsWith("s") && !/(ss|us|is)$/.test(word)) word = word.slice(0, -1);
    ["ing", "ed"].some(function (ending) {
      var rest = word.slice(0, -ending.length);
      if (!word.endsWith(ending) || rest.length < 3 || !/[aeiouy]/.test(rest)) return false;
      var last = rest.slice(-1);
      word = last === rest.slice(-2, -1) && "lsz".indexOf(last) < 0 ? rest.slice(0, -1) : rest;
      return true;
    });
    return word.endsWith("e") && word.length > 3 ? word.slice(0, -1) : word;
  }

  /* --- lexicon --- */

  function byStrength(lexicon) {
    return function (a, b) { return lexicon.strength(b) - lexicon.strength(a) || (a < b ? -1 : a > b ? 1 : 0); };
  }

  /* `sounds` may be left out as long as only `around` and `strength` are asked. */
  function Lexicon(counts, sounds) {
    var self = this, readings = new Map(), following = new Map(), preceding = new Map();
    function add(map, key, value) { if (map.has(key)) map.get(key).push(value); else map.set(key, [value]); }
    Object.keys(sounds || {}).forEach(function (syllable) {
      Array.from(sounds[syllable]).forEach(function (c) { add(readings, c, syllable); });
    });
    counts.forEach(function (_, pair) {
      var chars = Array.from(pair);
      add(following, chars[0], chars[1]);
      add(preceding, chars[1], chars[0]);
    });

    this.strength = function (word) {
      var least = Infinity;
      if (Array.from(word).length < 2) return 0;
      pairs(word).forEach(function (pair) { least = Math.min(least, counts.get(pair) || 0); });
      return least;
    };

    this.spelled = function (letters) {
      var found = [];
      syllables(letters).forEach(function (way) { found = found.concat(chains(way, true)); });
      if (!found.length && letters.length <= N.MOST_SYLLABLES) found = chains(Array.from(letters), false);
      return unique(found).sort(byStrength(self)).slice(0, N.MOST_WORDS);
    };

    this.around = function (character) {
      var found = (following.get(character) || []).map(function (c) { return character + c; });
      found = found.concat((preceding.get(character) || []).map(function (c) { return c + character; }));
      return unique(found).sort(byStrength(self)).slice(0, N.MOST_WORDS);
    };

    this.corrected = function (run) {
      var chars = Array.from(run), found = new Map(), unknown = [];
      function known(pair) { return counts.has(pair); }
      function note(word, likely) { found.set(word, Math.max(found.get(word) || 0, likely)); }
      for (var i = 0; i + 1 < chars.length; i++) if (!known(chars[i] + chars[i + 1])) unknown.push(i);
      if (!unknown.length) return [];
      chars.forEach(function (character, at) {
        if (N.PARTICLES.indexOf(character) >= 0 || unknown.some(function (u) { return u !== at - 1 && u !== at; })) return;
        var left = at ? chars[at - 1] : "", right = chars[at + 1] || "";
        var after = following.get(left) || [], before = preceding.get(right) || [];
        var fitting = left && right ? after.filter(function (c) { return before.indexOf(c) >= 0; }) : after.concat(before);
        var mine = readings.get(character) || [];
        unique(fitting).forEach(function (other) {
          if (other === character) return;
          var alike = (readings.get(other) || []).some(function (r) { return mine.indexOf(r) >= 0; });
          note(chars.slice(0, at).concat(other, chars.slice(at + 1)).join(""), alike ? 3 : 1);
        });
      });
      for (var at = 0; at + 1 < chars.length; at++) {
        var swapped = chars.slice(0, at).concat(chars[at + 1], chars[at], chars.slice(at + 2)).join("");
        if (pairs(swapped).every(known)) note(swapped, 2);
      }
      var best = Math.max.apply(null, [0].concat(Array.from(found.values())));
      return Array.from(found.keys()).filter(function (w) { return found.get(w) === best; }).sort(byStrength(self)).slice(0, N.MOST_WORDS);
    };

    function begins(part) { return Object.keys(sounds).some(function (s) { return s.startsWith(part); }); }

    function syllables(letters) {
      if (!letters || letters.length > 6 * N.MOST_SYLLABLES) return [];
      var ways = [[[]]];
      for (var end = 1; end <= letters.length; end++) {
        ways[end] = [];
        for (var start = Math.max(0, end - 6); start < end; start++) {
          var part = letters.slice(start, end);
          if (has(sounds, part) || (end === letters.length && start && begins(part))) {
            ways[end] = ways[end].concat(ways[start].map(function (way) { return way.concat(part); }).slice(0, N.BEAM));
          }
        }
      }
      return ways[letters.length].filter(function (way) { return way.length > 1; })
        .sort(function (a, b) { return a.length - b.length; });
    }

    function chains(parts, whole) {
      if (parts.length < 2) return [];
      function fits(character, at) {
        var exactly = whole && has(sounds, parts[at]);
        return (readings.get(character) || []).some(function (r) { return exactly ? r === parts[at] : r.startsWith(parts[at]); });
      }
      var beam = [];
      counts.forEach(function (_, pair) {
        var chars = Array.from(pair);
        if (fits(chars[0], 0) && fits(chars[1], 1)) beam.push(pair);
      });
      for (var at = 2; at < parts.length; at++) {
        var longer = [];
        beam.forEach(function (word) {
          (following.get(Array.from(word).pop()) || []).forEach(function (c) { if (fits(c, at)) longer.push(word + c); });
        });
        beam = longer.sort(byStrength(self)).slice(0, N.BEAM);
      }
      return beam;
    }
  }

  /* --- plan --- */

  var NUMBERED = /(\d{3}\.\d{2})(?:\s*[-—–]\s*\d{4})?[\s#§第条]+(\d+(?:\.\d+)*)/;

  function Planner(head, analyser) {
    var asking = new RegExp(either(Object.keys(head.questions)), "gu"), filling = new RegExp(either(head.fillers), "gu");
    var stops = new Set(head.stops), others = new Map();
    head.synonyms.forEach(function (row) {
      row.forEach(function (word) {
        if (!others.has(word)) others.set(word, []);
        row.forEach(function (other) {
          if (other !== word && others.get(word).indexOf(other) < 0) others.get(word).push(other);
        });
      });
    });

    function alternative(tokens, factor) { return { tokens: tokens, factor: factor === undefined ? 1 : factor }; }
    function tokensOf(word) {
      var out = [];
      analyser.words(word).forEach(function (part) { out = out.concat(part.kind === "han" ? pairs(part.text) : [part.token]); });
      return out;
    }

    function latin(text, token, known, lexicon) {
      var out = [];
      if (known(token)) out.push(alternative([token]));
      (others.get(text) || []).forEach(function (other) { out.push(alternative(tokensOf(other), N.SYNONYM)); });
      if (!known(token) && !others.has(text)) {
        lexicon.spelled(text).forEach(function (other) { out.push(alternative(pairs(other), N.SPELLED)); });
      }
      return out;
    }

    function phrases(run) {
      var out = [], taken = new Set(), chars = Array.from(run);
      function free(start, end) { for (var i = start; i < end; i++) if (taken.has(i)) return false; return true; }
      function take(start, end) { for (var i = start; i < end; i++) taken.add(i); }
      analyser.spelled(run).forEach(function (s) { take(s[1], s[2]); out.push([s[1], s[2], [alternative([s[0]])]]); });
      for (var size = chars.length; size > 1; size--) {
        for (var start = 0; start + size <= chars.length; start++) {
          var word = chars.slice(start, start + size).join("");
          if (others.has(word) && free(start, start + size)) {
            take(start, start + size);
            out.push([start, start + size, [alternative(pairs(word))].concat(others.get(word).map(function (other) { return alternative(tokensOf(other), N.SYNONYM); }))]);
          }
        }
      }
      return out;
    }

    function han(run, known, lexicon) {
      var chars = Array.from(run), out = [], inside = new Set();
      if (chars.length === 1) {
        return [[alternative([run])].concat(lexicon.around(run).map(function (pair) { return alternative([pair], N.SINGLE); }))];
      }
      phrases(run).forEach(function (phrase) {
        for (var i = phrase[0]; i < phrase[1] - 1; i++) inside.add(i);
        out.push(phrase[2]);
      });
      var all = pairs(run), missing = [];
      all.forEach(function (pair, i) { if (!inside.has(i) && !known(pair)) missing.push(i); });
      var spoilt = missing.some(function (i) { return !Array.from(all[i]).some(function (c) { return N.PARTICLES.indexOf(c) >= 0; }); });
      var slip = spoilt && missing[missing.length - 1] - missing[0] < 3;
      if (slip && chars.length > 2 && chars.length <= N.LONGEST_CORRECTED) {
        var near = lexicon.corrected(run);
        if (near.length) {
          missing.forEach(function (i) { inside.add(i); });
          out.push(near.map(function (other) {
            var made = pairs(other);
            return alternative(missing.map(function (i) { return made[i]; }), N.CORRECTED);
          }));
        }
      }
      all.forEach(function (pair, i) { if (!inside.has(i)) out.push([alternative([pair])]); });
      chars.forEach(function (character, at) {
        var here = [at - 1, at].filter(function (i) { return i >= 0 && i < all.length; });
        if (N.PARTICLES.indexOf(character) >= 0 || !here.every(function (i) { return missing.indexOf(i) >= 0 && !inside.has(i); })) return;
        var around = lexicon.around(character);
        if (around.length) out.push(around.map(function (pair) { return alternative([pair], N.SINGLE); }));
      });
      return out;
    }

    this.plan = function (query, known, lexicon) {
      var folded = Array.from(analyser.fold(query)).slice(0, N.MOST_CHARACTERS).join("").trim();
      var asked = [], numbered = NUMBERED.exec(folded), groups = [];
      (folded.match(asking) || []).forEach(function (found) {
        asked = asked.concat(head.questions[found]);
      });
      analyser.words(folded.replace(asking, " ").replace(filling, " ")).forEach(function (word) {
        if (word.kind === "han") groups = groups.concat(han(word.text, known, lexicon));
        else if (word.kind === "latin") { if (!stops.has(word.text)) groups.push(latin(word.text, word.token, known, lexicon)); }
        else groups.push([alternative([word.token])]);
      });
      var squeezed = analyser.key(folded), seen = new Set(), size = Array.from(squeezed).length;
      groups = groups.filter(function (group) {
        var same = JSON.stringify(group);
        return group.length && !seen.has(same) && seen.add(same);
      });
      return {
        groups: groups,
        exact: squeezed ? "=" + squeezed : "",
        ending: size >= 2 && size <= 6 ? "$" + squeezed : "",
        reference: numbered ? "#" + numbered[1] + "#" + numbered[2] : "",
        asked: unique(asked),
      };
    };
  }

  function askedToken(kind, about) { return "?" + kind + (about ? "?" + about : ""); }

  /* --- ranking --- */

  function idf(documents, containing) { return Math.log(1 + (documents - containing + 0.5) / (containing + 0.5)); }

  function cohesion(containing, rarer) {
    return rarer ? Math.min(1, Math.max(N.COHESION_FLOOR, (N.COHESION * containing) / rarer)) : 1;
  }

  function wholeOf(a, value) {
    if (a.factor < 1 && !a.tokens.every(function (token) { return value.has(token); })) return 0;
    return a.tokens.reduce(function (sum, token) { return sum + (value.get(token) || 0); }, 0);
  }

  /* postings(token): Map of document to impact; rarer, parent: as in rank.py. Answers the scores by document and the score from which an answer is sure. */
  function rank(plan, postings, count, rarer, parent) {
    var value = new Map(), tallies = new Map(), weights = [], total = 0;
    plan.groups.forEach(function (group) {
      group.forEach(function (a) {
        a.tokens.forEach(function (token) {
          var found = postings(token);
          if (found.size) value.set(token, idf(count, found.size) * cohesion(found.size, rarer(token)));
        });
      });
    });
    plan.groups.forEach(function (group, at) {
      var best = new Map(), wholes = group.map(function (a) { return wholeOf(a, value); });
      var cap = wholes[0] || wholes.reduce(function (least, whole) { return whole && (!least || whole < least) ? whole : least; }, 0);
      weights.push(cap * group[0].factor || N.UNKNOWN * idf(count, 0));
      group.forEach(function (a, i) {
        var whole = wholes[i], mine = new Map(), scale = Math.min(1, cap / whole) * a.factor;
        if (!whole) return;
        var known = a.tokens.filter(function (token) { return value.has(token); });
        known.forEach(function (token) {
          postings(token).forEach(function (level, document) {
            var was = mine.get(document) || [0, 0];
            mine.set(document, [was[0] + (value.get(token) * level) / N.LEVELS, was[1] + value.get(token) / whole]);
          });
        });
        mine.forEach(function (m, document) {
          if (a.factor < 1 && m[1] < N.WHOLE) return;
          var now = [scale * m[0] * m[1], a.factor * m[1]], was = best.get(document) || [0, 0];
          if (now[0] > was[0] || (now[0] === was[0] && now[1] > was[1])) best.set(document, now);
        });
      });
      best.forEach(function (found, document) {
        if (!tallies.has(document)) tallies.set(document, plan.groups.map(function () { return [0, 0]; }));
        tallies.get(document)[at] = found;
      });
    });
    weights.forEach(function (w) { total += w; });
    var nothing = new Map(), fits = plan.exact ? postings(plan.exact) : nothing, ends = plan.ending ? postings(plan.ending) : nothing;
    var asked = new Set(), scores = new Map();
    plan.asked.forEach(function (kind) { postings(askedToken(kind)).forEach(function (_, document) { asked.add(document); }); });
    var said = asked.size ? named(plan, postings, weights) : nothing;
    tallies.forEach(function (own, document) {
      var above = tallies.get(parent(document)), points = 0, covered = 0, near = 0, before = false;
      own.forEach(function (pair, at) {
        var won = pair[0], share = pair[1];
        if (above && above !== own && above[at][1] * N.INHERITED > share) { won = above[at][0] * N.INHERITED; share = above[at][1] * N.INHERITED; }
        points += won;
        covered += share * weights[at];
        if (share && before) near += weights[at];
        before = share > N.INHERITED;
      });
      var share = covered / total;
      if (share < N.LEAST_COVERED) return;
      var score = points * share * (1 + (N.ADJACENT * near) / total);
      if (parent(document) === document && !fits.has(document)) score *= N.WHOLE_STANDARD;
      if (fits.has(document)) score *= N.TITLE_IS_QUERY;
      else if (ends.has(document)) score *= N.TITLE_ENDS_IN_QUERY;
      if (asked.has(document)) score *= N.ASKED_KIND + (N.ASKED_LIMIT * (said.get(document) || 0)) / total;
      scores.set(document, score);
    });
    var most = 0;
    scores.forEach(function (s) { most = Math.max(most, s); });
    fits.forEach(function (_, document) { if (!scores.has(document)) scores.set(document, most + 1); });
    if (plan.reference) postings(plan.reference).forEach(function (_, document) { scores.set(document, most + 1); });
    var unknown = plan.groups.filter(function (group) { return !group.some(function (a) { return wholeOf(a, value); }); }).length;
    return { scores: scores, sureFrom: N.SURE * (total + unknown * N.MISSING * idf(count, 0)) };
  }

  /* Document to the weight of those groups that the subject of a limit says, of a kind that is asked for. */
  function named(plan, postings, weights) {
    var out = new Map();
    plan.groups.forEach(function (group, at) {
      var holding = new Set();
      group.forEach(function (a) {
        var sets = a.tokens.map(function (token) {
          var all = new Set();
          plan.asked.forEach(function (kind) { postings(askedToken(kind, token)).forEach(function (_, document) { all.add(document); }); });
          return all;
        });
        sets[0].forEach(function (document) { if (sets.every(function (s) { return s.has(document); })) holding.add(document); });
      });
      holding.forEach(function (document) { out.set(document, (out.get(document) || 0) + weights[at]); });
    });
    return out;
  }

  /* --- files --- */

  var LAST = new Map(), MORE = new Map();
  (function () {
    for (var i = 0, code = 35; code < 127; code++) {
      if (code === 92) continue;
      if (i < 64) LAST.set(code, i); else MORE.set(code, i - 64);
      i++;
    }
  })();

  function numbers(text, from, to) {
    var out = [], value = 0, scale = 1;
    for (var i = from; i < to; i++) {
      var code = text.charCodeAt(i);
      if (MORE.has(code)) { value += MORE.get(code) * scale; scale *= MORE.size; }
      else { out.push(value + LAST.get(code) * scale); value = 0; scale = 1; }
    }
    return out;
  }

  function counted(two) {
    var counts = numbers(two[1], 0, two[1].length), map = new Map();
    Array.from(two[0]).forEach(function (c, i) { map.set(c, counts[i]); });
    return map;
  }

  /* Pairs, told once for all with the same first character, and their counts. */
  function pairsOf(data) {
    var map = new Map();
    Object.keys(data).forEach(function (first) {
      (data[first].match(/[^\x00-\x7f]+[\x00-\x7f]+/g) || []).forEach(function (part) {
        var second = Array.from(part)[0];
        map.set(first + second, numbers(part, second.length, part.length)[0]);
      });
    });
    return map;
  }

  function decoded(list) {
    var map = new Map(), at = 0;
    while (at < list.length) {
      var level = list[at], size = list[at + 1], document = 0;
      for (var i = 0; i < size; i++) { document += list[at + 2 + i]; map.set(document, level); }
      at += 2 + size;
    }
    return map;
  }

  function hash(text) {
    var value = 0;
    Array.from(text).forEach(function (c) { value = (value * 31 + c.codePointAt(0)) % 1048576; });
    return value;
  }

  var isHan = new RegExp("^[" + HAN + "]", "u"), FAMILIES = { "=": "exact", $: "exact", "?": "limit", "#": "clause", "@": "facet" }, ALONE = "\u3000";

  /* The search over files that `load(name)` answers with a promise of their JSON. */
  function Search(load) {
    var files = new Map(), coming = new Map(), found = new Map(), self = this, ready = null;

    function need(names) {
      return Promise.all(unique(names).map(function (name) {
        if (files.has(name)) return null;
        if (!coming.has(name)) {
          coming.set(name, load(name).then(function (data) { files.set(name, data); coming.delete(name); }, function (error) { coming.delete(name); throw error; }));
        }
        return coming.get(name);
      }));
    }

    function place(token) {
      var family = isHan.test(token) ? "han" : FAMILIES[token[0]] || "word", size = self.head.sizes[family];
      var chars = Array.from(token), first = family === "han" ? chars[0] : token, rest = family === "han" ? chars[1] || ALONE : "";
      var about = family === "limit" ? token.indexOf("?", 1) + 1 : 0;
      if (about && isHan.test(token.slice(about))) { first = token.slice(0, about); rest = token.slice(about); }
      return { name: family + "/" + ((hash(first) + (hash(rest) % size[1])) % size[0]).toString(16), first: first, rest: rest };
    }

    function postings(token) {
      if (found.has(token)) return found.get(token);
      var at = place(token), part = files.get(at.name), map = new Map();
      if (part && has(part, at.first)) {
        var text = part[at.first], from = at.rest ? text.indexOf(at.rest) + at.rest.length : 0, to = from;
        if (from >= at.rest.length) {
          while (to < text.length && text.charCodeAt(to) < 127) to++;
          map = decoded(numbers(text, from, to));
        }
      }
      found.set(token, map);
      return map;
    }

    function fetchTokens(tokens) { return need(tokens.filter(function (t) { return t && !found.has(t); }).map(function (t) { return place(t).name; })); }
    function tokensOf(plan) {
      var words = [], out = [plan.exact, plan.ending, plan.reference];
      plan.groups.forEach(function (g) { g.forEach(function (a) { words = words.concat(a.tokens); }); });
      plan.asked.forEach(function (kind) {
        out.push(askedToken(kind));
        words.forEach(function (word) { out.push(askedToken(kind, word)); });
      });
      return out.concat(words);
    }

    function start() {
      if (ready) return ready;
      ready = need(["head"]).then(function () {
        var head = (self.head = files.get("head")), at = 0;
        N = head.numbers;
        self.labels = head.labels;
        self.analyser = new Analyser(head);
        self.planner = new Planner(head, self.analyser);
        self.starts = numbers(head.starts, 0, head.starts.length).map(function (gap) { return (at += gap); });
        self.characters = counted(head.characters);
      });
      ready.catch(function () { ready = null; });
      return ready;
    }

    /* The lexicon; its sounds, which weigh most, only for pinyin and slips. */
    function lexicon(withSounds) {
      return need(withSounds ? ["pairs", "sounds"] : ["pairs"]).then(function () {
        var sounds = files.get("sounds");
        if (!self.lexicon || (sounds && !self.lexicon.sounds)) {
          self.lexicon = new Lexicon(pairsOf(files.get("pairs")), sounds);
          self.lexicon.sounds = sounds;
        }
        return self.lexicon;
      });
    }

    /* Plans in two readings: the lexicon is fetched only if a word is not known as typed. */
    function planned(query) {
      var around = false, sounds = false;
      var none = { spelled: sounding, corrected: sounding, around: function () { around = true; return []; } };
      function sounding() { sounds = true; return []; }
      function known(token) { return postings(token).size > 0; }
      var sketch = self.planner.plan(query, function () { return true; }, none);
      around = sounds = false;
      return fetchTokens(tokensOf(sketch)).then(function () {
        var plan = self.planner.plan(query, known, none);
        if (!around && !sounds) return plan;
        return lexicon(sounds).then(function (lexicon) { return self.planner.plan(query, known, lexicon); });
      }).then(function (plan) { return fetchTokens(tokensOf(plan)).then(function () { return plan; }); });
    }

    function rarer(pair) {
      var chars = Array.from(pair);
      return chars.length === 2 ? Math.min(self.characters.get(chars[0]) || 0, self.characters.get(chars[1]) || 0) : 0;
    }

    function parent(document) {
      var low = 0, high = self.starts.length - 1;
      while (low < high) {
        var middle = (low + high + 1) >> 1;
        if (self.starts[middle] <= document) low = middle; else high = middle - 1;
      }
      return self.starts[low];
    }
    this.parent = parent;

    /* The results' words: {ref, standard, code, title, number, clauseTitle, text, kind, status, answers, translated}. */
    function rows(documents, lang) {
      function name(document) { return lang + "/" + Math.floor(document / self.head.rows).toString(16); }
      return need(documents.map(name)).then(function () {
        return documents.map(function (document) {
          var block = files.get(name(document)), row = block[1][document % self.head.rows], head = block[0][row[0]];
          return {
            ref: head[0] + (row[1] ? "#" + row[1] : ""), standard: head[0], clause: row[1], code: head[1], title: head[2], kind: head[3],
            status: head[4], number: row[2], clauseTitle: row[3], text: row[4], path: row[5], translated: row[7] !== 0,
            answers: row[6].map(function (a) { return { subject: a[0], value: a[1], since: a[2], basis: a[3], source: a[4], status: a[5], kind: a[6] }; }),
          };
        });
      });
    }

    /* Answers {plan, total, matching, hits, sure, answers}; `facets` maps name to wanted value, `lang` is zh or en. */
    this.search = function (query, limit, facets, lang) {
      var wanted = Object.keys(facets || {}).map(function (name) { return "@" + name + "=" + facets[name]; });
      return start().then(function () { return planned(query); }).then(function (plan) {
        return fetchTokens(wanted).then(function () {
          var ranked = rank(plan, postings, self.head.count, rarer, parent), scores = ranked.scores, all = new Map(scores);
          wanted.map(postings).forEach(function (w) {
            Array.from(scores.keys()).forEach(function (d) { if (!w.has(d) && !w.has(parent(d))) scores.delete(d); });
          });
          var best = Array.from(scores.keys()).sort(function (a, b) { return scores.get(b) - scores.get(a) || a - b; }).slice(0, limit);
          return rows(best, lang || "zh").then(function (hits) {
            hits.forEach(function (hit, i) { hit.score = scores.get(best[i]); });
            var sure = hits.length > 0 && hits[0].score >= ranked.sureFrom;
            return { plan: plan, total: scores.size, matching: all, hits: hits, sure: sure, answers: sure ? answers(plan, hits[0].answers) : [] };
          });
        });
      });
    };

    /* How many of the matching documents have each value of a facet: name to value to count. */
    this.facets = function (matching) {
      var names = [], out = {};
      for (var i = 0; i < self.head.sizes.facet[0]; i++) names.push("facet/" + i.toString(16));
      return need(names).then(function () {
        names.forEach(function (name) {
          Object.keys(files.get(name)).forEach(function (token) {
            var cut = token.indexOf("="), holders;
            if (cut < 0) return;
            holders = postings(token);
            var facet = token.slice(1, cut), count = 0;
            matching.forEach(function (_, d) { if (holders.has(d) || holders.has(parent(d))) count++; });
            if (!out[facet]) out[facet] = {};
            if (count) out[facet][token.slice(cut + 1)] = count;
          });
        });
        return out;
      });
    };

    function answers(plan, offered) {
      var kinds = new Set(plan.asked);
      var named = offered.filter(function (a) { return !kinds.size || kinds.has(a.kind); }).map(function (a) {
        var subject = new Set(self.analyser.tokens(a.subject)), count = 0;
        plan.groups.forEach(function (group) {
          if (group.some(function (alternative) { return alternative.tokens.every(function (t) { return subject.has(t); }); })) count++;
        });
        return { count: count, answer: a };
      });
      var most = 0;
      named.forEach(function (n) { most = Math.max(most, n.count); });
      if (!kinds.size && (most === 0 || most < plan.groups.length)) return [];
      return named.filter(function (n) { return n.count === most; }).slice(0, N.MOST_ANSWERS).map(function (n) { return n.answer; });
    }

    /* Words that are known and near to a query that found nothing. */
    this.near = function (query) {
      return start().then(function () { return lexicon(true); }).then(function (lexicon) {
        var found = [];
        self.analyser.words(self.analyser.fold(query)).forEach(function (word) {
          if (word.kind === "latin") found = found.concat(lexicon.spelled(word.text));
          if (word.kind !== "han") return;
          var near = lexicon.corrected(word.text);
          if (!near.length) Array.from(word.text).forEach(function (c) { near = near.concat(lexicon.around(c).slice(0, 2)); });
          found = found.concat(near);
        });
        return unique(found).slice(0, N.MOST_WORDS);
      });
    };

    this.warm = start;
  }

  global.stdbookCore = { Search: Search, Analyser: Analyser, stem: stem };
})(typeof window === "undefined" ? globalThis : window);
