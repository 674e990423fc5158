# cadre_embed_files(TARGET NAMESPACE FILES file…)
#
# Compiles files into TARGET. `#include "<namespace>_files.h"` declares
#   namespace cadre::embedded { llvm::StringRef find<Namespace>(llvm::StringRef fileName); … }
# The functions are `find` (empty when there is no such file) and `names` (sorted), in the namespace
# cadre::embedded::NAMESPACE.
function(cadre_embed_files target space)
  cmake_parse_arguments(arg "" "" "FILES" ${ARGN})
  set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded)
  set(script ${CMAKE_SOURCE_DIR}/cmake/embed_files.py)
  add_custom_command(
    OUTPUT ${out}/${space}_files.h ${out}/${space}_files.cpp
    COMMAND ${CADRE_PYTHON} ${script} ${space} ${out} ${arg_FILES}
    DEPENDS ${script} ${arg_FILES}
    COMMENT "Embedding ${space}"
    VERBATIM)
  # GCC and clang take longer literals than the 65,536 bytes that the standard promises.
  set_source_files_properties(${out}/${space}_files.cpp PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
  target_sources(${target} PRIVATE ${out}/${space}_files.cpp ${out}/${space}_files.h)
  target_include_directories(${target} PRIVATE ${out})
endfunction()

find_program(CADRE_PYTHON NAMES /usr/bin/python3 python3 REQUIRED)
