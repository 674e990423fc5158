# Frameworks as targets of CMake (3.20 or later). Each package is an action of its own on the interfaces of the
# packages that it uses, so that only what changed, and what that changes, is checked again.
#
#   find_package(Cadre REQUIRED)
#
#   cadre_add_framework(<target> <directory>
#     [DEPENDS <target>...]         what its cadre.toml lists under [dependencies], each a target made before
#     [EMIT <output>...]            outputs to write, beside the interface: json, html, ...
#     [OUTPUT_DIRECTORY <folder>]   where to; ${CMAKE_CURRENT_BINARY_DIR}/<target> without it
#     [OPTIONS <option>...])        for `cadre build`, such as --deny warnings
#
# The target is built with all. What it wrote is at its properties CADRE_OUTPUT_DIRECTORY and CADRE_INTERFACE.
# The binary is ${CADRE_EXECUTABLE}.
find_program(CADRE_EXECUTABLE cadre HINTS ${CMAKE_CURRENT_LIST_DIR}/../../../bin
  DOC "The compiler of competency frameworks")

cmake_policy(PUSH)
cmake_policy(VERSION 3.20)

function(cadre_add_framework target directory)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "OUTPUT_DIRECTORY" "DEPENDS;EMIT;OPTIONS")
  if(arg_UNPARSED_ARGUMENTS OR arg_KEYWORDS_MISSING_VALUES)
    message(FATAL_ERROR "cadre_add_framework(${target}): what is `${arg_UNPARSED_ARGUMENTS}${arg_KEYWORDS_MISSING_VALUES}`?")
  endif()
  if(NOT CADRE_EXECUTABLE)
    message(FATAL_ERROR "cadre was not found; set CADRE_EXECUTABLE to its path")
  endif()
  cmake_path(ABSOLUTE_PATH directory BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} NORMALIZE OUTPUT_VARIABLE source)
  if(NOT IS_DIRECTORY "${source}")
    message(FATAL_ERROR "cadre_add_framework(${target}): there is no folder ${source}")
  endif()
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${target})
  if(arg_OUTPUT_DIRECTORY)
    cmake_path(ABSOLUTE_PATH arg_OUTPUT_DIRECTORY BASE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR} NORMALIZE OUTPUT_VARIABLE output)
  endif()

  # Interfaces hold their own package alone: those of what they use are passed as well.
  set(interfaces)
  foreach(dependency IN LISTS arg_DEPENDS)
    set(above)
    if(TARGET ${dependency})
      get_target_property(above ${dependency} CADRE_INTERFACES)
    endif()
    if(NOT above)
      message(FATAL_ERROR "cadre_add_framework(${target}): ${dependency} is not a framework that was added before")
    endif()
    list(APPEND interfaces ${above})
  endforeach()
  list(REMOVE_DUPLICATES interfaces)
  set(given)
  foreach(interface IN LISTS interfaces)
    list(APPEND given --interface ${interface})
  endforeach()
  list(PREPEND arg_EMIT interface)
  list(JOIN arg_EMIT "," emit)

  # CMake itself writes such names wrongly for Ninja, which would then check at every build.
  foreach(path IN ITEMS "${source}" "${output}" "${CMAKE_CURRENT_BINARY_DIR}/${target}")
    if(path MATCHES "[$]")
      message(FATAL_ERROR "cadre_add_framework(${target}): a path with a dollar sign cannot be watched: ${path}")
    endif()
  endforeach()

  # The stamp is what is made: it becomes newer each time. The interface is not touched where it did not change, so that
  # what depends on it stays as it is.
  set(interface ${output}/framework.interface)
  set(stamp ${CMAKE_CURRENT_BINARY_DIR}/${target}.framework.stamp)
  set(depfile ${CMAKE_CURRENT_BINARY_DIR}/${target}.framework.d)
  add_custom_command(
    OUTPUT ${stamp}
    BYPRODUCTS ${interface} ${output}/.cadre-manifest
    COMMAND ${CADRE_EXECUTABLE} build ${source} --output ${output} --emit ${emit} --quiet ${given} ${arg_OPTIONS}
      --depfile ${depfile} --depfile-target ${stamp}
    COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
    DEPENDS ${CADRE_EXECUTABLE} ${interfaces}
    DEPFILE ${depfile}
    COMMENT "Checking framework ${target}"
    VERBATIM)
  add_custom_target(${target} ALL DEPENDS ${stamp})
  if(arg_DEPENDS)
    add_dependencies(${target} ${arg_DEPENDS})
  endif()
  set_target_properties(${target} PROPERTIES
    CADRE_OUTPUT_DIRECTORY ${output}
    CADRE_INTERFACE ${interface}
    CADRE_INTERFACES "${interfaces};${interface}")
endfunction()

cmake_policy(POP)
