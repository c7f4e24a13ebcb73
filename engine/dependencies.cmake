# The one place where dependencies are found. A missing one stops the
# configuration with the line to type; tools/debian-packages.txt is the list.

file(STRINGS ${PROJECT_SOURCE_DIR}/tools/debian-packages.txt
     concord_packages REGEX "^[^#]")
list(FILTER concord_packages EXCLUDE REGEX " check$")
list(TRANSFORM concord_packages REPLACE " .*" "")
list(JOIN concord_packages " " concord_packages)

# concord_need(NAME FOUND): stops with the remedy unless FOUND is true.
function(concord_need name found)
  if(NOT found)
    message(FATAL_ERROR
      "Concord needs ${name}, which was not found. On Debian 12, as root:\n"
      "  apt-get install -y ${concord_packages}\n"
      "or run tools/setup.sh, which does the same.")
  endif()
endfunction()

find_package(absl QUIET)
concord_need("Abseil (libabsl-dev)" "${absl_FOUND}")
find_package(Protobuf QUIET)
concord_need("Protocol Buffers (libprotobuf-dev, protobuf-compiler)"
             "${Protobuf_FOUND}")
find_package(Threads QUIET)
concord_need("POSIX threads" "${Threads_FOUND}")
find_package(simdjson QUIET)
concord_need("simdjson (libsimdjson-dev)" "${simdjson_FOUND}")
find_package(ZLIB QUIET)
concord_need("zlib (zlib1g-dev)" "${ZLIB_FOUND}")
find_package(CLI11 QUIET)
concord_need("CLI11 (libcli11-dev)" "${CLI11_FOUND}")

find_package(PkgConfig QUIET)
concord_need("pkg-config" "${PKG_CONFIG_FOUND}")
pkg_check_modules(XXHASH QUIET IMPORTED_TARGET libxxhash)
concord_need("xxHash (libxxhash-dev)" "${XXHASH_FOUND}")
pkg_check_modules(BROTLI QUIET IMPORTED_TARGET libbrotlidec)
concord_need("Brotli (libbrotli-dev)" "${BROTLI_FOUND}")
pkg_check_modules(ZSTD QUIET IMPORTED_TARGET libzstd)
concord_need("Zstandard (libzstd-dev)" "${ZSTD_FOUND}")
pkg_check_modules(SQLITE QUIET IMPORTED_TARGET sqlite3)
concord_need("SQLite (libsqlite3-dev)" "${SQLITE_FOUND}")

if(CONCORD_BUILD_TESTS)
  find_package(GTest QUIET)
  concord_need("GoogleTest (libgtest-dev, libgmock-dev)" "${GTest_FOUND}")
endif()
if(CONCORD_BUILD_TESTS OR CONCORD_BUILD_BENCH)
  pkg_check_modules(BROTLIENC QUIET IMPORTED_TARGET libbrotlienc)
  concord_need("Brotli (libbrotli-dev)" "${BROTLIENC_FOUND}")
endif()
if(CONCORD_BUILD_BENCH)
  find_package(benchmark QUIET)
  concord_need("Google Benchmark (libbenchmark-dev)" "${benchmark_FOUND}")
endif()
