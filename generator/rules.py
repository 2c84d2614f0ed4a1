"""The catalogue of rules: every code, its severity and its words in Chinese and English.

Families: S1 files and structure, R2 references, W3 wording, N4 numbers and limits, L5 life cycle, C6 coverage,
Q7 questions and checklists. A code is never reused. `docs/rules/<CODE>.md` is its manual page and its test.
"""

from __future__ import annotations

from generator.diagnostics import Rule, Severity

CATALOGUE: dict[str, Rule] = {}


def _rule(code: str, severity: Severity, zh: tuple[str, str, str], en: tuple[str, str, str]) -> Rule:
    rule = Rule(code, severity, *zh, *en)
    assert code not in CATALOGUE
    CATALOGUE[code] = rule
    return rule


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

# S1 files and structure
S101 = _rule(
    "S101",
    _E,
    ("文件读不出来", "文件读不出来：{why}", "检查文件是否还在、是否有读取权限。"),
    ("File cannot be read", "the file cannot be read: {why}", "Check that the file still exists and that you may read it."),
)
S102 = _rule(
    "S102",
    _E,
    ("编码不是 UTF-8", "文件编码是 {encoding}，不是 UTF-8", "用编辑器另存为 UTF-8 编码。"),
    ("Encoding is not UTF-8", "the file is encoded as {encoding}, not UTF-8", "Save it as UTF-8 in your editor."),
)
S103 = _rule(
    "S103",
    _E,
    ("有看不见的字符", "这里有不可见或控制字符 {code}", "删去它，重新输入这几个字。"),
    ("Invisible character", "an invisible or control character {code} stands here", "Delete it and type the words again."),
)
S104 = _rule(
    "S104",
    _E,
    ("文件太大或太深", "{what}，超过上限 {limit}", "拆成较小的文件，或减少层次。"),
    ("Too large or too deep", "{what} exceeds the limit of {limit}", "Split the file or use fewer levels."),
)
S105 = _rule(
    "S105",
    _E,
    ("不用锚点和标签", "这里用了 YAML 的 {what}，本工具不接受", "直接写出内容；以 ! & * 开头的文字用双引号括起来。"),
    (
        "No anchors or tags",
        "YAML's {what} is not accepted here",
        "Write the content itself; quote text that begins with ! & or *.",
    ),
)
S106 = _rule(
    "S106",
    _E,
    ("文件是空的", "文件里没有内容", "写入内容，或删去这个文件。"),
    ("Empty file", "the file has no content", "Fill it in, or delete it."),
)
S107 = _rule(
    "S107",
    _E,
    ("全角冒号", "键后面用了全角冒号“：”", "改成半角冒号加一个空格，如 title: 名称。"),
    ("Full-width colon", "a full-width colon follows the key", "Write a half-width colon and a space, e.g. title: name."),
)
S108 = _rule(
    "S108",
    _E,
    ("缩进用了制表符", "这一行用制表符（Tab）缩进", "改成空格，每层两个。"),
    ("Tab indentation", "this line is indented with a tab", "Use spaces, two for each level."),
)
S109 = _rule(
    "S109",
    _E,
    (
        "YAML 写法有误",
        "这里不合 YAML 的写法（{problem}）",
        "检查缩进、冒号后的空格和引号是否成对；含有“: ”或“#”的文字用双引号括起来。",
    ),
    (
        "YAML syntax",
        "this is not valid YAML ({problem})",
        "Check indentation, the space after colons, and paired quotes; quote text with ': ' or '#'.",
    ),
)
S110 = _rule(
    "S110",
    _E,
    ("键重复", "键“{key}”在第 {line} 行已经写过", "两处合并成一处。"),
    ("Duplicate key", "the key '{key}' already stands on line {line}", "Merge the two."),
)
S111 = _rule(
    "S111",
    _E,
    ("缺少必填项", "缺少“{key}”（{help}）", "加上一行：{key}: …"),
    ("Missing key", "'{key}' is missing", "Add a line: {key}: …"),
)
S112 = _rule(
    "S112",
    _E,
    ("不认识的键", "这里没有“{key}”这一项", "{suggestion}"),
    ("Unknown key", "there is no '{key}' here", "{suggestion_en}"),
)
S113 = _rule(
    "S113",
    _E,
    ("值不在允许范围", "“{value}”不是允许的值", "可以写：{allowed}。"),
    ("Value not allowed", "'{value}' is not an allowed value", "Write one of: {allowed}."),
)
S114 = _rule(
    "S114",
    _E,
    ("格式不对", "“{value}”的格式不对", "应符合格式 {pattern}。"),
    ("Wrong format", "'{value}' has the wrong format", "It must match {pattern}."),
)
S115 = _rule(
    "S115",
    _E,
    ("日期不对", "“{value}”不是有效日期", "写成 2026-04-01 的形式（年4位、月2位、日2位）。"),
    ("Not a date", "'{value}' is not a date", "Write it as 2026-04-01."),
)
S116 = _rule(
    "S116",
    _E,
    ("不是数", "“{value}”不是{wanted}", "只写半角数字，单位写在 unit 里；真假写 true 或 false。"),
    (
        "Not a number",
        "'{value}' is not {wanted}",
        "Write half-width digits; the unit goes into `unit`; write true or false for a flag.",
    ),
)
S117 = _rule(
    "S117",
    _E,
    ("空值", "“{key}”没有内容", "写上内容，或删去这一行。"),
    ("Empty value", "'{key}' has no content", "Fill it in, or delete the line."),
)
S118 = _rule(
    "S118",
    _E,
    ("结构不对", "“{key}”这里应当是{wanted}", "列表的每项以“- ”开头；字段写成“键: 值”。"),
    ("Wrong structure", "'{key}' must be {wanted} here", "List entries begin with '- '; fields are 'key: value'."),
)
S119 = _rule(
    "S119",
    _E,
    ("数值超出范围", "“{value}”超出允许的范围", "应当：{limit}。"),
    ("Out of range", "'{value}' is out of range", "{limit}"),
)
S120 = _rule(
    "S120",
    _E,
    ("缺少文件", "缺少文件 {name}", "新建这个文件，或把整个文件夹删去。"),
    ("File missing", "the file {name} is missing", "Create it, or delete the folder."),
)
S121 = _rule(
    "S121",
    _W,
    ("不认识的文件", "{name} 不属于知识库，没有被读取", "{suggestion}"),
    ("Unknown file", "{name} is not part of the knowledge base and was not read", "{suggestion_en}"),
)
S122 = _rule(
    "S122",
    _E,
    ("与文件夹不符", "写的是 {id}，文件夹是 {folder}", "改成同一个名字；已发布的标识不能改。"),
    ("Id differs from folder", "the id {id} differs from the folder {folder}", "Make them equal; a published id never changes."),
)
S123 = _rule(
    "S123",
    _E,
    ("标识重复", "标识“{id}”在 {other} 已经用过", "换一个没有用过的标识。"),
    ("Duplicate id", "the id '{id}' is already used at {other}", "Choose an unused id."),
)
S124 = _rule(
    "S124",
    _E,
    (
        "编号与类别、专业域不符",
        "编号 {code} 不符合 {expected}",
        "按 Q/代号 2NN.MM—年份（管理）或 3NN.MM—年份（工作）编号，NN 为专业域。",
    ),
    (
        "Code does not fit",
        "the code {code} does not fit {expected}",
        "Number it Q/XX 2NN.MM—YYYY (management) or 3NN.MM—YYYY (work); NN is the domain.",
    ),
)
S125 = _rule(
    "S125",
    _E,
    ("条款既无条文也无下级", "条款“{id}”没有条文，也没有下级条款", "写上 text 和 type，或写上下级 clauses。"),
    ("Empty clause", "the clause '{id}' has neither text nor clauses below it", "Give it text and type, or clauses."),
)
S126 = _rule(
    "S126",
    _E,
    (
        "末级条款没有类型",
        "条款“{id}”没有写类型",
        "加上 type：requirement 要求、instruction 指示、recommendation 推荐、permission 允许或 statement 陈述。",
    ),
    (
        "Leaf clause without type",
        "the clause '{id}' has no type",
        "Add type: requirement, instruction, recommendation, permission or statement.",
    ),
)
S127 = _rule(
    "S127",
    _W,
    ("一层只有一条", "“{id}”下面只有一条下级条款", "并入上级，或再拆出一条（同一层次有两条以上才编号）。"),
    (
        "Single child",
        "'{id}' has only one clause below it",
        "Merge it into its parent, or split it (a level is numbered only if it has two or more).",
    ),
)
S128 = _rule(
    "S128",
    _E,
    ("缺少必备的章", "缺少“{part}”一章", "加上一章：part: {key}。"),
    ("Chapter missing", "the chapter '{key}' is missing", "Add a chapter with part: {key}."),
)
S129 = _rule(
    "S129",
    _E,
    ("条款过深", "条款“{id}”在第 {depth} 层", "最多 6 层；把内容拆成并列的条款。"),
    ("Clause too deep", "the clause '{id}' is on level {depth}", "Six levels at most; split it into parallel clauses."),
)
S130 = _rule(
    "S130",
    _E,
    ("中间层条款带了类型或条文", "条款“{id}”有下级条款，不能再写 {key}", "把条文移到一条新的下级条款里。"),
    (
        "Branch clause with text",
        "the clause '{id}' has clauses below it and must not have {key}",
        "Move the text into a clause below it.",
    ),
)

