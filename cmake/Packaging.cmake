# `cmake --install` and CPack: a Debian package, and an archive that carries the shared libraries (decision 21).
include(GNUInstallDirs)
# Of the archive, the loader takes its own libraries, for those libraries too: RPATH holds for what they need in turn,
# RUNPATH would not.
set_target_properties(cadre PROPERTIES INSTALL_RPATH "$ORIGIN/../lib/cadre")
target_link_options(cadre PRIVATE LINKER:--disable-new-dtags)
install(TARGETS cadre RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE ${CMAKE_SOURCE_DIR}/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/examples DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY ${CMAKE_SOURCE_DIR}/runtime/pipelines/steps/ ${CMAKE_SOURCE_DIR}/runtime/pipelines/git/
  DESTINATION ${CMAKE_INSTALL_DATADIR}/cadre/pipelines USE_SOURCE_PERMISSIONS)
install(FILES ${CMAKE_SOURCE_DIR}/runtime/json/framework.schema.json
  ${CMAKE_BINARY_DIR}/compiler/emit/json/framework.ndjson.schema.json
  ${CMAKE_SOURCE_DIR}/runtime/fidelity/fidelity.schema.json
  ${CMAKE_SOURCE_DIR}/runtime/messages/diagnostic-v1.schema.json
  ${CMAKE_SOURCE_DIR}/runtime/compare/compare-v1.schema.json
  ${CMAKE_SOURCE_DIR}/runtime/diff/diff-v1.schema.json DESTINATION ${CMAKE_INSTALL_DATADIR}/cadre)
install(DIRECTORY ${CADRE_PAGES}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${CADRE_PAGES}/completions/bash/cadre DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${CADRE_PAGES}/completions/zsh/_cadre DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${CADRE_PAGES}/completions/fish/cadre.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

# The licences of what is linked as an archive, in every form of release.
set(CADRE_CARRY ${CMAKE_SOURCE_DIR}/cmake/carry_libraries.py)
get_target_property(CADRE_LLVM_ARCHIVE LLVMSupport LOCATION)
set(archives ${CADRE_LLVM_ARCHIVE} ${CADRE_TOML_INCLUDE}/toml++/toml.h)
find_path(CADRE_json_INCLUDE nlohmann/json.hpp)
list(APPEND archives ${CADRE_json_INCLUDE}/nlohmann/json.hpp)
foreach(library utf8proc md4c stemmer re2 sqlite xlsxwriter git2 antlr mbedcrypto http_parser pcre2-8)
  if(CADRE_${library}_LIBRARY MATCHES "\\.a$")
    list(APPEND archives ${CADRE_${library}_LIBRARY})
  endif()
endforeach()
string(JOIN "\" \"" archives ${archives})
install(CODE "execute_process(COMMAND \"${CADRE_PYTHON}\" \"${CADRE_CARRY}\" licences \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}\" \"${archives}\" COMMAND_ERROR_IS_FATAL ANY)")
# The shared libraries, in the archive alone.
install(CODE "execute_process(COMMAND \"${CADRE_PYTHON}\" \"${CADRE_CARRY}\" libraries \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}\" \"$<TARGET_FILE:cadre>\" COMMAND_ERROR_IS_FATAL ANY)"
  COMPONENT libraries EXCLUDE_FROM_ALL)
file(WRITE ${CMAKE_BINARY_DIR}/CPackGenerators.cmake
"if(CPACK_GENERATOR STREQUAL TGZ)
  list(APPEND CPACK_INSTALL_CMAKE_PROJECTS \"${CMAKE_BINARY_DIR}\" cadre libraries /)
endif()
")
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_BINARY_DIR}/CPackGenerators.cmake)

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_NAME cadre)
set(CPACK_PACKAGE_VENDOR "The Cadre authors")
set(CPACK_PACKAGE_CONTACT "The Cadre authors <cadre@cadre-lang.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
string(TOLOWER ${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR} platform)
set(CPACK_PACKAGE_FILE_NAME cadre-${PROJECT_VERSION}-${platform})
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
include(CPack)
