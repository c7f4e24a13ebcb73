// What the learned models see of a pair of claims: named figures.

#ifndef CONCORD_ENGINE_COMPARE_FEATURES_H_
#define CONCORD_ENGINE_COMPARE_FEATURES_H_

#include <array>
#include <cstddef>
#include <optional>

#include "absl/strings/string_view.h"
#include "engine/compare/alignment.h"
#include "engine/compare/prepared_claim.h"

namespace concord {

// "Short" is the claim that weighs less, "long" the other.
#define CONCORD_COMPARE_FEATURES(F)                 \
  F(kCoverShort, "cover_short")                     \
  F(kCoverLong, "cover_long")                       \
  F(kDice, "dice")                                  \
  F(kExactDice, "exact_dice")                       \
  F(kBigramDice, "bigram_dice")                     \
  F(kLengthRatio, "length_ratio")                   \
  F(kLogLength, "log_length")                       \
  F(kInversions, "inversions")                      \
  F(kNamesShared, "names_shared")                   \
  F(kNamesOnlyShort, "names_only_short")            \
  F(kNamesOnlyLong, "names_only_long")              \
  F(kNamesReplaced, "names_replaced")               \
  F(kNumbersShared, "numbers_shared")               \
  F(kNumbersOnlyShort, "numbers_only_short")        \
  F(kNumbersOnlyLong, "numbers_only_long")          \
  F(kNumbersReplaced, "numbers_replaced")           \
  F(kTimesShared, "times_shared")                   \
  F(kTimesOnlyShort, "times_only_short")            \
  F(kTimesOnlyLong, "times_only_long")              \
  F(kTimesReplaced, "times_replaced")               \
  F(kWordsOnlyShort, "words_only_short")            \
  F(kWordsOnlyLong, "words_only_long")              \
  F(kOpposites, "opposites")                        \
  F(kOppositesReplaced, "opposites_replaced")       \
  F(kAntonymsReplaced, "antonyms_replaced")         \
  F(kSiblingsReplaced, "siblings_replaced")         \
  F(kUnrelatedReplaced, "unrelated_replaced")       \
  F(kMixedReplaced, "mixed_replaced")               \
  F(kInsertedShort, "inserted_short")               \
  F(kInsertedLong, "inserted_long")                 \
  F(kNegationParity, "negation_parity")             \
  F(kNegationShort, "negation_short")               \
  F(kNegationLong, "negation_long")                 \
  F(kNegationBoth, "negation_both")                 \
  F(kModalsUnshared, "modals_unshared")             \
  F(kPrepositionsReplaced, "prepositions_replaced") \
  F(kQuantifiersUnshared, "quantifiers_unshared")   \
  F(kPronounsReplaced, "pronouns_replaced")         \
  F(kSofterShare, "softer_share")                   \
  F(kFirstShared, "first_shared")                   \
  F(kLastShared, "last_shared")                     \
  F(kArcsShort, "arcs_short")                       \
  F(kArcsLong, "arcs_long")                         \
  F(kRootShared, "root_shared")                     \
  F(kRootToRoot, "root_to_root")                    \
  F(kSubjectShared, "subject_shared")               \
  F(kSubjectMoved, "subject_moved")                 \
  F(kVerbsOnlyShort, "verbs_only_short")            \
  F(kVerbsOnlyLong, "verbs_only_long")              \
  F(kNounsOnlyShort, "nouns_only_short")            \
  F(kNounsOnlyLong, "nouns_only_long")              \
  F(kModifiersOnlyShort, "modifiers_only_short")    \
  F(kModifiersOnlyLong, "modifiers_only_long")      \
  F(kNegatedOneSide, "negated_one_side")            \
  F(kSlotNames, "slot_names")                       \
  F(kSlotNumbers, "slot_numbers")                   \
  F(kSlotPlain, "slot_plain")                       \
  F(kSlotMixed, "slot_mixed")                       \
  F(kArcsBroken, "arcs_broken")                     \
  F(kLongestRun, "longest_run")                     \
  F(kTrigramDice, "trigram_dice")                   \
  F(kClosedDice, "closed_dice")                     \
  F(kOpenWeightShort, "open_weight_short")          \
  F(kOpenWeightLong, "open_weight_long")            \
  F(kHeaviestShort, "heaviest_short")               \
  F(kHeaviestLong, "heaviest_long")                 \
  F(kEdits, "edits")                                \
  F(kCountsMeet, "counts_meet")                     \
  F(kCountsApart, "counts_apart")                   \
  F(kTimesMeet, "times_meet")                       \
  F(kTimesApart, "times_apart")                     \
  F(kDenialUncovered, "denial_uncovered")           \
  F(kDeniedUncovered, "denied_uncovered")           \
  F(kAntonymsOpen, "antonyms_open")                 \
  F(kSiblingsOpen, "siblings_open")                 \
  F(kTurnedShare, "turned_share")                   \
  F(kFound, "found")

enum Feature : size_t {
#define CONCORD_FEATURE_ID(id, name) id,
  CONCORD_COMPARE_FEATURES(CONCORD_FEATURE_ID)
#undef CONCORD_FEATURE_ID
      kFeatureCount
};

inline constexpr std::array<absl::string_view, kFeatureCount> kFeatureNames = {
#define CONCORD_FEATURE_NAME(id, name) name,
    CONCORD_COMPARE_FEATURES(CONCORD_FEATURE_NAME)
#undef CONCORD_FEATURE_NAME
};

// The feature of that name; nullopt where there is none.
std::optional<size_t> FeatureNamed(absl::string_view name);

using FeatureVector = std::array<float, kFeatureCount>;

// Measures an aligned pair; kFound is the caller's to set. REQUIRES: a weighs
// no more than b.
FeatureVector MeasurePair(const PreparedClaim& a, const PreparedClaim& b,
                          const Alignment& alignment);

}  // namespace concord

#endif  // CONCORD_ENGINE_COMPARE_FEATURES_H_
