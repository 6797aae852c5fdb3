<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About QA Desktop</source>
        <translation>关于 QA Desktop</translation>
    </message>
    <message>
        <source>Version {0}, with Qt {1}</source>
        <translation>版本 {0}，Qt {1}</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Works wholly on this machine: it opens no connection to any network.</source>
        <translation>完全在本机运行，不连接任何网络。</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Listening</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Range and zoom</source>
        <translation>片段与缩放</translation>
    </message>
    <message>
        <source>Transcript and conversation</source>
        <translation>转写与会话</translation>
    </message>
    <message>
        <source>Comments by time</source>
        <translation>按时间的批注</translation>
    </message>
    <message>
        <source>Grading</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>The review</source>
        <translation>质检单</translation>
    </message>
    <message>
        <source>Play, pause</source>
        <translation>播放、暂停</translation>
    </message>
    <message>
        <source>1 s back, or the turn before</source>
        <translation>后退 1 秒，或上一条发言</translation>
    </message>
    <message>
        <source>1 s on, or the turn after</source>
        <translation>前进 1 秒，或下一条发言</translation>
    </message>
    <message>
        <source>5 s back, or five turns</source>
        <translation>后退 5 秒，或五条发言</translation>
    </message>
    <message>
        <source>5 s on, or five turns</source>
        <translation>前进 5 秒，或五条发言</translation>
    </message>
    <message>
        <source>To the beginning</source>
        <translation>到开头</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>到结尾</translation>
    </message>
    <message>
        <source>Slower, or a step back</source>
        <translation>减速或后退一步</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play, then faster</source>
        <translation>播放，再按加速</translation>
    </message>
    <message>
        <source>Speed down</source>
        <translation>降速</translation>
    </message>
    <message>
        <source>Speed up</source>
        <translation>提速</translation>
    </message>
    <message>
        <source>Normal speed</source>
        <translation>原速</translation>
    </message>
    <message>
        <source>Play the range</source>
        <translation>播放选定片段</translation>
    </message>
    <message>
        <source>Loop the range</source>
        <translation>循环播放选定片段</translation>
    </message>
    <message>
        <source>Play around the current comment</source>
        <translation>播放当前批注前后</translation>
    </message>
    <message>
        <source>Skip silence</source>
        <translation>跳过静默</translation>
    </message>
    <message>
        <source>Hear one side only</source>
        <translation>只听一方</translation>
    </message>
    <message>
        <source>Volume and output</source>
        <translation>音量与输出设备</translation>
    </message>
    <message>
        <source>Swap agent and customer</source>
        <translation>对调坐席与客户声道</translation>
    </message>
    <message>
        <source>Begin of a range</source>
        <translation>片段起点</translation>
    </message>
    <message>
        <source>End of a range</source>
        <translation>片段终点</translation>
    </message>
    <message>
        <source>Start a little earlier</source>
        <translation>起点略微提前</translation>
    </message>
    <message>
        <source>Start a little later</source>
        <translation>起点略微推后</translation>
    </message>
    <message>
        <source>End a little earlier</source>
        <translation>终点略微提前</translation>
    </message>
    <message>
        <source>End a little later</source>
        <translation>终点略微推后</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Whole call</source>
        <translation>整通通话</translation>
    </message>
    <message>
        <source>Zoom to the range</source>
        <translation>放大到选定片段</translation>
    </message>
    <message>
        <source>Waveform a window back</source>
        <translation>波形向前翻一屏</translation>
    </message>
    <message>
        <source>Waveform a window on</source>
        <translation>波形向后翻一屏</translation>
    </message>
    <message>
        <source>Snap to silence and words</source>
        <translation>吸附到静默与词边界</translation>
    </message>
    <message>
        <source>Previous turn</source>
        <translation>上一条发言</translation>
    </message>
    <message>
        <source>Next turn</source>
        <translation>下一条发言</translation>
    </message>
    <message>
        <source>Follow the sound again</source>
        <translation>重新跟随播放</translation>
    </message>
    <message>
        <source>Select words by the arrows</source>
        <translation>用方向键选择文字</translation>
    </message>
    <message>
        <source>Who says this</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>Search in the words</source>
        <translation>在文本中搜索</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一处匹配</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一处匹配</translation>
    </message>
    <message>
        <source>Quote the selected words on the item</source>
        <translation>将选中文字引为评分项依据</translation>
    </message>
    <message>
        <source>Correct a word</source>
        <translation>更正文字</translation>
    </message>
    <message>
        <source>Comment here</source>
        <translation>在此添加批注</translation>
    </message>
    <message>
        <source>Comment with a phrase of yours</source>
        <translation>用常用语写批注</translation>
    </message>
    <message>
        <source>Edit the current comment</source>
        <translation>编辑当前批注</translation>
    </message>
    <message>
        <source>Next kind of comment</source>
        <translation>切换批注类别</translation>
    </message>
    <message>
        <source>Previous comment</source>
        <translation>上一条批注</translation>
    </message>
    <message>
        <source>Next comment</source>
        <translation>下一条批注</translation>
    </message>
    <message>
        <source>Filter the comments</source>
        <translation>筛选批注</translation>
    </message>
    <message>
        <source>Export comments…</source>
        <translation>导出批注…</translation>
    </message>
    <message>
        <source>Import comments…</source>
        <translation>导入批注…</translation>
    </message>
    <message>
        <source>Export the waveform…</source>
        <translation>导出波形…</translation>
    </message>
    <message>
        <source>Choose the answer</source>
        <translation>选择答案</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Take the answer back</source>
        <translation>清除答案</translation>
    </message>
    <message>
        <source>Previous item</source>
        <translation>上一评分项</translation>
    </message>
    <message>
        <source>Next item</source>
        <translation>下一评分项</translation>
    </message>
    <message>
        <source>Next item left to answer</source>
        <translation>下一个未评项</translation>
    </message>
    <message>
        <source>Comment of the item</source>
        <translation>评分项评语</translation>
    </message>
    <message>
        <source>Reasons of the item</source>
        <translation>评分项原因</translation>
    </message>
    <message>
        <source>More or less of the guidance</source>
        <translation>展开或收起评分说明</translation>
    </message>
    <message>
        <source>Fold the answered sections</source>
        <translation>折叠已评完的部分</translation>
    </message>
    <message>
        <source>Why this score</source>
        <translation>查看得分依据</translation>
    </message>
    <message>
        <source>Compare with the agent&apos;s last review</source>
        <translation>与该坐席上次质检对比</translation>
    </message>
    <message>
        <source>All of a long message</source>
        <translation>展开或折叠长消息</translation>
    </message>
    <message>
        <source>Hide internal notes</source>
        <translation>隐藏内部备注</translation>
    </message>
    <message>
        <source>Choose the graded agent</source>
        <translation>选择被评坐席</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Last steps</source>
        <translation>最近步骤</translation>
    </message>
    <message>
        <source>Submit, then the next of the list</source>
        <translation>提交并转到列表中的下一条</translation>
    </message>
    <message>
        <source>Previous interaction of the list</source>
        <translation>列表中的上一条会话</translation>
    </message>
    <message>
        <source>Next interaction of the list</source>
        <translation>列表中的下一条会话</translation>
    </message>
    <message>
        <source>Open the next one beside</source>
        <translation>并排打开下一条</translation>
    </message>
    <message>
        <source>Focus mode</source>
        <translation>专注模式</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部快捷键</translation>
    </message>
</context>
<context>
    <name>AdjustmentLine</name>
    <message>
        <source>{0}: one less</source>
        <translation>{0}：减一次</translation>
    </message>
    <message>
        <source>{0}: one more</source>
        <translation>{0}：加一次</translation>
    </message>
    <message numerus="yes">
        <source>%n grade(s) up</source>
        <translation>
            <numerusform>升 %n 级</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AdjustmentsBox</name>
    <message>
        <source>Adjustments</source>
        <translation>加减分</translation>
    </message>
</context>
<context>
    <name>AgentButton</name>
    <message>
        <source>Agent {0}?</source>
        <translation>坐席 {0}？</translation>
    </message>
    <message>
        <source>Several agents took part: choose whom the score goes to</source>
        <translation>有多位坐席参与：请选择为谁评分</translation>
    </message>
    <message>
        <source>Agent {0}</source>
        <translation>坐席 {0}</translation>
    </message>
    <message numerus="yes">
        <source>Whom the score goes to; %n agent(s) took part</source>
        <translation>
            <numerusform>评分对象；共 %n 位坐席参与</numerusform>
        </translation>
    </message>
    <message>
        <source>Whom does the score go to?</source>
        <translation>为哪位坐席评分？</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} % of the agents&apos; words</source>
        <translation>占坐席发言 {0}%</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n 条备注</numerusform>
        </translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>AgreementTrend</name>
    <message>
        <source>Not in this session</source>
        <translation>本次校准中没有</translation>
    </message>
    <message>
        <source>{0} % of pairs alike</source>
        <translation>两两相同 {0}%</translation>
    </message>
    <message>
        <source>{0} % of all disagreement</source>
        <translation>占全部分歧的 {0}%</translation>
    </message>
    <message>
        <source>reads otherwise than before</source>
        <translation>表述与之前不同</translation>
    </message>
    <message>
        <source>scored otherwise than before</source>
        <translation>计分与之前不同</translation>
    </message>
    <message>
        <source>reaches the target</source>
        <translation>达到目标</translation>
    </message>
    <message>
        <source>misses the target</source>
        <translation>未达到目标</translation>
    </message>
    <message>
        <source>no variation, or too few answers</source>
        <translation>无差异，或作答太少</translation>
    </message>
    <message>
        <source>Took no part, or nothing to compare with</source>
        <translation>未参加，或没有可比对象</translation>
    </message>
    <message>
        <source>{0} points from the reference on average</source>
        <translation>平均偏离参考评分 {0} 分</translation>
    </message>
    <message>
        <source>nobody fits yet</source>
        <translation>暂无合适人选</translation>
    </message>
    <message>
        <source>{0} of {1} differ</source>
        <translation>{1} 个中 {0} 个不同</translation>
    </message>
    <message>
        <source>{0} of {1} answers differ ({2}–{3} %); others {4} %</source>
        <translation>{1} 个作答中 {0} 个不同（{2}–{3}%）；其他人 {4}%</translation>
    </message>
    <message>
        <source>beyond chance</source>
        <translation>超出偶然</translation>
    </message>
    <message>
        <source>may be chance</source>
        <translation>可能是偶然</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n 次校准</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerPicker</name>
    <message>
        <source>N/A</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Agreed answer</source>
        <translation>商定答案</translation>
    </message>
</context>
<context>
    <name>ArrivalsCard</name>
    <message>
        <source>Came</source>
        <translation>收到时间</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n 个被拒绝</numerusform>
        </translation>
    </message>
    <message>
        <source>What arrived</source>
        <translation>收到的文件</translation>
    </message>
    <message>
        <source>{0}, revision {1}</source>
        <translation>{0}，第 {1} 次修订</translation>
    </message>
    <message>
        <source>Nothing yet. The folder is looked into every minute; files that came by mail can be opened or dropped on the window.</source>
        <translation>还没有文件。文件夹每分钟查看一次；通过邮件收到的文件可以打开，也可以拖放到窗口上。</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Second opinion</source>
        <translation>复评</translation>
    </message>
    <message>
        <source>A colleague grades the same interaction blind: without your marks, the agent&apos;s name or this note. When the answer arrives, both reviews stand side by side. Your review stays as it is.</source>
        <translation>由一位同事对同一会话盲评：看不到您的评分、坐席姓名和此备注。答复到达后，两份质检并排显示。您的质检保持不变。</translation>
    </message>
    <message>
        <source>I&apos;d like another pair of eyes</source>
        <translation>想请人再看一遍</translation>
    </message>
    <message>
        <source>It is disputed</source>
        <translation>有争议</translation>
    </message>
    <message>
        <source>Note for yourself</source>
        <translation>给自己的备注</translation>
    </message>
    <message>
        <source>The agent says the identity was verified.</source>
        <translation>坐席表示已核实身份。</translation>
    </message>
    <message>
        <source>Ask for a second opinion</source>
        <translation>请求复评</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Note for yourself, never sent along</source>
        <translation>给自己的备注，不会随包发出</translation>
    </message>
</context>
<context>
    <name>BlindReviews</name>
    <message numerus="yes">
        <source>Submitted and sealed. %n left to grade.</source>
        <translation>
            <numerusform>已提交并密封。还有 %n 条待评分。</numerusform>
        </translation>
    </message>
    <message>
        <source>Submitted and sealed. Nothing is left to grade here.</source>
        <translation>已提交并密封。这里没有待评分的了。</translation>
    </message>
</context>
<context>
    <name>Calibration</name>
    <message>
        <source>It was here already.</source>
        <translation>之前已经收到。</translation>
    </message>
    <message>
        <source>The card of {0}: compare the code in Team.</source>
        <translation>{0} 的名片：请在“团队”中核对代码。</translation>
    </message>
    <message>
        <source>The session “{0}” is here.</source>
        <translation>校准“{0}”已收到。</translation>
    </message>
    <message>
        <source>A submission to “{0}”.</source>
        <translation>对“{0}”的一份提交。</translation>
    </message>
    <message>
        <source>“{0}” is closed.</source>
        <translation>“{0}”已截止。</translation>
    </message>
    <message>
        <source>Keys for “{0}”.</source>
        <translation>“{0}”的密钥。</translation>
    </message>
    <message>
        <source>“{0}” is revealed.</source>
        <translation>“{0}”已揭晓。</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>校准场次</translation>
    </message>
    <message>
        <source>Agreement over time</source>
        <translation>一致性走势</translation>
    </message>
    <message>
        <source>Rulings</source>
        <translation>裁定</translation>
    </message>
    <message>
        <source>Second opinions</source>
        <translation>复评</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>密封</translation>
    </message>
    <message>
        <source>strict</source>
        <translation>严格</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已截止</translation>
    </message>
    <message>
        <source>Revealed</source>
        <translation>已揭晓</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Graded, not sealed</source>
        <translation>已评分，未密封</translation>
    </message>
    <message>
        <source>Corrected, not sealed again</source>
        <translation>已更正，未重新密封</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>已密封</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>In</source>
        <translation>已到</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>迟到</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Excluded</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>Key missing</source>
        <translation>缺少密钥</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>Late, counts</source>
        <translation>迟到，计入</translation>
    </message>
    <message>
        <source>Older revision</source>
        <translation>旧修订</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Altered</source>
        <translation>被改动</translation>
    </message>
    <message>
        <source>Foreign</source>
        <translation>外来</translation>
    </message>
    <message>
        <source>Not for this session</source>
        <translation>不属于本次校准</translation>
    </message>
    <message>
        <source>After the closing</source>
        <translation>截止之后</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Signed by its writer, and it counts.</source>
        <translation>有提交人签名，计入统计。</translation>
    </message>
    <message>
        <source>It came after the deadline and before the closing: it counts.</source>
        <translation>在截止时间之后、签署截止清单之前收到：计入统计。</translation>
    </message>
    <message>
        <source>The same person has handed in a newer revision, which counts.</source>
        <translation>同一人已提交更新的修订，以更新的为准。</translation>
    </message>
    <message>
        <source>The very same file was here already.</source>
        <translation>完全相同的文件此前已收到。</translation>
    </message>
    <message>
        <source>Its signature does not fit its content: it was damaged or changed on the way. Ask for it again.</source>
        <translation>签名与内容不符：在途中损坏或被改动。请对方重新发送。</translation>
    </message>
    <message>
        <source>Whoever signed it does not take part in this session.</source>
        <translation>签名人没有参与本次校准。</translation>
    </message>
    <message>
        <source>It was made for another session or interaction.</source>
        <translation>它是为其他校准或会话生成的。</translation>
    </message>
    <message>
        <source>Two contents under the same revision: neither counts. Ask the person to hand in anew.</source>
        <translation>同一修订有两份不同内容：都不计入。请对方重新提交。</translation>
    </message>
    <message>
        <source>The session was closed already: it does not count.</source>
        <translation>本次校准已截止：不计入统计。</translation>
    </message>
    <message>
        <source>It is not a submission, or not a whole one.</source>
        <translation>不是提交文件，或不完整。</translation>
    </message>
    <message>
        <source>Call {0}</source>
        <translation>通话 {0}</translation>
    </message>
    <message>
        <source>Chat {0}</source>
        <translation>在线会话 {0}</translation>
    </message>
    <message>
        <source>Ticket {0}</source>
        <translation>工单 {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n 通通话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s)</source>
        <translation>
            <numerusform>%n 条在线会话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n 张工单</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n 名参与者</numerusform>
        </translation>
    </message>
    <message>
        <source>second opinion</source>
        <translation>复评</translation>
    </message>
    <message>
        <source>overdue since {0}</source>
        <translation>自 {0} 起逾期</translation>
    </message>
    <message>
        <source>due today {0}</source>
        <translation>今天 {0} 到期</translation>
    </message>
    <message>
        <source>due tomorrow {0}</source>
        <translation>明天 {0} 到期</translation>
    </message>
    <message>
        <source>due {0}</source>
        <translation>{0} 到期</translation>
    </message>
</context>
<context>
    <name>CalibrationGroup</name>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Shared folder</source>
        <translation>共享文件夹</translation>
    </message>
    <message>
        <source>Sessions go through it. It is chosen where the team is.</source>
        <translation>校准文件通过它传递，在“团队”中选择。</translation>
    </message>
    <message>
        <source>none: files go by hand</source>
        <translation>无：文件由人工传递</translation>
    </message>
    <message>
        <source>Team and folder…</source>
        <translation>团队与文件夹…</translation>
    </message>
    <message>
        <source>Target for agreement (α)</source>
        <translation>一致性目标（α）</translation>
    </message>
    <message>
        <source>Krippendorff’s alpha: from 0.67 on conclusions can be tried, from 0.8 drawn.</source>
        <translation>Krippendorff α：0.67 以上可作初步结论，0.8 以上结论可靠。</translation>
    </message>
    <message>
        <source>Target: points from the reference</source>
        <translation>目标：与参考评分的分差</translation>
    </message>
    <message>
        <source>How far a score may lie from the reference and still count as the same.</source>
        <translation>得分与参考评分相差多少以内仍算一致。</translation>
    </message>
    <message>
        <source>Target for same answers</source>
        <translation>相同答案目标</translation>
    </message>
    <message>
        <source>Which share of answers should be the same as those of others.</source>
        <translation>答案与他人相同的比例应达到多少。</translation>
    </message>
</context>
<context>
    <name>CalibrationPage</name>
    <message>
        <source>Open files of a session</source>
        <translation>打开校准文件</translation>
    </message>
    <message>
        <source>Files of sessions ({0})</source>
        <translation>校准文件 ({0})</translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>Team…</source>
        <translation>团队…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) taken in</source>
        <translation>
            <numerusform>已接收 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>New session…</source>
        <translation>新建校准…</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
</context>
<context>
    <name>CalibrationPart</name>
    <message>
        <source>“{0}” is revealed</source>
        <translation>“{0}”已揭晓</translation>
    </message>
    <message>
        <source>A session to grade: “{0}”</source>
        <translation>有待评分的校准：“{0}”</translation>
    </message>
    <message>
        <source>“{0}” is closed</source>
        <translation>“{0}”已截止</translation>
    </message>
    <message>
        <source>New on the team: {0}. Compare the code.</source>
        <translation>团队新成员：{0}。请核对代码。</translation>
    </message>
    <message>
        <source>Team…</source>
        <translation>团队…</translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) arrived</source>
        <translation>
            <numerusform>收到 %n 份提交</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>CalibrationResults</name>
    <message>
        <source>N/A</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>none of these</source>
        <translation>以上均无</translation>
    </message>
    <message>
        <source>Score of the form</source>
        <translation>总分</translation>
    </message>
    <message>
        <source>Pass or fail</source>
        <translation>合格与否</translation>
    </message>
    <message>
        <source>Veto</source>
        <translation>一票否决</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>not scored</source>
        <translation>未计分</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>未评完</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>有</translation>
    </message>
    <message>
        <source>no</source>
        <translation>无</translation>
    </message>
    <message>
        <source>no variation: all said {0}</source>
        <translation>没有差异：所有人都选“{0}”</translation>
    </message>
    <message>
        <source>no variation: all within one band</source>
        <translation>没有差异：都在同一档内</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1}</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}，{1}</translation>
    </message>
    <message>
        <source>{0}, message {1}</source>
        <translation>{0}，第 {1} 条消息</translation>
    </message>
    <message>
        <source>{0}, at the item</source>
        <translation>{0}，评分项备注</translation>
    </message>
    <message>
        <source>Play {0}–{1}</source>
        <translation>播放 {0}–{1}</translation>
    </message>
    <message>
        <source>(marked without words)</source>
        <translation>（仅标记，无文字）</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>“{0}”</translation>
    </message>
</context>
<context>
    <name>CalibrationRulings</name>
    <message>
        <source>Ruling saved</source>
        <translation>裁定已保存</translation>
    </message>
    <message>
        <source>Ruling withdrawn</source>
        <translation>裁定已撤回</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>The first reference counts again</source>
        <translation>已恢复使用最初的参考评分</translation>
    </message>
    <message numerus="yes">
        <source>The agreed answers are the reference; %n answer(s) are still open</source>
        <translation>
            <numerusform>商定答案已作为参考评分；还有 %n 个答案未定</numerusform>
        </translation>
    </message>
    <message>
        <source>The agreed answers are the reference</source>
        <translation>商定答案已作为参考评分</translation>
    </message>
    <message>
        <source>Put into the draft of version {0}</source>
        <translation>已写入第 {0} 版草稿</translation>
    </message>
    <message>
        <source>; still to be translated: {0}</source>
        <translation>；尚待翻译：{0}</translation>
    </message>
</context>
<context>
    <name>CallSide</name>
    <message>
        <source>Transcript</source>
        <translation>转写文本</translation>
    </message>
    <message>
        <source>Both speakers</source>
        <translation>双方</translation>
    </message>
    <message>
        <source>No transcript</source>
        <translation>没有转写文本</translation>
    </message>
    <message>
        <source>Everybody in this session grades it by ear.</source>
        <translation>参加校准的人都凭听录音评分。</translation>
    </message>
    <message>
        <source>No transcript yet</source>
        <translation>还没有转写文本</translation>
    </message>
    <message>
        <source>Choose its file, whatever the name: then you can read along and search.</source>
        <translation>选择其文件，文件名不限：之后可边听边读并搜索。</translation>
    </message>
    <message>
        <source>Import a transcript</source>
        <translation>导入转写文件</translation>
    </message>
