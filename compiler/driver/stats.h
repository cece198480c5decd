// The tables of --stats.
#pragma once

#include <string>

#include "infer/stats.h"
#include "mir/stats.h"

namespace krait {

struct BuildStats {
  infer::Specialisation functions;
  mir::ValueCounts user, library;
};

std::string checkText(const infer::Coverage& coverage, const infer::Specialisation& functions);  // krait check
std::string buildText(const BuildStats& stats);                                                  // krait build

}  // namespace krait
