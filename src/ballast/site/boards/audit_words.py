"""What the acts and results of the audit trail are called."""

from ballast.kit.sentence import Sentence
from ballast.rulebook.asking import Answering
from ballast.rulebook.loop import Verb

ACTS = {
    act: Sentence(zh, en)
    for act, zh, en in (
        ("sign_in", "登录", "sign in"),
        ("sign_out", "退出", "sign out"),
        ("confirm", "确认身份", "identity confirmed"),
        ("unlock", "解锁账号", "account unlocked"),
        ("end_session", "结束会话", "session ended"),
        ("change_password", "修改密码", "password changed"),
        ("add_factor", "绑定动态码", "second factor added"),
        ("remove_factor", "解除动态码", "second factor removed"),
        ("renew_codes", "更换备用码", "recovery codes renewed"),
        ("reset_factor", "重置动态码", "second factor reset"),
        ("link_single_sign_on", "绑定统一身份认证", "single sign-on linked"),
        ("unlink_single_sign_on", "解绑统一身份认证", "single sign-on unlinked"),
        ("refusal", "被拒绝的请求", "request refused"),
        ("view", "查看限知信息", "view of need-to-know data"),
        ("download", "下载", "download"),
        ("export", "导出项目", "export of projects"),
        ("form", "下载月报表", "blank form taken"),
        ("submit", "报送月报", "monthly report handed in"),
        ("correct", "更正", "correction slip"),
        ("seal", "封账", "month sealed"),
        ("figures.fix", "固定指标", "figures fixed"),
        ("bulletin", "出通报", "bulletin issued"),
        ("receive_list", "接收名单", "list received"),
        ("propose_list", "县区报送名单", "list sent by a county"),
        ("return_list", "退回名单", "list sent back"),
        ("import_list", "导入名单", "list imported"),
        ("decide_suspicion", "核对疑似重复", "near-duplicate decided"),
        ("open_account", "开户", "account opened"),
        ("close_account", "停用账号", "account closed"),
        ("reopen_account", "恢复账号", "account reopened"),
        ("hand_out_passwords", "发放一次性密码表", "sheet of one-time passwords handed out"),
        ("roster", "下载空白名册", "empty roster taken"),
        ("open_office", "设立单位", "office set up"),
        ("reset_password", "重置密码", "password reset"),
        ("appoint", "任职", "appointment"),
        ("end_appointment", "免职", "appointment ended"),
        ("delegate", "委托", "delegation"),
        ("recall_delegation", "收回委托", "delegation recalled"),
        ("name_role", "指定项目责任人", "role at a project named"),
        ("end_role", "解除项目责任人", "role at a project ended"),
        ("enter_paper", "录入批复合同", "approval or contract entered"),
        ("attach", "附佐证", "evidence attached"),
        ("detach", "撤佐证", "evidence taken back"),
        ("view_phones", "查看个人电话", "personal phones viewed"),
        ("load_industries", "载入行业分类", "industry table loaded"),
        ("load_shapes", "换地图", "map loaded"),
        ("call_also", "地区别名", "alias of an area"),
        ("letter", "取阅函件", "letter taken"),
        ("excuse", "批准例外", "exception granted"),
        ("lift", "解除例外", "exception lifted"),
        ("give_reason", "说明停滞原因", "reason of a stall given"),
        ("light", "亮灯", "lights fixed"),
        ("send_letter", "发函", "letter sent"),
        ("note_answer", "登记签收或回复", "answer to a letter noted"),
        ("pause_clock", "时限暂停", "clock paused"),
        ("resume_clock", "时限恢复", "clock resumed"),
        ("extend_clock", "时限延期", "clock extended"),
        ("issue_token", "领取接口令牌", "token issued"),
        ("revoke_token", "收回接口令牌", "token taken back"),
        ("adopt_book", "采用规则手册", "policy book adopted"),
        ("withdraw_book", "撤回规则手册", "policy book withdrawn"),
        ("enter_notice", "录入节假日通知", "notice of holidays entered"),
        ("settle_day", "调整工作日", "day settled"),
        ("backup", "备份", "backup written"),
        ("restore", "恢复", "backup restored"),
        ("audit_export", "导出审计记录", "audit lines exported"),
        ("audit_verify", "核验审计链", "audit chain verified"),
        ("audit_archive", "归档审计记录", "audit lines archived"),
    )
}
ACTS |= {f"report_{verb}": Sentence(f"月报{verb.zh}", f"report: {verb.en}") for verb in Verb}
ACTS |= {f"question_{verb}": Sentence(f"询问{verb.zh}", f"question: {verb.en}") for verb in Answering}
RESULTS = {
    result: Sentence(zh, en)
    for result, zh, en in (
        ("done", "完成", "done"),
        ("refused", "拒绝", "refused"),
        ("failed", "失败", "failed"),
        ("locked", "锁定", "locked"),
        ("accepted", "接收", "accepted"),
        ("returned", "退回", "returned"),
        ("unchanged", "无变化", "unchanged"),
        ("broken", "有损", "broken"),
    )
}
