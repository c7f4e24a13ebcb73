// What decisions are made of: atoms, small facts as numbers, and templates,
// which join up to three of them into a feature.
//
// The lists below are part of the model: weights are keyed by the hash of a
// template's place in its list and its atoms' values. Whoever changes a list
// trains again (tools/train_grammar) and gives the scheme of model.h a new
// version.

#ifndef CONCORD_ENGINE_GRAMMAR_FEATURES_H_
#define CONCORD_ENGINE_GRAMMAR_FEATURES_H_

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>

#include "engine/grammar/kernels.h"

namespace concord {

// A feature's three atoms; kNil where it has fewer.
struct FeatureTemplate {
  uint8_t a = 0;
  uint8_t b = 0;
  uint8_t c = 0;
};

// Atoms of a decision, by number, with room so that the kernels may take eight
// at a time.
template <size_t kAtomCount>
struct AtomArray {
  static constexpr size_t kSize = (kAtomCount + 7) / 8 * 8;
  alignas(32) uint32_t value[kSize] = {};

  uint32_t& operator[](size_t atom) { return value[atom]; }
  uint32_t operator[](size_t atom) const { return value[atom]; }
};

// The same, scaled for each place that an atom may take in a template.
template <size_t kAtomCount>
struct ScaledAtoms {
  static constexpr size_t kSize = AtomArray<kAtomCount>::kSize;
  alignas(32) uint32_t value[3][kSize] = {};

