# Generates the parser from grammar/ with the ANTLR tool, into the OBJECT library `cadre_grammar`,
# and the reference lexer into `cadre_reference_lexer` (tests alone use that one).
#
# The tool's code holds u8"…" literals that are no `const char*` in C++20: -fno-char8_t. Its
# warnings are not ours: -w, and its headers are SYSTEM to whoever includes them.
find_program(CADRE_ANTLR antlr4 REQUIRED)

set(generated ${CMAKE_BINARY_DIR}/generated)
set(grammar ${CMAKE_SOURCE_DIR}/grammar)

add_custom_command(
  OUTPUT ${generated}/CadreLexer.cpp ${generated}/CadreLexer.h ${generated}/CadreLexer.tokens
  COMMAND ${CADRE_ANTLR} -Dlanguage=Cpp -o ${generated} CadreLexer.g4
  WORKING_DIRECTORY ${grammar}
  DEPENDS ${grammar}/CadreLexer.g4
  COMMENT "Generating the reference lexer"
  VERBATIM)

add_custom_command(
  OUTPUT ${generated}/CadreParser.cpp ${generated}/CadreParser.h
  COMMAND ${CADRE_ANTLR} -Dlanguage=Cpp -no-listener -lib ${generated} -o ${generated} CadreParser.g4
  WORKING_DIRECTORY ${grammar}
  DEPENDS ${grammar}/CadreParser.g4 ${generated}/CadreLexer.tokens
  COMMENT "Generating the parser"
  VERBATIM)

function(cadre_generated name)
  add_library(${name} OBJECT ${ARGN})
  target_compile_options(${name} PRIVATE -w -fno-char8_t)
  target_include_directories(${name} SYSTEM PUBLIC ${generated} ${CADRE_antlr_INCLUDE}/antlr4-runtime ${grammar})
  target_link_libraries(${name} PUBLIC cadre::antlr)
endfunction()

cadre_generated(cadre_grammar ${generated}/CadreParser.cpp ${generated}/CadreParser.h)
if(CADRE_TESTS)
  cadre_generated(cadre_reference_lexer ${generated}/CadreLexer.cpp ${generated}/CadreLexer.h)
endif()
