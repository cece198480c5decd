// The parser's templates that need its members complete. Not for other folders.
#pragma once

#include "parse/checks.h"
#include "parse/parse.h"
#include "parse/parser.h"

namespace krait {

template <class F>
bool Parser::header(F parse) {
  const uint32_t start = p_;
  furthest_ = p_;
  raised_at_ = 0;
  if (parse()) return true;
  // Looking for wrong forms costs some hundred bytes a token; a generated line of megabytes does
  // without.
  constexpr uint32_t kMaxDiagnosed = 1000000;
  if (!raised_ && tokens_[furthest_].kind != Tok::Error && furthest_ - start < kMaxDiagnosed) {
    const uint32_t furthest = furthest_;
    p_ = start;
    diagnosing_ = prefixes_ = remembering_ = true;
    memo_.clear();
    parse();
    diagnosing_ = prefixes_ = remembering_ = false;
    furthest_ = furthest;
  }
  reportFailure();
  p_ = start;
  recover(start);
  return false;
}

}  // namespace krait