</context>
<context>
    <name>CheatSheet</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>搜索操作和按键</translation>
    </message>
    <message>
        <source>Change the keys…</source>
        <translation>更改快捷键…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Single letters work while no text is being written.</source>
        <translation>单个字母键在未输入文字时有效。</translation>
    </message>
    <message>
        <source>List of interactions</source>
        <translation>会话列表</translation>
    </message>
    <message>
        <source>Open for review</source>
        <translation>打开质检</translation>
    </message>
    <message>
        <source>Filter by words</source>
        <translation>按文字筛选</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>What can be done with it</source>
        <translation>可执行的操作</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>Before it can go out</source>
        <translation>发出之前还需</translation>
    </message>
    <message>
        <source>What goes out</source>
        <translation>发出的内容</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Rubric</source>
        <translation>评分表</translation>
    </message>
    <message>
        <source>Interactions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Who grades</source>
        <translation>评分人</translation>
    </message>
    <message>
        <source>Sealed how</source>
        <translation>密封方式</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>Shared folder</source>
        <translation>共享文件夹</translation>
    </message>
    <message>
        <source>What is not in it</source>
        <translation>不包含的内容</translation>
    </message>
    <message>
        <source>Agent, customer, team, queue and date: names that are known are masked.</source>
        <translation>坐席、客户、班组、队列和日期；已知的姓名会被遮盖。</translation>
    </message>
    <message>
        <source>Earlier reviews, scores and comments, yours included.</source>
        <translation>此前的评分、分数和批注，包括您自己的。</translation>
    </message>
    <message>
        <source>File names, and whatever else stands in sound files beside the sound.</source>
        <translation>文件名，以及录音文件中声音以外的任何信息。</translation>
    </message>
    <message>
        <source>Who has graded how: nobody can read a submission before the reveal.</source>
        <translation>谁打了多少分：揭晓之前任何人都无法读取提交内容。</translation>
    </message>
    <message>
        <source>Voices and what is said stay as they are. Whoever knows the agent may recognise the voice.</source>
        <translation>声音和所说的内容保持原样。熟悉坐席的人可能听出是谁。</translation>
    </message>
    <message>
        <source>The session has no title yet.</source>
        <translation>本次校准还没有标题。</translation>
    </message>
    <message>
        <source>There is no rubric to grade with: publish one first.</source>
        <translation>没有可用的评分表：请先发布一份。</translation>
    </message>
    <message>
        <source>No interaction is chosen yet.</source>
        <translation>还没有选择会话。</translation>
    </message>
    <message>
        <source>Nobody is invited yet: compare codes in Team, then tick who takes part.</source>
        <translation>还没有邀请任何人：请在“团队”中核对代码，然后勾选参与者。</translation>
    </message>
    <message>
        <source>Some interactions lack the review that would be the reference: grade them with this rubric version, choose others, or go without a reference.</source>
        <translation>部分会话缺少可作为参考的评分：请用此版本的评分表完成评分、另选会话，或不使用参考评分。</translation>
    </message>
    <message>
        <source>The deadline is over already.</source>
        <translation>截止时间已过。</translation>
    </message>
    <message>
        <source>you</source>
        <translation>您</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>no deadline</source>
        <translation>无截止时间</translation>
    </message>
    <message>
        <source>none: you hand the file on</source>
        <translation>无：由您自行转交文件</translation>
    </message>
    <message>
        <source>{0}, known as {1}</source>
        <translation>{0}，代号为 {1}</translation>
    </message>
    <message>
        <source>{0} of sound</source>
        <translation>录音 {0}</translation>
    </message>
    <message>
        <source>only you can open them</source>
        <translation>只有您能打开</translation>
    </message>
    <message>
        <source>nobody before the closing</source>
        <translation>截止前无人能打开</translation>
    </message>
    <message>
        <source>with my reviews as reference</source>
        <translation>以我的评分为参考</translation>
    </message>
    <message>
        <source>with a reference</source>
        <translation>带参考评分</translation>
    </message>
</context>
<context>
    <name>Clearness</name>
    <message>
        <source>The rubric</source>
        <translation>评分表的问题</translation>
    </message>
    <message>
        <source>The people</source>
        <translation>人员的问题</translation>
    </message>
    <message>
        <source>Can&apos;t tell yet</source>
        <translation>尚不能判断</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清楚</translation>
    </message>
    <message>
        <source>Reviewers split on it again and again, whoever they are: its words leave room. Rule on it, and put the ruling into the guidance.</source>
        <translation>不论由谁来评，质检员一再意见分歧：措辞留有空间。请作出裁定，并写入评分项说明。</translation>
    </message>
    <message>
        <source> and </source>
        <translation>、</translation>
    </message>
    <message>
        <source>The others agree; the deviating answers come from {0}. Go through the guidance together, or grade with a partner.</source>
        <translation>其他人意见一致；偏离的答案来自{0}。请一起过一遍评分项说明，或安排搭档同评。</translation>
    </message>
    <message>
        <source>Reviewers agree on it.</source>
        <translation>质检员意见一致。</translation>
    </message>
    <message>
        <source>One more session will show whether it comes again.</source>
        <translation>再做一次校准，就能看出是否重复出现。</translation>
    </message>
    <message>
        <source>{0} of {1} cases divided, {2} of them without any majority; {3}.</source>
        <translation>{1} 例中有 {0} 例意见不一，其中 {2} 例没有多数意见；共 {3}。</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n 次校准</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} % of all deviations are theirs; without them {1} % of the cases are unanimous.</source>
        <translation>{0}% 的偏离来自他们；除去他们，{1}% 的例子全体一致。</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>Close the session</source>
        <translation>截止本次校准</translation>
    </message>
    <message>
        <source>Close “{0}”?</source>
        <translation>截止“{0}”？</translation>
    </message>
    <message>
        <source>{0} of {1} submissions are in, and count.</source>
        <translation>{0}/{1} 份提交已到，计入统计。</translation>
    </message>
    <message>
        <source>The list of what counts is signed. It can’t be opened again afterwards.</source>
        <translation>计入统计的清单将被签署，之后无法再打开。</translation>
    </message>
    <message>
        <source>Then every program releases its keys, and you can open.</source>
        <translation>随后每个程序交出密钥，您就可以打开。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Not in, and without them: {0}.</source>
        <translation>未到、不计入：{0}。</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>Compared {0}</source>
        <translation>{0} 核对</translation>
    </message>
    <message>
        <source>This is the code that you compared:</source>
        <translation>这是您核对过的代码：</translation>
    </message>
    <message>
        <source>{0} can be invited, and invitations from there can be opened.</source>
        <translation>可以邀请 {0}，也可以打开其发来的邀请。</translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation>尚未核对</translation>
    </message>
    <message>
        <source>Read this code to each other, in person or on the phone. Both of you see the same one if both have the right card:</source>
        <translation>请当面或通过电话互相读出此代码。双方的名片都正确时，看到的代码相同：</translation>
    </message>
    <message>
        <source>Same on both screens? Then nobody stands between you. If it differs, remove the card and ask for it again.</source>
        <translation>两边屏幕上相同吗？那么没有人冒充。如果不同，请移除这张名片，并请对方重新发送。</translation>
    </message>
    <message>
        <source>Code: {0}</source>
        <translation>代码：{0}</translation>
    </message>
    <message>
        <source>The codes match</source>
        <translation>代码一致</translation>
    </message>
    <message>
        <source>Don’t trust any more</source>
        <translation>不再信任</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从名单中移除</translation>
    </message>
    <message>
        <source>There are several people of this name: this one has the key {0}</source>
        <translation>有多人同名：此人的密钥为 {0}</translation>
    </message>
    <message>
        <source>Key {0}, first seen {1}</source>
        <translation>密钥 {0}，首次出现于 {1}</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Search everything</source>
        <translation>搜索全部</translation>
    </message>
    <message>
        <source>Show interactions</source>
        <translation>显示会话</translation>
    </message>
    <message>
        <source>Show rubrics</source>
        <translation>显示评分表</translation>
    </message>
    <message>
        <source>Show calibration</source>
        <translation>显示校准</translation>
    </message>
    <message>
        <source>Show settings</source>
        <translation>显示设置</translation>
    </message>
    <message>
        <source>New calibration session…</source>
        <translation>新建校准…</translation>
    </message>
    <message>
        <source>Calibration team…</source>
        <translation>校准团队…</translation>
    </message>
    <message>
        <source>Open a file of a session…</source>
        <translation>打开校准文件…</translation>
    </message>
    <message>
        <source>Open drafts</source>
        <translation>未提交的草稿</translation>
    </message>
    <message>
        <source>Open beside</source>
        <translation>并排打开</translation>
    </message>
    <message>
        <source>Put the two windows side by side</source>
        <translation>将两个窗口左右排列</translation>
    </message>
    <message>
        <source>Change the keys…</source>
        <translation>更改快捷键…</translation>
    </message>
    <message>
        <source>Phrases…</source>
        <translation>常用语…</translation>
    </message>
    <message>
        <source>Your grading times</source>
        <translation>我的评分用时</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>导入文件夹…</translation>
    </message>
    <message>
        <source>Undo the last import</source>
        <translation>撤销上次导入</translation>
    </message>
    <message>
        <source>Open another workspace…</source>
        <translation>打开其他工作区…</translation>
    </message>
    <message>
        <source>Open the demo workspace</source>
        <translation>打开演示工作区</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Verify the workspace</source>
        <translation>校验工作区</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>High contrast theme, light</source>
        <translation>高对比度浅色主题</translation>
    </message>
    <message>
        <source>High contrast theme, dark</source>
        <translation>高对比度深色主题</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation>跟随系统主题</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>显示全部快捷键</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>About QA Desktop</source>
        <translation>关于 QA Desktop</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
</context>
<context>
    <name>CommentEditor</name>
    <message>
        <source>“{0}”</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>What happened here?</source>
        <translation>写下这里的情况</translation>
    </message>
    <message>
        <source>Delete this comment</source>
        <translation>删除这条批注</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Item {0}</source>
        <translation>第 {0} 项</translation>
    </message>
    <message>
        <source>Belongs to item {0}: {1}</source>
        <translation>关联到第 {0} 项：{1}</translation>
    </message>
</context>
<context>
    <name>CommentFiles</name>
    <message>
        <source>No comment has a time yet.</source>
        <translation>还没有带时间的批注。</translation>
    </message>
    <message>
        <source>Export comments</source>
        <translation>导出批注</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) exported to {0}</source>
        <translation>
            <numerusform>已将 %n 条批注导出到 {0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a time left out</source>
        <translation>
            <numerusform>%n 条没有时间，未导出</numerusform>
        </translation>
    </message>
    <message>
        <source>Comments ({0})</source>
        <translation>批注 ({0})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Import comments</source>
        <translation>导入批注</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) imported</source>
        <translation>
            <numerusform>已导入 %n 条批注</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>CommentFilterBar</name>
    <message>
        <source>Any item</source>
        <translation>任意评分项</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>No item</source>
        <translation>未关联评分项</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Comments on which item</source>
        <translation>哪个评分项的批注</translation>
    </message>
    <message>
        <source>Show all comments</source>
        <translation>显示全部批注</translation>
    </message>
</context>
<context>
    <name>CommentHead</name>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>No comment has a time yet.</source>
        <translation>还没有带时间的批注。</translation>
    </message>
    <message>
        <source>Only calls have times to import at.</source>
        <translation>只有通话才能按时间导入。</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>New comment</source>
        <translation>新批注</translation>
    </message>
    <message>
        <source>Filter the comments</source>
        <translation>筛选批注</translation>
    </message>
    <message>
        <source>Export, import, phrases</source>
        <translation>导出、导入、常用语</translation>
    </message>
    <message>
        <source>Export comments…</source>
        <translation>导出批注…</translation>
    </message>
    <message>
        <source>Import comments…</source>
        <translation>导入批注…</translation>
    </message>
    <message>
        <source>Phrases…</source>
        <translation>常用语…</translation>
    </message>
</context>
<context>
    <name>CommentImportDialog</name>
    <message>
        <source>Import comments</source>
        <translation>导入批注</translation>
    </message>
    <message>
        <source>Kind of those without one</source>
        <translation>无类别批注归为</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Comments of the file</source>
        <translation>文件中的批注</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>状态</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) in {0}</source>
        <translation>
            <numerusform>{0} 中有 %n 条批注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n comment(s)</source>
        <translation>
            <numerusform>导入 %n 条批注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>新 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would change a comment that is there</source>
        <translation>
            <numerusform>%n 条会改动已有批注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <translation>
            <numerusform>%n 条已存在</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n past the recording&apos;s end</source>
        <translation>
            <numerusform>%n 条超出录音时长</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on items that this scorecard does not have</source>
        <translation>
            <numerusform>%n 条关联的评分项不在本评分表中</numerusform>
        </translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有改动</translation>
    </message>
    <message>
        <source>There already</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>{0}, past the end</source>
        <translation>{0}，超出录音</translation>
    </message>
    <message>
        <source>Now: {0}</source>
        <translation>现有：{0}</translation>
    </message>
    <message>
        <source>In the file: {0}</source>
        <translation>文件中：{0}</translation>
    </message>
</context>
<context>
    <name>CommentList</name>
    <message>
        <source>Select words to comment on: the comment is pinned there.</source>
        <translation>选中文字即可批注：批注会钉在该处。</translation>
    </message>
    <message>
        <source>Press {0}, or select words: the comment is pinned there.</source>
        <translation>按 {0} 或选中文字：批注会钉在该处。</translation>
    </message>
    <message>
        <source>The filter hides every comment.</source>
        <translation>筛选后没有批注。</translation>
    </message>
    <message>
        <source>Nothing was commented.</source>
        <translation>没有批注。</translation>
    </message>
    <message>
        <source>Show all comments</source>
        <translation>显示全部批注</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>批注</translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>Compare with the last review</source>
        <translation>与上次评分对比</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Only what changed</source>
        <translation>只看有变化的</translation>
    </message>
    <message>
        <source>Nothing to compare with yet</source>
        <translation>还没有可对比的评分</translation>
    </message>
    <message>
        <source>This agent has no other submitted review with this rubric. The next one can be compared with this.</source>
        <translation>该坐席还没有用此评分表提交过其他评分。下次评分时即可与本次对比。</translation>
    </message>
    <message>
        <source>Open that review</source>
        <translation>打开那次评分</translation>
    </message>
    <message>
        <source>{0}: now and last time</source>
        <translation>{0}：本次与上次</translation>
    </message>
    <message>
        <source>graded by {0}</source>
        <translation>评分人：{0}</translation>
    </message>
    <message>
        <source>with version {0} of the rubric</source>
        <translation>评分表版本 {0}</translation>
    </message>
    <message>
        <source>Last time, {0}</source>
        <translation>上次，{0}</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>本次</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>N/A</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>better</source>
        <translation>提高</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>下降</translation>
    </message>
    <message>
        <source>same</source>
        <translation>持平</translation>
    </message>
</context>
<context>
    <name>ConversationSide</name>
    <message>
        <source>Hide internal notes</source>
        <translation>隐藏内部备注</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>会话内容</translation>
    </message>
</context>
<context>
    <name>ConversationStrip</name>
    <message>
        <source>History of the conversation</source>
        <translation>会话历程</translation>
    </message>
</context>
<context>
    <name>ConversationView</name>
    <message>
        <source>internal note, the customer never saw it</source>
        <translation>内部备注，客户不可见</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已编辑</translation>
    </message>
    <message>
        <source>The clock goes back {0} here</source>
        <translation>此处时间倒退 {0}</translation>
    </message>
    <message>
        <source>{0} · longest wait</source>
        <translation>{0} · 最长等待</translation>
    </message>
    <message>
        <source>{0} · longest wait {1}</source>
        <translation>{0} · 最长等待 {1}</translation>
    </message>
    <message>
        <source>{0} · waited {1}</source>
        <translation>{0} · 已等待 {1}</translation>
    </message>
    <message>
        <source>{0}: {1} → {2}</source>
        <translation>{0}：{1} → {2}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>收起</translation>
    </message>
    <message numerus="yes">
        <source>Show all, %n more line(s)</source>
        <translation>
            <numerusform>显示全部（还有 %n 行）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n quoted line(s)</source>
        <translation>
            <numerusform>显示 %n 行引用内容</numerusform>
        </translation>
    </message>
    <message>
        <source>Show as imported, with its markup</source>
        <translation>显示导入原文（含标记）</translation>
    </message>
    <message>
        <source>Hide markup</source>
        <translation>隐藏标记</translation>
    </message>
</context>
<context>
    <name>CorrectionDialog</name>
    <message>
        <source>Correct this review</source>
        <translation>更正质检结果</translation>
    </message>
    <message>
        <source>The submitted review stays as it is. A new revision begins as its copy and counts once you submit it.</source>
        <translation>已提交的质检结果保留不变。系统会复制一份作为新修订版，提交后以新版为准。</translation>
    </message>
    <message>
        <source>Why is it corrected?</source>
        <translation>请填写更正原因</translation>
    </message>
    <message>
        <source>Begin the correction</source>
        <translation>开始更正</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong in the program</source>
        <translation>程序出现错误</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>技术详情</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Carry on</source>
        <translation>继续使用</translation>
    </message>
    <message>
        <source>This is a fault of the program, not yours. Everything that was shown as saved is safe. Nothing was sent anywhere.</source>
        <translation>这是程序的问题，不是您的操作造成的。所有显示为“已保存”的内容都是安全的，没有任何信息被发送到别处。</translation>
    </message>
    <message>
        <source>The details below, without names and numbers, are also in {0}.</source>
        <translation>以下详情已隐去姓名和号码，同时保存在 {0}。</translation>
    </message>
</context>
<context>
    <name>DatesButton</name>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
</context>
<context>
    <name>DatesPopup</name>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>最近 %n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiffDialog</name>
    <message>
        <source>Compare versions</source>
        <translation>比较版本</translation>
    </message>
    <message>
        <source>Earlier version</source>
        <translation>较早版本</translation>
    </message>
    <message>
        <source>Later version</source>
        <translation>较新版本</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>第 {0} 版</translation>
    </message>
    <message>
        <source>Swap the two</source>
        <translation>互换</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>DiffView</name>
    <message>
        <source>What changed</source>
        <translation>有哪些改动</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>The first version</source>
        <translation>首个版本</translation>
    </message>
    <message>
        <source>There is no earlier version to compare with.</source>
        <translation>没有更早的版本可供比较。</translation>
    </message>
    <message>
        <source>The two say the same</source>
        <translation>两个版本内容相同</translation>
    </message>
    <message>
        <source>Nothing that is asked, said or scored differs.</source>
        <translation>询问、说明和计分的内容均无差异。</translation>
    </message>
</context>
<context>
    <name>DonePanel</name>
    <message>
        <source>“{0}” is under way</source>
        <translation>“{0}”已开始</translation>
    </message>
    <message>
        <source>The invitation goes to {0}. Everybody who looks there finds the session in Calibration, at the latest after a minute.</source>
        <translation>邀请将发往 {0}。所有能看到该文件夹的人最迟一分钟后就会在“校准”中看到。</translation>
    </message>
    <message>
        <source>Save the invitation and send it to everybody who takes part: they open it in Calibration, grade, and send you the files that their program makes.</source>
        <translation>请保存邀请并发给每位参与者：他们在“校准”中打开、评分，再把程序生成的文件发给您。</translation>
    </message>
    <message>
        <source>Next: grade your own copies, they are under To grade.</source>
        <translation>下一步：给您自己的副本评分，它们在“待评分”下。</translation>
    </message>
    <message>
        <source>Next: watch who is in; close when all are, or after the deadline.</source>
        <translation>下一步：查看谁已提交；全部到齐或过了截止时间后即可截止。</translation>
    </message>
</context>
<context>
    <name>DraftBanner</name>
    <message>
        <source>This draft is {0}&apos;s</source>
        <translation>这份草稿由 {0} 创建</translation>
    </message>
    <message>
        <source>Last saved {0}. Go on in it and it becomes yours, or leave it and start your own.</source>
        <translation>上次保存于 {0}。您可以接手继续评分（此后归您名下），也可以另开一份自己的质检。</translation>
    </message>
    <message>
        <source>{0}  Go on in it</source>
        <translation>{0}  接手继续</translation>
    </message>
    <message>
        <source>{0}  Start my own</source>
        <translation>{0}  另开一份</translation>
    </message>
</context>
<context>
    <name>DraftsCard</name>
    <message>
        <source>Rubric without a title</source>
        <translation>未命名的评分表</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Rubrics that are being written stand here until published.</source>
        <translation>正在编写的评分表会列在这里，直到发布。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续编写</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>DraftsDialog</name>
    <message>
        <source>Open drafts</source>
        <translation>未提交的草稿</translation>
    </message>
    <message>
        <source>No draft is open</source>
        <translation>没有未提交的草稿</translation>
    </message>
    <message>
        <source>A review is kept from its first answer on, and stays here until submitted.</source>
        <translation>质检从第一个答案起即自动保存，提交之前都会列在这里。</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Reading the drafts…</source>
        <translation>正在读取草稿…</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Open beside</source>
        <translation>并排打开</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Interaction</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>坐席</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>已答</translation>
    </message>
    <message>
        <source>Last saved</source>
        <translation>上次保存</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>质检员</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>{0} (open now)</source>
        <translation>{0}（正在打开）</translation>
    </message>
    <message>
        <source>Discarded {0}</source>
        <translation>已放弃 {0}</translation>
    </message>
</context>
<context>
    <name>DrawBar</name>
    <message>
        <source>By lot:</source>
        <translation>随机抽取：</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>抽取范围</translation>
    </message>
    <message>
        <source>of all</source>
        <translation>从全部中</translation>
    </message>
    <message>
        <source>of each kind</source>
        <translation>每种类型</translation>
    </message>
    <message>
        <source>of each agent</source>
        <translation>每位坐席</translation>
    </message>
    <message>
        <source>of each band of scores</source>
        <translation>每个分数段</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same seed draws the same interactions again, so that anybody can check</source>
        <translation>相同的种子会再次抽到相同的会话，任何人都可以核对</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>抽取</translation>
    </message>
    <message>
        <source>Add what divided people</source>
        <translation>添加曾有分歧的会话</translation>
    </message>
    <message>
        <source>Interactions on which answers differed most in earlier sessions</source>
        <translation>在此前的校准中答案差异最大的会话</translation>
    </message>
</context>
<context>
    <name>DropDialog</name>
    <message>
        <source>No second opinion</source>
        <translation>不请求复评</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Too short to grade twice.</source>
        <translation>太短，不值得评两次。</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>移出队列</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>No second opinion on {0}?</source>
        <translation>{0} 不请求复评？</translation>
    </message>
    <message>
        <source>Reviews that were drawn should stay in the queue: what is left out by hand makes the draw worth less. The reason is kept in the audit trail.</source>
        <translation>抽中的质检应留在队列中：人为剔除会降低抽样的价值。理由会记入审计链。</translation>
    </message>
</context>
<context>
    <name>DueStrip</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>due since {0}</source>
        <translation>已于 {0} 到期</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Look: {0}</source>
        <translation>查看：{0}</translation>
    </message>
    <message>
        <source>Still fits</source>
        <translation>仍然适用</translation>
    </message>
    <message>
        <source>Still fits: {0}</source>
        <translation>仍然适用：{0}</translation>
    </message>
    <message>
        <source>Do these rubrics still fit?</source>
        <translation>这些评分表是否仍然适用？</translation>
    </message>
