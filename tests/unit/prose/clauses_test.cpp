// Sentences of many trades, and what leads them. `Third Plans: delivers` is Plans in the third person with
// one more verb of the same subject.
#include "prose/text.h"
#include "support/test.h"

using namespace cadre::prose;

namespace {

struct Row {
  const char* sentence;
  const char* reading;
};

std::string reading(llvm::StringRef plain, Lexicon& lexicon) {
  static const char* const forms[] = {"None", "Third", "Imperative", "Gerund", "Past"};
  Text text;
  text.read(plain, lexicon);
  Sentence sentence = text.sentences().front();
  Lead lead = leadOf(text, sentence);
  std::string out = forms[static_cast<unsigned>(lead.form)];
  if (lead.form == LeadForm::None) return out;
  out += " " + text.words(lead.token, lead.token + 1).str();
  llvm::StringRef before = ": ";
  for (uint32_t verb : coordinatedVerbs(text, sentence, lead)) {
    out += before.str() + text.words(verb, verb + 1).str();
    before = " ";
  }
  return out;
}

const Row english[] = {
    {"Reports incidents", "Third Reports"},
    {"Plans the rota", "Third Plans"},
    {"Designs and tests circuits", "Third Designs: tests"},
    {"Records temperature and pulse every hour.", "Third Records"},
    {"Plans leave and rotas", "Third Plans"},
    {"Identifies risks and reports them", "Third Identifies: reports"},
    {"Checks welds and reports to the foreman", "Third Checks: reports"},
    {"Reviews plans and reports", "Third Reviews"},
    {"Open communication with patients", "None"},
    {"Team player", "None"},
    {"Customer focus", "None"},
    {"Clear communication", "None"},
    {"Clear the line before the next shift", "Imperative Clear"},
    {"Strong skills", "None"},
    {"Market research", "None"},
    {"Risk assessment", "None"},
    {"Sound judgement", "None"},
    {"Drafts", "Third Drafts"},
    {"Independently plans the work", "Third plans"},
    {"When a case is new, asks the supervisor", "Third asks"},
    {"In emergencies, calls the duty officer", "Third calls"},
    {"Under supervision, prepares the tray", "Third prepares"},
    {"Is able to weld", "None"},
    {"Can weld pipes", "None"},
    {"Has completed the course", "Past completed"},
    {"Uses X to plan and record Y", "Third Uses"},
    {"Coaches colleagues who plan and run lessons", "Third Coaches"},
    {"Plans, delivers and evaluates lessons", "Third Plans: delivers evaluates"},
    {"Drafts contracts, letters and notes", "Third Drafts"},
    {"Selects and applies the method", "Third Selects: applies"},
    {"Explains options and their risks", "Third Explains"},
    {"Takes the blood pressure and documents it in the chart.", "Third Takes: documents"},
    {"Sets the amperage, cleans the plate and tacks the joint.", "Third Sets: cleans tacks"},
    {"Write the migration and roll it out to staging.", "Imperative Write: roll"},
    {"Administers oral medicines from the trolley", "Third Administers"},
    {"Escalates concerns about a deteriorating patient", "Third Escalates"},
    {"Monitors fluid balance and charts every intake", "Third Monitors: charts"},
    {"Changes dressings and documents the wound", "Third Changes: documents"},
    {"Charts observations", "Third Charts"},
    {"Feeds, washes and dresses patients", "Third Feeds: washes dresses"},
    {"Dresses wounds", "Third Dresses"},
    {"Hands over the shift", "Third Hands"},
    {"Grinds and polishes welds", "Third Grinds: polishes"},
    {"Tacks the joint, checks the gap and runs the root pass", "Third Tacks: checks runs"},
    {"Cuts, bevels and grinds pipe ends", "Third Cuts: bevels grinds"},
    {"Sets up jigs and fixtures", "Third Sets"},
    {"Marks undercut with chalk", "Third Marks"},
    {"Bends tube and plate to drawing", "Third Bends"},
    {"Posts invoices and credit notes to the ledger", "Third Posts"},
    {"Balances the ledger and signs off the accounts", "Third Balances: signs"},
    {"Books journeys and hotels", "Third Books"},
    {"Forecasts cash needs", "Third Forecasts"},
    {"Audits accounts and controls", "Third Audits"},
    {"Estimates costs and benefits of a change", "Third Estimates"},
    {"Marks homework and returns it within a week", "Third Marks: returns"},
    {"Teaches phonics and models reading aloud", "Third Teaches: models"},
    {"Questions pupils and adapts the lesson to their answers", "Third Questions: adapts"},
    {"Seats a pupil within sight of the board", "Third Seats"},
    {"Groups pupils by need", "Third Groups"},
    {"Models good practice", "Third Models"},
    {"Writes tests and documents", "Third Writes"},
    {"Writes tests and documents them", "Third Writes: documents"},
    {"Reviews code and merges changes", "Third Reviews: merges"},
    {"Refactors modules and removes dead code", "Third Refactors: removes"},
    {"Logs errors and alerts", "Third Logs"},
    {"Logs errors and alerts the owner", "Third Logs: alerts"},
    {"Ships features behind flags", "Third Ships"},
    {"Deploys services and rolls back failures", "Third Deploys: rolls"},
    {"Designs interfaces and data models", "Third Designs"},
    {"Profiles queries and indexes tables", "Third Profiles: indexes"},
    {"Answers calls and emails", "Third Answers"},
    {"Answers calls and emails customers", "Third Answers: emails"},
    {"Handles complaints, refunds and returns", "Third Handles"},
    {"Schedules staff and resources", "Third Schedules"},
    {"Leads meetings and projects", "Third Leads"},
    {"Coaches and mentors colleagues", "Third Coaches: mentors"},
    {"Trains and supports new staff", "Third Trains: supports"},
    {"Plans, tests and deploys software", "Third Plans: tests deploys"},
    {"Trades bonds", "Third Trades"},
    {"Tests", "Third Tests"},
    {"Loads trucks and shelves goods", "Third Loads: shelves"},
    {"Stocks shelves and rotates stock", "Third Stocks: rotates"},
    {"Cooks, plates and serves meals", "Third Cooks: plates serves"},
    {"Cleans tools and machines after use", "Third Cleans"},
    {"Machines parts to tolerance", "Third Machines"},
    {"Surveys land and structures", "Third Surveys"},
    {"Samples water and analyses the results", "Third Samples: analyses"},
    {"Checks that tools and reports are in place", "Third Checks"},
    {"Explains how tests and releases work", "Third Explains"},
    {"Ensures that drawings and records match", "Third Ensures"},
    {"Records who enters and leaves the site", "Third Records"},
    {"Writes a message that states the request and names the owner", "Third Writes"},
    {"Identifies risks that affect the project and reports them", "Third Identifies: reports"},
    {"Works with clients to identify needs and develops solutions", "Third Works: develops"},
    {"Uses feedback to improve and share practice", "Third Uses"},
    {"Helps colleagues plan and run lessons", "Third Helps"},
    {"Before each shift, checks and calibrates the set", "Third checks: calibrates"},
    {"If a pump fails, isolates it and calls the fitter", "Third isolates: calls"},
    {"After an incident, writes a report", "Third writes"},
    {"On request, demonstrates the tool", "Third demonstrates"},
    {"As shift leader, allocates tasks", "Third allocates"},
    {"With guidance, drafts and files returns", "Third drafts: files"},
    {"Where a rule is unclear, seeks advice", "Third seeks"},
    {"Plan lessons and mark work", "Imperative Plan: mark"},
    {"Write code and test it", "Imperative Write: test"},
    {"Test code and report bugs", "Imperative Test: report"},
    {"Review plans and reports", "Imperative Review"},
    {"Record temperature and pulse", "Imperative Record"},
    {"Gather data and report findings to the board", "Imperative Gather: report"},
    {"Open a ticket for each new error", "Imperative Open"},
    {"Close the books at month end", "Imperative Close"},
    {"Lead teams and manage budgets", "Imperative Lead: manage"},
    {"Weld pipe in a fixed position", "Imperative Weld"},
    {"Purge lines before welding", "Imperative Purge"},
    {"Risk management", "None"},
    {"Project planning", "None"},
    {"Change control", "None"},
    {"Team leadership", "None"},
    {"Budget control", "None"},
    {"Stock control", "None"},
    {"Test automation", "None"},
    {"Data analysis and reporting", "None"},
    {"Planning and organising", "Gerund Planning: organising"},
    {"Problem solving", "None"},
    {"Decision making", "None"},
    {"Public speaking", "None"},
    {"Record keeping", "None"},
    {"Report writing", "None"},
    {"Customer service", "None"},
    {"Good communication with parents", "None"},
    {"Ability to work under pressure", "None"},
    {"Knowledge of welding codes", "None"},
    {"Excellent written English", "None"},
    {"Experience in nursing", "None"},
    {"Understanding of risk", "None"},
    {"Awareness of safety", "None"},
    {"Responsible for the ledger", "None"},
    {"Strong focus on quality", "None"},
    {"Proven track record", "None"},
    {"Detailed knowledge of payroll", "None"},
    {"Advanced welding", "None"},
    {"Led a team of six", "Past Led"},
    {"Managed budgets and staff", "Past Managed"},
    {"Leading teams and managing budgets", "Gerund Leading: managing"},
    {"Never leaves a controlled drug unattended", "Third leaves"},
    {"Does not store passwords in plain text", "Third store"},
    {"Do not store passwords", "Imperative store"},
    {"Don't share keys", "Imperative share"},
    {"Can lead a team", "None"},
    {"Has led projects", "Past led"},
    {"The team plans its work", "None"},
    {"Staff plan their own rota", "None"},
    {"Documents are filed by date", "None"},
    {"Reports are sent on time", "None"},
    {"Systems thinking", "None"},
    {"Operations management", "None"},
    {"Sales and marketing", "None"},
    {"Human resources", "None"},
    {"Needs analysis", "None"},
    {"Works as part of a team", "Third Works"},
    {"Acts on feedback", "Third Acts"},
    {"Shows care and compassion", "Third Shows"},
    {"Serves as first contact for suppliers", "Third Serves"},
    {"Provides support and advice to carers", "Third Provides"},
    {"Maintains equipment and records", "Third Maintains"},
    {"Maintains equipment and keeps records", "Third Maintains: keeps"},
    {"Maintains equipment and records faults", "Third Maintains: records"},
    {"Measures, marks out and cuts sheet metal", "Third Measures: marks cuts"},
    {"Reads and follows the method statement", "Third Reads: follows"},
    {"Requests and interprets blood tests", "Third Requests: interprets"},
    {"Requests and referrals are logged", "Third Requests"},
    {"Builds and leads teams", "Third Builds: leads"},
    {"Delivers training and supports learners in the workplace", "Third Delivers: supports"},
    {"Manages risks and issues", "Third Manages"},
    {"Manages risks, issues and changes to scope", "Third Manages"},
    {"Collects samples, labels tubes and sends them to the laboratory", "Third Collects: labels sends"},
    {"Lifts and moves loads with a crane", "Third Lifts: moves"},
    {"Lists assets, owners and controls", "Third Lists"},
    {"Reduces waste and costs", "Third Reduces"},
    {"Saves time and costs", "Third Saves"},
    {"Compares quotes and orders parts", "Third Compares: orders"},
    {"Compares quotes and orders", "Third Compares"},
    {"Prepares accounts and files returns on time", "Third Prepares: files"},
    {"Sorts mail and packages", "Third Sorts"},
    {"Sorts mail and packages goods for dispatch", "Third Sorts: packages"},
    {"Types letters and minutes", "Third Types"},
    {"Greets visitors and guides them to the meeting room", "Third Greets: guides"},
    {"Greets visitors and guests", "Third Greets"},
    {"Training for teachers is given each year", "None"},
    {"Orders the tools and resources it needs", "Third Orders"},
    {"Attend events, such as press conferences and travel shows", "Imperative Attend"},
    {"Select materials to meet specifications and improve yield", "Imperative Select"},
    {"Notifies the owner; closes the ticket", "Third Notifies: closes"},
    {"Seeks to improve the process", "Third Seeks"},
    {"Works as a shift leader and reports to the plant manager", "Third Works: reports"},
    {"Providing guidance to carers", "Gerund Providing"},
    {"Shadows a senior nurse during rounds", "Third Shadows"},
    {"Double-checks each dose with a second nurse", "Third Double-checks"},
    {"Preheats quenched steel", "Third Preheats"},
    {"Debrides necrotic tissue with a scalpel", "Third Debrides"},
    {"Debrides the wound", "Third Debrides"},
    {"Regularly and independently debugs code", "Third debugs"},
    {"Has a clean driving licence", "Third Has"},
    {"Not only plans but also delivers training", "Third plans: delivers"},
    {"Titrates oxygen to the prescribed saturation", "Third Titrates"},
    {"Identifies possible faults (and reports them to the owner)", "Third Identifies"},
    {"Own the roadmap", "Imperative Own"},
    {"Lay bricks to a line", "Imperative Lay"},
    {"Set up and operate a lathe", "Imperative Set: operate"},
    {"Organise folders, and manage, save and delete files", "Imperative Organise: manage save delete"},
    {"Recognises when meetings clash, and tells the people affected", "Third Recognises: tells"},
    {"Explains treatment options, informing the patient of risks", "Third Explains"},
    {"Repairs pumps, motors, valves and gauges", "Third Repairs"},
};

const Row french[] = {
    {"Rédiger les comptes rendus", "Imperative Rédiger"},
    {"Rédaction de rapports", "None"},
    {"Planifie les congés et établit le planning", "Third Planifie: établit"},
    {"Analyse les risques et contrôle les soudures", "Third Analyse: contrôle"},
    {"Analyse des besoins", "None"},
    {"Contrôle qualité", "None"},
    {"Identifier les besoins, proposer des solutions et suivre leur mise en œuvre", "Imperative Identifier: proposer suivre"},
    {"Utiliser un outil pour planifier, suivre et évaluer le projet", "Imperative Utiliser"},
    {"En cas d'urgence, appelle le médecin de garde", "Third appelle"},
    {"Sous supervision, prépare le plateau", "Third prépare"},
    {"S'assurer de la conformité et en rendre compte", "Imperative assurer: rendre"},
    {"Identifie les écarts et les transmet au chef d'équipe", "Third Identifie: transmet"},
    {"Sait souder", "None"},
    {"Est capable de souder", "None"},
    {"Gestion des stocks", "None"},
    {"Mesure la tension et le pouls", "Third Mesure"},
    {"Rédige des contrats et des lettres", "Third Rédige"},
    {"Accompagne les collègues qui préparent et animent des ateliers", "Third Accompagne"},
    {"Écrit un message qui précise la demande et nomme le responsable", "Third Écrit"},
    {"Concevoir et tester des circuits", "Imperative Concevoir: tester"},
    {"Régulièrement, vérifie les extincteurs", "Third vérifie"},
    {"Met à jour le dossier et informe la famille", "Third Met: informe"},
    {"Travail en équipe", "None"},
    {"Sens du service", "None"},
    {"Lorsque le cas est nouveau, demande conseil", "Third demande"},
    {"A rédigé un rapport", "Past rédigé"},
    {"Communication claire", "None"},
    {"Développement des compétences", "None"},
    {"Ne laisse jamais un patient seul", "Third laisse"},
    {"Choisit et applique la méthode", "Third Choisit: applique"},
    {"Vérifie les soudures, consigne les résultats et informe le client", "Third Vérifie: consigne informe"},
    {"Organise des réunions et rédige des comptes rendus", "Third Organise: rédige"},
    {"Gère les stocks et les commandes", "Third Gère"},
    {"Gère les stocks et passe les commandes", "Third Gère: passe"},
    {"Encadre une équipe et ses projets", "Third Encadre"},
    {"Forme et accompagne les nouveaux salariés", "Third Forme: accompagne"},
    {"Peut souder des tubes", "None"},
    {"Avant chaque tournée, contrôle le véhicule et les papiers", "Third contrôle"},
    {"Pour réduire les risques, applique les consignes", "Third applique"},
    {"Administre les médicaments et note les doses dans le dossier", "Third Administre: note"},
    {"Concevoir un plan pour réduire les coûts et améliorer la qualité", "Imperative Concevoir"},
    {"Maîtrise des outils", "None"},
    {"Connaissance des normes", "None"},
    {"Conduite de projets", "None"},
    {"Conduit les entretiens annuels", "Third Conduit"},
    {"Résout les conflits ou les signale à la direction", "Third Résout: signale"},
};

}  // namespace

