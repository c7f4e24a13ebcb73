# How a room of the house, its tests and its benchmarks are declared; warnings
# and sanitizers for all of them are set here and nowhere else.

add_library(concord_options INTERFACE)
target_include_directories(concord_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(concord_options INTERFACE
  -Wall -Wextra -Wconversion -Wno-sign-conversion -Wshadow
  # A false alarm of GCC 12 on std::string (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${CONCORD_WERROR}>:-Werror>)
if(CONCORD_SANITIZE)
  # For everything, the generated protobuf code included.
  add_compile_options(-fsanitize=${CONCORD_SANITIZE} -fno-omit-frame-pointer
                      -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${CONCORD_SANITIZE})
endif()

# concord_room(NAME SOURCES file... [DEPS target...])
#
# A folder of engine/ as the library concord_NAME. DEPS are rooms above it (see
# engine/README.md for the order) and packages.
function(concord_room name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPS" ${ARGN})
  add_library(concord_${name} STATIC ${ARG_SOURCES})
  target_link_libraries(concord_${name}
    PUBLIC ${ARG_DEPS} PRIVATE concord_options)
  target_include_directories(concord_${name} PUBLIC ${PROJECT_SOURCE_DIR})
  set_property(GLOBAL APPEND PROPERTY CONCORD_ROOMS concord_${name})
endfunction()

# concord_test(NAME SOURCES file... [DEPS target...])
#
# A GoogleTest binary, one CTest entry. Tests find their files by TestPath()
# (tests/test_path.h).
function(concord_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE ${ARG_DEPS} concord_test_path
    GTest::gmock GTest::gtest_main concord_options)
  add_test(NAME ${name} COMMAND ${name})
endfunction()

# concord_bench(NAME SOURCES file... [DEPS target...])
#
# A Google Benchmark binary.
function(concord_bench name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE
    ${ARG_DEPS} benchmark::benchmark concord_options)
endfunction()
