/**
 * The words of the Cadre language.
 *
 * This is the reference definition of the tokens. The compiler reads source with a scanner of its
 * own (compiler/parse/scanner.cpp) that is tested against this grammar token by token; where the
 * two differ on text without errors, this page is right.
 *
 * Every keyword is soft: the parser accepts it as a name wherever a name can stand.
 */
lexer grammar CadreLexer;

@lexer::postinclude {
#include "bullet_depth.h"
}

options { superClass = BulletDepth; }

// What declares.
FRAMEWORK    : 'framework';
USE          : 'use';
SCALE        : 'scale';
LEVEL        : 'level';
KIND         : 'kind';
CATEGORY     : 'category';
ATTRIBUTE    : 'attribute';
COMPETENCY   : 'competency';
CREDENTIAL   : 'credential';
RESOURCE     : 'resource';
FAMILY       : 'family';
EVERY        : 'every';
ABSTRACT     : 'abstract';
PROFILE      : 'profile';
PATH         : 'path';
CROSSWALK    : 'crosswalk';
TRANSLATION  : 'translation';
KNOWLEDGE    : 'knowledge';
SKILL        : 'skill';
ABILITY      : 'ability';
TASK         : 'task';

// What begins an item of a block.
SKILLS       : 'skills';
ABILITIES    : 'abilities';
TASKS        : 'tasks';
DEVELOP      : 'develop';
EVIDENCE     : 'evidence';
INTERVIEW    : 'interview';
REQUIRES     : 'requires';
LOWERS       : 'lowers';
DROPS        : 'drops';
IN           : 'in';
PART         : 'part';
MATCHES      : 'matches';
WAS          : 'was';
REPLACES     : 'replaces';
ALLOW        : 'allow';
DEPRECATED   : 'deprecated';
REVIEWED     : 'reviewed';
KEYWORDS     : 'keywords';
RENEWS       : 'renews';
DEVELOPS     : 'develops';
ABOUT        : 'about';
VERSION      : 'version';
PUBLISHER    : 'publisher';
LICENSE      : 'license';
URI          : 'uri';
CODE         : 'code';
URL          : 'url';
ISSUER       : 'issuer';
ID           : 'id';
SINCE        : 'since';
STATUS       : 'status';
LANGUAGE     : 'language';
TYPE         : 'type';
TRANSLATIONS : 'translations';

// What joins the parts of one item.
AS           : 'as';
WITH         : 'with';
RULES        : 'rules';
CUMULATIVE   : 'cumulative';
NUMERIC      : 'numeric';
LIKE         : 'like';
ON           : 'on';
OF           : 'of';
MATCHING     : 'matching';
REQUIRED     : 'required';
EXTENDS      : 'extends';
EXCEPT       : 'except';
AT           : 'at';
TO           : 'to';
FROM         : 'from';
ESSENTIAL    : 'essential';
DESIRED      : 'desired';
OPTIONAL     : 'optional';
WEIGHT       : 'weight';
BECAUSE      : 'because';

LEFT_BRACE   : '{';
RIGHT_BRACE  : '}';
COMMA        : ',';
DOT          : '.';
DOT_DOT      : '..';
COLON        : ':';
ARROW        : '->';

/** `2026-03-01`. */
DATE         : DIGIT DIGIT DIGIT DIGIT '-' DIGIT DIGIT '-' DIGIT DIGIT;

/** A sign and a fraction are allowed: `3`, `-1`, `4.12`. */
NUMBER       : [+-]? DIGIT+ ('.' DIGIT+)?;

/** A Unicode identifier (UAX #31) with `-` inside. */
IDENT        : START ('-'? CONTINUE)*;

/** One line of text. */
STRING       : '"' (ESCAPE | ~["\\\r\n])* '"';

/** A text block; common indentation is stripped. */
TEXT_BLOCK   : '"""' (ESCAPE | ~[\\])*? '"""';

/**
 * Unquoted prose to the end of the line or an unescaped brace, and the lines below it that are
 * indented deeper than the dash. `deeper()` is the one predicate of this grammar.
 */
BULLET       : '-' [ \t] PROSE? CONTINUATION*;

COMMENT      : '//' ~[\r\n]*  -> channel(HIDDEN);
SPACE        : [ \t\r\n\uFEFF]+ -> channel(HIDDEN);

fragment DIGIT        : [0-9];
fragment START        : [\p{XID_Start}];
fragment CONTINUE     : [\p{XID_Continue}];
fragment ESCAPE       : '\\' ~[\r\n];
fragment PROSE        : ('\\' [{}] | ~[{}\r\n])+;
fragment CONTINUATION : '\r'? '\n' [ \t]+ {deeper()}? PROSE;
