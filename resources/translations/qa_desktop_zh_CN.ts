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
        <translation><numerusform>升 %n 级</numerusform></translation>
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
    <name>CheatSheet</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
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
        <source>Everywhere</source>
        <translation>全局</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>搜索全部</translation>
    </message>
    <message>
        <source>These keys; the help</source>
        <translation>本快捷键表；帮助</translation>
    </message>
    <message>
        <source>Interactions, rubrics, settings</source>
        <translation>会话、评分表、设置</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Open another workspace</source>
        <translation>打开其他工作区</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
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
    <message>
        <source>Listening</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Play, pause</source>
        <translation>播放、暂停</translation>
    </message>
    <message>
        <source>1 s back, on</source>
        <translation>后退、前进 1 秒</translation>
    </message>
    <message>
        <source>5 s back, on</source>
        <translation>后退、前进 5 秒</translation>
    </message>
    <message>
        <source>More or less of the guidance</source>
        <translation>展开或收起评分说明</translation>
    </message>
    <message>
        <source>Submit, then the next of the list</source>
        <translation>提交并转到列表中的下一条</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Previous, next comment</source>
        <translation>上一条、下一条批注</translation>
    </message>
    <message>
        <source>Slower or back, pause, faster</source>
        <translation>减速或后退、暂停、加速</translation>
    </message>
    <message>
        <source>Speed down, up, normal</source>
        <translation>降速、提速、原速</translation>
    </message>
    <message>
        <source>Skip silence; hear one side</source>
        <translation>跳过静默；只听一方</translation>
    </message>
    <message>
        <source>Zoom in, out, whole call</source>
        <translation>放大、缩小、整通通话</translation>
    </message>
    <message>
        <source>Search in the transcript</source>
        <translation>在转写文本中搜索</translation>
    </message>
    <message>
        <source>Grading</source>
        <translation>评分</translation>
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
        <source>Clear the answer</source>
        <translation>清除答案</translation>
    </message>
    <message>
        <source>Previous, next item</source>
        <translation>上一项、下一项</translation>
    </message>
    <message>
        <source>Next item left to answer</source>
        <translation>下一个未作答的评分项</translation>
    </message>
    <message>
        <source>Comment, reason of the item</source>
        <translation>评分项的评语、原因</translation>
    </message>
    <message>
        <source>Comment at the playhead</source>
        <translation>在播放位置添加批注</translation>
    </message>
    <message>
        <source>Begin and end of a range</source>
        <translation>片段的起点与终点</translation>
    </message>
    <message>
        <source>Play the range, loop it</source>
        <translation>播放片段、循环播放</translation>
    </message>
    <message>
        <source>Why this score</source>
        <translation>得分计算过程</translation>
    </message>
    <message>
        <source>Undo, redo</source>
        <translation>撤销、重做</translation>
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
    <name>CommentList</name>
    <message>
        <source>Comments</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Press M, or select words: the comment is pinned there.</source>
        <translation>按 M 键，或选中文字，即可在该处添加批注。</translation>
    </message>
    <message>
        <source>New comment</source>
        <translation>新批注</translation>
    </message>
</context>
<context>
    <name>ConversationView</name>
    <message>
        <source>internal note, the customer never saw it</source>
        <translation>内部备注，客户不可见</translation>
    </message>
    <message>
        <source>{0} · longest wait</source>
        <translation>{0} · 最长等待</translation>
    </message>
    <message>
        <source>{0}: {1} → {2}</source>
        <translation>{0}：{1} → {2}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
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
        <translation><numerusform>最近 %n 天</numerusform></translation>
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
        <source>longest wait</source>
        <translation>最长等待</translation>
    </message>
    <message>
        <source>agent / customer messages</source>
        <translation>坐席 / 客户消息</translation>
    </message>
    <message>
        <source>length</source>
        <translation>会话时长</translation>
    </message>
    <message>
        <source>satisfaction</source>
        <translation>客户满意度</translation>
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
        <translation><numerusform>%n 个评分项</numerusform></translation>
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
        <translation><numerusform>提升 %n 级</numerusform></translation>
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
        <translation><numerusform>导入 %n 条会话</numerusform></translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
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
        <translation><numerusform>%n 条</numerusform></translation>
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
        <translation><numerusform>复制 %n 个名称</numerusform></translation>
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
    <name>LeftSide</name>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation><numerusform>%n 句</numerusform></translation>
    </message>
    <message>
        <source>talk {0} % agent, {1} % customer</source>
        <translation>说话占比：坐席 {0}%，客户 {1}%</translation>
    </message>
    <message>
        <source>longest silence {0}</source>
        <translation>最长静默 {0}</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>转写文本</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>会话内容</translation>
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
        <source>Import one with the recording's name to read along and to search in it.</source>
        <translation>导入与录音同名的转写文件，即可边听边看，还能搜索。</translation>
    </message>
    <message>
        <source>Import a transcript</source>
        <translation>导入转写文件</translation>
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
        <translation><numerusform>全部内容完好；已校验 %n 个录音。</numerusform></translation>
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
        <translation><numerusform>已导入 %n 条会话</numerusform></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message numerus="yes">
        <source>Removed %n interaction(s)</source>
        <translation><numerusform>已移除 %n 条会话</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n stayed because they have reviews</source>
        <translation><numerusform>%n 条因已有质检而保留</numerusform></translation>
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
        <source>Feedback sheet</source>
        <translation>反馈单</translation>
    </message>
