# What the library is made of, read from the rooms themselves, so that a new
# room, header or dependency needs no word here. Sets
#
#   concord_objects    the objects of all rooms and of the protos
#   concord_links      the packages' targets they need: absl::strings ...
#   concord_find       lines of CMake that find those packages
#   concord_pc         what pkg-config calls them
#   concord_headers    the library's public face and all that it includes

get_property(rooms GLOBAL PROPERTY CONCORD_ROOMS)
set(concord_objects)
set(concord_links)
foreach(room IN LISTS rooms ITEMS concord_proto)
  list(APPEND concord_objects $<TARGET_OBJECTS:${room}>)
  get_target_property(links ${room} INTERFACE_LINK_LIBRARIES)
  list(APPEND concord_links ${links})
endforeach()
list(FILTER concord_links EXCLUDE REGEX "concord_")
# What a room keeps to itself is still linked.
list(TRANSFORM concord_links REPLACE "^\\$<LINK_ONLY:(.*)>$" "\\1")
list(REMOVE_DUPLICATES concord_links)
list(SORT concord_links)

# How a target's package is found, and its name in pkg-config, where the target
# does not say so itself. PkgConfig::X was found as X_MODULE_NAME.
set(concord_find)
set(concord_pc)
foreach(link IN LISTS concord_links)
  string(REGEX MATCH "^(.+)::(.+)$" matched ${link})
  set(package ${CMAKE_MATCH_1})
  set(name ${CMAKE_MATCH_2})
  set(find "find_dependency(${package})")
  if(package STREQUAL PkgConfig)
    set(pc ${${name}_MODULE_NAME})
    set(find "find_dependency(PkgConfig)\npkg_check_modules(${name} REQUIRED QUIET IMPORTED_TARGET ${pc})")
  elseif(package STREQUAL absl)
    set(pc absl_${name})
  elseif(package STREQUAL protobuf)
    set(find "find_dependency(Protobuf)")
    set(pc protobuf)
  elseif(package STREQUAL SQLite)
    set(find "find_dependency(SQLite3)")
    set(pc sqlite3)
  elseif(package STREQUAL Threads)
    set(pc)  # -pthread, which concord.pc has
  else()
    string(TOLOWER ${package} pc)
  endif()
  list(APPEND concord_find "${find}")
  list(APPEND concord_pc ${pc})
endforeach()
list(REMOVE_DUPLICATES concord_find)
list(JOIN concord_find "\n" concord_find)
list(JOIN concord_pc " " concord_pc)

file(GLOB concord_headers CONFIGURE_DEPENDS
     RELATIVE ${PROJECT_SOURCE_DIR}
     ${PROJECT_SOURCE_DIR}/engine/report/*_view.h)
list(APPEND concord_headers
  engine/pipeline/pipeline.h engine/pipeline/ready_made.h
  engine/pipeline/record_sink.h engine/pipeline/stream_reader.h
  engine/pipeline/verify.h)
set(unread ${concord_headers})
while(unread)
  list(POP_FRONT unread header)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
               ${PROJECT_SOURCE_DIR}/${header})
  file(STRINGS ${PROJECT_SOURCE_DIR}/${header} includes
       REGEX "^#include \"engine/")
  foreach(include IN LISTS includes)
    string(REGEX REPLACE "^#include \"(.*)\".*" "\\1" include "${include}")
    if(NOT include IN_LIST concord_headers)
      list(APPEND concord_headers ${include})
      list(APPEND unread ${include})
    endif()
  endforeach()
endwhile()
