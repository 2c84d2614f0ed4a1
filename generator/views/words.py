"""The interface words of pages and papers in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping

from generator import Lang

_WORDS: dict[str, tuple[str, str]] = {
    "standards": ("标准", "Standards"),
    "management": ("管理标准", "Management standard"),
    "work": ("工作标准", "Work standard"),
    "domains": ("专业域", "Domains"),
    "limits": ("限值", "Limits"),
    "checklist": ("检查单", "Checklist"),
    "terms": ("术语", "Terms"),
    "search": ("搜索", "Search"),
    "version": ("版次", "Version"),
    "published": ("发布日期", "Published"),
    "effective": ("实施日期", "Effective"),
    "review_due": ("复审期限", "Review due"),
    "owner": ("归口部门", "Owner"),
    "approver": ("批准", "Approved by"),
    "safety_level": ("安全等级", "Safety level"),
    "critical": ("关键", "Critical"),
    "major": ("重要", "Major"),
    "general": ("一般", "General"),
    "foreword": ("前言", "Foreword"),
    "process": ("流程图", "Process diagram"),
    "process_table": ("流程一览", "Process table"),
    "step": ("步骤", "Step"),
    "role": ("岗位", "Role"),
    "inputs": ("输入", "Inputs"),
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
    "clause": ("条款", "Clause"),
    "evidence": ("证据", "Evidence"),
    "basis": ("依据", "Basis"),
    "subject": ("量", "Quantity"),
    "value": ("限值", "Limit"),
    "source": ("来源", "Source"),
    "verification": ("核实", "Verification"),
    "since": ("起算", "Counted from"),
    "planned": ("待编", "Planned"),
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
    "qualification": ("任职条件", "Qualification"),
    "trigger": ("触发", "Triggered by"),
    "authority_limit": ("权限边界", "Limit of authority"),
    "escalate_to": ("超出时报告", "Escalate to"),
    "target": ("目标", "Target"),
    "method": ("方法", "Method"),
    "sample": ("抽样", "Sample"),
    "interface": ("接口", "Interface"),
    "other_language": ("English", "中文"),
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
QUALIFICATIONS = {
    "education": ("学历", "Education"),
    "certificate": ("证书", "Certificate"),
    "training": ("培训考试", "Training"),
    "health": ("身体条件", "Health"),
    "independence": ("不兼任", "Independence"),
}
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
    "matching": ("配对题", "Matching"),
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
