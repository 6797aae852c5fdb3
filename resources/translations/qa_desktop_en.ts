<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AdjustmentLine</name>
    <message numerus="yes">
        <source>%n grade(s) up</source>
        <translation>
            <numerusform>%n grade up</numerusform>
            <numerusform>%n grades up</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgentButton</name>
    <message numerus="yes">
        <source>Whom the score goes to; %n agent(s) took part</source>
        <translation>
            <numerusform>Whom the score goes to; %n agent took part</numerusform>
            <numerusform>Whom the score goes to; %n agents took part</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgreementTrend</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ArrivalsCard</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BlindReviews</name>
    <message numerus="yes">
        <source>Submitted and sealed. %n left to grade.</source>
        <translation>
            <numerusform>Submitted and sealed. %n left to grade.</numerusform>
            <numerusform>Submitted and sealed. %n left to grade.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Calibration</name>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>%n call</numerusform>
            <numerusform>%n calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chat(s)</source>
        <translation>
            <numerusform>%n chat</numerusform>
            <numerusform>%n chats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n participant(s)</source>
        <translation>
            <numerusform>%n participant</numerusform>
            <numerusform>%n participants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalibrationPage</name>
    <message numerus="yes">
        <source>%n file(s) taken in</source>
        <translation>
            <numerusform>%n file taken in</numerusform>
            <numerusform>%n files taken in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalibrationPart</name>
    <message numerus="yes">
        <source>%n submission(s) arrived</source>
        <translation>
            <numerusform>%n submission arrived</numerusform>
            <numerusform>%n submissions arrived</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalibrationRulings</name>
    <message numerus="yes">
        <source>The agreed answers are the reference; %n answer(s) are still open</source>
        <translation>
            <numerusform>The agreed answers are the reference; %n answer are still open</numerusform>
            <numerusform>The agreed answers are the reference; %n answers are still open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Clearness</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommentFiles</name>
    <message numerus="yes">
        <source>%n comment(s) exported to {0}</source>
        <translation>
            <numerusform>%n comment exported to {0}</numerusform>
            <numerusform>%n comments exported to {0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a time left out</source>
        <translation>
            <numerusform>%n without a time left out</numerusform>
            <numerusform>%n without a time left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) imported</source>
        <translation>
            <numerusform>%n comment imported</numerusform>
            <numerusform>%n comments imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommentImportDialog</name>
    <message numerus="yes">
        <source>%n comment(s) in {0}</source>
        <translation>
            <numerusform>%n comment in {0}</numerusform>
            <numerusform>%n comments in {0}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n comment(s)</source>
        <translation>
            <numerusform>Take %n comment</numerusform>
            <numerusform>Take %n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n would change a comment that is there</source>
        <translation>
            <numerusform>%n would change a comment that is there</numerusform>
            <numerusform>%n would change a comment that is there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n there already</source>
        <translation>
            <numerusform>%n there already</numerusform>
            <numerusform>%n there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n past the recording&apos;s end</source>
        <translation>
            <numerusform>%n past the recording&apos;s end</numerusform>
            <numerusform>%n past the recording&apos;s end</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on items that this scorecard does not have</source>
        <translation>
            <numerusform>%n on items that this scorecard does not have</numerusform>
            <numerusform>%n on items that this scorecard does not have</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConversationView</name>
    <message numerus="yes">
        <source>Show all, %n more line(s)</source>
        <translation>
            <numerusform>Show all, %n more line</numerusform>
            <numerusform>Show all, %n more lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n quoted line(s)</source>
        <translation>
            <numerusform>Show %n quoted line</numerusform>
            <numerusform>Show %n quoted lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DatesPopup</name>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Last %n day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueStrip</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExchangeCard</name>
    <message numerus="yes">
        <source>%n file(s) to hand on: save them, then send them.</source>
        <translation>
            <numerusform>%n file to hand on: save them, then send them.</numerusform>
            <numerusform>%n files to hand on: save them, then send them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) wait here and go out by themselves as soon as the folder is back.</source>
        <translation>
            <numerusform>%n file wait here and go out by themselves as soon as the folder is back.</numerusform>
            <numerusform>%n files wait here and go out by themselves as soon as the folder is back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FactCards</name>
    <message numerus="yes">
        <source>%n message(s) at the end got no answer</source>
        <translation>
            <numerusform>%n message at the end got no answer</numerusform>
            <numerusform>%n messages at the end got no answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of a bot</source>
        <translation>
            <numerusform>%n message of a bot</numerusform>
            <numerusform>%n messages of a bot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n internal note(s)</source>
        <translation>
            <numerusform>%n internal note</numerusform>
            <numerusform>%n internal notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) without a time.</source>
        <translation>
            <numerusform>%n message without a time.</numerusform>
            <numerusform>%n messages without a time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) could not be measured.</source>
        <translation>
            <numerusform>%n wait could not be measured.</numerusform>
            <numerusform>%n waits could not be measured.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock goes back at %n place(s).</source>
        <translation>
            <numerusform>The clock goes back at %n place.</numerusform>
            <numerusform>The clock goes back at %n places.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FactsBar</name>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n silence(s); a press goes to the next</source>
        <translation>
            <numerusform>%n silence; a press goes to the next</numerusform>
            <numerusform>%n silences; a press goes to the next</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Both speak at once at %n place(s); a press goes to the next</source>
        <translation>
            <numerusform>Both speak at once at %n place; a press goes to the next</numerusform>
            <numerusform>Both speak at once at %n places; a press goes to the next</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FigureCards</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grade(s) up</source>
        <translation>
            <numerusform>%n grade up</numerusform>
            <numerusform>%n grades up</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>Import %n interaction(s)</source>
        <translation>
            <numerusform>Import %n interaction</numerusform>
            <numerusform>Import %n interactions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InteractionsPage</name>
    <message numerus="yes">
        <source>Copy %n name(s)</source>
        <translation>
            <numerusform>Copy %n name</numerusform>
            <numerusform>Copy %n names</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeysGroup</name>
    <message numerus="yes">
        <source>%n action(s) have keys of your own.</source>
        <translation>
            <numerusform>%n action has keys of your own.</numerusform>
            <numerusform>%n actions have keys of your own.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibrariesDialog</name>
    <message numerus="yes">
        <source>%n new or changed</source>
        <translation>
            <numerusform>%n new or changed</numerusform>
            <numerusform>%n new or changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rubric(s)</source>
        <translation>
            <numerusform>%n rubric</numerusform>
            <numerusform>%n rubrics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LibraryNews</name>
    <message numerus="yes">
        <source>%n new or changed rubric(s) in a library</source>
        <translation>
            <numerusform>%n new or changed rubric in a library</numerusform>
            <numerusform>%n new or changed rubrics in a library</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>Everything is as it was written; %n recording(s) checked.</source>
        <translation>
            <numerusform>Everything is as it was written; %n recording checked.</numerusform>
            <numerusform>Everything is as it was written; %n recordings checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported %n interaction(s)</source>
        <translation>
            <numerusform>Imported %n interaction</numerusform>
            <numerusform>Imported %n interactions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %n interaction(s)</source>
        <translation>
            <numerusform>Removed %n interaction</numerusform>
            <numerusform>Removed %n interactions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stayed because somebody worked on them</source>
        <translation>
            <numerusform>%n stayed because somebody worked on them</numerusform>
            <numerusform>%n stayed because somebody worked on them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MappingDialog</name>
    <message numerus="yes">
        <source>%n section(s)</source>
        <translation>
            <numerusform>%n section</numerusform>
            <numerusform>%n sections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MomentCard</name>
    <message numerus="yes">
        <source>%n reviewer(s)</source>
        <translation>
            <numerusform>%n reviewer</numerusform>
            <numerusform>%n reviewers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more turn(s)</source>
        <translation>
            <numerusform>and %n more turn</numerusform>
            <numerusform>and %n more turns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MomentsPanel</name>
    <message numerus="yes">
        <source>and %n more moment(s)</source>
        <translation>
            <numerusform>and %n more moment</numerusform>
            <numerusform>and %n more moments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewSessionDialog</name>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message numerus="yes">
        <source>%n left to grade</source>
        <translation>
            <numerusform>%n left to grade</numerusform>
            <numerusform>%n left to grade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All graded: %n to seal</source>
        <translation>
            <numerusform>All graded: %n to seal</numerusform>
            <numerusform>All graded: %n to seal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) opened, each signed by its writer.</source>
        <translation>
            <numerusform>%n submission opened, each signed by its writer.</numerusform>
            <numerusform>%n submissions opened, each signed by its writer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your %n submission(s) are in there unchanged.</source>
        <translation>
            <numerusform>Your %n submission are in there unchanged.</numerusform>
            <numerusform>Your %n submissions are in there unchanged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpinionsDialog</name>
    <message numerus="yes">
        <source>The answers differ at %n item(s).</source>
        <translation>
            <numerusform>The answers differ at %n item.</numerusform>
            <numerusform>The answers differ at %n items.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemBanner</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecorderOffer</name>
    <message numerus="yes">
        <source>…and for %n not graded yet</source>
        <translation>
            <numerusform>…and for %n not graded yet</numerusform>
            <numerusform>…and for %n not graded yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) were changed.</source>
        <translation>
            <numerusform>%n recording was changed.</numerusform>
            <numerusform>%n recordings were changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewHeader</name>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RubricChooser</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RubricEditor</name>
    <message numerus="yes">
        <source>%n error(s) to mend before publishing</source>
        <translation>
            <numerusform>%n error to mend before publishing</numerusform>
            <numerusform>%n errors to mend before publishing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n translation(s) missing</source>
        <translation>
            <numerusform>%n translation missing</numerusform>
            <numerusform>%n translations missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n hint</numerusform>
            <numerusform>%n hints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) to write.</source>
        <translation>
            <numerusform>%n text to write.</numerusform>
            <numerusform>%n texts to write.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulingsView</name>
    <message numerus="yes">
        <source>%n ruling(s)</source>
        <translation>
            <numerusform>%n ruling</numerusform>
            <numerusform>%n rulings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more: search for them</source>
        <translation>
            <numerusform>and %n more: search for them</numerusform>
            <numerusform>and %n more: search for them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScorePanel</name>
    <message numerus="yes">
        <source>%n item(s) left</source>
        <translation>
            <numerusform>%n item left</numerusform>
            <numerusform>%n items left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SecondView</name>
    <message numerus="yes">
        <source>%n package(s) of second opinions opened</source>
        <translation>
            <numerusform>%n package of second opinions opened</numerusform>
            <numerusform>%n packages of second opinions opened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n review(s)</source>
        <translation>
            <numerusform>Send %n review</numerusform>
            <numerusform>Send %n reviews</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) on their way</source>
        <translation>
            <numerusform>%n review on their way</numerusform>
            <numerusform>%n reviews on their way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionRow</name>
    <message numerus="yes">
        <source>%n file(s) to hand on</source>
        <translation>
            <numerusform>%n file to hand on</numerusform>
            <numerusform>%n files to hand on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) wait for the folder</source>
        <translation>
            <numerusform>%n file wait for the folder</numerusform>
            <numerusform>%n files wait for the folder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionWork</name>
    <message numerus="yes">
        <source>%n review(s) sealed</source>
        <translation>
            <numerusform>%n review sealed</numerusform>
            <numerusform>%n reviews sealed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) saved</source>
        <translation>
            <numerusform>%n file saved</numerusform>
            <numerusform>%n files saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SessionsView</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShippedDialog</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n example(s)</source>
        <translation>
            <numerusform>%n example</numerusform>
            <numerusform>%n examples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpeakerDialog</name>
    <message numerus="yes">
        <source>For all %n turn(s) of this speaker, in this interaction only.</source>
        <translation>
            <numerusform>For all %n turn of this speaker, in this interaction only.</numerusform>
            <numerusform>For all %n turns of this speaker, in this interaction only.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpokenNews</name>
    <message numerus="yes">
        <source>Not submitted: %n item(s) left</source>
        <translation>
            <numerusform>Not submitted: %n item left</numerusform>
            <numerusform>Not submitted: %n items left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n interaction(s)</source>
        <translation>
            <numerusform>%n interaction</numerusform>
            <numerusform>%n interactions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n draft</numerusform>
            <numerusform>%n drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) wait for it</source>
        <translation>
            <numerusform>%n file wait for it</numerusform>
            <numerusform>%n files wait for it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) on the way to the shared folder</source>
        <translation>
            <numerusform>%n file on the way to the shared folder</numerusform>
            <numerusform>%n files on the way to the shared folder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimesDialog</name>
    <message numerus="yes">
        <source>%n review(s) today</source>
        <translation>
            <numerusform>%n review today</numerusform>
            <numerusform>%n reviews today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s)</source>
        <translation>
            <numerusform>%n review</numerusform>
            <numerusform>%n reviews</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrendTable</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n N/A</source>
        <translation>
            <numerusform>%n N/A</numerusform>
            <numerusform>%n N/A</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TurnMenus</name>
    <message numerus="yes">
        <source>Take back all %n correction(s)</source>
        <translation>
            <numerusform>Take back all %n correction</numerusform>
            <numerusform>Take back all %n corrections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnclearList</name>
    <message numerus="yes">
        <source>%n item(s) are clear</source>
        <translation>
            <numerusform>%n item are clear</numerusform>
            <numerusform>%n items are clear</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsPanel</name>
    <message numerus="yes">
        <source>%n submitted review(s)</source>
        <translation>
            <numerusform>%n submitted review</numerusform>
            <numerusform>%n submitted reviews</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) of reviews</source>
        <translation>
            <numerusform>%n draft of reviews</numerusform>
            <numerusform>%n drafts of reviews</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Waveform</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaveformView</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhatIf</name>
    <message numerus="yes">
        <source>%n left out: the draft no longer has their scenario</source>
        <translation>
            <numerusform>%n left out: the draft no longer has their scenario</numerusform>
            <numerusform>%n left out: the draft no longer has their scenario</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out: their version is not what was published</source>
        <translation>
            <numerusform>%n left out: their version is not what was published</numerusform>
            <numerusform>%n left out: their version is not what was published</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhatIfResults</name>
    <message numerus="yes">
        <source>%n submitted review(s) scored again, in memory only</source>
        <translation>
            <numerusform>%n submitted review scored again, in memory only</numerusform>
            <numerusform>%n submitted reviews scored again, in memory only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The outcome of %n review(s) depends on those answers</source>
        <translation>
            <numerusform>The outcome of %n review depends on those answers</numerusform>
            <numerusform>The outcome of %n reviews depends on those answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s)</source>
        <translation>
            <numerusform>%n review</numerusform>
            <numerusform>%n reviews</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhatStep</name>
    <message numerus="yes">
        <source>and %n more: search for them</source>
        <translation>
            <numerusform>and %n more: search for them</numerusform>
            <numerusform>and %n more: search for them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhoStep</name>
    <message numerus="yes">
        <source>%n more can be invited once the codes are compared.</source>
        <translation>
            <numerusform>%n more can be invited once the codes are compared.</numerusform>
            <numerusform>%n more can be invited once the codes are compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n interaction(s) have no such review with this rubric version: {0}</source>
        <translation>
            <numerusform>%n interaction have no such review with this rubric version: {0}</numerusform>
            <numerusform>%n interactions have no such review with this rubric version: {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkCard</name>
    <message numerus="yes">
        <source>Submit and seal %n</source>
        <translation>
            <numerusform>Submit and seal %n</numerusform>
            <numerusform>Submit and seal %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>window</name>
    <message numerus="yes">
        <source>Imported %n interaction(s)</source>
        <translation>
            <numerusform>Imported %n interaction</numerusform>
            <numerusform>Imported %n interactions</numerusform>
        </translation>
    </message>
</context>
</TS>