  void Set(const AtomArray<kAtomCount>& atoms, const Kernels& kernels) {
    kernels.scale(atoms.value, kSize, value[0]);
  }
  void Set(size_t atom, uint32_t to) {
    for (size_t k = 0; k < 3; ++k) value[k][atom] = to * kAtomScale[k];
  }
};

// Sets hashes[i] to the hash of template i, numbered from kFirst on. The list
// is known when this is compiled, so that each template is two or three loads
// and as many additions.
template <const auto& kTemplates, uint32_t kFirst, size_t kAtomCount>
inline void HashTemplates(const ScaledAtoms<kAtomCount>& atoms,
                          const Kernels& kernels, uint32_t* hashes) {
  constexpr size_t kCount = std::size(kTemplates);
  static_assert(kCount % 8 == 0, "the kernels take eight at a time");
  [&]<size_t... i>(std::index_sequence<i...>) {
    ((hashes[i] = (kFirst + static_cast<uint32_t>(i) + 1) * kTemplateScale +
                  atoms.value[0][kTemplates[i].a] +
                  (kTemplates[i].b ? atoms.value[1][kTemplates[i].b] : 0) +
                  (kTemplates[i].c ? atoms.value[2][kTemplates[i].c] : 0)),
     ...);
  }
  (std::make_index_sequence<kCount>());
  kernels.mix(hashes, kCount);
}

// Tagging. W: word form; A: set of tags that the treebank has for it; L: set of
// tags that a word list has; P and S: prefix and suffix of so many bytes; H:
// shape; T: tag; CL: how many finite verbs the sentence has had so far, and how
// many words after this one can be nothing else. M2..P2: two words before to
// two words after; words before the first and after the last are all zero.
namespace tagging {
// clang-format off

enum Atom : uint8_t {
  kNil,
  kWM2, kWM1, kW0, kWP1, kWP2,
  kAM1, kA0, kAP1, kAP2,
  kLM1, kL0, kLP1,
  kP1, kP2, kP3,
  kS1, kS2, kS3, kS4,
  kHM1, kH0, kHP1,
  kS3P1,
  kTM1, kTM2, kCL,
  kAtomCount
};

// Features of the words alone: hashed for all words before the first decision.
inline constexpr FeatureTemplate kStatic[] = {
    {kW0},        {kWM1},       {kWP1},       {kWM2},
    {kWP2},       {kP2},        {kP3},        {kS1, kH0},
    {kS2},        {kS3},        {kS4},        {kP1, kH0},
    {kHM1, kH0},  {kH0, kHP1},  {kA0},        {kAP1},
    {kA0, kAP1},  {kAP1, kAP2}, {kAM1, kA0, kAP1}, {kWM1, kW0},
    {kW0, kWP1},  {kS3, kH0},   {kS3P1},      {kW0, kH0},
    {kL0},        {kLP1},       {kL0, kH0},   {kL0, kLP1},
    {kLM1, kL0},  {kL0, kS2},   {kL0, kAP1},  {kA0, kL0},
};

// Features that await the tags of the words before; numbered on from those.
inline constexpr FeatureTemplate kDynamic[] = {
    {kTM1},             {kTM1, kTM2},      {kTM1, kW0},
    {kTM1, kA0},        {kTM1, kAP1},      {kTM1, kS3},
    {kTM1, kTM2, kA0},  {kTM1, kA0, kAP1}, {kTM1, kS2, kH0},
    {kTM1, kWM1},       {kTM1, kTM2, kW0}, {kTM1, kL0},
    {kTM1, kL0, kLP1},  {kTM1, kTM2, kAP1}, {kTM1, kTM2, kS3},
    {kTM1, kTM2, kL0},
    {kCL, kA0},         {kCL, kL0},        {kCL, kW0},
    {kCL, kTM1, kA0},   {kCL, kTM1, kL0},  {kCL, kTM1, kS2},
    {kCL, kTM1, kAP1},  {kCL, kA0, kAP1},
};

// clang-format on
}  // namespace tagging

// Moves. S0, S1, S2: top of the stack and the two below; B0, B1, B2: the next
// words; BM1: the word before B0; L and R: leftmost and rightmost child, L2 and
// R2 those within. W, T as above; V: number of children so far; D: distance;
// AHEAD: tag of the first word after B0 that is a verb, a modal or a mark.
namespace moving {
// clang-format off

enum Atom : uint8_t {
  kNil, kS0W, kS0T, kS1W, kS1T, kS2T, kB0W, kB0T, kB1W, kB1T, kB2T, kS0LT,
  kS0RT, kS0L2T, kS0LW, kS0RW, kS1LT, kS1RT, kS1R2T, kS1RW, kB0LT, kB0L2T,
  kB0LW, kS0VL, kS0VR, kS1VR, kB0VL, kS0B0D, kS1S0D, kBetween, kBM1T,
  kAhead,
  kAtomCount
};

inline constexpr FeatureTemplate kTemplates[] = {
    {kS0W},                 {kS0T},                 {kS0W, kS0T},
    {kS1W},                 {kS1T},                 {kS1W, kS1T},
    {kB0W},                 {kB0T},                 {kB0W, kB0T},
    {kB1W},                 {kB1T},                 {kB1W, kB1T},
    {kB2T},                 {kS2T},                 {kS0W, kS0T, kB0T},
    {kS0T, kB0W},           {kS0W, kB0W},           {kS0T, kB0T},
    {kS0W, kB0T},           {kS1W, kS0W},           {kS1T, kS0T},
    {kS1W, kS0T},           {kS1T, kS0W},           {kS1W, kB0W},
    {kS1T, kB0T},           {kS1T, kB0W},           {kB0T, kB1T},
    {kB0W, kB1T},           {kB0T, kB1W},           {kB0T, kB1T, kB2T},
    {kS0T, kB0T, kB1T},     {kS1T, kS0T, kB0T},     {kS2T, kS1T, kS0T},
    {kS0W, kB0T, kB1T},     {kS0T, kS0LT, kB0T},    {kS0T, kS0RT, kB0T},
    {kS0T, kB0T, kB0LT},    {kS1T, kS1RT, kS0T},    {kS1T, kS1LT, kS0T},
    {kS1T, kS0T, kS0LT},    {kS1T, kS0T, kS0RT},    {kS0T, kS0LT, kS0L2T},
    {kB0T, kB0LT, kB0L2T},  {kS1T, kS1RT, kS1R2T},  {kS0W, kS0B0D},
    {kS0T, kS0B0D},         {kB0W, kS0B0D},         {kB0T, kS0B0D},
    {kS0T, kB0T, kS0B0D},   {kS1T, kS0T, kS1S0D},   {kS0W, kS0VR},
    {kS0T, kS0VR},          {kS0W, kS0VL},          {kS0T, kS0VL},
    {kB0W, kB0VL},          {kB0T, kB0VL},          {kS1T, kS1VR},
    {kS1W, kS1VR},          {kS0T, kB0T, kS0VR},    {kS0T, kB0T, kB0VL},
    {kS0RW, kS0T},          {kS0LW, kS0T},          {kS1RW, kS1T},
    {kB0LW, kB0T},          {kS1W, kB0T, kS0T},     {kS1T, kB0T, kS0W},
    {kS0T, kB0T, kBetween}, {kS1T, kS0T, kBetween}, {kS1T, kB0T, kBetween},
    {kS0T, kB0T, kBM1T},    {kS1T, kS0T, kB0W},     {kS0T, kB0W, kB1T},
    {kS0T, kB0T, kAhead},   {kS1T, kS0T, kAhead},   {kS0T, kB1T, kAhead},
    {kS0W, kAhead},         {kB0W, kAhead},         {kS0W, kB0T, kAhead},
    {kS1W, kS0T, kAhead},   {kB0T, kB0LT, kAhead},
};

// clang-format on
}  // namespace moving

// Labels. D: the dependent; H: its head; G: the head's head; DM, DP, HM, HP:
// the words beside them; L and R: children as above; PL: label of the sibling
// before; SET: labels of all siblings before.
namespace labelling {
// clang-format off

enum Atom : uint8_t {
  kNil, kDW, kDT, kDS, kDMT, kDPT, kDMW, kDPW, kHW, kHT, kHMT, kHPT, kGT,
  kDLT, kDRT, kDLW, kDRW, kDL2W, kHLT, kHRT, kHLW, kHRW, kHL2W, kSide,
  kDistance, kPlace, kPL, kSet, kAfter, kHL, kAtomCount
};

inline constexpr FeatureTemplate kTemplates[] = {
    {kDW, kSide},           {kDT, kSide},           {kHW, kSide},
    {kHT, kSide},           {kDT, kHT, kSide},      {kDW, kHT, kSide},
    {kDT, kHW, kSide},      {kDW, kHW, kSide},      {kDT, kHT, kDistance},
    {kDT, kDLT, kHT},       {kDT, kDLW, kHT},       {kDT, kDLW, kHW},
    {kDT, kDRT, kHT},       {kDT, kDRW, kSide},     {kDLW, kDL2W, kDT},
    {kDT, kDMW, kSide},     {kDT, kDPW, kSide},     {kDT, kHMT, kHPT},
    {kDT, kHT, kGT},        {kHT, kGT, kSide},      {kDT, kHT, kPL},
    {kDT, kHW, kPL},        {kDT, kPL, kSide},      {kDT, kHT, kSet},
    {kDW, kSet, kSide},     {kDT, kHW, kSet},       {kDT, kHLT, kHT},
    {kDT, kHRT, kHT},       {kDT, kHLW, kHT},       {kDT, kHRW, kHT},
    {kDT, kHL2W, kHT},      {kDS, kDT, kSide},      {kDT, kHT, kPlace},
    {kDW, kDLW, kSide},     {kDLT, kHW, kSide},     {kDT, kDLT, kDRT},
    {kDT, kHT, kAfter},     {kDT, kHL, kSide},      {kHT, kHL, kDT},
    {kDW, kHL, kSide},
};

// clang-format on
}  // namespace labelling

}  // namespace concord

#endif  // CONCORD_ENGINE_GRAMMAR_FEATURES_H_
