"""English headings, labels, and what stands around a text on a government's page."""

from suivi.reader.languages.language import Headings

_NUMBER = r"(?:no\. ?|number )?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[ivx]{1,5}|[a-h](?= *[:.–—-])|one|two|three|four|five|six|seven|eight|nine|ten)"
_COLON = r" *(?:[:.–—-]+ *|$| +)"

HEADINGS = Headings(
    pillar=(
        r"(?P<label>(?:pillar|part|section|chapter|title|priority(?: area)?|area(?: of cooperation)?|theme|track|strand|axis|goal|"
        rf"(?:strategic )?objective|focus area|work ?stream) +{_NUMBER}\b|(?:first|second|third|fourth|fifth|sixth) pillar\b){_COLON}"
    ),
    action=rf"(?P<label>(?:action(?: item)?|initiative|commitment|deliverable|measure|activity|project) +{_NUMBER}\b){_COLON}",
    initiatives=(
        r"(?:\*\*)?(?:(?:(?:key|joint|shared|concrete|planned|priority|proposed|specific|main|new) )*(?:initiatives|actions|deliverables|commitments|activities|measures|action items)"
        r"|next steps|way forward|actions to be taken|we will|we commit to|expected outcomes|initiative|action)(?: *:(?:\*\*)? *|(?:\*\*)?$)"
    ),
    doing=(
        r"(?:\*\*)?(?:what (?:we|canada|the (?:parties|partners|sides|two sides|two countries)) (?:will|intends? to|plans? to|are going to) do(?: together)?|how we will (?:do it|get there)|"
        r"(?:agreed|main|priority|proposed|planned|concrete|specific|joint) (?:areas? of action|actions?|steps|undertakings)|areas of action|(?:our|joint|shared) commitments)(?: *:(?:\*\*)? *|(?:\*\*)?$)"
    ),
    aims=r"(?:\*\*)?(?:(?:shared|joint|common|strategic|key) )?(?:aims?|objectives?|goals?)(?: *:(?:\*\*)? *|(?:\*\*)?$)",
    purpose=r"to (?=[a-z])",
    subtitle=(
        r"[\w ,'–-]{3,80} (?:meeting|summit|dialogue|consultations|forum|conference)|"
        r"(?:joint |chair'?s |final |press |concluding )*(?:statement|communiqu[eé]|declaration|summary|conclusions|release|outcomes?|outcome document)"
        r"(?: (?:by|of|from) [\w ,'-]{3,50}(?::.{0,80})?)?"
    ),
    contents=r"(?:table of contents|contents|on this page|in this document) *:?",
    closing=(
        r"(?:conclusions?|implementation(?: and (?:review|follow-up|monitoring))?|follow-up(?: and review)?|monitoring(?: and evaluation| and review)?|"
        r"governance|review(?: and follow-up)?|final provisions|next steps|duration|closing|annual review)"
    ),
    furniture=(
        r"[a-z]+/\d{1,4}/\d{1,6}|release (?:details|type|content)|related ministers(?: and contacts)?|from (?:the )?(?:department|ministry|office) (?:of|for) [\w ,'-]{3,60}|(?:published|last updated) on|begin text *:?|end text\.?|see also .{3,80}|(?:the )?(?:(?:deputy |acting )?prime minister|president|foreign minister|secretary of state)|media contacts?|(?:(?:senator|dr|mr|ms|mrs|sir|dame|professor) )?(?:the )?(?:rt |right )?hon(?:\.|ourable)? [\w .'-]{3,50}|[+(]?\d[\d ()/+-]{6,20}|spread the (?:love|word)|(?:(?:assistant|deputy|associate|acting) )?minister (?:for|of) (?!.* (?:will|shall|to|is|are) )(?:the )?\w[\w ,'-]{2,60}|policy paper|japanese|korean|chinese|spanish|published \d{1,2} \w+ \d{4}|this was published under the .{4,60} government|corporate report|news story|[^.;:]{2,50} [-–—|] (?:press (?:release|statement|corner)|news release|statement|communiqu[eé]|declaration|speech)|(?:press release|statement|document|ref(?:erence)?|no)\.?:? [a-z/ ]{0,12}\d[\w/ .-]{2,20}|(?:last (?:updated|modified|reviewed)|date (?:modified|published)|updated)(?: on)? *:? *\d.{0,30}|(?:learn|read|view|find out|show) more.{0,60}|want to know more.{0,60}|(?:prime minister )?crest|logo|main (?:content|container|navigation)|breadcrumbs?|begin text *:?|end text *[:.]?|language selection|you are here.{0,120}|the text of the following (?:joint )?statement was (?:released|issued) by .{0,160}|government of canada / gouvernement du canada|for immediate release|unofficial translation|check against delivery|backgrounder|news release|media release|(?:download |agreed |joint |final |chair's )?(?:statement|communiqu[eé]|declaration)|press release|skip to (?:main )?content|"
        r"(?:archived (?:information|content)|information identified as archived|this is (?:archived|historical)|the website is no longer updated).*|search form|main container|the white house|office of the (?:press secretary|spokesperson)|u\.s\. department of state|\[(?:place|date|source|notes?|full text|pdf[^\[\]]{0,20})\].{0,100}|(?:view |open )?(?:printer[- ]friendly|print(?:able|er)?) (?:friendly )?version|view printer friendly version|advertisements?|p\. ?\d{1,4}|(?:p\. ?o\. ?box|tel(?:ephone)?|phone|fax|e-?mail|website)\b ?[:.]? ?[^;]{2,80}|skip (?:all|first|over|navigation|to)\b.{0,120}|"
        r"(?:(?:home|search|help|contact(?: us)?|français|english|menu|site ?map|about(?: us)?|news(?:room)?|media(?: room)?|publications|events|privacy|"
        r"log ?in|sign in|subscribe|register|topics|services|departments?|canada site|feedback|a-z index|careers|links|archives?|what's new)(?: ?[|·•>/-] ?| +|$)){3,}|"
        r"(?:no |\d+ )?comments? *:?|(?:post|leave|add) a (?:comment|reply)|"
        r"(?:home|search|menu|share(?: this page)?|print(?: this page)?|français|english|back to top|follow us|return to top|"
        r"share on (?:facebook|x|twitter|linkedin)|email this page|related (?:links|content|products|information)|"
        r"contacts?|media relations(?: office)?|global affairs canada|government of canada|"
        r"from *: *[^.]{2,60}|date published.*|published.{0,30}\d{4}|next page|previous page|news|canada\.ca|download.{0,60}pdf.*|listen|tags?:.*)"
    ),
    tail=(
        r"page details|date modified|about this site|report a problem|share this page|disclaimer$|contacts?$|(?:media |press )?contacts?(?: information)? *:|for (?:more|further) information|-? ?30 ?-?$|# ?# ?#|related (?:links|content)|"
        r"media contacts?|media relations|back to top|terms and conditions|privacy|you may also|associated links|footnotes?$"
    ),
    columns=(
        r"(?P<action>(?:(?:key|proposed|planned|specific|concrete|priority|joint|main) )?(?:actions?|activit(?:y|ies)|measures?|initiatives?|commitments?|deliverables?|"
        r"action items?|tasks?|next steps?|interventions?)(?: \(.*\)|/activit(?:y|ies)| to be taken)?)|"
        r"(?P<time>time ?(?:line|frame|table)s?|timing|years?|deadlines?|(?:target |completion |due )?dates?|period|schedule|when|by|by when|target year)|"
        r"(?P<number>no\.?|#|n[°o]\.?|number|ref\.?|item)|"
        r"(?P<other>(?:expected |key )?(?:outputs?|outcomes?|results?)|(?:performance )?indicators?|responsible.*|(?:lead|implementing|responsible|focal).*|bod(?:y|ies)|"
        r"agenc(?:y|ies)|ministr(?:y|ies)|institutions?|(?:key )?partners?|status|progress|budget|resources?|baseline|targets?|objectives?|goals?|sectors?|areas?|themes?|"
        r"means of verification|who|how|remarks?|comments?|notes?|stakeholders?|countr(?:y|ies)|pillars?|priorit(?:y|ies)|benchmarks?|responsibility|funding|organi[sz]ations?)"
    ),
    dated=(
        r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d\.?,?(?: \d{1,2}:\d\d)?|(?:(?:mon|tue|tues|wed|thu|thurs|fri|sat|sun)[a-z]{0,6}[.,]*,? +)(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,? +(?:\d{1,2}(?:st|nd|rd|th)?,? +)?(?:19|20)\d\d|"
        r"(?:[^.;:,\d]{2,40}, )?(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}|"
        r"[^.;:\d]{2,50}? (?:on )?\d{1,2}(?:st|nd|rd|th)?(?:[-–]\d{1,2})? (?:january|february|march|april|may|june|july|august|september|october|november|december),? (?:19|20)\d\d|"
        r"(?:[^.;:]{0,60}?[,–|-] *)?(?:(?:on|the) )?(?:\d{1,2}(?:st|nd|rd|th)?(?:[-–]\d{1,2})? (?:january|february|march|april|may|june|july|august|september|october|november|december),? (?:19|20)\d\d|"
        r"(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{1,2}(?:[-–]\d{1,2})?,?)? (?:19|20)\d\d|(?:19|20)\d\d(?: ?[-–/] ?(?:19|20)?\d\d)?)(?: no\.? ?\d{1,4})?(?: *[,–-] *(?:[^.;:]{2,60}|\d{1,2}:\d\d(?: [ap]m)?))?"
    ),
    told=(
        r"(?:general |policy |historical )?(?:background|context|state of play|current (?:situation|state|status)|(?:key |main |major )?achievements(?: to date| so far)?|progress (?:to date|so far|achieved|made)|"
        r"(?:quick|key|fast) facts|where we (?:are|stand)|what we have (?:done|achieved))(?: and (?:rationale|context|background|achievements))?"
    ),
    unfinished=r"\b(?:to|will|shall) *:",
    subject=r"(?:the|both|our) (?:(?:two|three|four|six|seven|prime|foreign|defen[cs]e|contracting) )*(?:leaders|ministers|sides|parties|countries|governments|participants|presidents|partners|heads of (?:state|government|delegation)|delegations) *:",
    asks=r"(?:what|how|why|who|when|where|which)\b",
    recital=r"(?:recogni[sz]ing|considering|desiring|desirous|recalling|mindful|convinced|conscious|bearing in mind|taking (?:due )?note|wishing|pursuant|reaffirming|noting|having)\b",
    article_label=r"article (?:\d{1,3}|[ivxl]{1,6})\b",
    article=r"(?:the|our|we|this|these|they|it|its|their|an?|in|on|both|all|each|he|she|there|canada)\b",
)