S131 = _rule(
    "S131",
    _E,
    ("专业域没有登记", "settings.yml 里没有专业域“{domain}”", "可用：{known}；新的专业域先登记。"),
    ("Unknown domain", "settings.yml has no domain '{domain}'", "Known: {known}; register a new one first."),
)

# R2 references
R201 = _rule(
    "R201",
    _E,
    ("引用的条款不存在", "引用的条款“{target}”不存在", "{suggestion}"),
    ("Clause does not exist", "the cited clause '{target}' does not exist", "{suggestion_en}"),
)
R202 = _rule(
    "R202",
    _E,
    ("引用的标准不存在", "“{target}”既不是已编写的标准，也不在体系表中", "{suggestion}"),
    ("Standard does not exist", "'{target}' is neither written nor in the catalogue", "{suggestion_en}"),
)
R203 = _rule(
    "R203",
    _N,
    ("引用的标准尚未编写", "{target}《{title}》列在体系表中，尚未编写（planned）", "编写后这条提示自动消失。"),
    (
        "Standard is planned",
        "{target} '{title}' is in the catalogue but not written yet (planned)",
        "The note goes when it is written.",
    ),
)
R204 = _rule(
    "R204",
    _E,
    ("岗位或部门不存在", "没有岗位或部门“{target}”", "{suggestion}"),
    ("No such role", "there is no position or department '{target}'", "{suggestion_en}"),
)
R205 = _rule(
    "R205",
    _E,
    ("参数不存在", "没有参数“{target}”", "{suggestion}"),
    ("No such parameter", "there is no parameter '{target}'", "{suggestion_en}"),
)
R206 = _rule(
    "R206",
    _E,
    ("记录表单不存在", "没有记录表单“{target}”", "{suggestion}"),
    ("No such record", "there is no record form '{target}'", "{suggestion_en}"),
)
R207 = _rule(
    "R207",
    _E,
    ("法规不存在", "法规登记表里没有“{target}”", "{suggestion}"),
    ("No such law", "the register of laws has no '{target}'", "{suggestion_en}"),
)
R208 = _rule(
    "R208",
    _E,
    ("事实不存在", "事实登记表里没有“{target}”", "{suggestion}"),
    ("No such fact", "the register of facts has no '{target}'", "{suggestion_en}"),
)
R209 = _rule(
    "R209",
    _E,
    ("引用了已废止的文件", "《{title}》已废止{successor}", "改引现行文件；确需提到时写进条文说明而不是引用。"),
    ("Repealed document cited", "'{title}' has been repealed{successor}", "Cite the document in force."),
)
R210 = _rule(
    "R210",
    _W,
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
R211 = _rule(
    "R211",
    _W,
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
R212 = _rule(
    "R212",
    _W,
    ("条文引用没有列入规范性引用文件", "条文引用了“{target}”，第 2 章没有列出", "在 references 中加上 {target}。"),
    ("Cited but not listed", "the text cites '{target}', which clause 2 does not list", "Add {target} to references."),
)
R213 = _rule(
    "R213",
    _E,
    ("风险不存在", "没有风险“{target}”", "{suggestion}"),
    ("No such risk", "there is no risk '{target}'", "{suggestion_en}"),
)
R214 = _rule(
    "R214",
    _W,
    ("英文对应不到条目", "en.yml 里的“{target}”在标准中不存在", "{suggestion}"),
    ("English for nothing", "'{target}' in en.yml does not exist in the standard", "{suggestion_en}"),
)
R215 = _rule(
    "R215",
    _E,
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

# W3 wording
W301 = _rule(
    "W301",
    _E,
    ("助动词与条款类型不符", "类型是{type}，条文用的是{found}", "{type}用“{wanted}”（GB/T 1.1 附录 C）；或者改 type。"),
    (
        "Modal verb does not fit",
        "the type is {type_en}, the text uses {found_en}",
        "Use {wanted} for this type (GB/T 1.1 Annex C), or change the type.",
    ),
)
W302 = _rule(
    "W302",
    _W,
    ("一条里有两种助动词", "条文里同时有{found}", "拆成两条，一条一种类型。"),
    ("Two kinds of modal verb", "the text uses {found_en}", "Split it: one type a clause."),
)
W303 = _rule(
    "W303",
    _E,
    ("不用“必须”“不可”", "条文里有“{word}”", "改为“{instead}”：“必须”不能代替“应”，“不可”不能代替“不应”。"),
    ("必须 and 不可 are not used", "the text says '{word}'", "Write '{instead}'."),
)
W304 = _rule(
    "W304",
    _W,
    ("法规用语", "条文里有“{word}”", "企业标准用“{instead}”；引述法规原文时放在引号里。"),
    ("Words of the law", "the text says '{word}'", "Write '{instead}', or quote the law in quotation marks."),
)
W305 = _rule(
    "W305",
    _W,
    ("说得不具体", "“{word}”没法检查", "{instead}。"),
    ("Vague word", "'{word}' cannot be checked", "Write what can be checked: a limit, a name, a condition."),
)
W306 = _rule(
    "W306",
    _W,
    ("前言、范围和定义只陈述", "{part}里有{found}", "前言、范围和术语定义不写要求、推荐和允许；把它写成条款。"),
    (
        "Statements only",
        "the {part_en} uses {found_en}",
        "Foreword, scope and definitions hold no requirement, recommendation or permission.",
    ),
)

# N4 numbers and limits
N401 = _rule(
    "N401",
    _E,
    ("单位不认识", "单位“{unit}”不在单位表中", "{suggestion}"),
    ("Unknown unit", "the unit '{unit}' is not known", "{suggestion_en}"),
)
N402 = _rule(
    "N402",
    _E,
    (
        "参数写得不完整",
        "{kind} 类参数{problem}",
        "max、min、exact、frequency 写 value 和 unit；range 另写 upper（大于 value）；same_day、permanent 都不写。",
    ),
    (
        "Incomplete parameter",
        "a parameter of kind {kind} {problem_en}",
        "max, min, exact, frequency need value and unit; range also upper (above value); same_day and permanent none of them.",
    ),
)
N403 = _rule(
    "N403",
    _E,
    ("低于法规要求", "{subject} 写的是 {value}，比{source}的 {fact} 宽", "法规是底线：改为 {fact} 或更严。"),
    (
        "Looser than the law",
        "{subject} is {value}, looser than {fact} ({source})",
        "The law is the floor: write {fact} or stricter.",
    ),
)
N404 = _rule(
    "N404",
    _W,
    (
        "与依据的数值不同",
        "{subject} 写的是 {value}，{source} 是 {fact}，比依据宽",
        "改为 {fact}；企业自定时删去 fact，basis 写 company。",
    ),
    (
        "Differs from its source",
        "{subject} is {value}, looser than its source: {fact} ({source})",
        "Write {fact}; for a value of your own drop `fact` and set basis: company.",
    ),
)
N405 = _rule(
    "N405",
    _E,
    ("依据与事实不配", "依据写的是 {basis}，{problem}", "basis: company 不写 fact；其余依据都要写 fact。"),
    ("Basis without fact", "basis is {basis} but {problem_en}", "basis: company has no fact; every other basis names one."),
)
N406 = _rule(
    "N406",
    _W,
    ("参数没有被引用", "参数 {id} 没有被任何条文、表单或任务引用", "在条文里写 {{{id}}}，或删去这个参数。"),
    ("Parameter unused", "no clause, record or task quotes the parameter {id}", "Quote it as {{{id}}}, or delete it."),
)
N407 = _rule(
    "N407",
    _W,
    ("条文里有没有登记的数值", "条文里直接写了“{number}”", "登记为参数（parameters），条文中写 {{p-…}}，改一处处处都变。"),
    (
        "Number not typed",
        "the text says '{number}' directly",
        "Make it a parameter and quote it as {{p-…}}, so that it changes everywhere at once.",
    ),
)
N408 = _rule(
    "N408",
    _E,
    ("频次参数用错", "参数 {id} 是 {kind} 类，这里要的是频次（frequency）", "引用 kind: frequency 的参数。"),
    (
        "Not a frequency",
        "the parameter {id} is of kind {kind}; a frequency is needed here",
        "Refer to a parameter of kind: frequency.",
    ),
)
N409 = _rule(
    "N409",
    _E,
    ("与依据的单位不同", "参数单位是 {unit}，{fact} 的单位是 {fact_unit}", "工作日与日不能换算；按依据的单位写。"),
    (
        "Unit differs from the fact",
        "the parameter's unit is {unit}, that of {fact} is {fact_unit}",
        "Use the unit of the source; 工作日 and 日 cannot be converted.",
    ),
)

# L5 life cycle
L501 = _rule(
    "L501",
    _E,
    ("日期顺序不对", "{later_name} {later} 早于{earlier_name} {earlier}", "更正其中一个日期。"),
    ("Dates out of order", "{later_name} {later} is before {earlier_name} {earlier}", "Correct one of the dates."),
)
L502 = _rule(
    "L502",
    _E,
    ("编号年份与发布年份不同", "编号 {code} 的年份不是发布年份 {year}", "编号末尾写发布的年份。"),
    (
        "Year of the code",
        "the year of {code} is not the year of publication, {year}",
        "End the code with the year of publication.",
    ),
)
L503 = _rule(
    "L503",
    _E,
    ("状态要求的信息没有写", "状态为 {status} 时必须写 {key}", "加上 {key}，或把状态改回 draft。"),
    ("Missing for this status", "status {status} needs {key}", "Add {key}, or set the status back to draft."),
)
L504 = _rule(
    "L504",
    _W,
    ("复审过期", "应在 {due} 前复审，已过期", "组织复审：继续有效的更新 review.last，要改的转 under_review。"),
    ("Review overdue", "review was due by {due}", "Review it: update review.last, or set status under_review."),
)
L505 = _rule(
    "L505",
    _W,
    ("批准与起草是同一岗位", "批准岗位 {approver} 同时是起草岗位", "由另一岗位批准。"),
    ("Approver drafted it", "the approver {approver} is also a drafter", "Let another post approve it."),
)
L506 = _rule(
    "L506",
    _E,
    ("废止没有理由", "状态为 withdrawn，没有写 withdrawn 日期和 withdrawn_reason", "写明废止日期和原因。"),
    ("Withdrawn without reason", "status withdrawn needs the date `withdrawn` and `withdrawn_reason`", "State both."),
)
L507 = _rule(
    "L507",
    _E,
    ("修改记录日期顺序不对", "修改记录 {version}（{date}）早于前一条", "按日期先后排列。"),
    ("Revision record out of order", "the entry {version} ({date}) is earlier than the one before", "Sort by date."),
)
L508 = _rule(
    "L508",
    _E,
    ("已废除的标识又被使用", "标识“{id}”已废除，不能再用", "换一个新的标识。"),
    ("Retired id reused", "the id '{id}' is retired", "Choose a new id."),
)
L509 = _rule(
    "L509",
    _E,
    ("同一天有两个版本在实施", "{id} 的版本 {one} 和 {two} 的实施日期相同", "改正其中一个实施日期。"),
    ("Two versions on one day", "versions {one} and {two} of {id} take effect on the same day", "Correct one effective date."),
)

# C6 coverage
C601 = _rule(
    "C601",
    _E,
    (
        "归口部门不唯一",
        "归口职责（lead: true）有 {count} 条；应当恰好一条，由归口部门“{owner}”承担",
        "只给归口部门的职责写 lead: true，并与 owner 一致。",
    ),
    (
        "One lead department",
        "{count} duties are marked lead: true; there must be exactly one",
        "Mark only the owner department's duty.",
    ),
)
C602 = _rule(
    "C602",
    _E,
    ("流程不连通", "步骤“{id}”{problem}", "检查各步骤的 next：恰好一个起点，至少一个终点，每一步都走得到。"),
    ("Process not connected", "the step '{id}' {problem_en}", "Check `next`: one start, at least one end, every step reachable."),
)
C603 = _rule(
    "C603",
    _W,
    ("流程中的岗位没有职责", "“{role}”在流程中出现，职责一章没有它的职责", "在职责一章为它加一条（duty.role）。"),
    ("Role without duty", "'{role}' acts in the process but has no duty", "Give it a clause with duty.role."),
)
C604 = _rule(
    "C604",
    _W,
    ("表单没有产生它的步骤", "没有任何条款产生 {id}《{name}》", "在产生它的步骤或条款写 records: [{id}]。"),
    (
        "Record without source",
        "no clause produces {id} '{name}'",
        "Write records: [{id}] on the step or clause that produces it.",
    ),
)
C605 = _rule(
    "C605",
    _E,
    ("检查单是空的", "检查单“{id}”没有检查项", "至少写一项，或删去这份检查单。"),
    ("Empty checklist", "the checklist '{id}' has no items", "Add an item, or delete the checklist."),
)
C606 = _rule(
    "C606",
    _W,
    ("英文没有译全", "缺少 {count} 处英文，第一处是“{first}”", "在 en.yml 补上。"),
    ("English incomplete", "{count} English texts are missing, the first is '{first}'", "Add them to en.yml."),
)
C607 = _rule(
    "C607",
    _W,
    ("要求没有主体或证据", "要求“{id}”没有写{what}", "写 actor（谁做）和 records 或 evidence（凭什么证明）。"),
    (
        "Requirement without {what_en}",
        "the requirement '{id}' names no {what_en}",
        "Give actor (who) and records or evidence (how it is proved).",
    ),
)
C608 = _rule(
    "C608",
    _W,
    (
        "关键标准的要求没有检查项或试题",
        "要求“{id}”（{number}）没有检查项，也没有试题",
        "在 checklists.yml 或 questions.yml 里引用它。",
    ),
    (
        "Requirement untested",
        "the requirement '{id}' ({number}) has neither checklist item nor question",
        "Refer to it in checklists.yml or questions.yml.",
    ),
)

# Q7 questions and checklists
Q771 = _rule(
    "Q771",
    _E,
    (
        "检查项依据的条款类型不对",
        "检查项“{id}”依据的 {clause} 是{type}，不是要求或指示",
        "改引要求或指示类条款；宜、可类条款不能检查。",
    ),
    ("Item rests on no requirement", "the item '{id}' rests on {clause}, a {type}", "Refer to a requirement or an instruction."),
)
Q702 = _rule(
    "Q702",
    _E,
    (
        "答案个数不对",
        "题目“{id}”{problem}",
        "单选恰好 1 个正确选项；多选至少 2 个正确、1 个错误；判断写 answer；填空写 parameter 或 accept。",
    ),
    (
        "Wrong number of answers",
        "the question '{id}' {problem_en}",
        "single: exactly 1 correct; multiple: 2+ correct and 1+ wrong; true_false: answer; blank: parameter or accept.",
    ),
)
Q703 = _rule(
    "Q703",
    _E,
    ("选项重复", "选项“{text}”与另一选项相同", "换一个不同的选项。"),
    ("Options equal", "the option '{text}' equals another", "Write a different one."),
)
Q706 = _rule(
    "Q706",
    _E,
    ("选项个数不对", "题目“{id}”有 {count} 个选项", "单选 3～5 个，多选 4～6 个，排序 3～7 个。"),
    ("Number of options", "the question '{id}' has {count} options", "single 3 to 5, multiple 4 to 6, ordering 3 to 7."),
)
Q709 = _rule(
    "Q709",
    _E,
    ("以上都对一类选项", "选项“{text}”属于“以上都对/都不对”", "换成具体的内容。"),
    ("All or none of the above", "the option '{text}' is an all/none-of-the-above", "Write a real option."),
)
