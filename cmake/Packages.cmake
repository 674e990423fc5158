# Finds the packages that Cadre stands on and gives each one imported target, `cadre::…`.
# Archives come before shared libraries: the start of the process depends on it.

find_package(LLVM 19.1 REQUIRED CONFIG HINTS /usr/lib/llvm-19/lib/cmake/llvm)
if(NOT LLVM_ENABLE_RTTI)
  message(FATAL_ERROR "This LLVM was built without RTTI; Cadre needs one with RTTI, as Debian packages it.")
endif()
add_library(cadre_llvm INTERFACE)
target_include_directories(cadre_llvm SYSTEM INTERFACE ${LLVM_INCLUDE_DIRS})
target_link_libraries(cadre_llvm INTERFACE LLVMSupport)
add_library(cadre::llvm ALIAS cadre_llvm)
# LLVMSupport names Z3 (26 MB), which nothing here calls.
add_link_options(LINKER:--as-needed)

find_package(fmt 9 REQUIRED)
find_package(Threads REQUIRED)
find_package(ZLIB REQUIRED)
find_package(nlohmann_json 3 REQUIRED)

# cadre_package(NAME header library): a library that ships no CMake package of its own.
function(cadre_package name header library)
  find_path(CADRE_${name}_INCLUDE ${header} REQUIRED)
  find_library(CADRE_${name}_LIBRARY NAMES lib${library}.a ${library} REQUIRED)
  add_library(cadre_${name} INTERFACE)
  target_include_directories(cadre_${name} SYSTEM INTERFACE ${CADRE_${name}_INCLUDE})
  target_link_libraries(cadre_${name} INTERFACE ${CADRE_${name}_LIBRARY} ${ARGN})
  add_library(cadre::${name} ALIAS cadre_${name})
endfunction()

cadre_package(utf8proc utf8proc.h utf8proc)
cadre_package(md4c md4c.h md4c)
cadre_package(stemmer libstemmer.h stemmer)
cadre_package(re2 re2/re2.h re2 Threads::Threads)
cadre_package(sqlite sqlite3.h sqlite3 Threads::Threads ${CMAKE_DL_LIBS} m)
cadre_package(xlsxwriter xlsxwriter.h xlsxwriter)
cadre_package(git2 git2.h git2)
cadre_package(antlr antlr4-runtime/antlr4-runtime.h antlr4-runtime Threads::Threads)

# toml++ is used as headers alone, in the source files that read TOML.
find_path(CADRE_TOML_INCLUDE toml++/toml.h REQUIRED)
add_library(cadre_toml INTERFACE)
target_include_directories(cadre_toml SYSTEM INTERFACE ${CADRE_TOML_INCLUDE})
add_library(cadre::toml ALIAS cadre_toml)

# The archive of libgit2 names what it needs nowhere. Its network is left out: compiler/git/no_network/no_network.cpp
# stands in for SSH, TLS and Kerberos (docs/decisions/0018-git-through-libgit2.md).
if(CADRE_git2_LIBRARY MATCHES "\\.a$")
  foreach(library mbedcrypto http_parser pcre2-8)
    find_library(CADRE_${library}_LIBRARY NAMES lib${library}.a ${library} REQUIRED)
    list(APPEND git2_needs ${CADRE_${library}_LIBRARY})
  endforeach()
  target_link_libraries(cadre_git2 INTERFACE cadre_no_network ${git2_needs} ZLIB::ZLIB Threads::Threads)
endif()
