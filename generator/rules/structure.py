"""S1: files and structure."""

from generator.rules.catalogue import E, W, rule

S101 = rule(
    "S101",
    E,
    ("文件读不出来", "文件读不出来：{why}", "检查文件是否还在、是否有读取权限。"),
    ("File cannot be read", "the file cannot be read: {why}", "Check that the file still exists and that you may read it."),
)
S102 = rule(
    "S102",
    E,
    (
        "编码不是 UTF-8",
        "文件编码是 {encoding}，不是 UTF-8",
        "用编辑器另存为 UTF-8，或运行 stdbook fmt --from-gbk {file}。",
    ),
    (
        "Encoding is not UTF-8",
        "the file is encoded as {encoding}, not UTF-8",
        "Save it as UTF-8 in your editor, or run stdbook fmt --from-gbk {file}.",
    ),
)
S103 = rule(
    "S103",
    E,
    ("有看不见的字符", "这里有不可见或控制字符 {code}", "删去它，重新输入这几个字。"),
    ("Invisible character", "an invisible or control character {code} stands here", "Delete it and type the words again."),
)
S104 = rule(
    "S104",
    E,
    ("文件太大或太深", "{what}超过上限 {limit}", "拆成较小的文件，或减少层次。"),
    ("Too large or too deep", "{what} exceeds the limit of {limit}", "Split the file or use fewer levels."),
)
S105 = rule(
    "S105",
    E,
    ("不用锚点和标签", "这里用了 YAML 的 {what}，本工具不接受", "直接写出内容；以 ! & * 开头的文字用双引号括起来。"),
    (
        "No anchors or tags",
        "YAML's {what} is not accepted here",
        "Write the content itself; quote text that begins with ! & or *.",
    ),
)
S106 = rule(
    "S106",
    E,
    ("文件是空的", "文件里没有内容", "写入内容，或删去这个文件。"),
    ("Empty file", "the file has no content", "Fill it in, or delete it."),
)
S107 = rule(
    "S107",
    E,
    ("全角冒号", "键后面用了全角冒号“：”", "改成半角冒号加一个空格，如 title: 名称。"),
    ("Full-width colon", "a full-width colon follows the key", "Write a half-width colon and a space, e.g. title: name."),
)
S108 = rule(
    "S108",
    E,
    ("缩进不是空格", "这一行用{what}缩进", "改成空格，每层两个。"),
    ("Indentation is not spaces", "this line is indented with {what_en}", "Use spaces, two for each level."),
)
S109 = rule(
    "S109",
    E,
    (
        "YAML 写法有误",
        "{problem}",
        "检查缩进、冒号后的空格和引号是否成对；含有“: ”或“#”的文字用双引号括起来。",
    ),
    (
        "YAML syntax",
        "{problem_en}",
        "Check indentation, the space after colons, and paired quotes; quote text with ': ' or '#'.",
    ),
)
S110 = rule(
    "S110",
    E,
    ("键重复", "键“{key}”在第 {line} 行已经写过", "两处合并成一处。"),
    ("Duplicate key", "the key '{key}' already stands on line {line}", "Merge the two."),
)
S111 = rule(
    "S111",
    E,
    ("缺少必填项", "缺少“{key}”（{help}）", "加上一行：{key}: …{how}。"),
    ("Missing key", "'{key}' is missing", "Add a line: {key}: …{how_en}."),
)
S112 = rule(
    "S112",
    E,
    ("不认识的键", "这里没有“{key}”这一项", "{suggestion}"),
    ("Unknown key", "there is no '{key}' here", "{suggestion_en}"),
)
S113 = rule(
    "S113",
    E,
    ("值不在允许范围", "“{value}”不是允许的值", "可以写：{allowed}。{help}"),
    ("Value not allowed", "'{value}' is not an allowed value", "Write one of: {allowed}."),
)
S114 = rule(
    "S114",
    E,
    ("格式不对", "“{value}”的格式不对", "{form}{suggestion}。"),
    ("Wrong format", "'{value}' has the wrong format", "{form_en}{suggestion_en}."),
)
S115 = rule(
    "S115",
    E,
    ("日期不对", "“{value}”不是有效日期", "写成 {form}：年 4 位、月 2 位、日 2 位。"),
    ("Not a date", "'{value}' is not a date", "Write it as {form}."),
)
S116 = rule(
    "S116",
    E,
    ("不是数", "“{value}”不是{wanted}", "只写半角数字，单位写在 unit 里；真假写 true 或 false。"),
    (
        "Not a number",
        "'{value}' is not {wanted_en}",
        "Write half-width digits; the unit goes into `unit`; write true or false for a flag.",
    ),
)
S117 = rule(
    "S117",
    E,
    ("空值", "“{key}”没有内容", "写上内容，或删去这一行。"),
    ("Empty value", "'{key}' has no content", "Fill it in, or delete the line."),
)
S118 = rule(
    "S118",
    E,
    ("结构不对", "“{key}”这里应当是{wanted}", "列表的每项以“- ”开头；字段写成“键: 值”。"),
    ("Wrong structure", "'{key}' must be {wanted_en} here", "List entries begin with '- '; fields are 'key: value'."),
)
S119 = rule(
    "S119",
    E,
    ("数值超出范围", "“{value}”超出允许的范围", "应当：{limit}。"),
    ("Out of range", "'{value}' is out of range", "{limit}"),
)
S120 = rule(
    "S120",
    E,
    ("缺少文件", "缺少文件 {name}", "{remedy}。"),
    ("File missing", "the file {name} is missing", "{remedy_en}."),
)
S121 = rule(
    "S121",
    W,
    ("不认识的文件", "{name} 不属于知识库，没有被读取", "{suggestion}"),
    ("Unknown file", "{name} is not part of the knowledge base and was not read", "{suggestion_en}"),
)
S122 = rule(
    "S122",
    E,
    ("与文件夹不符", "写的是 {id}，文件夹是 {folder}", "改成同一个名字；已发布的标识不能改。"),
    ("Id differs from folder", "the id {id} differs from the folder {folder}", "Make them equal; a published id never changes."),
)
S123 = rule(
    "S123",
    E,
    ("标识重复", "标识“{id}”在 {other} 已经用过", "换一个没有用过的标识。"),
    ("Duplicate id", "the id '{id}' is already used at {other}", "Choose an unused id."),
)
S124 = rule(
    "S124",
    E,
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
S125 = rule(
    "S125",
    E,
    ("条款既无条文也无下级", "条款“{id}”没有条文，也没有下级条款", "写上 text 和 type，或写上下级 clauses。"),
    ("Empty clause", "the clause '{id}' has neither text nor clauses below it", "Give it text and type, or clauses."),
)
S126 = rule(
    "S126",
    E,
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
S127 = rule(
    "S127",
    W,
    ("一层只有一条", "“{id}”下面只有一条下级条款", "并入上级，或再拆出一条（同一层次有两条以上才编号）。"),
    (
        "Single child",
        "'{id}' has only one clause below it",
        "Merge it into its parent, or split it (a level is numbered only if it has two or more).",
    ),
)
S128 = rule(
    "S128",
    E,
    ("缺少必备的章", "缺少“{part}”一章", "加上一章：part: {key}。"),
    ("Chapter missing", "the chapter '{key}' is missing", "Add a chapter with part: {key}."),
)
S129 = rule(
    "S129",
    E,
    ("条款过深", "条款“{id}”在第 {depth} 层", "最多 6 层；把内容拆成并列的条款。"),
    ("Clause too deep", "the clause '{id}' is on level {depth}", "Six levels at most; split it into parallel clauses."),
)
S130 = rule(
    "S130",
    E,
    ("中间层条款带了类型或条文", "条款“{id}”有下级条款，不能再写 {key}", "把条文移到一条新的下级条款里。"),
    (
        "Branch clause with text",
        "the clause '{id}' has clauses below it and must not have {key}",
        "Move the text into a clause below it.",
    ),
)

S131 = rule(
    "S131",
    E,
    ("专业域没有登记", "settings.yml 里没有专业域“{domain}”", "可用：{known}；新的专业域先登记。"),
    ("Unknown domain", "settings.yml has no domain '{domain}'", "Known: {known}; register a new one first."),
)
S132 = rule(
    "S132",
    E,
    ("链接和特殊文件", "{name} 是{what}，本工具只读普通文件和文件夹", "把内容本身放在这里，删去{what}。"),
    ("Links and special files", "{name} is {what_en}; only plain files and folders are read", "Put the content itself here."),
)
S133 = rule(
    "S133",
    E,
    ("只差大小写或全半角", "{name} 与 {other} 只差大小写或全半角，在有的电脑上是同一个文件", "删去或改名，只留一个。"),
    (
        "Differs only by case or width",
        "{name} and {other} differ only by case or width; on some machines they are one file",
        "Keep one of them.",
    ),
)
S134 = rule(
    "S134",
    W,
    ("文字被当成注释截断", "“{rest}”前面有空格和 #，被当成注释，没有读进来", "整句用双引号括起来；真要写注释，在 # 前空两格。"),
    (
        "Text cut off as a comment",
        "'{rest}' follows a space and #: it is a comment and was not read",
        "Quote the whole text; put two spaces before a real comment.",
    ),
)
S135 = rule(
    "S135",
    E,
    ("适用岗位与类别不符", "{kind}{problem}", "工作标准写 post（岗位或班组标识），管理标准不写。"),
    ("Post does not fit the kind", "a {kind_en} {problem_en}", "A work standard names its post; a management standard none."),
)
S136 = rule(
    "S136",
    W,
    ("关键词个数", "关键词有 {count} 个", "写 3～8 个，是读者会用来搜索的词。"),
    ("Number of keywords", "there are {count} keywords", "Give 3 to 8 words that readers would search for."),
)
S137 = rule(
    "S137",
    W,
    ("列了两遍", "{key} 里“{value}”列了两遍", "删去一个。"),
    ("Listed twice", "{key} lists '{value}' twice", "Delete one."),
)
S138 = rule(
    "S138",
    W,
    ("与体系表不同", "{what}是“{own}”，体系表里是“{listed}”", "改成一致：改这里，或改 registers/catalogue.yml。"),
    (
        "Differs from the catalogue",
        "the {what_en} is '{own}' here and '{listed}' in the catalogue",
        "Make them agree, here or in registers/catalogue.yml.",
    ),
)
