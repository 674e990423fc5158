# What `find_package(Cadre)` reads.
include(${CMAKE_CURRENT_LIST_DIR}/CadreFramework.cmake)