</context>
<context>
    <name>EditRulingDialog</name>
    <message>
        <source>Edit ruling</source>
        <translation>编辑裁定</translation>
    </message>
    <message>
        <source>Ruling</source>
        <translation>裁定</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags, with commas between</source>
        <translation>标签，用逗号分隔</translation>
    </message>
    <message>
        <source>Save change</source>
        <translation>保存修改</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The old words stay in its history.</source>
        <translation>原来的文字保留在历史记录中。</translation>
    </message>
</context>
<context>
    <name>EvidenceRow</name>
    <message>
        <source>“{0}”</source>
        <translation>“{0}”</translation>
    </message>
</context>
<context>
    <name>ExchangeCard</name>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即发送</translation>
    </message>
    <message>
        <source>Save my files…</source>
        <translation>保存我的文件…</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手工传递</translation>
    </message>
    <message>
        <source>Not reachable since {0}</source>
        <translation>自 {0} 起无法访问</translation>
    </message>
    <message>
        <source>Looked at {0}</source>
        <translation>{0} 查看过</translation>
    </message>
    <message>
        <source>Files go by hand. There is nothing to hand on.</source>
        <translation>文件由人工传递。目前没有需要转交的。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) to hand on: save them, then send them.</source>
        <translation>
            <numerusform>有 %n 个文件需要转交：请保存后发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is in the folder.</source>
        <translation>全部文件都在文件夹中。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) wait here and go out by themselves as soon as the folder is back.</source>
        <translation>
            <numerusform>有 %n 个文件在此等待，文件夹恢复后会自动发出。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExplanationDialog</name>
    <message>
        <source>Why this score?</source>
        <translation>得分计算过程</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export “{0}” v{1}</source>
        <translation>导出“{0}” v{1}</translation>
    </message>
    <message>
        <source>What it is exported as</source>
        <translation>导出格式</translation>
    </message>
    <message>
        <source>Rubric file (YAML)</source>
        <translation>评分表文件（YAML）</translation>
    </message>
    <message>
        <source>Package with help and forms (ZIP)</source>
        <translation>压缩包，附说明和空白表（ZIP）</translation>
    </message>
    <message>
        <source>Form to print and fill in by hand (PDF)</source>
        <translation>可打印手填的空白表（PDF）</translation>
    </message>
    <message>
        <source>Workbook to edit and import again (XLSX)</source>
        <translation>可编辑后再导入的工作簿（XLSX）</translation>
    </message>
    <message>
        <source>Rubric file for other programs (JSON)</source>
        <translation>供其他程序使用的评分表文件（JSON）</translation>
    </message>
    <message>
        <source>As it was published, comments and all.</source>
        <translation>与发布时完全一致，包括注释。</translation>
    </message>
    <message>
        <source>The file, a description in each of its languages, and the forms to print.</source>
        <translation>评分表文件、各语言的说明，以及可打印的空白表。</translation>
    </message>
    <message>
        <source>Boxes to tick, comment lines, and a table to add the score up.</source>
        <translation>有勾选框、批注行和用于合计得分的表格。</translation>
    </message>
    <message>
        <source>All items in a sheet. It carries everything but worked examples and comments.</source>
        <translation>所有评分项列在一个工作表中。除示例和注释外，内容全部包含。</translation>
    </message>
    <message>
        <source>The same content and the same hash.</source>
        <translation>内容相同，哈希值也相同。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
</context>
<context>
    <name>FacetPopup</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
</context>
<context>
    <name>FactCards</name>
    <message>
        <source>first response</source>
        <translation>首次响应</translation>
    </message>
    <message>
        <source>From the customer&apos;s first message to an agent&apos;s first public answer</source>
        <translation>从客户第一条消息到坐席首次公开回复</translation>
    </message>
    <message>
        <source>bot&apos;s first reply</source>
        <translation>机器人首次回复</translation>
    </message>
    <message>
        <source>A bot&apos;s answer is no agent&apos;s: waits go on until an agent answers</source>
        <translation>机器人回复不算坐席回复：等待一直算到坐席回复为止</translation>
    </message>
    <message>
        <source>times reopened</source>
        <translation>重新打开次数</translation>
    </message>
    <message>
        <source>From the first unanswered message to an agent&apos;s next public answer</source>
        <translation>从第一条未回复的消息到坐席下一次公开回复</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) at the end got no answer</source>
        <translation>
            <numerusform>最后 %n 条消息未获回复</numerusform>
        </translation>
    </message>
    <message>
        <source>longest wait</source>
        <translation>最长等待</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of a bot</source>
        <translation>
            <numerusform>机器人消息 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n internal note(s)</source>
        <translation>
            <numerusform>内部备注 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>agent / customer messages</source>
        <translation>坐席 / 客户消息</translation>
    </message>
    <message>
        <source>From its beginning until it was solved for good</source>
        <translation>从开始到最终解决</translation>
    </message>
    <message>
        <source>Solved for the first time after {0}</source>
        <translation>首次解决用时 {0}</translation>
    </message>
    <message>
        <source>From the first message to the last: {0}</source>
        <translation>从第一条消息到最后一条消息：{0}</translation>
    </message>
    <message>
        <source>resolution</source>
        <translation>解决用时</translation>
    </message>
    <message>
        <source>length</source>
        <translation>会话时长</translation>
    </message>
    <message>
        <source>From the first message to the last</source>
        <translation>从第一条消息到最后一条消息</translation>
    </message>
    <message>
        <source>From the agents&apos; first message to their last</source>
        <translation>从坐席第一条消息到最后一条消息</translation>
    </message>
    <message>
        <source>As the export says</source>
        <translation>以导出数据为准</translation>
    </message>
    <message>
        <source>handling</source>
        <translation>处理时长</translation>
    </message>
    <message>
        <source>This export has no times: waits and lengths can&apos;t be told.</source>
        <translation>导出数据没有时间，无法计算等待与时长。</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) without a time.</source>
        <translation>
            <numerusform>%n 条消息没有时间。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) could not be measured.</source>
        <translation>
            <numerusform>%n 次等待无法计算。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock goes back at %n place(s).</source>
        <translation>
            <numerusform>有 %n 处时间倒退。</numerusform>
        </translation>
    </message>
    <message>
        <source>Calendar time: nights and weekends count.</source>
        <translation>按自然时间计算，包含夜间和周末。</translation>
    </message>
    <message>
        <source>satisfaction</source>
        <translation>客户满意度</translation>
    </message>
</context>
<context>
    <name>FactsBar</name>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n 句</numerusform>
        </translation>
    </message>
    <message>
        <source>talk {0} % agent, {1} % customer</source>
        <translation>说话占比：坐席 {0}%，客户 {1}%</translation>
    </message>
    <message>
        <source>Of all that was said, the agent said {0} %.</source>
        <translation>在全部发言中，坐席占 {0}%。</translation>
    </message>
    <message>
        <source>silence {0}</source>
        <translation>静默 {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n silence(s); a press goes to the next</source>
        <translation>
            <numerusform>共 %n 处静默；点击前往下一处</numerusform>
        </translation>
    </message>
    <message>
        <source>both speak {0}</source>
        <translation>同时说话 {0}</translation>
    </message>
    <message numerus="yes">
        <source>Both speak at once at %n place(s); a press goes to the next</source>
        <translation>
            <numerusform>共 %n 处双方同时说话；点击前往下一处</numerusform>
        </translation>
    </message>
    <message>
        <source>longest silence {0}</source>
        <translation>最长静默 {0}</translation>
    </message>
    <message>
        <source>Go to the longest silence</source>
        <translation>前往最长的静默</translation>
    </message>
</context>
<context>
    <name>FactsLine</name>
    <message>
        <source>you lead</source>
        <translation>由您主持</translation>
    </message>
    <message>
        <source>led by {0}</source>
        <translation>由 {0} 主持</translation>
    </message>
</context>
<context>
    <name>FigureCards</name>
    <message>
        <source>They carry {0} % of all disagreement.</source>
        <translation>占全部分歧的 {0}%。</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>to settle</source>
        <translation>待统一</translation>
    </message>
    <message>
        <source>Nobody has to be talked round.</source>
        <translation>没有需要统一意见的评分项。</translation>
    </message>
    <message>
        <source>pass or fail alike</source>
        <translation>合格与否一致</translation>
    </message>
    <message>
        <source>No two outcomes to compare.</source>
        <translation>没有两个结果可比较。</translation>
    </message>
    <message>
        <source>In {0} of {1} pairs of reviews of the same interaction.</source>
        <translation>同一会话的 {1} 对评分中有 {0} 对一致。</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>Every reviewer&apos;s interval includes zero: nobody is strict or lenient by more than chance.</source>
        <translation>每位质检员的区间都包含零：没有人的松紧超出偶然范围。</translation>
    </message>
    <message>
        <source>nobody stands out</source>
        <translation>无人明显偏离</translation>
    </message>
    <message>
        <source>points, reviewer {0}</source>
        <translation>分，质检员 {0}</translation>
    </message>
    <message>
        <source>{0} grades lower than the reference; the interval excludes zero.</source>
        <translation>{0} 的评分低于参考评分；区间不含零。</translation>
    </message>
    <message>
        <source>{0} grades higher than the reference; the interval excludes zero.</source>
        <translation>{0} 的评分高于参考评分；区间不含零。</translation>
    </message>
    <message>
        <source>{0} grades lower than the others; the interval excludes zero.</source>
        <translation>{0} 的评分低于其他人；区间不含零。</translation>
    </message>
    <message>
        <source>{0} grades higher than the others; the interval excludes zero.</source>
        <translation>{0} 的评分高于其他人；区间不含零。</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>Transcript for “{0}”</source>
        <translation>“{0}”的转写文本</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Search words, people, ids</source>
        <translation>搜索文字、人员、编号</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>坐席</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
</context>
<context>
    <name>FolderCard</name>
    <message>
        <source>Choose the folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>更换文件夹…</translation>
    </message>
    <message>
        <source>None: files go by hand</source>
        <translation>无：文件由人工传递</translation>
    </message>
    <message>
        <source>Not reachable since {0}</source>
        <translation>自 {0} 起无法访问</translation>
    </message>
    <message>
        <source>Reachable, looked at {0}</source>
        <translation>可访问，{0} 查看过</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message>
        <source>Shared folder</source>
        <translation>共享文件夹</translation>
    </message>
    <message>
        <source>Everybody of the team chooses the same folder, such as a network share. The program only ever adds sealed files to it; it never changes or deletes one. Without a folder you hand files on yourself.</source>
        <translation>团队所有人选择同一个文件夹，例如网络共享。程序只会向其中添加密封文件，从不更改或删除。没有文件夹时，请自行转交文件。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再次查看</translation>
    </message>
    <message>
        <source>Without a folder</source>
        <translation>不使用文件夹</translation>
    </message>
    <message>
        <source>The team’s shared folder</source>
        <translation>团队的共享文件夹</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>{0}, version {1}</source>
        <translation>{0}，版本 {1}</translation>
    </message>
    <message>
        <source>A published version never changes.</source>
        <translation>版本一经发布就不再改变。</translation>
    </message>
    <message>
        <source>Edit as new version</source>
        <translation>编辑为新版本</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message>
        <source>The form</source>
        <translation>评分表内容</translation>
    </message>
    <message>
        <source>Pass from {0}</source>
        <translation>{0} 分合格</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 个评分项</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} from {1}</source>
        <translation>{0}：{1} 分起</translation>
    </message>
    <message>
        <source>Bonuses and deductions</source>
        <translation>加分与扣分</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>场景</translation>
    </message>
    <message numerus="yes">
        <source>%n grade(s) up</source>
        <translation>
            <numerusform>提升 %n 级</numerusform>
        </translation>
    </message>
    <message>
        <source>{0}, up to {1} times</source>
        <translation>{0}，最多 {1} 次</translation>
    </message>
    <message>
        <source>Weighted items</source>
        <translation>按评分项加权</translation>
    </message>
    <message>
        <source>Weighted sections</source>
        <translation>按维度加权</translation>
    </message>
    <message>
        <source>Points of all items together</source>
        <translation>各项合计得分</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>计分制</translation>
    </message>
    <message>
        <source>N/A is left out</source>
        <translation>不适用项不计入</translation>
    </message>
    <message>
        <source>N/A counts as full</source>
        <translation>不适用项按满分计</translation>
    </message>
    <message>
        <source>N/A has its own score</source>
        <translation>不适用项按指定分计</translation>
    </message>
</context>
<context>
    <name>GradingGroup</name>
    <message>
        <source>Grading</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Your reaction time</source>
        <translation>您的反应时间</translation>
    </message>
    <message>
        <source>Comments at the playhead are placed this much earlier.</source>
        <translation>在播放位置添加的批注会提前这段时间。</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>Your phrases</source>
        <translation>您的常用语</translation>
    </message>
    <message>
        <source>Words for comments, a few letters after ; away.</source>
        <translation>写批注时，输入 ; 加几个字母即可填入。</translation>
    </message>
    <message>
        <source>Phrases…</source>
        <translation>常用语…</translation>
    </message>
    <message>
        <source>Measure how long grading takes</source>
        <translation>统计评分用时</translation>
    </message>
    <message>
        <source>For you alone: kept in this workspace, in no review, sheet, export or report. Pauses do not count.</source>
        <translation>仅供您本人查看：保存在此工作区中，不会出现在质检、反馈单、导出或报表里。停顿不计入。</translation>
    </message>
    <message>
        <source>Measured times</source>
        <translation>已统计的用时</translation>
    </message>
    <message>
        <source>Your grading times…</source>
        <translation>我的评分用时…</translation>
    </message>
</context>
<context>
    <name>GradingTimer</name>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
    <message>
        <source>&lt; 1 min</source>
        <translation>不到 1 分钟</translation>
    </message>
</context>
<context>
    <name>GuidanceText</name>
    <message>
        <source>Less guidance  {0}</source>
        <translation>收起评分说明  {0}</translation>
    </message>
    <message>
        <source>All the guidance  {0}</source>
        <translation>展开评分说明  {0}</translation>
    </message>
    <message>
        <source>Guidance: {0}</source>
        <translation>评分说明：{0}</translation>
    </message>
    <message>
        <source>more</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Precedents ({0})</source>
        <translation>先例（{0}）</translation>
    </message>
</context>
<context>
    <name>HelpViewer</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>帮助目录</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History of the ruling</source>
        <translation>裁定的历史记录</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>HistoryPopup</name>
    <message>
        <source>Last steps</source>
        <translation>最近步骤</translation>
    </message>
    <message>
        <source>{0} (undone)</source>
        <translation>{0}（已撤销）</translation>
    </message>
    <message>
        <source>As it began</source>
        <translation>最初状态</translation>
    </message>
    <message>
        <source>Enter goes back to how it was after that step.</source>
        <translation>按回车回到该步骤之后的状态。</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Looking at the files…</source>
        <translation>正在检查文件…</translation>
    </message>
    <message>
        <source>What will come in</source>
        <translation>将要导入的内容</translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation>正在导入…</translation>
    </message>
    <message numerus="yes">
        <source>Import %n interaction(s)</source>
        <translation>
            <numerusform>导入 %n 条会话</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Attach the transcript</source>
        <translation>添加转写文本</translation>
    </message>
    <message>
        <source>Transcript for “{0}”</source>
        <translation>“{0}”的转写文本</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>失败</translation>
    </message>
</context>
<context>
    <name>ImportGroup</name>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Copy recordings into the workspace</source>
        <translation>将录音复制到工作区</translation>
    </message>
    <message>
        <source>Otherwise they are played from where they lie, as long as they lie there.</source>
        <translation>否则从原位置播放，前提是文件仍在原处。</translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message>
        <source>Take</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>失败</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>File or conversation</source>
        <translation>文件或会话</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>坐席</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>Interactions</name>
    <message>
        <source>Call</source>
        <translation>通话</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>在线会话</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Ungraded</source>
        <translation>未质检</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>Interaction</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>坐席</translation>
    </message>
    <message>
        <source>Team · queue</source>
        <translation>团队 · 队列</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>质检</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>Not scored</source>
        <translation>不计分</translation>
    </message>
    <message>
        <source>In correction</source>
        <translation>更正中</translation>
    </message>
</context>
<context>
    <name>InteractionsPage</name>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Interactions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Nothing to grade yet</source>
        <translation>还没有可质检的会话</translation>
    </message>
    <message>
        <source>Bring in recordings, chats and tickets, or drop them here. Everything stays on this machine.</source>
        <translation>导入录音、在线会话和工单，或直接拖放到这里。所有内容只保存在本机。</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>打开演示</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>没有符合条件的会话</translation>
    </message>
    <message>
        <source>No interaction has all that is chosen above.</source>
        <translation>没有会话同时满足以上全部条件。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>Open for review</source>
        <translation>打开质检</translation>
    </message>
    <message>
        <source>Open beside</source>
        <translation>并排打开</translation>
    </message>
    <message>
        <source>Feedback sheet…</source>
        <translation>反馈单…</translation>
    </message>
    <message>
        <source>Ask for a second opinion…</source>
        <translation>请求复评…</translation>
    </message>
    <message>
        <source>Only this agent</source>
        <translation>只看该坐席</translation>
    </message>
    <message>
        <source>All of this import</source>
        <translation>只看同批导入</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>撤销该批导入</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n name(s)</source>
        <translation>
            <numerusform>复制 %n 个名称</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemCard</name>
    <message>
        <source>veto</source>
        <translation>一票否决</translation>
    </message>
    <message>
        <source>N/A</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>{0}: not applicable</source>
        <translation>{0}：不适用</translation>
    </message>
    <message>
        <source>Not applicable  {0}</source>
        <translation>不适用  {0}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>评语</translation>
    </message>
    <message>
        <source>Comment (needed)</source>
        <translation>评语（必填）</translation>
    </message>
    <message>
        <source>Comment on {0}</source>
        <translation>“{0}”的评语</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>“{0}”</translation>
    </message>
    <message>
        <source>Not answered yet.</source>
        <translation>尚未评分。</translation>
    </message>
    <message>
        <source>Needs a comment.</source>
        <translation>需要填写评语。</translation>
    </message>
    <message>
        <source>Needs a reason.</source>
        <translation>需要选择原因。</translation>
    </message>
    <message>
        <source>This number isn&apos;t possible here.</source>
        <translation>数值超出允许范围。</translation>
    </message>
    <message>
        <source>customer-critical</source>
        <translation>客户关键</translation>
    </message>
    <message>
        <source>business-critical</source>
        <translation>业务关键</translation>
    </message>
    <message>
        <source>compliance-critical</source>
        <translation>合规关键</translation>
    </message>
</context>
<context>
    <name>ItemPanel</name>
    <message>
        <source>Nobody commented on this item. What everybody answered is in the table above.</source>
        <translation>没有人对此评分项写批注。各人的答案见上表。</translation>
    </message>
</context>
<context>
    <name>KeyRecorder</name>
    <message>
        <source>Press the keys…</source>
        <translation>请按下按键…</translation>
    </message>
    <message>
        <source>A click elsewhere leaves all as it is.</source>
        <translation>点击其他位置则不作更改。</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>Add a key</source>
        <translation>添加按键</translation>
    </message>
    <message>
        <source>Add a key for: {0}</source>
        <translation>添加按键：{0}</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Keys as they came for: {0}</source>
        <translation>恢复默认按键：{0}</translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation>从那里取过来</translation>
    </message>
    <message>
        <source>These are the numbers of the answers themselves.</source>
        <translation>这些数字就是答案本身的编号，不能更改。</translation>
    </message>
    <message>
        <source>Remove {0} from: {1}</source>
        <translation>从“{1}”中移除 {0}</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>没有按键</translation>
    </message>
    <message>
        <source>{0} is the key of “{1}”.</source>
        <translation>{0} 已用于“{1}”。</translation>
    </message>
    <message>
        <source>{0} belongs to the system.</source>
        <translation>{0} 由系统保留。</translation>
    </message>
    <message>
        <source>{0} leads from field to field.</source>
        <translation>{0} 用于在各控件之间移动。</translation>
    </message>
    <message>
        <source>{0} works while no text is being written.</source>
        <translation>{0} 在未输入文字时有效。</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Everywhere</source>
        <translation>全局</translation>
    </message>
</context>
<context>
    <name>KeysBar</name>
    <message>
        <source>item</source>
        <translation>评分项</translation>
    </message>
    <message>
        <source>interaction</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>agreed answer</source>
        <translation>商定答案</translation>
    </message>
    <message>
        <source>write</source>
        <translation>书写</translation>
    </message>
    <message>
        <source>decide</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>names</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>end</source>
        <translation>结束</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Change the keys</source>
        <translation>更改快捷键</translation>
    </message>
    <message>
        <source>Search actions and keys</source>
        <translation>搜索操作和按键</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Nothing has such a name or key.</source>
        <translation>没有这样的操作或按键。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>All keys as they came</source>
        <translation>全部恢复默认</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Single letters work while no text is being written. F13 to F24, media keys and Ctrl or Alt combinations work everywhere: foot pedals send those.</source>
        <translation>单个字母在未输入文字时有效。F13 至 F24、多媒体键以及 Ctrl 或 Alt 组合键随处有效：脚踏板发送的就是这些键。</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>搜索结果</translation>
    </message>
</context>
<context>
    <name>KeysGroup</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Any key or combination for any action, also those that foot pedals send.</source>
        <translation>任何操作都可设置任意按键或组合键，包括脚踏板发送的按键。</translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) have keys of your own.</source>
        <translation>
            <numerusform>有 %n 个操作使用自定义按键。</numerusform>
        </translation>
    </message>
    <message>
        <source>Keys of every action</source>
        <translation>各操作的按键</translation>
    </message>
    <message>
        <source>Change the keys…</source>
        <translation>更改快捷键…</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>If you leave now, what is not saved is lost.</source>
        <translation>如果现在离开，未保存的内容将会丢失。</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留在此页</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>不保存并离开</translation>
    </message>
</context>
<context>
    <name>LibrariesDialog</name>
    <message>
        <source>Libraries</source>
        <translation>共享库</translation>
    </message>
    <message>
        <source>Shared libraries</source>
        <translation>共享库</translation>
    </message>
    <message>
        <source>Folders that your team shares rubrics in. What is in use here is never overwritten; where a library may be written to, colleagues see which versions you use.</source>
        <translation>团队用来共享评分表的文件夹。本机在用的内容绝不会被覆盖；如果共享库可以写入，同事能看到您使用的版本。</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>共享库</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>添加文件夹…</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Only read, never write</source>
        <translation>只读，不写入</translation>
    </message>
    <message>
        <source>No library yet</source>
        <translation>还没有共享库</translation>
    </message>
    <message>
        <source>A library is a folder, such as a network share or one that a program keeps in step. Everybody who adds it sees the same rubrics.</source>
        <translation>共享库就是一个文件夹，例如网络共享盘，或由同步程序保持同步的文件夹。添加了它的人看到的评分表都相同。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>停止查看</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查看</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Not reachable since {0}</source>
        <translation>自 {0} 起无法访问</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查看…</translation>
    </message>
    <message numerus="yes">
        <source>%n new or changed</source>
        <translation>
            <numerusform>%n 份新增或有改动</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rubric(s)</source>
        <translation>
            <numerusform>%n 份评分表</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a library</source>
        <translation>添加共享库</translation>
    </message>
    <message>
        <source>“{0}” v{1} is in use here now.</source>
        <translation>“{0}” v{1} 已在本机启用。</translation>
    </message>
    <message>
        <source>The library has “{0}” v{1} already.</source>
        <translation>共享库里已有“{0}” v{1}。</translation>
    </message>
    <message>
        <source>“{0}” v{1} is in the library now.</source>
        <translation>“{0}” v{1} 已放入共享库。</translation>
    </message>
