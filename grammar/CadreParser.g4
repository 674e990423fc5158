/**
 * The sentences of the Cadre language: LL(1), every choice decided by one token of look-ahead.
 *
 * A file is a list of declarations. A declaration may carry a block in braces, and a block is a
 * list of items. One rule serves the items of every block; which item may stand in which block,
 * and how often, is a table of the compiler (compiler/syntax/items.def), so that a line in the
 * wrong block is understood before it is refused.
 *
 * The order of tokens is the definition; line breaks carry no meaning.
 */
parser grammar CadreParser;

options { tokenVocab = CadreLexer; }

file : declaration* EOF;

/** What stands at the top of a file. */
declaration
    : use
    | framework
    | scale
    | kind
    | category
    | attribute
    | statement
    | competency
    | ledByName
    | credential
    | resource
    | family
    | everyProfile
    | profile
    | path
    | crosswalk
    | translation
    ;

/** What stands in a block: declarations that nest, and lines that say something of the owner. */
item
    : framework
    | scale
    | level
    | kind
    | category
    | attributeText
    | statement
    | bulletList
    | competency
    | ledByName
    | ledByNumber
    | credential
    | resource
    | family
    | everyProfile
    | profile
    | path
    | crosswalk
    | translation
    | requirement
    | lowers
    | drops
    | membership
    | partOf
    | matches
    | was
    | replaces
    | allow
    | deprecated
    | reviewed
    | keywords
    | renews
    | develops
    | textItem
    | wordItem
    | translations
    | bullet
    ;

block : LEFT_BRACE item* RIGHT_BRACE;

/** `use acme.core as core with rules` */
use : USE qualifiedName (AS name)? (WITH RULES)?;

/** `framework acme.marketing "Acme marketing" { … }` */
framework : FRAMEWORK qualifiedName STRING? block?;

/** Declared: `scale Skill "Skill" cumulative { … }`. Named by its user: `scale Skill`. */
scale : SCALE qualifiedName STRING? CUMULATIVE? (NUMERIC range)? block?;

range : NUMBER DOT_DOT NUMBER;

/** `level Foundation "Foundation" { … }`; on a numeric scale an anchor: `level 2 { … }` */
level : LEVEL levelRef STRING? block?;

/** A level's name or, on a numeric scale, a number. */
levelRef : NUMBER | levelName (DOT name)*;

/** `kind craft "Craft" like technical` */
kind : KIND qualifiedName STRING? (LIKE qualifiedName)? block?;

category : CATEGORY qualifiedName STRING? block?;

/** `attribute grade "Grade" on profile : one of P1, P2 required` */
attribute : ATTRIBUTE qualifiedName STRING? (ON name (COMMA name)*)? (COLON attributeType)? REQUIRED? block?;

/** In a translation: `attribute grade "Niveau"` */
attributeText : ATTRIBUTE qualifiedName STRING? block?;

attributeType : name (OF name (COMMA name)* | MATCHING STRING | range)?;

/**
 * A statement declared (`task T0023 "Place stories." `), named (`tasks T0023, T0024`) or written
 * in place (`tasks { - Place stories. }`).
 */
statement : (KNOWLEDGE | SKILL | ABILITY | TASK | SKILLS | ABILITIES | TASKS)
            (block | qualifiedNames STRING? block?);

/** `develop { - Shadow two pitches. }` */
bulletList : (DEVELOP | EVIDENCE | INTERVIEW) block;

/** A competency of the kind `general`; one of another kind begins with its kind: `ledByName`. */
competency : COMPETENCY qualifiedName STRING? block?;

/**
 * What begins with a name of the author's: a competency of a kind (`technical competency X "X"`),
 * the value of an attribute (`grade P3`), or steps (`Junior -> Senior -> Lead`).
 */
ledByName : leadName (DOT name)* (competency | attributeValue | steps);

/** A row of a crosswalk from a numeric scale: `2 -> 3.5` */
ledByNumber : NUMBER steps;

steps : (ARROW levelRef)+;

attributeValue : STRING | TEXT_BLOCK | NUMBER | DATE | valueName;

/** Declared with its title and block, or named: `credential APR desired` */
credential : CREDENTIAL qualifiedName STRING? importance? block?;