</context>
<context>
    <name>OptionsBar</name>
    <message>
        <source>Left of two channels</source>
        <translation>双声道中的左声道</translation>
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
    <name>ProblemBanner</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation><numerusform>另有 %n 条</numerusform></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
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
        <source>Kind of comment {0}</source>
        <translation>批注 {0} 的类型</translation>
    </message>
    <message>
        <source>Item of comment {0}</source>
        <translation>批注 {0} 的关联项</translation>
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
        <source>Last change</source>
        <translation>上一步操作</translation>
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
        <translation><numerusform>%n 条</numerusform></translation>
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
        <translation><numerusform>%n 项</numerusform></translation>
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
        <source>Import file…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>停用</translation>
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
    <message>
        <source>Import a rubric</source>
        <translation>导入评分表</translation>
    </message>
    <message>
        <source>Rubrics (*.yaml *.yml *.json)</source>
        <translation>评分表 (*.yaml *.yml *.json)</translation>
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
        <source>{0}  Ctrl ⏎</source>
        <translation>{0}  Ctrl ⏎</translation>
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
        <translation><numerusform>还剩 %n 项</numerusform></translation>
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
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>You</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>语言与外观</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Feedback sheets</source>
        <translation>反馈单</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
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
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
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
        <source>Go back when playing on</source>
        <translation>继续播放时回退</translation>
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
        <source>Paper size</source>
        <translation>纸张大小</translation>
    </message>
    <message>
        <source>Copy recordings into the workspace</source>
        <translation>将录音复制到工作区</translation>
    </message>
    <message>
        <source>Otherwise they are played from where they lie, as long as they lie there.</source>
        <translation>否则从原位置播放，前提是文件仍在原处。</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
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
        <source>Best that is there</source>
        <translation>自动选择</translation>
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
    <name>SoundPanel</name>
    <message>
        <source>Swap agent and customer</source>
        <translation>互换坐席与客户声道</translation>
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
        <translation><numerusform>%n 条会话</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation><numerusform>%n 份草稿</numerusform></translation>
    </message>
    <message>
        <source>{0} graded</source>
        <translation>{0} 条已质检</translation>
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
        <source>Back 5 seconds (Shift+Left)</source>
        <translation>后退 5 秒（Shift+←）</translation>
    </message>
    <message>
        <source>Forward 5 seconds</source>
        <translation>前进 5 秒</translation>
    </message>
    <message>
        <source>Forward 5 seconds (Shift+Right)</source>
        <translation>前进 5 秒（Shift+→）</translation>
    </message>
    <message>
        <source>Skip silence</source>
        <translation>跳过静默</translation>
    </message>
    <message>
        <source>Jump over silences while playing (S)</source>
        <translation>播放时跳过静默（S）</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>坐席</translation>
    </message>
    <message>
        <source>Hear the agent only (G)</source>
        <translation>只听坐席（G）</translation>
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
        <source>Hear the customer only (G)</source>
        <translation>只听客户（G）</translation>
    </message>
    <message>
        <source>Hear the customer only</source>
        <translation>只听客户</translation>
    </message>
    <message>
        <source>Comment here</source>
        <translation>在此批注</translation>
    </message>
    <message>
        <source>Comment at the playhead, or on the selected range (M)</source>
        <translation>在播放位置或所选区间添加批注（M）</translation>
    </message>
    <message>
        <source>Speed; the pitch is kept ([ slower, ] faster, \ normal)</source>
        <translation>播放速度，音调不变（[ 减慢，] 加快，\ 恢复）</translation>
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
        <source>Pause (Space)</source>
        <translation>暂停（空格）</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>播放（空格）</translation>
    </message>
    <message>
        <source>Speed {0}</source>
        <translation>速度 {0}</translation>
    </message>
</context>
<context>
    <name>TurnCanvas</name>
    <message>
        <source>Comment on this</source>
        <translation>在此批注</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>TurnPanel</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Search  Ctrl+F</source>
        <translation>搜索  Ctrl+F</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Comment on these words</source>
        <translation>批注这些文字</translation>
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
    <name>Waveform</name>
    <message>
        <source>silence {0} s</source>
        <translation>静默 {0} 秒</translation>
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
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation><numerusform>%n 条批注</numerusform></translation>
    </message>
    <message>
        <source>Position {0} of {1}, {2}</source>
        <translation>位置 {0} / {1}，{2}</translation>
    </message>
</context>
</TS>
