#include "tests/ingest/packed_bytes.h"

#include <brotli/encode.h>
#define ZLIB_CONST
#include <zlib.h>
#include <zstd.h>

#include <cstddef>
#include <cstdint>
#include <string>

#include "absl/strings/string_view.h"

namespace concord {
namespace {

std::string Deflate(absl::string_view content, int window_bits) {
  z_stream stream = {};
  deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, window_bits,
               MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY);
  std::string bytes(deflateBound(&stream, content.size()), '\0');
  stream.next_in = reinterpret_cast<const Bytef*>(content.data());
  stream.avail_in = static_cast<uInt>(content.size());
  stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_out = static_cast<uInt>(bytes.size());
  deflate(&stream, Z_FINISH);
  bytes.resize(stream.total_out);
  deflateEnd(&stream);
  return bytes;
}

}  // namespace

std::string Gzip(absl::string_view content) {
  return Deflate(content, MAX_WBITS + 16);
}

std::string Zlib(absl::string_view content) {
  return Deflate(content, MAX_WBITS);
}

std::string RawDeflate(absl::string_view content) {
  return Deflate(content, -MAX_WBITS);
}

std::string Zstd(absl::string_view content, int window_log) {
  ZSTD_CCtx* const context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  // Content of a known size would be its own window.
  ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0);
  ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, window_log);
  std::string bytes(ZSTD_compressBound(content.size()), '\0');
  ZSTD_inBuffer in = {content.data(), content.size(), 0};
  ZSTD_outBuffer out = {bytes.data(), bytes.size(), 0};
  ZSTD_compressStream2(context, &out, &in, ZSTD_e_continue);
  ZSTD_compressStream2(context, &out, &in, ZSTD_e_end);
  bytes.resize(out.pos);
  ZSTD_freeCCtx(context);
  return bytes;
}

std::string Brotli(absl::string_view content) {
  size_t size = BrotliEncoderMaxCompressedSize(content.size());
  std::string bytes(size, '\0');
  BrotliEncoderCompress(5, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT,
                        content.size(),
                        reinterpret_cast<const uint8_t*>(content.data()), &size,
                        reinterpret_cast<uint8_t*>(bytes.data()));
  bytes.resize(size);
  return bytes;
}

}  // namespace concord
