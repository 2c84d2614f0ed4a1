"""C6: coverage."""

from generator.rules.catalogue import E, N, W, rule

C601 = rule(
    "C601",
    E,
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
C602 = rule(
    "C602",
    E,
    ("流程不连通", "步骤“{id}”{problem}", "检查各步骤的 next：恰好一个起点，至少一个终点，每一步都走得到。"),
    ("Process not connected", "the step '{id}' {problem_en}", "Check `next`: one start, at least one end, every step reachable."),
)
C603 = rule(
    "C603",
    W,
    ("流程中的岗位没有职责", "“{role}”在流程中出现，职责一章没有它的职责", "在职责一章为它加一条（duty.role）。"),
    ("Role without duty", "'{role}' acts in the process but has no duty", "Give it a clause with duty.role."),
)
C604 = rule(
    "C604",
    W,
    ("表单没有产生它的步骤", "没有任何条款产生 {id}《{name}》", "在产生它的步骤或条款写 records: [{id}]。"),
    (
        "Record without source",
        "no clause produces {id} '{name}'",
        "Write records: [{id}] on the step or clause that produces it.",
    ),
)
C605 = rule(
    "C605",
    E,
    ("检查单是空的", "检查单“{id}”没有检查项", "至少写一项，或删去这份检查单。"),
    ("Empty checklist", "the checklist '{id}' has no items", "Add an item, or delete the checklist."),
)
C606 = rule(
    "C606",
    W,
    ("英文没有译全", "缺少 {count} 处英文，第一处是“{first}”", "在 en.yml 补上。"),
    ("English incomplete", "{count} English texts are missing, the first is '{first}'", "Add them to en.yml."),
)
C607 = rule(
    "C607",
    W,
    ("要求没有主体或证据", "要求“{id}”没有写{what}", "写 actor（谁做）和 records 或 evidence（凭什么证明）。"),
    (
        "Requirement without {what_en}",
        "the requirement '{id}' names no {what_en}",
        "Give actor (who) and records or evidence (how it is proved).",
    ),
)
C608 = rule(
    "C608",
    W,
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
C609 = rule(
    "C609",
    W,
    ("没有检查单", "{id} 没有检查单", "新建 checklists.yml，每份检查单写何时用、谁填、查什么。"),
    ("No checklist", "{id} has no checklist", "Create checklists.yml: when it is used, who fills it, what is checked."),
)
C610 = rule(
    "C610",
    W,
    ("试题太少", "{id} 只有 {count} 道手写试题", "在 questions.yml 写 5 道以上。"),
    ("Too few questions", "{id} has only {count} hand-written questions", "Write five or more in questions.yml."),
)
C611 = rule(
    "C611",
    W,
    ("没有英文", "{id} 没有英文", "新建 en.yml。"),
    ("No English", "{id} has no English overlay", "Create en.yml."),
)
C612 = rule(
    "C612",
    W,
    ("英文与中文引用的不同", "“{id}”的英文{problem}", "英文引用与中文相同的参数和条款：数值写 {{p-…}}。"),
    (
        "English quotes something else",
        "the English of '{id}' {problem_en}",
        "Quote the same parameters and clauses as the Chinese text.",
    ),
)
C613 = rule(
    "C613",
    W,
    ("英文里有汉字", "“{id}”的英文里有“{text}”", "译成英文。"),
    ("Chinese in the English", "the English of '{id}' holds '{text}'", "Translate it."),
)
C614 = rule(
    "C614",
    W,
    ("英文译自旧版", "英文是按 {source} 译的，标准已是 {version}", "核对改动的条款，再把 en.yml 的 version 改为 {version}。"),
    (
        "English of an older version",
        "the English follows {source}, the standard is at {version}",
        "Compare what changed, then set version: {version} in en.yml.",
    ),
)
C615 = rule(
    "C615",
    N,
    ("流程岗位没有工作标准", "“{role}”在流程中负责步骤，还没有工作标准", "为它编写工作标准，或登记豁免。"),
    (
        "No work standard for a role",
        "'{role}' is responsible for a step but has no work standard",
        "Write one, or register a waiver.",
    ),
)
C616 = rule(
    "C616",
    E,
    ("同一岗位有两项工作标准", "{post} 的工作标准已有 {other}", "一个岗位只有一项工作标准：合并，或改 post。"),
    ("Two work standards for a post", "{post} already has the work standard {other}", "Merge them, or change the post."),
)
C617 = rule(
    "C617",
    W,
    ("实践条目没有落实", "{row} {title} 没有标准落实，体系表也没有安排", "在一项标准的 seed_rows 或 catalogue.yml 写上它。"),
    (
        "Practice not carried out",
        "no standard, written or planned, carries out {row} {title}",
        "Name it in seed_rows of a standard or in catalogue.yml.",
    ),
)
C618 = rule(
    "C618",
    W,
    ("高风险专业没有风险", "专业域 {domain} 的标准没有写 risks", "写出危险点、后果、等级和控制条款。"),
    (
        "Hazardous domain without risks",
        "a standard of domain {domain} names no risks",
        "Add hazards, consequences, levels and controlling clauses.",
    ),
)
C619 = rule(
    "C619",
    W,
    ("职责太少", "职责一章只有 {count} {what}", "{remedy}。"),
    ("Too few duties", "there are {count} duties ({what_en})", "{remedy_en}."),
)
C620 = rule(
    "C620",
    W,
    ("工作标准缺要素", "缺少{element}", "写上：{remedy}。"),
    ("Element of a work standard missing", "{element_en} is missing", "Add a clause with `{key}`."),
)
C621 = rule(
    "C621",
    W,
    ("检查与考核没有检查规则", "没有一条写 inspection", "在检查与考核一章写明谁查、多久一次、查多少、怎么查。"),
    ("No rule of inspection", "no clause has `inspection`", "Say who inspects, how often, how many, and how."),
)
C622 = rule(
    "C622",
    W,
    ("风险的控制条款不是要求", "风险“{id}”没有一条控制条款是要求或指示（如 {clause}）", "引用写“应”或祈使句的条款。"),
    (
        "Control is no requirement",
        "no control of the risk '{id}' is a requirement or an instruction (e.g. {clause})",
        "Refer to a requirement or an instruction.",
    ),
)
C623 = rule(
    "C623",
    W,
    ("流程分支不清楚", "步骤“{id}”{problem}", "有两个以上后续步骤时，每支写 when；一个去向只写一次，不指向自己。"),
    (
        "Unclear branch",
        "the step '{id}' {problem_en}",
        "With two next steps or more each has a `when`; each target stands once, and is another step.",
    ),
)
