"""R2: references."""

from generator.rules.catalogue import E, N, W, rule

R201 = rule(
    "R201",
    E,
    ("引用的条款不存在", "引用的条款“{target}”不存在", "{suggestion}"),
    ("Clause does not exist", "the cited clause '{target}' does not exist", "{suggestion_en}"),
)
R202 = rule(
    "R202",
    E,
    ("引用的标准不存在", "“{target}”既不是已编写的标准，也不在体系表中", "{suggestion}"),
    ("Standard does not exist", "'{target}' is neither written nor in the catalogue", "{suggestion_en}"),
)
R203 = rule(
    "R203",
    N,
    ("引用的标准尚未编写", "{target}《{title}》列在体系表中，尚未编写（planned）", "编写后这条提示自动消失。"),
    (
        "Standard is planned",
        "{target} '{title}' is in the catalogue but not written yet (planned)",
        "The note goes when it is written.",
    ),
)
R204 = rule(
    "R204",
    E,
    ("岗位或部门不存在", "没有岗位或部门“{target}”", "{suggestion}"),
    ("No such role", "there is no position or department '{target}'", "{suggestion_en}"),
)
R205 = rule(
    "R205",
    E,
    ("参数不存在", "没有参数“{target}”", "{suggestion}"),
    ("No such parameter", "there is no parameter '{target}'", "{suggestion_en}"),
)
R206 = rule(
    "R206",
    E,
    ("记录表单不存在", "没有记录表单“{target}”", "{suggestion}"),
    ("No such record", "there is no record form '{target}'", "{suggestion_en}"),
)
R207 = rule(
    "R207",
    E,
    ("法规不存在", "法规登记表里没有“{target}”", "{suggestion}"),
    ("No such law", "the register of laws has no '{target}'", "{suggestion_en}"),
)
R208 = rule(
    "R208",
    E,
    ("事实不存在", "事实登记表里没有“{target}”", "{suggestion}"),
    ("No such fact", "the register of facts has no '{target}'", "{suggestion_en}"),
)
R209 = rule(
    "R209",
    E,
    ("引用了已废止的文件", "《{title}》已废止{successor}", "改引现行文件；确需提到时写进条文说明而不是引用。"),
    ("Repealed document cited", "'{title}' has been repealed{successor}", "Cite the document in force."),
)
R210 = rule(
    "R210",
    W,
    (
        "引用核对日期早于现行文本",
        "核对日期 {as_of} 早于《{title}》现行文本 {version}",
        "对照现行文本复核本条，再把 as_of 改为 {version}。",
    ),
    (
        "Citation older than the law",
        "as-of date {as_of} is older than the current text of '{title}' ({version})",
        "Compare with the current text, then set as_of to {version}.",
    ),
)
R211 = rule(
    "R211",
    W,
    (
        "规范性引用文件没有被条文引用",
        "第 2 章列出的“{target}”没有被任何条文引用",
        "在条文中写 {{{target}}}，或从 references 删去。",
    ),
    (
        "Normative reference unused",
        "'{target}' is listed in clause 2 but cited by no clause",
        "Cite it as {{{target}}}, or drop it from references.",
    ),
)
R212 = rule(
    "R212",
    W,
    ("条文引用没有列入规范性引用文件", "条文引用了“{target}”，第 2 章没有列出", "在 references 中加上 {target}。"),
    ("Cited but not listed", "the text cites '{target}', which clause 2 does not list", "Add {target} to references."),
)
R213 = rule(
    "R213",
    E,
    ("风险不存在", "没有风险“{target}”", "{suggestion}"),
    ("No such risk", "there is no risk '{target}'", "{suggestion_en}"),
)
R214 = rule(
    "R214",
    W,
    ("英文对应不到条目", "en.yml 里的“{target}”在标准中不存在", "{suggestion}"),
    ("English for nothing", "'{target}' in en.yml does not exist in the standard", "{suggestion_en}"),
)
R215 = rule(
    "R215",
    E,
    (
        "花括号里的引用看不懂",
        "“{{{target}}}”不是参数、条款、表单、标准或法规",
        "写成 {{p-…}}、{{#条款}}、{{g206-01#条款}}、{{jl-01}} 或法规标识。",
    ),
    (
        "Unknown reference in braces",
        "'{{{target}}}' is no parameter, clause, record, standard or law",
        "Write {{p-…}}, {{#clause}}, {{g206-01#clause}}, {{jl-01}} or a law id.",
    ),
)
R216 = rule(
    "R216",
    E,
    ("引用了废止或被代替的标准", "现行标准引用了 {target}，它已{status}", "改引{successor}，或删去引用。"),
    (
        "Withdrawn standard cited",
        "text in force cites {target}, which is {status_en}",
        "Cite {successor_en}, or drop the citation.",
    ),
)
R217 = rule(
    "R217",
    E,
    ("现行标准引用草案", "引用的“{target}”还只在草案里", "草案发布前改引现行条款，或等草案发布后再引。"),
    (
        "Draft quoted by text in force",
        "'{target}' stands only in a draft",
        "Cite a clause in force until the draft is published.",
    ),
)
R218 = rule(
    "R218",
    E,
    ("代替关系成环", "{path}：代替关系绕了一圈", "supersedes 只写更早的标准。"),
    ("Circle of successors", "{path}: the succession runs in a circle", "supersedes names earlier standards only."),
)
R219 = rule(
    "R219",
    W,
    ("代替关系不成对", "{id} 写了{said}，{other} 却没有写 {missing}", "两边都写；或者改正写错的一边。"),
    (
        "Succession told on one side",
        "{id} says {said}, but {other} has no {missing}",
        "Write both sides, or correct the wrong one.",
    ),
)
R220 = rule(
    "R220",
    E,
    ("花括号不成对", "“{text}”的花括号不成对，或用了全角｛｝", "引用写成 {{p-…}}、{{#条款}}，左右各一个半角花括号。"),
    (
        "Unbalanced braces",
        "the braces in '{text}' are unbalanced or full-width",
        "A reference has one half-width brace on either side.",
    ),
)
R221 = rule(
    "R221",
    E,
    ("这里不展开引用", "{key} 里写了“{text}”，这里不会换成数值或编号", "直接写文字；数值和引用写进条文（text、items）。"),
    (
        "No references here",
        "{key} holds '{text}', which is not resolved here",
        "Write plain words; numbers and references belong into text or items.",
    ),
)
R222 = rule(
    "R222",
    W,
    ("条号写法", "条号“{article}”的写法不规范", "法律法规写“第三十三条”或“第三十三条第二款”；标准写条款编号，如 5.2.3。"),
    (
        "Form of the article number",
        "'{article}' is not how articles are cited",
        "Laws: 第三十三条 or 第三十三条第二款; standards: 5.2.3.",
    ),
)
R223 = rule(
    "R223",
    E,
    ("实践条目不存在", "没有实践条目“{target}”", "{suggestion}"),
    ("No such practice", "there is no practice '{target}' in rows.yml", "{suggestion_en}"),
)
R224 = rule(
    "R224",
    W,
    ("填写的表单没有列为记录", "条文写“{words}”，records 里没有 {id}", "在 records 里加上 {id}，或改正条文里的表单。"),
    (
        "Record filled in but not listed",
        "the text says '{words}', but records lacks {id}",
        "Add {id} to records, or correct the text.",
    ),
)
R225 = rule(
    "R225",
    W,
    ("被代替却没有后继", "《{title}》的状态是 replaced，{problem}", "写上 replaced_by；没有代替它的文件时状态写 repealed。"),
    (
        "Replaced by nothing",
        "'{title}' has status replaced, but {problem_en}",
        "Name replaced_by; if nothing replaces it, write status: repealed.",
    ),
)
R226 = rule(
    "R226",
    W,
    ("条号写成了文字", "“{words}”是写死的条号，增删条款后就不对了", "写成 {{#条款标识}}，条号自动排。"),
    ("Clause number typed", "'{words}' is a typed clause number; it goes wrong when a clause is added", "Write {{#clause-id}}."),
)
