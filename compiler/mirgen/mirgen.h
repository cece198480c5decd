// MIR generation: from the typed program to MIR without counts.
#pragma once

#include "infer/infer.h"
#include "mir/mir.h"

namespace krait::mirgen {

// Builds the MIR of everything that is reachable from the main module.
mir::Module generateMir(infer::Program& program, const SourceManager& sources);

}  // namespace krait::mirgen