</context>
<context>
    <name>LibraryNews</name>
    <message numerus="yes">
        <source>%n new or changed rubric(s) in a library</source>
        <translation>
            <numerusform>共享库中有 %n 份新增或变动的评分表</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>ListeningGroup</name>
    <message>
        <source>System default</source>
        <translation>系统默认</translation>
    </message>
    <message>
        <source>{device} (not plugged in)</source>
        <translation>{device}（未接入）</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Sound engine</source>
        <translation>播放引擎</translation>
    </message>
    <message>
        <source>VLC plays most formats; Qt is used where VLC is missing.</source>
        <translation>VLC 支持的格式最多；没有 VLC 时使用 Qt。</translation>
    </message>
    <message>
        <source>Sound output</source>
        <translation>声音输出设备</translation>
    </message>
    <message>
        <source>If it is unplugged, the sound goes on on the system&apos;s own output.</source>
        <translation>设备被拔出时，声音改由系统默认设备继续播放。</translation>
    </message>
    <message>
        <source>Go back when playing on</source>
        <translation>继续播放时回退</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Best that is there</source>
        <translation>自动选择</translation>
    </message>
</context>
<context>
    <name>LocateBar</name>
    <message>
        <source>Looking for it…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Where is {0}?</source>
        <translation>{0} 在哪里？</translation>
    </message>
    <message>
        <source>Search a folder</source>
        <translation>在文件夹中查找</translation>
    </message>
    <message>
        <source>Locate the recording…</source>
        <translation>定位录音…</translation>
    </message>
    <message>
        <source>Choose its file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Search a folder for it…</source>
        <translation>在文件夹中查找…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>LookGroup</name>
    <message>
        <source>Language and look</source>
        <translation>语言与外观</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Of the size that the system has set.</source>
        <translation>相对于系统设定的大小。</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>高对比度浅色</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>高对比度深色</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>There is no import to undo.</source>
        <translation>没有可撤销的导入。</translation>
    </message>
    <message>
        <source>Backed up to {0}</source>
        <translation>已备份到 {0}</translation>
    </message>
    <message numerus="yes">
        <source>Everything is as it was written; %n recording(s) checked.</source>
        <translation>
            <numerusform>全部内容完好；已校验 %n 个录音。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>{0} – QA Desktop</source>
        <translation>{0} – QA Desktop</translation>
    </message>
    <message>
        <source>Published {0}, version {1}</source>
        <translation>已发布 {0}，版本 {1}</translation>
    </message>
    <message>
        <source>Retired {0}, version {1}</source>
        <translation>已停用 {0}，版本 {1}</translation>
    </message>
    <message numerus="yes">
        <source>Imported %n interaction(s)</source>
        <translation>
            <numerusform>已导入 %n 条会话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stayed because somebody worked on them</source>
        <translation>
            <numerusform>%n 条已有质检或更正，予以保留</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message numerus="yes">
        <source>Removed %n interaction(s)</source>
        <translation>
            <numerusform>已移除 %n 条会话</numerusform>
        </translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>正在校验</translation>
    </message>
    <message>
        <source>Undoing the import</source>
        <translation>正在撤销导入</translation>
    </message>
</context>
<context>
    <name>MappingDialog</name>
    <message>
        <source>Also in {0}, to be translated</source>
        <translation>同时加上{0}，待翻译</translation>
    </message>
    <message>
        <source>The draft lists both languages and marks what has to be written in {0}.</source>
        <translation>草稿会列出两种语言，并标出需要用{0}填写的内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n section(s)</source>
        <translation>
            <numerusform>%n 个维度</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 个评分项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n 处需要查看</numerusform>
        </translation>
    </message>
    <message>
        <source>Import a spreadsheet</source>
        <translation>导入电子表格</translation>
    </message>
    <message>
        <source>“{0}” as a rubric</source>
        <translation>将“{0}”导入为评分表</translation>
    </message>
    <message>
        <source>Above each column stands what it is taken for: change what was guessed wrong. The result opens as a draft; nothing is published yet.</source>
        <translation>每列上方是程序识别出的含义，识别有误的请更改。结果将作为草稿打开，不会直接发布。</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Items are answered by</source>
        <translation>评分项的作答方式</translation>
    </message>
    <message>
        <source>Items begin in row</source>
        <translation>评分项起始行</translation>
    </message>
    <message>
        <source>What it becomes</source>
        <translation>导入结果</translation>
    </message>
    <message>
        <source>Cells of the sheet</source>
        <translation>工作表的单元格</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Open as draft</source>
        <translation>作为草稿打开</translation>
    </message>
</context>
<context>
    <name>MeetingBar</name>
    <message>
        <source>Item {0} of {1}</source>
        <translation>第 {0} 项，共 {1} 项</translation>
    </message>
    <message>
        <source>{0} decided</source>
        <translation>已决定 {0} 项</translation>
    </message>
    <message>
        <source>Hide names</source>
        <translation>隐藏姓名</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>显示姓名</translation>
    </message>
    <message>
        <source>Previous item</source>
        <translation>上一项</translation>
    </message>
    <message>
        <source>Next item</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>End the meeting</source>
        <translation>结束会议</translation>
    </message>
</context>
<context>
    <name>MeetingSide</name>
    <message>
        <source>Guidance</source>
        <translation>评分项说明</translation>
    </message>
    <message>
        <source>The rubric gives no guidance here.</source>
        <translation>评分表在此没有说明。</translation>
    </message>
    <message>
        <source>Ruling</source>
        <translation>裁定</translation>
    </message>
    <message>
        <source>What we decide, in a sentence (T to write)</source>
        <translation>用一句话写下决定（按 T 书写）</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>决定</translation>
    </message>
    <message>
        <source>kept, not decided yet</source>
        <translation>已暂存，尚未决定</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>已决定</translation>
    </message>
    <message>
        <source>Decided: {0}</source>
        <translation>已决定：{0}</translation>
    </message>
</context>
<context>
    <name>MeetingWindow</name>
    <message>
        <source>Ref.</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>商定</translation>
    </message>
    <message>
        <source>{0}: nobody commented on this item.</source>
        <translation>{0}：没有人对此评分项写批注。</translation>
    </message>
    <message>
        <source>agreement α {0} {1}</source>
        <translation>一致性 α {0} {1}</translation>
    </message>
    <message>
        <source>{0} % of all disagreement</source>
        <translation>占全部分歧的 {0}%</translation>
    </message>
    <message>
        <source>{0}  ({1} of {2})</source>
        <translation>{0}（{1}/{2}）</translation>
    </message>
    <message>
        <source>{0} · no answer: {1}</source>
        <translation>{0} · 未作答：{1}</translation>
    </message>
    <message>
        <source>Meeting: {0}</source>
        <translation>会议：{0}</translation>
    </message>
    <message>
        <source>Nothing to settle</source>
        <translation>没有需要统一的评分项</translation>
    </message>
    <message>
        <source>Everybody gave the same answers to every item of this session.</source>
        <translation>本次校准中，所有人对每个评分项的答案都相同。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>MomentCard</name>
    <message numerus="yes">
        <source>%n reviewer(s)</source>
        <translation>
            <numerusform>%n 位质检员</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more turn(s)</source>
        <translation>
            <numerusform>还有 %n 段话</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>MomentsPanel</name>
    <message numerus="yes">
        <source>and %n more moment(s)</source>
        <translation>
            <numerusform>还有 %n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Comments at their moments</source>
        <translation>各时刻的批注</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>It stands on your reviews and feedback sheets. You can change it in the settings.</source>
        <translation>姓名会显示在您的质检记录和反馈单上，可随时在设置中修改。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Whose review is this?</source>
        <translation>请填写质检员姓名</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>Submit without a name</source>
        <translation>不填姓名，直接提交</translation>
    </message>
</context>
<context>
    <name>NewSessionDialog</name>
    <message>
        <source>New session</source>
        <translation>新建校准</translation>
    </message>
    <message>
        <source>New calibration session</source>
        <translation>新建校准</translation>
    </message>
    <message>
        <source>1 What</source>
        <translation>1 内容</translation>
    </message>
    <message>
        <source>2 Who and how</source>
        <translation>2 人员与方式</translation>
    </message>
    <message>
        <source>3 Check and send</source>
        <translation>3 检查并发出</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save the invitation…</source>
        <translation>保存邀请…</translation>
    </message>
    <message>
        <source>Open the session</source>
        <translation>打开本次校准</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Make the session</source>
        <translation>创建校准</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>已保存为 {0}</translation>
    </message>
    <message>
        <source>Where to save the invitation</source>
        <translation>邀请的保存位置</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>已添加 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>No earlier session has any that fits this rubric</source>
        <translation>此前的校准中没有适用于此评分表的会话</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>Close now…</source>
        <translation>立即截止…</translation>
    </message>
    <message numerus="yes">
        <source>%n left to grade</source>
        <translation>
            <numerusform>还有 %n 条待评分</numerusform>
        </translation>
    </message>
    <message>
        <source>You see no names, no earlier scores and nobody else’s marks; nobody sees yours before the reveal.</source>
        <translation>您看不到姓名、此前的分数和他人的评分；揭晓之前也没有人能看到您的评分。</translation>
    </message>
    <message>
        <source>Grade the next one</source>
        <translation>评下一条</translation>
    </message>
    <message numerus="yes">
        <source>All graded: %n to seal</source>
        <translation>
            <numerusform>已全部评完：%n 份待密封</numerusform>
        </translation>
    </message>
    <message>
        <source>Sealing signs your reviews and closes them to everybody but the reveal. Until the closing you can still correct one and seal it again.</source>
        <translation>密封会为您的评分签名，揭晓之前任何人都无法查看。截止前您仍可更正并重新密封。</translation>
    </message>
    <message>
        <source>Submit and seal</source>
        <translation>提交并密封</translation>
    </message>
    <message>
        <source>All of yours are sealed</source>
        <translation>您的评分已全部密封</translation>
    </message>
    <message>
        <source>{0} closes the session when everybody is in.</source>
        <translation>所有人到齐后由 {0} 截止本次校准。</translation>
    </message>
    <message>
        <source>{0} has closed the session, and your program has released the keys of your submissions. The reveal comes when all keys are there.</source>
        <translation>{0} 已截止本次校准，您的程序已交出您提交的密钥。所有密钥到齐后即揭晓。</translation>
    </message>
    <message>
        <source>{0} has closed the session. The reveal comes next.</source>
        <translation>{0} 已截止本次校准，接下来是揭晓。</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已截止</translation>
    </message>
    <message>
        <source>{0} of {1} submissions are in</source>
        <translation>{0}/{1} 份提交已到</translation>
    </message>
    <message>
        <source>Closing signs the list of what counts. Nothing that comes later is counted.</source>
        <translation>截止即签署计入统计的清单。此后收到的都不计入。</translation>
    </message>
    <message>
        <source>Close the session…</source>
        <translation>截止本次校准…</translation>
    </message>
    <message>
        <source>Closed: ready to open</source>
        <translation>已截止：可以打开</translation>
    </message>
    <message>
        <source>Opening writes the reveal: everybody gets all submissions and checks that their own are in there unchanged.</source>
        <translation>打开后将生成揭晓文件：每个人都会收到全部提交，并检查自己的提交未被改动。</translation>
    </message>
    <message>
        <source>Open and reveal</source>
        <translation>打开并揭晓</translation>
    </message>
    <message>
        <source>Closed: waiting for keys</source>
        <translation>已截止：等待密钥</translation>
    </message>
    <message>
        <source>When everybody is in, or the deadline is over, you close the session.</source>
        <translation>所有人到齐或过了截止时间后，由您截止本次校准。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Revealed</source>
        <translation>已揭晓</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Checking the reveal…</source>
        <translation>正在检查揭晓文件…</translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) opened, each signed by its writer.</source>
        <translation>
            <numerusform>已打开 %n 份提交，每份都有提交人的签名。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your %n submission(s) are in there unchanged.</source>
        <translation>
            <numerusform>您的 %n 份提交都在其中，未被改动。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not counted of yours: {0}. Ask the lead why.</source>
        <translation>您的提交中未计入的：{0}。请向主持人询问原因。</translation>
    </message>
    <message>
        <source>The reference is the one that was committed to at the start.</source>
        <translation>参考评分与开始时承诺的一致。</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Submitted: {0}</source>
        <translation>已提交：{0}</translation>
    </message>
    <message>
        <source>{0}. Nothing is left to grade here.</source>
        <translation>{0}。当前列表已全部质检完毕。</translation>
    </message>
    <message>
        <source>Nothing else is left to grade here.</source>
        <translation>这里没有其他待质检的会话。</translation>
    </message>
    <message>
        <source>This is the last one of the list.</source>
        <translation>已是列表中的最后一条。</translation>
    </message>
    <message>
        <source>This is the first one of the list.</source>
        <translation>已是列表中的第一条。</translation>
    </message>
    <message>
        <source>Only one window is open: open one beside.</source>
        <translation>只打开了一个窗口：请先并排打开一条会话。</translation>
    </message>
    <message>
        <source>Focus mode. {0} leaves it.</source>
        <translation>专注模式，按 {0} 退出。</translation>
    </message>
    <message>
        <source>Feedback sheet</source>
        <translation>反馈单</translation>
    </message>
    <message>
        <source>Waits for a second opinion</source>
        <translation>已进入复评队列</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>OpinionsDialog</name>
    <message>
        <source>Two opinions</source>
        <translation>两份意见</translation>
    </message>
    <message>
        <source>The second reviewer left this interaction out.</source>
        <translation>第二质检员没有评这个会话。</translation>
    </message>
    <message numerus="yes">
        <source>The answers differ at %n item(s).</source>
        <translation>
            <numerusform>%n 个评分项的作答不同。</numerusform>
        </translation>
    </message>
    <message>
        <source>Your note: {0}</source>
        <translation>您的备注：{0}</translation>
    </message>
    <message>
        <source>First: {0}</source>
        <translation>第一份：{0}</translation>
    </message>
    <message>
        <source>Second, blind: {0}</source>
        <translation>第二份（盲评）：{0}</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>Not scored</source>
        <translation>未评分</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>评分项</translation>
    </message>
    <message>
        <source>differ</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>只看不同</translation>
    </message>
    <message>
        <source>Open your review</source>
        <translation>打开您的质检</translation>
    </message>
    <message>
        <source>Statistics of this package</source>
        <translation>本文件包的统计</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>OptionsBar</name>
    <message>
        <source>Left, or as known of the source</source>
        <translation>左声道，或按该来源的设定</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左声道</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右声道</translation>
    </message>
    <message>
        <source>Both on one channel</source>
        <translation>双方在同一声道</translation>
    </message>
    <message>
        <source>The agent speaks on</source>
        <translation>坐席所在声道</translation>
    </message>
    <message>
        <source>Agent&apos;s side begins later by</source>
        <translation>坐席一侧晚开始</translation>
    </message>
    <message>
        <source>as the transcript says</source>
        <translation>按转写文本</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>元数据</translation>
    </message>
    <message>
        <source>Without this metadata file</source>
        <translation>不使用该元数据文件</translation>
    </message>
    <message>
        <source>Join the legs of a call</source>
        <translation>合并同一通话的各段录音</translation>
    </message>
    <message>
        <source>Recordings named like call-7_leg1 and call-7_leg2 come in as one call</source>
        <translation>命名如 call-7_leg1 和 call-7_leg2 的录音会作为一通通话导入</translation>
    </message>
    <message>
        <source>Copy recordings into the workspace</source>
        <translation>将录音复制到工作区</translation>
    </message>
    <message>
        <source>Choose a CSV…</source>
        <translation>选择 CSV…</translation>
    </message>
    <message>
        <source>Choose a metadata file</source>
        <translation>选择元数据文件</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>表格 (*.csv *.tsv *.txt)</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Search everything</source>
        <translation>搜索全部</translation>
    </message>
    <message>
        <source>Help and keys</source>
        <translation>帮助与快捷键</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Search everything</source>
        <translation>搜索全部</translation>
    </message>
    <message>
        <source>Find interactions, words, comments, rubrics, agents, commands</source>
        <translation>查找会话、文字、批注、评分表、坐席、命令</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>没有找到。</translation>
    </message>
</context>
<context>
    <name>PaperGroup</name>
    <message>
        <source>Feedback sheets</source>
        <translation>反馈单</translation>
    </message>
    <message>
        <source>Paper size</source>
        <translation>纸张大小</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>Compared</source>
        <translation>已核对</translation>
    </message>
    <message>
        <source>Compare the code</source>
        <translation>核对代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>信任</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Nobody yet. Whoever chooses the same folder appears here by themselves; else take in the card that a colleague has sent you.</source>
        <translation>还没有人。选择同一文件夹的人会自动出现在这里；也可以接收同事发来的名片。</translation>
    </message>
</context>
<context>
    <name>PhraseForm</name>
    <message>
        <source>Give it a shortcut.</source>
        <translation>请填写快捷词。</translation>
    </message>
    <message>
        <source>At most 20 letters, without spaces and semicolons.</source>
        <translation>最多 20 个字符，不含空格和分号。</translation>
    </message>
    <message>
        <source>Another phrase has this shortcut.</source>
        <translation>另一条常用语已使用此快捷词。</translation>
    </message>
    <message>
        <source>Write what it stands for.</source>
        <translation>请填写其代表的文字。</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷词</translation>
    </message>
    <message>
        <source>Kind of comment</source>
        <translation>批注类别</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Typed after ;</source>
        <translation>在 ; 之后输入</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Filled in where they stand: {agent}, {time} and {item} of the comment.</source>
        <translation>自动填入：批注的坐席 {agent}、时间 {time} 与评分项 {item}。</translation>
    </message>
</context>
<context>
    <name>PhrasePopup</name>
    <message>
        <source>Phrases</source>
        <translation>常用语</translation>
    </message>
    <message>
        <source>Manage phrases…</source>
        <translation>管理常用语…</translation>
    </message>
    <message>
        <source>No phrases yet. Add some…</source>
        <translation>还没有常用语，去添加…</translation>
    </message>
</context>
<context>
    <name>PhrasesDialog</name>
    <message>
        <source>Phrases</source>
        <translation>常用语</translation>
    </message>
    <message>
        <source>Type ; and the shortcut in any comment, then Tab.</source>
        <translation>在任意批注中输入 ; 和快捷词，再按 Tab。</translation>
    </message>
    <message>
        <source>Add a phrase</source>
        <translation>添加常用语</translation>
    </message>
    <message>
        <source>Delete this phrase</source>
        <translation>删除此常用语</translation>
    </message>
    <message>
        <source>Move it up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move it down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>No phrases yet</source>
        <translation>还没有常用语</translation>
    </message>
    <message>
        <source>What you write again and again is a few letters away.</source>
        <translation>反复要写的话，只需几个字母即可输入。</translation>
    </message>
    <message>
        <source>Take a few to begin with</source>
        <translation>先用几条示例</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>放弃更改</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>尚未保存。</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Phrases (*.json *.csv)</source>
        <translation>常用语 (*.json *.csv)</translation>
    </message>
    <message>
        <source>Import phrases</source>
        <translation>导入常用语</translation>
    </message>
    <message>
        <source>Export phrases</source>
        <translation>导出常用语</translation>
    </message>
    <message>
        <source>Exported to {0}</source>
        <translation>已导出到 {0}</translation>
    </message>
</context>
<context>
    <name>PickTable</name>
    <message>
        <source>Interaction</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>坐席</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未选</translation>
    </message>
</context>
<context>
    <name>PlaceButton</name>
    <message>
        <source>Place of the comment: {0}</source>
        <translation>批注位置：{0}</translation>
    </message>
    <message>
        <source>Move the comment</source>
        <translation>移动批注</translation>
    </message>
    <message>
        <source>There is nowhere else to put it now</source>
        <translation>目前没有其他位置可放</translation>
    </message>
</context>
<context>
    <name>PrecedentsDialog</name>
    <message>
        <source>Precedents</source>
        <translation>先例</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ProblemBanner</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>ProposeDialog</name>
    <message>
        <source>Propose as guidance</source>
        <translation>提议写入说明</translation>
    </message>
    <message>
        <source>Propose as guidance for version {0}</source>
        <translation>提议写入第 {0} 版的说明</translation>
    </message>
    <message>
        <source>The guidance so far</source>
        <translation>现有说明</translation>
    </message>
    <message>
        <source>It becomes a new paragraph of the item&apos;s guidance in the rubric&apos;s draft, which nobody grades with before it is published. A language that is left empty gets the other text, marked as still to be translated.</source>
        <translation>它将成为评分表草稿中该评分项说明的新段落；草稿发布之前不会用于评分。留空的语言将填入另一语言的文字，并标为待翻译。</translation>
    </message>
    <message>
        <source>Put into the draft</source>
        <translation>写入草稿</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Left empty: marked as still to be translated</source>
        <translation>留空则标为待翻译</translation>
    </message>
</context>
<context>
    <name>PublishDialog</name>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>This can&apos;t be published yet</source>
        <translation>暂时无法发布</translation>
    </message>
    <message>
        <source>Enter goes to the place.</source>
        <translation>按 Enter 转到对应位置。</translation>
    </message>
    <message>
        <source>Go to the first</source>
        <translation>转到第一处</translation>
    </message>
    <message>
        <source>Publish {0}, version {1}?</source>
        <translation>发布 {0}，版本 {1}？</translation>
    </message>
    <message>
        <source>From then on it can be graded with, and can&apos;t be changed any more: what comes later is another version. Reviews that are under way keep theirs.</source>
        <translation>发布后即可用于评分，且不能再修改；今后的改动需另建版本。进行中的质检保留原版本。</translation>
    </message>
    <message>
        <source>What changes: {0}</source>
        <translation>改动内容：{0}</translation>
    </message>
    <message>
        <source>On past reviews</source>
        <translation>对过往质检的影响</translation>
    </message>
    <message>
        <source>The first version</source>
        <translation>首个版本</translation>
    </message>
    <message>
        <source>Hints: {0}</source>
        <translation>提示：{0}</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>What changed and why</source>
        <translation>改动内容及原因</translation>
    </message>
    <message>
        <source>Stays with the version for ever</source>
        <translation>将永久随此版本保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Interactions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Rubrics</source>
        <translation>评分表</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>ReasonButton</name>
    <message>
        <source>Reason…</source>
        <translation>原因…</translation>
    </message>
    <message>
        <source>Reason: {0}</source>
        <translation>原因：{0}</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Leave out</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>On leave until Monday</source>
        <translation>休假至周一</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave out {0}?</source>
        <translation>排除 {0}？</translation>
    </message>
    <message>
        <source>Nothing from this person counts in this session. The reason stands in the signed closing, for everybody to read. Until then it can be taken back.</source>
        <translation>此人的任何提交都不计入本次校准。理由写在签署的截止清单中，所有人都能看到。截止前可以撤销。</translation>
    </message>
