"""Q7: questions and checklists."""

from generator.rules.catalogue import E, rule

Q771 = rule(
    "Q771",
    E,
    (
        "检查项依据的条款类型不对",
        "检查项“{id}”依据的 {clause} 是{type}，不是要求或指示",
        "改引要求或指示类条款；宜、可类条款不能检查。",
    ),
    ("Item rests on no requirement", "the item '{id}' rests on {clause}, a {type}", "Refer to a requirement or an instruction."),
)
Q702 = rule(
    "Q702",
    E,
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
Q703 = rule(
    "Q703",
    E,
    ("选项重复", "选项“{text}”与另一选项相同", "换一个不同的选项。"),
    ("Options equal", "the option '{text}' equals another", "Write a different one."),
)
Q706 = rule(
    "Q706",
    E,
    ("选项个数不对", "题目“{id}”有 {count} 个选项", "单选 3～5 个，多选 4～6 个，排序 3～7 个。"),
    ("Number of options", "the question '{id}' has {count} options", "single 3 to 5, multiple 4 to 6, ordering 3 to 7."),
)
Q709 = rule(
    "Q709",
    E,
    ("以上都对一类选项", "选项“{text}”属于“以上都对/都不对”", "换成具体的内容。"),
    ("All or none of the above", "the option '{text}' is an all/none-of-the-above", "Write a real option."),
)
Q772 = rule(
    "Q772",
    E,
    ("依据不是末级条款", "“{id}”依据的 {clause} 下面还有条款", "改引具体的末级条款，如 {first}。"),
    ("Rests on a branch", "'{id}' rests on {clause}, which has clauses below it", "Refer to a leaf clause, e.g. {first}."),
)
Q773 = rule(
    "Q773",
    E,
    ("题型与字段不配", "{type} 题不写 {key}", "删去 {key}，或改题型。"),
    ("Field does not fit the type", "a {type} question has no {key}", "Delete {key}, or change the type."),
)
Q774 = rule(
    "Q774",
    E,
    (
        "确认记录被手改",
        "“{of}”的确认记录与校验码对不上",
        "不要手改 bindings.yml：重读后运行 stdbook confirm {name} --by 岗位。",
    ),
    (
        "Confirmation edited by hand",
        "the confirmation of '{of}' does not fit its seal",
        "Do not edit bindings.yml: read the item again and run `stdbook confirm {name} --by ROLE`.",
    ),
)
