"""G8: the gate for changes."""

from generator.rules.catalogue import E, W, rule

G801 = rule(
    "G801",
    E,
    (
        "改了含义没有升版次",
        "{ref} 改了含义（{grade}），{id} 的版次仍是 {version}",
        "现行文本不在原处修改：把它存入 versions/{version}/，升版次、改实施日期，再改条文。",
    ),
    (
        "Meaning changed without a new version",
        "{ref} changed in meaning ({grade}), but {id} is still version {version}",
        "Text in force is not edited in place: keep it in versions/{version}/, then raise the version and its dates.",
    ),
)
G802 = rule(
    "G802",
    E,
    (
        "修改记录没有写到的条款",
        "版次 {version} 的修改记录没有写到 {missing}",
        "在 changelog 里 {version} 一条的 clauses 中加上它们。",
    ),
    (
        "Clauses missing from the revision record",
        "the entry for {version} does not name {missing}",
        "Add them to `clauses` of the entry for {version} in changelog.",
    ),
)
G803 = rule(
    "G803",
    E,
    ("没有写明修改原因", "版次 {version} 的修改原因“{reason}”看不出改了什么、为什么改", "写明改了什么、为什么改。"),
    (
        "No reason given",
        "the reason for {version}, '{reason}', does not tell what was changed and why",
        "Say what was changed and why.",
    ),
)
G804 = rule(
    "G804",
    E,
    (
        "旧版没有留存",
        "{id} 由 {old} 升到 {new}，versions/{old}/ 里没有旧版",
        "把改动前的文件原样放进 versions/{old}/，读者和审计才查得到当时的文本。",
    ),
    (
        "Former version not kept",
        "{id} went from {old} to {new}, but versions/{old}/ does not hold the former text",
        "Put the files as they were into versions/{old}/.",
    ),
)
G805 = rule(
    "G805",
    E,
    ("已发布的版本被改动", "{id} 的已发布版本 {version} {what}", "用 git 恢复 versions/{version}/；要改就出新版。"),
    (
        "Released version touched",
        "the released version {version} of {id} {what_en}",
        "Restore versions/{version}/ from git; changes go into a new version.",
    ),
)
G806 = rule(
    "G806",
    E,
    (
        "旧标识又被使用",
        "标识“{id}”在旧版里已经废除或移走，又用在新条款上",
        "换一个新标识，并保留原来的 retired_ids 和 redirects。",
    ),
    (
        "Former id used again",
        "the id '{id}' was retired or moved before and is now used again",
        "Choose a new id, and keep the former retired_ids and redirects.",
    ),
)
G807 = rule(
    "G807",
    E,
    (
        "删去或移走的条款没有去向",
        "条款 {ref} {what}，旧链接会失效",
        "移走、拆分、合并的写进 redirects（id 和 to）；删去的写进 retired_ids。",
    ),
    (
        "Removed or moved clause without redirect",
        "{ref} {what_en}; links to it would break",
        "Name where it went in `redirects`; put a deleted id into retired_ids.",
    ),
)
G808 = rule(
    "G808",
    E,
    ("批准人就是起草人", "{id} 的新版由 {approver} 起草又批准", "由另一岗位批准。"),
    ("Approver drafted it", "{approver} both drafted and approved the new version of {id}", "Let another post approve it."),
)
G809 = rule(
    "G809",
    E,
    ("版次或日期没有往后走", "{id} 的{what}：原来是 {old}，现在是 {new}", "新版的版次要大，实施日期要晚。"),
    (
        "Version or dates do not move forward",
        "{what_en} of {id}: was {old}, is {new}",
        "A new version has a higher number and takes effect later.",
    ),
)
G810 = rule(
    "G810",
    E,
    (
        "已发布的标准被删去",
        "{id}《{title}》发布过，文件夹却删去了",
        "恢复文件夹；不再执行的改为 status: withdrawn，写上废止日期和原因。",
    ),
    (
        "Published standard deleted",
        "{id} '{title}' was published, but its folder is gone",
        "Restore it; set status: withdrawn with date and reason if it no longer applies.",
    ),
)
G811 = rule(
    "G811",
    W,
    ("请人看一眼", "{ref} 判为“{grade}”，只凭字面，没有把握", "审核人对照前后文字，确认是不是这个意思。"),
    (
        "A person should look",
        "{ref} was graded '{grade}' from the letters alone",
        "The reviewer compares both wordings.",
    ),
)
