# Writes OUT, a C++ file with the bytes of every table of DIR:
#   cmake -DDIR=... -DOUT=... -P embed_tables.cmake

file(GLOB tables ${DIR}/*.tsv)
list(SORT tables)
set(entries "")
foreach(table IN LISTS tables)
  get_filename_component(name ${table} NAME_WE)
  # Hexadecimal, because CMake lists and raw strings each spoil some byte.
  file(READ ${table} bytes HEX)
  string(LENGTH "${bytes}" digits)
  math(EXPR size "${digits} / 2")
  string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
  string(APPEND entries "    {\"${name}\",\n     {\"${bytes}\", ${size}}},\n")
endforeach()
file(WRITE ${OUT} "// Made by embed_tables.cmake.
#include \"engine/lexicon/embedded_tables.h\"

namespace concord {

absl::Span<const EmbeddedTable> EmbeddedTables() {
  static const EmbeddedTable tables[] = {
${entries}  };
  return tables;
}

}  // namespace concord
")