TEST_CASE("English sentences are read as a person reads them") {
  std::unique_ptr<Lexicon> lexicon = Lexicon::open("en");
  for (const Row& row : english) {
    INFO(row.sentence);
    CHECK(reading(row.sentence, *lexicon) == row.reading);
  }
}

TEST_CASE("French sentences are read as a person reads them") {
  std::unique_ptr<Lexicon> lexicon = Lexicon::open("fr");
  for (const Row& row : french) {
    INFO(row.sentence);
    CHECK(reading(row.sentence, *lexicon) == row.reading);
  }
}

TEST_CASE("a full stop, an ending in -ise or -ize, and capitals make no difference") {
  std::unique_ptr<Lexicon> lexicon = Lexicon::open("en");
  CHECK(reading("Plans the rota and orders supplies.", *lexicon) == "Third Plans: orders");
  CHECK(reading("plans the rota and orders supplies", *lexicon) == "Third plans: orders");
  CHECK(reading("Organizes events and summarizes results", *lexicon) == "Third Organizes: summarizes");
  CHECK(reading("Organises events and summarises results", *lexicon) == "Third Organises: summarises");
}

TEST_CASE("each sentence has its own lead") {
  std::unique_ptr<Lexicon> lexicon = Lexicon::open("en");
  Text text;
  text.read("Checks the gap. The reading is recorded. Signs the card.", *lexicon);
  REQUIRE(text.sentences().size() == 3);
  CHECK(leadOf(text, text.sentences()[0]).form == LeadForm::Third);
  CHECK(leadOf(text, text.sentences()[1]).form == LeadForm::None);
  CHECK(leadOf(text, text.sentences()[2]).form == LeadForm::Third);
  CHECK(leadOf(text, {}).form == LeadForm::None);
}
