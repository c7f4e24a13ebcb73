// IPTC ninjs, "News in JSON", 1.x to 3.x: which fields of an item are read.
//
//   of an item       is read from
//   its text         1.x body_html, body_xhtml, body_text and the like;
//   from 2.0
//                    bodies[].value by contenttype; markup before plain text
//   title            headline; headlines[].value, the "main" one first; title
//   external id      uri, also its address where it is one
//   published        firstcreated, else versioncreated
//   modified         versioncreated
//   author           byline, by
//   outlet           copyrightholder, else the first infosource
//   agency           infosource[].name, infosources[].name: the first
//   language         language
//   kind             type: what is not "text" or "composite" is no article
//   status           pubstatus: "usable", "withheld", "canceled"
//   embargoed        embargoed
//
// Key names are compared without case, which is all that 3.0 changed in these.
// All else, urgency among it, is not read.
//
// This header includes simdjson's; only json_record.cc includes it.

#ifndef CONCORD_ENGINE_INGEST_NINJS_H_
#define CONCORD_ENGINE_INGEST_NINJS_H_

#include <simdjson.h>

#include "engine/ingest/json_record.h"

namespace concord {

// Whether the object, which has neither `text` nor `html`, is a ninjs item: it
// has a `uri` and a key that no other record has.
bool IsNinjs(simdjson::dom::object object);

// The item's fields. REQUIRES: IsNinjs(object).
JsonRecord ReadNinjs(simdjson::dom::object object);

}  // namespace concord

#endif  // CONCORD_ENGINE_INGEST_NINJS_H_
