"""French headings, labels, and what stands around a text on a government's page."""

from suivi.reader.languages.language import Headings

_NUMBER = r"(?:n[o°º]\.? ?)?(?:1er|\d{1,3}(?:\.\d{1,3}){0,3}|[ivx]{1,5}|[a-h](?= *[:.–—-])|premi[eè]re?|deuxième|second|seconde|troisième|quatrième|cinquième)"
_COLON = r" *(?:[:.–—-]+ *|$| +)"

HEADINGS = Headings(
    pillar=(
        r"(?P<label>(?:pilier|axe(?: stratégique| prioritaire| d'intervention)?|volet|partie|section|chapitre|titre|domaine(?: prioritaire| de coopération| d'action)?|"
        rf"priorité(?: stratégique)?|orientation(?: stratégique)?|composante|chantier|objectif(?: stratégique| général| spécifique)?|thème) +{_NUMBER}\b|(?:première|deuxième|troisième|quatrième|cinquième) partie\b){_COLON}"
    ),
    action=rf"(?P<label>(?:action|initiative|engagement|mesure|activité|décision) +{_NUMBER}\b){_COLON}",
    sheet=rf"(?P<label>(?:projet|fiche|fiche-projet|fiche projet|dossier) +{_NUMBER}\b){_COLON}",
    initiatives=(
        r"(?:\*\*)?(?:initiatives?|principales initiatives|initiatives (?:conjointes|communes|prioritaires|concrètes)|"
        r"actions?(?: prévues| à entreprendre| prioritaires| concrètes| conjointes| communes)?|mesures(?: concrètes| prévues)?|"
        r"engagements|activités(?: prévues)?|prochaines étapes|livrables|résultats attendus|nous allons|nous nous engageons à)"
        r"(?: *:(?:\*\*)? *|(?:\*\*)?$)"
    ),
    doing=(
        r"(?:\*\*)?(?:ce que (?:nous|les parties|les deux pays|les partenaires) (?:ferons|feront|allons faire|vont faire|entendons faire|entendent faire)(?: ensemble)?|"
        r"(?:nos|les) engagements|actions (?:convenues|retenues|proposées|envisagées)|mesures (?:convenues|retenues|envisagées)|pistes d'action|champs d'action)(?: *:(?:\*\*)? *|(?:\*\*)?$)"
    ),
    aims=r"(?:\*\*)?(?:objectifs?(?: communs| stratégiques)?|buts?|orientations)(?: *:(?:\*\*)? *|(?:\*\*)?$)",
    contents=r"(?:table des mati[èe]res|sommaire|contenu|dans cette page|sur cette page) *:?",
    closing=(
        r"(?:(?:les )?(?:mécanismes?|dispositifs?|modalités) de (?:suivi|mise en œuvre|coordination|gouvernance)[^.;:]{0,60}|conclusion|mise en œuvre(?: et suivi)?|suivi(?: et (?:évaluation|examen))?|gouvernance(?: et suivi)?|"
        r"dispositions finales|prochaines étapes|examen(?: annuel)?|durée|modalités(?: de mise en œuvre)?)"
    ),
    furniture=(
        r".{0,200}\bphoto ?: .{1,60}|(?:fait|fait et signé|signée?|adoptée?) (?:à|en) [^.;:]{2,60}(?:19|20)\d\d\b.*|fil d'ariane|language selection|sélection de la langue|gouvernement du canada ?/ ?government of canada|menu principal|main menu|skip to (?:main )?content|nos actions|actualités|salle de (?:presse|nouvelles)|en ce moment|communique conjoint|communiqué (?:final|conjoint)|déclaration (?:conjointe|commune|finale)|symbole du gouvernement du canada|vous êtes ici.{0,120}|(?:lire la suite|en savoir plus).{0,60}|(?:dernière mise à jour|mis à jour le|publié le).{0,40}|©.{0,80}|document d'information|texte intégral|jpe?g|png|(?:enregistrer|poster|laisser|publier) un commentaire|(?:aucun|\d{1,3}|votre) commentaires? *:?|partager *:?|partager [«“\"].{0,200}|(?:restaurer|augmenter|réduire) la taille du texte.{0,60}|[^.;:|]{0,30}(?:\.\w{2,12}){0,3} ?\| ?mis à jour le.{0,40}|par *: *\| *mots clés *:.{0,80}|envoye[rz] (?:cette page )?à un ami|entrez votre (?:nom|courriel) *:|entrez le courriel.{0,40}|télécharger l'application.*|\[? ?publicité ?\]?|réagir à cet article.*|prononcé le.*|circonstances? *:.*|médias? *:.*|auteur\(s\) .{0,120}|intervenant\(s\) *:.*|communiqué(?: de presse)?|déclaration|(?:passer|sauter|aller)(?: directement)?(?: au| le)? contenu(?: principal)?|main content(?: container)?|main container|contenu principal|logo|"
        r"(?:accueil|recherche|menu|partager(?: cette page)?|imprimer|english|français|haut de la page|suivez-nous|"
        r"partager sur (?:facebook|x|twitter|linkedin)|envoyer par courriel|contenu connexe|liens connexes|"
        r"contacts?|relations avec les médias|affaires mondiales canada|gouvernement du canada|"
        r"de *: *[^.]{2,60}|date de publication.*|page suivante|page précédente|nouvelles|canada\.ca)"
    ),
    tail=(
        r"détails de la page|date de modification|à propos de ce site|signaler un problème|"
        r"partager cette page|avis(?: de non-responsabilité)?$|personnes?-ressources?|(?:contacts?|contact presse|renseignements) *:|pour (?:de )?plus (?:amples )?(?:d'informations?|de renseignements|renseignements)|-? ?30 ?-?$|liens connexes|contenu connexe|"
        r"relations avec les médias|haut de la page|conditions d'utilisation|vous pourriez aussi"
    ),
    columns=(
        r"(?P<action>(?:(?:principales?|prochaines?) )?(?:actions?|activités?|mesures?|initiatives?|engagements?|livrables?|tâches?|étapes?|interventions?)(?: \(.*\)|"
        r" (?:prévue?s?|à mener|proposée?s?|prioritaires?|envisagée?s?|concrètes?|communes?|conjointes?|clés?))?)|"
        r"(?P<time>échéanc(?:es?|iers?)|calendrier|années?|délais?|dates?(?: limites?| cibles?)?|périodes?|quand)|"
        r"(?P<number>n[°oº]\.?|numéro|#|réf\.?)|"
        r"(?P<other>(?:produits?|extrants?|résultats?|effets?|livrables?)(?: .{1,20})?|indicateurs?(?: .{1,25})?|organes?.*|organismes?.*|responsables?.*|pilotes?.*|porteurs?.*|"
        r"partenaires?.*|chefs?.*|ministères?.*|entités?.*|structures?.*|(?:budgets?|coûts?|montants?|ressources?|financements?|moyens?)(?: .{1,25})?|état.*|avancement|statut|cibles?|objectifs?.*|pays|axes?|thèmes?|"
        r"domaines?|priorités?|sources? de vérification|remarques?|observations?|qui|responsabilités?|institutions?.*|acteurs?.*|missions?|déplacements?)"
    ),
    dated=(
        r"[^.;:]{0,60}\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d|(?:du |le )?\d{1,2} \w{3,9} (?:19|20)\d\d ?nor|(?:le )?(?:\d{1,2}|1er) \w{3,9} (?:19|20)\d\d *[–—-].{2,90}|[^.;:\d]{2,50}? (?:le )?(?:\d{1,2}|1er)(?: ?(?:et|[-–]) ?\d{1,2})? (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) (?:19|20)\d\d|"
        r"(?:[^.;:]{0,60}?[,–|-] *)?(?:le )?(?:(?:\d{1,2}|1er)(?: ?(?:et|[-–]) ?\d{1,2})? )?(?:(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) )?\(?(?:19|20)\d\d(?: ?[-–/] ?(?:19|20)?\d\d)?\)?"
    ),
    headline=(
        r"(?:le|la|l'|les) ?\w[^.;:]{3,80} (?:conviennent|convient|s'accordent|s'engagent|s'entendent|signent|signe|lancent|lance|renforcent|renforce|"
        r"(?:se |s')?(?:mettent|met|unissent) |adoptent|adopte|annoncent|annonce|relancent|relance|réaffirment|réaffirme|resserrent|entament|créent|veulent|entendent)\b"
    ),
    article=r"(?:les?|la|l'|nos|notre|nous|ce|cette|ces|ils?|elles?|leurs?|une?|des|en|au|aux|chaque|tous|on)\b",
    # « Art. 3.Une commission mixte se réunit … »: before a clause the article is only its number.
    enumerator=r"(?P<article>art(?:icle|\.) ?(?:premier|\d{1,3}(?:er)?|[ivx]{1,6})(?:\. ?[-–—]? ?| ?[-–—:] ?)(?=.{60}))",
    asks=r"(?:quel(?:le)?s?|comment|pourquoi|qu'|que|qui|où|quand|en quoi|à qui|de quoi|combien)\b",
    subtitle=(
        r"(?:\d+(?:er?|re|ème|e)? (?:rencontre|session|sommet|réunion|conseil|dialogue|commission)\b.{0,120}|(?:projet de |texte d[eu] )?(?:relevé|procès-verbal|communiqué|énoncé|déclaration|plan d'action|feuille de route|protocole|mémorandum|accord|entente|programme|conclusions|compte rendu|arrangement|convention|document|note) "
        r"(?:des?|du|d'|de la|de l'|entre|sur|relati(?:f|ve)|conjointe?|commune?|final|concernant|adoptée?|signée?|à l'issue)\b.{0,200})"
    ),
    told=(
        r"(?:contexte|mise en contexte|historique|rappel|état des lieux|état de la situation|bilan (?:des|de la) \w+.*|(?:principales? )?(?:réalisations|avancées|acquis)(?: à ce jour)?|"
        r"faits saillants|faits en bref|en bref|où en sommes-nous)(?: et (?:contexte|justification|enjeux))?"
    ),
    unfinished=r"\b(?:à|de|pour) *:",
    article_label=r"art(?:icle|\.) ?(?:premier|\d{1,3}(?:er)?|[ivx]+\b)",
)
