// The schema of the record, as schema.sql writes it down.

#ifndef CONCORD_ENGINE_STORE_SCHEMA_H_
#define CONCORD_ENGINE_STORE_SCHEMA_H_

namespace concord {

// The version that this engine writes; PRAGMA user_version of the record.
inline constexpr int kSchemaVersion = 1;

// The statements of schema.sql, built in.
extern const char kSchema[];

}  // namespace concord

#endif  // CONCORD_ENGINE_STORE_SCHEMA_H_
