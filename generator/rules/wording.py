"""W3: wording."""

from generator.rules.catalogue import E, W, rule

W301 = rule(
    "W301",
    E,
    ("助动词与条款类型不符", "类型是{type}，条文用的是{found}", "{type}用“{wanted}”（GB/T 1.1 附录 C）；或者改 type。"),
    (
        "Modal verb does not fit",
        "the type is {type_en}, the text uses {found_en}",
        "Use {wanted} for this type (GB/T 1.1 Annex C), or change the type.",
    ),
)
W302 = rule(
    "W302",
    W,
    ("一条里有两种助动词", "条文里同时有{found}", "拆成两条，一条一种类型。"),
    ("Two kinds of modal verb", "the text uses {found_en}", "Split it: one type a clause."),
)
W303 = rule(
    "W303",
    E,
    ("不用“必须”“不可”", "条文里有“{word}”", "改为“{instead}”：“必须”不能代替“应”，“不可”不能代替“不应”。"),
    ("必须 and 不可 are not used", "the text says '{word}'", "Write {instead_en}."),
)
W304 = rule(
    "W304",
    W,
    ("法规用语", "条文里有“{word}”", "企业标准用“{instead}”；引述法规原文时放在引号里。"),
    ("Words of the law", "the text says '{word}'", "Write {instead_en}, or quote the law in quotation marks."),
)
W305 = rule(
    "W305",
    W,
    ("说得不具体", "“{word}”没法检查", "{instead}。"),
    ("Vague word", "'{word}' cannot be checked", "{instead_en}."),
)
W306 = rule(
    "W306",
    W,
    ("前言、范围和定义只陈述", "{part}里有{found}", "前言、范围和术语定义不写要求、推荐和允许；把它写成条款。"),
    (
        "Statements only",
        "the {part_en} uses {found_en}",
        "Foreword, scope and definitions hold no requirement, recommendation or permission.",
    ),
)
W307 = rule(
    "W307",
    W,
    ("术语没有用到", "术语“{zh}”只在第 3 章出现，别处没有用到", "在条文中用它，或删去这个术语。"),
    ("Term unused", "the term '{zh}' is used nowhere but in chapter 3", "Use it, or delete it."),
)
W308 = rule(
    "W308",
    W,
    ("一词两义", "“{zh}”在 {other} 有另一个定义", "两处用同一个定义；意思确实不同时换一个词。"),
    ("Two meanings of a term", "'{zh}' is defined differently at {other}", "Use one definition, or another word."),
)
W309 = rule(
    "W309",
    W,
    ("标点不规范", "“{text}”里有半角或重复的标点", "中文里用全角标点：，；：？！（），不重复。"),
    ("Punctuation", "'{text}' has half-width or doubled punctuation", "Write ，；：？！（）, once."),
)
W310 = rule(
    "W310",
    W,
    ("句末没有句号", "条文末尾是“{end}”", "条文以句号结束；后面有列项时以冒号结束。"),
    ("No full stop", "the clause ends with '{end}'", "End with 。, or with ： before a list."),
)
W311 = rule(
    "W311",
    W,
    ("条文重复", "“{id}”的条文与“{other}”相同", "合并成一条，另一处引用它：{{#{other}}}。"),
    ("Same text twice", "'{id}' has the same text as '{other}'", "Merge them and refer: {{#{other}}}."),
)
W312 = rule(
    "W312",
    W,
    ("范围的写法", "范围里没有“{missing}”", "写成：本文件规定了……。本文件适用于……。"),
    ("Wording of the scope", "the scope lacks '{missing}'", "Write: 本文件规定了……。本文件适用于……。"),
)
W313 = rule(
    "W313",
    W,
    ("列项不成列", "条款“{id}”{problem}", "列项写两项以上，前面的条文以冒号结束；只有一项时并入条文。"),
    ("Not a list", "the clause '{id}' {problem_en}", "Give two items or more after a colon; merge a single item into the text."),
)
W314 = rule(
    "W314",
    W,
    ("英文情态动词与条款类型不符", "类型是{type}，英文用的是 {found}", "{type}的英文用 {wanted}（ISO/IEC Directives, Part 2）。"),
    (
        "English verb does not fit",
        "the type is {type_en}, the English uses {found}",
        "Use {wanted} for this type (ISO/IEC Directives, Part 2).",
    ),
)
W315 = rule(
    "W315",
    W,
    ("还没有写完", "这里还有“{word}”", "写上内容；用不到的条款整条删去。"),
    ("Not written yet", "'{word}' still stands here", "Write it; delete the clause if it is not needed."),
)
W316 = rule(
    "W316",
    W,
    ("列项自带编号", "列项以“{sign}”开头", "删去它：a)、b)、c) 由程序编排。"),
    ("Item with a number of its own", "the list item begins with '{sign}'", "Delete it: a), b), c) are set by the program."),
)
