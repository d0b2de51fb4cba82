<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>WorkDialogs</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending item(s)</source>
        <translation>
            <numerusform>%n pending item</numerusform>
            <numerusform>%n pending items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ctl</name>
    <message numerus="yes">
        <source>%n shift(s) added</source>
        <translation>
            <numerusform>%n shift added</numerusform>
            <numerusform>%n shifts added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) written</source>
        <translation>
            <numerusform>%n article written</numerusform>
            <numerusform>%n articles written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>duration</name>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rosterimport</name>
    <message numerus="yes">
        <source>%1 and %n more cell(s)</source>
        <extracomment>%1: cells of a spreadsheet, as B2, C2, D2.</extracomment>
        <translation>
            <numerusform>%1 and %n more cell</numerusform>
            <numerusform>%1 and %n more cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shift(s) of %1, %2 to %3.</source>
        <extracomment>%1: names, %2 and %3: the first and the last day.</extracomment>
        <translation>
            <numerusform>%n shift of %1, %2 to %3.</numerusform>
            <numerusform>%n shifts of %1, %2 to %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %n of them are in the roster already and stay as they are.</source>
        <extracomment>%1: the sentence about all of them.</extracomment>
        <translation>
            <numerusform>%1 %n of them is in the roster already and stays as it is.</numerusform>
            <numerusform>%1 %n of them are in the roster already and stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>rosterwords</name>
    <message numerus="yes">
        <source>every %n hour(s)</source>
        <translation>
            <numerusform>every hour</numerusform>
            <numerusform>every %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>every day</numerusform>
            <numerusform>every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n week(s)</source>
        <translation>
            <numerusform>every week</numerusform>
            <numerusform>every %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and one more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>synccards</name>
    <message numerus="yes">
        <source>%n later step(s) not applied.</source>
        <translation>
            <numerusform>%n later step not applied.</numerusform>
            <numerusform>%n later steps not applied.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::programs::Console</name>
    <message numerus="yes">
        <source>The source measures %n place(s) that the team&apos;s list lacks.</source>
        <translation>
            <numerusform>The source measures %n place that the team&apos;s list lacks.</numerusform>
            <numerusform>The source measures %n places that the team&apos;s list lacks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n station(s) online</source>
        <translation>
            <numerusform>%n station online</numerusform>
            <numerusform>%n stations online</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) were refused: ask a lead to bring them in</source>
        <translation>
            <numerusform>%n article was refused: ask a lead to bring it in</numerusform>
            <numerusform>%n articles were refused: ask a lead to bring them in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) are here now</source>
        <translation>
            <numerusform>%n article is here now</numerusform>
            <numerusform>%n articles are here now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n article(s) to be looked through: Knowledge, Review</source>
        <translation>
            <numerusform>%n article to be looked through: Knowledge, Review</numerusform>
            <numerusform>%n articles to be looked through: Knowledge, Review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::AdviceLine</name>
    <message numerus="yes">
        <source>helped %n time(s) here</source>
        <translation>
            <numerusform>helped once here</numerusform>
            <numerusform>helped %n times here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>helped %n time(s)</source>
        <translation>
            <numerusform>helped once</numerusform>
            <numerusform>helped %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>did not help %n time(s)</source>
        <translation>
            <numerusform>did not help once</numerusform>
            <numerusform>did not help %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::Alarm</name>
    <message numerus="yes">
        <source>%n more need an answer</source>
        <translation>
            <numerusform>%n more needs an answer</numerusform>
            <numerusform>%n more need an answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ArticleFinder</name>
    <message numerus="yes">
        <source>%n article(s)</source>
        <translation>
            <numerusform>%n article</numerusform>
            <numerusform>%n articles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ArticleInfo</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) in %1 days</source>
        <translation>
            <numerusform>%n time in %1 days</numerusform>
            <numerusform>%n times in %1 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::BoardColumn</name>
    <message numerus="yes">
        <source>%1, %n incident(s)</source>
        <translation>
            <numerusform>%1, %n incident</numerusform>
            <numerusform>%1, %n incidents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::DuePage</name>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::FaultBanners</name>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <translation>
            <numerusform>%n waiting to be sent</numerusform>
            <numerusform>%n waiting to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The damaged file is %1. %n change(s) that were not sent are kept and go out now; the rest comes from the server.</source>
        <translation>
            <numerusform>The damaged file is %1. %n change that was not sent is kept and goes out now; the rest comes from the server.</numerusform>
            <numerusform>The damaged file is %1. %n changes that were not sent are kept and go out now; the rest comes from the server.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::FolderExportDialog</name>
    <message numerus="yes">
        <source>%n article(s) written</source>
        <translation>
            <numerusform>%n article written</numerusform>
            <numerusform>%n articles written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::FolderImportDialog</name>
    <message numerus="yes">
        <source>%n of them wait for a review</source>
        <translation>
            <numerusform>%n of them waits for a review</numerusform>
            <numerusform>%n of them wait for a review</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::HandoverFoot</name>
    <message numerus="yes">
        <source>%n wanting</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::HandoverSide</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ImportDialog</name>
    <message numerus="yes">
        <source>Import %n shift(s)</source>
        <translation>
            <numerusform>Import %n shift</numerusform>
            <numerusform>Import %n shifts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Please check %n thing(s)</source>
        <translation>
            <numerusform>Please check %n thing</numerusform>
            <numerusform>Please check %n things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not understood, and not imported: %n</source>
        <translation>
            <numerusform>Not understood, and not imported: %n</numerusform>
            <numerusform>Not understood, and not imported: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ItemDelegate</name>
    <message numerus="yes">
        <source>%n shift(s)</source>
        <translation>
            <numerusform>%n shift</numerusform>
            <numerusform>%n shifts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ItemsStep</name>
    <message numerus="yes">
        <source>%n pending item(s) to hand over</source>
        <translation>
            <numerusform>%n pending item to hand over</numerusform>
            <numerusform>%n pending items to hand over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Confirm %n blue</source>
        <translation>
            <numerusform>Confirm %n blue one</numerusform>
            <numerusform>Confirm %n blue ones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s), ticket(s) and procedure(s) to hand over</source>
        <translation>
            <numerusform>%n incident, ticket or procedure to hand over</numerusform>
            <numerusform>%n incidents, tickets and procedures to hand over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::LockBar</name>
    <message numerus="yes">
        <source>This PIN is wrong; %n more tries.</source>
        <translation>
            <numerusform>This PIN is wrong; %n more try.</numerusform>
            <numerusform>This PIN is wrong; %n more tries.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::MergeView</name>
    <message numerus="yes">
        <source>%n place(s) to decide</source>
        <translation>
            <numerusform>%n place to decide</numerusform>
            <numerusform>%n places to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::ReadBackStep</name>
    <message numerus="yes">
        <source>Read back the %n most urgent item(s)</source>
        <translation>
            <numerusform>Read back the most urgent item</numerusform>
            <numerusform>Read back the %n most urgent items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::RosterFiles</name>
    <message numerus="yes">
        <source>%n shift(s) imported</source>
        <translation>
            <numerusform>%n shift imported</numerusform>
            <numerusform>%n shifts imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::RunNotice</name>
    <message numerus="yes">
        <source>steps %1 have changed</source>
        <translation>
            <numerusform>step %1 has changed</numerusform>
            <numerusform>steps %1 have changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>steps %1 are no more</source>
        <translation>
            <numerusform>step %1 is no more</numerusform>
            <numerusform>steps %1 are no more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::RunSection</name>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n in all</numerusform>
            <numerusform>%n in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::SignStep</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::SourceGroup</name>
    <message numerus="yes">
        <source>The source answers: %n current value(s).</source>
        <translation>
            <numerusform>The source answers: %n current value.</numerusform>
            <numerusform>The source answers: %n current values.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::SystemsStep</name>
    <message numerus="yes">
        <source>%n key system(s)</source>
        <translation>
            <numerusform>%n key system</numerusform>
            <numerusform>%n key systems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::TargetPanel</name>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation>
            <numerusform>%n target</numerusform>
            <numerusform>%n targets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::TimelinePanel</name>
    <message numerus="yes">
        <source>%n entries, newest first</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries, newest first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::ui::WhoDialog</name>
    <message numerus="yes">
        <source>This PIN is wrong; %n more tries.</source>
        <translation>
            <numerusform>This PIN is wrong; %n more try.</numerusform>
            <numerusform>This PIN is wrong; %n more tries.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>watchroom::widgets::BannerStack</name>
    <message numerus="yes">
        <source>%n more</source>
        <extracomment>Banners that are not shown. zh_CN: 另有 %n 条</extracomment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
</TS>
