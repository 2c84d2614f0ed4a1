"""Q7: questions and checklists."""

from generator.rules.catalogue import E, W, rule

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
Q701 = rule(
    "Q701",
    E,
    ("答案不在条款里", "题目“{id}”：{problem}", "把 clause 改成写有答案的条款，或改答案。"),
    (
        "Answer not in the clause",
        "the question '{id}': its clause does not hold the answer",
        "Refer to the clause that holds it, or change the answer.",
    ),
)
Q704 = rule(
    "Q704",
    E,
    ("两个选项是同一个量", "题目“{id}”：{problem}", "换一个选项；45 min 和 0.75 h 是同一个量。"),
    (
        "Two options are one quantity",
        "the question '{id}': two options are the same quantity",
        "Replace one; 45 min and 0.75 h are the same.",
    ),
)
Q707 = rule(
    "Q707",
    W,
    ("正确选项太长", "题目“{id}”：{problem}", "缩短正确选项，或把其他选项写得一样具体。"),
    (
        "Key too long",
        "the question '{id}': the key is much longer than the other options",
        "Shorten the key, or make the others as specific.",
    ),
)
Q708 = rule(
    "Q708",
    W,
    ("选项长短悬殊", "题目“{id}”：{problem}", "使各选项的长短接近。"),
    (
        "Options of very unequal length",
        "the question '{id}': the lengths of the options differ too much",
        "Make them about equally long.",
    ),
)
Q710 = rule(
    "Q710",
    W,
    ("双重否定", "题目“{id}”：{problem}", "把题干或选项改成肯定的说法。"),
    ("Double negative", "the question '{id}': stem and option are both negative", "Put one of them positively."),
)
Q711 = rule(
    "Q711",
    W,
    ("绝对化的词", "题目“{id}”：{problem}", "删去“一律”“绝对”之类的词，除非条款就这样写。"),
    ("Absolute word", "the question '{id}': only some options have an absolute word", "Delete it unless the clause has it."),
)
Q712 = rule(
    "Q712",
    W,
    ("题干泄露答案", "题目“{id}”：{problem}", "换掉正确选项里与题干重复的说法，或让其他选项也有。"),
    (
        "Stem gives the key away",
        "the question '{id}': words of the stem return in the key alone",
        "Reword the key, or let others have the words.",
    ),
)
Q713 = rule(
    "Q713",
    E,
    ("选项的量纲不同", "题目“{id}”：{problem}", "数值选项用同一种量。"),
    ("Options of different dimensions", "the question '{id}': options are of different dimensions", "Use one kind of quantity."),
)
Q714 = rule(
    "Q714",
    W,
    ("数值选项没有排序", "题目“{id}”：{problem}", "把数值选项按大小排列。"),
    ("Numbers not in order", "the question '{id}': numeric options are not in order", "Put them in order."),
)
Q716 = rule(
    "Q716",
    E,
    ("选项的范围重叠", "题目“{id}”：{problem}", "使各选项的范围互不重叠。"),
    ("Ranges overlap", "the question '{id}': ranges of options overlap", "Make them disjoint."),
)
Q718 = rule(
    "Q718",
    W,
    ("题干或选项的长短", "题目“{id}”：{problem}", "题干 8～120 个字并写成完整的句子，选项不超过 48 个字。"),
    (
        "Length of stem or option",
        "the question '{id}': the stem is no whole question, or something is too long",
        "8 to 120 characters in a whole question; options up to 48.",
    ),
)
Q719 = rule(
    "Q719",
    W,
    ("选项重复题干的话", "题目“{id}”：{problem}", "把各选项共同的字移到题干。"),
    (
        "Shared words in all options",
        "the question '{id}': all options begin or end with the same words",
        "Move them to the stem.",
    ),
)
Q723 = rule(
    "Q723",
    W,
    ("填空不清楚", "题目“{id}”：{problem}", "一题 1～2 个空，答案简短。"),
    ("Unclear blank", "the question '{id}': too many blanks or too long an answer", "One or two blanks with short answers."),
)
Q724 = rule(
    "Q724",
    W,
    ("步骤里写着次序", "题目“{id}”：{problem}", "删去步骤开头的“首先”“然后”“1.”。"),
    ("Order told by the steps", "the question '{id}': the steps say their order", "Delete words such as first and then."),
)
Q725 = rule(
    "Q725",
    W,
    ("错误选项没有说明", "题目“{id}”：{problem}", "给每个错误选项写 why：它属于什么、为什么不对。"),
    (
        "Wrong option without reason",
        "the question '{id}': a wrong option does not say what it belongs to",
        "Write `why` for each wrong option.",
    ),
)
Q729 = rule(
    "Q729",
    W,
    ("真实的个人信息", "题目“{id}”：{problem}", "换成明显虚构的内容。"),
    ("Personal data", "the question '{id}': there is a phone number, identity number or address", "Use obviously invented data."),
)
