# When this version was released: the top entry of the changelog, whose version
# must be the project's. The manual page and the packages carry that date, so
# that building again, later, gives the same bytes.
#
# Sets CONCORD_RELEASE_DATE ("2026-11-25") and CONCORD_RELEASE_EPOCH (seconds).

set(concord_changelog ${PROJECT_SOURCE_DIR}/tools/package/changelog)
set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND
             PROPERTY CMAKE_CONFIGURE_DEPENDS ${concord_changelog})
file(STRINGS ${concord_changelog} entry LIMIT_COUNT 1)
if(NOT entry MATCHES "^concord \\(${PROJECT_VERSION}\\) ")
  message(FATAL_ERROR "tools/package/changelog begins with `${entry}`; "
                      "expected an entry for version ${PROJECT_VERSION}")
endif()
file(STRINGS ${concord_changelog} signature REGEX "^ -- " LIMIT_COUNT 1)
string(REGEX REPLACE "^.*>  " "" released "${signature}")
execute_process(COMMAND date -u -d "${released}" "+%F;%s"
                OUTPUT_VARIABLE released OUTPUT_STRIP_TRAILING_WHITESPACE
                COMMAND_ERROR_IS_FATAL ANY)
list(GET released 0 CONCORD_RELEASE_DATE)
list(GET released 1 CONCORD_RELEASE_EPOCH)
