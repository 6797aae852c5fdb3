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
        <source>Compare with the agent's last review</source>
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
        <translation><numerusform>评分对象；共 %n 位坐席参与</numerusform></translation>
    </message>
    <message>
        <source>Whom does the score go to?</source>
        <translation>为哪位坐席评分？</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation><numerusform>%n 条消息</numerusform></translation>
    </message>
    <message>
        <source>{0} % of the agents' words</source>
        <translation>占坐席发言 {0}%</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation><numerusform>%n 条备注</numerusform></translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>建议</translation>
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
        <source>Show settings</source>
        <translation>显示设置</translation>
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
        <translation><numerusform>已将 %n 条批注导出到 {0}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n without a time left out</source>
        <translation><numerusform>%n 条没有时间，未导出</numerusform></translation>
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
        <translation><numerusform>已导入 %n 条批注</numerusform></translation>
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
        <translation><numerusform>{0} 中有 %n 条批注</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Take %n comment(s)</source>
        <translation><numerusform>导入 %n 条批注</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation><numerusform>新 %n 条</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n would change a comment that is there</source>
        <translation><numerusform>%n 条会改动已有批注</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <translation><numerusform>%n 条已存在</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n past the recording's end</source>
        <translation><numerusform>%n 条超出录音时长</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n on items that this scorecard does not have</source>
        <translation><numerusform>%n 条关联的评分项不在本评分表中</numerusform></translation>
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
        <translation><numerusform>显示全部（还有 %n 行）</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Show %n quoted line(s)</source>
        <translation><numerusform>显示 %n 行引用内容</numerusform></translation>
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
    <name>DraftBanner</name>
    <message>
        <source>This draft is {0}'s</source>
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
    <name>EvidenceRow</name>
    <message>
        <source>“{0}”</source>
        <translation>“{0}”</translation>
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
        <source>From the customer's first message to an agent's first public answer</source>
        <translation>从客户第一条消息到坐席首次公开回复</translation>
    </message>
    <message>
        <source>bot's first reply</source>
        <translation>机器人首次回复</translation>
    </message>
    <message>
        <source>A bot's answer is no agent's: waits go on until an agent answers</source>
        <translation>机器人回复不算坐席回复：等待一直算到坐席回复为止</translation>
    </message>
    <message>
        <source>times reopened</source>
        <translation>重新打开次数</translation>
    </message>
    <message>
        <source>From the first unanswered message to an agent's next public answer</source>
        <translation>从第一条未回复的消息到坐席下一次公开回复</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) at the end got no answer</source>
        <translation><numerusform>最后 %n 条消息未获回复</numerusform></translation>
    </message>
    <message>
        <source>longest wait</source>
        <translation>最长等待</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of a bot</source>
        <translation><numerusform>机器人消息 %n 条</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n internal note(s)</source>
        <translation><numerusform>内部备注 %n 条</numerusform></translation>
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
        <source>From the agents' first message to their last</source>
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
        <source>This export has no times: waits and lengths can't be told.</source>
        <translation>导出数据没有时间，无法计算等待与时长。</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) without a time.</source>
        <translation><numerusform>%n 条消息没有时间。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) could not be measured.</source>
        <translation><numerusform>%n 次等待无法计算。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The clock goes back at %n place(s).</source>
        <translation><numerusform>有 %n 处时间倒退。</numerusform></translation>
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
        <translation><numerusform>%n 句</numerusform></translation>
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
        <translation><numerusform>共 %n 处静默；点击前往下一处</numerusform></translation>
    </message>
    <message>
        <source>both speak {0}</source>
        <translation>同时说话 {0}</translation>
    </message>
    <message numerus="yes">
        <source>Both speak at once at %n place(s); a press goes to the next</source>
        <translation><numerusform>共 %n 处双方同时说话；点击前往下一处</numerusform></translation>
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
        <source>This number isn't possible here.</source>
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
        <translation><numerusform>有 %n 个操作使用自定义按键。</numerusform></translation>
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
        <translation><numerusform>%n 份新增或有改动</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n rubric(s)</source>
        <translation><numerusform>%n 份评分表</numerusform></translation>
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
        <translation><numerusform>共享库中有 %n 份新增或变动的评分表</numerusform></translation>
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
        <source>If it is unplugged, the sound goes on on the system's own output.</source>
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
        <translation><numerusform>%n 条已有质检或更正，予以保留</numerusform></translation>
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
    <message numerus="yes">
        <source>%n section(s)</source>
        <translation><numerusform>%n 个维度</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation><numerusform>%n 处需要查看</numerusform></translation>
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
        <source>Agent's side begins later by</source>
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
    <name>PublishDialog</name>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>This can't be published yet</source>
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
        <source>From then on it can be graded with, and can't be changed any more: what comes later is another version. Reviews that are under way keep theirs.</source>
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
    <name>RecorderOffer</name>
    <message>
        <source>Use it for later imports</source>
        <translation>用于后续导入</translation>
    </message>
    <message numerus="yes">
        <source>…and for %n not graded yet</source>
        <translation><numerusform>并用于 %n 条尚未评分的</numerusform></translation>
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
        <translation><numerusform>已更改 %n 条录音。</numerusform></translation>
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
        <source>The text can't be read as YAML.</source>
        <translation>文本无法按 YAML 解析。</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s) to mend before publishing</source>
        <translation><numerusform>发布前须改正 %n 处错误</numerusform></translation>
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
        <translation><numerusform>缺少 %n 处翻译</numerusform></translation>
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
        <translation><numerusform>%n 处错误</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation><numerusform>%n 条提示</numerusform></translation>
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
        <source>Points times the section's weight</source>
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
        <source>goes to its section's other items</source>
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
        <source>can't be chosen</source>
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
        <source>The sections' weights add up to {0}.</source>
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
        <source>can't be written</source>
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
        <source>The items' weights add up to {0}.</source>
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
        <source>The rubric's file as text</source>
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
        <source>The file can't be used before it is mended.</source>
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
        <translation><numerusform>%n 个评分项</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n example(s)</source>
        <translation><numerusform>%n 个示例</numerusform></translation>
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
        <translation><numerusform>对该说话人的全部 %n 条发言生效，仅限本会话。</numerusform></translation>
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
        <translation><numerusform>未提交：还有 %n 个评分项</numerusform></translation>
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
        <source>The workspace can't be opened</source>
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
        <source>Really delete: they can't be brought back</source>
        <translation>确定删除：无法恢复</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) today</source>
        <translation><numerusform>今天 %n 份质检</numerusform></translation>
    </message>
    <message>
        <source>None measured today</source>
        <translation>今天尚无统计</translation>
    </message>
    <message numerus="yes">
        <source>%n review(s)</source>
        <translation><numerusform>%n 份质检</numerusform></translation>
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
        <translation><numerusform>%n 个答案</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n N/A</source>
        <translation><numerusform>%n 个不适用</numerusform></translation>
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
        <translation><numerusform>撤回全部 %n 处更正</numerusform></translation>
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
        <translation><numerusform>%n 份已提交的质检</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) of reviews</source>
        <translation><numerusform>%n 份质检草稿</numerusform></translation>
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
        <source>Once reviews are submitted, the items' averages stand here, version by version.</source>
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
        <source>The system's own</source>
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
        <translation><numerusform>另有 %n 条</numerusform></translation>
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
        <translation><numerusform>%n 份未计入：草稿中已没有其场景</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n left out: their version is not what was published</source>
        <translation><numerusform>%n 份未计入：其版本与发布的内容不一致</numerusform></translation>
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
        <translation><numerusform>%n 份已提交的质检已重新计分，仅在内存中进行</numerusform></translation>
    </message>
    <message>
        <source>Answers are missing: they are left out, as if N/A. With the worst and the best answers instead the mean would be {0} to {1}.</source>
        <translation>缺少部分答案：按“不适用”处理，不计入。若按最差和最好的答案计，平均得分为 {0} 至 {1}。</translation>
    </message>
    <message numerus="yes">
        <source>The outcome of %n review(s) depends on those answers</source>
        <translation><numerusform>%n 份质检的结果取决于这些答案</numerusform></translation>
    </message>
    <message>
        <source>What the past can't tell</source>
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
    <name>WorkDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
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
        <translation><numerusform>已导入 %n 条会话</numerusform></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
</TS>
