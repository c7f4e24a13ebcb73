#include "engine/grammar/grammar.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "engine/grammar/kernels.h"
#include "engine/grammar/parse_state.h"
#include "engine/grammar/relative_clause.h"
#include "engine/grammar/tagger.h"
#include "engine/grammar/tree_features.h"
#include "engine/grammar/word.h"

namespace concord {

// Everything a parse needs, kept between sentences.
struct Parser::Work {
  explicit Work(const GrammarModel& m)
      : model(m), kernels(Kernels::Best()), tagger(m, kernels) {}

  Move DecideMove() const;
  Label DecideLabel(int32_t node) const;
  void FindHeads();
  void FindLabels(int32_t n);

  const GrammarModel& model;
  const Kernels& kernels;
  Tagger tagger;
  std::vector<Word> words;
  std::vector<NodeWord> nodes;
  ParseState state;
  LabelOrder order;
};

namespace {

// The best of the moves that may be made; the first of equals.
Move BestMove(const ParseState& state, const int32_t sums[kMoveCount]) {
  Move best = Move::kShift;
  bool found = false;
  for (Move move : {Move::kShift, Move::kLeft, Move::kRight}) {
    if (!state.May(move)) continue;
    if (!found ||
        sums[static_cast<size_t>(move)] > sums[static_cast<size_t>(best)]) {
      best = move;
      found = true;
    }
  }
  return best;
}

// Where one move alone may be made there is nothing to decide.
bool OneMoveOnly(const ParseState& state) {
  return state.MayShift() + state.MayLeft() + state.MayRight() == 1;
}

}  // namespace

Move Parser::Work::DecideMove() const {
  int32_t sums[kMoveCount] = {};
  if (OneMoveOnly(state)) return BestMove(state, sums);
  MoveAtoms atoms;
  FillMoveAtoms(nodes, state, atoms);
  alignas(32) uint32_t hashes[kMoveFeatures];
  HashMove(atoms, kernels, hashes);
  kernels.sum_moves(hashes, kMoveFeatures, model.moves().rows,
                    model.moves().bits, sums);
  return BestMove(state, sums);
}

Label Parser::Work::DecideLabel(int32_t node) const {
  LabelAtoms atoms;
  order.FillAtoms(nodes, state, node, atoms);
  alignas(32) uint32_t hashes[kLabelFeatures];
  HashLabel(atoms, kernels, hashes);
  alignas(32) int16_t sums[64] = {};
  // The root's child has its label by its place; no other word has it.
  sums[static_cast<size_t>(Label::kRoot)] = kForbidden;
  std::fill(sums + kLabelCount, sums + 64, kForbidden);
  const size_t kept = model.labels().Keep(hashes, kLabelFeatures, hashes);
  kernels.add_wide(hashes, kept, model.labels().rows, model.labels().bits,
                   sums);
  return static_cast<Label>(kernels.greatest(sums));
}

void Parser::Work::FindHeads() {
  while (!state.Done()) state.Apply(DecideMove());
}

void Parser::Work::FindLabels(int32_t n) {
  order.Begin(state, n);
  for (int32_t node : order.nodes()) {
    const bool is_root = state.node(node).head == state.root();
    order.Set(state, node, is_root ? Label::kRoot : DecideLabel(node));
  }
}

Parser::Parser(const GrammarModel& model)
    : work_(std::make_unique<Work>(model)) {}
Parser::~Parser() = default;

void Parser::TagOnly(absl::string_view text, absl::Span<const Token> tokens,
                     std::vector<Tag>& tags) {
  DescribeWords(text, tokens, work_->words);
  work_->tagger.TagWords(work_->words, tags);
}

void Parser::Parse(absl::string_view text, absl::Span<const Token> tokens,
                   ParsedSentence& out) {
  Work& work = *work_;
  TagOnly(text, tokens, out.tags);
  const auto n = static_cast<int32_t>(tokens.size());
  MakeNodeWords(work.words, out.tags, work.nodes);
  work.state.Begin(n);
  work.FindHeads();
  work.FindLabels(n);
  out.heads.resize(tokens.size());
  out.labels.resize(tokens.size());
  for (int32_t i = 1; i <= n; ++i) {
    const int32_t head = work.state.node(i).head;
    out.heads[i - 1] = head == work.state.root() ? kRootHead : head - 1;
    out.labels[i - 1] = work.order.label(i);
  }
  AttachRelativeClauses(work.words, out);
}

namespace {

Parser& ThreadParser() {
  thread_local Parser parser;
  return parser;
}

}  // namespace

ParsedSentence ParseSentence(absl::string_view text,
                             absl::Span<const Token> tokens) {
  ParsedSentence out;
  ThreadParser().Parse(text, tokens, out);
  return out;
}

std::vector<Tag> TagSentence(absl::string_view text,
                             absl::Span<const Token> tokens) {
  std::vector<Tag> tags;
  ThreadParser().TagOnly(text, tokens, tags);
  return tags;
}

}  // namespace concord
