# The Debian packages: `cmake --build build --target package`. CPack takes every
# time in them from SOURCE_DATE_EPOCH; tools/package/debs.sh sets it.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME concord)
set(CPACK_PACKAGE_VENDOR "Concord maintainers")
set(CPACK_PACKAGE_CONTACT "Concord maintainers <maintainers@concord.invalid>")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY
    "source comparison and claim reconciliation")
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    ${CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS})

set(CPACK_COMPONENTS_ALL program development)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
# The data hardly shrinks: xz takes twenty times as long for a quarter less.
set(CPACK_DEBIAN_COMPRESSION_TYPE gzip)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME concord)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION
"Concord reads several outlets' accounts of one event and says, claim by claim,
where they agree, where they diverge and what only one of them says. It shows
who said what, on whose authority, down to the bytes. It never says what is
true. Its output is a stream of protobuf records, or a web page for people.")

# A static library needs the development files of all that it calls.
file(STRINGS ${PROJECT_SOURCE_DIR}/tools/debian-packages.txt linked
     REGEX "^[^#]+ link ")
list(TRANSFORM linked REPLACE " .*" "")
list(JOIN linked ", " linked)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libconcord-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "${linked}")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_RECOMMENDS concord)
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
"The static library of Concord with its headers, for programs that reconcile
accounts themselves, to be found by CMake and by pkg-config.")
include(CPack)
