"""L5: life cycle."""

from generator.rules.catalogue import E, W, rule

L501 = rule(
    "L501",
    E,
    ("日期顺序不对", "{later_name} {later} 早于{earlier_name} {earlier}", "更正其中一个日期。"),
    ("Dates out of order", "{later_name} {later} is before {earlier_name} {earlier}", "Correct one of the dates."),
)
L502 = rule(
    "L502",
    E,
    ("编号年份与发布年份不同", "编号 {code} 的年份不是发布年份 {year}", "编号末尾写发布的年份。"),
    (
        "Year of the code",
        "the year of {code} is not the year of publication, {year}",
        "End the code with the year of publication.",
    ),
)
L503 = rule(
    "L503",
    E,
    ("状态要求的信息没有写", "状态为 {status} 时必须写 {key}", "加上 {key}，或把状态改回 draft。"),
    ("Missing for this status", "status {status} needs {key}", "Add {key}, or set the status back to draft."),
)
L504 = rule(
    "L504",
    W,
    ("复审过期", "应在 {due} 前复审，已过期", "组织复审：继续有效的更新 review.last，要改的转 under_review。"),
    ("Review overdue", "review was due by {due}", "Review it: update review.last, or set status under_review."),
)
L505 = rule(
    "L505",
    W,
    ("批准与起草是同一岗位", "批准岗位 {approver} 同时是起草岗位", "由另一岗位批准。"),
    ("Approver drafted it", "the approver {approver} is also a drafter", "Let another post approve it."),
)
L506 = rule(
    "L506",
    E,
    ("废止没有理由", "状态为 withdrawn，没有写 withdrawn 日期和 withdrawn_reason", "写明废止日期和原因。"),
    ("Withdrawn without reason", "status withdrawn needs the date `withdrawn` and `withdrawn_reason`", "State both."),
)
L507 = rule(
    "L507",
    E,
    ("修改记录顺序不对", "修改记录 {version}（{date}）早于前一条", "按版次和日期先后排列。"),
    ("Revision record out of order", "the entry {version} ({date}) is earlier than the one before", "Sort by date."),
)
L508 = rule(
    "L508",
    E,
    ("已废除的标识又被使用", "标识“{id}”已废除，不能再用", "换一个新的标识。"),
    ("Retired id reused", "the id '{id}' is retired", "Choose a new id."),
)
L509 = rule(
    "L509",
    E,
    ("同一天有两个版本在实施", "{id} 的版本 {one} 和 {two} 的实施日期相同", "改正其中一个实施日期。"),
    ("Two versions on one day", "versions {one} and {two} of {id} take effect on the same day", "Correct one effective date."),
)
L510 = rule(
    "L510",
    E,
    ("版次与修改记录不符", "版次是 {version}，修改记录最后一条是 {last}", "在 changelog 末尾加上 {version} 的记录，或更正版次。"),
    (
        "Version and revision record differ",
        "the version is {version}, the last entry of the revision record {last}",
        "Add an entry for {version}, or correct the version.",
    ),
)
L511 = rule(
    "L511",
    E,
    ("日期在未来", "{name} {date} 还没有到", "更正日期；将来实施的写 effective。"),
    ("Date in the future", "{name_en} {date} lies in the future", "Correct the date; only `effective` may lie ahead."),
)
L512 = rule(
    "L512",
    E,
    ("版本文件夹里是草案", "versions/ 里的 {version} 状态是 {status}", "versions/ 只放批准过的版本；草案放在标准文件夹里。"),
    (
        "Draft among released versions",
        "version {version} under versions/ has status {status}",
        "versions/ holds approved text only; drafts live in the standard's folder.",
    ),
)
L513 = rule(
    "L513",
    E,
    (
        "版次与实施日期的先后不一致",
        "{later}（{later_date}实施）应晚于 {earlier}（{earlier_date}实施）",
        "更正版次或实施日期：版次大的后实施。",
    ),
    (
        "Versions out of order",
        "{later} (effective {later_date}) should follow {earlier} (effective {earlier_date})",
        "Correct the version or the date.",
    ),
)
L514 = rule(
    "L514",
    W,
    ("状态与日期不一致", "状态是 {status}，{problem}", "{remedy}。"),
    ("Status against dates", "the status is {status}, but {problem_en}", "{remedy_en}."),
)
L515 = rule(
    "L515",
    E,
    ("条款标识丢失", "版本 {version} 的条款或术语“{id}”不见了", "找回它；确已删去的写进 retired_ids，标识不再使用。"),
    (
        "Clause id lost",
        "'{id}' of version {version} is gone",
        "Restore it; if it was removed, add the id to retired_ids.",
    ),
)
L516 = rule(
    "L516",
    W,
    ("豁免过期", "对 {rule} 的豁免到 {until} 为止", "改正问题，或由负责人重新批准并更新 until。"),
    ("Waiver expired", "the waiver of {rule} ran until {until}", "Mend the finding, or have the waiver renewed."),
)
L517 = rule(
    "L517",
    W,
    ("豁免没有用上", "{problem}", "{remedy}。"),
    ("Waiver not needed", "{problem_en}", "{remedy_en}."),
)
L518 = rule(
    "L518",
    E,
    ("错误不能豁免", "{rule} 是错误，不能豁免", "改正它；只有警告和提示可以豁免。"),
    ("Errors cannot be waived", "{rule} is an error and cannot be waived", "Mend it; only warnings and notes can be waived."),
)
