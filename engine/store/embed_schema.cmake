# Writes OUT, a source with the bytes of schema.sql of DIR:
#   cmake -DDIR=... -DOUT=... -P embed_schema.cmake
file(READ ${DIR}/schema.sql bytes HEX)
# Hexadecimal, because CMake lists and raw strings each spoil some byte.
string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
file(WRITE ${OUT} "// Made by embed_schema.cmake.
#include \"engine/store/schema.h\"

namespace concord {

const char kSchema[] = \"${bytes}\";

}  // namespace concord
")
