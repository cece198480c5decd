// MIR as text, and back: the form that --emit=mir shows and golden tests read.
#pragma once

#include <string>
#include <string_view>

#include "mir/mir.h"

namespace krait::mir {

std::string printFunction(const Module& module, FuncId func);
// Everything, layouts and globals first; functions sorted by name.
std::string printModule(const Module& module);
// Parses what printModule prints. Returns false and sets `error` ("line 3: …") if it is malformed.
bool parseModule(std::string_view text, Module& module, std::string* error);

}  // namespace krait::mir
