# cadre_library(NAME dep…): the static library `cadre_NAME` of the current folder.
# All *.cpp files of the folder belong to it; `compiler/` is the one include root.
function(cadre_library name)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  if(sources)
    add_library(cadre_${name} STATIC ${sources})
    target_include_directories(cadre_${name} PUBLIC ${CMAKE_SOURCE_DIR}/compiler)
    target_link_libraries(cadre_${name} PUBLIC ${ARGN})
  else()
    add_library(cadre_${name} INTERFACE)
    target_include_directories(cadre_${name} INTERFACE ${CMAKE_SOURCE_DIR}/compiler)
    target_link_libraries(cadre_${name} INTERFACE ${ARGN})
  endif()
endfunction()
