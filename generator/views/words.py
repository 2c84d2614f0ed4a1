"""The interface words of pages and papers in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping

from generator import Lang

_WORDS: dict[str, tuple[str, str]] = {
    "home": ("首页", "Home"),
    "standards": ("标准", "Standards"),
    "management": ("管理标准", "Management standard"),
    "work": ("工作标准", "Work standard"),
    "positions": ("岗位", "Positions"),
    "domains": ("专业域", "Domains"),
    "limits": ("限值", "Limits"),
    "checklists": ("检查单", "Checklists"),
    "checklist": ("检查单", "Checklist"),
    "quizzes": ("自测", "Self-tests"),
    "quiz": ("自测题", "Self-test"),
    "terms": ("术语", "Terms"),
    "search": ("搜索", "Search"),
    "manage": ("管理员页", "Manager's page"),
    "code": ("标准编号", "Code"),
    "version": ("版次", "Version"),
    "published": ("发布日期", "Published"),
    "effective": ("实施日期", "Effective"),
    "review_due": ("复审期限", "Review due"),
    "owner": ("归口部门", "Owner"),
    "approver": ("批准", "Approved by"),
    "drafters": ("起草", "Drafted by"),
    "safety_level": ("安全等级", "Safety level"),
    "critical": ("关键", "Critical"),
    "major": ("重要", "Major"),
    "general": ("一般", "General"),
    "status": ("状态", "Status"),
    "foreword": ("前言", "Foreword"),
    "contents": ("目次", "Contents"),
    "process": ("流程图", "Process diagram"),
    "process_table": ("流程一览", "Process table"),
    "step": ("步骤", "Step"),
    "role": ("岗位", "Role"),
    "inputs": ("输入", "Inputs"),
    "action": ("活动", "Action"),
    "limit": ("时限", "Limit"),
    "outputs": ("输出", "Outputs"),
    "records": ("记录", "Records"),
    "control": ("控制点", "Control point"),
    "matrix": ("职责矩阵", "Responsibility matrix"),
    "responsible": ("负责", "Responsible"),
    "supporting": ("配合", "Supporting"),
    "record_forms": ("记录表单", "Record forms"),
    "fields": ("栏目", "Fields"),
    "retention": ("保存期限", "Retention"),
    "keeper": ("保管", "Kept by"),
    "format": ("载体", "Format"),
    "risks": ("风险与控制", "Risks and controls"),
    "hazard": ("危险点", "Hazard"),
    "consequence": ("后果", "Consequence"),
    "level": ("等级", "Level"),
    "controls": ("控制措施", "Controls"),
    "cited_by": ("被引用", "Cited by"),
    "related": ("相关标准", "Related standards"),
    "changelog": ("修改记录", "Revision record"),
    "reason": ("原因", "Reason"),
    "clause": ("条款", "Clause"),
    "evidence": ("证据", "Evidence"),
    "basis": ("依据", "Basis"),
    "subject": ("量", "Quantity"),
    "value": ("限值", "Limit"),
    "source": ("来源", "Source"),
    "verification": ("核实", "Verification"),
    "since": ("起算", "Counted from"),
    "duties_in": ("在哪些标准中有职责", "Duties in standards"),
    "tasks": ("定期与触发的工作", "Periodic and triggered tasks"),
    "frequency": ("频次或触发", "Frequency or trigger"),
    "quality": ("质量指标", "Quality indicators"),
    "planned": ("待编", "Planned"),
    "print": ("打印", "Print"),
    "pdf": ("检查单 PDF", "Checklist PDF"),
    "start_quiz": ("开始自测", "Take the self-test"),
    "permalink": ("本条链接", "Link to this clause"),
    "questions": ("试题", "Questions"),
    "empty_refs": ("本文件没有规范性引用文件。", "There are no normative references in this document."),
    "refs_intro": (
        "下列文件的内容通过文中的规范性引用而构成本文件必不可少的条款。",
        "The following documents are referred to in the text in such a way that their content constitutes requirements of this document.",
    ),
    "empty_terms": ("本文件没有需要界定的术语和定义。", "No terms and definitions are listed in this document."),
    "terms_intro": (
        "下列术语和定义适用于本文件。",
        "For the purposes of this document, the following terms and definitions apply.",
    ),
    "other_language": ("English", "中文"),
    "untranslated": ("", "Not translated yet; the Chinese text is shown."),
    "chinese_prevails": ("", "The Chinese text is the text of record."),
}

SUBSYSTEMS = {
    "product_realization": ("产品实现", "Product realization"),
    "fundamental_support": ("基础保障", "Fundamental support"),
    "post": ("岗位", "Posts"),
}
CLAUSE_TYPES = {
    "requirement": ("要求", "Requirement"),
    "instruction": ("指示", "Instruction"),
    "recommendation": ("推荐", "Recommendation"),
    "permission": ("允许", "Permission"),
    "statement": ("陈述", "Statement"),
}
BASES = {
    "law": ("法规", "Law"),
    "regulator": ("监管规定", "Regulator"),
    "industry": ("行业规程", "Industry rules"),
    "promise": ("对外承诺", "Public promise"),
    "company": ("企业自定", "Company"),
}
VERIFICATION = {
    "V": ("已核实", "Verified"),
    "V*": ("间接核实", "Verified at second hand"),
    "G": ("待核实", "Not verified"),
    "E": ("企业自定", "Set by the company"),
}
FORMATS = {"paper": ("纸质", "Paper"), "electronic": ("电子", "Electronic"), "both": ("纸质和电子", "Both")}
METHODS = {
    "look": ("看现场", "Look"),
    "documents": ("查资料", "Documents"),
    "measure": ("测量", "Measure"),
    "ask": ("询问", "Ask"),
    "test": ("试验", "Test"),
}
QUESTION_TYPES = {
    "single": ("单选题", "Single choice"),
    "multiple": ("多选题", "Multiple choice"),
    "true_false": ("判断题", "True or false"),
    "blank": ("填空题", "Fill in"),
    "ordering": ("排序题", "Ordering"),
}
BLOOM = {
    "remember": ("记忆", "Remember"),
    "understand": ("理解", "Understand"),
    "apply": ("应用", "Apply"),
    "analyse": ("分析", "Analyse"),
}


def words(lang: Lang) -> Mapping[str, str]:
    """Interface words by key in one language."""
    return {key: pick(pair, lang) for key, pair in _WORDS.items()}


def pick(pair: tuple[str, str], lang: Lang) -> str:
    """The word of a (Chinese, English) pair."""
    return pair[0] if lang == "zh" else pair[1]
