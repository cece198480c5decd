// The elementary functions by which math, float and complex compute: see docs/math.md for where
// each comes from. No errors, no exceptions: IEEE results.
#pragma once

namespace krait::rt {

double mathExp(double x);
double mathLog(double x);
double mathLog2(double x);
double mathLog10(double x);
double mathPow(double x, double y);
double mathSin(double x);
double mathCos(double x);
double mathTan(double x);
double mathAsin(double x);
double mathAcos(double x);
double mathAtan(double x);
double mathAtan2(double y, double x);
double mathSinh(double x);
double mathCosh(double x);
double mathTanh(double x);
double mathAsinh(double x);
double mathAcosh(double x);
double mathAtanh(double x);
double mathCbrt(double x);
double mathHypot(double x, double y);
double floatRemainder(double x, double y);  // C's fmod (float_ops.cpp)

}  // namespace krait::rt