</context>
<context>
    <name>RecorderOffer</name>
    <message>
        <source>Use it for later imports</source>
        <translation>用于后续导入</translation>
    </message>
    <message numerus="yes">
        <source>…and for %n not graded yet</source>
        <translation>
            <numerusform>并用于 %n 条尚未评分的</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Swapped for this recording. All others named like {0}:</source>
        <translation>已互换此录音的坐席与客户声道。其他命名如 {0} 的录音：</translation>
    </message>
    <message>
        <source>on the right</source>
        <translation>右声道</translation>
    </message>
    <message>
        <source>on the left</source>
        <translation>左声道</translation>
    </message>
    <message>
        <source>Later imports named like {0} have the agent {1}.</source>
        <translation>后续导入中命名如 {0} 的录音，坐席在{1}。</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) were changed.</source>
        <translation>
            <numerusform>已更改 %n 条录音。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReminderLine</name>
    <message>
        <source>Due since {0}: does this rubric still fit?</source>
        <translation>已于 {0} 到期：此评分表是否仍然适用？</translation>
    </message>
    <message>
        <source>To be looked at again by {0}</source>
        <translation>应于 {0} 前复查</translation>
    </message>
    <message>
        <source>owner: {0}</source>
        <translation>负责人：{0}</translation>
    </message>
    <message>
        <source>last found fitting {0} by {1}</source>
        <translation>{1} 最近一次于 {0} 确认仍然适用</translation>
    </message>
    <message>
        <source>Still fits</source>
        <translation>仍然适用</translation>
    </message>
    <message>
        <source>Notes that somebody looked today and found that it still fits.</source>
        <translation>记录今天已有人查看，并确认仍然适用。</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Calibration report</source>
        <translation>校准报告</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>双语</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Names instead of letters</source>
        <translation>显示姓名而非字母代号</translation>
    </message>
    <message>
        <source>In the report and in the data</source>
        <translation>报告和数据中均如此</translation>
    </message>
    <message>
        <source>Making the report</source>
        <translation>正在生成报告</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>另存为 PDF…</translation>
    </message>
    <message>
        <source>Save the data</source>
        <translation>保存数据</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Workbook (XLSX)…</source>
        <translation>工作簿（XLSX）…</translation>
    </message>
    <message>
        <source>Tables with a description (CSV in a ZIP)…</source>
        <translation>带说明的数据表（ZIP 中的 CSV）…</translation>
    </message>
    <message>
        <source>All ratings in one table (CSV)…</source>
        <translation>全部评分合成一张表（CSV）…</translation>
    </message>
    <message>
        <source>Everything for programs (JSON)…</source>
        <translation>供程序使用的全部内容（JSON）…</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>已保存 {0}</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
</context>
<context>
    <name>ResultTables</name>
    <message>
        <source>Item, most divided first</source>
        <translation>评分项（分歧最大的在前）</translation>
    </message>
    <message>
        <source>Agreement, 95 % interval</source>
        <translation>一致性，95% 区间</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s alpha; the dotted line is the target of {0}.</source>
        <translation>Krippendorff α；虚线为目标 {0}。</translation>
    </message>
    <message>
        <source>{0} % of all disagreement</source>
        <translation>占全部分歧的 {0}%</translation>
    </message>
    <message>
        <source>There is a ruling about it.</source>
        <translation>已有相关裁定。</translation>
    </message>
    <message>
        <source>To settle in the meeting.</source>
        <translation>需在会议上统一。</translation>
    </message>
    <message>
        <source>Section and form</source>
        <translation>分组与总分</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>接近</translation>
    </message>
    <message>
        <source>How many pairs of scores lie within the target&apos;s points of each other; of outcomes, how many pairs are the same.</source>
        <translation>有多少对分数相差在目标分值以内；对于结果，则为有多少对相同。</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>质检员</translation>
    </message>
    <message>
        <source>Above the reference, points</source>
        <translation>高于参考评分（分）</translation>
    </message>
    <message>
        <source>Above the others, points</source>
        <translation>高于其他人（分）</translation>
    </message>
    <message>
        <source>Bias: the mean difference of the scores; below zero is stricter. The dotted line is zero.</source>
        <translation>偏差：分数差的平均值；小于零表示更严。虚线为零。</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>离散</translation>
    </message>
    <message>
        <source>The standard deviation of those differences.</source>
        <translation>这些差值的标准差。</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>偏离</translation>
    </message>
    <message>
        <source>The mean absolute deviation from the reference, in points.</source>
        <translation>与参考评分的平均绝对偏差（分）。</translation>
    </message>
    <message>
        <source>Severity, points</source>
        <translation>严格度（分）</translation>
    </message>
    <message>
        <source>By how many points the scores are lower than the team&apos;s, whichever interactions were graded; above zero is stricter.</source>
        <translation>排除所评会话不同的影响后，分数比团队低多少；大于零表示更严。</translation>
    </message>
    <message>
        <source>Same answers</source>
        <translation>答案相同</translation>
    </message>
    <message>
        <source>The share of answers that are the reference&apos;s, or the others&apos;.</source>
        <translation>与参考评分（或其他人）相同的答案所占比例。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Differs most at: {0}</source>
        <translation>差异最大处：{0}</translation>
    </message>
    <message>
        <source>What the meeting agreed on</source>
        <translation>会议商定的答案</translation>
    </message>
    <message>
        <source>The reference review</source>
        <translation>参考评分</translation>
    </message>
    <message>
        <source>Ref.</source>
        <translation>参考</translation>
    </message>
</context>
<context>
    <name>ResultsHeader</name>
    <message>
        <source>{0} v{1}</source>
        <translation>{0} v{1}</translation>
    </message>
    <message>
        <source>{0} of {1} verified</source>
        <translation>{0}/{1} 份已验证</translation>
    </message>
    <message>
        <source>Submissions whose signature fits, and that the closing counts: this program opened and checked each.</source>
        <translation>签名相符且计入截止清单的提交：本程序逐份打开并检查过。</translation>
    </message>
    <message>
        <source>Anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>Names shown</source>
        <translation>已显示姓名</translation>
    </message>
    <message>
        <source>Letters instead of names, in another order in each session. A click shows the names.</source>
        <translation>以字母代替姓名，每次校准的顺序都不同。点击可显示姓名。</translation>
    </message>
    <message>
        <source>A click hides the names again.</source>
        <translation>点击可再次隐藏姓名。</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Back to calibration</source>
        <translation>返回校准</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Open meeting view</source>
        <translation>打开会议视图</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>The item, everywhere</source>
        <translation>整个评分项</translation>
    </message>
    <message>
        <source>Back to the first reference</source>
        <translation>恢复最初的参考评分</translation>
    </message>
    <message>
        <source>Make the agreed answers the reference</source>
        <translation>将商定答案设为参考评分</translation>
    </message>
    <message>
        <source>All interactions</source>
        <translation>全部会话</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>评分项</translation>
    </message>
    <message>
        <source>Sections and form</source>
        <translation>分组与总分</translation>
    </message>
    <message>
        <source>Reviewers</source>
        <translation>质检员</translation>
    </message>
    <message>
        <source>Which interactions are shown</source>
        <translation>显示哪些会话</translation>
    </message>
    <message>
        <source>◥ and bold: differs from the reference or from most</source>
        <translation>◥ 加粗：与参考评分或多数人不同</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Counting the agreement…</source>
        <translation>正在计算一致性…</translation>
    </message>
</context>
<context>
    <name>RetiredDialog</name>
    <message>
        <source>Retired rubrics</source>
        <translation>已停用的评分表</translation>
    </message>
    <message>
        <source>No retired rubric</source>
        <translation>没有已停用的评分表</translation>
    </message>
    <message>
        <source>Rubrics of which every version was retired stand here.</source>
        <translation>所有版本均已停用的评分表会列在这里。</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Rubric</source>
        <translation>评分表</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>停用时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>停用人</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>None of these</source>
        <translation>均无</translation>
    </message>
    <message>
        <source>key {0}</source>
        <translation>按键 {0}</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>减少</translation>
    </message>
    <message>
        <source>More</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>Mark anew</source>
        <translation>重新标记</translation>
    </message>
    <message>
        <source>From here</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>From {0}</source>
        <translation>起 {0}</translation>
    </message>
    <message>
        <source>To here</source>
        <translation>终点</translation>
    </message>
    <message>
        <source>To {0}</source>
        <translation>止 {0}</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>≤ {0}: {1} %</source>
        <translation>≤{0}：{1}%</translation>
    </message>
    <message>
        <source>more: {0} %</source>
        <translation>超过：{0}%</translation>
    </message>
    <message>
        <source>Deduction</source>
        <translation>扣分</translation>
    </message>
    <message>
        <source>Praise</source>
        <translation>表扬</translation>
    </message>
    <message>
        <source>Coaching</source>
        <translation>辅导</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>疑问</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>坐席</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>机器人</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待回复</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>User {0}</source>
        <translation>用户 {0}</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation>受理人</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>请求人</translation>
    </message>
    <message>
        <source>Submitter</source>
        <translation>提交人</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>受理组</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Opened again with a note</source>
        <translation>备注并重新打开</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>已暂缓</translation>
    </message>
    <message>
        <source>Woken</source>
        <translation>恢复处理</translation>
    </message>
    <message>
        <source>Joined</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评价</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>通话</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>在线会话</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
    <message>
        <source>{0} min {1} s</source>
        <translation>{0} 分 {1} 秒</translation>
    </message>
    <message>
        <source>{0} d {1} h</source>
        <translation>{0} 天 {1} 小时</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} 小时 {1} 分</translation>
    </message>
    <message>
        <source>Turn {0}</source>
        <translation>第 {0} 条</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>全程</translation>
    </message>
    <message>
        <source>“{0}” → {1}</source>
        <translation>“{0}” → {1}</translation>
    </message>
    <message>
        <source>“{0}” → N/A</source>
        <translation>“{0}” → 不适用</translation>
    </message>
    <message>
        <source>Cleared “{0}”</source>
        <translation>清除“{0}”的答案</translation>
    </message>
    <message>
        <source>Reason of “{0}”</source>
        <translation>“{0}”的原因</translation>
    </message>
    <message>
        <source>Comment on “{0}”</source>
        <translation>“{0}”的评语</translation>
    </message>
    <message>
        <source>Answer to “{0}”</source>
        <translation>“{0}”的评分</translation>
    </message>
    <message>
        <source>Graded agent: {0}</source>
        <translation>评分对象：{0}</translation>
    </message>
    <message>
        <source>Quotation {0}</source>
        <translation>引文 {0}</translation>
    </message>
    <message>
        <source>Kind of comment {0}</source>
        <translation>批注 {0} 的类型</translation>
    </message>
    <message>
        <source>Item of comment {0}</source>
        <translation>批注 {0} 的关联项</translation>
    </message>
    <message>
        <source>Place of comment {0}</source>
        <translation>批注 {0} 的位置</translation>
    </message>
    <message>
        <source>Comment {0}</source>
        <translation>批注 {0}</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>加减分</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>总评</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Corrected words</source>
        <translation>更正文字</translation>
    </message>
    <message>
        <source>Who says what</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>Kind of a comment</source>
        <translation>修改批注类型</translation>
    </message>
    <message>
        <source>Item of a comment</source>
        <translation>修改批注关联项</translation>
    </message>
    <message>
        <source>Comment deleted</source>
        <translation>删除批注</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Place of a comment</source>
        <translation>批注的位置</translation>
    </message>
    <message>
        <source>Import of comments</source>
        <translation>导入批注</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>上一步操作</translation>
    </message>
    <message>
        <source>Put it at the playhead</source>
        <translation>移到播放位置</translation>
    </message>
    <message>
        <source>Put it on the current turn</source>
        <translation>移到当前消息</translation>
    </message>
    <message>
        <source>Put it on the marked range</source>
        <translation>移到标记的区间</translation>
    </message>
    <message>
        <source>Put it on the selected words</source>
        <translation>移到选中的文字</translation>
    </message>
    <message>
        <source>Make it a moment</source>
        <translation>改为时间点</translation>
    </message>
    <message>
        <source>Put it on the whole</source>
        <translation>改为针对整体</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>Calibration · {0}</source>
        <translation>校准 · {0}</translation>
    </message>
    <message>
        <source>{0} · {1} ({2} of {3})</source>
        <translation>{0} · {1}（第 {2} 个，共 {3} 个）</translation>
    </message>
    <message>
        <source>The session was closed before you submitted</source>
        <translation>您提交之前校准已截止</translation>
    </message>
    <message>
        <source>Submitted too late to be sealed</source>
        <translation>提交过晚，未能密封</translation>
    </message>
    <message>
        <source>Submitted, not sealed yet</source>
        <translation>已提交，尚未密封</translation>
    </message>
    <message>
        <source>Sealed {0}; the session is closed</source>
        <translation>{0} 已密封；校准已截止</translation>
    </message>
    <message>
        <source>Sealed {0}, waiting to be handed on</source>
        <translation>{0} 已密封，等待转交</translation>
    </message>
    <message>
        <source>Sealed {0}, waiting for the share</source>
        <translation>{0} 已密封，等待共享文件夹</translation>
    </message>
    <message>
        <source>Sealed {0} and handed in</source>
        <translation>{0} 已密封并递交</translation>
    </message>
    <message>
        <source>How the others graded this is in the session&apos;s results.</source>
        <translation>其他人的评分见本次校准的结果。</translation>
    </message>
    <message>
        <source>Graded blind: earlier reviews are not shown until the session is revealed.</source>
        <translation>盲评中：揭晓之前不显示以往的评分。</translation>
    </message>
    <message>
        <source>Everybody in this session grades the same words: they can&apos;t be changed here.</source>
        <translation>参加校准的人评的是同一份文字，此处不能修改。</translation>
    </message>
    <message>
        <source>This is the last one of the session.</source>
        <translation>这是本次校准的最后一个。</translation>
    </message>
    <message>
        <source>This is the first one of the session.</source>
        <translation>这是本次校准的第一个。</translation>
    </message>
    <message>
        <source>Day {0}</source>
        <translation>第 {0} 天</translation>
    </message>