resource : RESOURCE qualifiedName STRING? block?;

/** Declared with its title and block, or named: `family Marketing.Communications` */
family : FAMILY qualifiedName STRING? block?;

/** `every profile in Marketing except Intern { requires … }` */
everyProfile : EVERY PROFILE (IN qualifiedNames)? (EXCEPT qualifiedNames)? block;

profile : ABSTRACT? PROFILE qualifiedName STRING? (EXTENDS qualifiedNames)? block?;

path : PATH qualifiedName STRING? block?;

crosswalk : CROSSWALK qualifiedName STRING? FROM qualifiedName TO qualifiedName block?;

translation : TRANSLATION name block?;

/** `requires MediaRelations at Advanced essential weight 3 because "…"` */
requirement : REQUIRES qualifiedName (AT levelRef)? importance? (WEIGHT NUMBER)? (BECAUSE text)?;

/** `lowers Teamwork to Foundation because "…"`, `lowers Teamwork to desired because "…"` */
lowers : LOWERS qualifiedName TO (importance | levelRef importance?) (BECAUSE text)?;

drops : DROPS qualifiedName (BECAUSE text)?;

/** `in Communications.Media, Writing` */
membership : IN qualifiedNames;

partOf : PART OF qualifiedNames;

/** `matches close esco "http://data.europa.eu/esco/skill/abc"` */
matches : MATCHES name name (STRING | NUMBER | name);

was : WAS qualifiedNames;

replaces : REPLACES qualifiedNames;

/** `allow vague-verb because "…"`; of a change, with the version that may bring it:
    `allow requirement-raised at "2.2.0" because "…"` */
allow : ALLOW name (AT STRING)? (BECAUSE text)?;

deprecated : DEPRECATED STRING (BECAUSE text)? (USE qualifiedName)?;

reviewed : REVIEWED DATE;

keywords : KEYWORDS STRING (COMMA STRING)*;

renews : RENEWS EVERY NUMBER name;

/** `develops MediaRelations to Advanced` */
develops : DEVELOPS qualifiedName (TO levelRef)?;

textItem : (ABOUT | VERSION | PUBLISHER | LICENSE | URI | CODE | URL | ISSUER | ID | SINCE) text;

wordItem : (STATUS | LANGUAGE | TYPE) name;

translations : TRANSLATIONS name (COMMA name)*;

bullet : BULLET;

importance : ESSENTIAL | DESIRED | OPTIONAL;

text : STRING | TEXT_BLOCK;

qualifiedNames : qualifiedName (COMMA qualifiedName)*;

qualifiedName : name (DOT name)*;

/** Every keyword can be a name. */
name : levelName | importance;

/** No level is called like an importance. */
levelName : valueName | COMPETENCY;

/** A value of an attribute: any name but `competency`, which would begin a declaration. */
valueName
    : leadName
    | FRAMEWORK | USE | SCALE | LEVEL | KIND | CATEGORY | ATTRIBUTE | CREDENTIAL
    | RESOURCE | FAMILY | EVERY | ABSTRACT | PROFILE | PATH | CROSSWALK | TRANSLATION
    | KNOWLEDGE | SKILL | ABILITY | TASK
    | SKILLS | ABILITIES | TASKS | DEVELOP | EVIDENCE | INTERVIEW
    | REQUIRES | LOWERS | DROPS | IN | PART | MATCHES | WAS | REPLACES | ALLOW
    | DEPRECATED | REVIEWED | KEYWORDS | RENEWS | DEVELOPS | ABOUT | VERSION
    | PUBLISHER | LICENSE | URI | CODE | URL | ISSUER | ID | SINCE | STATUS
    | LANGUAGE | TYPE | TRANSLATIONS
    | AS | WITH | CUMULATIVE | NUMERIC | LIKE | ON | OF | MATCHING | REQUIRED
    | EXTENDS | EXCEPT | AT | TO | WEIGHT | BECAUSE
    ;

/**
 * A name that can begin an item: no word that begins one itself, and none that can follow a
 * complete item without punctuation. A kind or an attribute called otherwise is refused where it
 * is declared.
 */
leadName : IDENT | FROM | RULES;
