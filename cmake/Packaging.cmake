# `cmake --install` and CPack: a Debian package and an archive.
include(GNUInstallDirs)
install(TARGETS cadre RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE ${CMAKE_SOURCE_DIR}/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY ${CMAKE_SOURCE_DIR}/examples DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES ${CMAKE_SOURCE_DIR}/runtime/json/framework.schema.json
  ${CMAKE_BINARY_DIR}/compiler/emit/json/framework.ndjson.schema.json
  ${CMAKE_SOURCE_DIR}/runtime/fidelity/fidelity.schema.json
  ${CMAKE_SOURCE_DIR}/runtime/messages/diagnostic-v1.schema.json
  ${CMAKE_SOURCE_DIR}/runtime/compare/compare-v1.schema.json DESTINATION ${CMAKE_INSTALL_DATADIR}/cadre)
install(DIRECTORY ${CADRE_PAGES}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${CADRE_PAGES}/completions/bash/cadre DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${CADRE_PAGES}/completions/zsh/_cadre DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${CADRE_PAGES}/completions/fish/cadre.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_NAME cadre)
set(CPACK_PACKAGE_VENDOR "The Cadre authors")
set(CPACK_PACKAGE_CONTACT "The Cadre authors <cadre@cadre-lang.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
include(CPack)