</context>
<context>
    <name>ReviewHeader</name>
    <message>
        <source>Agent {0}</source>
        <translation>坐席 {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Submitted {0} by {1}</source>
        <translation>{1} 于 {0} 提交</translation>
    </message>
    <message>
        <source>Submitted · rev. {0}</source>
        <translation>已提交 · 第 {0} 版</translation>
    </message>
    <message>
        <source>Draft of {0}</source>
        <translation>{0} 的草稿</translation>
    </message>
    <message>
        <source>Correction · rev. {0}</source>
        <translation>更正中 · 第 {0} 版</translation>
    </message>
    <message>
        <source>Standard weights</source>
        <translation>标准权重</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Help and keys</source>
        <translation>帮助与快捷键</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>How the sections weigh</source>
        <translation>各维度的权重方案</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>质检</translation>
    </message>
</context>
<context>
    <name>ReviewWindow</name>
    <message>
        <source>{0} – QA Desktop</source>
        <translation>{0} – QA Desktop</translation>
    </message>
</context>
<context>
    <name>ReviseDialog</name>
    <message>
        <source>Change the session</source>
        <translation>更改本次校准</translation>
    </message>
    <message>
        <source>With a deadline</source>
        <translation>设截止时间</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>A new invitation goes out that names the one before it. What was handed in already still counts. Nobody can be taken out, but left out of the count.</source>
        <translation>将发出一份新的邀请，并注明前一份。已经提交的仍然有效。参与者不能移除，只能不计入统计。</translation>
    </message>
    <message>
        <source>Invite besides</source>
        <translation>另外邀请</translation>
    </message>
    <message>
        <source>Everybody whose code was compared takes part already.</source>
        <translation>核对过代码的人都已参与。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Send the change</source>
        <translation>发出更改</translation>
    </message>
</context>
<context>
    <name>RubricChooser</name>
    <message>
        <source>No rubric fits</source>
        <translation>没有适用的评分表</translation>
    </message>
    <message>
        <source>Choose a rubric</source>
        <translation>选择评分表</translation>
    </message>
    <message>
        <source>Import or publish a rubric for this kind of interaction, then grade it here.</source>
        <translation>请先导入或发布适用于此类会话的评分表，然后在这里评分。</translation>
    </message>
    <message>
        <source>The review keeps the rubric that it begins with. Enter takes the first.</source>
        <translation>质检记录将一直使用开始时选定的评分表。按 Enter 使用第一个。</translation>
    </message>
    <message>
        <source>as last time</source>
        <translation>上次使用</translation>
    </message>
    <message>
        <source>Open the rubrics</source>
        <translation>打开评分表库</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RubricDiff</name>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{0}: {1} → {2}</source>
        <translation>{0}：{1} → {2}</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>本次</translation>
    </message>
    <message>
        <source>Share of the whole form</source>
        <translation>占全表比例</translation>
    </message>
</context>
<context>
    <name>RubricEditing</name>
    <message>
        <source>Draft discarded</source>
        <translation>草稿已放弃</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>RubricEditor</name>
    <message>
        <source>Its texts in {0} are gone. {1} brings them back.</source>
        <translation>其中的{0}文字已移除，按 {1} 可恢复。</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) to write.</source>
        <translation>
            <numerusform>还有 %n 处文字要写。</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} leads from one to the next.</source>
        <translation>按 {0} 逐个前往。</translation>
    </message>
    <message>
        <source>Saved as an example</source>
        <translation>已保存为示例</translation>
    </message>
    <message>
        <source>Deleted. {0} brings it back.</source>
        <translation>已删除。按 {0} 可恢复。</translation>
    </message>
    <message>
        <source>Nothing is left to translate.</source>
        <translation>没有需要翻译的内容了。</translation>
    </message>
    <message>
        <source>A scale</source>
        <translation>量表</translation>
    </message>
    <message>
        <source>One of several</source>
        <translation>单选</translation>
    </message>
    <message>
        <source>Any of several</source>
        <translation>多选</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>计分</translation>
    </message>
    <message>
        <source>A measured value</source>
        <translation>测量值</translation>
    </message>
    <message>
        <source>A note, not scored</source>
        <translation>文字记录，不计分</translation>
    </message>
    <message>
        <source>Most points</source>
        <translation>满分</translation>
    </message>
    <message>
        <source>In steps of</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>Answered with</source>
        <translation>作答方式</translation>
    </message>
    <message>
        <source>From</source>
        <translation>最低分</translation>
    </message>
    <message>
        <source>To</source>
        <translation>最高分</translation>
    </message>
    <message>
        <source>The lowest value earns</source>
        <translation>选最低分时</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>不得分</translation>
    </message>
    <message>
        <source>its part of the highest</source>
        <translation>按占最高分的比例得分</translation>
    </message>
    <message>
        <source>What {0} means</source>
        <translation>{0} 的含义</translation>
    </message>
    <message>
        <source>What the values mean</source>
        <translation>各分值的含义</translation>
    </message>
    <message>
        <source>The scores of those that are chosen add up, from 0 to 1.</source>
        <translation>所选各项的得分相加，在 0 到 1 之间。</translation>
    </message>
    <message>
        <source>1 is full marks, 0 is none.</source>
        <translation>1 为满分，0 为不得分。</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Add answer</source>
        <translation>添加答案</translation>
    </message>
    <message>
        <source>What a value is worth</source>
        <translation>测量值对应的得分</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>不超过</translation>
    </message>
    <message>
        <source>Add step</source>
        <translation>添加区间</translation>
    </message>
    <message>
        <source>The last one has no limit: it takes all that is left.</source>
        <translation>最后一个区间没有上限，包含其余所有值。</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Measured from</source>
        <translation>起算点</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>The text can&apos;t be read as YAML.</source>
        <translation>文本无法按 YAML 解析。</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s) to mend before publishing</source>
        <translation>
            <numerusform>发布前须改正 %n 处错误</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready to be published</source>
        <translation>可以发布</translation>
    </message>
    <message>
        <source>It comes out as expected: {0}</source>
        <translation>结果与预期一致：{0}</translation>
    </message>
    <message>
        <source>{0} is missing</source>
        <translation>缺少{0}</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>What should come out</source>
        <translation>预期结果</translation>
    </message>
    <message>
        <source>What was answered</source>
        <translation>作答内容</translation>
    </message>
    <message>
        <source>What each section should come to</source>
        <translation>各维度的预期得分</translation>
    </message>
    <message>
        <source>anything</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>It is run once the rubric has no errors.</source>
        <translation>评分表没有错误后才会运行。</translation>
    </message>
    <message>
        <source>Expect what comes out</source>
        <translation>以实际结果为预期</translation>
    </message>
    <message>
        <source>It comes out as {0}</source>
        <translation>实际结果为 {0}</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>评分项</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>未作答</translation>
    </message>
    <message>
        <source>N/A</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>“{0}” is not in the rubric any more.</source>
        <translation>“{0}”已不在评分表中。</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Rubric without a title</source>
        <translation>未命名的评分表</translation>
    </message>
    <message>
        <source>v{0} draft</source>
        <translation>v{0} 草稿</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>已保存 {0}</translation>
    </message>
    <message>
        <source>Rubrics</source>
        <translation>评分表</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Show the ids</source>
        <translation>显示标识</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>发布…</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Veto</source>
        <translation>一票否决</translation>
    </message>
    <message>
        <source>Asked only if</source>
        <translation>仅在以下情况询问</translation>
    </message>
    <message>
        <source>Reasons for lost points</source>
        <translation>失分原因</translation>
    </message>
    <message>
        <source>Abilities it shows</source>
        <translation>体现的能力</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>措辞</translation>
    </message>
    <message>
        <source>Guidance for reviewers</source>
        <translation>评分指引</translation>
    </message>
    <message>
        <source>Its points are its weight: {0}.</source>
        <translation>分值即权重：{0}。</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>An error here is critical to</source>
        <translation>此处出错属于关键差错</translation>
    </message>
    <message>
        <source>the customer</source>
        <translation>客户关键</translation>
    </message>
    <message>
        <source>the business</source>
        <translation>业务关键</translation>
    </message>
    <message>
        <source>compliance</source>
        <translation>合规关键</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>非关键</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Add reason</source>
        <translation>添加原因</translation>
    </message>
    <message>
        <source>The rubric names no abilities yet: see Abilities.</source>
        <translation>评分表尚未设置能力，请先到“能力”中添加。</translation>
    </message>
    <message>
        <source>A bonus or deduction in points of the whole score, or a lift of the grade.</source>
        <translation>对总分加分或扣分，或提升等级。</translation>
    </message>
    <message>
        <source>Add adjustment</source>
        <translation>添加加减分</translation>
    </message>
    <message>
        <source>All bonuses together at most</source>
        <translation>加分合计上限</translation>
    </message>
    <message>
        <source>Grades up</source>
        <translation>提升级数</translation>
    </message>
    <message>
        <source>Points each time</source>
        <translation>每次分值</translation>
    </message>
    <message>
        <source>At most … times</source>
        <translation>最多次数</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>加减分</translation>
    </message>
    <message>
        <source>Delete this adjustment</source>
        <translation>删除此加减分</translation>
    </message>
    <message>
        <source>Bonus</source>
        <translation>加分</translation>
    </message>
    <message>
        <source>Deduction</source>
        <translation>扣分</translation>
    </message>
    <message>
        <source>Lift of the grade</source>
        <translation>提升等级</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Ability</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>Add ability</source>
        <translation>添加能力</translation>
    </message>
    <message>
        <source>Such as product knowledge or empathy. Each item says which of them it shows.</source>
        <translation>例如业务知识、同理心。每个评分项可注明体现哪些能力。</translation>
    </message>
    <message>
        <source>Other weights of the sections for a kind of contact or a time.</source>
        <translation>针对某类会话或某段时间，使用另外的维度权重。</translation>
    </message>
    <message>
        <source>Add scenario</source>
        <translation>添加场景</translation>
    </message>
    <message>
        <source>Answers with the score they should give. They are run before the rubric is published. Grade the preview, then save it as an example.</source>
        <translation>一组答案及其应得的得分，发布前会运行。请在预览中试评，再保存为示例。</translation>
    </message>
    <message>
        <source>Save the preview as an example</source>
        <translation>将预览保存为示例</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>No words yet</source>
        <translation>尚无文字</translation>
    </message>
    <message>
        <source>Rubric</source>
        <translation>评分表</translation>
    </message>
    <message>
        <source>Scoring and grades</source>
        <translation>计分与等级</translation>
    </message>
    <message>
        <source>Adjustments</source>
        <translation>加减分</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Abilities</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>维度</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>示例</translation>
    </message>
    <message numerus="yes">
        <source>%n translation(s) missing</source>
        <translation>
            <numerusform>缺少 %n 处翻译</numerusform>
        </translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
    <message>
        <source>New item</source>
        <translation>新建评分项</translation>
    </message>
    <message>
        <source>New section</source>
        <translation>新建维度</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>{0} of the form</source>
        <translation>占全表 {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 处错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n 条提示</numerusform>
        </translation>
    </message>
    <message>
        <source>Language of the preview</source>
        <translation>预览语言</translation>
    </message>
    <message>
        <source>Clear all answers of the preview</source>
        <translation>清除预览中的全部答案</translation>
    </message>
    <message>
        <source>Save example</source>
        <translation>保存示例</translation>
    </message>
    <message>
        <source>As it was before the errors. Mend them to see it as it is.</source>
        <translation>显示的是出错前的内容。改正错误后即可看到当前内容。</translation>
    </message>
    <message>
        <source>The form appears here when it has a section with an item.</source>
        <translation>至少有一个维度和一个评分项后，表单才会显示在这里。</translation>
    </message>
    <message>
        <source>No scenario</source>
        <translation>无场景</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>在线会话</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>工单</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Every text must be there in each of these languages.</source>
        <translation>所有文字都必须具备以上每种语言。</translation>
    </message>
    <message>
        <source>Version and time</source>
        <translation>版本与时间</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>In force from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>To be reviewed</source>
        <translation>复查周期</translation>
    </message>
    <message>
        <source>No reminder</source>
        <translation>不提醒</translation>
    </message>
    <message>
        <source>Who is reminded</source>
        <translation>提醒对象</translation>
    </message>
    <message>
        <source>every month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>every quarter</source>
        <translation>每季度</translation>
    </message>
    <message>
        <source>every half year</source>
        <translation>每半年</translation>
    </message>
    <message>
        <source>every year</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Grades</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>How items add up</source>
        <translation>汇总方式</translation>
    </message>
    <message>
        <source>Sections by their weights</source>
        <translation>按维度加权</translation>
    </message>
    <message>
        <source>All items by their weights</source>
        <translation>按评分项加权</translation>
    </message>
    <message>
        <source>Points times the section&apos;s weight</source>
        <translation>得分乘以维度权重</translation>
    </message>
    <message>
        <source>Pass mark</source>
        <translation>合格线</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>小数位数</translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation>最低得分</translation>
    </message>
    <message>
        <source>The weight of an item left out</source>
        <translation>未计入项的权重</translation>
    </message>
    <message>
        <source>goes to its section&apos;s other items</source>
        <translation>由本维度其他项分担</translation>
    </message>
    <message>
        <source>leaves the form</source>
        <translation>从全表中去掉</translation>
    </message>
    <message>
        <source>limited</source>
        <translation>有限制</translation>
    </message>
    <message>
        <source>a bonus may pass it</source>
        <translation>加分可以超过</translation>
    </message>
    <message>
        <source>Highest score</source>
        <translation>最高得分</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限值</translation>
    </message>
    <message>
        <source>is left out</source>
        <translation>不计入</translation>
    </message>
    <message>
        <source>counts as full marks</source>
        <translation>按满分计</translation>
    </message>
    <message>
        <source>counts as a set score</source>
        <translation>按指定分计</translation>
    </message>
    <message>
        <source>“Not applicable”</source>
        <translation>“不适用”</translation>
    </message>
    <message>
        <source>can&apos;t be chosen</source>
        <translation>不得选择</translation>
    </message>
    <message>
        <source>as the rubric has it</source>
        <translation>按评分表的规定</translation>
    </message>
    <message>
        <source>Counts as (0 to 1)</source>
        <translation>计为（0 到 1）</translation>
    </message>
    <message>
        <source>With this way of adding up, sections have no weights.</source>
        <translation>采用这种汇总方式时，维度没有权重。</translation>
    </message>
    <message>
        <source>The sections&apos; weights add up to {0}.</source>
        <translation>各维度权重合计 {0}。</translation>
    </message>
    <message>
        <source>Make them add up to 100</source>
        <translation>调整为合计 100</translation>
    </message>
    <message>
        <source>Add grade</source>
        <translation>添加等级</translation>
    </message>
    <message>
        <source>Each grade holds from its score up to the next; the lowest from 0.</source>
        <translation>每个等级从其最低分起，到高一级的最低分之前为止；最低等级从 0 起。</translation>
    </message>
    <message>
        <source>A comment</source>
        <translation>评语</translation>
    </message>
    <message>
        <source>is always required</source>
        <translation>始终必填</translation>
    </message>
    <message>
        <source>is required below a score</source>
        <translation>低于指定得分时必填</translation>
    </message>
    <message>
        <source>can&apos;t be written</source>
        <translation>不可填写</translation>
    </message>
    <message>
        <source>may be written</source>
        <translation>可以填写</translation>
    </message>
    <message>
        <source>Below (0 to 1)</source>
        <translation>低于（0 到 1）</translation>
    </message>
    <message>
        <source>Answers that veto</source>
        <translation>触发否决的答案</translation>
    </message>
    <message>
        <source>It acts on</source>
        <translation>作用范围</translation>
    </message>
    <message>
        <source>the whole form</source>
        <translation>全表</translation>
    </message>
    <message>
        <source>its section</source>
        <translation>本维度</translation>
    </message>
    <message>
        <source>the item alone</source>
        <translation>仅本项</translation>
    </message>
    <message>
        <source>and</source>
        <translation>效果</translation>
    </message>
    <message>
        <source>sets the score to 0</source>
        <translation>计零</translation>
    </message>
    <message>
        <source>limits the score</source>
        <translation>设置得分上限</translation>
    </message>
    <message>
        <source>fails it, the score stays</source>
        <translation>判为不合格，保留得分</translation>
    </message>
    <message>
        <source>to</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>from how many vetoes on</source>
        <translation>触发几项才生效</translation>
    </message>
    <message>
        <source>Remove the veto</source>
        <translation>取消一票否决</translation>
    </message>
    <message>
        <source>No answer of this item vetoes.</source>
        <translation>此评分项没有触发否决的答案。</translation>
    </message>
    <message>
        <source>Add a veto</source>
        <translation>添加一票否决</translation>
    </message>
    <message>
        <source>Always asked</source>
        <translation>始终询问</translation>
    </message>
    <message>
        <source>Another item</source>
        <translation>另一评分项</translation>
    </message>
    <message>
        <source>was answered with</source>
        <translation>答案为</translation>
    </message>
    <message>
        <source>A contact with one of these tags gets this scenario by itself.</source>
        <translation>带有其中任一标签的会话会自动匹配此场景。</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Weights in this scenario</source>
        <translation>此场景中的权重</translation>
    </message>
    <message>
        <source>Give a weight to the sections that matter more here; the others share what is left.</source>
        <translation>为此场景中更重要的维度设置权重；其余维度按比例分配剩下的部分。</translation>
    </message>
    <message>
        <source>→ {0} of the form</source>
        <translation>→ 占全表 {0}</translation>
    </message>
    <message>
        <source>not scored</source>
        <translation>不计分</translation>
    </message>
    <message>
        <source>The items&apos; weights add up to {0}.</source>
        <translation>各评分项权重合计 {0}。</translation>
    </message>
    <message>
        <source>Add item</source>
        <translation>添加评分项</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>评分项</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>YAML</source>
        <translation>YAML</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Weights to 100</source>
        <translation>权重调为 100</translation>
    </message>
    <message>
        <source>Kind of answer</source>
        <translation>作答方式</translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation>文件文本</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>Move {0} up</source>
        <translation>上移“{0}”</translation>
    </message>
    <message>
        <source>Move {0} down</source>
        <translation>下移“{0}”</translation>
    </message>
    <message>
        <source>Delete {0}</source>
        <translation>删除“{0}”</translation>
    </message>
    <message>
        <source>The rubric&apos;s file as text</source>
        <translation>评分表的文件文本</translation>
    </message>
</context>
<context>
    <name>RubricForm</name>
    <message>
        <source>weight {0}</source>
        <translation>权重 {0}</translation>
    </message>
    <message>
        <source>N/A</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>0 to {0} points, in steps of {1}</source>
        <translation>0 至 {0} 分，步长 {1}</translation>
    </message>
    <message>
        <source>Free text</source>
        <translation>自由填写</translation>
    </message>
    <message>
        <source>Comment required</source>
        <translation>必须填写备注</translation>
    </message>
    <message>
        <source>Comment required below {0}</source>
        <translation>低于 {0} 必须填写备注</translation>
    </message>
    <message>
        <source>Reasons: {0}</source>
        <translation>原因：{0}</translation>
    </message>
    <message>
        <source>Asked only after “{0}”</source>
        <translation>仅在“{0}”之后询问</translation>
    </message>
    <message>
        <source>When answered: {0}</source>
        <translation>触发答案：{0}</translation>
    </message>
    <message>
        <source>more</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Veto: item</source>
        <translation>一票否决：本项</translation>
    </message>
    <message>
        <source>Veto: section</source>
        <translation>一票否决：本维度</translation>
    </message>
    <message>
        <source>Veto: whole form</source>
        <translation>一票否决：全表</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>计零</translation>
    </message>
    <message>
        <source>at most {0}</source>
        <translation>最高 {0}</translation>
    </message>
    <message>
        <source>fails, keeps score</source>
        <translation>不合格，保留得分</translation>
    </message>
</context>
<context>
    <name>RubricMenu</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>Rubrics</name>
    <message>
        <source>since {0}</source>
        <translation>{0}起</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>通话</translation>
    </message>
    <message>
        <source>chats</source>
        <translation>在线会话</translation>
    </message>
    <message>
        <source>tickets</source>
        <translation>工单</translation>
    </message>
</context>
<context>
    <name>RubricsPage</name>
    <message>
        <source>Rubrics</source>
        <translation>评分表</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Start from a shipped rubric…</source>
        <translation>从内置评分表开始…</translation>
    </message>
    <message>
        <source>Retired rubrics…</source>
        <translation>已停用的评分表…</translation>
    </message>
    <message>
        <source>New rubric…</source>
        <translation>新建评分表…</translation>
    </message>
    <message>
        <source>Edit as new version</source>
        <translation>编辑为新版本</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>No new review can use it; reviews that were made with it keep it.</source>
        <translation>新的质检不能再使用它；已用它完成的质检不受影响。</translation>
    </message>
    <message>
        <source>Published rubrics</source>
        <translation>已发布的评分表</translation>
    </message>
    <message>
        <source>No rubric yet</source>
        <translation>还没有评分表</translation>
    </message>
    <message>
        <source>A rubric is a file with the sections, items and weights to grade by.</source>
        <translation>评分表是一个文件，包含评分所用的维度、评分项和权重。</translation>
    </message>
</context>
<context>
    <name>RulingBox</name>
    <message>
        <source>not decided yet</source>
        <translation>尚未决定</translation>
    </message>
    <message>
        <source>proposed</source>
        <translation>已提议</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>已决定</translation>
    </message>
    <message>
        <source>Save ruling</source>
        <translation>保存裁定</translation>
    </message>
    <message>
        <source>Save change</source>
        <translation>保存修改</translation>
    </message>
    <message>
        <source>Propose as guidance…</source>
        <translation>提议写入说明…</translation>
    </message>
    <message>
        <source>Propose as guidance for v{0}…</source>
        <translation>提议写入 v{0} 的说明…</translation>
    </message>
    <message>
        <source>Precedents ({0})</source>
        <translation>先例（{0}）</translation>
    </message>
    <message>
        <source>Ruling</source>
        <translation>裁定</translation>
    </message>
    <message>
        <source>What was decided, in a sentence…</source>
        <translation>用一句话写下决定…</translation>
    </message>
    <message>
        <source>What the ruling is about</source>
        <translation>裁定的对象</translation>
    </message>
    <message>
        <source>Agreed answer</source>
        <translation>商定答案</translation>
    </message>
    <message>
        <source>Tags, with commas between</source>
        <translation>标签，用逗号分隔</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
</context>
<context>
    <name>RulingCard</name>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>proposed as guidance</source>
        <translation>已提议写入说明</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>所属校准</translation>
    </message>
    <message>
        <source>Agreed answer: {0}</source>
        <translation>商定答案：{0}</translation>
    </message>
    <message>
        <source>Agreed answer on one interaction of the session: {0}</source>
        <translation>对该次校准中一个会话的商定答案：{0}</translation>
    </message>
    <message>
        <source>{0} v{1} · {2} · {3}</source>
        <translation>{0} v{1} · {2} · {3}</translation>
    </message>
    <message>
        <source>made</source>
        <translation>作出</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>brought back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>taken out of the draft again</source>
        <translation>已从草稿中取出</translation>
    </message>
    <message>
        <source>{0} · {1} · {2}</source>
        <translation>{0} · {1} · {2}</translation>
    </message>
</context>
<context>
    <name>RulingsView</name>
    <message>
        <source>All rubrics</source>
        <translation>全部评分表</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>全部标签</translation>
    </message>
    <message numerus="yes">
        <source>%n ruling(s)</source>
        <translation>
            <numerusform>%n 条裁定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more: search for them</source>
        <translation>
            <numerusform>还有 %n 条，请搜索</numerusform>
        </translation>
    </message>
    <message>
        <source>Ruling withdrawn</source>
        <translation>裁定已撤回</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Precedents</source>
        <translation>先例</translation>
    </message>
    <message>
        <source>Items that stay unclear</source>
        <translation>仍不清楚的评分项</translation>
    </message>
    <message>
        <source>Search rulings</source>
        <translation>搜索裁定</translation>
    </message>
    <message>
        <source>Rubric</source>
        <translation>评分表</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Withdrawn ones too</source>
        <translation>包括已撤回的</translation>
    </message>
    <message>
        <source>No ruling yet</source>
        <translation>还没有裁定</translation>
    </message>
    <message>
        <source>What a calibration meeting decides about an item is kept here, so that the same question is not argued twice. Open the results of a revealed session to write one.</source>
        <translation>校准会议对评分项作出的决定保存在这里，同一问题不必争论两次。打开已揭晓校准的结果即可书写。</translation>
    </message>
    <message>
        <source>No ruling says that</source>
        <translation>没有符合的裁定</translation>
    </message>
    <message>
        <source>Every word must be in the ruling, its tags, or the item&apos;s name.</source>
        <translation>裁定、标签或评分项名称中须包含每个词。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>SampleBar</name>
    <message>
        <source>Agents</source>
        <translation>坐席</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>班组</translation>
    </message>
    <message>
        <source>How many reviews</source>
        <translation>质检数量</translation>
    </message>
    <message>
        <source>All reviews</source>
        <translation>全部质检</translation>
    </message>
    <message>
        <source>Last {0}</source>
        <translation>最近 {0} 份</translation>
    </message>
</context>
<context>
    <name>SaveBar</name>
    <message>
        <source>Undo: {0}</source>
        <translation>撤销：{0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo: {0}</source>
        <translation>重做：{0}</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>No changes yet</source>
        <translation>暂无改动</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>已提交</translation>
    </message>
    <message>
        <source>Submit and seal</source>
        <translation>提交并密封</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>反馈单</translation>
    </message>
    <message>
        <source>Ask for a second opinion…</source>
        <translation>请求复评…</translation>
    </message>
    <message>
        <source>Your time on this review. Only you see it.</source>
        <translation>您在这份质检上的用时，只有您能看到。</translation>
    </message>
    <message>
        <source>Leave focus mode</source>
        <translation>退出专注模式</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>已保存 {0}</translation>
    </message>
    <message>
        <source>Submit and next</source>
        <translation>提交并下一条</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Feedback sheet</source>
        <translation>反馈单</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交</translation>
    </message>
</context>
<context>
    <name>ScorePanel</name>
    <message>
        <source>Score {0}, why?</source>
        <translation>得分 {0}，查看计算过程</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>暂计分</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>Not graded yet</source>
        <translation>尚未评分</translation>
    </message>
    <message>
        <source>Not scored</source>
        <translation>不计分</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) left</source>
        <translation>
            <numerusform>还剩 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} · next: {1}</source>
        <translation>{0} · 下一项：{1}</translation>
    </message>
    <message>
        <source>All answered</source>
        <translation>已全部评分</translation>
    </message>
    <message>
        <source>Fold answered sections</source>
        <translation>折叠已答完的部分</translation>
    </message>
    <message>
        <source>Compare with the last review</source>
        <translation>与上次评分对比</translation>
    </message>
    <message>
        <source>Why this score?  {0}</source>
        <translation>得分计算过程  {0}</translation>
    </message>
</context>
<context>
    <name>Scorecard</name>
    <message>
        <source>Summary</source>
        <translation>总评</translation>
    </message>
    <message>
        <source>What the agent should take from this review</source>
        <translation>写给坐席的总体评价与改进建议</translation>
    </message>
    <message>
        <source>Scorecard</source>
        <translation>评分表</translation>
    </message>
</context>
<context>
    <name>SecondView</name>
    <message>
        <source>nobody chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>质检</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>坐席</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message numerus="yes">
        <source>%n package(s) of second opinions opened</source>
        <translation>
            <numerusform>已打开 %n 个复评包</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n review(s)</source>
        <translation>
            <numerusform>发送 %n 份质检</numerusform>
        </translation>
    </message>
    <message>
        <source>Take it back in</source>
        <translation>放回队列</translation>
    </message>
    <message>
        <source>Drop…</source>
        <translation>移出…</translation>
    </message>
    <message>
        <source>Where the package goes</source>
        <translation>文件包保存位置</translation>
    </message>
    <message>
        <source>Second opinions, {0}</source>
        <translation>复评，{0}</translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) on their way</source>
        <translation>
            <numerusform>%n 份质检已发出</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved {0}: hand it on to the second reviewer.</source>
        <translation>已保存 {0}：请转交第二质检员。</translation>
    </message>
    <message>
        <source>Dropped from the queue</source>
        <translation>已移出队列</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Of the reviews I submit,</source>
        <translation>我提交的质检中，</translation>
    </message>
    <message>
        <source>Share of my reviews that get a second opinion</source>
        <translation>请求复评的质检比例</translation>
    </message>
    <message>
        <source>go to</source>
        <translation>交给</translation>
    </message>
    <message>
        <source>Second reviewer</source>
        <translation>第二质检员</translation>
    </message>
    <message>
        <source>to be graded again, blind.</source>
        <translation>盲评一次。</translation>
    </message>
    <message>
        <source>They are drawn when you submit, by a number nobody can know before. Any submitted review can be asked about too, from its page or the list of interactions.</source>
        <translation>提交时由一个事先谁也无法知道的数字抽取。任何已提交的质检也可以在质检页面或会话列表中发起。</translation>
    </message>
    <message>
        <source>Looking for answers</source>
        <translation>正在查看答复</translation>
    </message>
    <message>
        <source>Second opinions</source>
        <translation>复评</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>对照</translation>
    </message>
    <message>
        <source>Open the package</source>
        <translation>打开文件包</translation>
    </message>
    <message>
        <source>No review waits for a second opinion</source>
        <translation>没有质检在等复评</translation>
    </message>
    <message>
        <source>Choose a share above, or ask about a submitted review: on its page, under the scorecard, or by a right click in the list of interactions.</source>
        <translation>请在上方选择比例，或对已提交的质检发起：在质检页面的评分表下方，或在会话列表中点右键。</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>抽中</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>有争议</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>主动发起</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>with the second reviewer</source>
        <translation>在第二质检员处</translation>
    </message>
    <message>
        <source>to compare</source>
        <translation>可对照</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>已移出</translation>
    </message>
</context>
<context>
    <name>SectionHead</name>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>{0}, {1} answered, {2}</source>
        <translation>{0}，已评 {1}，{2}</translation>
    </message>
    <message>
        <source>Open this section</source>
        <translation>展开此维度</translation>
    </message>
    <message>
        <source>Fold this section</source>
        <translation>收起此维度</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Quote on the current item</source>
        <translation>引为当前评分项的依据</translation>
    </message>
    <message>
        <source>Correct these words</source>
        <translation>更正这些文字</translation>
    </message>
</context>
<context>
    <name>SessionHeader</name>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Look for files</source>
        <translation>查看新文件</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>SessionPage</name>
    <message>
        <source>Change the deadline or invite more…</source>
        <translation>更改截止时间或邀请更多人…</translation>
    </message>
    <message>
        <source>Save the invitation…</source>
        <translation>保存邀请…</translation>
    </message>
    <message>
        <source>Save my files…</source>
        <translation>保存我的文件…</translation>
    </message>
    <message>
        <source>The shared folder is somewhere else now…</source>
        <translation>共享文件夹换了位置…</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Where to save your files</source>
        <translation>您的文件的保存位置</translation>
    </message>
    <message>
        <source>Where the shared folder is now</source>
        <translation>共享文件夹现在的位置</translation>
    </message>
    <message>
        <source>Where to save the invitation</source>
        <translation>邀请的保存位置</translation>
    </message>
