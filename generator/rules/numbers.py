"""N4: numbers and limits."""

from generator.rules.catalogue import E, W, rule

N401 = rule(
    "N401",
    E,
    ("单位不认识", "单位“{unit}”不在单位表中", "{suggestion}"),
    ("Unknown unit", "the unit '{unit}' is not known", "{suggestion_en}"),
)
N402 = rule(
    "N402",
    E,
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
N403 = rule(
    "N403",
    E,
    ("低于法规要求", "{subject} 写的是 {value}，比{source}的 {fact} 宽", "法规是底线：改为 {fact} 或更严。"),
    (
        "Looser than the law",
        "{subject} is {value}, looser than {fact} ({source})",
        "The law is the floor: write {fact} or stricter.",
    ),
)
N404 = rule(
    "N404",
    W,
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
N405 = rule(
    "N405",
    E,
    ("依据与事实不配", "依据写的是 {basis}，{problem}", "basis: company 不写 fact；其余依据都要写 fact。"),
    ("Basis without fact", "basis is {basis} but {problem_en}", "basis: company has no fact; every other basis names one."),
)
N406 = rule(
    "N406",
    W,
    ("参数没有被引用", "参数 {id} 没有被任何条文、表单或任务引用", "在条文里写 {{{id}}}，或删去这个参数。"),
    ("Parameter unused", "no clause, record or task quotes the parameter {id}", "Quote it as {{{id}}}, or delete it."),
)
N407 = rule(
    "N407",
    W,
    ("条文里有没有登记的数值", "条文里直接写了“{number}”", "登记为参数（parameters），条文中写 {{p-…}}，改一处处处都变。"),
    (
        "Number not typed",
        "the text says '{number}' directly",
        "Make it a parameter and quote it as {{p-…}}, so that it changes everywhere at once.",
    ),
)
N408 = rule(
    "N408",
    E,
    ("频次参数用错", "参数 {id} 是 {kind} 类，这里要的是频次（frequency）", "引用 kind: frequency 的参数。"),
    (
        "Not a frequency",
        "the parameter {id} is of kind {kind}; a frequency is needed here",
        "Refer to a parameter of kind: frequency.",
    ),
)
N409 = rule(
    "N409",
    E,
    ("与依据的单位不同", "参数单位是 {unit}，{fact} 的单位是 {fact_unit}", "工作日与日不能换算；按依据的单位写。"),
    (
        "Unit differs from the fact",
        "the parameter's unit is {unit}, that of {fact} is {fact_unit}",
        "Use the unit of the source; 工作日 and 日 cannot be converted.",
    ),
)
N410 = rule(
    "N410",
    E,
    (
        "两处限值矛盾",
        "{subject}：这里是 {value}，{other} 的 {other_id} 是 {other_value}",
        "改成一致，或一处引用另一处：{{{other}#{other_id}}}；对象确实不同时在 applies_to、role 或 since 写明。",
    ),
    (
        "Contradicting limits",
        "{subject}: {value} here, {other_value} in {other} ({other_id})",
        "Make them agree, quote one from the other, or tell them apart by applies_to, role or since.",
    ),
)
N411 = rule(
    "N411",
    E,
    ("数值不可能", "{subject} 写的是 {value}：{problem}", "更正数值或单位。"),
    ("Impossible value", "{subject} is {value}: {problem_en}", "Correct the number or the unit."),
)
N412 = rule(
    "N412",
    E,
    ("字句与参数类别相反", "条文写“{words}”，参数 {id} 却是 {kind}", "改条文，或把参数的 kind 改为 {wanted}。"),
    (
        "Words against the parameter",
        "the text says '{words}', but the parameter {id} is of kind {kind}",
        "Change the words, or set kind: {wanted}.",
    ),
)
N413 = rule(
    "N413",
    E,
    (
        "更严方向与类别相反",
        "{kind} 类参数的 stricter 写的是 {stricter}",
        "时限、期限、距离、人数、比率等：max 越小越严（lower），min 越大越严（higher）。",
    ),
    (
        "Direction against kind",
        "stricter is {stricter} for a parameter of kind {kind}",
        "A max gets stricter downwards (lower), a min upwards (higher).",
    ),
)
N414 = rule(
    "N414",
    E,
    ("这里用不了这个参数", "{use}用了 {kind} 类、单位“{unit}”的参数 {id}", "{use}要{wanted}。"),
    ("Parameter does not fit its use", "{use_en} refers to {id}, of kind {kind} with unit {unit}", "{use_en} needs {wanted_en}."),
)
N415 = rule(
    "N415",
    W,
    ("同一限值登记两次", "{subject} 已登记为 {other}", "只留一个，其余改为引用它；对象不同时写 applies_to、role 或 since。"),
    (
        "Limit registered twice",
        "{subject} is already registered as {other}",
        "Keep one, or tell them apart by applies_to, role or since.",
    ),
)
N416 = rule(
    "N416",
    W,
    ("条文没有写出字段里的限值", "{field} 写的是 {id}，条文里没有引用它", "条文里写 {{{id}}}，读者才看得到；或改正 {field}。"),
    (
        "Limit in a field but not in the text",
        "{field} names {id}, which the text does not quote",
        "Quote {{{id}}} in the text, or correct {field}.",
    ),
)
