# Writes OUT, a source with page.css and page.js of DIR and the SHA-256 by which
# the page's content security policy knows them:
#   cmake -DDIR=... -DOUT=... -P embed_page.cmake

function(embed name file)
  # Hexadecimal, because CMake lists and raw strings each spoil some byte.
  file(READ ${DIR}/${file} bytes HEX)
  file(SHA256 ${DIR}/${file} digest)
  string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
  file(APPEND ${OUT}
       "const PageAsset ${name} = {\n    \"${bytes}\",\n    \"${digest}\"};\n")
endfunction()

file(WRITE ${OUT} "// Made by embed_page.cmake.
#include \"engine/report/page_assets.h\"

namespace concord {

")
embed(kPageStyle page.css)
embed(kPageScript page.js)
file(APPEND ${OUT} "\n}  // namespace concord\n")
