// Strongly connected components.
#pragma once

#include <cstdint>
#include <vector>

namespace krait {

// Strongly connected components of a graph, successors first (Tarjan, "Depth-First Search and Linear
// Graph Algorithms", iterative).
struct Components {
  explicit Components(const std::vector<std::vector<uint32_t>>& successors);
  std::vector<std::vector<uint32_t>> members;  // in the order in which the walk found them
  std::vector<uint32_t> of;                    // node -> index in `members`
  std::vector<bool> cyclic;                    // more than one member, or an edge to itself
  bool inCycle(uint32_t node) const { return cyclic[of[node]]; }
};

}  // namespace krait