</context>
<context>
    <name>SessionRow</name>
    <message numerus="yes">
        <source>%n file(s) to hand on</source>
        <translation>
            <numerusform>有 %n 个文件待转交</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) wait for the folder</source>
        <translation>
            <numerusform>有 %n 个文件等待文件夹</numerusform>
        </translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Open and reveal</source>
        <translation>打开并揭晓</translation>
    </message>
    <message>
        <source>you lead</source>
        <translation>由您主持</translation>
    </message>
    <message>
        <source>led by {0}</source>
        <translation>由 {0} 主持</translation>
    </message>
    <message>
        <source>{0} of {1} sealed</source>
        <translation>已密封 {0}/{1}</translation>
    </message>
    <message>
        <source>{0} of {1} are in</source>
        <translation>已到 {0}/{1}</translation>
    </message>
</context>
<context>
    <name>SessionWork</name>
    <message numerus="yes">
        <source>%n review(s) sealed</source>
        <translation>
            <numerusform>已密封 %n 份评分</numerusform>
        </translation>
    </message>
    <message>
        <source>Sealing</source>
        <translation>正在密封</translation>
    </message>
    <message>
        <source>The session is closed</source>
        <translation>本次校准已截止</translation>
    </message>
    <message>
        <source>Closing the session</source>
        <translation>正在截止</translation>
    </message>
    <message>
        <source>The session is revealed</source>
        <translation>本次校准已揭晓</translation>
    </message>
    <message>
        <source>Opening the submissions</source>
        <translation>正在打开提交</translation>
    </message>
    <message>
        <source>Checking the reveal</source>
        <translation>正在检查揭晓文件</translation>
    </message>
    <message>
        <source>The new invitation is on its way</source>
        <translation>新的邀请正在发出</translation>
    </message>
    <message>
        <source>Making the new invitation</source>
        <translation>正在生成新的邀请</translation>
    </message>
    <message>
        <source>Its files go to {0} from now on</source>
        <translation>文件从现在起发往 {0}</translation>
    </message>
    <message>
        <source>Changing the folder</source>
        <translation>正在更换文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) saved</source>
        <translation>
            <numerusform>已保存 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving files</source>
        <translation>正在保存文件</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>已保存为 {0}</translation>
    </message>
    <message>
        <source>Saving the invitation</source>
        <translation>正在保存邀请</translation>
    </message>
</context>
<context>
    <name>SessionsView</name>
    <message>
        <source>To grade</source>
        <translation>待评分</translation>
    </message>
    <message>
        <source>To close or reveal</source>
        <translation>待截止或揭晓</translation>
    </message>
    <message>
        <source>Waiting for others</source>
        <translation>等待他人</translation>
    </message>
    <message>
        <source>Revealed</source>
        <translation>已揭晓</translation>
    </message>
    <message>
        <source>No session yet</source>
        <translation>还没有校准</translation>
    </message>
    <message>
        <source>In a calibration session several people grade the same interactions without seeing one another. Then the team sees where it disagrees, and decides.</source>
        <translation>在一次校准中，多人在互不知情的情况下为相同的会话评分。随后团队会看到分歧所在，并作出决定。</translation>
    </message>
    <message>
        <source>New session…</source>
        <translation>新建校准…</translation>
    </message>
    <message>
        <source>Join a team…</source>
        <translation>加入团队…</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>再显示 %n 项</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>What it becomes</source>
        <translation>导入结果</translation>
    </message>
    <message>
        <source>Section, item</source>
        <translation>维度、评分项</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>作答方式</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Bonuses and deductions</source>
        <translation>加分与扣分</translation>
    </message>
    <message>
        <source>{0}, veto</source>
        <translation>{0}，一票否决</translation>
    </message>
    <message>
        <source>0 to {0} points</source>
        <translation>0 至 {0} 分</translation>
    </message>
    <message>
        <source>Free text</source>
        <translation>文字记录</translation>
    </message>
    <message>
        <source>The library</source>
        <translation>共享库</translation>
    </message>
    <message>
        <source>Rubrics of the library</source>
        <translation>共享库中的评分表</translation>
    </message>
    <message>
        <source>Versions that colleagues expect</source>
        <translation>同事使用的版本</translation>
    </message>
    <message>
        <source>Take into use</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Open as draft</source>
        <translation>作为草稿打开</translation>
    </message>
    <message>
        <source>Put into the library</source>
        <translation>放入共享库</translation>
    </message>
    <message>
        <source>Rubric to put into the library</source>
        <translation>要放入共享库的评分表</translation>
    </message>
    <message>
        <source>Put in</source>
        <translation>放入</translation>
    </message>
    <message>
        <source>The library is only read.</source>
        <translation>该共享库设为只读。</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Rubric</source>
        <translation>评分表</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>No rubric in this folder yet.</source>
        <translation>此文件夹中还没有评分表。</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>同事</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>记录时间</translation>
    </message>
    <message>
        <source>Expects</source>
        <translation>使用的版本</translation>
    </message>
    <message>
        <source>Nobody has told yet. A library that is only read tells nothing.</source>
        <translation>还没有同事的版本记录。设为只读的共享库不会写入记录。</translation>
    </message>
    <message>
        <source>{0} (here v{1})</source>
        <translation>{0}（本机为 v{1}）</translation>
    </message>
    <message>
        <source>{0} (other content!)</source>
        <translation>{0}（内容不同！）</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Print a blank form…</source>
        <translation>打印空白表…</translation>
    </message>
    <message>
        <source>Save a template spreadsheet…</source>
        <translation>保存电子表格模板…</translation>
    </message>
    <message>
        <source>Shared libraries…</source>
        <translation>共享库…</translation>
    </message>
    <message>
        <source>Rubrics and spreadsheets ({0})</source>
        <translation>评分表和电子表格 ({0})</translation>
    </message>
    <message>
        <source>Spreadsheets ({0})</source>
        <translation>电子表格 ({0})</translation>
    </message>
    <message>
        <source>Rubric files and packages ({0})</source>
        <translation>评分表文件和压缩包 ({0})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Import a rubric</source>
        <translation>导入评分表</translation>
    </message>
    <message>
        <source>Reading {0}…</source>
        <translation>正在读取 {0}…</translation>
    </message>
    <message>
        <source>“{0}” has mistakes.</source>
        <translation>“{0}”有错误。</translation>
    </message>
    <message>
        <source>Export a rubric</source>
        <translation>导出评分表</translation>
    </message>
    <message>
        <source>Save a template spreadsheet</source>
        <translation>保存电子表格模板</translation>
    </message>
    <message>
        <source>Writing {0}…</source>
        <translation>正在写入 {0}…</translation>
    </message>
    <message>
        <source>Written: {0}</source>
        <translation>已写入：{0}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>What could not be taken as it stands</source>
        <translation>无法原样导入的内容</translation>
    </message>
    <message>
        <source>Column {0}, {1}</source>
        <translation>{0} 列，{1}</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Both, side by side</source>
        <translation>中英文对照</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>维度</translation>
    </message>
    <message>
        <source>Section ({0})</source>
        <translation>维度（{0}）</translation>
    </message>
    <message>
        <source>Section weight</source>
        <translation>维度权重</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>评分项</translation>
    </message>
    <message>
        <source>Item ({0})</source>
        <translation>评分项（{0}）</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>评分指引</translation>
    </message>
    <message>
        <source>Guidance ({0})</source>
        <translation>评分指引（{0}）</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Points taken off</source>
        <translation>扣分值</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>Answers ({0})</source>
        <translation>答案（{0}）</translation>
    </message>
    <message>
        <source>One answer</source>
        <translation>单个答案</translation>
    </message>
    <message>
        <source>N/A allowed</source>
        <translation>允许“不适用”</translation>
    </message>
    <message>
        <source>Veto</source>
        <translation>一票否决</translation>
    </message>
    <message>
        <source>Critical class</source>
        <translation>关键差错类别</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>失分原因</translation>
    </message>
    <message>
        <source>Abilities</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>1 to 5</source>
        <translation>1 至 5 分</translation>
    </message>
    <message>
        <source>1 to 10</source>
        <translation>1 至 10 分</translation>
    </message>
    <message>
        <source>In use here</source>
        <translation>本机在用</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新评分表</translation>
    </message>
    <message>
        <source>Newer version</source>
        <translation>较新版本</translation>
    </message>
    <message>
        <source>Older version</source>
        <translation>较旧版本</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Copy in conflict</source>
        <translation>冲突副本</translation>
    </message>
    <message>
        <source>Contradiction</source>
        <translation>内容矛盾</translation>
    </message>
    <message>
        <source>Has mistakes</source>
        <translation>有错误</translation>
    </message>
    <message>
        <source>This version is in use here, with the same content.</source>
        <translation>本机正在使用此版本，内容相同。</translation>
    </message>
    <message>
        <source>This rubric is not in use here yet.</source>
        <translation>本机尚未使用此评分表。</translation>
    </message>
    <message>
        <source>An earlier version is in use here.</source>
        <translation>本机使用的是较早版本。</translation>
    </message>
    <message>
        <source>A later version is in use here.</source>
        <translation>本机使用的是较新版本。</translation>
    </message>
    <message>
        <source>This version is in use here with other content, and reviews were made with it. It stays as it is: the author of the file should publish it as the next version.</source>
        <translation>本机在用的同一版本内容不同，且已有质检使用它。本机版本保持不变；请文件作者将其发布为下一个版本。</translation>
    </message>
    <message>
        <source>A program that keeps folders in step has left this beside “{0}”, because two people changed it. Compare both, keep one, delete the other.</source>
        <translation>同步程序在“{0}”旁留下了这份副本，因为有两人都做了改动。请比较两份文件，保留一份，删除另一份。</translation>
    </message>
    <message>
        <source>This file and “{0}” say that they are the same version, and differ. Ask their authors which one is meant.</source>
        <translation>此文件与“{0}”声称是同一版本，但内容不同。请向两者的作者确认以哪一份为准。</translation>
    </message>
    <message>
        <source>The file can&apos;t be used before it is mended.</source>
        <translation>改正错误后才能使用此文件。</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Feedback sheet</source>
        <translation>反馈单</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Making the sheet</source>
        <translation>正在生成反馈单</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save the feedback sheet</source>
        <translation>保存反馈单</translation>
    </message>
</context>
<context>
    <name>ShippedDialog</name>
    <message>
        <source>Start from a shipped rubric</source>
        <translation>从内置评分表开始</translation>
    </message>
    <message>
        <source>Shipped rubrics</source>
        <translation>内置评分表</translation>
    </message>
    <message>
        <source>Adapt a copy</source>
        <translation>复制后修改</translation>
    </message>
    <message>
        <source>Begins a draft of your own with its own id; the shipped one stays as it is.</source>
        <translation>新建一份属于您的草稿，使用独立的标识；内置的评分表保持不变。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 个评分项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n example(s)</source>
        <translation>
            <numerusform>%n 个示例</numerusform>
        </translation>
    </message>
    <message>
        <source>Use as it is</source>
        <translation>直接使用</translation>
    </message>
    <message>
        <source>Use version {0}</source>
        <translation>使用第 {0} 版</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>重新启用</translation>
    </message>
    <message>
        <source>Not used in this workspace yet.</source>
        <translation>本工作区尚未使用。</translation>
    </message>
    <message>
        <source>This workspace has an earlier version. Reviews keep the version they were made with; new ones begin with version {0}.</source>
        <translation>本工作区使用的是较早版本。已有质检保留原版本，新的质检将使用第 {0} 版。</translation>
    </message>
    <message>
        <source>Version {0} is in use in this workspace.</source>
        <translation>本工作区正在使用第 {0} 版。</translation>
    </message>
    <message>
        <source>Version {0} was retired in this workspace.</source>
        <translation>第 {0} 版已在本工作区停用。</translation>
    </message>
</context>
<context>
    <name>ShippedRubrics</name>
    <message>
        <source>Returns, exchanges, refunds and repairs, from taking the case to following it up. Weights for a launch and for the weeks after a promotion come with dates to set.</source>
        <translation>退货、换货、退款、维修，从受理到跟进全程适用。附带新品上市期和大促售后期的权重，日期可自行设定。</translation>
    </message>
    <message>
        <source>Online chat: speed of response, writing, resolution, and security.</source>
        <translation>在线会话：响应速度、文字沟通、问题解决、合规与安全。</translation>
    </message>
    <message>
        <source>Yes or no: errors that are critical for the customer, the business or compliance. One error brings its class to zero.</source>
        <translation>只答是或否：客户关键、业务关键、合规关键三类差错，出现一处，该类即为 0 分。</translation>
    </message>
    <message>
        <source>For shoppers who call or write with a script: 100 points, filled in right after the contact.</source>
        <translation>供神秘客按脚本电话或在线暗访使用：满分 100 分，结束后当场填写。</translation>
    </message>
    <message>
        <source>Four dimensions and eight items from 1 to 5, each with what to improve: short enough for every contact.</source>
        <translation>四个维度、八个 1 至 5 分的评分项，逐项写改进建议；篇幅短，适合大量抽检。</translation>
    </message>
    <message>
        <source>The all-round form for calls, chats and tickets: process, accuracy, empathy, resolution and proactiveness.</source>
        <translation>电话、在线会话和工单通用：流程、准确、同理心、解决效率、主动性。</translation>
    </message>
    <message>
        <source>Tickets and e-mail from intake to closure: routing, replies, progress, grounds for closing, notes.</source>
        <translation>工单和邮件，从受理到结案：分派、回复、流转、结案依据、处理记录。</translation>
    </message>
</context>
<context>
    <name>SpeakerDialog</name>
    <message>
        <source>Name of the speaker</source>
        <translation>说话人姓名</translation>
    </message>
    <message numerus="yes">
        <source>For all %n turn(s) of this speaker, in this interaction only.</source>
        <translation>
            <numerusform>对该说话人的全部 %n 条发言生效，仅限本会话。</numerusform>
        </translation>
    </message>
    <message>
        <source>Take the name</source>
        <translation>使用此姓名</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Who says this?</source>
        <translation>这是谁说的？</translation>
    </message>
</context>
<context>
    <name>SpokenNews</name>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message numerus="yes">
        <source>Not submitted: %n item(s) left</source>
        <translation>
            <numerusform>未提交：还有 %n 个评分项</numerusform>
        </translation>
    </message>
    <message>
        <source>Score {0}</source>
        <translation>得分 {0}</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>未作答</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>不适用</translation>
    </message>
</context>
<context>
    <name>StandingCard</name>
    <message>
        <source>{0} of {1} submissions are in</source>
        <translation>{0}/{1} 份提交已到</translation>
    </message>
    <message>
        <source>Who is in</source>
        <translation>提交情况</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>重新计入</translation>
    </message>
    <message>
        <source>Leave out…</source>
        <translation>排除…</translation>
    </message>
    <message>
        <source>{0} is left out: {1}</source>
        <translation>{0} 已排除：{1}</translation>
    </message>
</context>
<context>
    <name>StandingTable</name>
    <message>
        <source>Participant</source>
        <translation>参与者</translation>
    </message>
    <message>
        <source>In</source>
        <translation>已到</translation>
    </message>
    <message>
        <source>{0} (you)</source>
        <translation>{0}（您）</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1}</translation>
    </message>
    <message>
        <source>revision {0}</source>
        <translation>第 {0} 次修订</translation>
    </message>
</context>
<context>
    <name>StartDialog</name>
    <message>
        <source>New rubric</source>
        <translation>新建评分表</translation>
    </message>
    <message>
        <source>What it begins from</source>
        <translation>从哪里开始</translation>
    </message>
    <message>
        <source>Empty rubric</source>
        <translation>空白评分表</translation>
    </message>
    <message>
        <source>One section with one item, to begin with</source>
        <translation>从一个维度、一个评分项开始</translation>
    </message>
    <message>
        <source>One that ships with QA Desktop…</source>
        <translation>从内置评分表开始…</translation>
    </message>
    <message>
        <source>Complete in both languages, with worked examples</source>
        <translation>中英文齐全，附有示例</translation>
    </message>
    <message>
        <source>Published · {0}</source>
        <translation>已发布 · {0}</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>A copy of another rubric is yours to change; the other stays as it is.</source>
        <translation>复制其他评分表后可以随意修改，原评分表保持不变。</translation>
    </message>
</context>
<context>
    <name>StartProblem</name>
    <message>
        <source>The workspace can&apos;t be opened</source>
        <translation>无法打开工作区</translation>
    </message>
    <message>
        <source>Another workspace…</source>
        <translation>其他工作区…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>打开工作区</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Workspace: {0}</source>
        <translation>工作区：{0}</translation>
    </message>
    <message>
        <source>Undo: {0}</source>
        <translation>撤销：{0}</translation>
    </message>
    <message>
        <source>Cancel the background work</source>
        <translation>取消后台任务</translation>
    </message>
    <message>
        <source>Progress of the background work</source>
        <translation>后台任务进度</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>已保存 {0}</translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>已全部保存</translation>
    </message>
    <message numerus="yes">
        <source>%n interaction(s)</source>
        <translation>
            <numerusform>%n 条会话</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n 份草稿</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} graded</source>
        <translation>{0} 条已质检</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) wait for it</source>
        <translation>
            <numerusform>有 %n 个文件等待发送</numerusform>
        </translation>
    </message>
    <message>
        <source>Shared folder not reachable</source>
        <translation>共享文件夹无法访问</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) on the way to the shared folder</source>
        <translation>
            <numerusform>有 %n 个文件正在发往共享文件夹</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeamDialog</name>
    <message>
        <source>{0} of {1} compared</source>
        <translation>已核对 {0}/{1}</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>The calibration team</source>
        <translation>校准团队</translation>
    </message>
    <message>
        <source>Everything goes by sealed files. So that nobody can pass for somebody else, you compare one code with each colleague, once.</source>
        <translation>所有内容都通过密封文件传递。为防止冒充，您需要与每位同事核对一次代码。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Looking into the folder</source>
        <translation>正在查看文件夹</translation>
    </message>
    <message>
        <source>Reading the card</source>
        <translation>正在读取名片</translation>
    </message>
    <message>
        <source>Saving the card</source>
        <translation>正在保存名片</translation>
    </message>
    <message>
        <source>Your card is {0} now: send it to your colleagues.</source>
        <translation>您的名片现为 {0}：请发给您的同事。</translation>
    </message>
    <message>
        <source>Cards ({0})</source>
        <translation>名片 ({0})</translation>
    </message>
    <message>
        <source>Take in a card</source>
        <translation>接收名片</translation>
    </message>
    <message>
        <source>Where to save your card</source>
        <translation>名片的保存位置</translation>
    </message>
</context>
<context>
    <name>TimesDialog</name>
    <message>
        <source>Your grading times</source>
        <translation>我的评分用时</translation>
    </message>
    <message>
        <source>Delete all your times</source>
        <translation>删除我的全部用时</translation>
    </message>
    <message>
        <source>Really delete: they can&apos;t be brought back</source>
        <translation>确定删除：无法恢复</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) today</source>
        <translation>
            <numerusform>今天 %n 份质检</numerusform>
        </translation>
    </message>
    <message>
        <source>None measured today</source>
        <translation>今天尚无统计</translation>
    </message>
    <message numerus="yes">
        <source>%n review(s)</source>
        <translation>
            <numerusform>%n 份质检</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} in the middle</source>
        <translation>中位数 {0}</translation>
    </message>
    <message>
        <source>Only you see this. It is in no review, no sheet and no export.</source>
        <translation>只有您能看到，不会出现在质检、反馈单或导出中。</translation>
    </message>
    <message>
        <source>Timing is off: Settings, Grading, switches it on.</source>
        <translation>统计未开启：可在“设置 · 评分”中开启。</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>{0} without a word</source>
        <translation>{0} 无人说话</translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Back 5 seconds</source>
        <translation>后退 5 秒</translation>
    </message>
    <message>
        <source>Forward 5 seconds</source>
        <translation>前进 5 秒</translation>
    </message>
    <message>
        <source>Skip silence</source>
        <translation>跳过静默</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>坐席</translation>
    </message>
    <message>
        <source>Paused at {0}</source>
        <translation>已暂停于 {0}</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>正在播放</translation>
    </message>
    <message>
        <source>Hear the agent only</source>
        <translation>只听坐席</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Comment at the playhead, or on the selected range</source>
        <translation>在播放位置或所选范围添加批注</translation>
    </message>
    <message>
        <source>Speed; the pitch is kept: slower, faster, normal</source>
        <translation>速度（音调不变）：减速、加速、正常</translation>
    </message>
    <message>
        <source>Jump over silences while playing</source>
        <translation>播放时跳过静默</translation>
    </message>
    <message>
        <source>{0} jumped over so far</source>
        <translation>已跳过 {0}</translation>
    </message>
    <message>
        <source>joining the legs: {0} %</source>
        <translation>正在合并各段录音：{0}%</translation>
    </message>
    <message>
        <source>Skip silence · {0}</source>
        <translation>跳过静默 · {0}</translation>
    </message>
    <message>
        <source>Hear the customer only</source>
        <translation>只听客户</translation>
    </message>
    <message>
        <source>Swap agent and customer</source>
        <translation>互换坐席与客户声道</translation>
    </message>
    <message>
        <source>Volume and output</source>
        <translation>音量与输出</translation>
    </message>
    <message>
        <source>Comment here</source>
        <translation>在此批注</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Speed {0}</source>
        <translation>速度 {0}</translation>
    </message>
</context>
<context>
    <name>TrendTable</name>
    <message>
        <source>Item</source>
        <translation>评分项</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>Not in this version</source>
        <translation>此版本中没有</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n 个答案</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n N/A</source>
        <translation>
            <numerusform>%n 个不适用</numerusform>
        </translation>
    </message>
    <message>
        <source>reads otherwise than before</source>
        <translation>措辞与之前不同</translation>
    </message>
    <message>
        <source>scored otherwise than before</source>
        <translation>计分与之前不同</translation>
    </message>
    <message>
        <source>Items from version to version</source>
        <translation>各版本的评分项</translation>
    </message>
    <message>
        <source>Average of what could be earned, in submitted reviews. {0}: the item reads or scores otherwise than in the version before.</source>
        <translation>已提交质检的平均得分率。{0}：此评分项的措辞或计分与上一版本不同。</translation>
    </message>
