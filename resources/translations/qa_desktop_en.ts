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
    <name>LeftSide</name>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n turn</numerusform>
            <numerusform>%n turns</numerusform>
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
        <source>%n stayed because they have reviews</source>
        <translation>
            <numerusform>%n stayed because they have reviews</numerusform>
            <numerusform>%n stayed because they have reviews</numerusform>
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
</TS>