</context>
<context>
    <name>TrendView</name>
    <message>
        <source>Targets: α {0} · ±{1} points · {2} % alike</source>
        <translation>目标：α {0} · ±{1} 分 · {2}% 相同</translation>
    </message>
    <message>
        <source>They are chosen in the settings, under Calibration.</source>
        <translation>可在设置的“校准”中调整。</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>评分项</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>质检员</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>严格度</translation>
    </message>
    <message>
        <source>Same answers</source>
        <translation>相同作答</translation>
    </message>
    <message>
        <source>Differs most</source>
        <translation>差异最大者</translation>
    </message>
    <message>
        <source>Might sit with</source>
        <translation>建议结对</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>Reviewer {0}</source>
        <translation>质检员 {0}</translation>
    </message>
    <message>
        <source>No session of this kind with this rubric.</source>
        <translation>该评分表没有此类校准会话。</translation>
    </message>
    <message>
        <source>The newest session has no variation, so α says nothing.</source>
        <translation>最近一次校准没有差异，α 说明不了什么。</translation>
    </message>
    <message>
        <source>Newest: α {0} {1}, from {2} interactions and {3} reviewers.</source>
        <translation>最近一次：α {0} {1}，依据 {2} 个会话和 {3} 位质检员。</translation>
    </message>
    <message>
        <source>A trend needs two sessions at least.</source>
        <translation>至少两次校准才能看出趋势。</translation>
    </message>
    <message>
        <source>no variation</source>
        <translation>无差异</translation>
    </message>
    <message>
        <source>{0} % of pairs of scores within ±{1} points</source>
        <translation>{0}% 的两两得分相差不超过 {1} 分</translation>
    </message>
    <message>
        <source>{0} % of answers alike</source>
        <translation>{0}% 的作答相同</translation>
    </message>
    <message>
        <source>second opinions</source>
        <translation>复评</translation>
    </message>
    <message>
        <source>target {0}</source>
        <translation>目标 {0}</translation>
    </message>
    <message>
        <source>Rubric</source>
        <translation>评分表</translation>
    </message>
    <message>
        <source>Second opinions too</source>
        <translation>包括复评</translation>
    </message>
    <message>
        <source>Show names</source>
        <translation>显示姓名</translation>
    </message>
    <message>
        <source>Reading the sessions</source>
        <translation>正在读取校准会话</translation>
    </message>
    <message>
        <source>The team&apos;s agreement, all items</source>
        <translation>团队一致性，全部评分项</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>评分项</translation>
    </message>
    <message>
        <source>Reviewers</source>
        <translation>质检员</translation>
    </message>
    <message>
        <source>Who might pair up</source>
        <translation>谁适合结对</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s α in the last {0} sessions. {1}: the item reads or scores otherwise than in the session before.</source>
        <translation>最近 {0} 次校准的 Krippendorff α。{1}：该评分项的表述或计分与上一次不同。</translation>
    </message>
    <message>
        <source>Points from the reference or, without one, from the others; below zero is stricter.</source>
        <translation>与参考评分（没有时与其他人）相差的分数；小于零为偏严。</translation>
    </message>
    <message>
        <source>A suggestion, not a verdict: whose answers to an item differ by 20 percentage points or more than all others&apos;, with who differs least there.</source>
        <translation>仅为建议，不是结论：某评分项上的差异比例比其他所有人高出 20 个百分点以上者，与该项差异最小者结对。</translation>
    </message>
    <message>
        <source>Nobody stands far enough from the others at any item to suggest a partner.</source>
        <translation>没有人在任何评分项上与其他人相差到需要建议结对的程度。</translation>
    </message>
    <message>
        <source>Nothing to follow yet</source>
        <translation>还没有可跟踪的内容</translation>
    </message>
    <message>
        <source>When a session is revealed, its agreement appears here: for the team, for each item across the rubric&apos;s versions, and for each reviewer, beside your targets.</source>
        <translation>校准揭晓后，一致性会显示在这里：团队的、每个评分项跨评分表版本的、每位质检员的，并与您的目标对照。</translation>
    </message>
</context>
<context>
    <name>TurnCanvas</name>
    <message>
        <source>Corrected by {0}. The import said: {1}</source>
        <translation>由 {0} 更正。导入的原文：{1}</translation>
    </message>
</context>
<context>
    <name>TurnEditor</name>
    <message>
        <source>Correct the words</source>
        <translation>更正文字</translation>
    </message>
</context>
<context>
    <name>TurnMenus</name>
    <message>
        <source>Comment on this</source>
        <translation>对此添加批注</translation>
    </message>
    <message>
        <source>Quote on the item</source>
        <translation>引为评分项的依据</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>从此处播放</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Correct the words</source>
        <translation>更正文字</translation>
    </message>
    <message>
        <source>Back to “{0}”</source>
        <translation>恢复为“{0}”</translation>
    </message>
    <message numerus="yes">
        <source>Take back all %n correction(s)</source>
        <translation>
            <numerusform>撤回全部 %n 处更正</numerusform>
        </translation>
    </message>
    <message>
        <source>Who says this</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>This is: {0}</source>
        <translation>是：{0}</translation>
    </message>
    <message>
        <source>Give a name…</source>
        <translation>填写姓名…</translation>
    </message>
    <message>
        <source>As it was imported</source>
        <translation>恢复导入时的说话人</translation>
    </message>
    <message>
        <source>Swap agent and customer everywhere</source>
        <translation>全文互换坐席与客户</translation>
    </message>
</context>
<context>
    <name>TurnPanel</name>
    <message>
        <source>Follow the sound</source>
        <translation>跟随播放</translation>
    </message>
</context>
<context>
    <name>TurnSearch</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一处匹配</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一处匹配</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>第 {0} 处，共 {1} 处</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无匹配</translation>
    </message>
</context>
<context>
    <name>UnclearList</name>
    <message numerus="yes">
        <source>%n item(s) are clear</source>
        <translation>
            <numerusform>%n 个评分项清楚</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
    <message>
        <source>An item on which most split session after session is unclear itself; one on which one or two deviate from an agreeing group is not. It takes two sessions with three people or more.</source>
        <translation>每次校准都让多数人分歧的评分项，是它本身不清楚；只有一两个人偏离一致意见的，则不是。至少需要两次、每次三人以上的校准才能判断。</translation>
    </message>
    <message>
        <source>Reading the sessions</source>
        <translation>正在读取校准</translation>
    </message>
    <message>
        <source>Items that stay unclear</source>
        <translation>仍不清楚的评分项</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>还没有可比较的内容</translation>
    </message>
    <message>
        <source>After two revealed sessions with three people or more it can be said here.</source>
        <translation>有两次三人以上且已揭晓的校准后，这里会给出判断。</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message>
        <source>{0}: noted that it still fits</source>
        <translation>{0}：记录为仍然适用</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>评分表内容</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Retired {0}</source>
        <translation>停用于 {0}</translation>
    </message>
    <message>
        <source>From {0}</source>
        <translation>自 {0} 起</translation>
    </message>
    <message>
        <source>Until {0}</source>
        <translation>至 {0} 止</translation>
    </message>
    <message>
        <source>In force until {0}</source>
        <translation>有效期至 {0}</translation>
    </message>
    <message>
        <source>Not what was published</source>
        <translation>与发布的内容不一致</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>使用中</translation>
    </message>
</context>
<context>
    <name>VersionsPanel</name>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发布时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>发布人</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>质检</translation>
    </message>
    <message>
        <source>What changed and why</source>
        <translation>改动内容及原因</translation>
    </message>
    <message numerus="yes">
        <source>%n submitted review(s)</source>
        <translation>
            <numerusform>%n 份已提交的质检</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) of reviews</source>
        <translation>
            <numerusform>%n 份质检草稿</numerusform>
        </translation>
    </message>
    <message>
        <source>Retired by {0}</source>
        <translation>由 {0} 停用</translation>
    </message>
    <message>
        <source>saved {0}</source>
        <translation>保存于 {0}</translation>
    </message>
    <message>
        <source>has errors</source>
        <translation>有错误</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Open draft</source>
        <translation>打开草稿</translation>
    </message>
    <message>
        <source>Show form</source>
        <translation>查看表单</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <source>Edit as new version</source>
        <translation>编辑为新版本</translation>
    </message>
    <message>
        <source>Try on past reviews…</source>
        <translation>用过往质检试算…</translation>
    </message>
    <message>
        <source>No new review can use it; reviews that were made with it keep it.</source>
        <translation>新的质检不能再使用它；已用它完成的质检不受影响。</translation>
    </message>
    <message>
        <source>Once reviews are submitted, the items&apos; averages stand here, version by version.</source>
        <translation>提交质检后，各评分项的平均得分会按版本显示在这里。</translation>
    </message>
</context>
<context>
    <name>VetoBanner</name>
    <message>
        <source>Veto: {0}</source>
        <translation>一票否决：{0}</translation>
    </message>
    <message>
        <source>Before the veto {0}.</source>
        <translation>否决前 {0}。</translation>
    </message>
    <message>
        <source>Go to it</source>
        <translation>查看该项</translation>
    </message>
    <message>
        <source>The whole review scores 0.</source>
        <translation>整份质检计 0 分。</translation>
    </message>
    <message>
        <source>The review scores at most {0}.</source>
        <translation>整份质检最高 {0} 分。</translation>
    </message>
    <message>
        <source>The review fails; the score stays.</source>
        <translation>判为不合格，得分保留。</translation>
    </message>
    <message>
        <source>Its section scores 0.</source>
        <translation>所在维度计 0 分。</translation>
    </message>
    <message>
        <source>Its section scores at most {0}.</source>
        <translation>所在维度最高 {0} 分。</translation>
    </message>
    <message>
        <source>The item scores at most {0} %.</source>
        <translation>该项最高得 {0}%。</translation>
    </message>
    <message>
        <source>The item scores 0.</source>
        <translation>该项计 0 分。</translation>
    </message>
</context>
<context>
    <name>VolumePopup</name>
    <message>
        <source>The system&apos;s own</source>
        <translation>系统默认</translation>
    </message>
    <message>
        <source>The chosen one, not connected</source>
        <translation>所选设备（未连接）</translation>
    </message>
    <message>
        <source>Volume and output</source>
        <translation>音量与输出</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>坐席</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Volume of the call</source>
        <translation>通话音量</translation>
    </message>
    <message>
        <source>Volume of the agent</source>
        <translation>坐席音量</translation>
    </message>
    <message>
        <source>Volume of the customer</source>
        <translation>客户音量</translation>
    </message>
    <message>
        <source>Agent alone</source>
        <translation>只听坐席</translation>
    </message>
    <message>
        <source>Customer alone</source>
        <translation>只听客户</translation>
    </message>
    <message>
        <source>As recorded</source>
        <translation>恢复原音量</translation>
    </message>
    <message>
        <source>Heard on</source>
        <translation>播放设备</translation>
    </message>
</context>
<context>
    <name>Waveform</name>
    <message>
        <source>silence {0} s</source>
        <translation>静默 {0} 秒</translation>
    </message>
    <message>
        <source>Leg {0} · {1}</source>
        <translation>第 {0} 段 · {1}</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>未录音</translation>
    </message>
    <message>
        <source>Comments at this place</source>
        <translation>此处的批注</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Zoom in on them</source>
        <translation>放大到这些批注</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}，共 {1}</translation>
    </message>
    <message>
        <source>range from {0} to {1}</source>
        <translation>选区 {0} 至 {1}</translation>
    </message>
    <message>
        <source>both speak, {0} s</source>
        <translation>双方同时说话 {0} 秒</translation>
    </message>
    <message>
        <source>finding, {0} s</source>
        <translation>检测发现 {0} 秒</translation>
    </message>
    <message>
        <source>comment {0}, deduction</source>
        <translation>批注 {0}，扣分</translation>
    </message>
    <message>
        <source>comment {0}, praise</source>
        <translation>批注 {0}，表扬</translation>
    </message>
    <message>
        <source>comment {0}, coaching</source>
        <translation>批注 {0}，辅导</translation>
    </message>
    <message>
        <source>comment {0}, question</source>
        <translation>批注 {0}，疑问</translation>
    </message>
    <message>
        <source>agent says “{0}”</source>
        <translation>坐席说“{0}”</translation>
    </message>
    <message>
        <source>customer says “{0}”</source>
        <translation>客户说“{0}”</translation>
    </message>
    <message>
        <source>“{0}” is said</source>
        <translation>说“{0}”</translation>
    </message>
</context>
<context>
    <name>WaveformFile</name>
    <message>
        <source>audiowaveform data (*.dat)</source>
        <translation>audiowaveform 数据 (*.dat)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Export the waveform</source>
        <translation>导出波形</translation>
    </message>
    <message>
        <source>Waveform exported to {0}</source>
        <translation>波形已导出到 {0}</translation>
    </message>
</context>
<context>
    <name>WaveformView</name>
    <message>
        <source>Waveform</source>
        <translation>波形</translation>
    </message>
    <message>
        <source>Overview of the whole recording</source>
        <translation>整段录音概览</translation>
    </message>
    <message>
        <source>Snapping to edges is on</source>
        <translation>边缘吸附已开启</translation>
    </message>
    <message>
        <source>Snapping to edges is off</source>
        <translation>边缘吸附已关闭</translation>
    </message>
    <message>
        <source>Position {0}, {1}</source>
        <translation>位置 {0}，{1}</translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n 条批注</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} 至 {1}</translation>
    </message>
</context>
<context>
    <name>WhatIf</name>
    <message>
        <source>Before ↓  After →</source>
        <translation>之前 ↓  之后 →</translation>
    </message>
    <message>
        <source>{0} → {1}: {2}</source>
        <translation>{0} → {1}：{2}</translation>
    </message>
    <message>
        <source>No grade</source>
        <translation>无等级</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>组成部分</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>质检</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>No scenario</source>
        <translation>无场景</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>质检</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>坐席</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>{0} to {1}, as the answers that are missing may be</source>
        <translation>{0} 至 {1}，取决于缺少的答案</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>answered in another way than before</source>
        <translation>作答方式与之前不同</translation>
    </message>
    <message>
        <source>on another scale than before</source>
        <translation>量表与之前不同</translation>
    </message>
    <message>
        <source>the answer chosen is no longer offered</source>
        <translation>所选答案已不再提供</translation>
    </message>
    <message>
        <source>was N/A, which is no longer allowed</source>
        <translation>原为“不适用”，现已不允许</translation>
    </message>
    <message>
        <source>was not asked then</source>
        <translation>当时未询问</translation>
    </message>
    <message numerus="yes">
        <source>%n left out: the draft no longer has their scenario</source>
        <translation>
            <numerusform>%n 份未计入：草稿中已没有其场景</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: their version is not what was published</source>
        <translation>
            <numerusform>%n 份未计入：其版本与发布的内容不一致</numerusform>
        </translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>Not scored</source>
        <translation>不计分</translation>
    </message>
</context>
<context>
    <name>WhatIfDialog</name>
    <message>
        <source>Try on past reviews</source>
        <translation>用过往质检试算</translation>
    </message>
    <message>
        <source>{0}, version {1}, on past reviews</source>
        <translation>用过往质检试算 {0}，版本 {1}</translation>
    </message>
    <message>
        <source>Reviews are scored again in memory only; none of them changes.</source>
        <translation>仅在内存中重新计分，任何质检都不会改动。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>WhatIfPanel</name>
    <message>
        <source>Cancelled. Choose a sample to try again.</source>
        <translation>已取消。请选择样本后重试。</translation>
    </message>
    <message>
        <source>Export the trial</source>
        <translation>导出试算结果</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>已保存为 {0}</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>导出 CSV…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Scoring past reviews again</source>
        <translation>正在对过往质检重新计分</translation>
    </message>
    <message>
        <source>No past reviews to try it on</source>
        <translation>没有可供试算的过往质检</translation>
    </message>
    <message>
        <source>Once reviews with this rubric are submitted, you can see here how they would come out under the draft.</source>
        <translation>用此评分表提交质检后，可在这里查看按草稿计分的结果。</translation>
    </message>
    <message>
        <source>No review fits the choice</source>
        <translation>没有符合条件的质检</translation>
    </message>
    <message>
        <source>Choose more agents, teams or days above.</source>
        <translation>请在上方选择更多坐席、班组或天数。</translation>
    </message>
</context>
<context>
    <name>WhatIfResults</name>
    <message>
        <source>Results</source>
        <translation>试算结果</translation>
    </message>
    <message>
        <source>{0} → {1} ({2})</source>
        <translation>{0} → {1}（{2}）</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>Mean score</source>
        <translation>平均得分</translation>
    </message>
    <message>
        <source>Another grade</source>
        <translation>等级有变化</translation>
    </message>
    <message>
        <source>Another outcome</source>
        <translation>结果有变化</translation>
    </message>
    <message numerus="yes">
        <source>%n submitted review(s) scored again, in memory only</source>
        <translation>
            <numerusform>%n 份已提交的质检已重新计分，仅在内存中进行</numerusform>
        </translation>
    </message>
    <message>
        <source>Answers are missing: they are left out, as if N/A. With the worst and the best answers instead the mean would be {0} to {1}.</source>
        <translation>缺少部分答案：按“不适用”处理，不计入。若按最差和最好的答案计，平均得分为 {0} 至 {1}。</translation>
    </message>
    <message numerus="yes">
        <source>The outcome of %n review(s) depends on those answers</source>
        <translation>
            <numerusform>%n 份质检的结果取决于这些答案</numerusform>
        </translation>
    </message>
    <message>
        <source>What the past can&apos;t tell</source>
        <translation>过往质检无法说明的内容</translation>
    </message>
    <message>
        <source>{0}: {1} ({2})</source>
        <translation>{0}：{1}（{2}）</translation>
    </message>
    <message numerus="yes">
        <source>%n review(s)</source>
        <translation>
            <numerusform>%n 份质检</numerusform>
        </translation>
    </message>
    <message>
        <source>no longer asked</source>
        <translation>不再询问</translation>
    </message>
    <message>
        <source>reads otherwise now; answers are taken over as they are</source>
        <translation>措辞已改变；答案原样沿用</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>outlined: before · filled: under the draft</source>
        <translation>空心：之前 · 实心：按草稿</translation>
    </message>
    <message>
        <source>Scores before and under the draft</source>
        <translation>之前的得分与按草稿的得分</translation>
    </message>
    <message>
        <source>Grades</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>维度</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Largest changes</source>
        <translation>变化最大的质检</translation>
    </message>
    <message>
        <source>Enter or a double click opens the review.</source>
        <translation>按 Enter 或双击打开质检。</translation>
    </message>
</context>
<context>
    <name>WhatStep</name>
    <message numerus="yes">
        <source>and %n more: search for them</source>
        <translation>
            <numerusform>还有 %n 条：请搜索</numerusform>
        </translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>November, week 3</source>
        <translation>11 月第 3 周</translation>
    </message>
    <message>
        <source>Rubric</source>
        <translation>评分表</translation>
    </message>
    <message>
        <source>Interactions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>全部取消选择</translation>
    </message>
    <message>
        <source>Search interactions</source>
        <translation>搜索会话</translation>
    </message>
    <message>
        <source>Interactions to choose from</source>
        <translation>可选的会话</translation>
    </message>
    <message>
        <source>none chosen: click, press Space, or draw lots</source>
        <translation>尚未选择：单击、按空格键或随机抽取</translation>
    </message>
    <message>
        <source>{0}, {1} of sound</source>
        <translation>{0}，录音 {1}</translation>
    </message>
</context>
<context>
    <name>WhoStep</name>
    <message>
        <source>Who grades</source>
        <translation>评分人</translation>
    </message>
    <message>
        <source>Team…</source>
        <translation>团队…</translation>
    </message>
    <message>
        <source>I grade too</source>
        <translation>我也评分</translation>
    </message>
    <message>
        <source>You grade the same copies as everybody, and hand in before you open anything.</source>
        <translation>您评的是与大家相同的副本，并且在打开任何提交之前先提交自己的。</translation>
    </message>
    <message>
        <source>How submissions are sealed</source>
        <translation>提交如何密封</translation>
    </message>
    <message>
        <source>Sealed: only you can open</source>
        <translation>密封：只有您能打开</translation>
    </message>
    <message>
        <source>The program opens nothing before you have handed in your own. It can’t protect against a lead who uses a changed program.</source>
        <translation>在您提交自己的评分之前，程序不会打开任何内容。它无法防范主持人使用改动过的程序。</translation>
    </message>
    <message>
        <source>Strict: nobody can before the closing</source>
        <translation>严格：截止前无人能打开</translation>
    </message>
    <message>
        <source>Each submission has a key that its writer’s program keeps until you sign the closing. It needs everybody: whoever is missing must be left out with a reason.</source>
        <translation>每份提交都有自己的密钥，由提交人的程序保管，直到您签署截止清单。它需要所有人到齐：缺少的人必须说明理由后排除。</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参考评分</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>My reviews</source>
        <translation>我的评分</translation>
    </message>
    <message>
        <source>The newest reviews of anybody</source>
        <translation>任何人的最新评分</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>With a deadline</source>
        <translation>设截止时间</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>There is nobody on your team list yet.</source>
        <translation>您的团队名单上还没有人。</translation>
    </message>
    <message numerus="yes">
        <source>%n more can be invited once the codes are compared.</source>
        <translation>
            <numerusform>还有 %n 人核对代码后即可邀请。</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody whose code was compared can be invited.</source>
        <translation>核对过代码的人都可以邀请。</translation>
    </message>
    <message>
        <source>With a reference, the results show how far everybody is from it. It is fixed now by a salted hash in the invitation, and nobody can read it before the reveal.</source>
        <translation>有了参考评分，结果会显示每个人与它的差距。它现在就以加盐哈希固定在邀请中，揭晓之前任何人都无法读取。</translation>
    </message>
    <message>
        <source>Every chosen interaction has one.</source>
        <translation>所选会话都有参考评分。</translation>
    </message>
    <message numerus="yes">
        <source>%n interaction(s) have no such review with this rubric version: {0}</source>
        <translation>
            <numerusform>有 %n 条会话没有用此版本评分表做出的这类评分：{0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkCard</name>
    <message>
        <source>Interaction</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>传递</translation>
    </message>
    <message>
        <source>{0} of {1} sealed</source>
        <translation>已密封 {0}/{1}</translation>
    </message>
    <message numerus="yes">
        <source>Submit and seal %n</source>
        <translation>
            <numerusform>提交并密封 %n 份</numerusform>
        </translation>
    </message>
    <message>
        <source>Your part</source>
        <translation>您的部分</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手工传递</translation>
    </message>
    <message>
        <source>In the folder</source>
        <translation>在文件夹中</translation>
    </message>
    <message>
        <source>Waiting for the folder</source>
        <translation>等待文件夹</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>WorkDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>YouCard</name>
    <message>
        <source>Key {0}</source>
        <translation>密钥 {0}</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Your card says your name and your public keys, no secret. It lies in the shared folder; without one, save it and send it to your colleagues.</source>
        <translation>您的名片包含您的姓名和公钥，没有任何秘密。它放在共享文件夹中；没有文件夹时，请保存并发给同事。</translation>
    </message>
    <message>
        <source>Save my card…</source>
        <translation>保存我的名片…</translation>
    </message>
    <message>
        <source>Take in a card…</source>
        <translation>接收名片…</translation>
    </message>
</context>
<context>
    <name>YouGroup</name>
    <message>
        <source>You</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Stands on reviews and feedback sheets.</source>
        <translation>显示在质检和反馈单上。</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>机构名称</translation>
    </message>
    <message>
        <source>Heads every feedback sheet.</source>
        <translation>显示在每份反馈单的抬头。</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message numerus="yes">
        <source>Imported %n interaction(s)</source>
        <translation>
            <numerusform>已导入 %n 条会话</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
</TS>
